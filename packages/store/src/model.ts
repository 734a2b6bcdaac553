import type { Disclosure, DocumentReport, Finding, ReadDocument } from "@juesuan/core";
import type { Level } from "@juesuan/core/divisions";

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
  /** The version of what read it, for {@link Store.knows}. */
  readonly reader?: string;
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
  /** The administrative division (GB/T 2260), six digits; empty where the names do not tell. */
  readonly division: string;
  /** 省级, 地级, 县级, 乡级; empty where the names do not tell. */
  readonly level: string;
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
  /** When the newest revision was recorded: what lists of what is new are ordered by. */
  readonly recordedAt: string;
  /** When anything of it changed: it was published anew, or read anew. */
  readonly updatedAt: string;
}

export interface Account extends AccountSummary {
  readonly file: string;
  /** 实有人数; null where it is not printed. */
  readonly staff: number | null;
  /** 支出合计, in 分; null where it is not printed. */
  readonly spending: number | null;
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
  /** All of them, or those from one byte up to another. */
  parts(start?: number, end?: number): AsyncGenerator<Uint8Array<ArrayBuffer>>;
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

/** 资金: 财政拨款, 一般公共预算, 政府性基金预算, 国有资本经营预算. */
export type Fund = "appropriation" | "general" | "government-fund" | "state-capital";

/** What accounts are chosen by; all that is given must hold. */
export interface Filter {
  /** Words that its department, region, items, headings, reasons and prose contain, one character or more. */
  readonly q?: string;
  /** Words that the department's name contains. */
  readonly department?: string;
  readonly year?: number;
  /** Words that the region, or the department's name, contains. */
  readonly region?: string;
  /** The administrative division, or what contains it: two, four or six digits (51, 5104, 510411). */
  readonly division?: string;
  readonly level?: Level;
  /** A code of the functional classification that has an amount. */
  readonly functional?: string;
  /** A fund that has an amount other than nothing. */
  readonly fund?: Fund;
  /** At least one finding of this severity. */
  readonly severity?: "error" | "warning";
}

/**
 * `year`: the newest year first, then by name; of a search, the newest recorded first within a year. `recent`: what was
 * recorded last first, whatever its year.
 */
export type Sort = "year" | "recent";

export interface ListQuery extends Filter {
  /** `year` where absent. A cursor goes on in the order that it was given in. */
  readonly sort?: Sort;
  /** At most this many, 1 to 200; 50 when not said. */
  readonly limit?: number;
  readonly cursor?: string;
  /** Count all that a search finds, however many there are. */
  readonly count?: "exact";
}

export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are in all pages; where `exact` is false, at least so many. */
  readonly total: number;
  readonly exact: boolean;
  /** Where the next page starts; absent on the last. */
  readonly next?: string;
}

/** How some accounts fare: what was found in all of them together. */
export interface Fare {
  /** Errors of all of them: divided by how many accounts there are, errors per document. */
  readonly errorsFound: number;
  /** Figures that they print, and those of them that were read: what was checked at all. */
  readonly figures: { readonly printed: number; readonly bound: number };
}

export interface Facet extends Fare {
  readonly value: string;
  /** Accounts. */
  readonly count: number;
  /** Accounts with at least one error. */
  readonly withErrors: number;
}

/** How many of the chosen accounts there are by each thing that they can be narrowed by. */
export interface Facets extends Fare {
  readonly total: number;
  /** Whether all chosen accounts were counted; otherwise the newest thousand of them. */
  readonly exact: boolean;
  /** Accounts with at least one error. */
  readonly errors: number;
  /** Accounts with at least one warning. */
  readonly warnings: number;
  readonly year: readonly Facet[];
  readonly region: readonly Facet[];
  /** By the code of the province. */
  readonly province: readonly Facet[];
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

/** How far around peers were looked for: 同一地市, 同一省, 全国. */
export type PeerScope = "prefecture" | "province" | "nation";

export interface Peers {
  readonly id: string;
  readonly office: string;
  readonly fiscalYear: number;
  readonly level: string;
  readonly scope: PeerScope;
  /** Without the account itself. */
  readonly accounts: readonly AccountSummary[];
}

/** What amounts are divided by: 在职人员, 每百万元支出; or nothing. */
export type Per = "head" | "million";

/** Minimum, quartiles and maximum, in 分. */
export interface Distribution {
  readonly count: number;
  readonly minimum: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly maximum: number;
}

/** One ratio of an account among its peers'. */
export interface Standing {
  readonly key: string;
  readonly per: Per;
  /** In 分, for each head or each million yuan of spending, rounded to the nearest; null where it is not stated. */
  readonly value: number | null;
  /** Of the peers; null where fewer than {@link FEWEST_PEERS} state it. */
  readonly peers: Distribution | null;
  /** Beyond the fences: one and a half times the distance of the quartiles below the lower or above the upper one. */
  readonly fences: { readonly low: number; readonly high: number } | null;
  readonly outlier: "low" | "high" | null;
}

export interface Outliers {
  readonly id: string;
  readonly scope: PeerScope;
  readonly peers: number;
  readonly standings: readonly Standing[];
}

/** A distribution of fewer is none. */
export const FEWEST_PEERS = 8;

export interface DepartmentHistory {
  readonly department: string;
  readonly formerNames: readonly string[];
  /** Under any of the names, the newest year first. */
  readonly accounts: readonly AccountSummary[];
}

/** The newest revision is meant wherever none is named. */
export interface Store {
  putDocument(entry: Entry): Promise<PutResult>;
  /** Many at once, in fewer transactions; each account whole or not at all. */
  putDocuments(entries: readonly Entry[]): Promise<readonly PutResult[]>;
  /** Whether a document with these bytes was read by this version: what an import that was stopped need not repeat. */
  knows(sha256: string, reader: string): Promise<boolean>;
  /**
   * Writes the index anew for accounts that an earlier version wrote, or for so many of them. Returns how many there were.
   */
  reindex(most?: number): Promise<number>;
  /**
   * Puts the index in order: searches are faster then. It costs as much as the index is large, so it is done only where
   * `written` accounts are a good part of it; where absent, in any case.
   */
  tidy(written?: number): Promise<void>;
  /** The newest revision and what was read from it, as a word that changes when either does. */
  version(id: string): Promise<string | undefined>;
  /**
   * What all accounts of a year are, as a word that changes when any of them does. Without a year: what the store is, as a
   * word that is another one after every write, and is known at once.
   */
  state(year?: number): Promise<string>;
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
  /** Accounts of the same year, level and kind of department, from as near as there are enough. */
  peers(id: string): Promise<Peers | undefined>;
  /** How an account's ratios stand among those of its peers. */
  outliers(id: string): Promise<Outliers | undefined>;
  /** What there is of a department under all of its names. */
  department(name: string): Promise<DepartmentHistory>;
  /** Records that a department was called otherwise before (更名). */
  rename(department: string, former: string): Promise<void>;
}

export interface StoreOptions {
  /** The clock, for the moment that a revision is recorded. */
  readonly now?: () => Date;
  /** The largest document whose bytes are kept, in bytes; 0 keeps none. 32 MB where absent. */
  readonly keep?: number;
}
