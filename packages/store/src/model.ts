import type { Disclosure, DocumentReport, Finding, ReadDocument } from "@juesuan/core";

// What the store takes and gives, in the words of its users.

/** A document with what was read from it and found in it. */
export interface Entry {
  /** The account's id; absent: derived from department and year, so that a document published anew finds its account. */
  readonly id?: string;
  readonly report: DocumentReport;
  readonly document: ReadDocument;
  readonly disclosure: Disclosure;
  /** The typed accounts as JSON. */
  readonly accounts?: unknown;
  /** Where the department is, in words: 四川省攀枝花市仁和区. */
  readonly region?: string;
  /** The published bytes, which the report's hash is of; kept where the store keeps them. */
  readonly source?: Uint8Array;
}

/**
 * `created`: a department's year not known before. `revised`: known, and published anew. `reread`: the same document,
 * read or checked otherwise than before. `unchanged`: nothing was written.
 */
export type PutOutcome = "created" | "revised" | "reread" | "unchanged";

export interface PutResult {
  readonly id: string;
  readonly revision: number;
  readonly outcome: PutOutcome;
}

export interface AccountSummary {
  readonly id: string;
  readonly department: string;
  readonly fiscalYear: number;
  readonly region: string;
  readonly profile: string;
  readonly kind: string;
  readonly unit: string;
  readonly revision: number;
  readonly sha256: string;
  readonly figures: { readonly printed: number; readonly bound: number; readonly unbound: number };
  readonly findings: { readonly errors: number; readonly warnings: number };
  readonly updatedAt: string;
}

export interface Account extends AccountSummary {
  readonly file: string;
  /** How large the published file is, in bytes, where it was kept: {@link Store.source} gives it. */
  readonly source: number | null;
  /** The typed accounts; null where none were assembled. */
  readonly accounts: unknown;
}

/** The bytes that were published, part by part. */
export interface Source {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly file: string;
  /** What the bytes are: pdf, docx, text … */
  readonly format: string;
  readonly revision: number;
  parts(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

export interface Reading {
  readonly revision: number;
  readonly report: DocumentReport;
  readonly document: ReadDocument;
  readonly disclosure: Disclosure;
}

export interface Revision {
  readonly number: number;
  readonly sha256: string;
  readonly file: string;
  readonly recordedAt: string;
}

export type Fund = "appropriation" | "general" | "government-fund" | "state-capital";

/** What accounts are chosen by; all that is given must hold. */
export interface Filter {
  /** Words that its department, region, items, headings and reasons contain, one character or more. */
  readonly q?: string;
  /** Words that the department's name contains. */
  readonly department?: string;
  readonly year?: number;
  /** Words that the region, or the department's name, contains. */
  readonly region?: string;
  /** A code of the functional classification that has an amount. */
  readonly functional?: string;
  /** A fund that has an amount other than nothing. */
  readonly fund?: Fund;
  /** At least one finding of this severity. */
  readonly severity?: "error" | "warning";
}

export interface ListQuery extends Filter {
  /** At most this many, 1 to 200; 50 when not said. */
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all pages. */
  readonly total: number;
  /** Where the next page starts; absent on the last. */
  readonly next?: string;
}

export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** How many of the chosen accounts there are by each thing that they can be narrowed by. */
export interface Facets {
  readonly total: number;
  readonly errors: number;
  readonly warnings: number;
  readonly year: readonly Facet[];
  readonly region: readonly Facet[];
  /** By functional class. */
  readonly functional: readonly Facet[];
}

export interface AggregateQuery extends Filter {
  readonly by: "year" | "region" | "functional" | "economic";
  /** What is added up; expenditure where absent. */
  readonly concept?: "revenue" | "expenditure";
  /** Of one fund; of all where absent. */
  readonly of?: Fund;
}

export interface Sum {
  readonly value: string;
  readonly accounts: number;
  /** In 分, exactly. */
  readonly fen: number;
}

/** One quantity of several accounts; null where an account does not state it. */
export interface ComparedRow {
  readonly key: string;
  readonly fen: readonly (number | null)[];
}

/** The newest revision is meant wherever none is named. */
export interface Store {
  putDocument(entry: Entry): Promise<PutResult>;
  get(id: string): Promise<Account | undefined>;
  reading(id: string, revision?: number): Promise<Reading | undefined>;
  findings(id: string, revision?: number): Promise<readonly Finding[] | undefined>;
  /** The published bytes; undefined where they were not kept. */
  source(id: string, revision?: number): Promise<Source | undefined>;
  revisions(id: string): Promise<readonly Revision[]>;
  list(query?: ListQuery): Promise<Page<AccountSummary>>;
  facets(filter?: Filter): Promise<Facets>;
  aggregate(query: AggregateQuery): Promise<readonly Sum[]>;
  /** The amounts of these accounts side by side, in the order of the ids; keys that only one states are left out. */
  compare(ids: readonly string[], keys?: readonly string[]): Promise<readonly ComparedRow[]>;
}

export interface StoreOptions {
  /** The clock, for the moment that a revision is recorded. */
  readonly now?: () => Date;
  /** The largest document whose bytes are kept, in bytes; 0 keeps none. 32 MB where absent. */
  readonly keep?: number;
}
