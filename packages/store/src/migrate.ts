import { CompiledQuery } from "kysely";
import type { Port } from "./port.ts";

export interface Migration {
  /** The file's name; migrations run in the order of their names, each once. */
  readonly name: string;
  readonly sql: string;
}

/** The statements of a migration: each ends with a semicolon at the end of a line. */
export function statementsOf(sql: string): string[] {
  return sql
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.replace(/^\s*--.*\n/gm, "").trim())
    .filter((statement) => statement !== "");
}

/** Brings the database up to date: a migration and the note that it ran are one batch. Returns the names that ran. */
export async function migrate(port: Port, migrations: readonly Migration[]): Promise<string[]> {
  await port.batch([CompiledQuery.raw("create table if not exists schema_migration (name text primary key)")]);
  const done = new Set(
    (await port.all<{ name: string }>(raw("select name from schema_migration"))).map(({ name }) => name),
  );
  const pending = migrations
    .filter(({ name }) => !done.has(name))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const { name, sql } of pending) {
    const note =
      port.dialect === "postgresql"
        ? "insert into schema_migration (name) values ($1)"
        : "insert into schema_migration (name) values (?)";
    await port.batch([
      ...statementsOf(sql).map((statement) => CompiledQuery.raw(forDialect(statement, port.dialect))),
      CompiledQuery.raw(note, [name]),
    ]);
  }
  return pending.map(({ name }) => name);
}

/**
 * PostgreSQL sorts text by its language unless told otherwise; the others, and cursors, sort by code point. And it has a
 * word of its own for bytes.
 */
function forDialect(statement: string, dialect: Port["dialect"]): string {
  if (dialect !== "postgresql") return statement;
  return statement.replace(/\btext\b/g, 'text collate "C"').replace(/\bblob\b/g, "bytea");
}

const raw = <Row>(sql: string) => CompiledQuery.raw(sql) as CompiledQuery<Row>;
