/**
 * A batch as a bureau gets it: 500 disclosures in every format, broken and hostile files among them, checked into one
 * workbook; what it takes in memory against a batch of a tenth the size; one core against all; and an interrupted run that
 * is taken up again.
 *
 *     npx -y pnpm@12 -s juesuan --version   # bundles the tool: what is run is the bundle
 *     node --conditions=juesuan-source benchmarks/batch.ts [COUNT] [--keep] [--json]
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { draftDisclosure, draftToDocx, gridsToXlsx } from "@juesuan/writers";
import { examine } from "@juesuan/readers";
import { strToU8, zipSync } from "fflate";
import { chromium } from "playwright-core";
import { randomAccounts, toHtml, toText, writeShanghai, writeSichuan } from "./disclosures/index.ts";
import { sichuanGrids } from "./disclosures/sichuan.ts";
import { onOneCore } from "./cores.ts";
import { finish, measured, say } from "./measures.ts";

const count = Number(process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? 500);
const CORE_TURNS = 2;
const main = join(import.meta.dirname, "..", "apps", "terminal", "bundle", "main.js");
const folder = mkdtempSync(join(tmpdir(), "juesuan-500-"));

const browserPath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const browser = browserPath
  ? await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] })
  : undefined;
if (!browser) say("没有 Chromium：这批文件中没有 PDF。 No Chromium: there are no PDFs in the batch.");

/** What stands in no batch of its own accord, and in every large one: each is refused or read, and none stops the rest. */
const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  "空文件.pdf": () => new Uint8Array(0),
  "随机.docx": () => Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 251),
  "截断.pdf": () =>
    strToU8("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 9999"),
  "炸弹.xlsx": () => zipSync({ "xl/workbook.xml": new Uint8Array(300 * 1024 * 1024) }, { level: 9 }),
  "嵌套.html": () => strToU8("<div>".repeat(200_000)),
  "长行.txt": () => strToU8("2024年度部门决算".repeat(400_000)),
  "不是文档.xls": () => strToU8("MZ\u0090\0"),
  "部门预算.txt": () => strToU8("某局2024年部门预算\n\n一、收入预算100万元。\n"),
  "循环.html": () => strToU8(`<table>${'<tr><td colspan="65535" rowspan="65535">1</td></tr>'.repeat(2000)}</table>`),
  "实体.docx": () =>
    zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "word/document.xml": strToU8(`<!DOCTYPE a [<!ENTITY b "${"决".repeat(1000)}">]><a>${"&b;".repeat(100_000)}</a>`),
    }),
};

const printed: Uint8Array[] = [];
async function documentOf(seed: number): Promise<[name: string, bytes: Uint8Array]> {
  const accounts = randomAccounts(seed);
  const shanghai = writeShanghai(accounts, { codes: seed % 2 === 1 ? "split" : "joined", zeros: "blank" });
  const sichuan = writeSichuan(accounts, { codes: "joined", lineNumbers: seed % 2 === 0, axis: "used" });
  const style = { font: "Noto Serif CJK SC", rules: "full", size: 12 } as const;
  // A figure of every third is wrong: a batch has findings.
  const spoilt = (text: string) => (seed % 3 === 0 ? text.replace(/(支出总计\D{0,12}\d+)\.(\d)/, "$1.9$2") : text);
  switch (seed % 10) {
    case 0:
    case 1:
    case 2:
      return [`${seed}.txt`, strToU8(spoilt(toText(shanghai)))];
    case 3:
    case 4:
    case 5:
      return [`${seed}.html`, strToU8(spoilt(toHtml(sichuan, style)))];
    case 6:
    case 7:
      return [
        `${seed}.xlsx`,
        gridsToXlsx(sichuanGrids(accounts, { codes: "joined", lineNumbers: false, axis: "used" })),
      ];
    case 8: {
      const read = await examine(strToU8(toText(shanghai)));
      return [`${seed}.docx`, await draftToDocx((await draftDisclosure(read.accounts)).document)];
    }
    default: {
      if (!browser) return [`${seed}.txt`, strToU8(toText(sichuan))];
      // Printing takes a second: ten are printed, the rest are those again.
      if (printed.length < 10) {
        const page = await browser.newPage();
        await page.setContent(spoilt(toHtml(shanghai, style)));
        printed.push(new Uint8Array(await page.pdf()));
        await page.close();
      }
      return [`${seed}.pdf`, printed[seed % printed.length]!];
    }
  }
}

say(`writing ${count} documents into ${folder}`);
const hostile = Object.entries(HOSTILE);
const large = join(folder, "large");
const small = join(folder, "small");
for (const [size, target] of [
  [Math.round(count / 10), small],
  [count, large],
] as const) {
  mkdirSync(target, { recursive: true });
  for (let seed = 1; seed <= size - hostile.length; seed++) {
    const [name, bytes] = await documentOf(seed);
    writeFileSync(join(target, name), bytes);
  }
  for (const [name, make] of hostile) writeFileSync(join(target, name), make());
}
await browser?.close();

interface Run {
  readonly milliseconds: number;
  readonly code: number | null;
  readonly peak: number;
  readonly stderr: string;
}

/** Runs the tool and samples what it holds in memory, its workers included: they are threads. */
function run(
  parameters: readonly string[],
  { stop, oneCore = false }: { stop?: () => boolean; oneCore?: boolean } = {},
): Promise<Run> {
  const began = performance.now();
  const whole = [main, ...parameters];
  const { command, parameters: given } = oneCore ? onOneCore(whole) : { command: process.execPath, parameters: whole };
  const child = spawn(command, given, { stdio: ["ignore", "ignore", "pipe"] });
  let peak = 0;
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const timer = setInterval(() => {
    try {
      const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid!}/status`, "utf8"))?.[1] ?? 0);
      peak = Math.max(peak, kilobytes / 1024);
    } catch {
      // Ended between two looks, or a system without /proc.
    }
    if (stop?.()) child.kill("SIGKILL");
  }, 100);
  return new Promise((resolve) =>
    child.on("close", (code) => {
      clearInterval(timer);
      resolve({ milliseconds: performance.now() - began, code, peak, stderr });
    }),
  );
}

try {
  const few = await run(["check", small, "-f", "xlsx", "-o", join(folder, "small.xlsx"), "--fail-on", "never"]);
  const report = join(folder, "report.xlsx");
  const all = await run(["check", large, "-f", "xlsx", "-o", report, "--fail-on", "never"]);
  const refused = hostile.filter(([name]) => all.stderr.includes(name)).length;
  say(
    `${count} documents in ${(all.milliseconds / 1000).toFixed(1)} s, peak ${all.peak.toFixed(0)} MB (${Math.round(count / 10)}: ${few.peak.toFixed(0)} MB); exit ${all.code}; the workbook has ${(statSync(report).size / 1024).toFixed(0)} kB`,
  );
  say(
    `not checked, with the reason on stderr: ${all.stderr.trim().split("\n").length} lines, ${refused} of ${hostile.length} hostile files`,
  );
  for (const line of all.stderr.trim().split("\n")) say(`  ${line.replace(folder, "")}`);
  measured({
    id: "memory",
    zh: `${count} 份的内存峰值与其十分之一份数之比`,
    en: `peak memory of ${count} documents to that of a tenth of them`,
    kind: "ratio",
    value: all.peak / few.peak,
    better: "less",
    samples: count,
  });

  // In turns, so that a busy machine slows both alike; the fastest of each is what the machine can do.
  const fastest = { one: Infinity, all: Infinity };
  for (let turn = 0; turn < CORE_TURNS; turn++)
    for (const [who, jobs] of [
      ["one", 1],
      ["all", availableParallelism()],
    ] as const) {
      const { milliseconds } = await run(
        ["check", large, "-f", "xlsx", "-o", report, "--fail-on", "never", "--jobs", String(jobs)],
        { oneCore: who === "one" },
      );
      fastest[who] = Math.min(fastest[who], milliseconds);
    }
  measured({
    id: "cores",
    zh: `${count} 份，单核与全部核用时之比`,
    en: `${count} documents, one core to all`,
    kind: "ratio",
    value: fastest.one / fastest.all,
    better: "more",
    samples: CORE_TURNS,
  });

  const lines = join(folder, "report.ndjson");
  const written = () => (existsSync(lines) ? readFileSync(lines, "utf8").split("\n").length - 1 : 0);
  const cut = await run(["check", large, "-f", "ndjson", "-o", lines], { stop: () => written() >= count / 3 });
  const before = written();
  const resumed = await run(["check", large, "-f", "ndjson", "-o", lines, "--resume", "--fail-on", "never"]);
  const names = readFileSync(lines, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { file: string }).file);
  say(`interrupted after ${before} lines (${cut.code === null ? "killed" : cut.code}), resumed: ${names.length} lines`);
  measured({
    id: "resumed",
    zh: "中断后接着做完：每份恰好一行的份数占比",
    en: "documents with exactly one line after an interruption and --resume",
    kind: "share",
    value: new Set(names).size === names.length ? names.length / count : 0,
    better: "more",
    samples: count,
  });
  if (resumed.code === null) throw new Error(resumed.stderr);
} finally {
  if (process.argv.includes("--keep")) say(`kept: ${folder}`);
  else rmSync(folder, { recursive: true });
}
finish("batch");
