import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createStore } from "@juesuan/store";
import { openSqlite } from "@juesuan/store/node";
import { beforeEach, describe, expect, it } from "vitest";
import { appOfTwo, assets, jsonOf } from "./app.fake.ts";
import { createApp, type Assets } from "./app.ts";
import { examine } from "./examine.fake.ts";
import { PAGES } from "./pages.ts";

let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  app = await appOfTwo();
});

const json = (path: string, init?: RequestInit) => jsonOf(app, path, init);

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

  it("says which methods an address takes, and which parameters there are, rather than leave one out of account", async () => {
    const wrong = await app.request("/v1/accounts/a", { method: "DELETE" });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(await wrong.json()).toMatchObject({ code: "method-not-allowed" });
    expect((await app.request("/v1/accounts", { method: "PUT" })).headers.get("allow")).toBe(
      "GET, POST, HEAD, OPTIONS",
    );
    const misspelt = await json("/v1/aggregate?by=functional&divison=51");
    expect(misspelt).toMatchObject({ status: 400, body: { code: "bad-request" } });
    expect((misspelt.body as unknown as { detail: string }).detail).toMatch(/没有参数“divison”。有：q、.*division/);
    expect((await json("/v1/accounts/a?colour=red")).status).toBe(400);
    expect((await app.request("/v1/check?name=a.txt", { method: "POST", body: "98.9%" })).status).toBe(200);
    // A slash too many leads to the address without it.
    const slash = await app.request("/v1/accounts/?limit=1");
    expect([slash.status, new URL(slash.headers.get("location")!).search]).toEqual([301, "?limit=1"]);
  });

  it("sends what is tried on the page of the API to the address that is described, and nowhere else", async () => {
    const docs = await (await app.request("/docs")).text();
    expect(docs).toContain('name="_path" value="/v1/accounts/{id}/findings"');
    const tried = async (path: string, fields: Record<string, string> = {}) => {
      const answer = await app.request(`/docs/try?${new URLSearchParams({ _path: path, ...fields }).toString()}`);
      return [answer.status, answer.headers.get("location")];
    };
    // What nobody filled in is left out.
    expect(await tried("/v1/accounts", { q: "养老", year: "", level: "" })).toEqual([
      303,
      `/v1/accounts?q=${encodeURIComponent("养老")}`,
    ]);
    expect(await tried("/v1/accounts/{id}/findings", { id: "a/../b?c", severity: "error" })).toEqual([
      303,
      "/v1/accounts/a%2F..%2Fb%3Fc/findings?severity=error",
    ]);
    for (const path of ["", "//elsewhere.example", "https://elsewhere.example", "/v1/check", "__proto__"])
      expect((await tried(path))[0]).toBe(404);
    const page = await app.request("/docs");
    expect(page.headers.get("content-security-policy")).toContain("form-action 'self'");
  });

  it("tags what HEAD asks for as GET does", async () => {
    for (const path of ["/v1/accounts", "/v1/accounts/a", "/v1/accounts/a/findings", "/v1/facets"]) {
      const [get, head] = await Promise.all([app.request(path), app.request(path, { method: "HEAD" })]);
      expect([path, head.status, head.headers.get("etag")]).toEqual([path, 200, get.headers.get("etag")]);
      expect(await head.text()).toBe("");
      const headers = { "if-none-match": head.headers.get("etag")! };
      expect((await app.request(path, { headers })).status).toBe(304);
    }
    expect(await (await app.request("/v1/accounts/a")).text()).toContain('"id":"a"');
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

  it("renders its pages where it can, with what the API answers, and gives the frame where that fails", async () => {
    const failed: unknown[] = [];
    const own = createApp({
      store: createStore(openSqlite(":memory:")),
      examine,
      assets,
      onError: (error) => failed.push(error),
      render: async ({ url, headers, frame, get }) => {
        if (url.pathname === "/check") throw new Error("not today");
        const { status } = await get("/v1/relations");
        const early = url.pathname === "/accounts/b" ? ["/v1/accounts/b/report", "/v1/accounts/b/tables"] : [];
        return { html: `${frame}${status} ${headers.get("accept-language")}`, early };
      },
    });
    const ask = (path: string) => own.request(path, { headers: { "accept-language": "en" } });
    const whole = await ask("/accounts/a");
    expect(await whole.text()).toBe(`<!doctype html><title>viewer</title>200 en`);
    expect(whole.headers.get("vary")).toContain("accept-language");
    // What is in the page need not be announced.
    expect(whole.headers.get("link")).toBeNull();
    const preload = "; rel=preload; as=fetch; crossorigin";
    expect((await ask("/accounts/b")).headers.get("link")).toBe(
      `</v1/accounts/b/report>${preload}, </v1/accounts/b/tables>${preload}`,
    );
    const frame = await ask("/check");
    expect(`${frame.status} ${await frame.text()}`).toBe(`200 <!doctype html><title>viewer</title>`);
    expect(failed).toEqual([new Error("not today")]);
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
});
