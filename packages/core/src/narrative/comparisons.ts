import type { Direction } from "../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../facts/key.ts";
import { unknownWords } from "./certainty.ts";
import { readReason } from "./reasons.ts";
import type { BudgetStage } from "./cues.ts";
import type { Reading } from "./state.ts";
import { placeOf, tokensIn } from "./places.ts";
import { nextYearBudget } from "./years.ts";

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
  if (nextYearBudget(r, start) !== undefined) return;
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
  const reason = readReason(r.printed, from);
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

/** 比2019年（疫情前）决算数减少: a year that is neither last year nor a slip for it, since last year was compared too, before it or right behind. */
export function comparedYear(r: Reading, start: number, end: number): string | undefined {
  const year = Number(/(?:19|20)\d{2}/.exec(r.view.text.slice(start, end))?.[0] ?? NaN);
  const { fiscalYear } = r.context;
  if (Number.isNaN(year) || fiscalYear === undefined || year >= fiscalYear - 1) return undefined;
  const before = r.lastBound;
  const compared = before?.dimensions.measure === "growth" || before?.dimensions.measure === "change";
  if (compared && before.dimensions.label === undefined) return `较${year}年`;
  // 与2022年相比增加100万元；与2023年相比增加50万元
  const next = new RegExp(`^[^。\\n]{0,60}[，；][与和同较比](?:${fiscalYear - 1}年|上年|去年)`);
  return next.test(r.view.text.slice(end, end + 80)) ? `较${year}年` : undefined;
}

const OF_ANOTHER =
  /(?:(?<![相对])[较比]|高于|低于|大于|小于)([一-龥、]{3,24}?)(?:相比，?)?(?:(?:要|约|略)?(?:少|多|高|低|小|大|增加|减少)(?:出|了)?)?$/;
const OF_A_TIME = /[各均年]|期|预算|计划|目标|标准|进度|平均|同比/;

/** 财政拨款收支总计较收入支出决算总计少1213.37万元: how far two quantities of one year are apart, which is neither of them. */
export function isBetweenTwo(r: Reading, at: number): boolean {
  const other = OF_ANOTHER.exec(r.view.text.slice(Math.max(0, at - 34), at))?.[1];
  if (other === undefined || OF_A_TIME.test(other) || !r.subject) return false;
  return tokensIn(r, at - other.length - 4, at).some(
    (token) =>
      token.type === "subject" &&
      token.end > at - other.length - 4 &&
      /^(?:revenue|expenditure|total-)/.test(token.phrase.concept),
  );
}

export function sameSubject(r: Reading, key: ConceptKey): boolean {
  return (
    r.subject !== undefined && keyText(key.concept, key.dimensions) === keyText(r.subject.concept, r.subject.dimensions)
  );
}
