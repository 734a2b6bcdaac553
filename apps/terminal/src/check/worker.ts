import { parentPort, workerData } from "node:worker_threads";
import { examine } from "@juesuan/readers";
import { briefOf, examineEntry } from "./entry.ts";
import type { Answer, Question, WorkerSettings } from "./pool.ts";

// One worker of the pool: a document in, an entry out. What crashes or hangs here takes no other document with it.

const { policy, withJson } = workerData as WorkerSettings;

parentPort?.on("message", ({ name, bytes }: Question) => {
  void examineEntry(name, bytes, examine, policy).then((entry) => {
    const answer: Answer = { brief: briefOf(entry), ...(withJson ? { json: JSON.stringify(entry) } : {}) };
    parentPort?.postMessage(answer, []);
  });
});
