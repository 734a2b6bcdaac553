import { normaliseLabel, type Dimensions, type Stage, type TableBlock } from "@juesuan/core";
import { headingWord } from "./words.ts";

// What the words over a column say beside naming it: the stage of the budget, the year, and whether it compares.

/** What a heading says beside naming a column. */
export interface Qualifiers {
  stage?: Stage;
  previous?: boolean;
  measure?: NonNullable<Dimensions["measure"]>;
  /** 比较: it compares, and only its amounts tell how. */
  compares?: true;
  /** What a comparison says that it is made with: 完成年初预算%, 比上年增减. */
  base?: Base;
  year?: number;
}

/** Last year, a stage of the budget, or a budget that is not said to be the first or the last. */
export type Base = "previous" | Exclude<Stage, "final"> | "some-budget";

const STAGES: readonly { readonly words: RegExp; readonly stage: Stage }[] = [
  { words: /^年初预算(?:数|金额|安排)?$|^年初数$/, stage: "original-budget" },
  {
    words: /^(?:调整|全年|变更|调整后|调整后的|全年执行)预算(?:数|金额)?$|^预算调整数$|^(?:全年|调整)数$/,
    stage: "adjusted-budget",
  },
  { words: /^(?:支出|收入|本年|实际)?决算(?:数|金额|统计数|合计)?$|^(?:实际支出|执行|统计|本年)数$/, stage: "final" },
  { words: /^(?:支出|收入|本年)?预算(?:数|金额|安排|安排数)?$/, stage: "budget" },
];

/** The stage that words name, and nothing else: 年初预算数. */
export function stageOf(text: string): Stage | undefined {
  const word = headingWord(text);
  return STAGES.find(({ words }) => words.test(word))?.stage;
}

/** 机关运行经费支出决算数: the column's own name and its stage in one. 政府性基金预算 names a fund. */
const OWN_STAGE = /(?<!^)(?:决算(?:数|金额)|(?:年初|全年|调整)预算(?:数|金额)?|预算(?:数|金额))$/;

const MEASURES: readonly { readonly words: RegExp; readonly measure: NonNullable<Dimensions["measure"]> }[] = [
  {
    words:
      /完成.*(?:率|比例|%|百分比)|^完成预算$|(?:执行|完成)率|(?:决算|执行|支出)(?:数|额)?[为占].*预算(?:数|额)?的?(?:%|百分比|比例|比重)?$/,
    measure: "completion",
  },
  { words: /(?:增减|增长|增加|变动|同比).*(?:率|幅度|比例|%)|增幅/, measure: "growth" },
  { words: /^(?!增减$).*(?:增减|变动|增加|比上年)(?:额|数|金额|情况)?$/, measure: "change" },
  { words: /占.*(?:比|比例|比重|%)|^(?:比重|占比|比例)$|^%$/, measure: "share" },
];

/** 比较, and 增减 alone: a difference or a rate. */
const COMPARES =
  /^增减$|^(?:(?:决算|预决算)?(?:数|额)?(?:与|和|较|比)?(?:年初|全年|调整)?(?:预算|决算)?(?:数|额)?)(?:比较|对比|差异|差额)(?:数|额|情况)?(?:\([+\-±]+\))?$/;

const BASES: readonly { readonly words: RegExp; readonly base: Base }[] = [
  { words: /年初预算/, base: "original-budget" },
  { words: /(?:全年|调整后?的?)预算/, base: "adjusted-budget" },
  { words: /上年|去年|同比/, base: "previous" },
  { words: /预算/, base: "some-budget" },
];

/** Takes stage, year and measure out of a path; what is left names the column. */
export function qualify(
  block: TableBlock,
  path: readonly string[],
  fiscalYear: number | undefined,
): { readonly qualifiers: Qualifiers; readonly rest: readonly string[] } {
  const qualifiers: Qualifiers = {};
  const rest: string[] = [];
  for (const [index, text] of path.entries()) {
    let word = headingWord(text);
    const base = baseOf(word, fiscalYear);
    const year = /^(\d{4})年?度?/.exec(word);
    if (year) {
      qualifiers.year = Number(year[1]);
      if (fiscalYear !== undefined && Number(year[1]) === fiscalYear - 1) qualifiers.previous = true;
      word = word.slice(year[0].length);
    } else if (/^(?:上年|上年度|去年)/.test(word) && !/结转|结余/.test(word)) {
      qualifiers.previous = true;
      word = word.replace(/^(?:上年度?|去年)(?:同期)?/, "");
    }
    if (word === "" || word === "数") continue;
    const measure = MEASURES.find(({ words }) => words.test(word))?.measure;
    if (measure !== undefined || COMPARES.test(word)) {
      if (measure === undefined) qualifiers.compares = true;
      else qualifiers.measure = measure;
      if (base !== undefined) qualifiers.base = base;
      continue;
    }
    const stage = stageOf(word);
    if (stage !== undefined) {
      qualifiers.stage = stage;
      continue;
    }
    const own = OWN_STAGE.exec(word)?.[0];
    if (own !== undefined) {
      qualifiers.stage = stageOf(own)!;
      word = word.slice(0, -own.length);
    }
    if (!isBlockHeading(block, word, index, path.length)) rest.push(word);
  }
  if (qualifiers.measure !== undefined || qualifiers.compares) delete qualifiers.previous;
  return { qualifiers, rest };
}

/** 比2022年增减 in the accounts of 2023 is against last year; 2023年度预决算对比 in them is not. */
function baseOf(heading: string, fiscalYear: number | undefined): Base | undefined {
  const said = heading.replace(/(\d{4})年/g, (_, year: string, at: number) =>
    (fiscalYear === undefined ? at > 0 : Number(year) === fiscalYear - 1) ? "上年" : "",
  );
  return BASES.find(({ words, base }) => words.test(base === "previous" ? said : heading))?.base;
}

/** 收入, 支出, 财政拨款“三公”经费 over all columns of a block name no column. */
function isBlockHeading(block: TableBlock, word: string, index: number, depth: number): boolean {
  if (block.heading !== undefined && normaliseLabel(block.heading) === word) return true;
  return (
    index < depth - 1 &&
    /^(?:(?:本年)?收入|(?:本年)?支出|项目|本年度|支出决算|收入决算|合计金额|人员经费|公用经费|(?:财政拨款|一般公共预算|一般公共预算财政拨款)?三公经费(?:支出|支出决算数)?)$/.test(
      word,
    ) &&
    !block.columns.some(({ heading }) => heading.slice(0, -1).some((parent) => normaliseLabel(parent) === word))
  );
}
