import { parentPort, workerData } from "node:worker_threads";
import { examine } from "@juesuan/readers";
import { answerOf, examineEntry } from "./entry.ts";
import type { Question, WorkerSettings } from "./pool.ts";

// One worker of the pool: a document in, an answer out. What crashes or hangs here takes no other document with it.

const { policy, wanted } = workerData as WorkerSettings;

parentPort?.on("message", ({ name, bytes }: Question) => {
  void examineEntry(name, bytes, examine, policy).then((examined) => {
    parentPort?.postMessage(answerOf(examined, wanted), []);
  });
});
