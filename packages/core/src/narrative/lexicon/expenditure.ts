import { REST, FUNDS } from "./flow-words.ts";
import { FINAL, type SubjectPhrase } from "./phrase.ts";

/** Phrases for what was spent, by its nature and by what it was for (基本支出、项目支出、人员经费). Behind the totals: the first that matches wins. */
export const EXPENDITURE: readonly SubjectPhrase[] = [
  // 使用政府性基金财政拨款安排的基本支出0万元
  ...FUNDS.flatMap(([words, fund]) =>
    (["basic", "project"] as const).map((nature): SubjectPhrase => ({
      pattern: `${words}(?:财政)?(?:拨款)?(?:安排)?(?:的)?${nature === "basic" ? "基本" : "项目"}支出${FINAL}`,
      concept: "expenditure",
      dimensions: { fund, nature },
    })),
  ),
  ...FUNDS.map(([words, fund]): SubjectPhrase => ({
    pattern: `${words}(?:当年)?(?:财政)?(?:拨款)?(?:本年|当年)?支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund },
  })),
  {
    pattern: `财政拨款基本支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "appropriation", nature: "basic" },
  },
  {
    pattern: `财政拨款项目支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "appropriation", nature: "project" },
  },
  // 若按资金来源划分，财政拨款安排205万元，由事业收入、其他收入安排的有244万元
  {
    pattern: "(?<=[，：；])财政拨款安排(?:的)?(?:支出|有|为)*(?=\\d)",
    concept: "expenditure",
    dimensions: { fund: "appropriation" },
    only: ["expenditure"],
  },
  {
    pattern: "(?<=[，：；])由(?!财政拨款)[^，。；\\d]{3,30}安排的?(?:支出|有|为)*(?=\\d)",
    concept: "expenditure",
    labelled: true,
    only: ["expenditure"],
  },
  // 其中：财政拨款安排的人员经费4409.41万元，公用经费756.12万元；事业收入安排的基本支出14.16万元
  ...(["人员", "公用"] as const).map((words): SubjectPhrase => ({
    pattern: `财政拨款安排的(?:日常)?${words}经费|(?<=财政拨款安排的[^，。；\\n]{2,6}\\d[\\d.,]*[万亿]?元[，、])(?:日常)?${words}经费`,
    concept: "expenditure",
    dimensions: { fund: "appropriation", nature: "basic", group: words === "人员" ? "personnel" : "public" },
  })),
  // 用于人员方面的支出500万元, 用于项目方面的支出200万元
  ...(["人员", "公用", "项目"] as const).map((words): SubjectPhrase => ({
    pattern: `(?:用于)?(?:${words}(?:经费)?)方面的?支出`,
    concept: "expenditure",
    ...(words === "项目"
      ? { dimensions: { nature: "project" }, inherit: "fund" }
      : { dimensions: { group: words === "人员" ? "personnel" : "public" }, inherit: "fund-and-nature" }),
  })),
  {
    pattern: "人员(?:经费|支出)(?:支出)?(?:决算)?(?:数)?",
    concept: "expenditure",
    dimensions: { group: "personnel" },
    inherit: "fund-and-nature",
  },
  {
    pattern: "(?:日常)?公用(?:经费|支出)(?:支出)?(?:决算)?(?:数)?",
    concept: "expenditure",
    dimensions: { group: "public" },
    inherit: "fund-and-nature",
  },
  { pattern: `基本支出${FINAL}`, concept: "expenditure", dimensions: { nature: "basic" }, inherit: "fund" },
  // 5.其他项目支出573万元: the last of a list of what projects cost.
  { pattern: `其他(?:类)?项目支出${FINAL}`, concept: "project-amount", labelled: true },
  {
    // 其中：基本建设类项目支出 is one kind of project expenditure.
    pattern: `基本建设(?:类)?项目(?:支出)?${FINAL}`,
    concept: "project-amount",
    dimensions: { label: "基本建设类项目支出" },
  },
  {
    pattern: `(?:项目支出|项目经费支出)${FINAL}`,
    concept: "expenditure",
    dimensions: { nature: "project" },
    inherit: "fund",
  },
  {
    // 上缴上级支出、经营支出、对附属单位补助支出共0.00元; 其他支出（对附属单位补助支出、上缴上级支出）
    pattern: `(?:${REST}、)+${REST}(?=共|合计)|其他支出（(?:${REST}、?)+）`,
    concept: "expenditure",
    dimensions: { label: "上缴上级、经营和对附属单位补助支出" },
  },
  { pattern: "上缴上级(?:单位)?(?:支出)?", concept: "expenditure", dimensions: { nature: "superior-payment" } },
  { pattern: "(?:事业单位)?经营支出", concept: "expenditure", dimensions: { nature: "operating" } },
  { pattern: "对附属单位补助(?:支出)?", concept: "expenditure", dimensions: { nature: "subordinate-subsidy" } },
  {
    pattern: `(?:当年|本年|年度|本年度)?财政拨款(?:本年)?支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "appropriation" },
  },
  {
    pattern: "(?:本年|本年度|当年|年度|全年)(?:度)?(?:实际)?支出(?:决算)?(?:合计|总计|数)?|支出(?:决算)?合计",
    concept: "expenditure",
    inherit: "fund",
  },
];
