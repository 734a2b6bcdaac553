import type { Dimensions } from "../../facts/key.ts";
import type { TableDeclaration } from "../declaration.ts";
import { ECONOMIC_CODES } from "../economic-items.ts";
import { FUNCTIONAL_ROWS } from "./axes.ts";

// The ministry's own workbook (财决05表 and on) crosses items with objects for all money, for each nature and fund.

function detail(
  id: string,
  title: string,
  en: string,
  dimensions: Dimensions,
  nothing: string,
  projects = false,
): TableDeclaration {
  return {
    id,
    titles: [title],
    en,
    concept: "expenditure",
    dimensions,
    nothing,
    titleOnly: true,
    blocks: [
      {
        id: "rows",
        rows: projects ? { ...FUNCTIONAL_ROWS, projects } : FUNCTIONAL_ROWS,
        columns: [{ id: "total", heading: ["合计"], aliases: ["总计", "本年支出合计"] }],
        columnAxis: { scheme: "economic", printed: ECONOMIC_CODES },
      },
    ],
  };
}

export const EXPENDITURE_DETAILS: readonly TableDeclaration[] = [
  detail("expenditure-detail", "支出决算明细表", "Expenditure by function and object", {}, "支出"),
  detail(
    "basic-detail",
    "基本支出决算明细表",
    "Basic expenditure by function and object",
    { nature: "basic" },
    "基本支出",
  ),
  detail(
    "project-detail",
    "项目支出决算明细表",
    "Project expenditure by function and object",
    { nature: "project" },
    "项目支出",
    true,
  ),
  detail(
    "operating-detail",
    "经营支出决算明细表",
    "Operating expenditure by function and object",
    { nature: "operating" },
    "经营支出",
  ),
  detail(
    "government-fund-detail",
    "政府性基金预算财政拨款支出决算明细表",
    "Government funds: expenditure by function and object",
    { fund: "government-fund" },
    "政府性基金预算财政拨款支出",
  ),
  detail(
    "state-capital-detail",
    "国有资本经营预算财政拨款支出决算明细表",
    "State capital operations: expenditure by function and object",
    { fund: "state-capital" },
    "国有资本经营预算财政拨款支出",
  ),
];
