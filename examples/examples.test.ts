import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { Miniflare } from "miniflare";
import { chromium } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";

// The examples as a user runs them: in Node, bundled in a real browser, bundled in Cloudflare's own runtime.

const HERE = import.meta.dirname;
const ACCOUNTS = join(HERE, "..", "fixtures", "putuo-finance-2024", "accounts.json");
const folder = mkdtempSync(join(tmpdir(), "juesuan-examples-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the sentence of the real disclosure prints, and should. */
const FINDING = "71.73%";

function build(mode: string): string {
  const out = join(folder, mode);
  const vite = join(HERE, "node_modules", ".bin", "vite");
  const { status, stderr, stdout } = spawnSync(
    vite,
    ["build", "--mode", mode, "--outDir", out, "--emptyOutDir", "--logLevel", "error"],
    { cwd: HERE, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } },
  );
  if (status !== 0) throw new Error(stdout + stderr);
  return out;
}

describe("The core's examples", () => {
  it("runs in Node", () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      ["--conditions=juesuan-source", join(HERE, "node.ts"), ACCOUNTS],
      { encoding: "utf8" },
    );
    expect(stdout).toMatch(new RegExp(`^error: .*${FINDING}`, "m"));
    expect(status).toBe(1);
  });

  it("runs in a Worker", { timeout: 120_000 }, async () => {
    const out = build("worker");
    const worker = new Miniflare({
      modules: [{ type: "ESModule", path: "worker.js", contents: readFileSync(join(out, "worker.js"), "utf8") }],
      compatibilityDate: "2026-06-01",
    });
    try {
      const post = (body: string) => worker.dispatchFetch("http://localhost/", { method: "POST", body });
      const answer = await post(readFileSync(ACCOUNTS, "utf8"));
      const findings = (await answer.json()) as { severity: string; message: string }[];
      expect(findings).toContainEqual(
        expect.objectContaining({ severity: "error", message: expect.stringContaining(FINDING) }),
      );
      expect((await post("{}")).status).toBe(422);
    } finally {
      await worker.dispose();
    }
  });

  const browser = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  );
  it.skipIf(browser === undefined)("runs in a browser (needs Chromium)", { timeout: 120_000 }, async () => {
    const out = build("page");
    const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript" };
    const server = createServer((request, response) => {
      const path = join(out, request.url === "/" ? "index.html" : request.url!);
      if (!existsSync(path)) return void response.writeHead(404).end();
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
      response.end(readFileSync(path));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const chrome = await chromium.launch({ executablePath: browser!, args: ["--no-sandbox"] });
    try {
      const page = await chrome.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.setInputFiles("input", ACCOUNTS);
      await page.waitForSelector("li");
      expect(await page.textContent("ul")).toContain(FINDING);
    } finally {
      await chrome.close();
      server.close();
    }
  });
});
