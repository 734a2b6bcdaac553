import type { FixedRows, Sum, TableColumn, TableDeclaration } from "../declaration.ts";
import { FUNCTIONAL_ROWS } from "./axes.ts";

const FUNDS: readonly TableColumn[] = [
  {
    id: "general",
    heading: ["财政拨款", "一般公共预算财政拨款"],
    aliases: ["一般公共预算", "一般公共预算拨款", "公共预算财政拨款", "一般公共预算资金"],
    dimensions: { fund: "general" },
  },
  {
    id: "government-fund",
    heading: ["财政拨款", "政府性基金预算财政拨款"],
    aliases: ["政府性基金预算", "政府性基金", "政府性基金预算拨款", "政府性基金预算资金"],
    dimensions: { fund: "government-fund" },
  },
  {
    id: "state-capital",
    heading: ["财政拨款", "国有资本经营预算财政拨款"],
    aliases: ["国有资本经营预算", "国有资本经营", "国有资本", "国有资本经营预算拨款", "国有资本经营预算资金"],
    dimensions: { fund: "state-capital" },
  },
];

/** Money that is no appropriation, told apart as revenue is. */
const OTHERS: readonly TableColumn[] = [
  {
    id: "fees",
    heading: ["财政专户管理资金"],
    aliases: ["财政专户管理教育资金", "教育收费", "专户资金"],
    dimensions: { source: "institutional" },
    owed: false,
  },
  {
    id: "other",
    heading: ["其他资金"],
    aliases: ["其他", "单位资金", "自有资金", "其他收入", "其他来源", "非财政拨款资金", "非财政拨款"],
    dimensions: { source: "other" },
  },
];

const COLUMNS: readonly TableColumn[] = [
  {
    id: "total",
    heading: ["合计"],
    aliases: ["总计", "支出合计", "项目支出合计", "项目支出", "决算数", "支出金额"],
  },
  {
    id: "appropriation",
    heading: ["财政拨款", "小计"],
    aliases: ["财政拨款", "合计", "财政拨款小计", "本年财政拨款", "财政拨款资金"],
    dimensions: { fund: "appropriation" },
    owed: false,
  },
  ...FUNDS,
  ...OTHERS,
];

const SUMS: readonly Sum[] = [
  { total: "total", of: ["appropriation", "fees", "other"], requires: ["appropriation", "other"] },
  {
    total: "total",
    of: ["general", "government-fund", "state-capital", "fees", "other"],
    requires: ["general", "government-fund", "other"],
  },
  {
    total: "appropriation",
    of: ["general", "government-fund", "state-capital"],
    requires: ["general", "government-fund"],
  },
];

/** A total, and below it whatever projects there are. */
const BY_NAME: FixedRows = {
  kind: "fixed",
  heading: "项目名称",
  rows: [{ id: "total", label: "合计", aliases: ["总计", "项目支出合计"], style: "total" }],
  others: "projects",
};

/** Tianjin: what was spent on each project, and of which money. Its rows have names, and codes that no classification knows. */
export const PROJECTS: TableDeclaration = {
  id: "projects",
  titles: ["项目支出决算表", "部门项目支出决算表", "项目支出决算情况表", "项目支出情况表"],
  en: "Project expenditure by project",
  concept: "expenditure",
  dimensions: { nature: "project" },
  nothing: "项目支出",
  remark: "本表反映部门本年度项目支出情况。",
  titleOnly: true,
  blocks: [
    {
      id: "rows",
      rows: BY_NAME,
      columns: COLUMNS,
      sums: SUMS,
    },
  ],
  // 内蒙古: each project behind the code and the name of its item.
  variants: [
    [{ id: "rows", titleOnly: true, rows: { ...FUNCTIONAL_ROWS, projects: true }, columns: COLUMNS, sums: SUMS }],
  ],
};

/** 财政拨款项目支出决算明细表: the same of appropriations alone, as counties append it to the statutory tables. */
export const APPROPRIATED_PROJECTS: TableDeclaration = {
  id: "appropriated-projects",
  titles: ["财政拨款项目支出决算明细表", "财政拨款项目支出明细表", "财政拨款项目支出情况表"],
  en: "Project expenditure from appropriations by project",
  concept: "expenditure",
  dimensions: { fund: "appropriation", nature: "project" },
  nothing: "财政拨款项目支出",
  remark: "本表反映部门本年度财政拨款项目支出情况。",
  titleOnly: true,
  blocks: [
    {
      id: "rows",
      rows: BY_NAME,
      columns: [
        { ...COLUMNS[0]!, aliases: [...COLUMNS[0]!.aliases!, "支出决算数", "支出决算", "决算支出"] },
        ...FUNDS.map(({ heading, aliases = [], ...fund }) => ({
          ...fund,
          heading: [heading.at(-1)!],
          aliases,
          ...(fund.id === "state-capital" && { owed: false }),
        })),
      ],
      sums: [
        {
          total: "total",
          of: ["general", "government-fund", "state-capital"],
          requires: ["general", "government-fund"],
        },
      ],
    },
  ],
};
