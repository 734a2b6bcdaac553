import type { Disclosure, DocumentReport, Policy, ReadDocument } from "@juesuan/core";

/** Reads and checks one document; `@juesuan/readers` provides it. Throws {@link Unreadable} for what it cannot read. */
export type Examine = (
  bytes: Uint8Array,
  options: { readonly name?: string; readonly type?: string; readonly sha256?: string; readonly policy?: Policy },
) => Promise<{ readonly report: DocumentReport; readonly document: ReadDocument; readonly disclosure: Disclosure }>;

/** What a reader throws: a code for programs, a sentence for people in both languages. */
export interface Unreadable extends Error {
  readonly code: string;
  readonly messageEn: string;
}

export function isUnreadable(error: unknown): error is Unreadable {
  return error instanceof Error && "code" in error && "messageEn" in error && typeof error.messageEn === "string";
}
