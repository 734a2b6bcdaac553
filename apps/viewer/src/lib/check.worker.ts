import wasm from "@embedpdf/pdfium/pdfium.wasm?url";
import { examine } from "@juesuan/readers";
import { fixDocx, tablesOf } from "@juesuan/writers";
import type { CheckAnswer, CheckQuestion, DraftFormat } from "./check-messages.ts";
import { failureOf, writeDraft } from "./drafting.ts";

// Reads and checks files beside the page: nothing leaves the machine. One after the other, so that the first is there
// soon, and a heap of files does not fill the memory.

let last: Promise<void> = Promise.resolve();

addEventListener("message", (event: MessageEvent<CheckQuestion>) => {
  const { id, name, bytes, corrections, draft } = event.data;
  last = last.then(async () => {
    if (corrections !== undefined) {
      postMessage(await correct(id, name, bytes, corrections));
      return;
    }
    if (draft !== undefined) {
      postMessage(await write(id, name, bytes, draft));
      return;
    }
    postMessage({ id, begun: true } satisfies CheckAnswer);
    postMessage(await answer(id, name, bytes));
  });
});

async function answer(id: number, name: string, bytes: Uint8Array): Promise<CheckAnswer> {
  try {
    const { report, document, disclosure } = await examine(bytes, { name, wasm: new URL(wasm, location.origin) });
    const { text, blocks, pages } = document;
    return { id, report, source: { text, blocks, pages }, tables: tablesOf(disclosure, document) };
  } catch (error) {
    return failureOf(id, error);
  }
}

async function write(id: number, name: string, bytes: Uint8Array, to: DraftFormat): Promise<CheckAnswer> {
  try {
    const { accounts } = await examine(bytes, { name, wasm: new URL(wasm, location.origin) });
    return { id, ...(await writeDraft(accounts, to)) };
  } catch (error) {
    return failureOf(id, error);
  }
}

async function correct(id: number, name: string, bytes: Uint8Array, lang: "zh" | "en"): Promise<CheckAnswer> {
  try {
    const fixed = await fixDocx(bytes, (content) => examine(content, { name }), {
      lang,
      author: "juesuan 决算",
      initials: "决",
      moment: new Date(),
    });
    return {
      id,
      corrected: new Uint8Array(fixed.bytes),
      changed: fixed.changed.length,
      remarked: fixed.remarked.length,
    };
  } catch (error) {
    return failureOf(id, error);
  }
}
