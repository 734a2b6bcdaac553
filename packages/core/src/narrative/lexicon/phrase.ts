import type { Dimensions } from "../../facts/key.ts";
import type { SectionId } from "../../facts/disclosure.ts";

/**
 * A phrase that names a quantity. `pattern` is a regular expression over compact text (no spaces, no quotation marks).
 * The first that matches at a place wins, so longer phrases stand before shorter ones.
 */
export interface SubjectPhrase {
  readonly pattern: string;
  readonly concept: string;
  readonly dimensions?: Dimensions;
  /** `section`: take the fund of the section it stands in; `basic`: and the nature too. */
  readonly inherit?: "fund" | "fund-and-nature";
  /** Only in these sections. */
  readonly only?: readonly SectionId[];
  /** Its words stay with the key as a label: quantities of one kind under many names. */
  readonly labelled?: boolean;
}

/** A phrase that names only a fund: it is revenue or expenditure as the head of its sentence is. */
export const HEAD = "head";

/** 支出决算数, 决算总额 …: what may follow the name of a quantity without changing it. */
export const FINAL = "(?:支出)?(?:决算)?(?:数|额|合计|总额|总计)?";
