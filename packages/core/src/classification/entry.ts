/** Which list a code belongs to: 支出功能分类, 支出经济分类, 收入分类. */
export type ClassificationScheme = "functional" | "economic" | "revenue";

/** `department`: 部门预算支出经济分类 (301–399). `government`: 政府预算支出经济分类 (501–599). */
export type EconomicScheme = "department" | "government";

export type ClassificationFund = "general" | "government-fund" | "state-capital" | "social-insurance";

/**
 * How an entry is known: `attested` was read with this code and name in a published document; `catalogue` is known from
 * the catalogue and certain; `uncertain` may differ in wording or in the year of a change.
 */
export type Evidence = "attested" | "catalogue" | "uncertain";

/** One code of one span of years (政府收支分类科目). */
export interface ClassificationEntry {
  readonly code: string;
  readonly name: string;
  readonly scheme: ClassificationScheme;
  /** The fund of a functional or revenue entry. */
  readonly fund?: ClassificationFund;
  readonly economic?: EconomicScheme;
  /** 类, 款, 项. */
  readonly level: "class" | "group" | "item";
  /** First and last fiscal year, inclusive; absent: no known bound. */
  readonly from?: number;
  readonly to?: number;
  readonly evidence: Evidence;
  /** The documents it was read in. */
  readonly source?: string;
}

/** A code that became another: moved elsewhere, merged into it, or one part of what it was split into. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** The first fiscal year of the new code. */
  readonly year: number;
  readonly kind: "moved" | "merged" | "split";
}

/** The code without its last two digits; undefined for a class. */
export function parentOf(code: string): string | undefined {
  return code.length <= 3 ? undefined : code.slice(0, -2);
}

export function levelOf(code: string): ClassificationEntry["level"] {
  return code.length <= 3 ? "class" : code.length === 5 ? "group" : "item";
}
