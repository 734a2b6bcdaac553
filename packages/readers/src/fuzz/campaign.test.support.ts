import { Worker } from "node:worker_threads";
import { Dice, mutated } from "./mutations.test.support.ts";
import type { Seed } from "./seeds.test.support.ts";

export interface CampaignOptions {
  readonly seeds: readonly Seed[];
  /** The number of the first input; input n is the same on every machine. */
  readonly first: number;
  /** Inputs to try. */
  readonly runs?: number;
  /** Milliseconds after which no further input is started. */
  readonly budget?: number;
  /** Milliseconds that one input may take: beyond, it hangs. */
  readonly limit: number;
  readonly onFailure?: (failure: Failure, bytes: Uint8Array) => void;
  readonly onProgress?: (done: number) => void;
}

export interface Failure {
  readonly number: number;
  readonly seed: string;
  readonly said: string;
}

export interface Campaign {
  readonly runs: number;
  readonly read: number;
  readonly refused: ReadonlyMap<string, number>;
  readonly failures: readonly Failure[];
  readonly slowest: { readonly number: number; readonly milliseconds: number };
  /** Resident memory after the first tenth of the inputs and at the end, in bytes: a leak shows between them. */
  readonly memory: { readonly early: number; readonly late: number };
}

interface Answer {
  readonly kind: "read" | "refused" | "broken";
  readonly said?: string;
  readonly milliseconds: number;
  readonly rss: number;
}

/** The bytes of input `number`. */
export function input(seeds: readonly Seed[], number: number): { seed: Seed; bytes: Uint8Array } {
  const dice = new Dice(number);
  const seed = seeds[number % seeds.length]!;
  return { seed, bytes: mutated(seed.bytes, seed.kind, dice) };
}

function start(): Worker {
  return new Worker(new URL("./worker.test.support.ts", import.meta.url), {
    execArgv: ["--conditions=juesuan-source"],
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    stdout: true,
    stderr: true,
  });
}

function ask(worker: Worker, message: object, limit: number): Promise<Answer> {
  return new Promise((resolve) => {
    const started = performance.now();
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      worker.off("message", settle).off("error", failed).off("exit", ended);
      resolve(answer);
    };
    const broken = (said: string): void =>
      settle({ kind: "broken", said, milliseconds: performance.now() - started, rss: 0 });
    const failed = (error: Error): void => broken(error.stack ?? error.message);
    const ended = (): void => broken("the worker ended");
    const timer = setTimeout(() => broken(`hangs: more than ${limit} ms`), limit);
    worker.on("message", settle).on("error", failed).on("exit", ended);
    worker.postMessage(message, []);
  });
}

/** Tries mutated files one after the other in a worker that can be ended, and counts what became of them. */
export async function campaign({
  seeds,
  first,
  runs = Infinity,
  budget = Infinity,
  limit,
  onFailure,
  onProgress,
}: CampaignOptions): Promise<Campaign> {
  const refused = new Map<string, number>();
  const failures: Failure[] = [];
  let slowest = { number: -1, milliseconds: 0 };
  let read = 0;
  let early = 0;
  let late = 0;
  let done = 0;
  let worker = start();
  const end = performance.now() + budget;
  for (; done < runs && performance.now() < end; done++) {
    const number = first + done;
    const { seed, bytes } = input(seeds, number);
    const answer = await ask(worker, { name: seed.name, bytes }, limit);
    if (answer.kind === "read") read++;
    else if (answer.kind === "refused") refused.set(answer.said!, (refused.get(answer.said!) ?? 0) + 1);
    else {
      const failure = { number, seed: seed.name, said: answer.said ?? "" };
      failures.push(failure);
      onFailure?.(failure, bytes);
      await worker.terminate();
      worker = start();
    }
    if (answer.milliseconds > slowest.milliseconds) slowest = { number, milliseconds: answer.milliseconds };
    if (answer.rss > 0) late = answer.rss;
    if (done === Math.floor(Math.min(runs, 1000) / 10)) early = late;
    onProgress?.(done + 1);
  }
  await worker.terminate();
  return { runs: done, read, refused, failures, slowest, memory: { early, late } };
}
