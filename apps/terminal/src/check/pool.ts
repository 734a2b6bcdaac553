import type { Policy } from "@juesuan/core";
import { Worker } from "node:worker_threads";
import { sha256Of } from "./hash.ts";
import { answerOf, unreadEntry, type Answer, type EntryError, type Wanted } from "./entry.ts";

export interface WorkerSettings {
  readonly policy?: Policy;
  readonly wanted: Wanted;
}

/** A document to examine. */
export interface Question {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a worker is sent. Its hash is taken here: Node's cryptography takes a worker as long to load as a small document. */
export interface Task extends Question {
  readonly sha256: string;
}

export interface PoolOptions extends WorkerSettings {
  readonly size: number;
  /** How long one document may take, in milliseconds. */
  readonly timeout: number;
}

/** What one worker may hold: a document that needs more is hostile, and must not take the machine with it. */
const MEGABYTES = 2048;

/** A document is read and forgotten: with room for its short-lived values the collector takes a sixth less of the time. */
const YOUNG_MEGABYTES = 64;

// From a clone's sources the worker is TypeScript, in a build it is JavaScript.
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const SCRIPT = new URL(FROM_SOURCE ? "./worker.ts" : "./worker.js", import.meta.url);

/**
 * Workers that examine documents side by side. A worker that runs out of memory or of time is replaced, and its document
 * becomes an entry that says so.
 */
export class Pool {
  readonly #options: PoolOptions;
  readonly #idle: Worker[] = [];
  readonly #waiting: ((worker: Worker) => void)[] = [];
  #started = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async examine(question: Question): Promise<Answer> {
    const sha256 = sha256Of(question.bytes);
    const worker = await this.#take();
    return new Promise((resolve) => {
      const lose = (error: EntryError) => {
        finish();
        void worker.terminate();
        this.#replace();
        resolve(answerOf({ entry: unreadEntry(question.name, sha256, error) }, this.#options.wanted));
      };
      const answered = (answer: Answer) => {
        finish();
        this.#give(worker);
        resolve(answer);
      };
      const failed = (error: NodeJS.ErrnoException) => lose(errorOf(error));
      const exited = () => lose(errorOf(new Error("the worker ended")));
      const timer = setTimeout(() => lose(timedOut(this.#options.timeout)), this.#options.timeout);
      const finish = () => {
        clearTimeout(timer);
        worker.off("message", answered).off("error", failed).off("exit", exited);
        // An error after this document's answer belongs to no document.
        worker.on("error", ignore);
      };
      worker.off("error", ignore).on("message", answered).on("error", failed).on("exit", exited);
      worker.postMessage({ ...question, sha256 } satisfies Task, []);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }

  #take(): Promise<Worker> | Worker {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#started < this.#options.size) {
      this.#started++;
      return this.#start();
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(worker: Worker): void {
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#idle.push(worker);
  }

  #replace(): void {
    const next = this.#waiting.shift();
    if (next) next(this.#start());
    else this.#started--;
  }

  #start(): Worker {
    const { policy, wanted } = this.#options;
    const worker = new Worker(SCRIPT, {
      workerData: { ...(policy ? { policy } : {}), wanted } satisfies WorkerSettings,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      execArgv: FROM_SOURCE ? ["--conditions=juesuan-source"] : [],
      // What a library prints must not reach a stdout that programs read.
      stdout: true,
    });
    worker.stdout.resume();
    return worker.on("error", ignore);
  }
}

const ignore = () => {};

function timedOut(milliseconds: number): EntryError {
  const seconds = Math.round(milliseconds / 1000);
  return {
    code: "timeout",
    message: `处理超过 ${seconds} 秒，已放弃（--timeout 可调整）。`,
    messageEn: `Given up after ${seconds} seconds (--timeout changes that).`,
  };
}

function errorOf(error: NodeJS.ErrnoException): EntryError {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") {
    return {
      code: "too-large",
      message: "处理此文件所需内存过大，已放弃。",
      messageEn: "Reading this file takes too much memory: given up.",
    };
  }
  return {
    code: "internal",
    message: `处理时程序出错，请报告此问题：${error.message}`,
    messageEn: `The program failed on this file; please report it: ${error.message}`,
  };
}
