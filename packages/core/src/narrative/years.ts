import { type ConceptKey, keyText } from "../facts/key.ts";
import type { NumberToken } from "./numbers.ts";
import { ENDS_SENTENCE, type Reading } from "./state.ts";
import { boundLast, placeOf } from "./places.ts";

export function onYear(r: Reading, number: NumberToken): void {
  if (!/^(?:19|20)\d{2}$/.test(number.value)) return;
  if (Number(number.value) === r.context.fiscalYear) r.onLastYear = false;
  r.spokenYear = { year: Number(number.value), end: number.end };
  const before = r.view.text.slice(Math.max(0, number.start - 2), number.start);
  const after = r.view.text.slice(number.end, number.end + 8);
  const isPlanned = Number(number.value) - 1 === r.context.fiscalYear && opensBudget(r, number.start, number.value);
  const role = /^年\d{1,2}月|^年[初末底]|^[-/]\d/.test(after)
    ? "date"
    : /[与和较比同]$/.test(before) &&
        /^年(?:度)?(?:决算)?(?:数)?(?:相比|相较|比较|增|减|下|上|持|基|无|，|$)/.test(after)
      ? "previous"
      : /^年度?/.test(after) && !isPlanned
        ? "fiscal"
        : "other";
  r.statements.push({
    type: "year",
    year: Number(number.value),
    role,
    source: placeOf(r, number.start, number.end),
  });
}

/**
 * 2022年的“三公”经费决算数合计为807.95万元，其中…, after the same of 2023 has been told: a sentence on last year, in which every
 * amount is last year's. A year that is only a slip for this one opens no second telling.
 */
export function retellsLastYear(r: Reading, subject: ConceptKey, number: NumberToken): boolean {
  if (r.onLastYear) return true;
  const spoken = r.spokenYear;
  if (!spoken || r.context.fiscalYear === undefined || spoken.year !== r.context.fiscalYear - 1) return false;
  const start = spoken.end - 4;
  const before = r.view.text[start - 1] ?? "\n";
  if (!/[。；，：\n]/.test(before) || !/^年度?/.test(r.view.text.slice(spoken.end, spoken.end + 2))) return false;
  const at = r.view.offsets[start]!;
  if (isToldOfThisYearNext(r, spoken.end, number)) return true;
  const key = keyText(subject.concept, subject.dimensions);
  const isTold = boundLast(r).some(
    ({ concept, dimensions, source }) => source.start < at && keyText(concept, dimensions) === key,
  );
  if (isTold && ENDS_SENTENCE.has(before)) r.onLastYear = true;
  return isTold;
}

/** 2024年度支出8万元，2023年度9万元，2022年度10万元, in the accounts of 2024: a year before last, of what has been told of the year itself. */
export function retellsEarlierYear(r: Reading, subject: ConceptKey, number: NumberToken): number | undefined {
  const { spokenYear: spoken, context, view } = r;
  if (!spoken || context.fiscalYear === undefined || spoken.year >= context.fiscalYear - 1) return undefined;
  const start = spoken.end - 4;
  if (!OPENS_CLAUSE.test(view.text[start - 1] ?? "\n")) return undefined;
  if (!/^年度?(?![末初底]|\d)[^，。；：\d]{0,30}$/.test(view.text.slice(spoken.end, number.start))) return undefined;
  const at = view.offsets[start]!;
  const key = keyText(subject.concept, subject.dimensions);
  const told = boundLast(r).some(
    ({ concept, dimensions, source }) => source.start < at && keyText(concept, dimensions) === key,
  );
  return told ? spoken.year : undefined;
}

/** 2022年末结转和结余55.54万元，2023年末结转和结余54.54万元, in the accounts of 2023: the same words of this year follow. */
function isToldOfThisYearNext(
  { context: { fiscalYear }, view: { text } }: Reading,
  end: number,
  number: NumberToken,
): boolean {
  const words = text.slice(end, number.start);
  if (words.length > REACH) return false;
  return text.slice(number.unitEnd, number.unitEnd + words.length + NEXT).includes(`${fiscalYear}${words}`);
}

/** As far behind an amount as the same of another year is told. */
const NEXT = 12;

/** 2023年决算数为57.43万元 in the accounts of 2024. */
export function speaksOfLastYear(r: Reading, start: number): boolean {
  const spoken = r.spokenYear;
  if (!spoken || r.context.fiscalYear === undefined || spoken.year !== r.context.fiscalYear - 1) return false;
  return /^年度?(?:的)?$/.test(r.view.text.slice(spoken.end, start));
}

/** 减少的主要原因是2016年购置2辆…, in the accounts of 2017: what a clause tells of a year that is not accounted for. */
export function speaksOfAnotherYear(r: Reading, start: number): boolean {
  const spoken = r.spokenYear;
  if (!spoken || r.context.fiscalYear === undefined || spoken.year === r.context.fiscalYear) return false;
  return (r.inReason || r.inUse) && /^年度?[^，。；]{0,16}$/.test(r.view.text.slice(spoken.end, start));
}

/** As far as a sentence is read on for what it tells of a year. */
const REACH = 200;
const OPENS_CLAUSE = /[。，；：（、\n]/;
/**
 * Not 2024年机关运行经费支出38万元，比年初预算减少2万元, with a slip in the year: there an amount is told first, and the budget is only
 * compared with.
 */
const BUDGET_TOLD =
  /^(?:年度?)?(?!\d{1,2}月)(?:，?(?:[我本](?:部门|单位)|我[局委院校])?(?:拟|计划(?!数)|预计|将)(?:安排)?|，?安排|(?:(?!\d[\d.,]*[万亿]?元).)*?(?<!一般公共|公共财政|政府性基金|国有资本经营|(?:较|比|与|同|和|完成)(?:当年|本年|上年|年初|全年|调整)*度?)预算(?!绩效|管理|编制|执行|单位|部门))/;
const TOLD_OF_ACCOUNTS = /决算|实际支出|执行|完成|结转/;

/**
 * 2024年“三公”经费预算数20万元，其中：公务接待费8万元 in the accounts of 2023: what a sentence that turns to the budget of the year to come tells.
 * The year, up to the end of the sentence or to the next year that is told and not only compared with.
 */
export function nextYearBudget(r: Reading, at: number): string | undefined {
  const { fiscalYear } = r.context;
  if (fiscalYear === undefined) return undefined;
  const year = String(fiscalYear + 1);
  const before = r.view.text.slice(Math.max(0, at - REACH), at);
  const named = [...before.matchAll(NEXT_YEAR)].findLast(([words]) => words === year || !/^\d/.test(words));
  if (named === undefined) return undefined;
  const rest = before.slice(named.index + named[0].length);
  // Another sentence, or another year that is told.
  const own = String(fiscalYear);
  const told = rest.replace(GOES_ON, (words, compared: string) => (compared === own ? "，" : words));
  if (/\n|。(?!其中)|[，；：、（]20\d{2}年/.test(told)) return undefined;
  return opensBudget(r, at - before.length + named.index, named[0], at) ? year : undefined;
}

/** …公务接待费4.5万元。较2023年预算减少0.5万元: with the year accounted for only the year to come is compared. */
const GOES_ON = /。(?:较|比|与)(20\d{2})年(?=度?(?:预算|决算)?数?(?:相比，?)?(?:增|减|下降|上升)[^。]*$)/g;

/** 2024, or 下年度 in words. */
const NEXT_YEAR = /20\d{2}(?=年)|下一?年度?|明年|次年度?/g;

/** Whether a year opens a clause on its budget, of which up to the next year nothing is told but what is planned. */
function opensBudget(r: Reading, start: number, named: string, upTo?: number): boolean {
  const { text } = r.view;
  if (!OPENS_CLAUSE.test(text[start - 1] ?? "\n")) return false;
  // 2024年“三公”经费预算16万元。支出决算15万元: a slip for the year accounted for.
  const end = start + named.length;
  const told = /^(?:(?!20\d{2}年)[^。\n]|。(?=其中|(?:支出)?(?:决算|实际|全年)))*/.exec(
    text.slice(end, end + REACH),
  )![0];
  const budget = BUDGET_TOLD.exec(told)?.[0];
  // 下年度 is no slip for the year accounted for, whatever it is compared with.
  if (budget === undefined || (/^\d/.test(named) && TOLD_OF_ACCOUNTS.test(told))) return false;
  return upTo === undefined || end + budget.length <= upTo;
}

/** 与上年的12万元相比，2024年预算减少1万元: what the year to come is compared with is no figure of last year. */
export function comparedWithNextYear(r: Reading, end: number): string | undefined {
  const { fiscalYear } = r.context;
  const [, year] = /^相比，(20\d{2})年[^，。；\d]*预算/.exec(r.view.text.slice(end, end + 32)) ?? [];
  return year !== undefined && Number(year) - 1 === fiscalYear ? year : undefined;
}
