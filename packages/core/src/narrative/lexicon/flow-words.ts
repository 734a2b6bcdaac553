import type { SectionId } from "../../facts/disclosure.ts";

// What several lists of phrases for receipts, disbursements and balances have in common.

export const CARRY =
  "(?:财政拨款)?(?:结转和结余|结转结余|结余和结转|结余结转|结转及结余|结转与结余|结转|结余)(?:资金)?";
export const REST = "(?:上缴上级|经营|对附属单位补助)支出";
/** The three budgets that appropriations come from, as words name them. */
export const FUNDS = [
  ["(?:一般公共|公共财政)(?:预算)?", "general"],
  ["政府性基金(?:预算)?", "government-fund"],
  ["国有资本经营(?:预算)?", "state-capital"],
] as const;
/** 收入总计1000万元，其中：年初结转和结余0万元: what was there in all, and not what came in. */
export const WITH_CARRY = "(?=为?\\d[\\d.,]*[万亿]?元[，（]其中[^。\\n\\d]{0,16}结[转余])";
/**
 * 收入决算450万元，其中：本年收入430万元，年初结转20万元 (or 占总收入95.6%): what came in this year is a part of it. Not
 * 支出合计490万元，其中：本年支出490万元。, where nothing that was carried over is told beside it.
 */
export const WITH_FLOW = (flow: string): string =>
  `(?=(?:共计|合计|为|共)?\\d[\\d.,]*[万亿]?元[，（；。]其中[，：]?(?:本年|当年)度?${flow}(?:决算|合计)?(?:数)?为?\\d(?:[\\d.,]*[万亿]?元，占总${flow}(?:的)?(?!100[.%])\\d|[^。\\n]{0,240}?结[转余]))`;
/** 其中财政拨款减少35万元: by how much a part of the total changed. */
export const CHANGED = "(?:增加|减少|增长|下降|上升|降低|压减)了?(?:约|近)?\\d";
/** Where 收入3200.5万元 and 支出3186.7万元 need no more words. */
export const TOLD_BARELY: readonly SectionId[] = [
  "government-fund",
  "state-capital",
  "totals",
  "revenue",
  "expenditure",
  "appropriation-totals",
];

/** 与上年决算数相比，收入增加23万元，主要原因是…。支出增加15万元: the sentence before has told by how much receipts changed. */
export const RECEIPTS_CHANGED =
  "[，；。\\n](?:财政拨款|本年|当年|本年度)?收入(?:总计|合计|决算)?(?:各|(?:较|比|与)[^，。；\\n]{2,16})?(?:增|减|下降)[^。\\n]{1,240}。";
