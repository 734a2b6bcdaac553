import type { DocumentReport, SourceDocument } from "./data.ts";
import type { Words } from "./language.tsx";

/** What the page asks the worker. */
export interface CheckQuestion {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type CheckAnswer =
  | { readonly id: number; readonly report: DocumentReport; readonly source: SourceDocument }
  | { readonly id: number; readonly failure: Words };
