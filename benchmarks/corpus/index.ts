// A corpus of disclosures with known mistakes, for whoever evaluates a checker:
//
//   pnpm corpus [--files 60] [--seed 1] [--out fixtures/corpus]   writes files/ and manifest.json
//   pnpm corpus --score REPORT.json [--out fixtures/corpus]       scores a checker's report, ours or anybody's
//
// The same seed gives the same files, byte for byte. The manifest says of every file what was put in, where, and what is right.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { finish, measured, say } from "../measures.ts";
import { generateCorpus, type CorpusFile, type Manifest } from "./generate.ts";
import { claimsOf } from "./report.ts";
import { scoreClaims } from "./score.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    files: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    out: { type: "string", default: "fixtures/corpus" },
    score: { type: "string" },
    json: { type: "boolean", default: false },
  },
});
const out = resolve(import.meta.dirname, "..", "..", values.out);
if (values.score === undefined) await generate();
else await score(values.score);

async function generate(): Promise<void> {
  rmSync(join(out, "files"), { recursive: true, force: true });
  mkdirSync(join(out, "files"), { recursive: true });
  const files: CorpusFile[] = [];
  for await (const { bytes, ...file } of generateCorpus(Number(values.seed), Number(values.files))) {
    writeFileSync(join(out, "files", file.file), bytes);
    files.push(file);
  }
  const manifest: Manifest = { version: 1, seed: Number(values.seed), files };
  writeFileSync(join(out, "manifest.json"), `${JSON.stringify(manifest, undefined, 1)}\n`);
  const errors = files.reduce((sum, file) => sum + file.errors.length, 0);
  say(`${files.length} files, ${errors} mistakes: ${join(out, "manifest.json")}`);
}

async function score(report: string): Promise<void> {
  const path = join(out, "manifest.json");
  if (!existsSync(path)) throw new Error(`There is no ${path}: generate the corpus first.`);
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  const json: unknown = JSON.parse(readFileSync(resolve(process.env["INIT_CWD"] ?? "", report), "utf8"));
  const result = scoreClaims(manifest, await claimsOf(json, join(out, "files")));
  const percent = (part: number, whole: number): string =>
    whole === 0 ? "–" : `${((100 * part) / whole).toFixed(0)}%`;
  say(`${"mistake".padEnd(34)}${"seeded".padStart(8)}${"found".padStart(8)}${"named".padStart(8)}`);
  for (const [kind, { seeded, found, valued, named }] of Object.entries(result.kinds))
    say(
      `${kind.padEnd(34)}${String(seeded).padStart(8)}${percent(found, seeded).padStart(8)}${percent(named, valued).padStart(8)}`,
    );
  say();
  const { seeded, found, valued, named, files, trueFiles, falseInTrueFiles, extra } = result;
  measured({
    id: "found",
    zh: "语料中的错误被查出的",
    en: "mistakes of the corpus found",
    kind: "share",
    value: found / seeded,
    better: "more",
    samples: seeded,
    slack: 0.02,
  });
  measured({
    id: "value",
    zh: "查出且写明正确值的（只算有数值可言的）",
    en: "of those found, with the right value named (where there is one)",
    kind: "share",
    value: named / Math.max(1, valued),
    better: "more",
    samples: valued,
    slack: 0.03,
  });
  measured({
    id: "false-alarms",
    zh: "没有错误的文件中误报的处数",
    en: "claims in files without mistakes",
    kind: "count",
    value: falseInTrueFiles,
    better: "less",
    samples: trueFiles,
  });
  measured({
    id: "extra",
    zh: "有错误的文件中，指向别处的处数",
    en: "claims in the other files that point elsewhere",
    kind: "count",
    value: extra,
    better: "less",
    samples: files - trueFiles,
    slack: 0.1,
  });
  finish("corpus");
}
