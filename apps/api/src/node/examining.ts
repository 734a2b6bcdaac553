import { parentPort } from "node:worker_threads";
import { examine } from "@juesuan/readers";
import { isUnreadable } from "../examine.ts";
import type { Answer, Question } from "./apart.ts";

// One thread that reads documents, one after the other. What crashes or hangs here takes nobody's answer with it.

async function answerTo({ bytes, options }: Question): Promise<Answer> {
  try {
    const { report, document, disclosure } = await examine(bytes, options);
    // What is refused is of no further use; to take over a large one holds up everybody else.
    if (report.refusal)
      return {
        examined: {
          report: { ...report, facts: [], unbound: [], findings: [] },
          document: { ...document, text: "", pages: [], blocks: [] },
          disclosure: { ...disclosure, figures: [], unbound: [], sections: [], tables: [], statements: [] },
        },
      };
    return { examined: { report, document, disclosure } };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    if (isUnreadable(error)) return { unreadable: { code: error.code, message, messageEn: error.messageEn } };
    return { failure: stack ?? message };
  }
}

parentPort?.on("message", (question: Question) => {
  void answerTo(question).then((answer) => parentPort?.postMessage(answer, []));
});
