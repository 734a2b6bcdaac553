import type { Dimensions } from "../facts/key.ts";
import type { PartId, SectionId } from "../facts/disclosure.ts";

/**
 * Words of a disclosure with slots, declared once and used to write it; what they say is what the narrative grammar reads.
 * A slot stands in braces. KEY is a canonical key (see facts/key.ts); in a list `@` is the key of the entry and `*` its
 * code.
 *
 * - `{year}` `{last}` `{department}`: the fiscal year, the year before, the department's name
 * - `{is KEY}`: the quantity, without its unit
 * - `{share KEY of KEY}`, `{completion KEY}`: a percentage, without its sign; computed, never taken over
 * - `{change}` `{up}` `{difference}` `{rise}` `{growth}` `{than}`: in a comparison, what it came to
 * - `{ask ID}`: words that only the department knows; a paragraph of its own may be answered with several
 * - `{names GROUP}`: the names of the economic items that personnel or public funds were spent on
 * - `{name}` `{number}` `{path}`: in a list, the entry's name, its place, 类款项
 */
export type Wording = string | readonly Piece[];

export type Piece = string | readonly Piece[] | Each | Choice | Compare;

/** One wording for each entry of a list, entries that are nothing left out. */
export interface Each {
  readonly each: ListOf;
  readonly text: Wording;
  readonly join: string;
}

/** `classes` and `items`: the functional codes with spending of a fund. `receptions`: the itemised list of receptions. */
export type ListOf =
  | { readonly entries: readonly Entry[]; readonly whole?: string }
  | { readonly classes: NonNullable<Dimensions["fund"]>; readonly whole?: string }
  | { readonly items: NonNullable<Dimensions["fund"]> }
  | { readonly receptions: true };

export interface Entry {
  readonly name: string;
  readonly key: string;
  /** Printed even where it is nothing. */
  readonly always?: true;
}

export interface Choice {
  readonly when: Condition;
  readonly say: Wording;
  readonly otherwise?: Wording;
}

/** `known`: the accounts state it or it follows from them. `some`: and it is not nothing. */
export type Condition =
  | { readonly known: string }
  | { readonly some: string }
  | { readonly none: string }
  | { readonly budgeted: string }
  | { readonly answered: string };

/** A quantity beside last year's or beside its budget, with the words for either outcome. */
export interface Compare {
  readonly compare: string;
  readonly against: "previous" | "budget";
  readonly changed: Wording;
  readonly same: Wording;
  /** Follows a change; holds the slot `{reason}`. */
  readonly because?: Wording;
}

/** What stands in a section, in order. */
export type SectionStatement =
  | { readonly text: Wording; readonly when?: Condition }
  | { readonly paragraphs: ListOf; readonly text: Wording; readonly when?: Condition }
  | { readonly chart: Chart; readonly when?: Condition };

/** A prescribed chart (决算情况图): `years` sets this year's quantity beside last year's, `parts` shows a structure. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly shows: { readonly years: string; readonly name: string } | { readonly parts: ListOf };
}

/** 名词解释: a term is printed where the disclosure uses it. */
export interface GlossaryTerm {
  readonly term: string;
  readonly meaning: string;
  /** Any of these makes the term used; absent: always. */
  readonly when?: readonly Condition[];
}

/** All that a form's disclosure says, beside its tables. */
export interface StatementSet {
  /** The lines of the cover. */
  readonly cover: readonly string[];
  /** Titles of the parts, with slots. */
  readonly parts: Readonly<Record<PartId, string>>;
  readonly sections: Readonly<Partial<Record<SectionId, readonly SectionStatement[]>>>;
  readonly glossary: readonly GlossaryTerm[];
  /** Decimals of shares, growth and completion. */
  readonly rateDecimals: number;
  /** Which budget the form speaks of. */
  readonly stage: "budget" | "original-budget" | "adjusted-budget";
  /** A change of less than so many percent owes no reason. */
  readonly reasonFrom: number;
  /** What the form prints after the number of an entry. */
  readonly itemMark: ". " | "、";
}
