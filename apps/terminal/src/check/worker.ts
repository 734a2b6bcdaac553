import { parentPort, workerData } from "node:worker_threads";
import { examine } from "@juesuan/readers";
import { answerOf, examineEntry, type Answer } from "./entry.ts";
import type { Question, WorkerSettings } from "./pool.ts";

// One worker of the pool: a document in, an answer out. What crashes or hangs here takes no other document with it.

const { policy, wanted } = workerData as WorkerSettings;

parentPort?.on("message", ({ name, bytes }: Question) => {
  void answer(name, bytes).then((answered) => parentPort?.postMessage(answered, []));
});

async function answer(name: string, bytes: Uint8Array): Promise<Answer> {
  const examined = await examineEntry(name, bytes, examine, policy);
  const answered = answerOf(examined, wanted);
  if (!wanted.crops) return answered;
  const { cropsOf } = await import("./crops.ts");
  return { ...answered, brief: { ...answered.brief, crops: await cropsOf(examined.entry, bytes) } };
}
