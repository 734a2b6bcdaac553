import type { Disclosure } from "@juesuan/core";
import { CompiledQuery } from "kysely";
import { expect, it } from "vitest";
import { disclosure, document, entry } from "./entry.suite.ts";
import type { Entry, Store } from "./model.ts";
import type { Port } from "./port.ts";

// Who published, what is near and what is far from it, and what must stay true of a store that many write into.

interface Under {
  readonly store: Store;
  readonly port: Port;
}

type Figure = Disclosure["figures"][number];

const figure = (id: number, value: string, concept: string, dimensions: Figure["dimensions"] = {}): Figure => ({
  id,
  text: value,
  value,
  decimals: 2,
  unit: concept === "staff" ? "count" : "ten-thousand-yuan",
  concept,
  dimensions,
  source: { start: id, end: id + 1, text: value },
});

/** The finance bureau of a county, with its spending and its staff. */
function finance(
  department: string,
  number: number,
  spending: string,
  staff: string,
  rest: Partial<Entry> = {},
): Entry {
  return entry(
    { department, sha256: String(number).padStart(64, "0") },
    {
      id: `finance-${String(number).padStart(3, "0")}`,
      disclosure: {
        ...disclosure,
        department,
        figures: [
          figure(0, spending, "expenditure"),
          figure(1, staff, "staff", { item: "actual" }),
          figure(2, "1.00", "three-public"),
        ],
      },
      ...rest,
    },
  );
}

/** Counties of 四川省 in four prefectures. */
const COUNTIES =
  "攀枝花市东区 攀枝花市西区 攀枝花市仁和区 攀枝花市米易县 攀枝花市盐边县 成都市锦江区 成都市青羊区 成都市金牛区 成都市武侯区 成都市成华区 成都市新都区 成都市温江区".split(
    " ",
  );

/** Every count and every sum of the tables, taken anew. */
const OWN = "errors, warnings, printed, bound";
const COUNTS = `select fiscal_year, 'year' as facet, '' as value, ${OWN} from account
  union all select fiscal_year, 'region', region, ${OWN} from account
  union all select fiscal_year, 'province', substr(division, 1, 2), ${OWN} from account where division <> ''
  union all select fiscal_year, 'functional', functional, ${OWN} from account
    join (select distinct account_id, functional from amount where length(functional) = 3 and fen <> 0) as class on account_id = id`;
const RECOUNT = `select fiscal_year, facet, value, count(*) as accounts,
    sum(case when errors > 0 then 1 else 0 end) as errors, sum(case when warnings > 0 then 1 else 0 end) as warnings,
    sum(errors) as found, sum(printed) as printed, sum(bound) as bound
  from (${COUNTS} union all select -1, facet, value, ${OWN} from (${COUNTS}) as every_year) as counts
  group by fiscal_year, facet, value order by 1, 2, 3`;
const SUMS = `select fiscal_year, division, concept, fund, 'whole' as kind, '' as value, fen from account join amount on account_id = id
    where nature = '' and part = '' and functional = '' and economic = ''
  union all select fiscal_year, division, concept, fund, 'region', region, fen from account join amount on account_id = id
    where nature = '' and part = '' and functional = '' and economic = ''
  union all select fiscal_year, division, concept, fund, 'functional', functional, fen from account join amount on account_id = id
    where nature = '' and part = '' and length(functional) = 3 and economic = ''
  union all select fiscal_year, division, concept, fund, 'economic', economic, fen from account join amount on account_id = id
    where nature = '' and part = '' and functional = '' and length(economic) = 3`;
const RESUM = `select fiscal_year, area, concept, fund, kind, value, count(*) as accounts, sum(fen) as fen from (
    select fiscal_year, '' as area, concept, fund, kind, value, fen from (${SUMS}) as nation
    union all select fiscal_year, substr(division, 1, 2), concept, fund, kind, value, fen from (${SUMS}) as province where division <> ''
    union all select fiscal_year, substr(division, 1, 4), concept, fund, kind, value, fen from (${SUMS}) as prefecture
      where division <> '' and substr(division, 3, 2) <> '00') as sums
  where concept in ('revenue', 'expenditure') group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`;

export async function expectCounted({ port }: Under): Promise<void> {
  const plain = async (sql: string) =>
    (await port.all<Record<string, unknown>>(CompiledQuery.raw(sql) as never)).map((row) =>
      Object.values(row).map(String).join(" "),
    );
  expect(
    await plain(
      "select fiscal_year, facet, value, accounts, errors, warnings, found, printed, bound from tally where accounts <> 0 order by fiscal_year, facet, value",
    ),
  ).toEqual(await plain(RECOUNT));
  expect(
    await plain(
      "select fiscal_year, area, concept, fund, kind, value, accounts, fen from summed where accounts <> 0 order by 1, 2, 3, 4, 5, 6",
    ),
  ).toEqual(await plain(RESUM));
}

export function scaleConformance(under: () => Under): void {
  const put = async (entries: readonly Entry[]) => under().store.putDocuments(entries);
  const ids = async (query: Parameters<Store["list"]>[0]) =>
    (await under().store.list(query)).items.map(({ id }) => id).sort();

  it("finds what the prose says, and not what only the figures of tables say", async () => {
    const { store } = under();
    const text = "办公用房搬迁，支出比上年增加\n2819.38\n";
    await store.putDocument(
      entry(
        {},
        {
          document: {
            ...document,
            text,
            blocks: [
              { kind: "paragraph", start: 0, end: 14, page: 1 },
              { kind: "table", start: 15, end: 22, page: 1, rows: [] },
            ] as never,
          },
        },
      ),
    );
    expect((await store.list({ q: "办公用房搬迁" })).total).toBe(1);
    expect((await store.list({ q: "搬迁 仁和" })).total).toBe(1);
    expect((await store.list({ q: "搬迁办公" })).total).toBe(0);
    expect((await store.list({ q: "2819" })).total).toBe(0);
  });

  it("knows the division that a department is of, and filters by it and what contains it", async () => {
    await put([
      finance("攀枝花市仁和区财政局", 1, "10.00", "5"),
      finance("成都市锦江区财政局", 2, "10.00", "5"),
      finance("上海市普陀区财政局", 3, "10.00", "5"),
      finance("四川省财政厅", 4, "10.00", "5"),
      finance("朝阳区财政局", 5, "10.00", "5"),
    ]);
    expect(await ids({ division: "51" })).toEqual(["finance-001", "finance-002", "finance-004"]);
    expect(await ids({ division: "5104" })).toEqual(["finance-001"]);
    expect(await ids({ division: "510411" })).toEqual(["finance-001"]);
    expect(await ids({ level: "province" })).toEqual(["finance-004"]);
    expect(await ids({ level: "county", q: "财政局", division: "31" })).toEqual(["finance-003"]);
    expect(await ids({ region: "四川省" })).toEqual(["finance-001", "finance-002", "finance-004"]);
    // Several places are called so: none is guessed.
    expect(await under().store.get("finance-005")).toMatchObject({ division: "", level: "", region: "" });
    expect((await under().store.facets()).province).toMatchObject([
      { value: "51", count: 3 },
      { value: "31", count: 1 },
    ]);
  });

  it("pages through a search without losing or repeating an account", async () => {
    await put(
      Array.from({ length: 23 }, (_, index) => {
        const one = finance("成都市锦江区财政局", index, "10.00", "5");
        return { ...one, report: { ...one.report, fiscalYear: 2020 + (index % 3) } };
      }),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await under().store.list({ q: "财政", limit: 5, ...(cursor ? { cursor } : {}) });
      expect(page).toMatchObject({ total: 23, exact: true });
      seen.push(...page.items.map(({ fiscalYear, id }) => `${fiscalYear} ${id}`));
      cursor = page.next;
    } while (cursor);
    expect(new Set(seen).size).toBe(23);
    expect(seen.map((line) => line.slice(0, 4))).toEqual(
      seen
        .map((line) => line.slice(0, 4))
        .toSorted()
        .toReversed(),
    );
    const { next } = await under().store.list({ q: "财政", limit: 5 });
    await expect(under().store.list({ cursor: next! })).rejects.toMatchObject({ code: "bad-cursor" });
  });

  it("takes many at once as if they came one by one", async () => {
    const first = finance("攀枝花市东区财政局", 1, "10.00", "5");
    const anew = entry({ ...first.report, sha256: "f".repeat(64) }, { id: "finance-001" });
    const results = await put([first, first, anew, finance("攀枝花市西区财政局", 2, "10.00", "5")]);
    expect(results.map(({ outcome, revision }) => `${outcome} ${revision}`)).toEqual([
      "created 1",
      "unchanged 1",
      "revised 2",
      "created 1",
    ]);
    await expectCounted(under());
  });

  it("counts as it writes what counting would find", async () => {
    const { store } = under();
    await put(COUNTIES.map((county, index) => finance(`${county}财政局`, index, "10.00", "5")));
    await store.putDocument(finance("成都市锦江区审计局", 3, "20.00", "5"));
    await store.putDocument(entry({ sha256: "9".repeat(64), department: "绵阳市财政局" }, { id: "finance-004" }));
    await store.putDocument(entry({ sha256: "8".repeat(64), fiscalYear: 2022 }, { id: "finance-005" }));
    await expectCounted(under());
    expect(await store.list({ limit: 1 })).toMatchObject({ total: 12, exact: true });
    expect(await store.list({ limit: 1, year: 2022 })).toMatchObject({ total: 1 });
  });

  it("lets two that write the same account at once both succeed, as two revisions", async () => {
    const { store } = under();
    const versions = ["a", "b", "c", "d"].map((letter) => entry({ sha256: letter.repeat(64) }, { id: "same" }));
    await Promise.all(versions.map((one) => store.putDocument(one)));
    expect((await store.revisions("same")).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    await expectCounted(under());
    expect((await store.list({ q: "人力资源" })).total).toBe(1);
  });

  it("knows what a version of the reader has read, and notices when an account changes", async () => {
    const { store } = under();
    await store.putDocument(entry({}, { id: "one", reader: "0.1.0" }));
    expect(await store.knows("a".repeat(64), "0.1.0")).toBe(true);
    expect(await store.knows("a".repeat(64), "0.2.0")).toBe(false);
    const before = await store.version("one");
    await store.putDocument(entry({ sha256: "b".repeat(64) }, { id: "one" }));
    expect(await store.version("one")).not.toBe(before);
    expect(await store.version("none")).toBeUndefined();
  });

  it("says whether anything at all was written", async () => {
    const { store } = under();
    const words = [await store.state()];
    const after = async (write: Promise<unknown>) => {
      await write;
      words.push(await store.state());
    };
    await after(store.putDocument(entry({}, { id: "one" })));
    // Published anew, read anew, renamed; many together.
    await after(store.putDocument(entry({ sha256: "b".repeat(64) }, { id: "one" })));
    await after(store.putDocument(entry({ sha256: "b".repeat(64) }, { id: "one", accounts: { read: "otherwise" } })));
    await after(store.rename("仁和区人力资源和社会保障局", "仁和区劳动局"));
    await after(store.putDocuments([entry({ sha256: "c".repeat(64) }, { id: "two" })]));
    expect(new Set(words).size).toBe(words.length);
    const [last] = words.slice(-1);
    // Known already: nothing is written.
    await store.putDocument(entry({ sha256: "c".repeat(64) }, { id: "two" }));
    expect(await store.state()).toBe(last);
  });

  it("says of a year whether anything in it changed", async () => {
    const { store } = under();
    const empty = await store.state(2023);
    await store.putDocument(entry({}, { id: "one" }));
    const one = await store.state(2023);
    expect(one).not.toBe(empty);
    await store.putDocument(entry({}, { id: "one" }));
    expect(await store.state(2023)).toBe(one);
    expect(await store.state(2022)).toBe(empty);
    await store.putDocument(entry({ sha256: "b".repeat(64) }, { id: "one" }));
    expect(await store.state(2023)).not.toBe(one);
  });

  it("writes the index anew for what an earlier version wrote", async () => {
    const { store, port } = under();
    await put([finance("攀枝花市仁和区财政局", 1, "10.00", "5")]);
    await port.batch([
      CompiledQuery.raw("delete from account_index"),
      CompiledQuery.raw("delete from tally"),
      CompiledQuery.raw("delete from summed"),
      CompiledQuery.raw("delete from account_text"),
      CompiledQuery.raw("update account set indexed = 0, place = null, division = '', office = ''"),
    ]);
    expect(await ids({ q: "财政" })).toEqual([]);
    expect(await store.reindex()).toBe(1);
    expect(await store.reindex()).toBe(0);
    expect(await ids({ q: "财政", division: "5104" })).toEqual(["finance-001"]);
    await expectCounted(under());
  });

  it("finds a department by the names it had, and its years under all of them", async () => {
    const { store } = under();
    const old = finance("攀枝花市仁和区劳动和社会保障局", 1, "10.00", "5");
    await put([
      { ...old, report: { ...old.report, fiscalYear: 2008 } },
      finance("攀枝花市仁和区人力资源和社会保障局", 2, "10.00", "5"),
    ]);
    await store.rename("攀枝花市仁和区人力资源和社会保障局", "攀枝花市仁和区劳动和社会保障局");
    expect(await ids({ q: "劳动和社会" })).toEqual(["finance-001", "finance-002"]);
    expect(await ids({ department: "人力资源" })).toEqual(["finance-002"]);
    expect(await store.department("攀枝花市仁和区人力资源和社会保障局")).toMatchObject({
      formerNames: ["攀枝花市仁和区劳动和社会保障局"],
      accounts: [{ fiscalYear: 2023 }, { fiscalYear: 2008 }],
    });
    expect(await store.department("没有的局")).toMatchObject({ formerNames: [], accounts: [] });
    await expectCounted(under());
  });

  it("names peers from as near as there are enough, and judges by their distribution", async () => {
    const { store } = under();
    // 10.00 万元 for 5 people, all but one of them: 2 万元 a head; the last one 60 for 5.
    await put(
      COUNTIES.map((county, index) => {
        const spending = index === 2 ? "60.00" : `${10 + index}.00`;
        return finance(`${county}财政局`, index, spending, index === 3 ? "0" : "5");
      }),
    );
    await put([finance("成都市锦江区审计局", 90, "10.00", "5"), finance("四川省财政厅", 91, "10.00", "5")]);
    const peers = (await store.peers("finance-002"))!;
    expect(peers).toMatchObject({ office: "财政局", level: "county", scope: "province" });
    expect(peers.accounts).toHaveLength(11);
    const found = (await store.outliers("finance-002"))!;
    const perHead = found.standings.find(({ key, per }) => key === "expenditure" && per === "head")!;
    // The ten peers with staff spend 10, 11, 14 … 21 万元 for five heads: from 2.00 to 4.20 万元 each.
    expect(perHead).toEqual({
      key: "expenditure",
      per: "head",
      value: 12_000_000,
      peers: {
        count: 10,
        minimum: 2_000_000,
        lower: 2_850_000,
        median: 3_300_000,
        upper: 3_750_000,
        maximum: 4_200_000,
      },
      fences: { low: 1_500_000, high: 5_100_000 },
      outlier: "high",
    });
    // Nobody states it: no value, no distribution, no verdict.
    expect(found.standings.find(({ key }) => key === "procurement")).toMatchObject({
      value: null,
      peers: null,
      outlier: null,
    });
    // Without staff there is nothing for each head.
    const without = (await store.outliers("finance-003"))!;
    expect(without.standings[0]).toMatchObject({ value: null, outlier: null });
    expect((await store.peers("finance-091"))!.accounts).toEqual([]);
    expect(await store.peers("none")).toBeUndefined();
  });
}
