import { migrate } from "@juesuan/store";
import { openD1, type D1 } from "@juesuan/store/d1";
import { migrations } from "@juesuan/store/node";
import { Miniflare } from "miniflare";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The worker as it is deployed: bundled, in Cloudflare's own runtime (workerd), on D1.

const APP = fileURLToPath(new URL("..", import.meta.url));
const VIEWER = fileURLToPath(new URL("../../viewer", import.meta.url));
const REAL = fileURLToPath(new URL("../../../../shared/documents/putuo-finance-2024.pdf", import.meta.url));
const TOKEN = "a-token-that-nobody-guesses";
const folder = mkdtempSync(join(tmpdir(), "juesuan-worker-"));
let worker: Miniflare;

const TEXT = `某县财政局2023年度部门决算

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况说明
2023年度收、支总计3037.90万元。

二、收入决算情况说明
2023年本年收入合计2826.88万元，其中：一般公共预算财政拨款收入2819.38万元，占99.7%；其他收入7.50万元，占10.3%。
`;

const run = (command: string, args: readonly string[], cwd: string) => {
  const env = { ...process.env, NODE_ENV: "production", WRANGLER_SEND_METRICS: "false", CI: "1" };
  const done = spawnSync(command, args, { cwd, encoding: "utf8", env });
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")}:\n${done.stdout}${done.stderr}`);
  return `${done.stdout}${done.stderr}`;
};
const bin = (name: string) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));

beforeAll(async () => {
  const quiet = ["--logLevel", "error", "--emptyOutDir"];
  run(bin("vite"), ["build", "--outDir", join(folder, "viewer"), ...quiet], VIEWER);
  process.env.JUESUAN_VIEWER = join(folder, "viewer");
  run(bin("vite"), ["build", "--config", "vite.worker.config.ts", "--outDir", join(folder, "worker"), ...quiet], APP);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN));
  const script = join(folder, "worker", "worker.js");
  const wasm = join(folder, "worker", "pdfium.wasm");
  worker = new Miniflare({
    modulesRoot: join(folder, "worker"),
    modules: [
      { type: "ESModule", path: script, contents: readFileSync(script, "utf8") },
      { type: "CompiledWasm", path: wasm, contents: readFileSync(wasm) },
    ],
    compatibilityDate: "2026-06-01",
    d1Databases: ["DATABASE"],
    bindings: { JUESUAN_TOKENS: `test:${Buffer.from(hash).toString("hex")}` },
    // As wrangler.jsonc has it.
    assets: {
      directory: join(folder, "viewer"),
      binding: "ASSETS",
      routerConfig: { invoke_user_worker_ahead_of_assets: true, has_user_worker: true },
      assetConfig: { html_handling: "none", not_found_handling: "none" },
    },
  });
  await migrate(openD1((await worker.getD1Database("DATABASE")) as unknown as D1), migrations);
}, 240_000);
afterAll(async () => {
  await worker?.dispose();
  rmSync(folder, { recursive: true });
});

const post = async (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => {
  const response = await worker.dispatchFetch(`http://localhost${path}`, { method: "POST", body, headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const get = async (path: string) => {
  const response = await worker.dispatchFetch(`http://localhost${path}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe("the worker in workerd", () => {
  it("is well, and describes itself", async () => {
    expect(await get("/health")).toMatchObject({ status: 200, body: { status: "ok", accounts: 0 } });
    expect((await get("/openapi.json")).body).toMatchObject({ openapi: "3.1.0" });
  });

  it("serves the viewer beside the API, under its policy, its own addresses each with their page", async () => {
    const page = await worker.dispatchFetch("http://localhost/");
    const html = await page.text();
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)![1]!;
    const asset = await worker.dispatchFetch(`http://localhost${script}`);
    expect(asset.headers.get("content-type")).toContain("javascript");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect((await asset.text()).length).toBeGreaterThan(1000);
    const own = await worker.dispatchFetch("http://localhost/accounts/none");
    const frame = await own.text();
    expect(frame).toContain(`src="${script}"`);
    expect(frame).toContain('data-frame="accounts"');
    // Rendered here, with what the store has: nothing yet.
    expect(html).toContain("没有符合条件的决算");
    const english = await worker.dispatchFetch("http://localhost/", { headers: { "accept-language": "en" } });
    expect(await english.text()).toContain("No accounts match");
    expect(own.headers.get("link")).toContain("</v1/accounts/none/report>; rel=preload");
    expect((await worker.dispatchFetch("http://localhost/assets/none.js")).status).toBe(404);
  });

  it("gives back the published bytes from D1", async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const { body } = await post("/v1/accounts?name=b.txt", TEXT.replaceAll("2023", "2022"), headers);
    const source = await worker.dispatchFetch(`http://localhost/v1/accounts/${String(body.id)}/source`);
    expect(await source.text()).toBe(TEXT.replaceAll("2023", "2022"));
  });

  it("is what wrangler would deploy", () => {
    // The real configuration, with what was built here in place of what it would build there.
    const config = readFileSync(join(APP, "wrangler.jsonc"), "utf8")
      .replace('"worker/worker.js"', JSON.stringify(join(folder, "worker", "worker.js")))
      .replace('"../viewer/dist"', JSON.stringify(join(folder, "viewer")))
      .replace('"../../packages/store/migrations"', JSON.stringify(join(APP, "../../packages/store/migrations")));
    writeFileSync(join(folder, "wrangler.jsonc"), config);
    const said = run(bin("wrangler"), ["deploy", "--dry-run", "--config", join(folder, "wrangler.jsonc")], folder);
    expect(said).toContain("env.DATABASE");
    expect(said).toContain("env.ASSETS");
    expect(said).toMatch(/Total Upload: [\d.]+ KiB/);
  }, 120_000);

  it("checks a text", async () => {
    const { status, body } = await post("/v1/check?name=a.txt", TEXT);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      documents: [{ department: "某县财政局", fiscalYear: 2023 }],
      summary: { documents: 1 },
    });
    expect(JSON.stringify(body)).toContain("10.3%");
  });

  it("keeps an account on D1, finds it and gives it back", async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const { body } = await post("/v1/accounts?region=四川省", TEXT, headers);
    expect(body).toMatchObject({ outcome: "created" });
    expect((await get("/v1/accounts?q=财政&year=2023")).body).toMatchObject({ total: 1 });
    expect((await get(`/v1/accounts/${String(body.id)}/report`)).body).toMatchObject({ department: "某县财政局" });
    expect((await post("/v1/accounts", TEXT)).status).toBe(401);
  });

  it.skipIf(!existsSync(REAL))("reads a real PDF (where it is at hand)", async () => {
    const { body } = await post("/v1/check?name=a.pdf", new Uint8Array(readFileSync(REAL)));
    expect(body).toMatchObject({ documents: [{ format: "pdf", department: "上海市普陀区财政局", fiscalYear: 2024 }] });
  });
});
