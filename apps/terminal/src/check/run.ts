import type { Policy } from "@juesuan/core";
import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { setFlagsFromString } from "node:v8";
import { answerOf, examineEntry, fileError, unreadEntry, type Answer, type Entry, type Wanted } from "./entry.ts";
import { sha256Of } from "./hash.ts";
import type { Input } from "./inputs.ts";

export interface RunOptions {
  readonly policy?: Policy;
  /** How many documents are examined side by side; absent: as many as there are processors. */
  readonly jobs?: number;
  /** How long one document may take, in milliseconds. */
  readonly timeout: number;
  readonly wanted: Wanted;
}

/** A text as small as this is examined where we are: starting a worker would take longer than reading it. */
const SMALL = 512 * 1024;
const TEXTS = new Set([".txt", ".text", ".md", ""]);

/**
 * Examines every input and yields the answers in the order of the inputs, each as soon as it and those before it are
 * there. Only a few documents are held at any time, however many there are.
 */
export async function* examineAll(inputs: readonly Input[], options: RunOptions): AsyncGenerator<Answer> {
  const jobs = Math.max(1, Math.min(options.jobs ?? availableParallelism(), inputs.length));
  if (inputs.length === 1) {
    const only = inputs[0]!;
    const read = await readInput(only);
    if ("sha256" in read) return yield answerOf({ entry: read }, options.wanted);
    if (read.bytes.length <= SMALL && TEXTS.has(extname(only.name).toLowerCase())) {
      keepGarbage();
      const { examine } = await import("@juesuan/readers");
      const { policy, wanted } = options;
      const sha256 = sha256Of(read.bytes);
      return yield answerOf(
        await examineEntry(only.name, read.bytes, sha256, examine, policy, wanted.rounding),
        wanted,
      );
    }
    const { Pool } = await import("./pool.ts");
    const pool = new Pool({ ...options, size: 1 });
    try {
      yield await pool.examine({ name: only.name, bytes: read.bytes });
    } finally {
      await pool.close();
    }
    return;
  }

  const { Pool } = await import("./pool.ts");
  const pool = new Pool({ ...options, size: jobs });
  const running: Promise<Answer>[] = [];
  const window = jobs * 2;
  const examineOne = async (input: Input) => {
    const read = await readInput(input);
    return "sha256" in read
      ? answerOf({ entry: read }, options.wanted)
      : pool.examine({ name: input.name, bytes: read.bytes });
  };
  try {
    for (const input of inputs) {
      running.push(examineOne(input));
      if (running.length >= window) yield await running.shift()!;
    }
    while (running.length > 0) yield await running.shift()!;
  } finally {
    await pool.close();
  }
}

/**
 * What one small text leaves behind is small: to go through all of the heap step by step, as V8 does when it has grown
 * threefold, takes longer than the process has still to live.
 */
function keepGarbage(): void {
  setFlagsFromString("--no-incremental-marking");
}

async function readInput(input: Input): Promise<{ readonly bytes: Uint8Array } | Entry> {
  try {
    return { bytes: await input.read() };
  } catch (error) {
    return unreadEntry(input.name, "", fileError(error as NodeJS.ErrnoException));
  }
}
