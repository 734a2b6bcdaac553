import type { ConceptKey, Dimensions } from "../facts/key.ts";
import type { FixedRow, Scheme, Stage, TableColumn, TableDeclaration } from "./declaration.ts";

/** A row and a column of a declared table. What is left out adds nothing: the row 合计, the final stage. */
export interface Meeting {
  readonly row?: FixedRow;
  /** The code (or, where none is known, the name) of a classification row. */
  readonly rowCode?: { readonly scheme: Scheme; readonly code: string };
  /** The project that a row below an item names. */
  readonly project?: string;
  readonly column?: TableColumn;
  /** The code of a column that stands for one code. */
  readonly columnCode?: { readonly scheme: Scheme; readonly code: string; readonly dimensions?: Dimensions };
  readonly stage?: Stage;
}

/**
 * What the meeting of a row and a column states.
 *
 * @example
 * keyOf(tableOf("expenditure")!, { rowCode: { scheme: "functional", code: "201" }, column: basic })
 * // expenditure{functional=201,nature=basic}
 */
export function keyOf(table: TableDeclaration, meeting: Meeting): ConceptKey {
  const { row, rowCode, project, column, columnCode, stage } = meeting;
  const counted = column?.counts && row?.counts?.[column.counts];
  const dimensions: Dimensions = {
    ...(counted ? counted.dimensions : { ...table.dimensions, ...column?.dimensions, ...row?.dimensions }),
    ...columnCode?.dimensions,
    ...(columnCode && { [columnCode.scheme]: columnCode.code }),
    ...(rowCode && { [rowCode.scheme]: rowCode.code }),
    ...(project !== undefined && { label: project }),
    ...(stage !== undefined && stage !== "final" && { stage }),
  };
  return { concept: counted?.concept ?? row?.concept ?? column?.concept ?? table.concept, dimensions };
}
