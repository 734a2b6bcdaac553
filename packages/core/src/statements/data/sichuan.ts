import type { StatementSet, Wording } from "../statement.ts";
import { againstLastYear, CHARTS, COMMON, NATURES, SOURCES_BY_FUND, THREE_PUBLIC_PARTS } from "./common.ts";

const BECAUSE: Wording = "主要变动原因是{reason}。";

const VEHICLES: Wording = [
  {
    each: {
      entries: [
        { name: "轿车", key: "vehicles-held{item=sedan}", always: true },
        { name: "越野车", key: "vehicles-held{item=off-road}", always: true },
        { name: "载客汽车", key: "vehicles-held{item=coach}", always: true },
      ],
    },
    text: "{name}{is @}辆",
    join: "、",
  },
];

/** 与上年持平, or what it changed by and why. */
const part = (subject: string, key: string): Wording => [
  {
    compare: key,
    against: "previous",
    changed: `${subject}支出决算比{last}年{change}。`,
    same: `${subject}支出决算与{last}年持平。`,
    because: "主要原因是{reason}。",
  },
];

const completion = (key: string): Wording => [{ when: { budgeted: key }, say: `，完成预算{completion ${key}}%` }];

/** 四川省部门决算公开编制模板 */
export const SICHUAN_STATEMENTS: StatementSet = {
  ...COMMON,
  cover: ["{year}年度", "{department}部门决算"],
  parts: { ...COMMON.parts, overview: "部门概况" },
  stage: "budget",
  rateDecimals: 1,
  itemMark: ". ",
  sections: {
    ...COMMON.sections,
    totals: [
      {
        text: [
          "{year}年度收、支总计均为{is total-receipts}万元。",
          againstLastYear("收、支总计", "total-receipts", "各", BECAUSE),
        ],
      },
      { chart: CHARTS.totals },
    ],
    revenue: [
      {
        text: [
          "{year}年本年收入合计{is revenue}万元，其中：",
          {
            each: { entries: SOURCES_BY_FUND, whole: "revenue" },
            text: "{name}{is @}万元，占{share @ of revenue}%",
            join: "；",
          },
          "。",
        ],
      },
      { chart: CHARTS.revenue },
    ],
    expenditure: [
      {
        text: [
          "{year}年本年支出合计{is expenditure}万元，其中：",
          {
            each: { entries: NATURES, whole: "expenditure" },
            text: "{name}{is @}万元，占{share @ of expenditure}%",
            join: "；",
          },
          "。",
        ],
      },
      { chart: CHARTS.expenditure },
    ],
    "appropriation-totals": [
      {
        text: [
          "{year}年财政拨款收、支总计均为{is total-receipts{fund=appropriation}}万元。",
          againstLastYear("财政拨款收、支总计", "total-receipts{fund=appropriation}", "各", BECAUSE),
        ],
      },
      { chart: CHARTS.appropriation },
    ],
    "general-expenditure.total": [
      {
        text: [
          "{year}年一般公共预算财政拨款支出{is expenditure{fund=general}}万元，占本年支出合计的{share expenditure{fund=general} of expenditure}%。",
          againstLastYear("一般公共预算财政拨款支出", "expenditure{fund=general}", "", BECAUSE),
        ],
      },
      { chart: CHARTS.general },
    ],
    "general-expenditure.structure": [
      {
        text: [
          "{year}年一般公共预算财政拨款支出{is expenditure{fund=general}}万元，主要用于以下方面：",
          {
            each: { classes: "general", whole: "expenditure{fund=general}" },
            text: "{name}{is @}万元，占{share @ of expenditure{fund=general}}%",
            join: "；",
          },
          "。",
        ],
      },
      { chart: CHARTS.structure },
    ],
    "general-expenditure.items": [
      {
        text: [
          "{year}年一般公共预算支出决算数为{is expenditure{fund=general}}万元",
          completion("expenditure{fund=general}"),
          "。其中：",
        ],
      },
      {
        paragraphs: { items: "general" },
        text: [
          "{number}{path}：支出决算为{is @}万元",
          completion("@"),
          "。",
          {
            compare: "@",
            against: "budget",
            changed: "",
            same: "",
            because: "决算数{than}预算数的主要原因是{reason}。",
          },
        ],
      },
    ],
    "basic-expenditure": [
      { text: "{year}年一般公共预算财政拨款基本支出{is expenditure{fund=general,nature=basic}}万元，其中：" },
      {
        text: "人员经费{is expenditure{fund=general,nature=basic,group=personnel}}万元，主要包括：{names personnel}等。",
      },
      { text: "公用经费{is expenditure{fund=general,nature=basic,group=public}}万元，主要包括：{names public}等。" },
    ],
    "three-public.total": [
      {
        text: [
          "{year}年度“三公”经费财政拨款支出决算为{is three-public}万元",
          completion("three-public"),
          {
            compare: "three-public",
            against: "previous",
            changed: "；较上年{change}。",
            same: "；与上年持平。",
            because: "主要原因是{reason}。",
          },
        ],
      },
    ],
    "three-public.detail": [
      {
        when: { some: "three-public" },
        text: [
          "{year}年度“三公”经费财政拨款支出决算中，",
          {
            each: { entries: THREE_PUBLIC_PARTS, whole: "three-public" },
            text: "{name}{is @}万元，占{share @ of three-public}%",
            join: "；",
          },
          "。具体情况如下：",
        ],
      },
      { chart: CHARTS.threePublic, when: { some: "three-public" } },
      {
        text: [
          "1. 因公出国（境）经费支出{is three-public{item=overseas}}万元",
          completion("three-public{item=overseas}"),
          "。全年安排因公出国（境）团组{is missions}个，出国（境）{is mission-persons}人。",
          part("因公出国（境）", "three-public{item=overseas}"),
        ],
      },
      {
        text: [
          "2. 公务用车购置及运行维护费支出{is three-public{item=vehicles}}万元",
          completion("three-public{item=vehicles}"),
          "。",
          part("公务用车购置及运行维护费", "three-public{item=vehicles}"),
        ],
      },
      {
        text: [
          "其中：公务用车购置费支出{is three-public{item=vehicle-purchase}}万元。全年按规定更新购置公务用车{is vehicles-bought}辆。截至{year}年12月底，本部门共有公务用车{is vehicles-held}辆，其中：",
          VEHICLES,
          "。",
        ],
      },
      {
        text: [
          "公务用车运行维护费支出{is three-public{item=vehicle-running}}万元。",
          {
            when: { some: "three-public{item=vehicle-running}" },
            say: "主要用于{ask use:three-public{item=vehicle-running}}。",
          },
        ],
      },
      {
        text: [
          "3. 公务接待费支出{is three-public{item=receptions}}万元",
          completion("three-public{item=receptions}"),
          "。",
          part("公务接待费", "three-public{item=receptions}"),
          "其中：",
        ],
      },
      {
        text: [
          "国内公务接待支出{is three-public{item=domestic-receptions}}万元。",
          {
            when: { some: "three-public{item=domestic-receptions}" },
            say: "主要用于{ask use:three-public{item=receptions}}。",
          },
          "国内公务接待{is reception-batches{item=domestic}}批次，{is reception-persons{item=domestic}}人次，共计支出{is three-public{item=domestic-receptions}}万元",
          { when: { answered: "receptions" }, say: "，具体内容包括：", otherwise: "。" },
        ],
      },
      { paragraphs: { receptions: true }, text: "（{number}）{name}{is @}万元；" },
      {
        text: "外事接待支出{is three-public{item=foreign-receptions}}万元。外事接待{is reception-batches{item=foreign}}批次，{is reception-persons{item=foreign}}人，共计支出{is three-public{item=foreign-receptions}}万元。",
      },
    ],
    "government-fund": [{ text: "{year}年政府性基金预算拨款支出{is expenditure{fund=government-fund}}万元。" }],
    "state-capital": [{ text: "{year}年国有资本经营预算拨款支出{is expenditure{fund=state-capital}}万元。" }],
    "operating-costs": [
      {
        text: [
          "{year}年，{department}机关运行经费支出{is operating-costs}万元，",
          {
            compare: "operating-costs",
            against: "previous",
            changed: "比{last}年{change}。",
            same: "与{last}年持平。",
            because: "主要原因是{reason}。",
          },
        ],
      },
    ],
    procurement: [
      {
        text: [
          "{year}年，{department}政府采购支出总额{is procurement}万元，其中：政府采购货物支出{is procurement{item=goods}}万元、政府采购工程支出{is procurement{item=works}}万元、政府采购服务支出{is procurement{item=services}}万元。授予中小企业合同金额{is procurement{item=sme}}万元",
          {
            when: { some: "procurement" },
            say: "，占政府采购支出总额的{share procurement{item=sme} of procurement}%",
          },
          "，其中：授予小微企业合同金额{is procurement{item=micro}}万元",
          {
            when: { some: "procurement" },
            say: "，占政府采购支出总额的{share procurement{item=micro} of procurement}%",
          },
          "。",
        ],
      },
    ],
    "state-assets": [
      {
        text: [
          "截至{year}年12月31日，{department}共有车辆{is state-vehicles}辆，其中：",
          {
            each: {
              entries: [
                { name: "主要领导干部用车", key: "state-vehicles{item=leaders}", always: true },
                { name: "机要通信用车", key: "state-vehicles{item=confidential}", always: true },
                { name: "应急保障用车", key: "state-vehicles{item=emergency}", always: true },
                { name: "执法执勤用车", key: "state-vehicles{item=enforcement}" },
                { name: "特种专业技术用车", key: "state-vehicles{item=special}" },
                { name: "离退休干部用车", key: "state-vehicles{item=retired}" },
                { name: "其他用车", key: "state-vehicles{item=other}", always: true },
              ],
            },
            text: "{name}{is @}辆",
            join: "、",
          },
          "。单价100万元（含）以上设备{is large-equipment}台（套）。",
        ],
      },
    ],
    performance: [
      {
        text: "根据预算绩效管理要求，本部门在{year}年度预算编制阶段，组织对{is performance-projects{item=pre-assessment}}个项目开展了预算事前绩效评估，对{is performance-projects{item=targets}}个项目编制了绩效目标，预算执行过程中，对{is performance-projects{item=monitoring}}个项目开展绩效监控。",
      },
      { text: "{ask performance}" },
    ],
  },
};
