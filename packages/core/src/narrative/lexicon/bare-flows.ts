import { TOLD_BARELY, RECEIPTS_CHANGED } from "./flow-words.ts";
import { type SubjectPhrase } from "./phrase.ts";

/** 收入 and 支出 without more words, which say what they are of by what stands around them. Behind all others. */
export const BARE_FLOWS: readonly SubjectPhrase[] = [
  // （一）收入757万元。其中：…；年初结转和结余35万元: all that there was, and not the year's.
  {
    pattern: "(?<=[）\\n])收入(?=\\d[\\d.,]*万?元[。，（]其中[^\\n]{0,160}?(?:年初|上年)结[转余])",
    concept: "total-receipts",
    only: ["totals"],
  },
  {
    pattern: "(?<=[）\\n])支出(?=\\d[\\d.,]*万?元[。，（]其中[^\\n]{0,160}?(?:年末结[转余]|结转下年))",
    concept: "total-disbursements",
    only: ["totals"],
  },
  // 本部门2022年度部门整体支出33574万元，其中人员经费…
  {
    pattern: "(?:部门|单位)整体支出(?:决算)?(?:为|共)?(?=\\d[\\d.,]*万?元[，（：])",
    concept: "expenditure",
    only: ["performance", "annex"],
  },
  // 其中：医疗收入19380万元 is a kind of revenue, not all of it.
  {
    pattern:
      "(?<!医疗|科教|补助|处置|门票|保险|广告|门诊|急诊|住院|药品|利息|租金|租赁|房租|培训|学费|捐赠|科研|教学|教育|检查|化验|投资|食堂|服务|收费|非税|税收|资金|专项)收入(?:决算)?(?:数)?(?=为?\\d)",
    concept: "revenue",
    inherit: "fund",
    only: TOLD_BARELY,
  },
  {
    // 其他普通教育支出6万元 is one account, and not all that was spent.
    pattern:
      "(?<!其他[一-龥]{2,12}|福利|服务|补助|利息|赔偿|转移|资本性|建设|购置|捐赠|物资)支出(?:收入|决算)?(?:数)?(?=为?\\d)",
    concept: "expenditure",
    inherit: "fund",
    only: TOLD_BARELY,
  },
  {
    pattern:
      "(?<=[，；]|总计\\d[\\d.,]*万?元。[^。；，\\n\\d]{0,4}(?:\\d{4}年度?)?[^。；，\\n\\d]{0,6}相比)收入(?=(?:各)?(?:增|减|下降))",
    concept: "total-receipts",
    inherit: "fund",
    only: ["totals", "appropriation-totals"],
  },
  {
    pattern: `(?<=[，；]|${RECEIPTS_CHANGED})支出(?=(?:各)?(?:增|减|下降))`,
    concept: "total-disbursements",
    inherit: "fund",
    only: ["totals", "appropriation-totals"],
  },
  // 彩票公益金支出60万元，…。支出比上年增加75.26万元: of all that the fund spent, and not of the item told last.
  {
    pattern: "(?<=[。\\n])(?:本年|全年)?支出(?=(?:比|较|与|同)(?:上年|去年|20\\d{2}年))",
    concept: "expenditure",
    inherit: "fund",
    only: ["government-fund", "state-capital"],
  },
  // 政府性基金预算财政拨款收入208万元，支出206.8万元，与2022年度相比，收入增加32万元，支出增加27.8万元
  {
    pattern: "(?<=[，；])(?:本年)?收入(?=(?:各)?(?:增|减|下降))",
    concept: "revenue",
    inherit: "fund",
    only: ["government-fund", "state-capital"],
  },
  {
    pattern: `(?<=[，；]|${RECEIPTS_CHANGED})(?:本年)?支出(?=(?:各)?(?:增|减|下降))`,
    concept: "expenditure",
    inherit: "fund",
    only: ["government-fund", "state-capital"],
  },
  // 收入总计586万元，支出总计586万元。收入较上年523万元增加63万元…；支出较上年523万元增加63万元
  {
    pattern: "(?<=总计\\d[\\d.,]*万?元。)收入(?=较|比|与)",
    concept: "total-receipts",
    only: ["totals"],
  },
  {
    pattern: "(?<=总计\\d[\\d.,]*万?元。收入(?:较|比|与)[^。\\n]{4,80}[；，])支出(?=较|比|与)",
    concept: "total-disbursements",
    only: ["totals"],
  },
  // 政府性基金预算财政拨款收入64.6万元，支出56万元，年末结转8.6万元: under any heading.
  {
    pattern: "(?<=(?:预算|拨款|部门|单位)收入\\d[\\d.,]*万?元，)支出(?=\\d)",
    concept: "expenditure",
    inherit: "fund",
  },
  // 2016年部门收入564万元，支出523万元，比上年收入增加50.8%，支出比上年增加42.5%: under a heading that names no section.
  { pattern: "(?<=[年度，。；\\n])(?:部门|单位)收入(?=为?\\d[\\d.,]*万?元，支出)", concept: "revenue" },
  ...(["收入", "支出"] as const).map((words): SubjectPhrase => ({
    pattern: `(?<=[比较](?:上年|去年)度?)${words}(?=(?:增加|减少|增长|下降|上升|降低)了?\\d)`,
    concept: words === "收入" ? "revenue" : "expenditure",
    inherit: "fund",
    only: TOLD_BARELY,
  })),
  { pattern: "(?<=[，；。\\n])支出(?=完成|较|比|与|年初预算)", concept: "expenditure", inherit: "fund" },
  { pattern: "(?<=[，；。\\n])收入(?=完成|较|比|与)", concept: "revenue", inherit: "fund" },
];
