import { workerData } from "node:worker_threads";
import type { OpenRecogniser } from "@juesuan/ocr";
import { examine } from "@juesuan/readers";
import { answerOf, examineEntry, type Answer } from "./entry.ts";
import type { Task, WorkerSettings } from "./pool.ts";

const { policy, wanted } = workerData as WorkerSettings;

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

/** Reads and checks one document in a worker, as the pool that started it wants it. */
export async function answer({ name, bytes, sha256 }: Task): Promise<Answer> {
  const examined = await examineEntry(
    name,
    bytes,
    sha256,
    wanted.ocr ? examineScanned : examine,
    policy,
    wanted.rounding,
  );
  const answered = answerOf(examined, wanted);
  if (!wanted.crops) return answered;
  const { cropsOf } = await import("./crops.ts");
  return { ...answered, brief: { ...answered.brief, crops: await cropsOf(examined.entry, bytes) } };
}
