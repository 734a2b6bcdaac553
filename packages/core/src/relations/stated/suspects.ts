import { slipOf, strengthOf, type Slipped } from "../../checking/slips.ts";
import type { BoundFigure } from "../../facts/disclosure.ts";
import type { Figure } from "../../figure/figure.ts";
import { formatTicks, type Reading } from "../../figure/interval.ts";
import type { CheckContext } from "../relation.ts";
import type { Mention } from "./mentions.ts";

// Which of the numbers of a listing that does not add up may be the wrong one, and what it would have to be.

export interface Term {
  readonly mention: Mention;
  readonly reading: Reading;
  readonly coefficient: number;
}

/** So many subsets are looked through for a part that others are parts of. */
const MOST_PARTS = 10;

interface Candidate {
  readonly term: Term;
  readonly expected: string;
  readonly slipped?: Slipped;
}

/** What each number would have to be for the sum to come out, where it could be that. */
export function candidatesOf(terms: readonly Term[], gap: number): readonly Candidate[] {
  return terms.flatMap((term) => {
    const { mention, reading, coefficient } = term;
    const implied = reading.middle - coefficient * gap;
    if (implied < 0) return [];
    const { unit, decimals } = mention.figure;
    const others = terms.reduce(
      (sum, other) => sum + (other === term || mention.kind === "count" ? 0 : other.reading.step / 2),
      0,
    );
    const expected = formatTicks(implied, unit, decimals);
    const slipped = slipOf(
      mention.bound ?? { ...mention.figure, concept: "", dimensions: {} },
      { low: implied - others, high: implied + others },
      NO_SURROUNDINGS(unit),
      expected,
    );
    return [{ term, expected, ...(slipped && { slipped }) }];
  });
}

const NO_SURROUNDINGS = (usual: Figure["unit"]) =>
  ({ rows: [], columns: [], totals: [], lastYear: [], rates: [], usual }) as const;

/** A slip that makes up the whole difference to the last digit, of a number long enough that chance does not do so. */
export function isTelling(slipped: Slipped | undefined): boolean {
  return slipped !== undefined && strengthOf(slipped.slip) >= TELLING;
}

const TELLING = 0.88;

/** 在职50人、行政30人、事业20人、退休10人: entries that are parts of one before them. */
export function isNested(parts: readonly Term[], total: number, room: number): boolean {
  if (parts.length > MOST_PARTS) return true;
  for (let chosen = 1; chosen < 2 ** parts.length - 1; chosen++) {
    const sum = parts.reduce((all, { reading }, index) => all + ((chosen >> index) & 1 ? reading.middle : 0), 0);
    if (Math.abs(sum - total) <= room)
      return parts.some(({ reading }, index) => !((chosen >> index) & 1) && reading.middle !== 0);
  }
  return false;
}

/** Digits enough that the same number elsewhere is the same quantity. */
const LONG = 4;

/** Whether the number is printed once more elsewhere, so that it would have to be wrong in two places. */
export function isConfirmed({ disclosure }: CheckContext, { figure }: Mention): boolean {
  if (figure.value.replace(/^0+|\D/g, "").length < LONG) return false;
  return disclosure.figures.some(
    (other: BoundFigure) => other.id !== figure.id && other.value === figure.value && other.unit === figure.unit,
  );
}
