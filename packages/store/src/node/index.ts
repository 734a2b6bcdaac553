import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import { migrate, type Migration } from "../migrate.ts";
import { StoreError, type CompiledQuery, type Port, type StoreFault } from "../port.ts";
import type { Store, StoreOptions } from "../model.ts";
import { createStore } from "../store.ts";

/** Beside this package's sources; beside the file itself, where an app was bundled into one. */
const FOLDER = ["../../migrations/", "./migrations/"]
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(new URL("0001_accounts.sql", folder)))!;

/** The migrations of this package. On D1, wrangler applies the same folder. */
export const migrations: readonly Migration[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".sql"))
  .sort()
  .map((name) => ({ name, sql: readFileSync(new URL(name, FOLDER), "utf8") }));

export interface SqlitePort extends Port {
  close(): void;
}

/** Statements that are kept parsed; schema statements come once and pass through. */
const MOST_STATEMENTS = 200;

/** The port over Node's own SQLite: a file, or `:memory:`. */
export function openSqlite(file: string): SqlitePort {
  if (file !== ":memory:") mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(
    "pragma journal_mode = wal; pragma foreign_keys = on; pragma busy_timeout = 5000; pragma cache_size = -65536;",
  );
  // A statement is parsed once: reading an account is otherwise mostly that.
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      if (statements.size >= MOST_STATEMENTS) statements.delete(statements.keys().next().value!);
      statements.set(sql, statement);
    }
    return statement;
  };
  const run = ({ sql, parameters }: CompiledQuery): unknown[] => {
    try {
      return prepared(sql).all(...(parameters as SQLInputValue[]));
    } catch (error) {
      throw translated(error);
    }
  };
  return {
    dialect: "sqlite",
    async all<Row>(query: CompiledQuery<Row>) {
      return run(query) as Row[];
    },
    async first<Row>({ sql, parameters }: CompiledQuery<Row>) {
      try {
        return prepared(sql).get(...(parameters as SQLInputValue[])) as Row | undefined;
      } catch (error) {
        throw translated(error);
      }
    },
    async batch(queries) {
      try {
        database.exec("begin immediate");
        for (const query of queries) run(query);
        database.exec("commit");
      } catch (error) {
        // A full disk has rolled it back already.
        if (database.isTransaction) database.exec("rollback");
        throw translated(error);
      }
    },
    gzip: (bytes) => new Uint8Array(gzipSync(bytes)),
    close: () => database.close(),
  };
}

/** SQLite's own numbers for what may pass: busy and locked, an error of the disk, a full one, a file that is gone. */
const FAULTS: Readonly<Record<number, StoreFault>> = {
  5: "unavailable",
  6: "unavailable",
  10: "unavailable",
  13: "store-full",
  14: "unavailable",
};

function translated(error: unknown): unknown {
  // The kind of error is in the lowest byte.
  const fault = FAULTS[((error as { errcode?: number }).errcode ?? 0) & 0xff];
  return fault && !(error instanceof StoreError) ? new StoreError(fault, error) : error;
}

/** The embedded store: a SQLite file, brought up to date. */
export async function openStore(file: string, options?: StoreOptions): Promise<Store & { close(): void }> {
  const port = openSqlite(file);
  await migrate(port, migrations);
  const store = createStore(port, options);
  await store.tidy(await store.reindex());
  return { ...store, close: () => port.close() };
}
