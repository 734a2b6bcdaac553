import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PageImage, RecognisedCharacter, Recogniser } from "@juesuan/core";
import { createWorker, OEM, PSM } from "tesseract.js";

export interface OpenRecogniser {
  readonly recognise: Recogniser;
  /** Ends the thread that recognises. */
  readonly close: () => Promise<void>;
}

/**
 * Starts Tesseract with the model for simplified Chinese that the package brings: nothing is fetched. One page at a time;
 * close it when all is read.
 *
 * ```ts
 * const { recognise, close } = await openRecogniser();
 * const document = await readDocument(bytes, { recognise });
 * await close();
 * ```
 */
export async function openRecogniser(): Promise<OpenRecogniser> {
  const model = createRequire(import.meta.url).resolve("@tesseract.js-data/chi_sim/package.json");
  const worker = await createWorker("chi_sim", OEM.LSTM_ONLY, {
    langPath: join(dirname(model), "4.0.0_best_int"),
    gzip: true,
    cacheMethod: "none",
  });
  return {
    recognise: async (image) => {
      await worker.setParameters({
        // Text scattered over the page: the usual mode takes a table for a column of prose and reads next to nothing.
        tessedit_pageseg_mode: PSM.SPARSE_TEXT,
        user_defined_dpi: String(image.resolution),
        preserve_interword_spaces: "1",
      });
      const { data } = await worker.recognize(Buffer.from(greymap(image)), {}, { blocks: true, text: false });
      return charactersOf(data.blocks ?? []);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** A picture as a portable greymap, which needs no coding. */
function greymap({ width, height, grey }: PageImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(head.length + grey.length);
  bytes.set(head);
  bytes.set(grey, head.length);
  return bytes;
}

interface Block {
  readonly paragraphs: readonly { readonly lines: readonly Line[] }[];
}

interface Line {
  readonly words: readonly { readonly symbols: readonly Found[]; readonly confidence: number }[];
}

interface Found {
  readonly text: string;
  readonly confidence: number;
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

function charactersOf(blocks: readonly Block[]): RecognisedCharacter[] {
  let line = 0;
  let word = 0;
  const characters: RecognisedCharacter[] = [];
  for (const { paragraphs } of blocks)
    for (const { lines } of paragraphs)
      for (const { words } of lines) {
        line++;
        for (const { symbols, confidence: ofWord } of words) {
          word++;
          for (const { text, confidence, bbox } of symbols)
            characters.push({
              text,
              left: bbox.x0,
              top: bbox.y0,
              right: bbox.x1,
              bottom: bbox.y1,
              // A symbol is no surer than the word that it is read in.
              confidence: Math.max(0, Math.min(confidence, ofWord, 100)) / 100,
              line,
              word,
            });
        }
      }
  return characters;
}
