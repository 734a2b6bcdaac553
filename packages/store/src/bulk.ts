import { CompiledQuery } from "kysely";
import type { Port } from "./port.ts";

/** The types of a table's columns, for PostgreSQL, which must be told. */
export type Columns<Row> = Readonly<Record<keyof Row & string, "text" | "bigint">>;

/** So many characters of rows go into one statement: D1 takes two megabytes in a parameter. */
const LONGEST = 500_000;

/**
 * Inserts many rows with few statements of one parameter each: D1 takes a hundred parameters at most, and every engine is
 * fastest this way. The one statement that is not the same on all.
 */
export function insertAll<Row extends object>(
  dialect: Port["dialect"],
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): CompiledQuery[] {
  const names = Object.keys(columns).join(", ");
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type as string}`);
  const values = Object.keys(columns).map((name) => `json_extract(value, '$.${name}')`);
  const sql =
    dialect === "postgresql"
      ? `insert into ${table} (${names}) select ${names} from json_to_recordset($1::json) as given(${typed.join(", ")})`
      : `insert into ${table} (${names}) select ${values.join(", ")} from json_each(?)`;
  const pieces: string[][] = [];
  let length = LONGEST;
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (length + json.length > LONGEST) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)!.push(json);
    length += json.length;
  }
  return pieces.map((piece) => CompiledQuery.raw(sql, [`[${piece.join(",")}]`]));
}
