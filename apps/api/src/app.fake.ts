import { createStore, migrate } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { createApp, type Assets } from "./app.ts";
import { examine } from "./examine.fake.ts";

// The app over two small accounts and one page of a viewer, for tests of what it answers.

export const TOKEN = "a-token-that-nobody-guesses";

const page = new TextEncoder().encode("<!doctype html><title>viewer</title>");
export const assets: Assets = async (path) =>
  path === "/index.html" || path === "/assets/x-1.html"
    ? { body: page, type: "text/html; charset=utf-8", immutable: path.startsWith("/assets/") }
    : undefined;

export async function hashOf(token: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token))).toString("hex");
}

export async function appOfTwo(): Promise<ReturnType<typeof createApp>> {
  const port = openSqlite(":memory:");
  await migrate(port, migrations);
  const store = createStore(port);
  for (const [id, text] of [
    ["a", "98.9%"],
    ["b", "98.9% 又一年"],
  ] as const) {
    await store.putDocument({ id, ...(await examine(new TextEncoder().encode(text), { name: `${id}.txt` })) });
  }
  return createApp({ store, examine, assets, maxBytes: 1024, tokens: [{ name: "test", sha256: await hashOf(TOKEN) }] });
}

interface Body {
  readonly next: string;
  readonly openapi: string;
  readonly paths: object;
}

/** Asks for JSON. */
export async function jsonOf(app: ReturnType<typeof createApp>, path: string, init?: RequestInit) {
  const response = await app.request(path, init);
  return { status: response.status, type: response.headers.get("content-type"), body: (await response.json()) as Body };
}
