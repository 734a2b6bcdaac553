import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { examine } from "@juesuan/readers";
import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.ts";

const FIXTURE = fileURLToPath(new URL("../../../fixtures/renhe-hrss-2023/", import.meta.url));
const accounts: unknown = JSON.parse(readFileSync(`${FIXTURE}accounts.json`, "utf8"));
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  app = createApp({ store: createStore(port), examine });
});

const post = (path: string, body: unknown) =>
  app.request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

describe("POST /v1/draft", () => {
  it("says what is missing, with a form for it", async () => {
    const response = await post("/v1/draft", { accounts });
    expect(await response.json()).toMatchObject({
      title: "攀枝花市仁和区人力资源和社会保障局2023年度部门决算",
      complete: false,
      corrections: [{ printed: "98.9%", written: "99.8%" }, { printed: "2819.38元" }],
      form: { texts: { "reason:three-public": "" } },
    });
  });

  it("writes what the form answers into the draft", async () => {
    const form = { texts: { "reason:three-public": "接待任务增加" } };
    const response = await post("/v1/draft?to=html", { accounts, form });
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).toContain("主要原因是接待任务增加。");
    const word = await post("/v1/draft?to=docx", { accounts, form });
    expect(new Uint8Array(await word.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it("takes a file as it is", async () => {
    const body = readFileSync(`${FIXTURE}source.txt`);
    const response = await app.request("/v1/draft?to=md&name=source.txt", { method: "POST", body });
    expect(await response.text()).toContain("占本年支出合计的99.8%");
  });

  it.each([
    [{ accounts: { format: "other" } }, "", 400, "accounts"],
    [{ accounts, form: { figures: { "operating-costs{period=previous}": "八十" } } }, "", 422, "不是数字"],
    [{ accounts }, "?profile=mars", 400, "mars"],
    ["no object", "", 400, "请求体有误"],
  ] as const)("refuses what it cannot write from, and says why", async (body, query, status, message) => {
    const response = await post(`/v1/draft${query}`, body);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { detail: string }).detail).toContain(message);
  });
});
