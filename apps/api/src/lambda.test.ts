import { startPostgresql, type PostgresqlServer } from "@juesuan/postgresql-server";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handler } from "./lambda.ts";

// The handler as Lambda calls it: with events as API Gateway writes them (payload format 2.0), on a real PostgreSQL.

const TOKEN = "a-token-that-nobody-guesses";
const TEXT = `某县财政局2023年度部门决算

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况说明
2023年度收、支总计3037.90万元。
`;
const PAGE = "<!doctype html><title>决算</title>";
const BYTES = Uint8Array.of(0, 97, 115, 109, 255);
const folder = mkdtempSync(join(tmpdir(), "juesuan-lambda-"));
let server: PostgresqlServer;

beforeAll(async () => {
  server = await startPostgresql();
  process.env.JUESUAN_STORE = server.address();
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN));
  mkdirSync(join(folder, "viewer", "assets"), { recursive: true });
  writeFileSync(join(folder, "viewer", "index.html"), PAGE);
  writeFileSync(join(folder, "viewer", "assets", "a-1.wasm"), BYTES);
  process.env.JUESUAN_VIEWER = join(folder, "viewer");
  process.env.JUESUAN_TOKENS = `test:${Buffer.from(hash).toString("hex")}`;
}, 60_000);
afterAll(async () => {
  delete process.env.JUESUAN_STORE;
  delete process.env.JUESUAN_TOKENS;
  delete process.env.JUESUAN_VIEWER;
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const call = async (
  method: string,
  path: string,
  { query = "", body, headers = {} }: { query?: string; body?: Uint8Array; headers?: Record<string, string> } = {},
) =>
  (await handler({
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    headers: { host: "example.execute-api.cn-north-1.amazonaws.com.cn", ...headers },
    requestContext: {
      accountId: "1",
      apiId: "example",
      domainName: "example.execute-api.cn-north-1.amazonaws.com.cn",
      domainPrefix: "example",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: "1",
      routeKey: "$default",
      stage: "$default",
      time: "26/Nov/2026:00:00:00 +0000",
      timeEpoch: 0,
      authentication: null,
      authorizer: {},
    },
    ...(body
      ? { body: Buffer.from(body).toString("base64"), isBase64Encoded: true }
      : { body: null, isBase64Encoded: false }),
  } as never)) as Answer;

describe("the handler for AWS Lambda", () => {
  it("keeps an account that a base64 event carries, and gives it and its bytes back", async () => {
    const bytes = new TextEncoder().encode(TEXT);
    const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/octet-stream" };
    const query = new URLSearchParams({ name: "决算.txt", region: "四川省" }).toString();
    const put = await call("POST", "/v1/accounts", { body: bytes, headers, query });
    expect(put.statusCode).toBe(200);
    const { id } = JSON.parse(put.body) as { id: string };
    const account = await call("GET", `/v1/accounts/${id}`);
    expect(JSON.parse(account.body)).toMatchObject({ department: "某县财政局", fiscalYear: 2023 });
    expect(account.headers["ratelimit"]).toContain('"reads"');
    const found = await call("GET", "/v1/accounts", { query: new URLSearchParams({ q: "财政" }).toString() });
    expect(JSON.parse(found.body)).toMatchObject({ total: 1 });
    const source = await call("GET", `/v1/accounts/${id}/source`);
    const given = Buffer.from(source.body, source.isBase64Encoded ? "base64" : "utf8");
    expect(given.equals(bytes)).toBe(true);
  });

  it("serves the viewer's files and its own addresses, as text and as bytes", async () => {
    const page = await call("GET", "/accounts/none");
    expect(page).toMatchObject({ statusCode: 200, body: PAGE, isBase64Encoded: false });
    const file = await call("GET", "/assets/a-1.wasm");
    expect(file).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(Buffer.from(file.body, "base64").equals(Buffer.from(BYTES))).toBe(true);
  });

  it("refuses who holds no token, and what is not there", async () => {
    expect((await call("POST", "/v1/accounts", { body: new Uint8Array(3) })).statusCode).toBe(401);
    expect((await call("GET", "/v1/accounts/none")).statusCode).toBe(404);
  });
});
