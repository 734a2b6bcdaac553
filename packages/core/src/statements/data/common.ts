import type { Chart, Compare, Entry, SectionStatement, StatementSet, Wording } from "../statement.ts";
import { GLOSSARY } from "./glossary.ts";

// What all forms say in one way. A form's own file says what it says in another.

const OTHER_SOURCES: readonly Entry[] = [
  { name: "上级补助收入", key: "revenue{source=superior-subsidy}" },
  { name: "事业收入", key: "revenue{source=institutional}" },
  { name: "经营收入", key: "revenue{source=operating}" },
  { name: "附属单位上缴收入", key: "revenue{source=subordinate}" },
  { name: "其他收入", key: "revenue{source=other}" },
];

/** 财政拨款收入 in one sum. */
export const SOURCES: readonly Entry[] = [
  { name: "财政拨款收入", key: "revenue{fund=appropriation}", always: true },
  ...OTHER_SOURCES,
];

/** Each fund for itself. */
export const SOURCES_BY_FUND: readonly Entry[] = [
  { name: "一般公共预算财政拨款收入", key: "revenue{fund=general}", always: true },
  { name: "政府性基金预算财政拨款收入", key: "revenue{fund=government-fund}" },
  { name: "国有资本经营预算财政拨款收入", key: "revenue{fund=state-capital}" },
  ...OTHER_SOURCES,
];

export const NATURES: readonly Entry[] = [
  { name: "基本支出", key: "expenditure{nature=basic}", always: true },
  { name: "项目支出", key: "expenditure{nature=project}", always: true },
  { name: "上缴上级支出", key: "expenditure{nature=superior-payment}" },
  { name: "经营支出", key: "expenditure{nature=operating}" },
  { name: "对附属单位补助支出", key: "expenditure{nature=subordinate-subsidy}" },
];

export const THREE_PUBLIC_PARTS: readonly Entry[] = [
  { name: "因公出国（境）费支出决算", key: "three-public{item=overseas}", always: true },
  { name: "公务用车购置及运行维护费支出决算", key: "three-public{item=vehicles}", always: true },
  { name: "公务接待费支出决算", key: "three-public{item=receptions}", always: true },
];

/** The seven charts that Sichuan's form prescribes; others may print them too. */
export const CHARTS = {
  totals: {
    id: "totals",
    title: "收、支决算总计变动情况图",
    shows: { years: "total-receipts", name: "收、支总计" },
  },
  revenue: { id: "revenue", title: "收入决算结构图", shows: { parts: { entries: SOURCES_BY_FUND, whole: "revenue" } } },
  expenditure: {
    id: "expenditure",
    title: "支出决算结构图",
    shows: { parts: { entries: NATURES, whole: "expenditure" } },
  },
  appropriation: {
    id: "appropriation",
    title: "财政拨款收、支决算总计变动情况图",
    shows: { years: "total-receipts{fund=appropriation}", name: "财政拨款收、支总计" },
  },
  general: {
    id: "general",
    title: "一般公共预算财政拨款支出决算变动情况图",
    shows: { years: "expenditure{fund=general}", name: "一般公共预算财政拨款支出" },
  },
  structure: {
    id: "structure",
    title: "一般公共预算财政拨款支出决算结构图",
    shows: { parts: { classes: "general", whole: "expenditure{fund=general}" } },
  },
  threePublic: {
    id: "three-public",
    title: "“三公”经费财政拨款支出结构图",
    shows: { parts: { entries: THREE_PUBLIC_PARTS, whole: "three-public" } },
  },
} as const satisfies Record<string, Chart>;

export const BECAUSE: Wording = "主要原因：{reason}。";

/** 与上年度相比，{subject}增加…万元，增长…%。主要原因：…。 */
export function againstLastYear(subject: string, key: string, each = "", because: Wording = BECAUSE): Compare {
  return {
    compare: key,
    against: "previous",
    changed: `与{last}年度相比，${subject}${each}{change}。`,
    same: `与{last}年度相比，${subject}持平。`,
    because,
  };
}

/** 决算数大于预算数的主要原因：…。 */
export function againstBudget(key: string, subject = ""): Compare {
  return {
    compare: key,
    against: "budget",
    changed: "",
    same: `${subject}决算数与预算数持平。`,
    because: `${subject}决算数{than}预算数的主要原因：{reason}。`,
  };
}

const parts = (wording: Wording): SectionStatement => ({ text: wording });

const GENERAL_TOTAL: readonly SectionStatement[] = [
  parts([
    "一般公共预算财政拨款支出{is expenditure{fund=general}}万元，占本年支出合计的{share expenditure{fund=general} of expenditure}%。",
    againstLastYear("一般公共预算财政拨款支出", "expenditure{fund=general}"),
  ]),
];

const GENERAL_STRUCTURE: readonly SectionStatement[] = [
  parts([
    "一般公共预算财政拨款支出{is expenditure{fund=general}}万元，主要用于以下方面：",
    {
      each: { classes: "general", whole: "expenditure{fund=general}" },
      text: "{name}（类）{is @}万元，占{share @ of expenditure{fund=general}}%",
      join: "；",
    },
    "。",
  ]),
];

/** 支出项目: what it was for, its budget, what was spent, and why the two differ. */
function itemStatement(fund: "general" | "government-fund" | "state-capital"): SectionStatement {
  return {
    paragraphs: { items: fund },
    text: [
      `{number}{path}。主要用于：{ask use:@}。年初预算为{is expenditure{stage=original-budget,fund=${fund},functional=*}}万元，支出决算为{is @}万元。`,
      againstBudget("@"),
    ],
  };
}

const GENERAL_ITEMS: readonly SectionStatement[] = [
  parts([
    "一般公共预算财政拨款支出年初预算为{is expenditure{stage=original-budget,fund=general}}万元，支出决算为{is expenditure{fund=general}}万元",
    {
      when: { budgeted: "expenditure{fund=general}" },
      say: "，完成年初预算的{completion expenditure{fund=general}}%",
    },
    "。",
    againstBudget("expenditure{fund=general}"),
    "其中：",
  ]),
  itemStatement("general"),
];

const THREE_PUBLIC_TOTAL: readonly SectionStatement[] = [
  parts([
    "“三公”经费财政拨款支出年初预算为{is three-public{stage=original-budget}}万元，支出决算为{is three-public}万元",
    { when: { budgeted: "three-public" }, say: "，完成年初预算的{completion three-public}%" },
    "，其中：",
    {
      each: {
        entries: [
          { name: "因公出国（境）费决算", key: "three-public{item=overseas}", always: true },
          { name: "公务用车购置及运行维护费支出决算", key: "three-public{item=vehicles}", always: true },
          { name: "公务接待费支出决算", key: "three-public{item=receptions}", always: true },
        ],
      },
      text: ["{name}为{is @}万元", { when: { budgeted: "@" }, say: "，完成年初预算的{completion @}%" }],
      join: "；",
    },
    "。",
    againstBudget("three-public", "{year}年度“三公”经费支出"),
  ]),
  parts([
    {
      compare: "three-public",
      against: "previous",
      changed: "{year}年度“三公”经费财政拨款支出决算数比{last}年度{change}。",
      same: "{year}年度“三公”经费财政拨款支出决算数与{last}年度持平。",
    },
    "其中：",
    {
      each: { entries: THREE_PUBLIC_PARTS },
      text: [{ compare: "@", against: "previous", changed: "{name}{change}", same: "{name}持平" }],
      join: "；",
    },
    "。",
    {
      compare: "three-public",
      against: "previous",
      changed: "",
      same: "",
      because: "变动的主要原因是{reason}。",
    },
  ]),
];

const THREE_PUBLIC_DETAIL: readonly SectionStatement[] = [
  {
    when: { none: "three-public" },
    text: "{department}{year}年度无“三公”经费财政拨款支出。",
  },
  {
    when: { some: "three-public" },
    text: [
      "“三公”经费财政拨款支出决算中，",
      {
        each: { entries: THREE_PUBLIC_PARTS, whole: "three-public" },
        text: "{name}{is @}万元，占{share @ of three-public}%",
        join: "；",
      },
      "。具体情况如下：",
    ],
  },
  {
    when: { some: "three-public" },
    text: "1、因公出国（境）费支出{is three-public{item=overseas}}万元。全年安排因公出国（境）团组{is missions}个、累计{is mission-persons}人次。",
  },
  {
    when: { some: "three-public" },
    text: [
      "2、公务用车购置及运行维护费支出{is three-public{item=vehicles}}万元。其中：公务用车购置支出为{is three-public{item=vehicle-purchase}}万元，更新购置公务用车{is vehicles-bought}辆。公务用车运行维护支出{is three-public{item=vehicle-running}}万元。",
      {
        when: { some: "three-public{item=vehicle-running}" },
        say: "主要用于{ask use:three-public{item=vehicle-running}}。",
      },
      "{year}年末，公务用车保有量为{is vehicles-held}辆。",
    ],
  },
  {
    when: { some: "three-public" },
    text: [
      "3、公务接待费支出{is three-public{item=receptions}}万元。",
      {
        when: { some: "three-public{item=receptions}" },
        say: "主要用于{ask use:three-public{item=receptions}}，",
      },
      "国内公务接待{is reception-batches{item=domestic}}批次、{is reception-persons{item=domestic}}人次，外事接待{is reception-batches{item=foreign}}批次、{is reception-persons{item=foreign}}人次。",
    ],
  },
];

const fundSection = (fund: "government-fund" | "state-capital", name: string): readonly SectionStatement[] => [
  {
    when: { none: `expenditure{fund=${fund}}` },
    text: `{department}{year}年度无${name}财政拨款收入和支出。`,
  },
  {
    when: { some: `expenditure{fund=${fund}}` },
    text: `${name}财政拨款收入{is revenue{fund=${fund}}}万元，支出{is expenditure{fund=${fund}}}万元，支出具体情况如下：`,
  },
  { ...itemStatement(fund), when: { some: `expenditure{fund=${fund}}` } },
];

/** The wording of the national form; where a form says nothing of its own, it says this. */
export const COMMON: StatementSet = {
  cover: ["{department}", "{year}年度部门决算"],
  parts: {
    overview: "{department}概况",
    tables: "{year}年度部门决算表",
    narrative: "{year}年度部门决算情况说明",
    glossary: "名词解释",
    annexes: "附件",
    "appended-tables": "附表",
  },
  rateDecimals: 2,
  stage: "original-budget",
  reasonFrom: 0,
  itemMark: "、",
  glossary: GLOSSARY,
  sections: {
    responsibilities: [{ text: "{ask responsibilities}" }],
    institutions: [{ text: "{ask institutions}" }],
    totals: [
      parts(["{year}年度收入支出总计{is total-receipts}万元。", againstLastYear("收入支出总计", "total-receipts")]),
      { chart: CHARTS.totals },
    ],
    revenue: [
      parts([
        "本年收入合计{is revenue}万元，其中：",
        {
          each: { entries: SOURCES, whole: "revenue" },
          text: "{name}{is @}万元，占{share @ of revenue}%",
          join: "；",
        },
        "。",
      ]),
      { chart: CHARTS.revenue },
    ],
    expenditure: [
      parts([
        "本年支出合计{is expenditure}万元，其中：",
        {
          each: { entries: NATURES, whole: "expenditure" },
          text: "{name}{is @}万元，占{share @ of expenditure}%",
          join: "；",
        },
        "。",
      ]),
      { chart: CHARTS.expenditure },
    ],
    "appropriation-totals": [
      parts([
        "{year}年度财政拨款收入支出总计{is total-receipts{fund=appropriation}}万元。",
        againstLastYear("财政拨款收入支出总计", "total-receipts{fund=appropriation}"),
      ]),
      { chart: CHARTS.appropriation },
    ],
    "general-expenditure": [
      ...GENERAL_TOTAL,
      { chart: CHARTS.general },
      ...GENERAL_STRUCTURE,
      { chart: CHARTS.structure },
      ...GENERAL_ITEMS,
    ],
    "general-expenditure.total": [...GENERAL_TOTAL, { chart: CHARTS.general }],
    "general-expenditure.structure": [...GENERAL_STRUCTURE, { chart: CHARTS.structure }],
    "general-expenditure.items": GENERAL_ITEMS,
    "basic-expenditure": [
      parts(
        "一般公共预算财政拨款基本支出{is expenditure{fund=general,nature=basic}}万元。其中：人员经费{is expenditure{fund=general,nature=basic,group=personnel}}万元，主要包括：{names personnel}；公用经费{is expenditure{fund=general,nature=basic,group=public}}万元，主要包括：{names public}。",
      ),
    ],
    "three-public": [
      ...THREE_PUBLIC_TOTAL,
      ...THREE_PUBLIC_DETAIL,
      { chart: CHARTS.threePublic, when: { some: "three-public" } },
    ],
    "three-public.total": THREE_PUBLIC_TOTAL,
    "three-public.detail": [...THREE_PUBLIC_DETAIL, { chart: CHARTS.threePublic, when: { some: "three-public" } }],
    "government-fund": fundSection("government-fund", "政府性基金预算"),
    "state-capital": fundSection("state-capital", "国有资本经营预算"),
    "operating-costs": [
      parts([
        "机关运行经费支出{is operating-costs}万元，",
        {
          compare: "operating-costs",
          against: "previous",
          changed: "比{last}年度{change}。",
          same: "与{last}年度持平。",
          because: BECAUSE,
        },
      ]),
    ],
    procurement: [
      parts(
        "{department}{year}年度政府采购支出总额{is procurement}万元，其中：政府采购货物支出{is procurement{item=goods}}万元、政府采购工程支出{is procurement{item=works}}万元、政府采购服务支出{is procurement{item=services}}万元。",
      ),
    ],
    "state-assets": [
      parts([
        "截至{year}年12月31日，{department}共有车辆{is state-vehicles}辆",
        {
          when: { some: "state-vehicles" },
          say: [
            "，其中：",
            {
              each: {
                entries: [
                  { name: "副部（省）级及以上领导用车", key: "state-vehicles{item=deputy-minister}" },
                  { name: "部级领导干部用车", key: "state-vehicles{item=minister}" },
                  { name: "主要领导干部用车", key: "state-vehicles{item=leaders}" },
                  { name: "机要通信用车", key: "state-vehicles{item=confidential}" },
                  { name: "应急保障用车", key: "state-vehicles{item=emergency}" },
                  { name: "执法执勤用车", key: "state-vehicles{item=enforcement}" },
                  { name: "特种专业技术用车", key: "state-vehicles{item=special}" },
                  { name: "离退休干部用车", key: "state-vehicles{item=retired}" },
                  { name: "其他用车", key: "state-vehicles{item=other}" },
                ],
              },
              text: "{name}{is @}辆",
              join: "、",
            },
          ],
        },
        "。单价100万元（含）以上设备（不含车辆）{is large-equipment}台（套）。",
      ]),
    ],
    performance: [{ text: "{ask performance}" }],
  },
};
