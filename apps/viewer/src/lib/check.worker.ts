import wasm from "@embedpdf/pdfium/pdfium.wasm?url";
import { examine } from "@juesuan/readers";
import type { CheckAnswer, CheckQuestion } from "./check-messages.ts";

// Reads and checks files beside the page: nothing leaves the machine.

addEventListener("message", (event: MessageEvent<CheckQuestion>) => {
  const { id, name, bytes } = event.data;
  void answer(id, name, bytes).then((found) => postMessage(found));
});

async function answer(id: number, name: string, bytes: Uint8Array): Promise<CheckAnswer> {
  try {
    const { report, document } = await examine(bytes, { name, wasm: new URL(wasm, location.origin) });
    const { text, blocks, pages } = document;
    return { id, report, source: { text, blocks: blocks as never, pages } };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const english = error instanceof Error && "messageEn" in error ? String(error.messageEn) : words;
    return { id, failure: { zh: words, en: english } };
  }
}
