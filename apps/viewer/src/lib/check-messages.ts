import type { DocumentReport, Grid, SourceDocument } from "./data.ts";
import type { Words } from "./language.tsx";

/** What the page asks the worker. */
export interface CheckQuestion {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Asks for the file with its corrections as tracked changes, their comments in this language. */
  readonly corrections?: "zh" | "en";
  /** Asks for the whole disclosure, written anew from what was read. */
  readonly draft?: DraftFormat;
}

/** `form` is 编写表: a workbook of what only the department can say, to be filled in. */
export type DraftFormat = "docx" | "html" | "form";

/** A whole disclosure, written from its accounts. */
export interface Drafted {
  readonly id: number;
  readonly drafted: Uint8Array<ArrayBuffer>;
  readonly title: string;
  /** How many figures were put right, and how many things are missing for it to be whole. */
  readonly putRight: number;
  readonly missing: number;
}

/** A Word file with its corrections, checked again before it was given out. */
export interface Corrected {
  readonly id: number;
  readonly corrected: Uint8Array<ArrayBuffer>;
  /** How many findings were changed as they suggest, and how many told in a comment only. */
  readonly changed: number;
  readonly remarked: number;
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
  | Corrected
  | Drafted
  | { readonly id: number; readonly failure: Words };
