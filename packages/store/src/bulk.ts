import { CompiledQuery } from "kysely";
import type { Port } from "./port.ts";

/** The types of a table's columns, for PostgreSQL, which must be told. */
export type Columns<Row> = Readonly<Record<keyof Row & string, "text" | "bigint">>;

/**
 * Inserts many rows with one statement and one parameter: D1 takes a hundred parameters at most, and every engine is
 * fastest this way. The one statement that is not the same on all.
 */
export function insertAll<Row extends object>(
  dialect: Port["dialect"],
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): CompiledQuery[] {
  if (rows.length === 0) return [];
  const names = Object.keys(columns);
  const json = JSON.stringify(rows);
  if (dialect === "postgresql") {
    const typed = Object.entries(columns).map(([name, type]) => `${name} ${type as string}`);
    const sql = `insert into ${table} (${names.join(", ")}) select ${names.join(", ")} from json_to_recordset($1::json) as given(${typed.join(", ")})`;
    return [CompiledQuery.raw(sql, [json])];
  }
  const values = names.map((name) => `json_extract(value, '$.${name}')`);
  return [
    CompiledQuery.raw(`insert into ${table} (${names.join(", ")}) select ${values.join(", ")} from json_each(?)`, [
      json,
    ]),
  ];
}
