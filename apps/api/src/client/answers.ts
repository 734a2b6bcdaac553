import type { DocumentReport, Finding } from "@juesuan/core";
import type { Account, AccountSummary, Facets, Filter, Per, PeerScope, Revision, Sort } from "@juesuan/store";

// What the API answers with, beyond what the core and the store have types of.

export type { Account, AccountSummary, DocumentReport, Facets, Filter, Finding, Per, Revision, Sort };

export interface AccountPage {
  readonly accounts: readonly AccountSummary[];
  /** How many there are; where `exact` is false, at least so many. */
  readonly total: number;
  readonly exact: boolean;
  readonly next: string | null;
}

export interface AccountWithRevisions extends Account {
  readonly revisions: readonly Revision[];
}

/** The report over one document or several. */
export interface Report {
  readonly documents: readonly DocumentReport[];
  readonly summary: { readonly documents: number; readonly errors: number; readonly warnings: number };
}

export interface ComparedAccounts {
  readonly ids: readonly string[];
  /** A row for each quantity, a column for each account, in 分; null where an account does not state it. */
  readonly rows: readonly {
    readonly key: string;
    readonly fen: readonly (number | null)[];
    readonly ratio?: readonly (number | null)[];
  }[];
}

export interface Sums {
  readonly by: string;
  readonly sums: readonly {
    readonly value: string;
    readonly accounts: number;
    readonly fen: number;
    readonly yuan: string;
  }[];
}

export interface PeersOfAccount {
  readonly id: string;
  readonly office: string;
  readonly fiscalYear: number;
  readonly level: string;
  readonly scope: PeerScope;
  readonly accounts: readonly AccountSummary[];
}

export interface Money {
  readonly fen: number;
  readonly yuan: string;
}

export interface OutliersOfAccount {
  readonly id: string;
  readonly scope: PeerScope;
  readonly peers: number;
  readonly standings: readonly {
    readonly key: string;
    readonly per: Per;
    readonly value: Money | null;
    readonly peers:
      | (Readonly<Record<"minimum" | "lower" | "median" | "upper" | "maximum", Money>> & { readonly count: number })
      | null;
    readonly fences: { readonly low: Money; readonly high: Money } | null;
    readonly outlier: "low" | "high" | null;
    readonly sentence: string;
    readonly sentenceEn: string;
  }[];
}

/** What a disclosure that was written from accounts lacks, and what was put right in it. */
export interface DraftSummary {
  readonly title: string;
  readonly profile: string;
  readonly complete: boolean;
  readonly gaps: readonly {
    readonly id: string;
    readonly kind: string;
    readonly label: string;
    readonly section: string;
  }[];
  readonly corrections: readonly { readonly printed: string; readonly written: string; readonly because: string }[];
  /** With an entry for each gap. */
  readonly form: {
    readonly figures: Readonly<Record<string, string>>;
    readonly texts: Readonly<Record<string, string>>;
    readonly receptions: readonly { readonly text: string; readonly amount: string }[];
    readonly shares?: "each" | "forced";
    readonly date?: string;
  };
}

export interface Stored {
  readonly id: string;
  readonly revision: number;
  readonly outcome: "created" | "revised" | "reread" | "unchanged";
  readonly findings: { readonly errors: number; readonly warnings: number };
}
