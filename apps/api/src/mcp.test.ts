import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { examine } from "@juesuan/readers";
import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.ts";
import { answerMcp, toolsOf } from "./mcp.ts";
import { serve, type Serving } from "./node/serve.ts";

// A real client of the protocol, over HTTP, against the real reader.

const TEXT = `某县财政局2023年度部门决算

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况说明
2023年度收、支总计3037.90万元。

二、收入决算情况说明
2023年本年收入合计2826.88万元，其中：一般公共预算财政拨款收入2819.38万元，占99.7%；其他收入7.50万元，占10.3%。
`;

let serving: Serving;
let client: Client;

beforeAll(async () => {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  const store = createStore(port);
  await store.putDocument({ id: "finance", ...(await examine(new TextEncoder().encode(TEXT), { name: "a.txt" })) });
  serving = await serve(createApp({ store, examine }), { port: 0 });
  client = new Client({ name: "test", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${serving.url}/mcp`)));
});
afterAll(async () => {
  await client.close();
  await serving.close();
});

const call = async (name: string, input: Record<string, unknown> = {}) => {
  const { content, isError } = await client.callTool({ name, arguments: input });
  const [{ text }] = content as [{ text: string }];
  return { isError, text, value: isError ? undefined : (JSON.parse(text) as Record<string, unknown>) };
};

describe("the Model Context Protocol", () => {
  it("lists tools with schemas", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "search_accounts",
      "get_figures",
      "get_findings",
      "sum_accounts",
      "get_standing",
      "check_text",
      "draft_disclosure",
      "explain_relation",
    ]);
    for (const { inputSchema } of tools) expect(inputSchema.type).toBe("object");
  });

  it("searches, fetches figures with their places, and findings", async () => {
    expect((await call("search_accounts", { q: "财政" })).value).toMatchObject({
      total: 1,
      items: [{ id: "finance" }],
    });
    const figures = await call("get_figures", { id: "finance", concept: "total-receipts" });
    expect(figures.value).toMatchObject({
      total: 1,
      figures: [{ key: "total-receipts", value: "3037.90", source: { text: "3037.90" } }],
    });
    const findings = await call("get_findings", { id: "finance", severity: "error" });
    expect(findings.text).toContain("10.3%");
  });

  it("adds up, and explains what is checked", async () => {
    const sums = JSON.parse((await call("sum_accounts", { by: "year", concept: "revenue" })).text) as unknown;
    expect(sums).toEqual([{ value: "2023", accounts: 1, yuan: "28268800.00" }]);
    const all = JSON.parse((await call("explain_relation")).text) as { id: string; title: string }[];
    expect(all.length).toBeGreaterThan(50);
    expect((await call("explain_relation", { id: all[0]!.id })).value).toMatchObject(all[0]!);
    expect(await call("explain_relation", { id: "none" })).toMatchObject({ isError: true });
  });

  it("says how an account stands among its peers, and that there are too few to judge", async () => {
    const { value } = await call("get_standing", { id: "finance" });
    expect(value).toMatchObject({
      peers: 0,
      standings: expect.arrayContaining([expect.objectContaining({ outlier: null })]),
    });
    expect(await call("get_standing", { id: "none" })).toMatchObject({ isError: true });
  });

  it("checks a text without keeping it", async () => {
    const { value } = await call("check_text", { text: TEXT.replace("占10.3%", "占0.3%") });
    expect(value).toMatchObject({ department: "某县财政局", fiscalYear: 2023 });
    expect((await call("search_accounts")).value).toMatchObject({ total: 1 });
  });

  it("writes a disclosure anew, with a form for what is missing, and puts what was wrong right", async () => {
    const { value } = await call("draft_disclosure", { id: "finance", markdown: true });
    expect(value).toMatchObject({ title: "某县财政局2023年度部门决算", complete: false });
    expect(value!.markdown).toContain("2826.88万元");
    const form = { texts: { responsibilities: "拟订财税规划。" } };
    const filled = await call("draft_disclosure", { id: "finance", form, markdown: true });
    expect(filled.value!.markdown).toContain("拟订财税规划。");
    const wrong = { figures: { "operating-costs": "八十" } };
    expect(await call("draft_disclosure", { id: "finance", form: wrong })).toMatchObject({
      isError: true,
      text: expect.stringContaining("八十"),
    });
  });

  it("says why a tool has no answer", async () => {
    expect(await call("get_figures", { id: "none" })).toMatchObject({
      isError: true,
      text: expect.stringContaining("none"),
    });
    expect(await call("get_findings", { id: "finance", severity: "nonsense" })).toMatchObject({ isError: true });
    await expect(client.callTool({ name: "no_such_tool" })).rejects.toThrow("no_such_tool");
    expect(await call("search_accounts", { cursor: "nonsense" })).toMatchObject({
      isError: true,
      text: expect.stringContaining("cursor"),
    });
  });

  it("takes no argument that a tool does not have: a misspelt filter is none, and would give a sum over everything", async () => {
    expect(await call("sum_accounts", { by: "year", divison: "51" })).toMatchObject({
      isError: true,
      text: expect.stringContaining("divison"),
    });
    expect(await call("get_figures", { id: "a\0b" })).toMatchObject({ isError: true });
  });

  it("tells its log, and not the assistant, what went wrong inside", async () => {
    const told: unknown[] = [];
    const broken = { ...createStore(openSqlite(":memory:")) };
    const message = {
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: "sum_accounts", arguments: { by: "year" } },
    };
    const { body } = await answerMcp(JSON.stringify(message), toolsOf(broken, examine), {
      version: "1",
      onError: (error) => told.push(error),
    });
    expect(told).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain("no such table");
  });

  it.each([
    ["not JSON", "{", 400],
    ["not a request", "[]", 400],
    ["a notification", '{"jsonrpc":"2.0","method":"notifications/initialized"}', 202],
  ])("answers %s as the protocol says", async (_, text, status) => {
    expect((await answerMcp(text, [], { version: "1" })).status).toBe(status);
  });
});
