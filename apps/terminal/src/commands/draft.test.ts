import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { juesuanIn } from "../testing/streams.ts";

const ACCOUNTS = fileURLToPath(new URL("../../../../fixtures/renhe-hrss-2023/accounts.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "juesuan-draft-"));
afterAll(() => rmSync(folder, { recursive: true }));
const juesuan = (...args: string[]) => juesuanIn(folder, ...args);

describe("juesuan draft", () => {
  it("makes a draft and a form, and takes the form when it is filled in", async () => {
    const first = await juesuan("draft", ACCOUNTS, "--form", "表.yaml", "-o", "稿.md");
    expect(first.code).toBe(1);
    expect(first.stderr).toContain("待填：“三公”经费增减变化的主要原因");
    expect(first.stderr).toContain("已改正：98.9% → 99.8%");
    const form = readFileSync(join(folder, "表.yaml"), "utf8");
    expect(form).toContain('reason:three-public: ""');
    writeFileSync(join(folder, "表.yaml"), form.replace('three-public: ""', "three-public: 接待任务增加"));
    const second = await juesuan("draft", ACCOUNTS, "--form", "表.yaml", "-o", "稿.md");
    expect(second.stderr).not.toContain("待填：“三公”经费增减变化的主要原因");
    expect(readFileSync(join(folder, "稿.md"), "utf8")).toContain("主要原因是接待任务增加。");
    // What was answered stays answered.
    expect(readFileSync(join(folder, "表.yaml"), "utf8")).toContain("three-public: 接待任务增加");
  });

  it("writes to the standard output where no file is named", async () => {
    const { stdout } = await juesuan("draft", ACCOUNTS, "--to", "html");
    expect(stdout).toMatch(/^<!doctype html>/);
  });

  it("says what is wrong with a form", async () => {
    writeFileSync(join(folder, "坏.yaml"), "figures: [1");
    expect(await juesuan("draft", ACCOUNTS, "--form", "坏.yaml", "-o", "x.md")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("不是有效的 YAML"),
    });
    writeFileSync(join(folder, "坏.yaml"), 'figures:\n  "three-public{period=previous}": 三万');
    expect((await juesuan("draft", ACCOUNTS, "--form", "坏.yaml", "-o", "x.md")).stderr).toContain("“三万”不是数字");
    expect(existsSync(join(folder, "x.md"))).toBe(false);
  });

  it("knows no form of disclosure that there is none of", async () => {
    expect((await juesuan("draft", ACCOUNTS, "--profile", "mars", "-o", "x.md")).stderr).toContain(
      "没有公开格式“mars”",
    );
  });
});

it("exports the tables of accounts, and the whole disclosure as Word", async () => {
  expect((await juesuan("export", ACCOUNTS, "-o", "稿.docx")).code).toBe(0);
  expect(readFileSync(join(folder, "稿.docx")).subarray(0, 2).toString()).toBe("PK");
  expect((await juesuan("export", ACCOUNTS, "--to", "md")).stdout).toContain("一般公共预算财政拨款支出决算表");
});
