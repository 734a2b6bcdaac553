import type { FinalAccounts } from "@juesuan/core";
import { draftDisclosure, draftToDocx, draftToHtml } from "@juesuan/writers";
import type { Drafted, DraftFormat } from "./check-messages.ts";

/** The whole disclosure written from its accounts: text, charts and tables of its form, with what contradicts put right. */
export async function writeDraft(accounts: FinalAccounts, to: DraftFormat): Promise<Omit<Drafted, "id">> {
  const { document, corrections } = await draftDisclosure(accounts);
  const written =
    to === "docx" ? new Uint8Array(await draftToDocx(document)) : new TextEncoder().encode(draftToHtml(document));
  return {
    drafted: written,
    title: document.title,
    putRight: corrections.length,
    missing: document.gaps.length,
  };
}

/** An error in the words of both languages, where it has them. */
export function failureOf(id: number, error: unknown) {
  const words = error instanceof Error ? error.message : String(error);
  const english = error instanceof Error && "messageEn" in error ? String(error.messageEn) : words;
  return { id, failure: { zh: words, en: english } };
}
