import { existsSync, readFileSync } from "node:fs";
import type { Disclosure, DocumentReport, ReadDocument } from "@juesuan/core";
import { examine } from "@juesuan/readers";
import { draftToHtml } from "@juesuan/writers";
import { randomAccounts } from "../disclosures/accounts.ts";
import { toHtml } from "../disclosures/html.ts";
import { writeShanghai } from "../disclosures/shanghai.ts";
import { writeSichuan } from "../disclosures/sichuan.ts";
import { randomDraft } from "../roundtrip/law.ts";
import { setAgain, type Edits } from "./page.ts";

/** A disclosure into which mistakes are put, and what is said of it before. */
export interface Original {
  readonly name: string;
  /** Made by this project, and so true in every figure. */
  readonly isGenerated: boolean;
  readonly document: ReadDocument;
  readonly disclosure: Disclosure;
  readonly report: DocumentReport;
  /** The bytes of the same disclosure after a hand has been at it. */
  readonly edited: (edits: Edits) => Uint8Array;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Real documents lie beside the project, where they are at hand. */
const SHARED = ["../../../shared/documents/", "../../../../shared/documents/"].map(
  (path) => new URL(path, import.meta.url),
);

function shared(name: string): Uint8Array | undefined {
  const found = SHARED.map((folder) => new URL(name, folder)).find((url) => existsSync(url));
  return found && new Uint8Array(readFileSync(found));
}

/** A text is edited where it stands. */
async function ofText(name: string, bytes: Uint8Array): Promise<Original> {
  const { document, disclosure, report } = await examine(bytes);
  const edited = ({ replaced }: Edits): Uint8Array => {
    let { text } = document;
    for (const { start, end, text: words } of replaced.toSorted((a, b) => b.start - a.start))
      text = text.slice(0, start) + words + text.slice(end);
    return bytesOf(text);
  };
  return { name, isGenerated: false, document, disclosure, report, edited };
}

/** Anything else is set as a web page of the same paragraphs and tables, and edited there. */
export async function ofPage(name: string, bytes: Uint8Array, isGenerated: boolean): Promise<Original> {
  const { document: first } = await examine(bytes);
  const page = bytesOf(setAgain(first, { replaced: [], rows: [] }));
  const { document, disclosure, report } = await examine(page);
  return { name, isGenerated, document, disclosure, report, edited: (edits) => bytesOf(setAgain(document, edits)) };
}

export const STYLE = { font: "serif", rules: "full", size: 12 } as const;

/** Forms that are written from accounts, with narratives and tables in another order each. */
const DRAFTED = ["national", "yunnan", "shaanxi"] as const;

/** The real disclosures that are at hand, then generated ones of every form that can be written. */
export async function originals(generated: number): Promise<readonly Original[]> {
  const found: Original[] = [];
  const text = shared("renhe-hrss-2023.txt");
  if (text) found.push(await ofText("real text, Sichuan", text));
  const pdf = shared("putuo-finance-2024.pdf");
  if (pdf) found.push(await ofPage("real PDF, Shanghai", pdf, false));
  if (!text || !pdf) console.error("The real documents are not at hand: generated ones alone.");
  for (let seed = 1; seed <= generated; seed++) {
    const accounts = randomAccounts(seed);
    const shanghai = writeShanghai(accounts, { codes: "joined", zeros: seed % 2 === 0 ? "zero" : "blank" });
    const sichuan = writeSichuan(accounts, { codes: "joined", lineNumbers: false, axis: "used" });
    found.push(await ofPage(`Shanghai no. ${seed}`, bytesOf(toHtml(shanghai, STYLE)), true));
    found.push(await ofPage(`Sichuan no. ${seed}`, bytesOf(toHtml(sichuan, STYLE)), true));
    for (const form of DRAFTED) {
      const { document } = await randomDraft(seed, form);
      found.push(await ofPage(`${form} no. ${seed}`, bytesOf(draftToHtml(document)), true));
    }
  }
  return found;
}
