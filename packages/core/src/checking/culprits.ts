import { keyText } from "../facts/key.ts";
import type { Source } from "../figure/figure.ts";
import { blameOf, type BlameContext } from "./blame.ts";
import type { Repair } from "./localise.ts";
import { signedReading } from "./reading.ts";
import type { Blame, CulpritSet, InstanceResult, SlipId } from "./result.ts";
import { slip, strengthOf } from "./slips.ts";

export function culpritSet(
  repair: Repair,
  failing: readonly InstanceResult[],
  blaming: BlameContext,
  support: ReadonlyMap<number, number>,
): CulpritSet {
  let blames = repair.released.map((index, position) =>
    blameOf(index, repair.implied[position]!, repair.reversed, failing, blaming),
  );
  const [first, second] = blames;
  if (first && second && blames.length === 2 && !repair.reversed && exchanged(first, second))
    blames = swap(first, second);
  else if (first && second && blames.length === 2)
    blames = movedBetween(first, second) ?? movedBetween(second, first) ?? blames;
  const strength = Math.min(...blames.map((blame) => plausibilityOf(blame, repair, support)));
  return { blames, weight: repair.weight, plausibility: strength };
}

/**
 * The ways to put a fault right that are worth telling: each once, none that leaves fewer things than none, and none that
 * asks for another word and another number as well where another word is all that it takes.
 */
export function possible(culprits: readonly CulpritSet[]): CulpritSet[] {
  const once = [...new Map(culprits.toReversed().map((set) => [nameOf(set), set])).values()].reverse();
  const countable = unlessAll(
    once,
    ({ blames }) => !blames.some((blame) => blame.figure?.unit === "count" && numberOf(blame)?.startsWith("-")),
  );
  const likely = unlessAll(countable, (set) => !isFarFetched(set, countable));
  return likely.some(isWordAlone) ? likely.filter((set) => !isWordAndNumber(set)) : likely;
}

/**
 * Best first. A rate that somebody's wrong calculation gives to its last digit is explained; that the amount beside it is
 * printed once more nearby is no rival, as it mostly is for good reasons.
 */
export function ranked(culprits: readonly CulpritSet[]): CulpritSet[] {
  const isExplained = culprits.some(({ blames }) => blames.every(({ slip: own }) => own && CALCULATED.has(own.id)));
  const weighed = culprits.map((set) =>
    isExplained && set.blames.some(({ slip: own }) => own && NEARBY.has(own.id))
      ? { ...set, plausibility: Math.min(set.plausibility, BY_CHANCE) }
      : set,
  );
  return weighed.sort((a, b) => a.weight - b.weight || b.plausibility - a.plausibility);
}

const CALCULATED: ReadonlySet<SlipId> = new Set([
  "wrong-base",
  "turned-round",
  "whole-for-difference",
  "difference-for-whole",
]);
const NEARBY: ReadonlySet<SlipId> = new Set(["neighbour-row", "neighbour-column"]);
const BY_CHANCE = 0.4;

/** A number would have to be half as large again, or half as large, and no slip explains it; another way changes a hundredth. */
const FAR = 0.5;
const NEAR = 0.02;

function isFarFetched(set: CulpritSet, all: readonly CulpritSet[]): boolean {
  const change = changeOf(set);
  return (
    change > FAR &&
    set.blames.every((blame) => blame.slip === undefined) &&
    all.some((other) => other !== set && changeOf(other) < NEAR)
  );
}

/** By how much of itself the number most changed would change; 0 where that is not known. */
function changeOf({ blames }: CulpritSet): number {
  return Math.max(
    ...blames.map((blame) => {
      const [printed, meant] = [Number(blame.figure?.value), Number(numberOf(blame))];
      return Number.isFinite(meant) && printed !== 0 && blame.expectedDirection === undefined
        ? Math.abs(meant - printed) / Math.abs(printed) || 0
        : 0;
    }),
  );
}

/** What a set of culprits would have changed: a word turned round is one change, whether its figure was released or turned. */
function nameOf({ blames }: CulpritSet): string {
  return blames
    .map(({ kind, figure, source, instance, expected, about, expectedUnit, expectedDirection }) =>
      [
        kind,
        figure?.id ?? source?.start ?? instance?.instance.sources[0]?.start,
        expected ?? about,
        expectedUnit,
        expectedDirection,
      ].join(" "),
    )
    .toSorted()
    .join("|");
}

function unlessAll(culprits: readonly CulpritSet[], keep: (set: CulpritSet) => boolean): CulpritSet[] {
  const left = culprits.filter(keep);
  return left.length > 0 ? left : [...culprits];
}

const isWordAlone = ({ blames }: CulpritSet): boolean =>
  blames.every((blame) => blame.expectedDirection !== undefined && numberOf(blame) === undefined);

const isWordAndNumber = ({ blames }: CulpritSet): boolean =>
  blames.some((blame) => blame.expectedDirection !== undefined && numberOf(blame) !== undefined);

/** The number that should stand there, as well as it is known. */
function numberOf({ expected, about }: Blame): string | undefined {
  return expected ?? about;
}

/** Each figure stands where the other belongs. */
export function exchanged(first: Blame, second: Blame): boolean {
  return first.figure?.unit === second.figure?.unit && stoodFor(first, second) && stoodFor(second, first);
}

/** Whether what is printed as one figure is what the other should be. */
function stoodFor({ figure, implied }: Blame, other: Blame): boolean {
  const reading = other.figure && signedReading(other.figure);
  if (!figure || !reading || !implied || reading.middle === signedReading(figure)?.middle) return false;
  const width = implied.high - implied.low;
  // A wide gap takes many numbers; that one of them is printed nearby proves nothing.
  return (
    width <= Math.max(NARROW * Math.abs(reading.middle), 3 * reading.step) &&
    reading.low <= implied.high &&
    implied.low <= reading.high
  );
}

const NARROW = 0.1;

/** An amount that stands beside the empty cell of its row that it belongs into. */
export function movedBetween(amount: Blame, empty: Blame): Blame[] | undefined {
  const { figure, implied } = amount;
  const reading = figure && signedReading(figure);
  if (
    !figure ||
    !reading ||
    !implied ||
    empty.kind !== "blank" ||
    !empty.implied ||
    !isInOneRow(figure.source, empty.source)
  )
    return undefined;
  // Sums of amounts that were rounded each by itself leave some steps open.
  const room = ROUNDED * reading.step;
  const isNothing = implied.low <= room && -room <= implied.high;
  const isMeant = empty.implied.low <= reading.middle + room && reading.middle - room <= empty.implied.high;
  const isKnown = implied.high - implied.low < NARROW * Math.abs(reading.middle);
  if (!isNothing || !isMeant || !isKnown) return undefined;
  return [
    { ...amount, expected: Number(0).toFixed(figure.decimals), slip: slip("other-column") },
    { ...empty, expected: figure.value, slip: slip("other-column") },
  ];
}

const ROUNDED = 5;

const isInOneRow = (one: Source, other: Source | undefined): boolean =>
  one.table !== undefined && one.row !== undefined && one.table === other?.table && one.row === other.row;

export function swap(one: Blame, other: Blame): Blame[] {
  const [first, second] = one.figure!.id < other.figure!.id ? [one, other] : [other, one];
  return [
    { ...first, expected: second.figure!.value, slip: slip("swapped") },
    { ...second, expected: first.figure!.value, slip: slip("swapped") },
  ];
}

function plausibilityOf(blame: Blame, repair: Repair, support: ReadonlyMap<number, number>): number {
  if (repair.reversed) return strengthOf(slip("direction"));
  const { figure, implied } = blame;
  const expected = numberOf(blame);
  if (blame.kind === "word") return wordPlausibility(blame);
  if (blame.isNamed) return NAMED;
  let strength = blame.slip ? strengthOf(blame.slip) : implied && implied.high - implied.low === Infinity ? 0.15 : 0.3;
  // The wider the gap that a slip fits, the less its fitting says.
  if (blame.slip && implied && figure && blame.slip.id !== "unit") {
    const printed = signedReading(figure);
    const size = Math.abs(printed?.middle ?? 0) || Math.abs(implied.low + implied.high) / 2;
    // A small number is known no worse for being rounded to a place that is much of it.
    const width = (implied.high - implied.low - 2 * (printed?.step ?? 0)) / Math.max(1, size);
    if (Number.isFinite(width)) strength *= width > 0.5 ? 0.4 : width > NARROW ? 0.7 : 1;
    // Near a bound with its point moved is not where it belongs.
    else if (blame.slip.id === "decimal-point") strength *= 0.7;
  }
  // Amounts below zero are rare in accounts.
  if (expected?.startsWith("-") && figure && !figure.value.startsWith("-")) strength *= 0.2;
  if (figure) strength -= Math.min(0.2, 0.02 * (support.get(figure.id) ?? 0));
  if (figure?.source.table !== undefined) strength -= 0.03;
  if (blame.twin) strength += blame.twin === "as-expected" ? TWIN : -TWIN;
  // 其中：越野车0辆 is rarely what was to be counted.
  if (figure?.unit === "count" && Number(figure.value) === 0) strength -= 0.05;
  return Math.max(0, strength);
}

/** What usually is the same decides between slips that explain a fault equally well. */
const TWIN = 0.1;

/** Something elsewhere names the entry that a list lacks. */
const NAMED = 0.9;

const NOTHING = 0.75;
const UNCHANGED = 0.5;

/** The wrong word is likely where the amounts are near each other; amounts of different size are more likely wrong themselves. */
function wordPlausibility({ instance, slip: found }: Blame): number {
  if (instance?.instance.words?.[0]?.of) return strengthOf(found);
  const [first, second] = instance?.terms ?? [];
  const [a, b] = [Math.abs(first?.reading.middle ?? 0), Math.abs(second?.reading.middle ?? 0)];
  const { instance: place } = instance ?? {};
  // Nobody says 持平 who does not mean it: a digit is as likely wrong.
  if (place?.form === "linear" && place.comparator === "=") return UNCHANGED;
  // A nothing is seldom printed by a slip: there was no budget.
  if (a === 0 || b === 0) return NOTHING;
  return Math.abs(a - b) > 0.5 * Math.max(a, b) ? 0.4 : 0.82;
}

/** Quantities that one more disclosure of would settle an ambiguous fault. */
export function settlers(culprits: readonly CulpritSet[]): readonly string[] {
  const keys = new Set<string>();
  for (const { blames } of culprits) {
    for (const { figure } of blames) if (figure) keys.add(keyText(figure.concept, figure.dimensions));
  }
  return [...keys].slice(0, 4);
}
