import { keyOf, type ConceptKey, type Dimensions, type Figure, type ReadDocument } from "@juesuan/core";
import type { MatchedColumn } from "./columns.ts";
import type { Fit, MatchedBlock } from "./fit.ts";
import type { PrintedNumber } from "./number.ts";
import type { Part } from "./parts.ts";
import { UNIT_OF_ROW } from "./fixed-rows.ts";
import type { MatchedRow } from "./printed-rows.ts";
import { unitOfHeading, UNITS } from "./words.ts";

// What a cell of a table states: its key by its row and its column, and its unit.

/** What the meeting of a row and a column states; undefined where the declaration does not know one of them. */
export function keyAt(
  fit: Pick<Fit, "table">,
  block: Pick<MatchedBlock, "declared">,
  row: MatchedRow,
  column: MatchedColumn,
): ConceptKey | undefined {
  const { code, stage, previous, measure, compares, against, year } = column;
  // A share has a whole, which the heading does not name.
  if (!row.known || (column.column === undefined && code === undefined) || compares || measure === "share")
    return undefined;
  // 人次 beside an item that nobody counts so.
  const counted = column.column?.counts;
  if (counted !== undefined && row.fixed?.counts?.[counted] === undefined) return undefined;
  const axis = block.declared.rows;
  const key = keyOf(fit.table, {
    ...(row.fixed ? { row: row.fixed } : {}),
    ...(row.code !== undefined && axis.kind === "classification"
      ? { rowCode: { scheme: axis.scheme, code: row.code } }
      : {}),
    ...(row.part === undefined ? {} : { project: row.part }),
    ...(column.column ? { column: column.column } : {}),
    ...(code !== undefined && block.declared.columnAxis ? { columnCode: { ...block.declared.columnAxis, code } } : {}),
    ...(measure === undefined ? { stage } : against === undefined ? {} : { stage: against }),
  });
  if (!previous && measure === undefined && year === undefined) return key;
  // A project's name is its label already.
  if (year !== undefined && key.dimensions.label !== undefined) return undefined;
  const dimensions: Dimensions = {
    ...key.dimensions,
    ...(year === undefined ? {} : { label: `${year}年` }),
    ...(previous ? { period: "previous" } : {}),
    ...(measure === undefined ? {} : { measure }),
  };
  return { ...key, dimensions };
}

/** The unit of a cell: its own, its row's, its column's, the table's. */
export function unitAt(
  row: MatchedRow,
  column: MatchedColumn,
  content: PrintedNumber,
  part: Part,
): Figure["unit"] | undefined {
  if (content.unit !== undefined) return content.unit;
  if (content.classifier !== undefined || (row.fixed?.quantity ?? column.column?.quantity) === "count") return "count";
  const measure = column.measure ?? row.fixed?.dimensions?.measure;
  if (measure === "growth" || measure === "completion" || measure === "share" || measure === "rate") return "percent";
  const ofRow = UNIT_OF_ROW.exec(row.label)?.[1];
  if (ofRow !== undefined) return UNITS[ofRow];
  const headed = unitOfHeading(column.printed.path);
  return headed === undefined || headed === "count" || headed === "percent" ? part.around.unit : headed;
}

/** The unit of most tables; where none prints one, that of the text. */
export function unitOf(document: ReadDocument, parts: readonly Part[]): Figure["unit"] {
  const counts = new Map<Figure["unit"], number>();
  for (const { around } of parts)
    if (around.unit !== undefined) counts.set(around.unit, (counts.get(around.unit) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (most) return most[0];
  const said = /单\s*位\s*[:：]\s*(?:人民币)?\s*(亿元|万元|元)/.exec(document.text)?.[1];
  return (said === undefined ? undefined : UNITS[said]) ?? "ten-thousand-yuan";
}
