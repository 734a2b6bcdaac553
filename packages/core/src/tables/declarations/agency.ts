import type { TableBlock, TableDeclaration } from "../declaration.ts";
import { ECONOMIC_ROWS } from "./axes.ts";
import { AMOUNT } from "./columns.ts";

/** 机关运行经费 by object, as Jiangsu and others print it. */
export const OPERATING_COSTS: TableDeclaration = {
  id: "operating-costs",
  titles: [
    "机关运行经费支出决算表",
    "机关运行经费支出决算明细表",
    "一般公共预算机关运行经费支出决算表",
    "一般公共预算财政拨款机关运行经费支出决算表",
    "机关运行经费支出情况表",
    "机关运行经费决算表",
    "财政拨款机关运行经费支出决算表",
  ],
  en: "Operating costs of the agency by object",
  concept: "operating-costs",
  nothing: "机关运行经费支出",
  titleOnly: true,
  blocks: [
    {
      id: "rows",
      rows: { ...ECONOMIC_ROWS, codes: "joined" },
      columns: [
        {
          ...AMOUNT,
          aliases: [...(AMOUNT.aliases ?? []), "机关运行经费支出决算", "机关运行经费支出", "机关运行经费", "合计"],
        },
      ],
    },
  ],
};

/** Beijing: what was bought, by kind across and by the money that paid for it down. */
const KINDS_BY_FUND: TableBlock = {
  id: "rows",
  titleOnly: true,
  rows: {
    kind: "fixed",
    heading: "项目",
    rows: [
      { id: "total", label: "合计" },
      {
        id: "general",
        label: "一般公共预算财政拨款",
        aliases: ["一般公共预算", "一般公共预算资金"],
        dimensions: { fund: "general" },
      },
      {
        id: "government-fund",
        label: "政府性基金预算财政拨款",
        aliases: ["政府性基金预算", "政府性基金", "政府性基金预算资金"],
        dimensions: { fund: "government-fund" },
      },
      {
        id: "state-capital",
        label: "国有资本经营预算财政拨款",
        aliases: ["国有资本经营预算", "国有资本经营预算资金"],
        dimensions: { fund: "state-capital" },
        owed: false,
      },
      { id: "other", label: "其他资金", aliases: ["其他", "非财政拨款资金"], dimensions: { source: "other" } },
    ],
    sums: [
      {
        total: "total",
        of: ["general", "government-fund", "state-capital", "other"],
        requires: ["general", "government-fund", "other"],
      },
    ],
  },
  columns: [
    { id: "amount", heading: ["合计"], aliases: ["采购支出合计", "政府采购支出合计"] },
    {
      id: "goods",
      heading: ["采购货物支出"],
      aliases: ["政府采购货物支出", "货物支出", "货物", "货物类"],
      dimensions: { item: "goods" },
    },
    {
      id: "works",
      heading: ["采购工程支出"],
      aliases: ["政府采购工程支出", "工程支出", "工程", "工程类"],
      dimensions: { item: "works" },
    },
    {
      id: "services",
      heading: ["采购服务支出"],
      aliases: ["政府采购服务支出", "服务支出", "服务", "服务类"],
      dimensions: { item: "services" },
    },
    // Beijing.
    {
      id: "sme",
      heading: ["授予中小企业合同金额"],
      aliases: ["其中：授予中小企业合同金额", "政府采购授予中小企业合同金额"],
      dimensions: { item: "sme" },
      owed: false,
    },
    {
      id: "micro",
      heading: ["授予小微企业合同金额"],
      aliases: ["其中：授予小微企业合同金额"],
      dimensions: { item: "micro" },
      owed: false,
    },
  ],
  sums: [{ total: "amount", of: ["goods", "works", "services"], requires: ["goods", "works", "services"] }],
};

/** 政府采购支出 by kind. */
export const PROCUREMENT: TableDeclaration = {
  id: "procurement",
  titles: ["政府采购支出决算表", "政府采购支出情况表", "政府采购支出表", "政府采购情况表"],
  en: "Government procurement",
  concept: "procurement",
  nothing: "政府采购支出",
  titleOnly: true,
  blocks: [
    {
      id: "rows",
      rows: {
        kind: "fixed",
        heading: "项目",
        rows: [
          {
            id: "total",
            label: "合计",
            aliases: ["政府采购支出合计", "政府采购支出", "政府采购支出总额", "政府采购金额"],
          },
          {
            id: "goods",
            label: "政府采购货物支出",
            aliases: ["货物", "货物支出", "货物类", "采购货物支出"],
            dimensions: { item: "goods" },
          },
          {
            id: "works",
            label: "政府采购工程支出",
            aliases: ["工程", "工程支出", "工程类", "采购工程支出"],
            dimensions: { item: "works" },
          },
          {
            id: "services",
            label: "政府采购服务支出",
            aliases: ["服务", "服务支出", "服务类", "采购服务支出"],
            dimensions: { item: "services" },
          },
          {
            id: "sme",
            label: "授予中小企业合同金额",
            aliases: ["政府采购授予中小企业合同金额"],
            dimensions: { item: "sme" },
            owed: false,
          },
          {
            id: "micro",
            label: "授予小微企业合同金额",
            aliases: ["其中：授予小微企业合同金额"],
            dimensions: { item: "micro" },
            owed: false,
          },
        ],
        sums: [{ total: "total", of: ["goods", "works", "services"] }],
      },
      columns: [{ ...AMOUNT, aliases: [...(AMOUNT.aliases ?? []), "合计", "采购金额", "支出金额"] }],
      stages: ["final"],
    },
  ],
  variants: [[KINDS_BY_FUND]],
};
