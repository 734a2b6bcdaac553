import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createStore, migrate, type CompiledQuery } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { beforeEach, describe, expect, it } from "vitest";
import { createApp, type Assets } from "./app.ts";
import { PAGES } from "./pages.ts";
import { parseTokens } from "./tokens.ts";
import { examine } from "./examine.fake.ts";

const TOKEN = "a-token-that-nobody-guesses";

const page = new TextEncoder().encode("<!doctype html><title>viewer</title>");
const assets: Assets = async (path) =>
  path === "/index.html" || path === "/assets/x-1.html"
    ? { body: page, type: "text/html; charset=utf-8", immutable: path.startsWith("/assets/") }
    : undefined;
let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  const store = createStore(port);
  for (const [id, text] of [
    ["a", "98.9%"],
    ["b", "98.9% 又一年"],
  ] as const) {
    await store.putDocument({ id, ...(await examine(new TextEncoder().encode(text), { name: `${id}.txt` })) });
  }
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN));
  const sha256 = Buffer.from(hash).toString("hex");
  app = createApp({ store, examine, assets, maxBytes: 1024, tokens: [{ name: "test", sha256 }] });
});

interface Body {
  readonly next: string;
  readonly openapi: string;
  readonly paths: object;
}

const json = async (path: string, init?: RequestInit) => {
  const response = await app.request(path, init);
  return { status: response.status, type: response.headers.get("content-type"), body: (await response.json()) as Body };
};

describe("accounts", () => {
  it("lists, filters and pages", async () => {
    const first = await json("/v1/accounts?limit=1&year=2023");
    expect(first).toMatchObject({ status: 200, body: { total: 2, accounts: [{ id: "a", findings: { errors: 1 } }] } });
    const second = await json(`/v1/accounts?limit=1&year=2023&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ accounts: [{ id: "b" }], next: null });
    expect((await json("/v1/accounts?department=财政")).body).toMatchObject({ total: 0 });
    expect((await json("/v1/accounts?region=攀枝花")).body).toMatchObject({ total: 2 });
  });

  it("lists what is new first, page by page, and takes no cursor into another order", async () => {
    const first = await json("/v1/accounts?sort=recent&limit=1");
    expect(first.body).toMatchObject({
      total: 2,
      accounts: [{ id: "b", recordedAt: expect.stringMatching(/^20.*Z$/) }],
    });
    const second = await json(`/v1/accounts?sort=recent&limit=1&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ accounts: [{ id: "a" }], next: null });
    expect((await json("/v1/accounts?sort=recent&q=又一年")).body).toMatchObject({ accounts: [{ id: "b" }] });
    expect((await json(`/v1/accounts?cursor=${first.body.next}`)).body).toMatchObject({ code: "bad-cursor" });
    expect((await json("/v1/accounts?sort=oldest")).status).toBe(400);
  });

  it("writes the index anew for who may write, some accounts at a time", async () => {
    expect((await json("/v1/reindex", { method: "POST" })).status).toBe(401);
    const headers = { authorization: `Bearer ${TOKEN}` };
    const plain = openSqlite(":memory:");
    await migrate(plain, migrations);
    const store = createStore(plain);
    for (const id of ["a", "b", "c"])
      await store.putDocument({ id, ...(await examine(new TextEncoder().encode(`98.9% ${id}`), { name: "x.txt" })) });
    // As an earlier version left it.
    await plain.batch([{ sql: "update account set indexed = 3", parameters: [] } as unknown as CompiledQuery]);
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN))).toString("hex");
    const old = createApp({ store, examine, tokens: [{ name: "test", sha256: hash }] });
    const done = async () =>
      (await (await old.request("/v1/reindex?limit=2", { method: "POST", headers })).json()) as unknown;
    expect([await done(), await done(), await done()]).toEqual([{ done: 2 }, { done: 1 }, { done: 0 }]);
  });

  it("gives one account, its findings, its text and its figures", async () => {
    expect((await json("/v1/accounts/a")).body).toMatchObject({
      id: "a",
      file: "a.txt",
      accounts: null,
      revisions: [{ number: 1 }],
    });
    expect((await json("/v1/accounts/a/findings")).body).toMatchObject({ findings: [{ relation: "share" }] });
    expect((await json("/v1/accounts/a/document")).body).toMatchObject({
      text: "98.9%",
      pages: [{ number: 1 }],
      facts: [],
      unbound: [],
    });
    expect((await json("/v1/accounts/a/figures")).body).toMatchObject({
      figures: [
        { key: "expenditure{fund=general,measure=share}", value: "98.9" },
        { key: "total-receipts", value: "3037.90" },
      ],
    });
    expect((await json("/v1/accounts/a/figures?concept=revenue")).body).toMatchObject({ figures: [] });
  });

  it("gives findings as SARIF, filtered, and the whole report", async () => {
    const sarif = await app.request("/v1/accounts/a/findings", { headers: { accept: "application/sarif+json" } });
    expect(sarif.headers.get("content-type")).toContain("application/sarif+json");
    expect(await sarif.json()).toMatchObject({ version: "2.1.0", runs: [{ results: [{ ruleId: "share" }] }] });
    expect((await json("/v1/accounts/a/findings?severity=warning")).body).toMatchObject({ findings: [] });
    expect((await json("/v1/accounts/a/report")).body).toMatchObject({
      file: "a.txt",
      findings: [{ relation: "share" }],
    });
    expect((await json("/v1/accounts/a/findings?revision=7")).status).toBe(404);
    expect((await json("/v1/accounts/a/report?revision=7")).status).toBe(404);
  });

  it("lists revisions and says what changed between two", async () => {
    expect((await json("/v1/accounts/a/revisions")).body).toMatchObject({ revisions: [{ number: 1 }] });
    expect((await json("/v1/accounts/a/revisions/1/diff/1")).body).toMatchObject({
      figures: [],
      findings: { cured: [], new: [], remaining: [{ relation: "share" }] },
    });
    expect((await json("/v1/accounts/a/revisions/1/diff/2")).status).toBe(404);
  });

  it("gives tables as JSON, CSV and a workbook, by suffix or Accept", async () => {
    const all = (await json("/v1/accounts/a/tables")).body as { tables?: { table: string }[] };
    expect(all.tables).toEqual([expect.objectContaining({ table: "revenue-and-expenditure" })]);
    const csv = await app.request("/v1/accounts/a/tables/revenue-and-expenditure.csv");
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await csv.text()).toContain("3037.90");
    const accept = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const workbook = await app.request("/v1/accounts/a/tables", { headers: { accept } });
    expect(workbook.headers.get("content-type")).toBe(accept);
    expect(new Uint8Array(await workbook.arrayBuffer()).subarray(0, 2)).toEqual(new TextEncoder().encode("PK"));
    expect((await json("/v1/accounts/a/tables/no-such-table")).status).toBe(404);
  });

  it("gives the published file as it was, which no browser runs or shows as ours", async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const html = "<script>alert(1)</script> 98.9%";
    const { body } = await json("/v1/accounts?name=决算.html", { method: "POST", body: html, headers });
    const { id } = body as unknown as { id: string };
    const answer = await app.request(`/v1/accounts/${id}/source`);
    expect(await answer.text()).toBe(html);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''%E5/);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-length")).toBe(String(new TextEncoder().encode(html).length));
    const again = { headers: { "if-none-match": answer.headers.get("etag")! } };
    expect((await app.request(`/v1/accounts/${id}/source`, again)).status).toBe(304);
    const first = await app.request(`/v1/accounts/${id}/source?revision=1`);
    expect(first.headers.get("cache-control")).toContain("immutable");
    expect((await json("/v1/accounts/a/source")).status).toBe(404);
    expect((await json(`/v1/accounts/${id}`)).body).toMatchObject({ source: html.length });
  });

  it("answers with problems in both languages", async () => {
    expect(await json("/v1/accounts/none")).toMatchObject({
      status: 404,
      type: "application/problem+json; charset=utf-8",
      body: {
        status: 404,
        code: "not-found",
        detail: expect.stringContaining("none"),
        instance: "/v1/accounts/none",
        requestId: expect.stringMatching(/.+/),
      },
    });
    expect(await json("/v1/accounts?year=abc")).toMatchObject({
      status: 400,
      body: { code: "bad-request", issues: [{ path: "year" }] },
    });
    expect(await json("/v1/accounts?cursor=abc")).toMatchObject({ status: 400, body: { code: "bad-cursor" } });
    expect(await json("/v1/nothing")).toMatchObject({ status: 404, body: { code: "not-found" } });
  });
});

describe("search", () => {
  it("finds by words, and narrows by year, class and findings", async () => {
    expect((await json("/v1/accounts?q=人力 仁和")).body).toMatchObject({ total: 2 });
    expect((await json("/v1/accounts?q=财政")).body).toMatchObject({ total: 0 });
    expect((await json("/v1/accounts?severity=error&year=2023")).body).toMatchObject({ total: 2 });
    expect((await json("/v1/accounts?severity=nonsense")).status).toBe(400);
    expect((await json("/v1/facets")).body).toMatchObject({ total: 2, errors: 2, year: [{ value: "2023", count: 2 }] });
  });

  it("adds up and compares in whole 分", async () => {
    expect((await json("/v1/compare?ids=a,b")).body).toMatchObject({
      ids: ["a", "b"],
      rows: [{ key: "total-receipts", fen: [3_037_900_000, 3_037_900_000] }],
    });
    expect((await json("/v1/aggregate?by=year")).body).toMatchObject({ by: "year", sums: [] });
    expect((await json("/v1/aggregate")).status).toBe(400);
  });
});

describe("peers", () => {
  it("names peers, says how it stands among them, and that there are too few to judge", async () => {
    expect((await json("/v1/accounts/a/peers")).body).toMatchObject({
      office: "人力资源和社会保障局",
      level: "county",
      scope: "nation",
      accounts: [{ id: "b" }],
    });
    const { body } = await json("/v1/accounts/a/outliers");
    expect(body).toMatchObject({
      peers: 1,
      standings: expect.arrayContaining([expect.objectContaining({ value: null })]),
    });
    expect((await json("/v1/accounts/none/peers")).status).toBe(404);
    expect((await json("/v1/accounts/none/outliers")).status).toBe(404);
  });

  it("gives a department's years under all of its names, and takes a name from who holds a token", async () => {
    const name = "/v1/departments/攀枝花市仁和区人力资源和社会保障局";
    expect((await json(name)).body).toMatchObject({ formerNames: [], accounts: [{ id: "a" }, { id: "b" }] });
    const body = JSON.stringify({ former: "攀枝花市仁和区劳动局" });
    const headers = { "content-type": "application/json", authorization: `Bearer ${TOKEN}` };
    expect((await json(`${name}/former-names`, { method: "POST", body })).status).toBe(401);
    expect(await json(`${name}/former-names`, { method: "POST", body, headers })).toMatchObject({
      status: 200,
      body: { formerNames: ["攀枝花市仁和区劳动局"] },
    });
    expect((await json("/v1/accounts?q=劳动局")).body).toMatchObject({ total: 2, exact: true });
    expect((await json("/v1/departments/没有的局")).status).toBe(404);
  });

  it("filters by division, names one, and compares for each head where heads are stated", async () => {
    expect((await json("/v1/accounts?division=5104&level=county")).body).toMatchObject({ total: 2 });
    expect((await json("/v1/accounts?division=31")).body).toMatchObject({ total: 0 });
    expect((await json("/v1/divisions/510411")).body).toMatchObject({ name: "四川省攀枝花市仁和区", accounts: 2 });
    expect((await json("/v1/divisions/999999")).status).toBe(404);
    expect((await json("/v1/compare?ids=a,b&per=head")).body).toMatchObject({ rows: [{ ratio: [null, null] }] });
  });
});

describe("bulk", () => {
  it("streams a year as NDJSON and as a data package whose fields are the columns", async () => {
    const reports = await (await app.request("/v1/bulk/2023/reports.ndjson")).text();
    expect(
      reports
        .trimEnd()
        .split("\n")
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(["a", "b"]);
    const { body } = await json("/v1/bulk/2023/datapackage.json");
    const { resources } = body as unknown as { resources: { path: string; schema: { fields: { name: string }[] } }[] };
    for (const { path, schema } of resources) {
      const csv = await (await app.request(`/v1/bulk/2023/${path}`)).text();
      expect(csv.split("\r\n")[0]).toBe(schema.fields.map(({ name }) => name).join(","));
    }
    expect(await (await app.request("/v1/bulk/2023/accounts.csv")).text()).toContain("\r\na,攀枝花市仁和区");
    expect(await (await app.request("/v1/bulk/1999/reports.ndjson")).text()).toBe("");
    expect((await app.request("/v1/bulk/nonsense/reports.ndjson")).status).toBe(400);
  });
});

describe("classifications", () => {
  it("lists codes as of a year, finds them by name, and gives one with its path", async () => {
    expect((await json("/v1/classifications")).body).toMatchObject({ schemes: [{ scheme: "functional" }, {}, {}] });
    const found = (await json("/v1/classifications/functional?q=基本养老保险缴费&year=2023")).body;
    expect(found).toMatchObject({ entries: [{ code: "2080505" }] });
    expect((await json("/v1/classifications/functional/2080505?year=2023")).body).toMatchObject({
      name: "机关事业单位基本养老保险缴费支出",
      path: expect.stringContaining("社会保障和就业支出（类）"),
    });
    expect((await json("/v1/classifications/functional/20822")).body).toMatchObject({
      later: [{ to: "21372", year: 2024, kind: "moved" }],
    });
    expect((await json("/v1/classifications/economic/2080505")).status).toBe(404);
    expect((await json("/v1/classifications/nonsense")).status).toBe(400);
  });
});

describe("downloads of the classifications", () => {
  it("give every code as CSV and as JSON, with the licence", async () => {
    const csv = await app.request("/v1/classifications/revenue/codes.csv?year=2023");
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("link")).toContain('rel="license"');
    const lines = (await csv.text()).trimEnd().split("\r\n");
    expect(lines[0]).toContain("code,name,level,parent");
    expect(lines).toContain("1010101,国内增值税,item,10101,general,,,,attested,,,,");
    const { body } = await json("/v1/classifications/functional/codes.json?year=2024");
    expect(body).toMatchObject({ scheme: "functional", licence: { name: "Apache-2.0" } });
    expect((body as unknown as { codes: unknown[] }).codes.length).toBeGreaterThan(1700);
  });
});

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
    expect(await post(headers)).toMatchObject({ status: 401, body: { code: "unauthorised" } });
    expect((await json("/v1/accounts")).body).toMatchObject({ total: 2 });
  });

  it("refuses what it refuses to check", async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect(await post(headers, "budget")).toMatchObject({ status: 422, body: { code: "not-final-accounts" } });
    expect(await post(headers, "broken")).toMatchObject({ status: 422, body: { code: "unreadable" } });
  });
});

describe("the rules", () => {
  it("lists relations with their basis, and one of them", async () => {
    const { body } = await json("/v1/relations");
    const { relations } = body as unknown as { relations: { id: string; basis: { zh: string } }[] };
    expect(relations.length).toBeGreaterThan(0);
    for (const { basis } of relations) expect(basis.zh).not.toBe("");
    expect((await json(`/v1/relations/${relations[0]!.id}`)).body).toMatchObject({ id: relations[0]!.id });
    expect((await json("/v1/relations/no.such")).status).toBe(404);
  });

  it.each(["profiles", "tables", "concepts"])("lists %s", async (name) => {
    const { status, body } = await json(`/v1/${name}`);
    expect(status).toBe(200);
    expect((body as unknown as Record<string, unknown[]>)[name]!.length).toBeGreaterThan(0);
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

describe("the service", () => {
  it("describes itself in OpenAPI 3.1 and on a page", async () => {
    const { body } = await json("/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        "/v1/accounts",
        "/v1/accounts/{id}",
        "/v1/accounts/{id}/findings",
        "/v1/check",
        "/health",
      ]),
    );
    const docs = await (await app.request("/docs")).text();
    for (const path of Object.keys(body.paths)) expect(docs).toContain(`<code>${path}</code>`);
  });

  it("revalidates by ETag", async () => {
    const first = await app.request("/v1/accounts/a");
    const tag = first.headers.get("etag")!;
    expect(tag).toMatch(/"/);
    expect((await app.request("/v1/accounts/a", { headers: { "if-none-match": tag } })).status).toBe(304);
  });

  it("sets headers for browsers and for whoever follows a request", async () => {
    const { headers } = await app.request("/v1/accounts", { headers: { origin: "https://example.org" } });
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-request-id")).toMatch(/.+/);
  });

  it("lets no answer run what it does not carry: data nothing, the docs their one style, the viewer its own files", async () => {
    for (const path of ["/", "/docs", "/openapi.json", "/v1/accounts", "/v1/nothing", "/health"]) {
      const answer = await app.request(path, { headers: { accept: "text/html" } });
      const policy = answer.headers.get("content-security-policy")!;
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
    }
    const docs = await app.request("/docs");
    const style = /<style>([\s\S]*?)<\/style>/.exec(await docs.text())![1]!;
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
    const hash = Buffer.from(digest).toString("base64");
    expect(docs.headers.get("content-security-policy")).toContain(`'sha256-${hash}'`);
  });

  it("compresses where it is told to, and still revalidates", async () => {
    const store = createStore(openSqlite(":memory:"));
    const small = createApp({ store, examine, compressed: true });
    const headers = { "accept-encoding": "gzip" };
    const answer = await small.request("/v1/relations", { headers });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    const tag = answer.headers.get("etag")!;
    const again = await small.request("/v1/relations", { headers: { ...headers, "if-none-match": tag } });
    expect(again.status).toBe(304);
  });

  it("is well", async () => {
    expect(await json("/health")).toMatchObject({ status: 200, body: { status: "ok", accounts: 2 } });
  });
});

const get = (path: string, accept?: string) => app.request(path, accept === undefined ? {} : { headers: { accept } });

describe("the viewer", () => {
  it("is served beside the API, and nothing else is", async () => {
    expect(await (await get("/")).text()).toContain("viewer");
    expect((await get("/assets/x-1.html")).headers.get("cache-control")).toContain("immutable");
    expect((await get("/missing.js", "*/*")).status).toBe(404);
    expect((await get("/v1/nothing", "text/html")).headers.get("content-type")).toContain("problem+json");
  });

  it("gives a file compressed where that is at hand and understood", async () => {
    const brotli = Uint8Array.of(1, 2, 3);
    const own = createApp({
      store: createStore(openSqlite(":memory:")),
      examine,
      assets: async (path) => {
        const asset = await assets(path);
        return asset && { ...asset, brotli };
      },
    });
    const packed = await own.request("/assets/x-1.html", { headers: { "accept-encoding": "gzip, br" } });
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect(packed.headers.get("vary")).toContain("accept-encoding");
    expect(new Uint8Array(await packed.arrayBuffer())).toEqual(brotli);
    const plain = await own.request("/assets/x-1.html", { headers: { "accept-encoding": "gzip" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toContain("viewer");
  });

  it("answers its own addresses with the page, unless JSON is asked for", async () => {
    for (const accept of [undefined, "*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "image/png"]) {
      for (const path of ["/accounts/a", "/accounts/a/tables", "/codes/208", "/check"]) {
        const answer = await get(path, accept);
        expect(`${path} ${answer.status} ${await answer.text()}`).toContain(" 200 <!doctype html>");
        expect(answer.headers.get("vary")).toMatch(/accept/i);
      }
    }
    for (const accept of [
      "application/json",
      "application/json, text/plain, */*",
      "text/html;q=0.5, application/json",
    ]) {
      const answer = await get("/accounts/a", accept);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: "not-found" });
    }
  });

  it("gives each kind of address the page that names its scripts, where the build made one", async () => {
    const made = new Set(["/index.html", "/shells/home.html", "/shells/accounts.html", "/shells/accounts.tables.html"]);
    const assets: Assets = (path) =>
      Promise.resolve(
        made.has(path) ? { body: new TextEncoder().encode(path), type: "text/html", immutable: false } : undefined,
      );
    const own = createApp({ store: createStore(openSqlite(":memory:")), examine, assets });
    const pageOf = async (path: string) => (await own.request(path)).text();
    expect(await pageOf("/")).toBe("/shells/home.html");
    expect(await pageOf("/accounts/a")).toBe("/shells/accounts.html");
    expect(await pageOf("/accounts/a/tables")).toBe("/shells/accounts.tables.html");
    expect(await pageOf("/accounts/a/findings")).toBe("/shells/accounts.html");
    expect(await pageOf("/codes/208")).toBe("/index.html");
    expect(await pageOf("/accounts/a/..%2F..%2Findex")).toBe("/shells/accounts.html");
  });

  it("shows the page where a person asks for what is not there, and says so to programs", async () => {
    const answer = await get("/no/such/page", "text/html");
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("viewer");
    expect((await get("/no/such/page")).headers.get("content-type")).toContain("problem+json");
  });

  it("knows every route that the viewer has", () => {
    const source = readFileSync(fileURLToPath(new URL("../../viewer/src/app.tsx", import.meta.url)), "utf8");
    const routes = [...source.matchAll(/<Route path="([^"]+)"/g)].map(([, route]) => route!);
    expect(routes.length).toBeGreaterThan(4);
    expect(routes.toSorted()).toEqual(PAGES.toSorted());
  });

  it("has a browser fetch an account's first data beside the page, as the page's own code asks for them", async () => {
    const preload = "; rel=preload; as=fetch; crossorigin";
    expect((await get("/accounts/a")).headers.get("link")).toBe(`</v1/accounts/a/report>${preload}`);
    const tables = "/accounts/%E4%BB%81%E5%92%8C%3E/tables";
    expect((await get(tables)).headers.get("link")).toBe(
      `</v1${tables.replace("tables", "report")}>${preload}, </v1${tables}>${preload}`,
    );
    expect((await get("/")).headers.get("link")).toBeNull();
  });
});
