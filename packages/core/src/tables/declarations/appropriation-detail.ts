import type { TableColumn, TableDeclaration } from "../declaration.ts";
import { ECONOMIC_CODES } from "../economic-items.ts";
import { ECONOMIC_ROWS, FUNCTIONAL_ROWS } from "./axes.ts";
import { FUND_COLUMNS, FUND_SUM } from "./columns.ts";

/** Some years split every fund by nature: 小计, 基本支出, 项目支出 under the fund's heading. */
const BY_NATURE: readonly TableColumn[] = FUND_COLUMNS.flatMap((fund) =>
  (["basic", "project"] as const).map((nature) => ({
    id: `${fund.id}.${nature}`,
    heading: [...fund.heading, nature === "basic" ? "基本支出" : "项目支出"],
    dimensions: { ...fund.dimensions, nature },
    owed: false,
  })),
);

export const APPROPRIATION_DETAIL: TableDeclaration = {
  id: "appropriation-detail",
  titles: ["财政拨款支出决算明细表", "财政拨款支出明细表", "财政拨款支出决算明细情况表"],
  en: "Appropriation: expenditure by object",
  concept: "expenditure",
  nothing: "财政拨款支出",
  remark: "本表反映部门本年度财政拨款支出明细情况。",
  blocks: [
    {
      id: "rows",
      rows: ECONOMIC_ROWS,
      columns: [...FUND_COLUMNS, ...BY_NATURE],
      sums: [
        FUND_SUM,
        ...FUND_COLUMNS.map(({ id }) => ({
          total: id,
          of: [`${id}.basic`, `${id}.project`],
          requires: [`${id}.basic`, `${id}.project`],
        })),
      ],
    },
  ],
  // By item, with a column for each object.
  variants: [
    [
      {
        id: "rows",
        titleOnly: true,
        rows: FUNCTIONAL_ROWS,
        columns: [
          {
            id: "total",
            heading: ["合计"],
            aliases: ["总计", "本年支出合计"],
            dimensions: { fund: "appropriation" },
          },
        ],
        columnAxis: { scheme: "economic", dimensions: { fund: "appropriation" }, printed: ECONOMIC_CODES },
      },
    ],
  ],
};
