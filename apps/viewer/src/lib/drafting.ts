import type { FinalAccounts } from "@juesuan/core";
import { draftDisclosure, draftToDocx, draftToHtml, formToXlsx, type Draft } from "@juesuan/writers";
import type { Drafted, DraftFormat } from "./check-messages.ts";

/**
 * The whole disclosure written from its accounts: text, charts and tables of its form, with what contradicts put right; or
 * the form (编写表) that asks for what they do not hold.
 */
export async function writeDraft(accounts: FinalAccounts, to: DraftFormat): Promise<Omit<Drafted, "id">> {
  const draft = await draftDisclosure(accounts);
  return {
    drafted: await written(draft, to),
    title: draft.document.title,
    putRight: draft.corrections.length,
    missing: draft.document.gaps.length,
  };
}

async function written(draft: Draft, to: DraftFormat): Promise<Uint8Array<ArrayBuffer>> {
  switch (to) {
    case "docx":
      return new Uint8Array(await draftToDocx(draft.document));
    case "html":
      return new TextEncoder().encode(draftToHtml(draft.document));
    case "form":
      return new Uint8Array(formToXlsx(draft));
  }
}

/** An error in the words of both languages, where it has them. */
export function failureOf(id: number, error: unknown) {
  const words = error instanceof Error ? error.message : String(error);
  const english = error instanceof Error && "messageEn" in error ? String(error.messageEn) : words;
  return { id, failure: { zh: words, en: english } };
}
