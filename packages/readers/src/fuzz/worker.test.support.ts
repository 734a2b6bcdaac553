import { parentPort } from "node:worker_threads";
import { examine, ReadError } from "../index.ts";

// Examines what it is sent, and says what became of it. Whatever is no ReadError is a finding.
parentPort!.on("message", async ({ name, bytes }: { name: string; bytes: Uint8Array }) => {
  const started = performance.now();
  let outcome: { kind: "read" | "refused" | "broken"; said?: string };
  try {
    const { report, document } = await examine(bytes, { name });
    const { printed, bound, unbound } = report.figures;
    const outside = report.facts.find(({ source }) => (source.end ?? 0) > document.text.length);
    if (printed !== bound + unbound) {
      outcome = { kind: "broken", said: `${printed} printed, but ${bound} bound and ${unbound} unbound` };
    } else if (outside)
      outcome = { kind: "broken", said: `a fact ends at ${outside.source.end} of ${document.text.length}` };
    else {
      JSON.stringify(report);
      outcome = { kind: "read" };
    }
  } catch (error) {
    outcome =
      error instanceof ReadError
        ? { kind: "refused", said: error.code }
        : { kind: "broken", said: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort!.postMessage(
    { ...outcome, milliseconds: performance.now() - started, rss: process.memoryUsage.rss() },
    [],
  );
});
