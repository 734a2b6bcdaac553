/**
 * What a figure measures: a concept and its dimensions. Two figures with the same key are two disclosures of one
 * quantity, so most ties between tables, and between narrative and tables, follow from equal keys.
 *
 * A dimension that is absent has its default: period = the fiscal year, stage = final accounts, measure = amount (or
 * count, for concepts that count), no restriction to a fund, class, object or nature.
 */
export interface Dimensions {
  /** `previous`: 上年, the year before the fiscal year. */
  readonly period?: "previous";
  /** `original-budget` 年初预算, `adjusted-budget` 调整预算（全年预算）, `budget` 预算 where the document does not say which. */
  readonly stage?: "budget" | "original-budget" | "adjusted-budget";
  /** `appropriation` 财政拨款 is the sum of the other three: 一般公共预算, 政府性基金预算, 国有资本经营预算. */
  readonly fund?: "appropriation" | "general" | "government-fund" | "state-capital";
  /** Revenue other than appropriation: 上级补助收入, 事业收入, 经营收入, 附属单位上缴收入, 其他收入. */
  readonly source?: "superior-subsidy" | "institutional" | "operating" | "subordinate" | "other";
  /** 功能分类: the code (201, 20106, 2010601); or the names joined by "/" where no code is known. */
  readonly functional?: string;
  /** 部门预算支出经济分类: the code (301, 30101); or the name where no code is known. */
  readonly economic?: string;
  /** 基本支出, 项目支出, 上缴上级支出, 经营支出, 对附属单位补助支出. */
  readonly nature?: "basic" | "project" | "superior-payment" | "operating" | "subordinate-subsidy";
  /** 人员经费, 公用经费. */
  readonly group?: "personnel" | "public";
  /** The part of a concept, from that concept's own list (see concepts.ts). */
  readonly item?: string;
  /** A free label as printed, for facts of annexes that no list foresees: an output, a project. */
  readonly label?: string;
  /** A performance indicator (绩效指标) of the project that `label` names: the deepest level printed, 三级指标 as a rule. */
  readonly indicator?: string;
  /** The place in an itemised list, from 1. */
  readonly ordinal?: number;
  readonly measure?: Measure;
  /** For a share: the key of the whole, without measure. */
  readonly of?: string;
}

/**
 * `change` 增减额 and `growth` 增减率 are against last year unless `stage` of the comparison says otherwise;
 * `completion` 完成预算的百分比; `share` 占比; `score` 得分; `rate` any other percentage; `average` 平均数: what of it falls to each
 * (人均, 车均, 批均), the word for which is in `label`.
 */
export type Measure = "share" | "change" | "growth" | "completion" | "count" | "score" | "rate" | "average";

export interface ConceptKey {
  readonly concept: string;
  readonly dimensions: Dimensions;
}

/** The dimensions in the order in which canonical keys have them. */
export const DIMENSIONS: readonly (keyof Dimensions)[] = [
  "period",
  "stage",
  "fund",
  "source",
  "functional",
  "economic",
  "nature",
  "group",
  "item",
  "label",
  "indicator",
  "ordinal",
  "measure",
  "of",
];

/**
 * The canonical text of a key: `expenditure{fund=general,functional=2080505,nature=basic}`.
 *
 * @example keyText("revenue", { fund: "general" }) // "revenue{fund=general}"
 */
export function keyText(concept: string, dimensions: Dimensions = {}): string {
  // Called for every figure many times over: joined as it goes, without a list.
  let text = "";
  for (const name of DIMENSIONS) {
    const value = dimensions[name];
    if (value !== undefined) text += text === "" ? `${name}=${value}` : `,${name}=${value}`;
  }
  return text === "" ? concept : `${concept}{${text}}`;
}
