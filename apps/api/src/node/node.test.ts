import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { folderAssets } from "./assets.ts";
import { PortTakenError, serve } from "./serve.ts";

const folder = mkdtempSync(join(tmpdir(), "juesuan-api-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("folderAssets", () => {
  it("gives the folder's files and nothing outside it", async () => {
    mkdirSync(join(folder, "dist", "assets"), { recursive: true });
    writeFileSync(join(folder, "dist", "index.html"), "page");
    writeFileSync(join(folder, "dist", "assets", "a-1.js"), "script");
    writeFileSync(join(folder, "secret.txt"), "secret");
    const assets = folderAssets(join(folder, "dist"))!;
    expect(await assets("/assets/a-1.js")).toMatchObject({ type: "text/javascript; charset=utf-8", immutable: true });
    expect(await assets("/index.html")).toMatchObject({ immutable: false });
    for (const path of [
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/assets/../../secret.txt",
      "//secret.txt",
      "/%",
      "/assets",
    ]) {
      expect(await assets(path)).toBeUndefined();
    }
  });

  it("is absent where nothing was built", () => {
    expect(folderAssets(join(folder, "nowhere"))).toBeUndefined();
  });

  it("compresses what keeps its name once, and gives it from then on", async () => {
    const script = "const answer = 42;\n".repeat(500);
    writeFileSync(join(folder, "dist", "assets", "b-1.js"), script);
    const assets = folderAssets(join(folder, "dist"))!;
    expect((await assets("/assets/b-1.js"))!.brotli).toBeUndefined();
    await expect.poll(async () => (await assets("/assets/b-1.js"))!.brotli).toBeDefined();
    const { body, brotli } = (await assets("/assets/b-1.js"))!;
    expect(brotliDecompressSync(brotli!).equals(body)).toBe(true);
    expect(brotli!.length).toBeLessThan(body.length / 10);
    expect((await assets("/index.html"))!.brotli).toBeUndefined();
  });
});

describe("serve", () => {
  it("listens, says where, and stops", async () => {
    const serving = await serve({ fetch: () => new Response("hello") }, { port: 0 });
    expect(await (await fetch(serving.url)).text()).toBe("hello");
    await serving.close();
    await expect(fetch(serving.url)).rejects.toThrow();
  });

  it("answers what is no HTTP in the form of every other answer, and says how Chinese is written in an address", async () => {
    const serving = await serve({ fetch: () => new Response("hello") }, { port: 0 });
    const raw = (text: string) =>
      new Promise<{ head: string; body: Record<string, unknown> }>((resolve, reject) => {
        const socket = connect(serving.port, "127.0.0.1", () => socket.end(text));
        let answer = "";
        socket.setEncoding("utf8");
        socket.on("data", (piece: string) => (answer += piece));
        socket.on("error", reject);
        socket.on("close", () => {
          const [head, body] = answer.split("\r\n\r\n");
          resolve({ head: head!, body: JSON.parse(body!) as Record<string, unknown> });
        });
      });
    const chinese = await raw("GET /v1/accounts?q=教育局&limit=1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    expect(chinese.head).toMatch(/^HTTP\/1\.1 400 .*problem\+json/s);
    expect(chinese.body).toMatchObject({
      code: "bad-request",
      detail: expect.stringContaining("/v1/accounts?q=%E6%95%99%E8%82%B2%E5%B1%80&limit=1"),
    });
    expect((await raw("hello\r\n\r\n")).body).toMatchObject({ code: "bad-request", status: 400 });
    const large = await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"a".repeat(20_000)}\r\n\r\n`);
    expect(large.body).toMatchObject({ code: "headers-too-large", status: 431 });
    await serving.close();
  });

  it("says that a port is taken", async () => {
    const serving = await serve({ fetch: () => new Response("") }, { port: 0 });
    await expect(serve({ fetch: () => new Response("") }, { port: serving.port })).rejects.toBeInstanceOf(
      PortTakenError,
    );
    await serving.close();
  });
});
