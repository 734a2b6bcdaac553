import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { describe, expect, it } from "vitest";
import { createApp, type AppOptions } from "./app.ts";
import { examine } from "./examine.fake.ts";

// What is answered without being made again.

async function opened(options: Partial<AppOptions> = {}) {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  const store = createStore(port);
  const put = async (id: string, text: string) =>
    store.putDocument({ id, ...(await examine(new TextEncoder().encode(text), { name: `${id}.txt` })) });
  return { app: createApp({ store, examine, ...options }), put };
}

describe("answers about an account", () => {
  it("are given again while it is the same, and no longer", async () => {
    const { app, put } = await opened();
    await put("a", "98.9%");
    const first = await app.request("/v1/accounts/a");
    const again = await app.request("/v1/accounts/a");
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    const sarif = await app.request("/v1/accounts/a/findings", { headers: { accept: "application/sarif+json" } });
    const plain = await app.request("/v1/accounts/a/findings");
    expect(sarif.headers.get("etag")).not.toBe(plain.headers.get("etag"));
    expect(await plain.json()).toMatchObject({ id: "a" });
    await put("a", "98.9% 重新公布");
    const after = await app.request("/v1/accounts/a");
    expect(after.headers.get("etag")).not.toBe(first.headers.get("etag"));
    expect(await after.json()).toMatchObject({ revision: 2 });
    const stale = { headers: { "if-none-match": first.headers.get("etag")! } };
    expect((await app.request("/v1/accounts/a", stale)).status).toBe(200);
  });
});

describe("answers about all accounts", () => {
  const paths = [
    "/v1/accounts?limit=1",
    "/v1/accounts?q=局",
    "/v1/facets",
    "/v1/aggregate?by=year",
    "/v1/accounts/a/peers",
  ];

  it.each(paths)("%s: given again until anything is written", async (path) => {
    const { app, put } = await opened();
    await put("a", "教育局 98.9%");
    const address = encodeURI(path);
    const first = await app.request(address);
    const again = await app.request(address);
    const body = await first.text();
    expect(await again.text()).toBe(body);
    const tag = first.headers.get("etag")!;
    expect(again.headers.get("etag")).toBe(tag);
    expect(again.headers.get("link")).toBe(first.headers.get("link"));
    expect((await app.request(address, { headers: { "if-none-match": tag } })).status).toBe(304);
    await put("b", "教育局 97.9%");
    const after = await app.request(address, { headers: { "if-none-match": tag } });
    expect(after.status).toBe(200);
    if (path.startsWith("/v1/accounts?")) expect(await after.text()).not.toBe(body);
  });
});

describe("answers that are compressed here", () => {
  it("are kept so, for those who take them so", async () => {
    const { app, put } = await opened({ compressed: true });
    await put("a", "教育局 98.9%。".repeat(200));
    const ask = async (encoding: string) =>
      app.request("/v1/accounts/a/document", { headers: { "accept-encoding": encoding } });
    const plain = await (await ask("identity")).text();
    for (const _ of ["made", "kept", "kept compressed"]) {
      const answer = await ask("br, gzip");
      expect(answer.headers.get("content-encoding")).toBe("gzip");
      expect(answer.headers.get("vary")?.toLowerCase()).toBe("accept, accept-encoding");
      const stream = answer.body!.pipeThrough(new DecompressionStream("gzip"));
      expect(await new Response(stream).text()).toBe(plain);
    }
    for (const none of ["identity", "gzip;q=0", "br"]) {
      const answer = await ask(none);
      expect([none, answer.headers.get("content-encoding")]).toEqual([none, null]);
      expect(await answer.text()).toBe(plain);
    }
  });
});
