import { migrate } from "@juesuan/store";
import { openD1, type D1 } from "@juesuan/store/d1";
import { migrations } from "@juesuan/store/node";
import { Miniflare } from "miniflare";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The worker as it is deployed: bundled, in Cloudflare's own runtime (workerd), on D1.

const APP = fileURLToPath(new URL("..", import.meta.url));
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

beforeAll(async () => {
  const built = spawnSync(
    fileURLToPath(new URL("../node_modules/.bin/vite", import.meta.url)),
    ["build", "--config", "vite.worker.config.ts", "--outDir", folder, "--emptyOutDir", "--logLevel", "error"],
    { cwd: APP, encoding: "utf8" },
  );
  if (built.status !== 0) throw new Error(`the worker cannot be built:\n${built.stdout}${built.stderr}`);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(TOKEN));
  worker = new Miniflare({
    modulesRoot: folder,
    modules: [
      { type: "ESModule", path: join(folder, "worker.js"), contents: readFileSync(join(folder, "worker.js"), "utf8") },
      { type: "CompiledWasm", path: join(folder, "pdfium.wasm"), contents: readFileSync(join(folder, "pdfium.wasm")) },
    ],
    compatibilityDate: "2026-06-01",
    d1Databases: ["DATABASE"],
    bindings: { JUESUAN_TOKENS: `test:${Buffer.from(hash).toString("hex")}` },
  });
  await migrate(openD1((await worker.getD1Database("DATABASE")) as unknown as D1), migrations);
}, 120_000);
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
    expect((await get("/v1/accounts?q=财政")).body).toMatchObject({ total: 1 });
    expect((await get(`/v1/accounts/${String(body.id)}/report`)).body).toMatchObject({ department: "某县财政局" });
    expect((await post("/v1/accounts", TEXT)).status).toBe(401);
  });

  it.skipIf(!existsSync(REAL))("reads a real PDF (where it is at hand)", async () => {
    const { body } = await post("/v1/check?name=a.pdf", new Uint8Array(readFileSync(REAL)));
    expect(body).toMatchObject({ documents: [{ format: "pdf", department: "上海市普陀区财政局", fiscalYear: 2024 }] });
  });
});
