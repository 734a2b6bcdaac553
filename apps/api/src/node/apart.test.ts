import { examine } from "@juesuan/readers";
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { examineApart } from "./apart.ts";

// The real reader in real threads.

const FILE = new URL("../../../../fixtures/renhe-hrss-2023/source.txt", import.meta.url);
const bytes = new Uint8Array(readFileSync(FILE));
const apart = examineApart({ threads: 2 });
afterAll(() => apart.close());

describe("documents that are read in threads", () => {
  it("give what they give here", async () => {
    const options = { name: "source.txt" };
    const [there, here] = [await apart.examine(bytes, options), await examine(bytes, options)];
    expect({ ...there }).toEqual({
      report: here.report,
      document: here.document,
      disclosure: here.disclosure,
      accounts: here.accounts,
    });
    expect(bytes.length).toBeGreaterThan(0);
  });

  it("give of what is refused the refusal alone", async () => {
    const text = new TextEncoder().encode("某县财政局2024年部门预算公开\n\n2024年收入预算总计3037.90万元。\n");
    const [there, here] = [await apart.examine(text, { name: "a.txt" }), await examine(text, { name: "a.txt" })];
    expect(here.report.refusal).not.toBeNull();
    expect([there.report.refusal, there.report.kind, there.disclosure.refusal]).toEqual([
      here.report.refusal,
      here.report.kind,
      here.disclosure.refusal,
    ]);
    expect(there.document.text).toBe("");
  });

  it("say why they cannot be read", async () => {
    const encrypted = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const [there, here] = await Promise.all(
      [apart.examine, examine].map((read) => read(encrypted, { name: "a.xls" }).catch((error: unknown) => error)),
    );
    expect(there).toMatchObject({
      message: (here as Error).message,
      code: (here as { code: string }).code,
      messageEn: (here as { messageEn: string }).messageEn,
    });
  });

  it("wait for each other where there are more than threads", async () => {
    const many = await Promise.all(Array.from({ length: 5 }, () => apart.examine(bytes, { name: "source.txt" })));
    expect(new Set(many.map(({ report }) => report.figures.bound)).size).toBe(1);
  });

  it("are given up when they take too long, and the next one is read", async () => {
    const short = examineApart({ threads: 1, timeout: 1 });
    await expect(short.examine(bytes, {})).rejects.toMatchObject({ code: "timeout", messageEn: expect.any(String) });
    await short.close();
    const again = examineApart({ threads: 1, timeout: 60_000 });
    expect((await again.examine(bytes, { name: "source.txt" })).report.figures.bound).toBeGreaterThan(100);
    await again.close();
  });

  it("are given up when they take too much memory, and the next one is read in another thread", async () => {
    const narrow = examineApart({ threads: 1, megabytes: 96 });
    const large = new TextEncoder().encode("2023年本年收入合计2826.88万元，占99.7%；".repeat(150_000));
    await expect(narrow.examine(large, { name: "a.txt" })).rejects.toMatchObject({ code: "too-large" });
    expect((await narrow.examine(new TextEncoder().encode("98.9%"), { name: "a.txt" })).report.kind).toBeDefined();
    await narrow.close();
  });
});
