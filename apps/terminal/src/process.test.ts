import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

// The tool as a process of its own, run from its sources: streams, exit codes, and what must never be loaded.

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const BUDGET = fileURLToPath(new URL("../../../../shared/documents/putuo-finance-2025-budget.pdf", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "juesuan-process-"));
afterAll(() => rmSync(folder, { recursive: true }));

const WRONG = `某县财政局2023年度部门决算

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况说明
2023年度收、支总计3037.90万元。

二、收入决算情况说明
2023年本年收入合计2826.88万元，其中：一般公共预算财政拨款收入2819.38万元，占99.7%；其他收入7.50万元，占10.3%。

三、支出决算情况说明
2023年本年支出合计3037.90万元，其中：基本支出1135.67万元，占37.4%；项目支出1902.23万元，占62.6%。
`;
const RIGHT = WRONG.replace("占10.3%", "占0.3%");
mkdirSync(join(folder, "批"));
writeFileSync(join(folder, "错.txt"), WRONG);
writeFileSync(join(folder, "对.txt"), RIGHT);
for (const [name, bytes] of [
  ["1-错.txt", WRONG],
  ["2-坏.pdf", "%PDF-1.7 cut short"],
  ["3-对.txt", RIGHT],
  ["4-坏.docx", "PK\u0003\u0004 not a zip"],
  ["5-空.txt", ""],
] as const) {
  writeFileSync(join(folder, "批", name), bytes);
}

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  args: readonly string[],
  { input, node = [] }: { input?: string; node?: readonly string[] } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--conditions=juesuan-source", ...node, MAIN, ...args], {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1" },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.end(input);
  });
}

interface Report {
  readonly documents: readonly {
    readonly file: string;
    readonly kind: string;
    readonly error?: { readonly code: string };
    readonly findings: readonly {
      readonly severity: string;
      readonly message: string;
      readonly expected: string | null;
    }[];
  }[];
  readonly summary: { readonly documents: number; readonly errors: number };
}

/** Refuses to load what only people and other formats need. */
const WITHOUT_SCREEN = `--import=data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  registerHooks({ resolve(specifier, context, next) {
    if (/^(react|ink|hono|@hono|fflate|htmlparser2|parse5|@e965|@embedpdf)(\\/|$)/.test(specifier)) throw new Error("loaded " + specifier);
    return next(specifier, context);
  } });
`)}`;

describe("juesuan check", () => {
  it("prints nothing but JSON, exits 1 for errors, and loads neither React, a server nor other readers", async () => {
    const { code, stdout, stderr } = await run(["check", "错.txt", "--format", "json"], { node: [WITHOUT_SCREEN] });
    expect(stderr).toBe("");
    const report = JSON.parse(stdout) as Report;
    expect(report.summary).toMatchObject({ documents: 1 });
    expect(report.documents[0]!.findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { message: expect.stringContaining("10.3%") },
    ]);
    expect(code).toBe(1);
  });

  it("exits 0 when there are no errors", async () => {
    const { code, stdout } = await run(["check", "对.txt"]);
    expect(stdout).toContain("错误 0 处");
    expect(code).toBe(0);
  });

  it("reads standard input", async () => {
    const { code, stdout } = await run(["check", "-", "--format", "ndjson"], { input: WRONG });
    expect(JSON.parse(stdout)).toMatchObject({ file: "-", kind: "final-accounts" });
    expect(code).toBe(1);
  });

  it("goes on after broken files, keeps their order, and exits 2", async () => {
    const { code, stdout, stderr } = await run(["check", "批", "不存在.pdf", "--format", "json", "--jobs", "2"]);
    const { documents } = JSON.parse(stdout) as Report;
    expect(documents.map(({ file, error }) => [file, error === undefined])).toEqual([
      ["批/1-错.txt", true],
      ["批/2-坏.pdf", false],
      ["批/3-对.txt", true],
      ["批/4-坏.docx", false],
      ["批/5-空.txt", false],
      ["不存在.pdf", false],
    ]);
    expect(documents[0]!.findings.length).toBeGreaterThan(0);
    expect(stderr.trim().split("\n")).toHaveLength(4);
    expect(code).toBe(2);
  });

  it("goes on where an interrupted run stopped", async () => {
    const file = join(folder, "进度.ndjson");
    const args = ["check", "批", "--format", "ndjson", "-o", file];
    await run(args);
    const whole = readFileSync(file, "utf8").trimEnd().split("\n");
    expect(whole).toHaveLength(5);
    // Stopped in the middle of the third line; the first is marked, so that a second check of it would show.
    writeFileSync(file, `${whole[0]!.replace('"file"', '"kept":true,"file"')}\n${whole[1]}\n${whole[2]!.slice(0, 50)}`);
    const { code } = await run([...args, "--resume"]);
    const again = readFileSync(file, "utf8").trimEnd().split("\n");
    const files = again.map((line) => (JSON.parse(line) as { file: string }).file);
    expect(files).toEqual(["批/1-错.txt", "批/2-坏.pdf", "批/3-对.txt", "批/4-坏.docx", "批/5-空.txt"]);
    expect(again[0]).toContain('"kept":true');
    expect(code).toBe(2);
    expect((await run(["check", "批", "--resume"])).code).toBe(2);
  });

  it("says in one sentence what is wrong with a call, and exits 2", async () => {
    for (const args of [
      ["check"],
      ["check", "错.txt", "--format", "pdf"],
      ["check", "错.txt", "--nonsense"],
      ["nonsense"],
    ]) {
      const { code, stdout, stderr } = await run(args);
      expect([args, code, stdout]).toEqual([args, 2, ""]);
      expect(stderr).toMatch(/^juesuan: .*[。”]\n.+\n$/u);
    }
  });

  it("honours a policy", async () => {
    const first = JSON.parse((await run(["check", "错.txt", "--format", "json"])).stdout) as {
      documents: { findings: { fingerprint: string; severity: string }[] }[];
    };
    const wrong = first.documents[0]!.findings.filter(({ severity }) => severity === "error");
    const acknowledged = wrong.map(({ fingerprint }) => ({ fingerprint, reason: "已与财政核对" }));
    writeFileSync(join(folder, "policy.json"), JSON.stringify({ acknowledged }));
    const { code, stdout } = await run(["check", "错.txt", "--policy", "policy.json"]);
    expect(stdout).toContain("已认可：已与财政核对");
    expect(code).toBe(0);
  });

  it("writes a workbook that it can read itself, and nothing on stdout", async () => {
    const { code, stdout } = await run(["check", "错.txt", "--format", "xlsx", "-o", "核对.xlsx"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(readFileSync(join(folder, "核对.xlsx")).subarray(0, 2).toString()).toBe("PK");
    const { readDocument } = await import("@juesuan/readers");
    const workbook = await readDocument(new Uint8Array(readFileSync(join(folder, "核对.xlsx"))), { name: "核对.xlsx" });
    expect(workbook.pages.map(({ name }) => name)).toEqual(["总览", "核对清单"]);
    expect(workbook.text).toContain("不合格");
  });

  it.skipIf(!existsSync(BUDGET))("refuses a budget with its kind (a real document, where it is at hand)", async () => {
    const { code, stdout, stderr } = await run(["check", BUDGET, "--format", "json"]);
    expect((JSON.parse(stdout) as Report).documents).toMatchObject([{ kind: "budget", findings: [] }]);
    expect(stderr).toContain("预算");
    expect(code).toBe(2);
  });
});

describe("the other commands", () => {
  it("show, explain and export", async () => {
    const shown = await run(["show", "对.txt"]);
    expect(shown.stdout).toMatch(/收入总计 +3037\.90? +万元/u);
    expect(shown.code).toBe(0);
    const all = await run(["explain"]);
    const id = all.stdout.split(/\s/)[0]!;
    const explained = await run(["explain", id]);
    expect(explained.stdout).toContain("依据");
    expect((await run(["explain", "no.such.relation"])).code).toBe(2);
    const exported = await run(["export", "对.txt", "--to", "csv"]);
    expect(exported.stdout).toContain("3037.90");
  });

  it("diff and compare two revisions", async () => {
    const diff = await run(["diff", "错.txt", "对.txt"]);
    expect(diff.stdout).toMatch(/改动的数字[^]*10\.3 → 0\.3[^]*已改正/u);
    // What changed is said in words, not as keys.
    expect(diff.stdout).not.toMatch(/[a-z-]+\{/);
    expect(diff.code).toBe(1);
    expect(await run(["diff", "对.txt", "对.txt"])).toMatchObject({ code: 0, stdout: "没有改动。\n" });
    const compared = await run(["compare", "错.txt", "对.txt"]);
    expect(compared.stdout).toMatch(/本年收入 +2826\.88 万元 +2826\.88 万元/u);
    expect((await run(["compare", "错.txt"])).code).toBe(2);
  });

  it("import twice without a change", async () => {
    const first = await run(["import", "对.txt", "--store", "库.sqlite"]);
    expect(first.stdout).toContain("新收录");
    const second = await run(["import", "对.txt", "批/2-坏.pdf", "--store", "库.sqlite"]);
    expect(second.stdout).toContain("未变");
    expect(second.code).toBe(2);
  });

  it("help and version go to stdout, a bare call to stderr", async () => {
    expect((await run(["--help"])).stdout).toContain("退出码");
    expect((await run(["check", "--help"])).stdout).toContain("--fail-on");
    expect((await run(["--version"])).stdout).toMatch(/^juesuan \d+\.\d+\.\d+\n$/);
    expect(await run([])).toMatchObject({ code: 2, stdout: "" });
  });

  it.each(["bash", "zsh", "fish"])("complete %s", async (shell) => {
    const { code, stdout } = await run(["completion", shell]);
    expect(code).toBe(0);
    for (const word of ["check", "review", "sarif", "fail-on"]) expect(stdout).toContain(word);
  });

  it("the manual page names every command", async () => {
    const { stdout } = await run(["help", "--man"]);
    for (const words of [".TH JUESUAN 1", ".SS review", "\\-\\-fail\\-on"]) expect(stdout).toContain(words);
  });

  it("review says that it needs a terminal", async () => {
    expect(await run(["review", "错.txt"])).toMatchObject({ code: 2, stdout: "" });
  });
});

it("is quiet when the reader of its output leaves early", async () => {
  const child = spawn(
    "sh",
    ["-c", `"${process.execPath}" --conditions=juesuan-source "${MAIN}" check 批 错.txt --format json | head -c 20`],
    {
      cwd: folder,
    },
  );
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  expect(stderr).not.toContain("EPIPE");
});
