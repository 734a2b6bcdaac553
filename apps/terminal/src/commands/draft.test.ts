import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { juesuanIn } from "../testing/streams.ts";

const ACCOUNTS = fileURLToPath(new URL("../../../../fixtures/renhe-hrss-2023/accounts.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "juesuan-draft-"));
afterAll(() => rmSync(folder, { recursive: true }));
const juesuan = (...args: string[]) => juesuanIn(folder, ...args);

// Drafts are checked and read back: give a slow machine its time.
describe("juesuan draft", { timeout: 180_000 }, () => {
  it("makes a draft and a form, and takes the form when it is filled in", async () => {
    const first = await juesuan("draft", ACCOUNTS, "--form", "表.yaml", "-o", "稿.md");
    expect(first.code).toBe(1);
    expect(first.stderr).toContain("待填：“三公”经费增减变化的主要原因");
    expect(first.stderr).toContain("已改正：98.9% → 99.8%");
    // What stands is checked at once, although something is missing.
    expect(first.stderr).toContain("文稿中已标红，自查 0 个错误。");
    const form = readFileSync(join(folder, "表.yaml"), "utf8");
    expect(form).toContain('reason:three-public: ""');
    writeFileSync(join(folder, "表.yaml"), form.replace('three-public: ""', "three-public: 接待任务增加"));
    const second = await juesuan("draft", ACCOUNTS, "--form", "表.yaml", "-o", "稿.md");
    expect(second.stderr).not.toContain("待填：“三公”经费增减变化的主要原因");
    expect(readFileSync(join(folder, "稿.md"), "utf8")).toContain("主要原因是接待任务增加。");
    // What was answered stays answered.
    expect(readFileSync(join(folder, "表.yaml"), "utf8")).toContain("three-public: 接待任务增加");
  });

  it("makes the form as a workbook, and takes it back filled in", async () => {
    const first = await juesuan("draft", ACCOUNTS, "--form", "表.xlsx", "-o", "稿.md");
    expect(first.stderr).toContain("请填写 表.xlsx");
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder, "表.xlsx"))));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
    const row = /“三公”经费增减变化的主要原因.*?<c r="(E\d+)" s="(\d+)"\/>.*?reason:three-public/.exec(sheet)!;
    const cell = (at: string, content: string): string => `<c r="${at}" ${content}</c>`;
    const words = (text: string): string => `t="inlineStr"><is><t>${text}</t></is>`;
    parts["xl/worksheets/sheet1.xml"] = strToU8(
      sheet
        .replace(`<c r="${row[1]}" s="${row[2]}"/>`, cell(row[1]!, words("接待任务增加，\n另有外事。")))
        .replace('<t xml:space="preserve">各自四舍五入</t>', "<t>合计为100%</t>"),
    );
    parts["xl/worksheets/sheet2.xml"] = strToU8(
      strFromU8(parts["xl/worksheets/sheet2.xml"]!)
        .replace(/<c r="B3" [^>]*>.*?(?=<c r="C3")/, cell("B3", words("接待省厅调研就餐费")))
        .replace(/<c r="C3" [^>]*>.*?(?=<\/row>)/, cell("C3", "><v>3.03</v>")),
    );
    writeFileSync(join(folder, "表.xlsx"), zipSync(parts));
    await juesuan("draft", ACCOUNTS, "--form", "表.xlsx", "-o", "稿.md");
    const written = readFileSync(join(folder, "稿.md"), "utf8");
    expect(written).toContain("接待任务增加，");
    expect(written).toContain("另有外事。");
    expect(written).toContain("接待省厅调研就餐费3.03万元");
    // What was answered stays answered.
    await juesuan("draft", ACCOUNTS, "--form", "表.xlsx", "-o", "稿.md");
    expect(readFileSync(join(folder, "稿.md"), "utf8")).toBe(written);
    writeFileSync(
      join(folder, "别的.xlsx"),
      zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8("<worksheet/>") }),
    );
    expect((await juesuan("draft", ACCOUNTS, "--form", "别的.xlsx", "-o", "稿.md")).stderr).toContain("不是编写表");
  });

  it("writes a real department's disclosure anew, whole, and finds nothing wrong with it", async () => {
    const published = fileURLToPath(new URL("../../../../fixtures/putuo-finance-2024/accounts.json", import.meta.url));
    const { code, stderr } = await juesuan("draft", published, "-o", "普陀.html");
    expect(stderr).toContain("没有缺项，自查 0 个错误");
    // Two of its own errors are put right on the way.
    expect(stderr).toContain("已改正：0.3万元 → 2961.68万元");
    expect(stderr).toContain("已改正：71.73% → 71.65%");
    expect(code).toBe(0);
    const asked = await juesuan("draft", published, "--form", "不需要.xlsx", "-o", "普陀.html");
    expect(asked.stderr).toContain("没有要填的，所以没有生成 不需要.xlsx");
    expect(existsSync(join(folder, "不需要.xlsx"))).toBe(false);
    expect((await juesuan("prove", "普陀.html", "--against", published)).stdout).toMatch(/^印出的 \d+ 个数字中/);
    expect((await juesuan("check", "普陀.html")).code).toBe(0);
    expect(readFileSync(join(folder, "普陀.html"), "utf8")).toContain(
      "<p>3. 上海市普陀区国库收付中心（预算不单列，并入本级）</p>",
    );
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
