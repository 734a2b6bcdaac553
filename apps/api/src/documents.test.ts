import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { beforeEach, describe, expect, it } from "vitest";
import { appOfTwo, jsonOf, TOKEN } from "./app.fake.ts";
import { createApp } from "./app.ts";
import { examine } from "./examine.fake.ts";
import { parseTokens } from "./tokens.ts";

let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  app = await appOfTwo();
});

const json = (path: string, init?: RequestInit) => jsonOf(app, path, init);

describe("import", () => {
  const post = (headers: Record<string, string>, body = "98.9% 新的") =>
    json("/v1/accounts?region=四川省", { method: "POST", body, headers });

  it("takes a document from who holds a token, once", async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const first = await post(headers);
    expect(first).toMatchObject({ status: 200, body: { outcome: "created", findings: { errors: 1 } } });
    expect(await post(headers)).toMatchObject({ status: 200, body: { outcome: "unchanged" } });
    const { id } = first.body as unknown as { id: string };
    expect((await json(`/v1/accounts/${id}`)).body).toMatchObject({ region: "四川省", division: "510411" });
  });

  it("lets a token do what it is for, and nothing else", async () => {
    const sha256 = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN))).toString("hex");
    const port = openSqlite(":memory:");
    await migrate(port, migrations);
    const scoped = createApp({ store: createStore(port), examine, tokens: parseTokens(`one:${sha256}:rename`) });
    const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
    const put = await scoped.request("/v1/accounts", { method: "POST", body: "98.9%", headers });
    expect(put.status).toBe(403);
    expect(put.headers.get("www-authenticate")).toContain("insufficient_scope");
    expect(await put.json()).toMatchObject({ code: "forbidden" });
    const body = JSON.stringify({ former: "某县劳动局" });
    const named = await scoped.request("/v1/departments/某县人社局/former-names", { method: "POST", body, headers });
    expect(named.status).toBe(200);
    expect(parseTokens(`a:${sha256}, b:${sha256}:import+rename`)).toHaveLength(2);
    expect(() => parseTokens(`a:${sha256}:everything`)).toThrow("JUESUAN_TOKENS");
  });

  it.each([
    ["no token", {}],
    ["another token", { authorization: "Bearer another-token-of-this-length" }],
    ["the hash instead of the token", { authorization: `Bearer ${"0".repeat(64)}` }],
  ])("takes nothing from who has %s", async (_, headers: Record<string, string>) => {
    expect(await post(headers)).toMatchObject({
      status: 401,
      body: { code: "unauthorised", detail: expect.stringContaining("16 到 512 个字符") },
    });
    expect((await json("/v1/accounts")).body).toMatchObject({ total: 2 });
  });

  it("refuses what it refuses to check", async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect(await post(headers, "budget")).toMatchObject({ status: 422, body: { code: "not-final-accounts" } });
    expect(await post(headers, "broken")).toMatchObject({ status: 422, body: { code: "unreadable" } });
  });
});

describe("check", () => {
  it("takes the file as the body", async () => {
    expect(await json("/v1/check?name=x.txt", { method: "POST", body: "98.9%" })).toMatchObject({
      status: 200,
      body: {
        documents: [{ file: "x.txt", findings: [{ relation: "share" }] }],
        summary: { documents: 1, errors: 1, warnings: 0 },
      },
    });
  });

  it("takes the file as a field of a form", async () => {
    const form = new FormData();
    form.set("file", new File(["98.9%"], "决算.txt", { type: "text/plain" }));
    expect(await json("/v1/check", { method: "POST", body: form })).toMatchObject({
      status: 200,
      body: { documents: [{ file: "决算.txt" }] },
    });
  });

  it("stores nothing", async () => {
    await json("/v1/check", { method: "POST", body: "another text" });
    expect((await json("/v1/accounts")).body).toMatchObject({ total: 2 });
  });

  it.each([
    ["no file", "", 400, "empty-document"],
    ["a broken file", "broken", 422, "unreadable"],
    ["a budget", "budget", 422, "not-final-accounts"],
    ["a file that is too large", "x".repeat(2000), 413, "too-large"],
  ])("refuses %s", async (_, body, status, code) => {
    expect(await json("/v1/check", { method: "POST", body })).toMatchObject({ status, body: { code } });
  });

  it("refuses a form without a file", async () => {
    const form = new FormData();
    form.set("other", "x");
    expect(await json("/v1/check", { method: "POST", body: form })).toMatchObject({
      status: 400,
      body: { code: "empty-document" },
    });
  });
});
