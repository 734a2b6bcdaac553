// What the benchmarks measure, recorded in docs/performance.json and written as docs/performance.md.
//
//   pnpm performance [NAME …]           runs them (all), and says what became worse than recorded; exit code 1 if anything did
//   pnpm performance [NAME …] --record  the same, and takes what was measured for the new record
//   node scripts/performance.mjs --page writes the page from the record, and runs nothing
//
// Measures are ratios of times taken in one run, shares and counts: a slower machine changes none of them much.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./lib/workspace.mjs";

const RECORD = join(root, "docs", "performance.json");
const PAGE = join(root, "docs", "performance.md");
const SOURCES = "--conditions=juesuan-source";

/** Each benchmark's command, of a size that a laptop finishes in a few minutes. */
const BENCHMARKS = {
  terminal: {
    zh: "终端工具",
    en: "The terminal tool",
    run: () => [["scripts/juesuan.mjs", "--version"], ["benchmarks/terminal.ts"]],
  },
  batch: {
    zh: "一批文件",
    en: "A batch",
    run: () => [
      ["scripts/juesuan.mjs", "--version"],
      [SOURCES, "benchmarks/batch.ts", "120"],
    ],
  },
  "reading-time": { zh: "读 PDF 的时间", en: "Time to read a PDF", run: () => [["benchmarks/reading-time.ts"]] },
  reading: {
    zh: "各种格式读得对不对",
    en: "What is read right, format by format",
    run: () => [[SOURCES, "benchmarks/reading.ts", "2"]],
  },
  layouts: {
    zh: "各种版式的表",
    en: "Tables in the layouts that departments print",
    run: () => [[SOURCES, "benchmarks/layouts/index.ts"]],
  },
  length: {
    zh: "越长的文本",
    en: "Longer and longer texts",
    run: () => [[SOURCES, "benchmarks/length.ts"]],
  },
  checking: {
    zh: "核对引擎",
    en: "The checking engine",
    run: () => [[SOURCES, "benchmarks/checking/index.ts", "--clean", "500", "--slips", "10", "--unique", "2"]],
  },
  clean: {
    zh: "没有错的决算，各种单位和保留位数",
    en: "True disclosures, in every unit and rounding",
    run: () => [[SOURCES, "benchmarks/checking/clean.ts", "--departments", "2"]],
  },
  "unknown-words": {
    zh: "没有错而说法没见过的说明",
    en: "True narratives in words that nobody knows",
    run: () => [[SOURCES, "benchmarks/unknown-words.ts", "--texts", "300"]],
  },
  unfamiliar: {
    zh: "表题、表头、行名没见过的表",
    en: "Tables under titles and headings that nobody has taught",
    run: () => [[SOURCES, "benchmarks/unfamiliar/index.ts", "--each", "2"]],
  },
  seeding: {
    zh: "造一处错，看说得对不对",
    en: "One mistake at a time, read and checked",
    run: () => [[SOURCES, "benchmarks/seeding/index.ts", "--each", "2", "--generated", "1"]],
  },
  corpus: {
    zh: "语料得分",
    en: "Score on the corpus",
    run: (folder) => [
      [SOURCES, "benchmarks/corpus/index.ts", "--files", "60", "--out", join(folder, "corpus")],
      {
        args: [
          SOURCES,
          "apps/terminal/src/main.ts",
          "check",
          join(folder, "corpus", "files"),
          "-f",
          "json",
          "-o",
          join(folder, "report.json"),
        ],
        found: true,
      },
      [SOURCES, "benchmarks/corpus/index.ts", "--score", join(folder, "report.json"), "--out", join(folder, "corpus")],
    ],
  },
  fix: {
    zh: "改正 Word 文件",
    en: "Correcting Word files",
    run: (folder) => [
      [SOURCES, "benchmarks/corpus/index.ts", "--files", "60", "--out", join(folder, "fixed")],
      [SOURCES, "benchmarks/corpus/fix.ts", join(folder, "fixed")],
    ],
  },
  classification: {
    zh: "科目查询",
    en: "Look-ups in the classification",
    run: () => [[SOURCES, "benchmarks/classification.ts"]],
  },
  roundtrip: {
    zh: "写出再读回",
    en: "Written and read back",
    run: () => [[SOURCES, "benchmarks/roundtrip/index.ts", "5", "600"]],
  },
};

/** A quarter for ratios, which move from run to run; nothing for what is counted. */
const USUAL_SLACK = { ratio: 0.25, share: 0, count: 0 };

/** What became worse than the record by more than its slack, as sentences. Counts may grow by a share of themselves. */
export function regressions(recorded, measured) {
  const before = new Map(recorded.measures.map((measure) => [measure.id, measure]));
  return measured.measures.flatMap((measure) => {
    const was = before.get(measure.id);
    if (!was) return [];
    const slack = measure.slack ?? USUAL_SLACK[measure.kind];
    const allowed = measure.kind === "share" ? slack : slack * Math.abs(was.value);
    const worse = measure.better === "less" ? measure.value - was.value : was.value - measure.value;
    return worse > allowed + 1e-12
      ? [`${measured.benchmark} ${measure.id}: ${text(measure)}, recorded ${text(was)} — ${measure.en}`]
      : [];
  });
}

/** The record with the benchmarks that were run put in the place of theirs. */
export function merged(record, runs) {
  const byName = new Map([...record, ...runs].map((run) => [run.benchmark, run]));
  return Object.keys(BENCHMARKS).flatMap((name) => byName.get(name) ?? []);
}

function text({ kind, value }) {
  if (kind === "share") return `${(100 * value).toFixed(2)}%`;
  return kind === "ratio" ? value.toFixed(2) : String(value);
}

export function pageOf(record) {
  const parts = record.map(({ benchmark, date, machine, measures }) => {
    const { zh, en } = BENCHMARKS[benchmark];
    const rows = measures.map(
      (measure) =>
        `| ${measure.zh}<br>${measure.en} | ${text(measure)} | ${measure.better === "less" ? "小 less" : "大 more"} | ${measure.samples ?? ""} |`,
    );
    return [
      `## ${zh} ${en}`,
      "",
      `${date}，${machine.cpu}，${machine.cores} 核 cores，Node ${machine.node.slice(1)}，负载 load ${machine.load ?? "?"}。\`npx -y pnpm@12 performance ${benchmark}\``,
      "",
      "| 量 measure | 值 value | 以何为好 better | 次数 samples |",
      "|---|---|---|---|",
      ...rows,
      "",
    ].join("\n");
  });
  return `<!-- Generated by scripts/performance.mjs from docs/performance.json. Do not edit. -->

# 性能与准确 Performance and accuracy

每一条性能说法都有一个基准，量的是**比值**：同一次运行里轮流取的两个时间之比、对的占全部的比例、处数。机器快慢、忙闲对两边一样，所以只拿比值与记录比：比记录差出各自的余量，\`npx -y pnpm@12 performance\` 就列出来并以 1 退出。数字就是量到的，没有取舍。

Every claim has a benchmark that measures **ratios** taken in one run, shares and counts. \`pnpm performance\` runs them, compares with the record and exits 1 for what became worse by more than its slack; \`--record\` takes the new figures. What a benchmark needs and is not at hand (Chromium, LibreOffice, real documents) it leaves out and says so.

${parts.join("\n")}`;
}

/** Whether the page says what the record says. */
export function isStale() {
  return readFileSync(PAGE, "utf8") !== pageOf(readRecord());
}

function readRecord() {
  return existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, "utf8")) : [];
}

function measure(name, folder) {
  const steps = BENCHMARKS[name].run(folder);
  for (const [index, step] of steps.entries()) {
    const { args, found = false } = Array.isArray(step) ? { args: step } : step;
    const last = index === steps.length - 1;
    const { status, stdout } = spawnSync(process.execPath, last ? [...args, "--json"] : args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", last ? "pipe" : "ignore", "inherit"],
      maxBuffer: 1 << 26,
    });
    if (status !== 0 && !(found && status === 1)) return undefined;
    if (!last) continue;
    const line = stdout.trim().split("\n").at(-1) ?? "";
    return line.startsWith("{") ? JSON.parse(line) : undefined;
  }
}

function main(args) {
  if (args.includes("--page")) {
    writeFileSync(PAGE, pageOf(readRecord()));
    return 0;
  }
  const named = args.filter((argument) => !argument.startsWith("--"));
  const unknown = named.filter((name) => !Object.hasOwn(BENCHMARKS, name));
  if (unknown.length > 0) {
    console.error(`没有基准 ${unknown.join("、")}；有：${Object.keys(BENCHMARKS).join("、")}。 No such benchmark.`);
    return 2;
  }
  const record = readRecord();
  const runs = [];
  const worse = [];
  let failed = 0;
  const folder = mkdtempSync(join(tmpdir(), "juesuan-performance-"));
  try {
    for (const name of named.length > 0 ? named : Object.keys(BENCHMARKS)) {
      console.log(`\n${BENCHMARKS[name].zh} ${BENCHMARKS[name].en}`);
      const run = measure(name, folder);
      if (!run) {
        failed++;
        console.error(`${name} 没有给出结果。 ${name} gave no figures.`);
        continue;
      }
      for (const entry of run.measures) console.log(`  ${text(entry).padStart(10)}  ${entry.en}`);
      runs.push(run);
      const before = record.find(({ benchmark }) => benchmark === name);
      if (before) worse.push(...regressions(before, run));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (worse.length > 0)
    console.error(`\n比记录差 Worse than recorded:\n${worse.map((line) => `  ${line}`).join("\n")}`);
  if (args.includes("--record")) {
    const next = merged(record, runs);
    writeFileSync(RECORD, `${JSON.stringify(next, undefined, 2)}\n`);
    writeFileSync(PAGE, pageOf(next));
  }
  return failed > 0 ? 2 : worse.length > 0 ? 1 : 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2).filter((argument) => argument !== "--"));
