import type { BoundFigure } from "../facts/disclosure.ts";
import type { CheckContext } from "./relation.ts";

/** An item with its amount, as the table has it. */
export interface TabledItem {
  readonly code: string;
  readonly name: string;
  readonly figure: BoundFigure;
}

/** The table of expenditure; some forms have it together with revenue and carry-over. */
const TABLES = ["general-expenditure", "general-flow"] as const;

/** The items (or the classes, by codes of three `digits`) of the table of the general budget, with their totals; undefined where it was not read. */
export function tabledItems(context: CheckContext, digits = 7): Map<string, TabledItem> | undefined {
  const table = TABLES.map((id) => context.disclosure.tables.find((entry) => entry.table === id && !entry.empty)).find(
    (entry) => entry !== undefined,
  );
  if (!table) return undefined;
  const rows = new Map(table.rows.map((row) => [`${row.block ?? 0}:${row.index}`, row]));
  const items = new Map<string, TabledItem>();
  for (const cell of table.cells) {
    const code = cell.key?.dimensions.functional;
    const figure = cell.figure === undefined ? undefined : context.figures.get(cell.figure);
    const row = rows.get(`${cell.block ?? 0}:${cell.row}`);
    if (!figure || !row || code?.length !== digits || cell.key!.dimensions.nature !== undefined) continue;
    if (cell.key!.concept !== "expenditure") continue;
    if (!items.has(code)) items.set(code, { code, name: row.label, figure });
  }
  return items;
}
