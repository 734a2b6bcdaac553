import { enableCompileCache, flushCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import type { Task } from "./pool.ts";

// One worker of the pool: a document in, an answer out. What crashes or hangs here takes no other document with it.

enableCompileCache();

const { answer } = await import("./examiner.ts");
// A worker is ended, and does not come to its end: what it has compiled is kept now.
flushCompileCache();

parentPort?.on("message", (task: Task) => {
  void answer(task).then((answered) => parentPort?.postMessage(answered, []));
});
