import type { BoundFigure } from "../facts/disclosure.ts";
import { readingOf, TICKS } from "../figure/interval.ts";
import type { Severity } from "../relations/relation.ts";
import { blameFigure, type BlameContext } from "./blame.ts";
import { possible, ranked, settlers } from "./culprits.ts";
import { severityOf, type Blame, type CulpritSet, type InstanceResult, type Problem } from "./result.ts";
import { slip, strengthOf } from "./slips.ts";
import { holdsReversed, isReversible } from "./verdict.ts";

function reversal(result: InstanceResult): CulpritSet {
  const blames = result.terms.flatMap(({ figure }): Blame[] =>
    figure && isReversible(figure)
      ? [
          {
            kind: "figure",
            figure,
            source: figure.source,
            expectedDirection: figure.direction === "increase" ? "decrease" : "increase",
            slip: slip("direction"),
          },
        ]
      : [],
  );
  const once = [...new Map(blames.map((blame) => [blame.figure!.id, blame])).values()];
  return { blames: once, weight: 1, plausibility: strengthOf(slip("direction")) };
}

const UNKNOWN = { low: -Infinity, high: Infinity };

/** A relation that fails by itself: a milder one, or by no more than accountants leave when they round twice. */
export function alone(
  result: InstanceResult,
  blaming: BlameContext,
  support: ReadonlyMap<number, number>,
  slight: boolean,
): Problem {
  const declared = severityOf(result);
  const sameQuantity = new Set(result.terms.map(({ key }) => key)).size === 1;
  const borrowed = result.terms.some((term) => term.borrowed);
  const forced = slight && isForced(result, blaming);
  const severity: Severity =
    result.verdict === "suspect"
      ? "info"
      : !slight || declared === "info"
        ? declared
        : sameQuantity || borrowed || forced
          ? "info"
          : "warning";
  const candidates = new Map<BoundFigure, string>();
  for (const { figure, key } of result.terms) {
    // What another year's document prints is not this one's to correct.
    if (figure && blaming.context.figures.get(figure.id)?.source === figure.source) candidates.set(figure, key);
  }
  const free = [...candidates.keys()].filter((figure) => (support.get(figure.id) ?? 0) === 0);
  const doubted = [...candidates.keys()].filter(({ id }) => blaming.network.isDoubted(id));
  const suspects =
    doubted.length > 0
      ? doubted
      : result.undefinedRate
        ? undefinedSuspects(result, free)
        : free.length > 0
          ? free
          : [...candidates.keys()];
  const released = suspects
    .map((figure): CulpritSet => {
      const blame = blameFigure(figure, candidates.get(figure) ?? "", UNKNOWN, [result], blaming);
      return { blames: [blame], weight: 1, plausibility: strengthOf(blame.slip) };
    })
    .sort((a, b) => b.plausibility - a.plausibility);
  const reversed = slight && holdsReversed(result);
  const culprits = ranked(possible(reversed ? [reversal(result), ...released] : released));
  return {
    // With the other word everything agrees to the last digit: no rounding does that.
    severity: reversed ? declared : severity,
    verdict: !reversed && (slight || result.verdict === "suspect") ? "suspect" : "inconsistent",
    main: result,
    symptoms: [],
    chain: [],
    certainty: culprits.length === 0 ? "unknown" : culprits.length === 1 ? "unique" : "ambiguous",
    culprits,
    settledBy: culprits.length < 2 ? [] : settlers(culprits),
    ...(forced && { isForced: true }),
  };
}

/**
 * Who is to blame for a rate of nothing. 100% is how people print what grew from nothing; any other rate was once taken of
 * something, so that the nothing may be the slip.
 */
function undefinedSuspects(result: InstanceResult, free: readonly BoundFigure[]): readonly BoundFigure[] {
  const rate = result.terms[0]?.figure;
  if (!rate) return [];
  const base = result.terms.find(({ role, reading }) => role === "denominator" && reading.middle === 0)?.figure;
  return base && free.includes(base) && Number(rate.value) !== 100 && Number(rate.value) !== 0 ? [base, rate] : [rate];
}

/** A share in a list whose printed shares add up to exactly 100%: one of them was bent to make it so. */
function isForced(result: InstanceResult, { context, repaired }: BlameContext): boolean {
  const share = result.terms.find(({ role }) => role === "result")?.figure;
  if (share?.dimensions.measure !== "share") return false;
  const listed = context.disclosure.figures.filter(
    ({ dimensions, source }) =>
      dimensions.measure === "share" &&
      dimensions.of === share.dimensions.of &&
      source.section === share.source.section,
  );
  const total = listed.reduce((sum, figure) => sum + (readingOf(repaired?.get(figure.id) ?? figure)?.middle ?? 0), 0);
  return listed.length > 1 && total === 100 * TICKS;
}
