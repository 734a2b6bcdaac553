import { sql, type RawBuilder } from "kysely";
import type { Port } from "../port.ts";

/** Whether a column is one of these, however many: D1 takes a hundred parameters at most, so they come as one. */
export function among(dialect: Port["dialect"], column: string, values: readonly string[]): RawBuilder<boolean> {
  const json = JSON.stringify(values);
  return dialect === "postgresql"
    ? sql`${sql.ref(column)} in (select json_array_elements_text(${json}::json))`
    : sql`${sql.ref(column)} in (select value from json_each(${json}))`;
}
