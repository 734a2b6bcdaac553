import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createStore, migrate, type Port } from "@juesuan/store";
import { migrations } from "@juesuan/store/node";
import { examine } from "@juesuan/readers";
import {
  array,
  asyncProperty,
  assert,
  constant,
  constantFrom,
  dictionary,
  json,
  oneof,
  option,
  record,
  string,
  stringMatching,
  uint8Array,
  type Arbitrary,
} from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./app.ts";

// Every operation of the API with what nobody should send: whatever comes, an answer comes back that a program can read.
// JUESUAN_FUZZ_RUNS=20000 for longer; a failure prints the seed with which it comes again.

const RUNS = Number(process.env.JUESUAN_FUZZ_RUNS ?? 150);
const TOKEN = "a-token-that-nobody-guesses";
const SOURCE = fileURLToPath(new URL("../../../fixtures/renhe-hrss-2023/source.txt", import.meta.url));

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly hasBody: boolean;
}

let app: ReturnType<typeof createApp>;
let operations: readonly Operation[];
const failures: unknown[] = [];

async function prepare(port: Port): Promise<void> {
  await migrate(port, migrations);
  const store = createStore(port);
  const source = new Uint8Array(readFileSync(SOURCE));
  await store.putDocument({ id: "renhe", ...(await examine(source.slice(), { name: "source.txt" })), source });
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN));
  app = createApp({
    store,
    examine,
    maxBytes: 64 * 1024,
    tokens: [{ name: "test", sha256: Buffer.from(hash).toString("hex") }],
    onError: (error) => failures.push(error),
  });
  const description = (await (await app.request("/openapi.json")).json()) as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[]; requestBody?: unknown }>>;
  };
  operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      query: parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name),
      hasBody: requestBody !== undefined,
    })),
  );
}

/** Values that break what trusts its callers, among ordinary ones. */
const hostile: Arbitrary<string> = oneof(
  constantFrom(
    "renhe",
    "1",
    "0",
    "-1",
    "2023",
    "208",
    "2080505",
    "expenditure",
    "四川省",
    "error",
    "general",
    "9007199254740993",
    "1e308",
    "NaN",
    "Infinity",
    "1.5",
    " ",
    "",
    "null",
    "undefined",
    "[object Object]",
    "__proto__",
    "constructor",
    "toString",
    "../../etc/passwd",
    "..%2f..%2fetc",
    "%00",
    "%",
    "%e4%bd",
    "'",
    '"',
    "' or 1=1 --",
    "%_%",
    "*",
    "AND OR NOT",
    "NEAR(",
    "a\u0000b",
    "\ud800",
    "\u202e",
    "💥".repeat(50),
    "长".repeat(5000),
    "{}",
    "[]",
    "<script>",
    "expenditure{fund=general}",
    "expenditure{",
    "eyJhIjoxfQ",
    "a,b,c",
    ",,,,",
    "2023..2024",
  ),
  string({ maxLength: 40 }),
  string({ unit: "binary", maxLength: 40 }),
  stringMatching(/^[A-Za-z0-9+/=_-]{1,60}$/),
);

const body = oneof(
  uint8Array({ maxLength: 400 }).map((bytes) => bytes as Uint8Array<ArrayBuffer>),
  json({ maxDepth: 4 }).map((text) => new TextEncoder().encode(text)),
  constantFrom(
    "",
    "[",
    "{".repeat(3000),
    "%PDF-1.7\n",
    "PK\u0003\u0004",
    "<html>",
    "2023年度部门决算 收入 1万元",
    "x".repeat(70_000),
  ).map((text) => new TextEncoder().encode(text)),
  record({
    jsonrpc: constantFrom("2.0", "1.0"),
    id: oneof(constant(1), string(), constant(null)),
    method: constantFrom("initialize", "tools/list", "tools/call", "ping", "nothing", "__proto__"),
    params: oneof(
      json().map((text) => JSON.parse(text) as unknown),
      record({ name: hostile, arguments: dictionary(string({ maxLength: 12 }), hostile) }),
    ),
  }).map((message) => new TextEncoder().encode(JSON.stringify(message))),
);

const headers = record(
  {
    accept: constantFrom(
      "*/*",
      "application/json",
      "application/sarif+json",
      "text/csv",
      "text/html",
      ";;;q=",
      "application/" + "x".repeat(500),
    ),
    authorization: constantFrom(`Bearer ${TOKEN}`, "Bearer", "Bearer wrong", "Basic eDp5", "bearer \t"),
    "content-type": constantFrom(
      "application/json",
      "application/pdf",
      "multipart/form-data",
      "multipart/form-data; boundary=x",
      "text/plain; charset=gb18030",
      "///",
    ),
    "if-none-match": constantFrom("*", '"x"', 'W/"', ","),
    range: constantFrom("bytes=0-1", "bytes=-", "bytes=9-1"),
    "x-request-id": constantFrom("a", "é", "x".repeat(400)),
    "mcp-protocol-version": constantFrom("2025-06-18", "nothing"),
  },
  { requiredKeys: [] },
);

const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    // A lone surrogate has no encoding: it goes as bytes that are no UTF-8.
    return "%ed%a0%80";
  }
};

/** What may be sent to one operation. A third of the values go without encoding, as a careless caller sends them. */
function requests({ method, path, query, hasBody }: Operation) {
  const names = path.match(/\{[^}]+\}/g) ?? [];
  return record({
    parts: array(hostile, { minLength: names.length, maxLength: names.length }),
    values: dictionary(
      oneof(query.length > 0 ? constantFrom(...query) : constant("q"), string({ maxLength: 8 })),
      oneof(hostile, array(hostile, { maxLength: 3 })),
      { maxKeys: 6 },
    ),
    raw: constantFrom(false, false, true),
    headers,
    body: hasBody || method === "POST" ? option(body) : constant(null),
    method: constantFrom(method, method, method, "HEAD", "OPTIONS", "DELETE"),
  }).map(({ parts, values, raw, ...rest }) => {
    const write = raw ? (text: string) => encodeURI(text.toWellFormed()) : encoded;
    let index = 0;
    const address = path.replaceAll(/\{[^}]+\}/g, () => write(parts[index++]!).replaceAll("#", "") || "x");
    const pairs = Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((one) => `${encoded(name)}=${write(one)}`),
    );
    return { ...rest, address: `${address}${pairs.length > 0 ? `?${pairs.join("&")}` : ""}` };
  });
}

async function answered(address: string, init: RequestInit, where: string): Promise<void> {
  failures.length = 0;
  const response = await app.request(address, init);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const told = `${init.method} ${where} ${address} → ${response.status} ${new TextDecoder().decode(bytes.slice(0, 300))}`;
  expect(failures.map(String), told).toEqual([]);
  expect(response.status, told).toBeLessThan(500);
  expect(response.headers.get("x-request-id"), told).toBeTruthy();
  const type = response.headers.get("content-type") ?? "";
  if (init.method === "HEAD" || bytes.length === 0) return;
  if (/json\b/.test(type) && !type.includes("ndjson"))
    expect(() => JSON.parse(new TextDecoder().decode(bytes)), told).not.toThrow();
  if (response.status < 400) return;
  const told4xx = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  // MCP has errors of its own, inside JSON-RPC.
  if (where === "/mcp" && told4xx.jsonrpc === "2.0") return;
  expect(type, told).toContain("application/problem+json");
  expect(told4xx, told).toMatchObject({
    type: expect.stringMatching(/^\/docs#problem-/),
    title: expect.any(String),
    status: response.status,
    requestId: response.headers.get("x-request-id"),
  });
}

/** Tests that whatever is sent to the API over an engine is answered; `open` gives an empty database. */
export function answersWhatever(engine: string, open: () => Promise<Port>): void {
  describe(`whatever is sent to the API over ${engine} is answered`, () => {
    beforeAll(async () => prepare(await open()), 120_000);

    it(
      "by every operation, without a failure of ours, and with RFC 9457 for what is wrong",
      { timeout: 600_000 },
      async () => {
        expect(operations.length).toBeGreaterThan(20);
        for (const operation of operations) {
          await assert(
            asyncProperty(requests(operation), async ({ address, method, headers: sent, body: bytes }) => {
              const init: RequestInit = { method, headers: sent };
              if (bytes && method === "POST") init.body = bytes;
              await answered(address, init, operation.path);
            }),
            { numRuns: Math.ceil(RUNS / 4) },
          );
        }
      },
    );

    it.each([
      // Found by the above, and mended.
      ["GET", "/v1/accounts/x/tables/%0A", "", 404],
      ["POST", "/v1/departments/x/former-names", "{{{", 400],
    ] as const)("%s %s %s", async (method, address, content, status) => {
      const sent = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
      const init = { method, headers: sent, ...(content === "" ? {} : { body: content }) };
      await answered(address, init, address);
      expect((await app.request(address, init)).status).toBe(status);
    });

    it("at addresses that nobody declared", { timeout: 120_000 }, async () => {
      const address = array(hostile, { minLength: 1, maxLength: 5 }).map(
        (parts) => `/${parts.map((part) => encoded(part)).join("/")}`,
      );
      await assert(
        asyncProperty(address, constantFrom("GET", "POST", "PUT", "DELETE", "PATCH"), headers, (path, method, sent) =>
          answered(path, { method, headers: sent }, path),
        ),
        { numRuns: RUNS },
      );
    });
  });
}
