import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { examine } from "@juesuan/readers";
import { readCells } from "@juesuan/readers/cells";
import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { unzipSync, zipSync } from "fflate";
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

/** The workbook with a word in the line of an entry, as who fills it in writes it. */
function filledIn(workbook: Uint8Array, id: string, words: string): Uint8Array<ArrayBuffer> {
  const files = unzipSync(workbook);
  const sheet = new TextDecoder().decode(files["xl/worksheets/sheet1.xml"]!);
  const [, row] = new RegExp(`<c r="G(\\d+)"[^>]*>(?:(?!</c>).)*${id}<`).exec(sheet)!;
  const cell = new RegExp(`<c r="E${row}"( [^>]*?)?(?:/>|>.*?</c>)`);
  expect(sheet).toMatch(cell);
  const filled = sheet.replace(cell, `<c r="E${row}" t="inlineStr"><is><t>${words}</t></is></c>`);
  return new Uint8Array(zipSync({ ...files, "xl/worksheets/sheet1.xml": new TextEncoder().encode(filled) }));
}

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

  it("gives the form as a workbook, and takes it back filled in, beside the accounts", async () => {
    const form = await post("/v1/draft?to=form", { accounts });
    expect(decodeURIComponent(form.headers.get("content-disposition")!)).toContain("2023年度部门决算编写表.xlsx");
    const bytes = new Uint8Array(await form.arrayBuffer());
    expect(readCells(bytes).map(({ name }) => name)).toContain("编写表");

    const parts = new FormData();
    parts.set("accounts", new Blob([JSON.stringify(accounts)]), "accounts.json");
    parts.set("form", new Blob([filledIn(bytes, "reason:three-public", "接待任务增加")]), "编写表.xlsx");
    const written = await app.request("/v1/draft?to=md", { method: "POST", body: parts });
    expect(await written.text()).toContain("主要原因是接待任务增加。");
    // What was filled in stands in the form that is still to be filled in.
    const summary = await app.request("/v1/draft", { method: "POST", body: parts });
    expect(await summary.json()).toMatchObject({ form: { texts: { "reason:three-public": "接待任务增加" } } });
  });

  it("takes each part as JSON or as a file, and last year's with it", async () => {
    const parts = new FormData();
    parts.set("accounts", new Blob([readFileSync(`${FIXTURE}source.txt`)]), "source.txt");
    parts.set("last", new Blob([JSON.stringify(accounts)]), "last.json");
    parts.set("form", JSON.stringify({ date: "2024年9月25日" }));
    const response = await app.request("/v1/draft?to=txt", { method: "POST", body: parts });
    const written = await response.text();
    expect(written).toContain("2024年9月25日");
    // The same amounts as in the year before.
    expect(written).toContain("持平");
  });

  it("takes the accounts alone, whatever they are said to be", async () => {
    for (const type of ["application/json", "application/octet-stream", "application/x-www-form-urlencoded"]) {
      const response = await app.request("/v1/draft", {
        method: "POST",
        headers: { "content-type": type },
        body: JSON.stringify(accounts),
      });
      expect(await response.json()).toMatchObject({ profile: "sichuan", complete: false });
    }
  });

  it.each([
    ["accounts", undefined, "缺少 accounts"],
    ["accounts", '{"format":', "accounts不是有效的 JSON"],
    ["form", '{"figures":7}', "form有误：figures"],
    ["form", "{", "form不是有效的 JSON"],
  ] as const)("says which part is wrong: %s as %s", async (part, content, message) => {
    const parts = new FormData();
    parts.set("accounts", JSON.stringify(accounts));
    if (content === undefined) parts.delete(part);
    else parts.set(part, content);
    parts.set("other", "x");
    const response = await app.request("/v1/draft", { method: "POST", body: parts });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { detail: string }).detail).toContain(message);
  });

  it("refuses a workbook that is no form, a document that is no final accounts, and nothing at all", async () => {
    const parts = new FormData();
    parts.set("accounts", JSON.stringify(accounts));
    parts.set("form", new Blob([await (await post("/v1/draft?to=xlsx", { accounts })).arrayBuffer()]), "表.xlsx");
    const other = await app.request("/v1/draft", { method: "POST", body: parts });
    expect([other.status, ((await other.json()) as { detail: string }).detail]).toEqual([
      422,
      expect.stringContaining("不是编写表"),
    ]);
    const budget = new TextEncoder().encode(
      "某县财政局2024年部门预算\n\n一、收支预算总表\n2024年收入预算总额100.00万元。\n",
    );
    const refused = await app.request("/v1/draft?name=a.txt", { method: "POST", body: budget });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([422, "not-final-accounts"]);
    const empty = await app.request("/v1/draft", { method: "POST", body: "" });
    expect([empty.status, ((await empty.json()) as { code: string }).code]).toEqual([400, "empty-document"]);
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
