import type { Direction } from "../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../facts/key.ts";
import { unknownWords } from "./certainty.ts";
import { readReason } from "./reasons.ts";
import type { BudgetStage } from "./cues.ts";
import type { Reading } from "./state.ts";
import { placeOf } from "./places.ts";

export function startComparison(
  r: Reading,
  against: "previous-year" | "budget",
  direction: Direction,
  word: string,
  start: number,
  end: number,
  stage?: BudgetStage,
): void {
  finishComparison(r);
  if (!r.subject) return;
  // 比2019年（疫情前）决算数减少: that last year's figure was higher is not said.
  if (against === "previous-year" && r.otherBase !== undefined) return;
  r.compared = r.against !== undefined || against === "budget" || r.section?.startsWith("three-public") === true;
  const unknown = unknownWords(r, start, r.subject);
  r.comparison = {
    type: "comparison",
    against,
    ...(against === "budget" && (stage === "original-budget" || stage === "adjusted-budget") && { stage }),
    subject: r.subject,
    direction,
    word,
    figures: [],
    source: placeOf(r, start, end),
    ...(unknown === undefined ? {} : { unknownWords: unknown }),
  };
}

/** 提高效率 is no comparison: one needs figures, or words that say with what. */
export function finishComparison(r: Reading): void {
  if (r.comparison && (r.comparison.figures.length > 0 || r.compared)) r.statements.push(r.comparison);
  r.compared = false;
  r.comparison = undefined;
}

export function takeReason(r: Reading, from: number): void {
  const reason = readReason(r.view.text, from);
  if (r.comparison) {
    r.comparison.reason = reason;
    return;
  }
  // A reason in a sentence of its own belongs to the comparison before it.
  for (let index = r.statements.length - 1; index >= 0; index--) {
    const statement = r.statements[index]!;
    if (statement.type !== "comparison") continue;
    if (statement.reason === undefined) r.statements[index] = { ...statement, reason };
    return;
  }
}

/** 比2019年（疫情前）决算数减少: a year that is neither last year nor a slip for it, since last year was compared too. */
export function comparedYear(r: Reading, start: number, end: number): string | undefined {
  const year = Number(/(?:19|20)\d{2}/.exec(r.view.text.slice(start, end))?.[0] ?? NaN);
  const { fiscalYear } = r.context;
  if (Number.isNaN(year) || fiscalYear === undefined || year >= fiscalYear - 1) return undefined;
  const before = r.lastBound;
  const compared = before?.dimensions.measure === "growth" || before?.dimensions.measure === "change";
  return compared && before.dimensions.label === undefined ? `较${year}年` : undefined;
}

export function sameSubject(r: Reading, key: ConceptKey): boolean {
  return (
    r.subject !== undefined && keyText(key.concept, key.dimensions) === keyText(r.subject.concept, r.subject.dimensions)
  );
}
