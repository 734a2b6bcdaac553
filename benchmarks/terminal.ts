/**
 * What the terminal tool costs beyond what it reads, as ratios taken turn by turn in one run:
 *
 * - the start of `juesuan check FILE --format json`, to `node -e 0`: what any command in Node costs;
 * - a batch on one core, to the same batch on all.
 *
 *     npx -y pnpm@12 -s juesuan --version   # bundles the tool: what is timed is the bundle
 *     node benchmarks/terminal.ts [FILE] [--json]
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { extname, join } from "node:path";
import { onOneCore } from "./cores.ts";
import { finish, measured, say } from "./measures.ts";

const ROUNDS = 15;
const BATCH = 60;
const BATCH_ROUNDS = 3;

type Command = ReturnType<typeof onOneCore>;

const root = join(import.meta.dirname, "..");
const main = join(root, "apps", "terminal", "bundle", "main.js");
const file =
  process.argv.slice(2).find((text) => !text.startsWith("--")) ??
  join(root, "fixtures", "renhe-hrss-2023", "source.txt");

const check = [main, "check", file, "--format", "json", "--fail-on", "never"];
const start = alternate(ROUNDS, node(["--eval", "0"]), node(check));
say(`start: check --format json ${ms(start.second)}, node -e 0 ${ms(start.first)}`);
measured({
  id: "start",
  zh: "启动并核对一份文本（check --format json），与 node -e 0 之比",
  en: "check --format json of one text, whole process, to node -e 0",
  kind: "ratio",
  value: start.second / start.first,
  better: "less",
  samples: ROUNDS,
});

const version = alternate(ROUNDS, node(["--eval", "0"]), node([main, "--version"]));
say(`the tool itself: --version ${ms(version.second)}`);
measured({
  id: "version",
  zh: "只启动工具本身（--version），与 node -e 0 之比",
  en: "the tool itself (--version), to node -e 0",
  kind: "ratio",
  value: version.second / version.first,
  better: "less",
  samples: ROUNDS,
});

const folder = mkdtempSync(join(tmpdir(), "juesuan-batch-"));
try {
  for (let index = 0; index < BATCH; index++) copyFileSync(file, join(folder, `${index}${extname(file)}`));
  const batch = (jobs: number) => [
    main,
    "check",
    folder,
    "--format",
    "csv",
    "--fail-on",
    "never",
    "--jobs",
    String(jobs),
  ];
  const jobs = availableParallelism();
  const both = alternate(BATCH_ROUNDS, onOneCore(batch(1)), node(batch(jobs)));
  say(`batch of ${BATCH}: one core ${ms(both.first)}, ${jobs} cores ${ms(both.second)}`);
  measured({
    id: "cores",
    zh: `一批 ${BATCH} 份，单核与全部核用时之比`,
    en: `a batch of ${BATCH}, one core to all`,
    kind: "ratio",
    value: both.first / both.second,
    better: "more",
    samples: BATCH_ROUNDS,
  });
} finally {
  rmSync(folder, { recursive: true });
}

function node(parameters: readonly string[]): Command {
  return { command: process.execPath, parameters };
}

/** Medians of two commands, run in turns so that a busy machine slows both. The first turn of each only warms caches. */
function alternate(rounds: number, one: Command, other: Command) {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of [one, other].entries()) {
      const taken = timed(command);
      if (round > 0) times[index]!.push(taken);
    }
  }
  return { first: median(times[0]), second: median(times[1]) };
}

function timed({ command, parameters }: Command): number {
  const began = performance.now();
  const { status, error, stderr } = spawnSync(command, parameters, { stdio: ["ignore", "ignore", "pipe"] });
  if (error || status !== 0) throw new Error(`${parameters.join(" ")} failed: ${stderr.toString()}`, { cause: error });
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

finish("terminal");
