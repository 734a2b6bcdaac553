import { assembleAccounts } from "@juesuan/core";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Examine, Unreadable } from "../examine.ts";

// Documents come from anyone, and may be made to take minutes or gigabytes. They are read in threads of their own: meanwhile
// everybody else is answered, and a thread that takes too long or too much is ended, with nothing else.

export interface Question {
  readonly bytes: Uint8Array;
  readonly options: Parameters<Examine>[1];
}

export type Answer =
  | { readonly examined: Awaited<ReturnType<Examine>> }
  | { readonly unreadable: Pick<Unreadable, "code" | "message" | "messageEn"> }
  /** Where it went wrong, for the log. */
  | { readonly failure: string };

export interface ApartOptions {
  /** Threads at most. */
  readonly threads?: number;
  /** How long one document may take, in milliseconds. */
  readonly timeout?: number;
  /** What one thread may hold, in megabytes; what PDFium holds is not of it, and has a bound of its own. */
  readonly megabytes?: number;
}

const TIMEOUT = 60_000;
const MEGABYTES = 1024;
const MOST_THREADS = 4;

// From a clone's sources the thread runs TypeScript, in a build JavaScript.
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const SCRIPT = new URL(FROM_SOURCE ? "./examining.ts" : "./examining.js", import.meta.url);

/** Reads documents in threads, which are started when they are first wanted. */
export function examineApart({
  threads = Math.min(MOST_THREADS, availableParallelism()),
  timeout = TIMEOUT,
  megabytes = MEGABYTES,
}: ApartOptions = {}): { readonly examine: Examine; close(): Promise<void> } {
  const idle: Worker[] = [];
  const running = new Set<Worker>();
  const waiting: (() => void)[] = [];

  function start(): Worker {
    const thread = new Worker(SCRIPT, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      execArgv: FROM_SOURCE ? ["--conditions=juesuan-source"] : [],
    });
    running.add(thread);
    // One that waits for a document keeps no process running.
    thread.unref();
    return thread.on("error", ignore).once("exit", () => {
      running.delete(thread);
      const at = idle.indexOf(thread);
      if (at >= 0) idle.splice(at, 1);
      waiting.shift()?.();
    });
  }

  async function take(): Promise<Worker> {
    for (;;) {
      const thread = idle.pop() ?? (running.size < threads ? start() : undefined);
      if (thread) return thread;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  function give(thread: Worker): void {
    thread.unref();
    idle.push(thread);
    waiting.shift()?.();
  }

  async function examine(bytes: Uint8Array, options: Question["options"]) {
    const thread = await take();
    thread.ref();
    const answer = await new Promise<Answer>((resolve) => {
      const answered = (given: Answer) => end(given, () => give(thread));
      const failed = (error: NodeJS.ErrnoException) =>
        end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? TOO_LARGE : { failure: error.stack ?? error.message }, discard);
      const exited = () => end({ failure: "The thread that reads documents ended." }, discard);
      const discard = () => void thread.terminate();
      const timer = setTimeout(() => end(tookTooLong(timeout), discard), timeout);
      const end = (given: Answer, afterwards: () => void) => {
        clearTimeout(timer);
        thread.off("message", answered).off("error", failed).off("exit", exited);
        afterwards();
        resolve(given);
      };
      thread.on("message", answered).on("error", failed).on("exit", exited);
      // A copy: whoever asks keeps the bytes.
      thread.postMessage({ bytes, options } satisfies Question, []);
    });
    if ("examined" in answer) {
      const { disclosure, document } = answer.examined;
      // Arranged when asked for, as the reader does: a check never asks.
      return Object.defineProperty(answer.examined, "accounts", {
        get: () => assembleAccounts(disclosure, { text: document.text }),
        enumerable: true,
      });
    }
    if ("failure" in answer) throw new Error(answer.failure);
    const { code, message, messageEn } = answer.unreadable;
    throw Object.assign(new Error(message), { code, messageEn });
  }

  return {
    examine,
    close: async () => {
      await Promise.all([...running].map((thread) => thread.terminate()));
    },
  };
}

const ignore = () => {};

const TOO_LARGE: Answer = {
  unreadable: {
    code: "too-large",
    message: "处理此文件所需内存过大，已放弃。",
    messageEn: "Reading this file takes too much memory: given up.",
  },
};

function tookTooLong(milliseconds: number): Answer {
  const seconds = Math.round(milliseconds / 1000);
  return {
    unreadable: {
      code: "timeout",
      message: `处理超过 ${seconds} 秒，已放弃。`,
      messageEn: `Given up after ${seconds} seconds.`,
    },
  };
}
