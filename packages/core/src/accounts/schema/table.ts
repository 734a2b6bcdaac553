import { z } from "zod";
import type { BoundCell, BoundColumn } from "../../facts/disclosure.ts";
import { TABLES } from "../../tables/catalogue.ts";
import type { Stage, TableBlock, TableDeclaration } from "../../tables/declaration.ts";
import { columnIdAt, fixedRowsOf } from "../../tables/relations-of.ts";
import { conceptKeySchema, list, sourceSchema, unitSchema } from "./figure.ts";

/** The meeting of a row and a column; an empty cell has no figure. */
export const cellSchema = z.strictObject({
  /** The column's place in the printed table. */
  column: z.int().nonnegative(),
  key: conceptKeySchema.exactOptional(),
  figure: z.int().nonnegative().exactOptional(),
  blank: z.enum(["empty", "dash"]).exactOptional(),
  source: sourceSchema,
}) satisfies z.ZodType<Omit<BoundCell, "row" | "block">>;

const STAGES: readonly Stage[] = ["final", "budget", "original-budget", "adjusted-budget"];

const levels = z.enum(["grand-total", "class", "group", "item", "line"]);

function blocksOf(table: TableDeclaration): readonly TableBlock[] {
  return [...table.blocks, ...(table.variants ?? []).flat()];
}

/** The ids that columns of a declared table may have: its columns at every stage, and codes where columns stand for codes. */
function columnIdSchema(table: TableDeclaration) {
  const blocks = blocksOf(table);
  const ids = new Set(
    blocks.flatMap(({ columns }) => columns.flatMap((column) => STAGES.map((stage) => columnIdAt(column, stage)))),
  );
  const hasCodes = blocks.some(({ columnAxis }) => columnAxis !== undefined);
  return z.string().refine((id) => ids.has(id) || (hasCodes && /^\d{3,7}(?:@|$)/.test(id)), {
    error: `not a column of ${table.id}`,
  });
}

/** The ids that rows may have: the fixed rows, and 合计; rows of a classification have a code instead. */
function rowIdSchema(table: TableDeclaration) {
  const ids = new Set([...blocksOf(table).flatMap(({ rows }) => fixedRowsOf(rows).map(({ id }) => id)), "total"]);
  return z.string().refine((id) => ids.has(id), { error: `not a row of ${table.id}` });
}

function tableShape<T extends z.ZodType<string>>(columnId: T, rowId: z.ZodType<string>) {
  return {
    title: z.string().exactOptional(),
    page: z.int().positive().exactOptional(),
    unit: unitSchema.exactOptional(),
    source: sourceSchema,
    columns: list(
      z.strictObject({
        id: columnId.exactOptional(),
        heading: z.string(),
        index: z.int().nonnegative(),
      }) satisfies z.ZodType<BoundColumn>,
    ),
    rows: list(
      z.strictObject({
        index: z.int().nonnegative(),
        id: rowId.exactOptional(),
        block: z.int().nonnegative().exactOptional(),
        label: z.string(),
        code: z.string().exactOptional(),
        level: levels,
        source: sourceSchema,
        /** By the id of the column. */
        values: z.record(columnId, cellSchema),
        /** Cells under columns that the declaration does not know, or under one that it knows twice. */
        others: list(cellSchema).exactOptional(),
      }),
    ),
    note: z.string().exactOptional(),
    empty: z.boolean(),
    department: z.string().exactOptional(),
  };
}

/** The schema of one statutory table, generated from its declaration. */
export function tableSchemaOf(table: TableDeclaration) {
  return z.strictObject({
    table: z.literal(table.id),
    ...tableShape(columnIdSchema(table), rowIdSchema(table)),
  });
}

/** A table that is none of the statutory ones. */
const otherTableSchema = z.strictObject(tableShape(z.string(), z.string()));

const [first, ...rest] = TABLES.map(tableSchemaOf);

/** Any table of a disclosure; the declaration that `table` names says which rows and columns it may have. */
export const accountsTableSchema = z.union([z.discriminatedUnion("table", [first!, ...rest]), otherTableSchema]);

export type AccountsTable = z.infer<typeof accountsTableSchema>;
export type AccountsRow = AccountsTable["rows"][number];
export type AccountsCell = z.infer<typeof cellSchema>;
