import type { TableBlock } from "../declaration.ts";
import { FUNCTIONAL_ROWS } from "./axes.ts";
import { FLOW_COLUMNS, FLOW_SUMS, NATURE_COLUMNS, NATURE_SUM } from "./columns.ts";

/** What one fund spent on each item: 合计, 基本支出, 项目支出. */
export const NATURE_BLOCK: TableBlock = {
  id: "rows",
  rows: FUNCTIONAL_ROWS,
  columns: NATURE_COLUMNS,
  sums: [NATURE_SUM],
};

/** One fund from its opening to its closing carry-over, item by item. */
export const FLOW_BLOCK: TableBlock = { id: "rows", rows: FUNCTIONAL_ROWS, columns: FLOW_COLUMNS, sums: FLOW_SUMS };

/**
 * Some places set the flow of a fund under the title of its expenditure (一般公共预算财政拨款支出决算表). Without a title
 * the same columns are those of the table of the flow.
 */
export const FLOW_UNDER_EXPENDITURE: TableBlock = { ...FLOW_BLOCK, titleOnly: true };
