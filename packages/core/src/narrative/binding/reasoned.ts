import type { Direction } from "../../facts/disclosure.ts";
import type { ConceptKey } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import { tokensIn } from "../places.ts";
import type { Binding, Reading } from "../state.ts";
import { isAnnex, labelled } from "./annex.ts";
import { between } from "./measures.ts";

// 主要原因是基本支出减少6.08万元，项目支出减少34.15万元: by how much something else changed, which explains the change. The way it went is
// kept, and what it is of where the words name that and nothing more.

const CHANGED =
  /^(?:(?:主要|变动)?原因(?:主要)?(?:是|为|系)?(?:由于|因为)?|由于|因为|其中)?(.*?)((?:较|比|与|同)(?:上年度?|去年|(20\d{2})年度?)(?:同期|决算数?)?(?:相比)?|同比)?(增加|增长|上升|提高|减少|下降|降低|压减|压缩)了?[约近]?$/;
const RISES = /[增升提]/;
const GOES_ON = /^[，、（](增加|增长|上升|减少|下降|降低)了?$/;

/** A number within a reason, by its own words. */
export function bindInReason(r: Reading, number: NumberToken): Binding {
  const bound = labelled(r, number);
  if (typeof bound === "string") return bound;
  const rate = number.unit === "percent" ? rateOfChange(r, number) : undefined;
  if (rate) return rate;
  const [, name, base, year, word] = CHANGED.exec(bound.dimensions.label ?? "") ?? [];
  // 接待批次由8批次减少为5批次: what it came to, and not by how much. 年满60周岁的人数增加: the word stands behind the number.
  const isBy = word !== undefined && isRightBefore(r, number, word);
  if (name === undefined || word === undefined || !isBy || !/[一-龥]{2}/.test(name)) return bound;
  const isOnLastYear = year === undefined || Number(year) + 1 === r.context.fiscalYear;
  if (number.unit === "percentage-point" || number.unit === "score" || !isOnLastYear) return bound;
  const key = namedBy(r, number, name, base !== undefined) ?? { concept: bound.concept, dimensions: { label: name } };
  const measure = number.unit === "percent" ? "growth" : "change";
  return { ...withDirection(key, word), dimensions: { ...key.dimensions, measure } };
}

function isRightBefore(r: Reading, number: NumberToken, word: string): boolean {
  // 增加约15万元
  const before = r.view.text
    .slice(Math.max(0, number.start - word.length - 2), number.start)
    .replace(/[约近逾超]$/, "");
  return before.endsWith(word) || before.endsWith(`${word}了`);
}

/** …项目支出减少34.15万元，下降9%: the rate of the change that the reason has told right before it. */
function rateOfChange(r: Reading, number: NumberToken): Binding | undefined {
  const { lastBound } = r;
  if (lastBound?.dimensions.measure !== "change" || !r.reasoned.has(lastBound.id)) return undefined;
  const word = GOES_ON.exec(between(r, number))?.[1];
  if (word === undefined) return undefined;
  return withDirection(
    { concept: lastBound.concept, dimensions: { ...lastBound.dimensions, measure: "growth" } },
    word,
  );
}

function withDirection(key: ConceptKey, word: string): ConceptKey & { direction: Direction } {
  return { ...key, direction: RISES.test(word) ? "increase" : "decrease" };
}

const OF_WHOLES = /^(?:totals|revenue|expenditure|appropriation-totals|general-expenditure(?:\.total)?)$/;

/**
 * What a name in a reason says plainly: basic or project expenditure, the revenue of a fund or what was carried over, where totals are
 * compared; the vehicles held, where what they cost is.
 */
function namedBy(r: Reading, number: NumberToken, name: string, onLastYear: boolean): ConceptKey | undefined {
  const { subject, section } = r;
  if (isAnnex(r) || section === undefined || subject === undefined || r.otherBase !== undefined) return undefined;
  const from = r.view.text.lastIndexOf(name, number.start);
  const token = tokensIn(r, from, from + name.length).find(
    (candidate) => candidate.type === "subject" && candidate.start === from && candidate.end === from + name.length,
  );
  if (token?.type !== "subject" || token.phrase.labelled) return undefined;
  const { concept, dimensions = {} } = token.phrase;
  if (number.unit === "count")
    return concept === "vehicles-held" && section.startsWith("three-public") ? { concept, dimensions } : undefined;
  if (!OF_WHOLES.test(section) || !isOfWhole(subject)) return undefined;
  const isPlain =
    (concept === "expenditure" && /^(?:basic|project)$/.test(dimensions.nature ?? "")) ||
    (concept === "revenue" && (dimensions.fund !== undefined || dimensions.source !== undefined)) ||
    concept === "opening-carry-over" ||
    concept === "closing-carry-over";
  if (!isPlain || dimensions.stage !== undefined) return undefined;
  const { fund } = subject.dimensions;
  const compared = r.comparison ?? r.statements.findLast((statement) => statement.type === "comparison");
  // 较年初预算增加20万元，主要原因是项目支出较上年增加15万元: its own words say what it is compared with.
  const stage =
    compared?.type === "comparison" && compared.against === "budget" && !onLastYear
      ? { stage: compared.stage ?? ("budget" as const) }
      : {};
  return { concept, dimensions: { ...(fund !== undefined && { fund }), ...stage, ...dimensions } };
}

function isOfWhole({ concept, dimensions }: ConceptKey): boolean {
  const { fund: _fund, stage: _stage, ...rest } = dimensions;
  return /^(?:total-|revenue$|expenditure$)/.test(concept) && Object.keys(rest).length === 0;
}
