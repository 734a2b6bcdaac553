import type { FixedRow, Sum, TableBlock, TableDeclaration } from "../declaration.ts";
import { AMOUNT } from "./columns.ts";
import { NAMES } from "./three-public-names.ts";
import { ASSET_ROWS, COUNT_ROWS, VEHICLES_OF_ALL_KINDS } from "./counts.ts";

const MONEY_ROWS: readonly FixedRow[] = [
  {
    id: "total",
    label: "支出合计",
    marker: "（一）",
    aliases: ["“三公”经费支出", "“三公”经费支出合计", "合计", "“三公”经费合计"],
  },
  // 一、“三公”经费支出 above （一）支出合计: dashes as a rule, the total once more where a document fills it in.
  {
    id: "whole",
    label: "“三公”经费支出总额",
    marker: "一、",
    aliases: ["“三公”经费支出", "“三公”经费"],
    owed: false,
  },
  {
    id: "overseas",
    label: "因公出国（境）费",
    marker: "1．",
    aliases: NAMES.overseas,
    dimensions: { item: "overseas" },
  },
  {
    id: "vehicles",
    label: "公务用车购置及运行维护费",
    marker: "2．",
    aliases: [...NAMES.vehicles, "公务用车购置及运行维护费支出"],
    dimensions: { item: "vehicles" },
  },
  {
    id: "vehicle-purchase",
    label: "公务用车购置费",
    marker: "（1）",
    aliases: NAMES.vehiclePurchase,
    dimensions: { item: "vehicle-purchase" },
  },
  {
    id: "vehicle-running",
    label: "公务用车运行维护费",
    marker: "（2）",
    aliases: NAMES.vehicleRunning,
    dimensions: { item: "vehicle-running" },
  },
  {
    id: "receptions",
    label: "公务接待费",
    marker: "3．",
    aliases: NAMES.receptions,
    dimensions: { item: "receptions" },
  },
  {
    id: "domestic-receptions",
    label: "国内接待费",
    marker: "（1）",
    aliases: ["国内公务接待费"],
    dimensions: { item: "domestic-receptions" },
  },
  {
    id: "foreign-guests",
    label: "其中：外事接待费",
    aliases: ["外事接待费"],
    dimensions: { item: "foreign-receptions" },
    parent: "domestic-receptions",
  },
  {
    id: "receptions-abroad",
    label: "国（境）外接待费",
    marker: "（2）",
    aliases: ["国（境）外公务接待费"],
    dimensions: { item: "receptions", label: "国（境）外接待费" },
  },
];

/** Chongqing prints what the other forms of it leave out. */
const MEETING_ROWS: readonly FixedRow[] = [
  { id: "meetings", label: "会议费", marker: "二、", dimensions: { item: "meetings" }, owed: false },
  { id: "training", label: "培训费", marker: "三、", dimensions: { item: "training" }, owed: false },
];

const OPERATING_ROWS: readonly FixedRow[] = [
  { id: "operating-costs", label: "机关运行经费", marker: "二、", concept: "operating-costs", heads: true },
  {
    id: "operating-costs.administrative",
    label: "行政单位",
    marker: "（一）",
    concept: "operating-costs",
    dimensions: { label: "行政单位" },
  },
  {
    id: "operating-costs.civil-service-managed",
    label: "参照公务员法管理事业单位",
    marker: "（二）",
    aliases: ["参照公务员法管理的事业单位"],
    concept: "operating-costs",
    dimensions: { label: "参照公务员法管理事业单位" },
  },
];

const PROCUREMENT_ROWS: readonly FixedRow[] = (
  [
    ["procurement", "政府采购支出合计", ["政府采购金额合计"], {}],
    ["procurement.goods", "政府采购货物支出", ["货物", "货物支出"], { item: "goods" }],
    ["procurement.works", "政府采购工程支出", ["工程", "工程支出"], { item: "works" }],
    ["procurement.services", "政府采购服务支出", ["服务", "服务支出"], { item: "services" }],
    ["procurement.sme", "政府采购授予中小企业合同金额", ["授予中小企业合同金额"], { item: "sme" }],
    ["procurement.micro", "授予小微企业合同金额", ["授予小微企业合同金额"], { item: "micro" }],
  ] as const
).map(([id, label, aliases, dimensions]) => ({ id, label, aliases, concept: "procurement", dimensions, owed: false }));

const SUMS: readonly Sum[] = [
  { total: "total", of: ["overseas", "vehicles", "receptions"] },
  { total: "vehicles", of: ["vehicle-purchase", "vehicle-running"] },
  { total: "receptions", of: ["domestic-receptions", "receptions-abroad"], requires: ["domestic-receptions"] },
  { total: "domestic-receptions", of: ["foreign-guests"], requires: ["foreign-guests"], relation: "parts" },
];

/** The money and the counts of the same form, set under the title of the “three public” expenses alone (Jiangxi). */
export const MONEY_AND_COUNTS: TableBlock = {
  id: "rows",
  columns: [AMOUNT],
  stages: ["adjusted-budget", "final"],
  rows: { kind: "fixed", heading: "项目", rows: [...MONEY_ROWS, ...COUNT_ROWS], sums: SUMS },
};

/** Yunnan: the three and the agency's operating costs as rows, with the counts behind them. */
export const THREE_PUBLIC_INFORMATION: TableDeclaration = {
  id: "three-public-information",
  titles: [
    "财政拨款“三公”经费、行政参公单位机关运行经费情况表",
    "“三公”经费、行政参公单位机关运行经费情况表",
    "财政拨款“三公”经费及机关运行经费情况表",
    "“三公”经费及机关运行经费情况表",
    "机构运行信息表",
    "部门决算相关信息统计表",
    "部门决算公开相关信息统计表",
    "机构运行经费支出、国有资产占用情况及政府采购支出信息表",
    "政府采购、机关运行经费及国有资产情况表",
    "“三公”经费等相关信息统计表",
    "“三公”经费及相关信息统计表",
    "政府采购、机关运行经费和国有资产占有使用情况表",
  ],
  en: "‘Three public’ expenses and agency operating costs",
  telling: true,
  concept: "three-public",
  nothing: "“三公”经费和机关运行经费支出",
  blocks: [
    {
      id: "rows",
      columns: [{ ...AMOUNT, aliases: [...(AMOUNT.aliases ?? []), "金额（万元）/数量", "金额/数量", "金额（数量）"] }],
      stages: ["original-budget", "adjusted-budget", "final"],
      repeats: true,
      rows: {
        kind: "fixed",
        heading: "项目",
        rows: [...MONEY_ROWS, ...COUNT_ROWS, ...MEETING_ROWS, ...OPERATING_ROWS, ...ASSET_ROWS, ...PROCUREMENT_ROWS],
        sums: [
          ...SUMS,
          {
            total: "operating-costs",
            of: ["operating-costs.administrative", "operating-costs.civil-service-managed"],
            requires: ["operating-costs.administrative"],
          },
          VEHICLES_OF_ALL_KINDS,
          {
            total: "procurement",
            of: ["procurement.goods", "procurement.works", "procurement.services"],
            requires: ["procurement.goods"],
          },
        ],
      },
    },
  ],
};

/** Yunnan: the same rows for the general budget alone. */
export const GENERAL_THREE_PUBLIC: TableDeclaration = {
  id: "general-three-public",
  titles: ["一般公共预算财政拨款“三公”经费情况表", "一般公共预算“三公”经费情况表"],
  en: "‘Three public’ expenses of the general public budget",
  concept: "three-public",
  dimensions: { fund: "general" },
  titleOnly: true,
  nothing: "一般公共预算财政拨款“三公”经费支出",
  blocks: [
    {
      id: "rows",
      columns: [AMOUNT],
      stages: ["original-budget", "adjusted-budget", "final"],
      rows: { kind: "fixed", heading: "项目", rows: [...MONEY_ROWS, ...COUNT_ROWS], sums: SUMS },
    },
  ],
};
