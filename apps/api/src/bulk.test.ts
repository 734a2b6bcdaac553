import { examine } from "@juesuan/readers";
import { createStore, migrate, type Store } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { Schema, Table } from "tableschema";
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.ts";
import { folderSpool } from "./node/spool.ts";

// A year in bulk, of real disclosures, as the programs of others read it.

const FIXTURE = new URL("../../../fixtures/renhe-hrss-2023/source.txt", import.meta.url);
const TEXT = `某县财政局2023年度部门决算

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况说明
2023年度收、支总计3037.90万元。
`;

let app: ReturnType<typeof createApp>;
let store: Store;
let printed = 0;

beforeAll(async () => {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  store = createStore(port);
  for (const [id, bytes] of [
    ["renhe", new Uint8Array(readFileSync(FIXTURE))],
    ["county", new TextEncoder().encode(TEXT)],
  ] as const) {
    const examined = await examine(bytes, { name: `${id}.txt` });
    printed += examined.report.facts.length;
    await store.putDocument({ id, ...examined });
  }
  app = createApp({ store, examine });
}, 60_000);

const bytesOf = async (path: string) => {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-request-id")).toMatch(/.+/);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  return new Uint8Array(await answer.arrayBuffer());
};

describe("a year in bulk", () => {
  it("is Parquet that another reader takes, with amounts as exact decimals", async () => {
    const file = (await bytesOf("/v1/bulk/2023/figures.parquet")).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(printed);
    const total = rows.find(({ account, key }) => account === "county" && key === "total-receipts")!;
    expect(total).toMatchObject({ value: "3037.90", unit: "ten-thousand-yuan", yuan: 30_379_000 });
    // A share is no amount of money.
    for (const { unit, yuan } of rows) expect(yuan === null).toBe(!/yuan/.test(String(unit)));
    const accounts = await parquetReadObjects({ file: (await bytesOf("/v1/bulk/2023/accounts.parquet")).buffer });
    expect(accounts.map(({ id }) => id).toSorted()).toEqual(["county", "renhe"]);
    expect(await parquetReadObjects({ file: (await bytesOf("/v1/bulk/1999/figures.parquet")).buffer })).toEqual([]);
  });

  it("is a zip of workbooks, one for each account with tables", async () => {
    const files = unzipSync(await bytesOf("/v1/bulk/2023/workbooks.zip"));
    expect(Object.keys(files)).toEqual(
      [expect.stringMatching(/^renhe .+\.xlsx$/), expect.stringMatching(/^county .+\.xlsx$/)].filter(
        (_, index) => index < Object.keys(files).length,
      ),
    );
    for (const file of Object.values(files)) expect(Object.keys(unzipSync(file))).toContain("xl/workbook.xml");
  });

  it("is a data package whose schemas are valid and whose rows fit them, by the judge that Frictionless keeps", async () => {
    const descriptor = (await (await app.request("/v1/bulk/2023/datapackage.json")).json()) as {
      name: string;
      resources: { path: string; schema: object }[];
      model: { measures: Record<string, { source: string }>; dimensions: Record<string, { attributes: object }> };
    };
    expect(descriptor.name).toMatch(/^[a-z0-9._-]+$/);
    const names = new Set<string>();
    for (const { path, schema } of descriptor.resources) {
      const judged = await Schema.load(schema, { strict: true });
      expect(judged.valid).toBe(true);
      for (const name of judged.fieldNames) names.add(name);
      const csv = Buffer.from(await bytesOf(`/v1/bulk/2023/${path}`));
      const table = await Table.load(() => Readable.from([csv]), { schema: judged });
      // Reads every row, casts every cell, and throws at the first that does not fit or repeats a key.
      const rows = (await table.read({ keyed: true })) as Record<string, unknown>[];
      expect(rows).toHaveLength(path === "accounts.csv" ? 2 : printed);
    }
    // What the model calls measure or dimension is there.
    for (const { source } of Object.values(descriptor.model.measures)) expect(names).toContain(source);
    for (const { attributes } of Object.values(descriptor.model.dimensions))
      for (const name of Object.keys(attributes)) expect(names).toContain(name);
  });

  it("is described as a Fiscal Data Package, by the judge and the schema that Frictionless keeps", async () => {
    const descriptor = (await (await app.request("/v1/bulk/2023/datapackage.json")).json()) as {
      model: { dimensions: Record<string, object> };
    };
    // It comes without types.
    const { Profile } = (await import("datapackage" as string)) as {
      Profile: {
        load(name: string): Promise<{ validate(descriptor: unknown): { valid: boolean; errors: unknown[] } }>;
      };
    };
    const profile = await Profile.load("fiscal-data-package");
    expect(profile.validate(descriptor)).toEqual({ valid: true, errors: [] });
    // It knows kinds of dimensions, and refuses one of our own making.
    descriptor.model.dimensions.department = { ...descriptor.model.dimensions.department, dimensionType: "office" };
    expect(profile.validate(descriptor).valid).toBe(false);
  });

  it("is not sent again to who has it, until an account of the year changes", async () => {
    const first = await app.request("/v1/bulk/2023/accounts.csv");
    const etag = first.headers.get("etag")!;
    const again = () => app.request("/v1/bulk/2023/accounts.csv", { headers: { "if-none-match": etag } });
    expect((await again()).status).toBe(304);
    expect((await app.request("/v1/bulk/2022/accounts.csv", { headers: { "if-none-match": etag } })).status).toBe(200);
    const examined = await examine(new TextEncoder().encode(TEXT.replaceAll("某县财政局", "某县审计局")), {
      name: "c.txt",
    });
    await store.putDocument({ id: "audit", ...examined });
    expect((await again()).status).toBe(200);
  });

  it("is given in parts once it is whole, where there is room to keep it", async () => {
    const spool = folderSpool(undefined, { leastFree: 0 });
    const kept = createApp({ store, examine, spool, compressed: true });
    const path = "/v1/bulk/2023/figures.parquet";
    const ask = (headers: Record<string, string> = {}, method = "GET") => kept.request(path, { method, headers });
    try {
      const head = await ask({}, "HEAD");
      expect([head.status, head.headers.get("accept-ranges")]).toEqual([200, "none"]);
      const all = new Uint8Array(await (await ask()).arrayBuffer());
      const whole = await ask({}, "HEAD");
      expect(Object.fromEntries(whole.headers)).toMatchObject({
        "accept-ranges": "bytes",
        "content-length": String(all.length),
        etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      });
      const etag = whole.headers.get("etag")!;
      const part = await ask({ range: "bytes=4-9", "if-range": etag, "accept-encoding": "gzip" });
      expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 4-9/${all.length}`]);
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(all.slice(4, 10));
      // The end of it, where Parquet says what it holds.
      const end = await ask({ range: "bytes=-4" });
      expect(await end.text()).toBe("PAR1");
      const rest = await ask({ range: `bytes=${all.length - 4}-` });
      expect(await rest.text()).toBe("PAR1");
      const beyond = await ask({ range: `bytes=${all.length}-` });
      expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${all.length}`]);
      for (const range of ["bytes=9-4", "bytes=0-1,3-4", "lines=1-2", "bytes=-", "bytes=a-b"])
        expect((await ask({ range })).status).toBe(200);
      expect((await ask({ range: "bytes=4-9", "if-range": '"another"' })).status).toBe(200);
      expect((await ask({ "if-none-match": etag })).status).toBe(304);
    } finally {
      spool.close();
    }
  });

  it("is refused by that judge when a cell does not fit", async () => {
    const schema = await Schema.load({ fields: [{ name: "page", type: "integer" }] }, { strict: true });
    const table = await Table.load(() => Readable.from([Buffer.from("page\r\nfour\r\n")]), { schema });
    await expect(table.read()).rejects.toThrow();
  });
});
