import type { FixedRow, RowAxis, Stage, Sum, TableBlock, TableColumn } from "./declaration.ts";

/** The scheme whose codes give the sums down a block's rows (class = Σ groups = Σ items); undefined for fixed rows. */
export function hierarchyOf(block: TableBlock): "functional" | "economic" | undefined {
  return block.rows.kind === "classification" ? block.rows.scheme : undefined;
}

/** The sums over rows of a block, beyond those that follow from codes. */
export function rowSumsOf(block: TableBlock): readonly Sum[] {
  return block.rows.kind === "single" ? [] : (block.rows.sums ?? []);
}

/** The sums across the columns of a block. */
export function columnSumsOf(block: TableBlock): readonly Sum[] {
  return block.sums ?? [];
}

/** The fixed rows of an axis. */
export function fixedRowsOf(axis: RowAxis): readonly FixedRow[] {
  return axis.kind === "single" ? [] : (axis.rows ?? []);
}

/**
 * The id of a column at a stage: `amount` for the final figures, `amount@budget` for others. The id of a column that stands
 * for a code is the code.
 */
export function columnIdAt(column: TableColumn | string, stage: Stage = "final"): string {
  const id = typeof column === "string" ? column : column.id;
  return stage === "final" ? id : `${id}@${stage}`;
}

/** The column and the stage that an id of {@link columnIdAt} names. */
export function splitColumnId(id: string): { readonly column: string; readonly stage: Stage } {
  const at = id.indexOf("@");
  return at < 0 ? { column: id, stage: "final" } : { column: id.slice(0, at), stage: id.slice(at + 1) as Stage };
}
