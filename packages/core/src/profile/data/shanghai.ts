import { section, tables } from "../declare.ts";
import type { Profile, ProfileElement } from "../profile.ts";

const VEHICLE_BOUGHT =
  "(?:新购|购置|购买|采购|更新)[^。；]{0,12}[一两二三四五六七八九十\\d]+辆|(?:未|没有|无)(?:新增|新购|购置|购买|更新|发生)[^。；]{0,6}公务用车";

/** What the template has the sections state. Without “three public” expenses one sentence stands for all of it. */
const ELEMENTS: readonly ProfileElement[] = [
  {
    section: "three-public",
    states: [{ zh: "因公出国（境）费", en: "overseas travel", keys: ["three-public{item=overseas}"] }],
    severity: "warning",
  },
  {
    section: "three-public",
    states: [
      { zh: "因公出国（境）团组数", en: "missions abroad", keys: ["missions"] },
      { zh: "因公出国（境）人次", en: "persons on missions", keys: ["mission-persons"] },
    ],
    of: "three-public{item=overseas}",
    severity: "warning",
  },
  {
    section: "three-public",
    states: [
      {
        zh: "公务用车购置费",
        en: "the purchase of official vehicles",
        keys: ["three-public{item=vehicle-purchase}"],
        words: "(?:未|没有|无)(?:新增|新购|购置|购买|更新|发生)[^。；]{0,6}公务用车",
      },
      {
        zh: "公务用车运行维护费",
        en: "the running of official vehicles",
        keys: ["three-public{item=vehicle-running}"],
      },
    ],
    of: "three-public{item=vehicles}",
    severity: "warning",
  },
  {
    section: "three-public",
    states: [
      {
        zh: "公务用车购置数量",
        en: "the number of vehicles bought",
        keys: ["vehicles-bought"],
        words: VEHICLE_BOUGHT,
      },
    ],
    onlyWith: "three-public{item=vehicle-purchase}",
    severity: "warning",
  },
  {
    section: "three-public",
    states: [{ zh: "公务用车保有量", en: "the official vehicles held", keys: ["vehicles-held"] }],
    of: "three-public{item=vehicles}",
    severity: "warning",
  },
  {
    section: "three-public",
    states: [{ zh: "公务接待费", en: "receptions", keys: ["three-public{item=receptions}"] }],
    severity: "warning",
  },
  {
    section: "three-public",
    states: [
      {
        zh: "国内公务接待批次",
        en: "the batches of domestic receptions",
        keys: ["reception-batches", "reception-batches{item=domestic}"],
      },
      {
        zh: "国内公务接待人次",
        en: "the persons received",
        keys: ["reception-persons", "reception-persons{item=domestic}"],
      },
    ],
    of: "three-public{item=receptions}",
    besides: ["reception-batches{item=foreign}", "reception-persons{item=foreign}"],
    severity: "warning",
  },
  {
    section: "performance",
    states: [
      ["编报绩效目标的项目数", "projects with targets", "performance-projects{item=targets}"],
      ["编报绩效目标的金额", "the amount with targets", "performance-amount{item=targets}"],
      ["绩效跟踪的项目数", "projects monitored", "performance-projects{item=monitoring}"],
      ["绩效跟踪的金额", "the amount monitored", "performance-amount{item=monitoring}"],
      ["绩效自评的金额", "the amount evaluated", "performance-amount{item=self-evaluation}"],
      ["平均得分", "the mean score", "performance-score{label=项目平均}", "performance-score"],
    ].map(([zh, en, ...keys]) => ({ zh: zh!, en: en!, keys })),
    onlyWith: "performance-projects{item=self-evaluation}",
    severity: "info",
  },
  {
    section: "performance",
    states: [
      ["评级为“良”的项目数", "projects rated good", "performance-projects{item=good}"],
      ["评级为“合格”的项目数", "projects rated pass", "performance-projects{item=pass}"],
      ["评级为“不合格”的项目数", "projects rated fail", "performance-projects{item=fail}"],
      ["绩效自评发现的问题数", "the issues found", "performance-issues"],
    ].map(([zh, en, key]) => ({ zh: zh!, en: en!, keys: [key!] })),
    onlyWith: "performance-projects{item=excellent}",
    severity: "info",
  },
  {
    section: "procurement",
    states: [
      ["货物采购金额", "goods", "goods"],
      ["工程采购金额", "works", "works"],
      ["服务采购金额", "services", "services"],
    ].map(([zh, en, item]) => ({ zh: zh!, en: en!, keys: [`procurement{item=${item!}}`] })),
    onlyWith: "procurement",
    severity: "info",
  },
  {
    section: "state-assets",
    states: [
      ["车辆数", "vehicles", "state-vehicles"],
      ["单价100万元（含）以上设备数", "large equipment", "large-equipment"],
    ].map(([zh, en, key]) => ({ zh: zh!, en: en!, keys: [key!] })),
    severity: "info",
  },
];

export const SHANGHAI: Profile = {
  id: "shanghai",
  zh: "上海市部门决算公开格式（九张表，在说明之前）",
  en: "Shanghai: nine tables, before the narrative",
  division: "31",
  places: [
    "上海",
    "黄浦区",
    "徐汇区",
    "长宁区",
    "静安区",
    "普陀区",
    "虹口区",
    "杨浦区",
    "闵行区",
    "宝山区",
    "嘉定区",
    "浦东新区",
    "金山区",
    "松江区",
    "青浦区",
    "奉贤区",
    "崇明区",
  ],
  from: 2020,
  parts: [
    { id: "overview", titles: ["概况", "部门概况", "单位概况"] },
    { id: "tables", titles: ["部门决算表", "单位决算表", "决算表"] },
    { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明", "决算情况说明"] },
    { id: "glossary", titles: ["名词解释"] },
  ],
  sections: [
    section("overview", "responsibilities", "主要职能", "主要职责"),
    section("overview", "institutions", "部门决算单位构成", "机构设置"),
    section("narrative", "totals"),
    section("narrative", "revenue"),
    section("narrative", "expenditure"),
    section("narrative", "appropriation-totals"),
    section("narrative", "general-expenditure"),
    section("narrative", "general-expenditure.total"),
    section("narrative", "general-expenditure.structure"),
    section("narrative", "general-expenditure.items"),
    section("narrative", "basic-expenditure"),
    section("narrative", "three-public"),
    section("narrative", "three-public.total"),
    section("narrative", "three-public.detail"),
    section("narrative", "government-fund"),
    section("narrative", "state-capital"),
    section("narrative", "performance"),
    section("narrative", "other-matters", "其他重要事项说明", "其他重要事项的情况说明"),
    section("narrative", "operating-costs"),
    section("narrative", "procurement"),
    section("narrative", "state-assets", "国有资产占有使用情况说明"),
    section("glossary", "glossary"),
  ],
  tables: tables(
    ["revenue-and-expenditure"],
    ["revenue"],
    ["expenditure"],
    ["appropriation"],
    ["general-expenditure"],
    ["basic-expenditure"],
    ["three-public", "财政拨款“三公”经费支出决算表", "一般公共预算财政拨款“三公”经费支出决算表"],
    ["government-fund"],
    ["state-capital"],
  ),
  elements: ELEMENTS,
  basis: "上海市2024年度部门决算公开模板",
};
