import { ApiProblem, createClient } from "./index.ts";
import { examine } from "@juesuan/readers";
import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../app.ts";
import { serve, type Serving } from "../node/serve.ts";

// The client for developers, against a service that listens.

const TOKEN = "a-token-that-nobody-guesses";
const text = (county: string, year = 2023) => `${county}财政局${year}年度部门决算

第二部分 ${year}年度部门决算情况说明

一、收入支出决算总体情况说明
${year}年度收、支总计3037.90万元。

二、收入决算情况说明
${year}年本年收入合计2826.88万元，其中：一般公共预算财政拨款收入2819.38万元，占99.7%；其他收入7.50万元，占10.3%。
`;
let serving: Serving;
let address = "";

beforeAll(async () => {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN));
  const tokens = [{ name: "test", sha256: Buffer.from(hash).toString("hex") }];
  serving = await serve(createApp({ store: createStore(port), examine, tokens }), { port: 0 });
  address = `${serving.url}/`;
});
afterAll(() => serving.close());

describe("the client", () => {
  it("keeps documents, finds them and gives every part of them", async () => {
    const client = createClient({ address, token: TOKEN });
    const put = await client.put(text("攀枝花市仁和区"), { name: "决算.txt" });
    expect(put).toMatchObject({ outcome: "created", findings: { errors: 1 } });
    await client.put(text("攀枝花市东区"), { name: "b.txt" });
    expect(await client.list({ division: "5104", limit: 1 })).toMatchObject({ total: 2, exact: true });
    const departments = [];
    for await (const { department } of client.all({ year: 2023 })) departments.push(department);
    expect(departments.toSorted()).toEqual(["攀枝花市东区财政局", "攀枝花市仁和区财政局"]);
    const newest = [];
    for await (const { id } of client.all({ sort: "recent", severity: "error" })) newest.push(id);
    expect(newest.at(-1)).toBe(put.id);
    expect((await client.list({ sort: "recent", limit: 1 })).accounts[0]).toMatchObject({ id: newest[0] });
    expect(await client.account(put.id)).toMatchObject({ file: "决算.txt", revisions: [{ number: 1 }] });
    expect(await client.report(put.id)).toMatchObject({ department: "攀枝花市仁和区财政局" });
    expect(await client.findings(put.id, { severity: "error" })).toHaveLength(1);
    expect(new TextDecoder().decode(await client.source(put.id))).toBe(text("攀枝花市仁和区"));
    expect(await client.peers(put.id)).toMatchObject({
      office: "财政局",
      accounts: [{ department: "攀枝花市东区财政局" }],
    });
    expect((await client.outliers(put.id)).standings.every(({ outlier }) => outlier === null)).toBe(true);
    expect(await client.facets()).toMatchObject({ total: 2, province: [{ value: "51", count: 2 }] });
    expect(await client.aggregate({ by: "year" })).toMatchObject({ by: "year" });
    const { ids, rows } = await client.compare([put.id], { keys: ["total-receipts"], per: "head" });
    expect({ ids, rows }).toEqual({
      ids: [put.id],
      rows: [{ key: "total-receipts", fen: [3_037_900_000], ratio: [null] }],
    });
  });

  it("checks without keeping", async () => {
    const client = createClient({ address });
    const { documents, summary } = await client.check(text("某县"), "a.txt");
    expect(documents[0]).toMatchObject({ department: "某县财政局" });
    expect(summary.errors).toBe(1);
    expect((await client.list({ q: "某县" })).total).toBe(0);
  });

  it("writes a disclosure from accounts, and gives and takes the form as a workbook", async () => {
    const client = createClient({ address });
    const accounts = new TextEncoder().encode(text("某县"));
    const { title, complete, form } = await client.draft({ accounts });
    expect({ title, complete, asked: Object.keys(form.texts).length > 0 }).toEqual({
      title: "某县财政局2023年度部门决算",
      complete: false,
      asked: true,
    });
    const workbook = await client.draftFile({ accounts }, "form");
    expect(await client.draft({ accounts, form: workbook })).toMatchObject({ title });
    const texts = { responsibilities: "拟订财税规划。" };
    const written = await client.draftFile({ accounts, form: { texts } }, "md");
    expect(new TextDecoder().decode(written)).toContain("拟订财税规划。");
    await expect(client.draft({ accounts, profile: "mars" })).rejects.toMatchObject({ code: "bad-request" });
  });

  it("throws what the service says, in both languages, with what finds it in the log", async () => {
    const client = createClient({ address });
    const problem = await client.account("none").catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ code: "not-found", status: 404, messageEn: expect.stringContaining("none") });
    expect((problem as ApiProblem).requestId).not.toBe("");
    await expect(client.put(text("某县"))).rejects.toMatchObject({ code: "unauthorised", status: 401 });
    await expect(client.check("")).rejects.toMatchObject({ code: "empty-document" });
  });
});
