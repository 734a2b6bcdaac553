import type { Disclosure, Finding } from "@juesuan/core";
import { CompiledQuery, sql } from "kysely";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { disclosure, document, entry } from "./entry.suite.ts";
import { migrate, statementsOf, type Migration } from "./migrate.ts";
import type { Entry, Filter, ListQuery, Store } from "./model.ts";
import type { Port } from "./port.ts";
import { counting } from "./queries/facets.ts";
import { finding } from "./queries/finding.ts";
import { listing } from "./queries/list.ts";
import { near } from "./queries/near.ts";
import { YEAR } from "./queries/place.ts";
import { tallying } from "./queries/tally.ts";
import { expectCounted } from "./scale.suite.ts";
import { builderFor } from "./schema.ts";
import { createStore } from "./store.ts";

// Orders, filters together, sums that are kept, and databases of earlier versions.

interface Under {
  readonly store: Store;
  readonly port: Port;
}

const PLACES = ["四川省攀枝花市仁和区", "四川省攀枝花市东区", "四川省成都市锦江区", "上海市普陀区", "四川省", "朝阳区"];
const OFFICES = ["教育局", "财政局", "人力资源和社会保障局"];
const CLASSES = ["201", "205", "208", "20805"];

/** Accounts that differ in everything that can be filtered by, made by their number. */
function made(number: number): Entry {
  const bit = (place: number) => Math.floor(number / place);
  const name = `${PLACES[number % PLACES.length]!}${OFFICES[bit(2) % OFFICES.length]!}`;
  const figures: Disclosure["figures"][number][] = [];
  const figure = (value: string, concept: string, dimensions: Disclosure["figures"][number]["dimensions"] = {}) =>
    figures.push({
      id: figures.length,
      text: value,
      value,
      decimals: 2,
      unit: "ten-thousand-yuan",
      concept,
      dimensions,
      source: { start: 0, end: 1, text: value },
    });
  figure(`${number}.01`, "expenditure");
  figure(`${number}.02`, "revenue");
  for (const [index, functional] of CLASSES.entries())
    if (bit(index + 1) % 3 > 0) figure(`${number + index}.00`, "expenditure", { functional });
  if (number % 4 === 1) figure(`${number}.00`, "expenditure", { fund: "general" });
  if (number % 5 === 1) figure(`${number}.00`, "expenditure", { economic: "301" });
  const text = number % 3 === 0 ? "办公用房搬迁" : "公务用车更新";
  const errors = Array.from({ length: number % 5 === 0 ? 1 + (number % 3) : 0 }, () => "error" as const);
  const severities = [...errors, ...(number % 7 === 0 ? ["warning" as const] : [])];
  return entry(
    {
      department: name,
      fiscalYear: 2021 + (number % 3),
      sha256: String(number).padStart(64, "0"),
      figures: { printed: 10 + number, bound: 10 + number - (number % 4), unbound: number % 4 },
      findings: severities.map((severity) => ({ relation: "share", severity }) as Finding),
    },
    {
      id: `made-${String(number).padStart(3, "0")}`,
      document: { ...document, text },
      disclosure: { ...disclosure, department: name, figures },
    },
  );
}

/** Whether an account answers to a filter, told from what it was made of. */
function answers({ report, document: { text }, disclosure: { figures } }: Entry, filter: Filter): boolean {
  const name = report.department!;
  const codes: readonly [string, string, string][] = [
    ["四川省攀枝花市仁和区", "510411", "county"],
    ["四川省攀枝花市东区", "510402", "county"],
    ["四川省成都市锦江区", "510104", "county"],
    ["上海市普陀区", "310107", "county"],
    ["四川省", "51", "province"],
  ];
  const [, code = "", level = ""] = codes.find(([place]) => name.startsWith(place)) ?? [];
  const has = (key: "functional" | "fund", value: string) =>
    figures.some(({ dimensions, value: amount }) => dimensions[key] === value && Number(amount) !== 0);
  return (
    (filter.q ?? "").split(" ").every((word) => name.includes(word) || text.includes(word)) &&
    (!filter.department || name.includes(filter.department)) &&
    (!filter.region || name.includes(filter.region)) &&
    (!filter.year || report.fiscalYear === filter.year) &&
    (!filter.division || code.startsWith(filter.division)) &&
    (!filter.level || level === filter.level) &&
    (!filter.functional || has("functional", filter.functional)) &&
    (!filter.fund || has("fund", filter.fund)) &&
    (!filter.severity || report.findings.some(({ severity }) => severity === filter.severity))
  );
}

const FILTERS: readonly Filter[] = [
  { q: "教育局 四川" },
  { q: "四川 人力资源和社会保障局" },
  { q: "上海 教育局 办公用房搬迁", severity: "warning" },
  { q: "财政局 教育局 四川" },
  { q: "四川省攀枝花市仁和区财政局" },
  { q: "教" },
  { q: "搬迁 普陀" },
  { q: "办公用房搬迁", severity: "error" },
  { division: "51" },
  { division: "51", severity: "error" },
  { division: "51", functional: "208", severity: "error" },
  { division: "51", functional: "208", severity: "warning", fund: "general", level: "county" },
  { division: "5104", functional: "20805", severity: "warning", year: 2022 },
  { division: "510411", level: "county", fund: "general" },
  { functional: "205", severity: "error" },
  { functional: "20805", severity: "error" },
  { functional: "201", severity: "warning", fund: "general" },
  { level: "province", severity: "error" },
  { region: "攀枝花", severity: "warning" },
  { department: "财政局", year: 2021 },
  { department: "教育局", region: "锦江", functional: "208" },
  { q: "没有的词语", division: "51" },
];

/** Rows of a database of the version before this one, as that version wrote them. */
async function writeEarlier(port: Port): Promise<void> {
  const lines = readFileSync(new URL("version-4.ndjson", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const sqlite = port.dialect === "sqlite";
  await port.batch(
    lines.map((line) => {
      const { table, row } = JSON.parse(line) as { table: string; row: Record<string, string | number | null> };
      const marks = Object.keys(row).map((_, index) => (sqlite ? "?" : `$${index + 1}`));
      if (table === "tokens") {
        const { id, tokens } = row as { id: string; tokens: string };
        return CompiledQuery.raw(
          sqlite
            ? "insert into account_index (rowid, tokens) select place, ? from account where id = ?"
            : "insert into account_index (place, tokens) select place, array_to_tsvector($1::text[]) from account where id = $2",
          [sqlite ? tokens : tokens.split(" "), id],
        );
      }
      return CompiledQuery.raw(
        `insert into ${table} (${Object.keys(row).join(", ")}) values (${marks.join(", ")})`,
        Object.values(row),
      );
    }),
  );
}

export function searchConformance(under: () => Under, migrations: readonly Migration[]): void {
  const everything = Array.from({ length: 60 }, (_, number) => made(number));
  const all = async (store: Pick<Store, "list">, query: ListQuery): Promise<string[]> => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list({ ...query, limit: 16, ...(cursor ? { cursor } : {}) });
      found.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    return found;
  };

  it("finds by every filter what answers to it, all of it and nothing else, in any order of asking", async () => {
    const { store } = under();
    await store.putDocuments(everything);
    for (const filter of FILTERS) {
      const wanted = everything.filter((one) => answers(one, filter)).map(({ id }) => id!);
      for (const sort of ["year", "recent"] as const) {
        const found = await all(store, { ...filter, sort });
        expect({ filter, sort, found: found.toSorted() }).toEqual({ filter, sort, found: wanted });
      }
      expect(await store.list({ ...filter, limit: 40 })).toMatchObject({ total: wanted.length, exact: true });
      const { total, year } = await store.facets(filter);
      expect({ filter, total, sum: year.reduce((sum, { count }) => sum + count, 0) }).toEqual({
        filter,
        total: wanted.length,
        sum: wanted.length,
      });
    }
    // A code of six digits that stands for more is what it contains.
    expect(await all(store, { division: "510400" })).toEqual(await all(store, { division: "5104" }));
  });

  it("says how disclosures fare as they themselves say, whether the counts are kept or not", async () => {
    const { store } = under();
    await store.putDocuments(everything);
    // What all of them say, so that they are searched for and counted one by one.
    for (const filter of [{}, { year: 2021 }, { year: 2022 }])
      expect(await store.facets(filter)).toEqual(await store.facets({ ...filter, q: "公" }));
    for (const filter of [{}, { year: 2022 }, ...FILTERS]) {
      const wanted = everything.filter((one) => answers(one, filter)).map(({ report }) => report);
      const sumOf = (valueOf: (report: Entry["report"]) => number) =>
        wanted.reduce((sum, report) => sum + valueOf(report), 0);
      const errorsIn = ({ findings }: Entry["report"]) =>
        findings.filter(({ severity }) => severity === "error").length;
      const fare = {
        errorsFound: sumOf(errorsIn),
        figures: { printed: sumOf(({ figures }) => figures.printed), bound: sumOf(({ figures }) => figures.bound) },
      };
      const withErrors = wanted.filter((report) => errorsIn(report) > 0).length;
      const { total, errors, errorsFound, figures, region } = await store.facets(filter);
      expect({ filter, total, errors, errorsFound, figures }).toEqual({
        filter,
        total: wanted.length,
        errors: withErrors,
        ...fare,
      });
      // Every account is of one region: those of all regions are all.
      const summed = (valueOf: (one: (typeof region)[number]) => number) =>
        region.reduce((sum, one) => sum + valueOf(one), 0);
      expect({
        count: summed(({ count }) => count),
        withErrors: summed((one) => one.withErrors),
        errorsFound: summed((one) => one.errorsFound),
        figures: { printed: summed((one) => one.figures.printed), bound: summed((one) => one.figures.bound) },
      }).toEqual({ count: wanted.length, withErrors, ...fare });
    }
  });

  it("adds up for a filter what its accounts state, whether the sums are kept or not", async () => {
    const { store } = under();
    await store.putDocuments(everything);
    for (const filter of [{}, { year: 2022 }, { division: "51" }, { division: "5104", year: 2021 }, ...FILTERS]) {
      const chosen = everything.filter((one) => answers(one, filter));
      const stated = chosen.map(({ disclosure: { figures } }) =>
        figures.find(({ concept, dimensions }) => concept === "expenditure" && Object.keys(dimensions).length === 0)!,
      );
      const sums = await store.aggregate({ by: "year", ...filter });
      const total = (key: "accounts" | "fen") => sums.reduce((sum, one) => sum + one[key], 0);
      const fen = stated.reduce((sum, { value }) => sum + Math.round(Number(value) * 100) * 10_000, 0);
      expect({ filter, accounts: total("accounts"), fen: total("fen") }).toEqual({
        filter,
        accounts: chosen.length,
        fen,
      });
      const classes = await store.aggregate({ by: "functional", ...filter });
      const with205 = chosen.filter(({ disclosure: { figures } }) =>
        figures.some(({ dimensions }) => dimensions.functional === "205"),
      );
      expect(classes.find(({ value }) => value === "205")?.accounts ?? 0).toBe(with205.length);
    }
    const regions = await store.aggregate({ by: "region", concept: "revenue", division: "51" });
    expect(regions.map(({ value }) => value)).toEqual([
      "四川省",
      "四川省成都市锦江区",
      "四川省攀枝花市东区",
      "四川省攀枝花市仁和区",
    ]);
    expect(await store.aggregate({ by: "economic" })).toMatchObject([{ value: "301", accounts: 12 }]);
  });

  it("keeps the sums right when documents are published anew, read anew, or lose what they stated", async () => {
    const { store } = under();
    await store.putDocuments(everything.slice(0, 12));
    await expectCounted(under());
    const anew = everything.slice(0, 6).map((one, index) => ({
      ...made(20 + index),
      id: one.id!,
      // Another year, another place, other amounts: nothing of what was counted may stay.
      report: { ...made(20 + index).report, sha256: "a".repeat(63) + index },
    }));
    await store.putDocuments(anew);
    await expectCounted(under());
    await store.putDocument(entry({ sha256: "b".repeat(64) }, { id: "made-001" }));
    await store.putDocuments([everything[7]!, { ...everything[8]!, accounts: { read: "otherwise" } }]);
    await expectCounted(under());
  });

  it("lists what is new first: what was recorded last, whatever its year", async () => {
    const { port } = under();
    let minute = 0;
    const store = createStore(port, { now: () => new Date(Date.UTC(2024, 0, 1, 0, minute++)) });
    for (const number of [5, 3, 9, 1, 7]) await store.putDocument(made(number));
    const ids = (numbers: readonly number[]) => numbers.map((number) => `made-00${number}`);
    expect(await all(store, { sort: "recent" })).toEqual(ids([7, 1, 9, 3, 5]));
    // Published anew: it is new again. Read anew: it is not.
    await store.putDocument({ ...made(9), report: { ...made(9).report, sha256: "c".repeat(64) } });
    await store.putDocument({ ...made(5), accounts: { read: "otherwise" } });
    expect(await all(store, { sort: "recent" })).toEqual(ids([9, 7, 1, 3, 5]));
    expect(await all(store, { sort: "recent", year: 2022 })).toEqual(ids([7, 1]));
    expect(await all(store, { sort: "recent", q: "攀枝花" })).toEqual(ids([7, 1]));
    const [first] = (await store.list({ sort: "recent", limit: 1 })).items;
    expect(first).toMatchObject({ recordedAt: "2024-01-01T00:05:00.000Z", updatedAt: "2024-01-01T00:05:00.000Z" });
    expect(await store.get("made-005")).toMatchObject({
      recordedAt: "2024-01-01T00:00:00.000Z",
      updatedAt: "2024-01-01T00:06:00.000Z",
    });
  });

  it("keeps the pages of what is new apart when more arrives between them, and refuses cursors of another order", async () => {
    const { port } = under();
    let minute = 0;
    const store = createStore(port, { now: () => new Date(Date.UTC(2024, 0, 1, 0, minute++)) });
    for (let number = 0; number < 9; number++) await store.putDocument(made(number));
    const first = await store.list({ sort: "recent", limit: 4 });
    await store.putDocument(made(10));
    const rest = await store.list({ sort: "recent", limit: 4, cursor: first.next! });
    expect(rest.items.map(({ id }) => id)).toEqual(["made-004", "made-003", "made-002", "made-001"]);
    const found = await store.list({ q: "局", limit: 2 });
    for (const [query, cursor] of [
      [{}, first.next!],
      [{ q: "局" }, first.next!],
      [{ sort: "recent" }, found.next!],
      [{ sort: "recent", q: "局" }, (await store.list({ limit: 2 })).next!],
    ] as const)
      await expect(store.list({ ...query, cursor })).rejects.toMatchObject({ code: "bad-cursor" });
  });

  it("orders what is new alike in a list, in a search and in every year, and counts it the same on all pages", async () => {
    const { port } = under();
    let minute = 0;
    const store = createStore(port, { now: () => new Date(Date.UTC(2024, 0, 1, 0, minute++)) });
    for (const one of everything.slice(0, 30)) await store.putDocument(one);
    for (const one of [everything[4]!, everything[20]!, everything[7]!])
      await store.putDocument({ ...one, report: { ...one.report, sha256: one.report.sha256.replace(/^0/, "d") } });
    const recent = await all(store, { sort: "recent" });
    expect(recent.slice(0, 4)).toEqual(["made-007", "made-020", "made-004", "made-029"]);
    expect(await all(store, { sort: "recent", q: "局" })).toEqual(recent);
    for (const year of [2021, 2022, 2023]) {
      const ofYear = recent.filter((id) => everything.find((one) => one.id === id)!.report.fiscalYear === year);
      expect(await all(store, { sort: "recent", year })).toEqual(ofYear);
      expect(await all(store, { q: "局", year })).toEqual(ofYear);
    }
    const first = await store.list({ sort: "recent", q: "局", limit: 4 });
    const second = await store.list({ sort: "recent", q: "局", limit: 4, cursor: first.next! });
    expect([first, second]).toMatchObject([
      { total: 30, exact: true },
      { total: 30, exact: true },
    ]);
  });

  it("counts as many as are worth counting, and all when all are asked for", async () => {
    const { store } = under();
    const many = Array.from({ length: 230 }, (_, number) => made(number));
    for (let start = 0; start < many.length; start += 50) await store.putDocuments(many.slice(start, start + 50));
    for (const sort of ["year", "recent"] as const) {
      expect(await store.list({ sort, q: "局", limit: 2 })).toMatchObject({ total: 200, exact: false });
      expect(await store.list({ sort, q: "局", limit: 2, count: "exact" })).toMatchObject({ total: 230, exact: true });
      // A word that is looked for in the text of each: as many as a page has.
      const long = await store.list({ sort, q: "公务用车更新", limit: 20 });
      expect(long).toMatchObject({ total: 20, exact: false });
      expect(await store.list({ sort, q: "公务用车更新", limit: 2 })).toMatchObject({ total: 10, exact: false });
      expect(await store.list({ sort, q: "公务用车更新", limit: 20, cursor: long.next! })).toMatchObject({ total: 20 });
      expect(await store.list({ sort, q: "公务用车更新", limit: 2, count: "exact" })).toMatchObject({ total: 153 });
    }
  });

  it("keeps a document that does not say its year apart from all years together", async () => {
    const { store } = under();
    const { fiscalYear: _, ...report } = made(3).report;
    await store.putDocuments([...everything.slice(0, 3), { ...made(3), report: { ...report, fiscalYear: null } }]);
    await expectCounted(under());
    expect(await store.list()).toMatchObject({ total: 4 });
    expect(await all(store, { sort: "recent", q: "局" })).toEqual(["made-003", "made-002", "made-001", "made-000"]);
  });

  it("finds in many years, more than an engine takes in one union", async () => {
    const { store } = under();
    const years = Array.from({ length: 27 }, (_, number) => ({
      ...made(number),
      report: { ...made(number).report, fiscalYear: 2000 + ((number * 7) % 27) },
    }));
    await store.putDocuments(years);
    expect(await all(store, { sort: "recent", q: "局" })).toEqual(years.map(({ id }) => id).toReversed());
  });

  it("finds the same whether all with a word are gathered or looked for among the newest first", async ({ skip }) => {
    const { store, port } = under();
    skip(port.dialect !== "postgresql", "no other engine looks among the newest first");
    // Numbers far apart are of several windows.
    for (const [part, start] of [0, 10, 20].entries()) {
      await store.putDocuments(everything.slice(start, part === 2 ? undefined : start + 10));
      await port.all(
        CompiledQuery.raw(`select setval(pg_get_serial_sequence('account_place', 'number'), ${(part + 1) * 5000})`),
      );
    }
    await store.tidy();
    const context = { port, db: builderFor(port.dialect) };
    // So few that the rest is always needed; and enough, for pages after the first.
    for (const nearest of [1, 2, 40]) {
      const looking = finding(context, nearest);
      const { facets } = counting(context, tallying(context), looking);
      for (const filter of FILTERS)
        for (const sort of ["year", "recent"] as const) {
          const query = { ...filter, sort };
          expect(await all(listing(context, tallying(context), looking), query)).toEqual(await all(store, query));
        }
      for (const filter of FILTERS) expect(await facets(filter)).toEqual(await store.facets(filter));
    }
    for (const order of ["place", "number"] as const) {
      const placesIn = async (windows: number, before?: number) => {
        const query = sql<{ place: number }>`select place from ${near(["局"], undefined, { order, windows, before })}`;
        return (await port.all(query.compile(context.db))).map(({ place }) => place);
      };
      const everywhere = await placesIn(40);
      expect(everywhere).toHaveLength(everything.length);
      const first = await placesIn(1);
      expect(first.length).toBeGreaterThan(0);
      expect(everywhere.slice(0, first.length)).toEqual(first);
      const last = order === "place" ? first.at(-1)! : first.at(-1)! % YEAR;
      expect(await placesIn(40, last)).toEqual(everywhere.slice(first.length));
    }
  });

  it("gives new tokens and places to what the version before wrote, the order staying as it is meanwhile", async () => {
    const { port } = under();
    let minute = 0;
    const store = createStore(port, { now: () => new Date(Date.UTC(2024, 0, 1, 0, minute++)) });
    await store.putDocuments(everything);
    const [old] = everything;
    await store.putDocument({ ...old!, report: { ...old!.report, sha256: "e".repeat(64) } });
    await store.rename("四川省财政局", "四川省财政税务局");
    const queries: readonly ListQuery[] = [
      { sort: "recent" },
      { sort: "recent", q: "局" },
      { q: "财政局 四川" },
      { q: "财政税务局" },
      { q: "办公用房搬迁", severity: "error" },
      { department: "教育局", region: "锦江", functional: "208" },
    ];
    const seen = async () => Promise.all(queries.map((query) => all(createStore(port), query)));
    const before = await seen();
    // As it was: all older, and numbers that are not theirs any more.
    const numbering = migrations.find(({ name }) => name.startsWith("0006"))!.sql;
    await port.batch([
      CompiledQuery.raw("update account set indexed = 4"),
      ...statementsOf(numbering, port.dialect)
        .filter((statement) => statement.includes("account_place"))
        .map((statement) => CompiledQuery.raw(statement)),
    ]);
    expect(await seen()).toEqual(before);
    expect(await createStore(port).reindex(7)).toBe(7);
    expect(await seen()).toEqual(before);
    // Written meanwhile, by whoever: that is newer and stays.
    await createStore(port).putDocument({ ...everything[30]!, accounts: { read: "otherwise" } });
    expect(await createStore(port).reindex()).toBe(52);
    expect(await createStore(port).reindex()).toBe(0);
    expect(await seen()).toEqual(before);
    await expectCounted({ store, port });
  });

  it("brings a database of the version before up to date with its data, and takes up where that stopped", async () => {
    const { port } = under();
    // As that version left it: without this one's migration.
    const ours = migrations.filter(({ name }) => name >= "0005");
    const tables =
      "former_name summed account_term tally amount account_words account_text account_index account_place finding revision source_part source account store_state schema_migration";
    await port.batch(
      tables
        .split(" ")
        .map((name) =>
          CompiledQuery.raw(`drop table if exists ${name} ${port.dialect === "postgresql" ? "cascade" : ""}`),
        ),
    );
    await migrate(
      port,
      migrations.filter(({ name }) => name < "0005"),
    );
    await writeEarlier(port);
    expect(await migrate(port, migrations)).toEqual(ours.map(({ name }) => name));
    await expectCounted({ store: createStore(port), port });

    const queries: readonly ListQuery[] = [
      {},
      { sort: "recent" },
      { q: "四川" },
      { q: "米易县生态环境局" },
      { division: "5104", severity: "error" },
      { functional: "208", division: "51" },
    ];
    const seen = async () => {
      // A store of its own: what it knew before may not help it.
      const store = createStore(port);
      const lists = await Promise.all(queries.map((query) => all(store, query)));
      return { lists, facets: await store.facets({ q: "四川" }), sums: await store.aggregate({ by: "functional" }) };
    };
    const before = await seen();
    expect(before.lists.map(({ length }) => length)).toEqual([3, 3, 3, 1, 1, 2]);
    const store = createStore(port);
    // What was published anew moves to where it belongs; all are found at every moment.
    const sorted = ({ lists, ...rest }: typeof before) => ({ lists: lists.map((ids) => ids.toSorted()), ...rest });
    expect(await store.reindex(2)).toBe(2);
    expect(sorted(await seen())).toEqual(sorted(before));
    expect(await store.reindex()).toBe(1);
    const after = await seen();
    expect(sorted(after)).toEqual(sorted(before));
    expect(after.lists[1]).toEqual(["a109", "a471", "a148"]);
    await expectCounted({ store, port });

    const [id] = before.lists[4]!;
    expect(await store.reading(id!)).toMatchObject({ revision: 1 });
    await store.putDocument(entry({ sha256: "e".repeat(64) }, { id: id! }));
    await expectCounted({ store, port });
    expect((await store.revisions(id!)).map(({ number }) => number)).toEqual([1, 2]);
    await store.tidy();
    expect(await all(store, { q: "四川" })).toHaveLength(3);
  });
}
