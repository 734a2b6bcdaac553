import type { DocumentReport, Grid, SourceDocument } from "./data.ts";
import type { Words } from "./language.tsx";

/** What the page asks the worker. */
export interface CheckQuestion {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Checked {
  readonly id: number;
  readonly report: DocumentReport;
  readonly source: SourceDocument;
  readonly tables: readonly Grid[];
}

/** What the worker says: that it has begun, and then what it found or why it could not read. */
export type CheckAnswer =
  | { readonly id: number; readonly begun: true }
  | Checked
  | { readonly id: number; readonly failure: Words };
