import type { BoundFigure } from "../facts/disclosure.ts";
import type { Source, Unit } from "../figure/figure.ts";
import type { Reading } from "../figure/interval.ts";
import type { Bilingual, Instance, Relation, Severity } from "../relations/relation.ts";

/**
 * `exact`: the printed values satisfy it. `rounding`: values that round to them do. `suspect`: only if every term stands at
 * the far end of its interval. `inconsistent`: none do. `not-checkable`: a term is printed nowhere, or there is nothing to
 * divide by.
 */
export type Verdict = "exact" | "rounding" | "suspect" | "inconsistent" | "not-checkable";

/** One term of a calculation as it was printed. */
export interface CalculationTerm {
  readonly key: string;
  readonly role: "sum" | "result" | "numerator" | "denominator";
  readonly coefficient: number;
  /** The figure used; absent for an empty cell, and for a value that follows from others. */
  readonly figure?: BoundFigure;
  /** Where an empty cell stands. */
  readonly source?: Source;
  readonly blank: boolean;
  /** The figure stands elsewhere in the document, or in last year's. */
  readonly borrowed: boolean;
  readonly reading: Reading;
}

export interface InstanceResult {
  readonly relation: Relation;
  readonly instance: Instance;
  readonly verdict: Verdict;
  readonly terms: readonly CalculationTerm[];
  /** Keys that are printed nowhere. */
  readonly missing: readonly string[];
  /** There is nothing to divide by: `exact` where 0% is printed of it, `inconsistent` where any other rate is. */
  readonly undefinedRate: boolean;
  /** What the other terms say the first one is, in ticks; absent where not checkable. */
  readonly computed?: number;
  /** By how many ticks it fails beyond every rounding; 0 where it holds. */
  readonly excess: number;
  /** It fails by no more than one unit of the last place of each term: a difference that accountants leave when they round twice. */
  readonly slight: boolean;
}

/** A human slip that explains a wrong figure. */
export interface Slip extends Bilingual {
  readonly id: SlipId;
}

export type SlipId =
  | "digits-swapped"
  | "digit-dropped"
  | "lead-dropped"
  | "digit-doubled"
  | "digit-added"
  | "digit-wrong"
  | "decimal-point"
  | "unit"
  | "direction"
  | "last-year"
  | "neighbour-row"
  | "neighbour-column"
  | "other-column"
  | "sign"
  | "swapped"
  | "copied-rate"
  | "copied-total"
  | "truncated"
  | "wrong-base"
  | "turned-round"
  | "whole-for-difference"
  | "difference-for-whole"
  | "set-to-zero"
  | "emptied"
  | "omitted"
  | "unchanged";

/** Something to blame, and what the rest of the document says about it. */
export interface Blame {
  /** `unit`: the unit that heads a table; `table`: all of a table. */
  readonly kind: "figure" | "blank" | "word" | "omission" | "unit" | "table";
  readonly figure?: BoundFigure;
  readonly source?: Source;
  /** The relation whose printed list would be incomplete, or whose word would be wrong. */
  readonly instance?: InstanceResult;
  /** What the rest of the document leaves possible, in ticks. */
  readonly implied?: { readonly low: number; readonly high: number };
  /** The same, in the figure's own unit, and unsigned where the figure is. */
  readonly interval?: { readonly low: string; readonly high: string };
  /** What to print there, at its own precision; absent where the rest does not settle it. */
  readonly expected?: string;
  /** Many roundings lie between what is expected and what it is calculated from. */
  readonly isAbout?: boolean;
  /** Where it was worked back from a rate: as many of its digits as the rate tells. */
  readonly about?: string;
  /** For an omission: the entry of that amount that is printed elsewhere. */
  readonly entry?: string;
  /** The document names that entry elsewhere, so that its absence is no guess. */
  readonly isNamed?: boolean;
  readonly printedUnit?: Unit;
  /** The unit to print it in, where the slip is one of unit. */
  readonly expectedUnit?: Unit;
  /** The direction that the words should say, where they say the other. */
  readonly expectedDirection?: "increase" | "decrease";
  readonly slip?: Slip;
  /** Where what should be printed stands among the numbers that were not understood. */
  readonly printedAt?: Source;
  /** Another quantity that is usually the same: it is what is printed, or it would be what is expected. */
  readonly twin?: "as-printed" | "as-expected";
}

/** One way to make everything agree: all of these are wrong and nothing else is. */
export interface CulpritSet {
  readonly blames: readonly Blame[];
  readonly weight: number;
  /** How well human slips explain it, 0 to 1; orders equally cheap sets, and proves nothing. */
  readonly plausibility: number;
}

/** One fault of a document: relations that fail together, and what to blame. */
export interface Problem {
  readonly severity: Severity;
  /** `inconsistent`: proven. `suspect`: a difference of a few units in the last place, or a share list forced to 100%. */
  readonly verdict: "inconsistent" | "suspect" | "rounding";
  /** The relation that shows it best. */
  readonly main: InstanceResult;
  /** The other relations that the same culprit breaks. */
  readonly symptoms: readonly InstanceResult[];
  /** Where no single relation fails, the shortest chain of relations that cannot all hold. */
  readonly chain: readonly InstanceResult[];
  /** `unique`: one set of culprits, and no other as small. `ambiguous`: several. `unknown`: none small enough was found. */
  readonly certainty: "unique" | "ambiguous" | "unknown";
  /** Best first. */
  readonly culprits: readonly CulpritSet[];
  /** For an ambiguous problem: the quantities (keys) of which one more figure would settle it. */
  readonly settledBy: readonly string[];
  /** A share of a list whose printed shares add up to exactly 100%: it may have been bent to make them do so. */
  readonly isForced?: boolean;
  /** Why it is no claim: words that no phrase knows, beside the figures that it rests on, or an entry that was not understood. */
  readonly unsure?: { readonly words: readonly string[] } | { readonly entry: true };
}

export interface NumericResult {
  readonly instances: readonly InstanceResult[];
  readonly problems: readonly Problem[];
  /** Ids of the relations that tie each figure, by figure id. */
  readonly ties: ReadonlyMap<number, readonly string[]>;
}

export function severityOf(result: InstanceResult): Exclude<Severity, "rounding"> {
  return result.instance.severity ?? result.relation.severity;
}
