import type { Dimensions } from "@juesuan/core";

// 项目支出绩效自评表 (财预〔2020〕10号, annex) and what the provinces made of it, as words: which heading says what of a project or of
// an indicator, which label names which money. Where on the sheet a word stands is left open: forms put them everywhere.

type Stage = NonNullable<Dimensions["stage"]>;

/** What a column holds under its heading. */
export type Role =
  | { readonly kind: "amount"; readonly stage?: Stage }
  /** 执行率 */
  | { readonly kind: "rate" }
  | { readonly kind: "weight" }
  | { readonly kind: "score" }
  /** 一级指标 to 四级指标; a form with one column calls it 指标名称, the deepest. */
  | { readonly kind: "level"; readonly depth: number }
  /** 年初指标值, beside which 调整指标值 may say what was to be reached in the end. */
  | { readonly kind: "target"; readonly isOriginal?: true }
  /** 完成率 of an indicator. */
  | { readonly kind: "completion" }
  | { readonly kind: "actual" }
  /** 计量单位 of the values beside it. */
  | { readonly kind: "unit" }
  /** 总分值 | 总得分 over the two numbers, at the foot. */
  | { readonly kind: "total"; readonly of: "weight" | "score" }
  /** Words: 偏差原因分析及改进措施, 评分标准, 指标性质 … */
  | { readonly kind: "words" };

/** 绩效指标 alone: the level of a form with one, and words beside the levels of any other. */
export const ANY_LEVEL = 0;

/** Headings, without white space, brackets and the year. The first that matches tells. */
const ROLES: readonly (readonly [words: RegExp, role: Role])[] = [
  [/^(?:[年期]初|原)(?:批复)?预算(?:数|金额|资金|安排数?)?$/, { kind: "amount", stage: "original-budget" }],
  [
    /^(?:全年|年度调整|调整后?的?|调整后?全年)预算(?:数|金额|资金|安排数?|总额)?$/,
    { kind: "amount", stage: "adjusted-budget" },
  ],
  [/^(?:项目|资金|年度|本年)*预算(?:数|金额|资金|安排数?|总额)$/, { kind: "amount", stage: "budget" }],
  [
    /^(?:全年|年度|本年|实际|预算|资金)*(?:执行|支出|使用)(?:数|金额|额)$|^(?:全年|实际)(?:执行|支出|使用)$|^决算(?:数|金额)$/,
    { kind: "amount" },
  ],
  [/^(?:预算|资金|全年)*(?:执行|支出)率$/, { kind: "rate" }],
  [/^(?:指标|执行率|绩效|标准|年度)*(?:分值|权重|标准分值?|满分|权重分值?|分值权重|分值\/权重)$/, { kind: "weight" }],
  [
    /^(?:指标|自评|执行率|绩效|评价|实际|自查|项目|综合)*(?:得分|评分)$|^(?:自评|自评得)分[值数]?$|^得分值$/,
    { kind: "score" },
  ],
  [/^一级(?:绩效)?指标$|^指标(?:类别|类型)$/, { kind: "level", depth: 1 }],
  [/^二级(?:绩效)?指标$/, { kind: "level", depth: 2 }],
  [/^三级(?:绩效)?指标$/, { kind: "level", depth: 3 }],
  [/^四级(?:绩效)?指标$/, { kind: "level", depth: 4 }],
  [/^(?:绩效)?指标$/, { kind: "level", depth: ANY_LEVEL }],
  [/^(?:绩效)?指标(?:名称|内容)$|^具体指标$|^指标明细$|^(?:评价|考核)指标$/, { kind: "level", depth: 5 }],
  [/^总分值?$/, { kind: "total", of: "weight" }],
  [/^(?:自评)?总得分$/, { kind: "total", of: "score" }],
  [
    /^(?:全年|年度|实际|自评)*(?:完成|实现)(?:指标)?(?:值|数|情况)$|^(?:全年|年度)?实际(?:完成)?(?:指标)?值$|^实际(?:完成)?情况$/,
    { kind: "actual" },
  ],
  [/^[年期]初(?:设定)?(?:绩效)?(?:指标|目标)(?:指标)?值$/, { kind: "target", isOriginal: true }],
  [/^(?:年度|全年|预期|计划|绩效|设定|调整后?)*(?:指标|目标|预期|计划)(?:指标)?值$/, { kind: "target" }],
  [/^(?:指标|目标)?完成(?:率|比例)$/, { kind: "completion" }],
  [/^(?:计量|度量|指标|指标值)单位$|^单位$/, { kind: "unit" }],
  [
    /原因|措施|备注|说明|标准$|细则|办法|解释|依据|来源|等级|^(?:指标|运算)?(?:性质|方向|符号)$|^(?:预期|年度|总体|绩效|实际)*目标$|^是否/,
    { kind: "words" },
  ],
];

/** 其中：当年财政拨款: which part of a project's money a row is. */
const FUNDS: readonly (readonly [words: RegExp, dimensions: Dimensions])[] = [
  [/^(?:年度|项目|全年|本年)*资金(?:总额|总金额|合计|总计)?$|^(?:年度)?总金额$|^(?:合计|总计|总额|小计)$/, {}],
  [/^(?:年度)?预算(?:资金)?总额$/, {}],
  [/^(?:当年|本年|年度|本年度|当年度)*财政(?:拨款|性?资金|拨款资金)$/, { item: "appropriation" }],
  [
    /^(?:上年|以前年度|上年度)*结转(?:结余|和结余)?(?:资金)?$|^年初结转(?:结余|和结余)?(?:资金)?$/,
    { item: "carried-over" },
  ],
  [/^(?:单位)?自[有筹](?:资金)?$|^单位资金$/, { item: "own" }],
  [/^财政专户(?:管理)?(?:资金)?$/, { item: "special-account" }],
  [/^其他(?:资金|来源)?$/, { item: "other" }],
  [/^上级(?:财政)?(?:补助|转移支付|专项)?(?:资金)?$/, { item: "superior" }],
  [/^中央(?:财政)?(?:补助|专项)?(?:资金)?$/, { item: "central" }],
  [/^省(?:级|本级)?(?:财政)?(?:补助|专项)?(?:资金)?$/, { item: "provincial" }],
  [/^市(?:级|本级)?(?:财政)?(?:补助|专项)?(?:资金)?$/, { item: "municipal" }],
  [/^[县区](?:级|本级)?(?:财政)?(?:补助|专项)?(?:资金)?$|^县\/区级(?:资金)?$/, { item: "county" }],
  [/^(?:本级|地方)(?:财政)?(?:配套|补助|专项)?(?:资金)?$/, { item: "local" }],
  [/^一般公共预算(?:财政)?(?:拨款|资金)?(?:收入)?$/, { fund: "general" }],
  [/^政府性基金(?:预算)?(?:财政)?(?:拨款|资金)?$/, { fund: "government-fund" }],
  [/^国有资本经营(?:预算)?(?:财政)?(?:拨款|资金)?$/, { fund: "state-capital" }],
  [/^基本支出(?:总额)?$/, { nature: "basic" }],
  [/^项目支出(?:总额)?$/, { nature: "project" }],
];

/** The row of the total, and the label before a total score at the head: 自评总分 | 95.9. */
const TOTAL =
  /^(?:总分|合计|总计|总评分?|(?:自评|绩效|评价|综合|评分)*(?:总得分|总分|总评分)|(?:自评|综合|绩效自评|绩效|项目自评)得分)$/;

const PROJECT = /^(?:项目|政策|子项目|专项(?:资金)?|项目支出|支出项目|项目或政策|一级项目|二级项目)名称$/;
/** The whole department: 部门整体支出绩效自评表 names no project. */
const DEPARTMENT = /^(?:预算)?(?:部门|单位|部门单位)名称$/;
export const WHOLE_DEPARTMENT = "部门整体支出";

/** What the rate of execution is called where the form scores it beside the money, and in no row of its own. */
export const EXECUTION = "预算执行率";

/**
 * A heading or a label as it is compared.
 *
 * @example wordOf("其中：当年\n财政拨款（万元）") // "当年财政拨款"
 */
export function wordOf(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^(?:其中)?[:：]/, "")
    .replace(/^其中/, "")
    .replace(/\([^()]*\)/g, "")
    .replace(/^(?:\d{1,2}[.、]|[一二三四五六七八九十]+、|[-—*●])/, "")
    .replace(/^20\d{2}年度?(?=.)/, "")
    .replace(/[:：]$/, "");
}

/** No sentence and no number: a table may have a million of them. */
function isWord(text: string): boolean {
  return text.length <= LONGEST && /[\u4e00-\u9fff]/.test(text);
}

const LONGEST = 40;
const NONE: readonly Role[] = [];

/** What a heading says of its column; several where one column holds them together: 执行率／得分. */
export function rolesOf(text: string): readonly Role[] {
  if (!isWord(text)) return NONE;
  const word = wordOf(text);
  const whole = roleOf(word);
  if (whole) return [whole];
  const parts = word.split(/[/、]/).map(roleOf);
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts : [];
}

function roleOf(word: string): Role | undefined {
  return ROLES.find(([words]) => words.test(word))?.[1];
}

export function fundsOf(text: string): Dimensions | undefined {
  if (!isWord(text)) return undefined;
  const word = wordOf(text);
  return FUNDS.find(([words]) => words.test(word))?.[1];
}

/** 联系电话 | 69620000, 项目编码 | 53010021: numbers that count nothing stand behind them. */
const NAMED = /(?:电话|手机|邮编|编码|代码|编号)$/;

export const namesCode = (text: string): boolean => isWord(text) && NAMED.test(wordOf(text));
export const namesProject = (text: string): boolean => isWord(text) && PROJECT.test(wordOf(text));
export const namesDepartment = (text: string): boolean => isWord(text) && DEPARTMENT.test(wordOf(text));
export const isTotal = (text: string): boolean => isWord(text) && TOTAL.test(wordOf(text));
