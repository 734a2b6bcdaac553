import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { juesuanIn } from "../testing/streams.ts";

const FIXTURE = fileURLToPath(new URL("../../../../fixtures/putuo-finance-2024/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "juesuan-prove-"));
afterAll(() => rmSync(folder, { recursive: true }));
const accounts = join(FIXTURE, "accounts.json");
const original = join(FIXTURE, "source.html");
writeFileSync(
  join(folder, "公开稿.html"),
  // The year's appropriation with two digits swapped in one cell of one table.
  readFileSync(original, "utf8").replace("2,961.68", "2,916.68"),
);
const juesuan = (...args: string[]) => juesuanIn(folder, ...args);

describe("juesuan prove", () => {
  it("proves a real disclosure equal to its accounts", async () => {
    const { code, stdout } = await juesuan("prove", original, "--against", accounts, "--strict");
    expect(stdout).toMatch(/^印出的 296 个数字中 296 个与账一致，0 个不一致，0 个账上没有。/);
    expect(code).toBe(0);
  });

  it("shows the one figure that differs, where it stands, and what the accounts say", async () => {
    const { code, stdout } = await juesuan("prove", "公开稿.html", "-a", accounts);
    expect(stdout).toContain("1 个不一致");
    expect(stdout.replaceAll(/\n\s*/g, "")).toMatch(/《[^》]+》“总计”行.*印作 2,916\.68万元，账上 2,961\.68万元/);
    expect(code).toBe(1);
  });

  it("takes a workbook for the accounts, and tells programs every figure", async () => {
    await juesuan("export", original, "-o", "账.xlsx");
    const { stdout, stderr } = await juesuan("prove", original, "-a", "账.xlsx", "-f", "json");
    expect(stderr).toBe("");
    const { counts, figures } = JSON.parse(stdout) as {
      counts: Record<string, number>;
      figures: { verdict: string; key: string; printed: string }[];
    };
    expect(figures).toHaveLength(counts.printed!);
    expect(figures).toContainEqual(expect.objectContaining({ verdict: "equal", key: "expenditure" }));
    // Two tables print one class one unit of the last place apart, and the workbook has each as printed; a sentence is wrong.
    const differing = figures.filter(({ verdict }) => verdict === "differs").map(({ printed }) => printed);
    expect(new Set(differing)).toEqual(new Set(["0.3万元", "71.73%"]));
    expect(counts.notInAccounts).toBeGreaterThan(20);
  });

  it("says what is wrong with accounts that are none", async () => {
    writeFileSync(join(folder, "坏.json"), '{"format": "other"}');
    writeFileSync(join(folder, "断.json"), '{"format": ');
    expect(await juesuan("prove", original, "-a", "坏.json")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("不是 juesuan 的账（format"),
    });
    expect(await juesuan("prove", original, "-a", "断.json")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("不是有效的 JSON"),
    });
    expect(await juesuan("prove", original)).toMatchObject({ code: 2, stderr: expect.stringContaining("--against") });
    expect(await juesuan("prove", original, "-a", "没有.json")).toMatchObject({ code: 2 });
  });
});
