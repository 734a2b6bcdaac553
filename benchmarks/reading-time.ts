/**
 * The time to read a PDF, as a ratio to `pdftotext -layout` on the same file: both as whole processes, taken turn by turn
 * in one run, so that a busy machine slows both. Build first: what is timed is the built package.
 *
 *     node benchmarks/reading-time.ts [--json] FILE.pdf …
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { finish, measured, say } from "./measures.ts";

const ROUNDS = 15;
const SHARED = fileURLToPath(new URL("../../shared/documents", import.meta.url));
const USUAL = ["putuo-finance-2024", "final-accounts-template-shanghai-2024", "putuo-finance-2025-budget"].map(
  (name) => `${SHARED}/${name}.pdf`,
);

/** Plain JavaScript: what is timed must not also strip types. */
const READ = `
  import { readFileSync } from "node:fs";
  import { readPdf } from "@juesuan/readers/pdf";
  await readPdf(readFileSync(process.argv[1]));
`;

const given = process.argv.slice(2).filter((argument) => argument !== "--json");
const files = (given.length > 0 ? given : USUAL).filter((file) => existsSync(file));
for (const file of files) report(file);
if (files.length === 0) console.error("No PDF to time.");
finish("reading-time");

function report(file: string): void {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(timed("pdftotext", ["-layout", file, "/dev/null"]));
    ours.push(timed(process.execPath, ["--input-type=module", "--eval", READ, file]));
  }
  const [one, other] = [median(ours), median(theirs)];
  say(`${file}: ${one.toFixed(0)} ms, pdftotext ${other.toFixed(0)} ms (medians of ${ROUNDS})`);
  const name = basename(file, ".pdf");
  measured({
    id: name,
    zh: `读 ${name}，整个进程，与 pdftotext -layout 之比`,
    en: `reading ${name}, whole process, to pdftotext -layout`,
    kind: "ratio",
    value: one / other,
    better: "less",
    samples: ROUNDS,
  });
}

function timed(command: string, parameters: readonly string[]): number {
  const start = performance.now();
  const { status, error } = spawnSync(command, parameters, {
    cwd: import.meta.dirname,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (error || status !== 0) throw new Error(`${command} failed`, { cause: error });
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}
