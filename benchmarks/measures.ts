/**
 * How every benchmark says what it measured: a line for people as it goes, and with `--json` one object on standard
 * output, from which `pnpm performance` writes docs/performance.md and notices what became worse.
 *
 *     import { measured, say, finish } from "./measures.ts";
 *     say("what is being done, for people");
 *     measured({ id: "start", zh: "…", en: "start of check, to node -e 0", kind: "ratio", value: 1.9, better: "less" });
 *     finish("terminal");
 */
import { availableParallelism, cpus, loadavg } from "node:os";

export interface Measure {
  /** What it is known by from one version to the next, unique within its benchmark: letters, digits, hyphens. */
  readonly id: string;
  /** What is measured and against what, in one phrase each. */
  readonly zh: string;
  readonly en: string;
  /**
   * `ratio`: one time or size over another taken in the same run, so that a slow machine slows both. `share`: right ones
   * of all, 0 to 1. `count`: how many, such as false errors.
   */
  readonly kind: "ratio" | "share" | "count";
  readonly value: number;
  readonly better: "less" | "more";
  /** How many rounds, documents or cases stand behind it. */
  readonly samples?: number;
  /** How far it may become worse before it counts as a regression; 0.25 (a quarter) for ratios, else 0, by default. */
  readonly slack?: number;
}

/** What `--json` prints. */
export interface Measured {
  readonly benchmark: string;
  readonly date: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly node: string;
    readonly platform: string;
    /** Processes that wanted a core, on average over the last minute: more than there are cores is a machine that is shared. */
    readonly load: number;
  };
  readonly measures: readonly Measure[];
}

const asJson = process.argv.includes("--json");
const measures: Measure[] = [];

/** For people: standard output, or standard error where a program reads the other. */
export function say(text = ""): void {
  (asJson ? process.stderr : process.stdout).write(`${text}\n`);
}

/** Records one measure and says it. */
export function measured(measure: Measure): void {
  if (!Number.isFinite(measure.value)) throw new Error(`${measure.id}: ${measure.value} is no measure`);
  if (measures.some(({ id }) => id === measure.id)) throw new Error(`${measure.id} is measured twice`);
  measures.push(measure);
  say(`${measure.en}: ${valueText(measure)}${measure.samples === undefined ? "" : ` (of ${measure.samples})`}`);
}

/** Ends a benchmark: with `--json`, prints everything measured. */
export function finish(benchmark: string): void {
  if (!asJson) return;
  const machine = {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    load: Math.round(10 * loadavg()[0]!) / 10,
  };
  const all: Measured = { benchmark, date: new Date().toISOString().slice(0, 10), machine, measures };
  process.stdout.write(`${JSON.stringify(all)}\n`);
}

export function valueText({ kind, value }: Measure): string {
  if (kind === "share") return `${(100 * value).toFixed(2)}%`;
  return kind === "ratio" ? value.toFixed(2) : String(value);
}
