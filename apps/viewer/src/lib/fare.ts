import { quotientOf, shareOf } from "./amounts.ts";
import type { Words } from "./language.tsx";

/** How many accounts there are of a year or a place, and how they fare (公开情况). */
export interface Fare {
  readonly count: number;
  /** Accounts with at least one error. */
  readonly withErrors: number;
  /** Errors of all of them together. */
  readonly errorsFound: number;
  readonly figures: { readonly printed: number; readonly bound: number };
}

export interface Facet extends Fare {
  /** A year, the first two digits of GB/T 2260, a region. */
  readonly value: string;
}

export interface Facets {
  readonly total: number;
  /** Whether all accounts were counted, or the newest thousand. */
  readonly exact: boolean;
  readonly errors: number;
  readonly errorsFound: number;
  readonly figures: Fare["figures"];
  readonly year: readonly Facet[];
  readonly region: readonly Facet[];
  readonly province: readonly Facet[];
}

interface Column extends Words {
  readonly of: (fare: Fare) => number;
}

/** What years and places are held beside each other by. */
export interface Measure extends Words {
  /** In the address of the page. */
  readonly name: string;
  /** What stands first in a ranked list. */
  readonly first: Words;
  /** The whole numbers that the measure is made of, in a table. */
  readonly columns: readonly Column[];
  /** What it is called where it stands as a number; absent where the numbers say it all. */
  readonly heading?: Words;
  /** For drawing and for order. */
  readonly of: (fare: Fare) => number;
  /** As it is written; absent where there is nothing to divide by. */
  readonly written: (fare: Fare) => string | undefined;
  /** A part of a whole is drawn as one; others beside the largest. */
  readonly isPart: boolean;
  /** Whether more of it is worse. */
  readonly isWrong: boolean;
}

const ACCOUNTS: Column = { zh: "份", en: "Accounts", of: ({ count }) => count };

const percent = (part: number, whole: number): string | undefined => {
  const share = shareOf(String(part), String(whole));
  return share === undefined ? undefined : `${share}%`;
};

const MOST: Words = { zh: "多的在前", en: "the most first" };

export const MEASURES: readonly [Measure, ...Measure[]] = [
  {
    name: "share",
    zh: "有错误的占比",
    en: "Share with errors",
    first: MOST,
    columns: [ACCOUNTS, { zh: "有错误", en: "With errors", of: ({ withErrors }) => withErrors }],
    heading: { zh: "占比", en: "Share" },
    of: ({ withErrors, count }) => withErrors / count,
    written: ({ withErrors, count }) => percent(withErrors, count),
    isPart: true,
    isWrong: true,
  },
  {
    name: "errors",
    zh: "每份错误数",
    en: "Errors per document",
    first: MOST,
    columns: [ACCOUNTS, { zh: "错误", en: "Errors", of: ({ errorsFound }) => errorsFound }],
    heading: { zh: "每份", en: "Each" },
    of: ({ errorsFound, count }) => errorsFound / count,
    written: ({ errorsFound, count }) => quotientOf(String(errorsFound), String(count), 2),
    isPart: false,
    isWrong: true,
  },
  {
    name: "read",
    zh: "读懂的数字",
    en: "Figures understood",
    first: { zh: "少的在前", en: "the least first" },
    columns: [
      { zh: "印出", en: "Printed", of: ({ figures }) => figures.printed },
      { zh: "读懂", en: "Understood", of: ({ figures }) => figures.bound },
    ],
    heading: { zh: "占比", en: "Share" },
    of: ({ figures }) => (figures.printed === 0 ? 0 : figures.bound / figures.printed),
    written: ({ figures }) => percent(figures.bound, figures.printed),
    isPart: true,
    isWrong: false,
  },
  {
    name: "accounts",
    zh: "收录份数",
    en: "Accounts",
    first: MOST,
    columns: [ACCOUNTS],
    of: ({ count }) => count,
    written: ({ count }) => String(count),
    isPart: false,
    isWrong: false,
  },
];

/** The measure that the address of a page names, or the first. */
export function measureOf(name: string | null): Measure {
  return MEASURES.find((measure) => measure.name === name) ?? MEASURES[0];
}

/** In the order of a measure, what needs looking at first; of equals those with more accounts. */
export function ranked<T extends Fare>(rows: readonly T[], { of, isWrong, isPart }: Measure): readonly T[] {
  // Of what should be whole, the least is what needs looking at.
  const sign = isPart && !isWrong ? 1 : -1;
  return rows.toSorted((a, b) => sign * (of(a) - of(b)) || b.count - a.count);
}

/** How long a measure is drawn, of 100: a part of its whole, or beside the largest. */
export function lengthsOf(rows: readonly Fare[], { of, isPart }: Measure): (row: Fare) => number {
  const most = isPart ? 1 : Math.max(...rows.map(of));
  return (row) => (most > 0 ? (100 * of(row)) / most : 0);
}
