import type { Disclosure, Finding } from "@juesuan/core";
import { CompiledQuery } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate, type Migration } from "./migrate.ts";
import type { Port } from "./port.ts";
import type { Store } from "./model.ts";
import { scaleConformance } from "./scale.suite.ts";
import { searchConformance } from "./search.suite.ts";
import { createStore } from "./store.ts";
import { disclosure, document, entry } from "./entry.suite.ts";

/** An engine under test: an empty database for every test. */
export interface Engine {
  open(): Promise<{ port: Port; close(): void | Promise<void> }>;
}

const finding = (relation: string, severity: Finding["severity"] = "error"): Finding => ({
  relation,
  title: "占比",
  titleEn: "Share",
  severity,
  verdict: "inconsistent",
  message: "称占98.9%，但3030.4÷3037.9＝99.75%，应为99.8%。",
  messageEn: "98.9% is stated, but 3030.4 ÷ 3037.9 = 99.75%: should be 99.8%.",
  stated: "98.9",
  expected: "99.8",
  sources: [],
  culprits: [],
  suggestion: null,
  suggestionEn: null,
  basis: { zh: "算术", en: "Arithmetic" },
  symptoms: [],
  fingerprint: `${relation}-1`,
});

const noteOf = (name: string) => CompiledQuery.raw(`insert into schema_migration (name) values ('${name}')`);

/** A server or a runtime answers each question through a connection, on machines that do other things too: milliseconds. */
const SLOW = 240_000;

/** What every engine must do alike. Run it with `storeConformance("SQLite", { open })` in a test file. */
export function storeConformance(name: string, engine: Engine, migrations: readonly Migration[]): void {
  describe(`store on ${name}`, { timeout: SLOW }, () => {
    let port: Port;
    let store: Store;
    let close: () => void | Promise<void>;
    beforeEach(async () => {
      ({ port, close } = await engine.open());
      await migrate(port, migrations);
      store = createStore(port, { now: () => new Date("2024-09-25T00:00:00Z") });
    }, SLOW);
    afterEach(() => close());

    it("migrates once", async () => {
      expect(await migrate(port, migrations)).toEqual([]);
    });

    it("gives back what was put", async () => {
      const put = await store.putDocument(
        entry(
          { findings: [finding("share"), finding("title", "warning")] },
          { id: "renhe-hrss-2023", accounts: { totals: "3037.90" }, region: "四川省" },
        ),
      );
      expect(put).toEqual({ id: "renhe-hrss-2023", revision: 1, outcome: "created" });
      expect(await store.get("renhe-hrss-2023")).toEqual({
        id: "renhe-hrss-2023",
        division: "510411",
        level: "county",
        department: "攀枝花市仁和区人力资源和社会保障局",
        fiscalYear: 2023,
        region: "四川省",
        profile: "sichuan-2023",
        kind: "final-accounts",
        unit: "ten-thousand-yuan",
        revision: 1,
        sha256: "a".repeat(64),
        figures: { printed: 3, bound: 2, unbound: 1 },
        findings: { errors: 1, warnings: 1 },
        recordedAt: "2024-09-25T00:00:00.000Z",
        updatedAt: "2024-09-25T00:00:00.000Z",
        file: "renhe.txt",
        source: null,
        staff: null,
        spending: null,
        accounts: { totals: "3037.90" },
      });
      expect(await store.findings("renhe-hrss-2023")).toEqual([finding("share"), finding("title", "warning")]);
      expect(await store.reading("renhe-hrss-2023")).toMatchObject({ revision: 1, document, disclosure });
    });

    it("keeps the published bytes once, in parts, and gives them back as they were", async () => {
      const source = Uint8Array.from({ length: 1_300_000 }, (_, index) => (index * 7 + (index >> 8)) % 256);
      const { id } = await store.putDocument(entry({ format: "pdf" }, { source }));
      await store.putDocument(entry({ format: "pdf" }, { id: "the-same-bytes", source }));
      const found = (await store.source(id))!;
      expect(found).toMatchObject({ sha256: "a".repeat(64), size: 1_300_000, format: "pdf", file: "renhe.txt" });
      expect(await store.get(id)).toMatchObject({ source: 1_300_000 });
      const parts: Uint8Array[] = [];
      for await (const part of found.parts()) parts.push(part);
      expect(Buffer.concat(parts).equals(source)).toBe(true);
      // A part of them, from one row into the next.
      const some: Uint8Array[] = [];
      for await (const part of found.parts(524_200, 524_300)) some.push(part);
      expect(Buffer.concat(some).equals(source.slice(524_200, 524_300))).toBe(true);
      expect(await port.all(CompiledQuery.raw("select sha256 from source"))).toHaveLength(1);
    });

    it("keeps bytes it did not have of a document it knows, none that are too large, none it was not given", async () => {
      const { id } = await store.putDocument(entry());
      expect(await store.source(id)).toBeUndefined();
      const source = new TextEncoder().encode("收入总计3037.90万元");
      const small = createStore(port, { keep: 4 });
      await small.putDocument(entry({}, { source }));
      expect(await store.source(id)).toBeUndefined();
      expect(await store.putDocument(entry({}, { source }))).toMatchObject({ outcome: "unchanged" });
      expect(await store.source(id, 1)).toMatchObject({ size: source.length });
      expect(await store.source(id, 2)).toBeUndefined();
    });

    it("knows nothing of what was not put", async () => {
      expect(await store.get("x")).toBeUndefined();
      expect(await store.reading("x")).toBeUndefined();
      expect(await store.findings("x")).toBeUndefined();
      expect(await store.revisions("x")).toEqual([]);
      const { id } = await store.putDocument(entry());
      expect(await store.findings(id, 2)).toBeUndefined();
      expect(await store.reading(id, 2)).toBeUndefined();
    });

    it("changes nothing when a document is put twice", async () => {
      const first = await store.putDocument(entry({ findings: [finding("share")] }));
      const before = await store.get(first.id);
      expect(await store.putDocument(entry({ findings: [finding("share")] }))).toEqual({
        ...first,
        outcome: "unchanged",
      });
      expect(await store.get(first.id)).toEqual(before);
      expect(await store.revisions(first.id)).toHaveLength(1);
      expect(await store.findings(first.id)).toHaveLength(1);
    });

    it("takes a document published anew as a new revision of the same account", async () => {
      const first = await store.putDocument(entry({ findings: [finding("share")] }));
      const second = await store.putDocument(entry({ sha256: "b".repeat(64) }));
      expect(second).toEqual({ id: first.id, revision: 2, outcome: "revised" });
      expect((await store.revisions(first.id)).map(({ sha256 }) => sha256[0])).toEqual(["a", "b"]);
      expect(await store.findings(first.id)).toEqual([]);
      expect(await store.findings(first.id, 1)).toHaveLength(1);
      expect(await store.get(first.id)).toMatchObject({ revision: 2, findings: { errors: 0 } });
    });

    it("keeps the newest revision in front when an older one is read again", async () => {
      const { id } = await store.putDocument(entry());
      await store.putDocument(entry({ sha256: "b".repeat(64) }));
      const again = await store.putDocument(entry({ findings: [finding("share")] }));
      expect(again).toEqual({ id, revision: 1, outcome: "reread" });
      expect(await store.get(id)).toMatchObject({ revision: 2, findings: { errors: 0 } });
      expect(await store.findings(id, 1)).toHaveLength(1);
    });

    it("replaces what was read when the same bytes are read otherwise", async () => {
      const { id } = await store.putDocument(entry({ findings: [finding("a"), finding("b")] }));
      expect(await store.putDocument(entry({ findings: [finding("c")] }))).toMatchObject({
        revision: 1,
        outcome: "reread",
      });
      expect(await store.findings(id)).toEqual([finding("c")]);
      expect(await store.get(id)).toMatchObject({ findings: { errors: 1 } });
    });

    it("writes a batch whole or not at all", async () => {
      const { id } = await store.putDocument(entry());
      await expect(port.batch([noteOf("one"), noteOf("two"), noteOf("one")])).rejects.toThrow();
      expect(
        await port.all(CompiledQuery.raw("select name from schema_migration where name in ('one', 'two')")),
      ).toEqual([]);
      expect(await store.get(id)).toBeDefined();
    });

    it("lists newest year first, then by name, in pages that neither lose nor repeat a row", async () => {
      for (let index = 0; index < 25; index++) {
        await store.putDocument(
          entry(
            {
              department: `第${index % 10}局`,
              fiscalYear: 2020 + (index % 3),
              sha256: String(index).padStart(64, "0"),
            },
            { id: `d${index}` },
          ),
        );
      }
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.list({ limit: 4, ...(cursor ? { cursor } : {}) });
        expect(page.total).toBe(25);
        seen.push(...page.items.map(({ fiscalYear, department, id }) => `${9999 - fiscalYear} ${department} ${id}`));
        cursor = page.next;
      } while (cursor);
      expect(new Set(seen).size).toBe(25);
      expect(seen).toEqual([...seen].sort());
    });

    it("filters by department, year and region, and takes wildcards as letters", async () => {
      await store.putDocument(entry({}, { id: "renhe", region: "四川省攀枝花市" }));
      await store.putDocument(
        entry({ department: "上海市普陀区财政局", fiscalYear: 2024, sha256: "c".repeat(64) }, { id: "putuo" }),
      );
      const ids = async (query: Parameters<Store["list"]>[0]) => (await store.list(query)).items.map(({ id }) => id);
      expect(await ids({ department: "财政" })).toEqual(["putuo"]);
      expect(await ids({ year: 2023 })).toEqual(["renhe"]);
      expect(await ids({ region: "四川" })).toEqual(["renhe"]);
      expect(await ids({ region: "普陀" })).toEqual(["putuo"]);
      expect(await ids({ department: "%" })).toEqual([]);
      expect(await ids({ department: "局_" })).toEqual([]);
      expect(await ids({ department: "' or 1=1 --" })).toEqual([]);
    });

    const figure = (
      id: number,
      value: string,
      concept: string,
      dimensions: Disclosure["figures"][number]["dimensions"] = {},
    ): Disclosure["figures"][number] => ({
      id,
      text: value,
      value,
      decimals: 2,
      unit: "ten-thousand-yuan",
      concept,
      dimensions,
      source: { start: id, end: id + 1, text: value },
    });

    async function putTwo(): Promise<void> {
      const item = (name: string) => ({
        type: "named-item" as const,
        list: "expenditure-item" as const,
        name,
        source: { start: 0, end: 1, text: name },
      });
      await store.putDocument(
        entry(
          { findings: [finding("share")] },
          {
            id: "renhe",
            region: "四川省攀枝花市仁和区",
            disclosure: {
              ...disclosure,
              statements: [item("机关事业单位基本养老保险缴费支出")],
              figures: [
                figure(0, "3037.90", "expenditure"),
                figure(1, "2832.41", "expenditure", { functional: "208" }),
                figure(2, "205.49", "expenditure", { functional: "210" }),
                figure(3, "100.00", "expenditure", { functional: "20805" }),
                figure(4, "1.00", "expenditure", { functional: "208", period: "previous" }),
              ],
            },
          },
        ),
      );
      await store.putDocument(
        entry(
          { department: "上海市普陀区财政局", fiscalYear: 2024, sha256: "c".repeat(64) },
          {
            id: "putuo",
            region: "上海市普陀区",
            disclosure: {
              ...disclosure,
              department: "上海市普陀区财政局",
              figures: [
                figure(0, "2940.05", "expenditure"),
                figure(1, "2940.05", "expenditure", { fund: "general" }),
                figure(2, "2000.05", "expenditure", { functional: "201" }),
                figure(3, "940.00", "expenditure", { functional: "208" }),
              ],
            },
          },
        ),
      );
    }

    it("finds words of one character, of two and of many, in names, regions and items", async () => {
      await putTwo();
      const ids = async (q: string) => (await store.list({ q })).items.map(({ id }) => id);
      expect(await ids("养")).toEqual(["renhe"]);
      expect(await ids("养老")).toEqual(["renhe"]);
      expect(await ids("基本养老保险")).toEqual(["renhe"]);
      expect(await ids("老养")).toEqual([]);
      // Every pair is there, the word is not.
      expect(await ids("养老养老")).toEqual([]);
      expect(await ids("财政局 普陀")).toEqual(["putuo"]);
      expect(await ids("财政局 仁和")).toEqual([]);
      expect(await ids("局")).toEqual(["putuo", "renhe"]);
      expect(await ids("％")).toEqual(["putuo", "renhe"]);
      expect(await ids("' or 1=1 --")).toEqual([]);
    });

    it("forgets the words of a revision that was replaced", async () => {
      await putTwo();
      await store.putDocument(entry({ sha256: "d".repeat(64) }, { id: "renhe" }));
      expect((await store.list({ q: "养老" })).total).toBe(0);
    });

    it("filters by class, fund and severity, and counts what it can be narrowed by", async () => {
      await putTwo();
      const ids = async (query: Parameters<Store["list"]>[0]) => (await store.list(query)).items.map(({ id }) => id);
      expect(await ids({ functional: "208" })).toEqual(["putuo", "renhe"]);
      expect(await ids({ functional: "210" })).toEqual(["renhe"]);
      expect(await ids({ fund: "general" })).toEqual(["putuo"]);
      expect(await ids({ severity: "error" })).toEqual(["renhe"]);
      const PUTUO = { count: 1, withErrors: 0, errorsFound: 0, figures: { printed: 3, bound: 2 } };
      const RENHE = { ...PUTUO, withErrors: 1, errorsFound: 1 };
      expect(await store.facets()).toEqual({
        total: 2,
        exact: true,
        errors: 1,
        warnings: 0,
        errorsFound: 1,
        figures: { printed: 6, bound: 4 },
        year: [
          { value: "2023", ...RENHE },
          { value: "2024", ...PUTUO },
        ],
        region: [
          { value: "上海市普陀区", ...PUTUO },
          { value: "四川省攀枝花市仁和区", ...RENHE },
        ],
        province: [
          { value: "31", ...PUTUO },
          { value: "51", ...RENHE },
        ],
        functional: [
          { value: "208", count: 2, withErrors: 1, errorsFound: 1, figures: { printed: 6, bound: 4 } },
          { value: "201", ...PUTUO },
          { value: "210", ...RENHE },
        ],
      });
      expect(await store.facets({ q: "养老" })).toMatchObject({ total: 1, errors: 1 });
    });

    it("adds up by year and by class, exactly, no part twice", async () => {
      await putTwo();
      expect(await store.aggregate({ by: "year" })).toEqual([
        { value: "2023", accounts: 1, fen: 3_037_900_000 },
        { value: "2024", accounts: 1, fen: 2_940_050_000 },
      ]);
      expect(await store.aggregate({ by: "functional" })).toEqual([
        { value: "201", accounts: 1, fen: 2_000_050_000 },
        { value: "208", accounts: 2, fen: 3_772_410_000 },
        { value: "210", accounts: 1, fen: 205_490_000 },
      ]);
      expect(await store.aggregate({ by: "year", of: "general" })).toEqual([
        { value: "2024", accounts: 1, fen: 2_940_050_000 },
      ]);
    });

    it("sets accounts side by side", async () => {
      await putTwo();
      expect(await store.compare(["renhe", "putuo"])).toEqual([
        { key: "expenditure", fen: [3_037_900_000, 2_940_050_000] },
        { key: "expenditure{functional=208}", fen: [2_832_410_000, 940_000_000] },
      ]);
      expect(await store.compare(["putuo", "renhe"], ["expenditure{functional=210}"])).toEqual([
        { key: "expenditure{functional=210}", fen: [null, 205_490_000] },
      ]);
    });

    it("leaves nothing half-written when a batch fails", async () => {
      await putTwo();
      const failing: Port = {
        ...port,
        dialect: port.dialect,
        batch: (queries) => port.batch([...queries, noteOf("0001_accounts.sql")]),
      };
      const broken = createStore(failing);
      await expect(broken.putDocument(entry({ sha256: "e".repeat(64) }, { id: "renhe" }))).rejects.toThrow();
      expect(await store.get("renhe")).toMatchObject({ revision: 1 });
      expect((await store.list({ q: "养老" })).total).toBe(1);
      expect(await store.revisions("renhe")).toHaveLength(1);
    });

    scaleConformance(() => ({ store, port }));
    searchConformance(() => ({ store, port }), migrations);

    it("refuses a cursor that it did not give", async () => {
      await expect(store.list({ cursor: "nonsense" })).rejects.toMatchObject({ code: "bad-cursor" });
      const made: readonly (readonly unknown[])[] = [
        ["2023", 1, 2],
        [9_007_199_254_740_991, "a", "b"],
        [2023, "a\0b", "c"],
        [1.5, "a", "b"],
        ["recent", 1, 2, 3],
      ];
      for (const keys of made)
        await expect(store.list({ cursor: btoa(JSON.stringify(keys)) })).rejects.toMatchObject({ code: "bad-cursor" });
      // Of its own kind, and of a place that no account has.
      for (const place of [9_007_199_254_740_991, -9_007_199_254_740_991]) {
        const cursor = btoa(JSON.stringify([place, 1, true]));
        expect((await store.list({ q: "局", cursor })).items.length).toBeLessThan(100);
        const recent = btoa(JSON.stringify(["recent", place]));
        expect((await store.list({ sort: "recent", year: 2023, cursor: recent })).items.length).toBeLessThan(100);
      }
    });
  });
}
