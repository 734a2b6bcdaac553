import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Streams } from "../streams.ts";
import { counterOf } from "./counter.ts";

function watched(isTTY: boolean, env: Record<string, string> = {}) {
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const streams: Streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr, cwd: "/", env };
  return { streams, said: () => String(stderr.read() ?? "") };
}

describe("the line that counts", () => {
  it("says how far a batch is, how fast and how long still, over itself", async () => {
    const { streams, said } = watched(true);
    let clock = 0;
    const counter = counterOf(streams, 500, "zh", () => clock);
    for (let index = 0; index < 100; index++) {
      clock += 200;
      await counter.step("某局.pdf");
    }
    const lines = said().split("\r\u001b[K");
    expect(lines.at(-1)).toBe(" 100/500 5.0 份/秒 剩 1:20 某局.pdf");
    await counter.clear();
    expect(said()).toBe("\r\u001b[K");
  });

  it("is silent where nobody watches", async () => {
    for (const { streams, said } of [watched(false), watched(true, { CI: "true" })]) {
      const counter = counterOf(streams, 500, "zh");
      await counter.step("某局.pdf");
      await counter.clear();
      expect(said()).toBe("");
    }
  });
});
