import type { BoundFigure } from "../../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../../facts/key.ts";
import { isRateOf, readingOf } from "../../figure/interval.ts";
import type { Told } from "./told.ts";

// What a heading or a list makes of amounts whose own words name less: the flow of project money, and totals told by fund.

/** 十一、项目支出决算情况说明, and not 一般公共预算财政拨款项目支出: all project money, as the table 项目收入支出决算表 tells it. */
const OF_PROJECTS =
  /(?:^|[、）)\s])(?:\d{4}年度?)?(?:部门|单位|本级)?项目(?:收入支出|收支|支出)(?:决算)?(?:情况|说明|表)/;

const FLOW = new Set(["opening-carry-over", "revenue", "expenditure", "closing-carry-over"]);

/** 项目年初结转和结余703.14万元，本年收入7091.67万元，本年支出7145.41万元 under such a heading: of the projects, not of the department. */
export function settleProjectFlow<T extends Told>(told: T, title: string): T {
  if (!OF_PROJECTS.test(title.split(" / ").at(-1)!)) return told;
  return withKeys(told, ({ concept, dimensions }) =>
    FLOW.has(concept) && keyText("", dimensions) === ""
      ? { concept, dimensions: { nature: "project" } }
      : { concept, dimensions },
  );
}

/**
 * 财政拨款收、支总计10817.60万元…。其中：一般公共预算财政拨款10670.74万元，政府性基金预算财政拨款146.86万元: funds that come to the total,
 * with no carry-over told beside them, are the totals of the funds; what came in this year would be less.
 */
export function settleTotalsByFund<T extends Told>(told: T, text: string): T {
  if (told.section !== "appropriation-totals") return told;
  const at = told.figures.findIndex(isTotalOfAppropriation);
  const total = told.figures[at];
  if (!total) return told;
  const rest = told.figures.slice(at + 1).filter(({ dimensions }) => dimensions.measure === undefined);
  const end = rest.findIndex((figure) => !isPlainFund(figure, text));
  const parts = rest.slice(0, end < 0 ? undefined : end);
  const ends = rest[parts.length];
  if (parts.length < 2 || (ends && /carry-over/.test(ends.concept)) || !addUp(total, parts)) return told;
  const funds = new Set(parts.map(({ id }) => id));
  return {
    ...told,
    figures: told.figures.map((figure) =>
      funds.has(figure.id) ? { ...figure, concept: total.concept } : (shareOfTotal(figure, parts, total) ?? figure),
    ),
  };
}

/** 分别占96.64%和3.36% behind such funds: shares of that total, as far as they are given by it. */
function shareOfTotal(figure: BoundFigure, parts: readonly BoundFigure[], total: BoundFigure): BoundFigure | undefined {
  const { measure, fund } = figure.dimensions;
  const part = parts.find(({ dimensions }) => dimensions.fund === fund);
  if (figure.concept !== "revenue" || measure !== "share" || !part) return undefined;
  const [share, above, below] = [figure, part, total].map(readingOf);
  if (!share || !above || !below || !isRateOf(share, above.middle, below.middle)) return undefined;
  const of = keyText(total.concept, total.dimensions);
  return { ...figure, concept: total.concept, dimensions: { ...figure.dimensions, of } };
}

function isTotalOfAppropriation({ concept, dimensions }: BoundFigure): boolean {
  return concept.startsWith("total-") && keyText("", dimensions) === "{fund=appropriation}";
}

/** An amount of one fund whose words do not say that it came in: 一般公共预算财政拨款10670.74万元. */
function isPlainFund({ concept, dimensions, source }: BoundFigure, text: string): boolean {
  const before = text.slice(Math.max(0, source.start - 14), source.start).replace(/\s/g, "");
  return (
    concept === "revenue" &&
    /^\{fund=(?:general|government-fund|state-capital)\}$/.test(keyText("", dimensions)) &&
    /(?:财政拨款|预算)(?:为|共)?$/.test(before)
  );
}

function addUp(total: BoundFigure, parts: readonly BoundFigure[]): boolean {
  const readings = [total, ...parts].map(readingOf);
  const [whole, ...own] = readings;
  if (!whole || own.includes(undefined)) return false;
  const sum = own.reduce((all, reading) => all + reading!.middle, 0);
  return Math.abs(whole.middle - sum) <= readings.reduce((all, reading) => all + reading!.step, 0) / 2;
}

function withKeys<T extends Told>(told: T, keyOf: (key: ConceptKey) => ConceptKey): T {
  return {
    ...told,
    figures: told.figures.map((figure) => ({ ...figure, ...keyOf(figure) })),
    statements: told.statements.map((statement) =>
      statement.type === "comparison" ? { ...statement, subject: keyOf(statement.subject) } : statement,
    ),
  };
}
