import { parentPort, workerData } from "node:worker_threads";
import type { OpenRecogniser } from "@juesuan/ocr";
import { examine } from "@juesuan/readers";
import { answerOf, examineEntry, type Answer } from "./entry.ts";
import type { Question, WorkerSettings } from "./pool.ts";

// One worker of the pool: a document in, an answer out. What crashes or hangs here takes no other document with it.

const { policy, wanted } = workerData as WorkerSettings;

parentPort?.on("message", ({ name, bytes }: Question) => {
  void answer(name, bytes).then((answered) => parentPort?.postMessage(answered, []));
});

/** Optical recognition is started for the first document and stays with this worker. */
let recogniser: Promise<OpenRecogniser> | undefined;

async function examineScanned(...[bytes, options]: Parameters<typeof examine>): ReturnType<typeof examine> {
  recogniser ??= import("@juesuan/ocr").then(({ openRecogniser }) => openRecogniser(), withoutRecogniser);
  const { recognise } = await recogniser;
  return examine(bytes, { ...options, recognise });
}

function withoutRecogniser(cause: unknown): never {
  throw Object.assign(new Error("没有安装光学识别部分 @juesuan/ocr，不能用 --ocr。", { cause }), {
    code: "unsupported",
    messageEn: "The optional part @juesuan/ocr is not installed: --ocr cannot be used.",
  });
}

async function answer(name: string, bytes: Uint8Array): Promise<Answer> {
  const examined = await examineEntry(name, bytes, wanted.ocr ? examineScanned : examine, policy, wanted.rounding);
  const answered = answerOf(examined, wanted);
  if (!wanted.crops) return answered;
  const { cropsOf } = await import("./crops.ts");
  return { ...answered, brief: { ...answered.brief, crops: await cropsOf(examined.entry, bytes) } };
}
