import { examine } from "@juesuan/readers";
import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { Schema, Table } from "tableschema";
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.ts";

// A year in bulk, of real disclosures, as the programs of others read it.

const FIXTURE = new URL("../../../fixtures/renhe-hrss-2023/source.txt", import.meta.url);
const TEXT = `某县财政局2023年度部门决算

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况说明
2023年度收、支总计3037.90万元。
`;

let app: ReturnType<typeof createApp>;
let printed = 0;

beforeAll(async () => {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  const store = createStore(port);
  for (const [id, bytes] of [
    ["renhe", new Uint8Array(readFileSync(FIXTURE))],
    ["county", new TextEncoder().encode(TEXT)],
  ] as const) {
    const examined = await examine(bytes, { name: `${id}.txt` });
    printed += examined.report.facts.length;
    await store.putDocument({ id, ...examined });
  }
  app = createApp({ store, examine });
});

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

  it("is refused by that judge when a cell does not fit", async () => {
    const schema = await Schema.load({ fields: [{ name: "page", type: "integer" }] }, { strict: true });
    const table = await Table.load(() => Readable.from([Buffer.from("page\r\nfour\r\n")]), { schema });
    await expect(table.read()).rejects.toThrow();
  });
});
