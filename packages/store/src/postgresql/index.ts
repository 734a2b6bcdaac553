import { gzipSync } from "node:zlib";
import { Pool, types } from "pg";
import { migrate, type Migration } from "../migrate.ts";
import { StoreError, type CompiledQuery, type Port } from "../port.ts";
import type { Store, StoreOptions } from "../model.ts";
import { createStore } from "../store.ts";

export interface PostgresqlPort extends Port {
  close(): Promise<void>;
}

/** Counts and sums come as bigint, which the driver gives as text; ours stay below 2^53. */
const BIGINT = 20;
const NUMERIC = 1700;

/** Full: of disk, of memory. Gone or going: connections refused, ended, not there yet, too many. */
function translated(error: unknown): unknown {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (error instanceof StoreError) return error;
  if (code === "53100") return new StoreError("store-full", error);
  const gone = /^(?:08|57P0|53[23]00|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/.test(code);
  const ended = /Connection terminated|timeout exceeded when trying to connect/i.test(message);
  return gone || ended ? new StoreError("unavailable", error) : error;
}

/** What PostgreSQL calls being in each other's way. */
const CONFLICTS = new Set(["23505", "40001", "40P01"]);

/** The port over PostgreSQL, and what speaks its protocol. `connection` is a postgres:// address. */
export function openPostgresql(connection: string): PostgresqlPort {
  const pool = new Pool({
    connectionString: connection,
    // Whoever waits for a server that is not there is told so, and asks again.
    connectionTimeoutMillis: 5000,
    statement_timeout: 60_000,
    keepAlive: true,
    // The planner takes the index's tokens for cheap to look through, row by row, though each row's are kept apart from
    // it and must be fetched: measured, a search of three filters took a hundred times as long as by the index. What
    // speaks the protocol and does not know the setting does without.
    onConnect: (client) => client.query("set enable_seqscan = off").catch(() => {}),
    types: {
      getTypeParser: (id: number, format?: "text" | "binary") =>
        id === BIGINT || id === NUMERIC ? Number : (types.getTypeParser(id, format as "text") as never),
    },
  });
  // A server that ends an idle connection must not end this process.
  pool.on("error", () => {});
  const run = async ({ sql, parameters }: CompiledQuery) => {
    try {
      return (await pool.query(sql, [...parameters])).rows as unknown[];
    } catch (error) {
      throw translated(error);
    }
  };
  return {
    dialect: "postgresql",
    async all<Row>(query: CompiledQuery<Row>) {
      return (await run(query)) as Row[];
    },
    async first<Row>(query: CompiledQuery<Row>) {
      return (await run(query))[0] as Row | undefined;
    },
    async batch(queries) {
      const client = await pool.connect().catch((error: unknown) => {
        throw translated(error);
      });
      let broken: Error | undefined;
      // A server that goes away says so to the connection too, and nobody else listens while it is lent out.
      const gone = (error: Error) => (broken = error);
      client.on("error", gone);
      try {
        await client.query("begin");
        for (const { sql, parameters } of queries) await client.query(sql, [...parameters]);
        await client.query("commit");
      } catch (error) {
        // A server that is gone has rolled it back by going; the connection is then of no more use.
        broken ??= await client.query("rollback").then(
          () => undefined,
          (reason: Error) => reason,
        );
        throw translated(error);
      } finally {
        client.off("error", gone);
        client.release(broken);
      }
    },
    gzip: (bytes) => new Uint8Array(gzipSync(bytes)),
    // A row inserted by another at the same time, a deadlock, a transaction that must be repeated.
    isConflict: (error) => CONFLICTS.has((error as { code?: string }).code ?? ""),
    close: () => pool.end(),
  };
}

/** The store on a PostgreSQL server, brought up to date. */
export async function openPostgresqlStore(
  connection: string,
  migrations: readonly Migration[],
  options?: StoreOptions,
): Promise<Store & { close(): Promise<void> }> {
  const port = openPostgresql(connection);
  await migrate(port, migrations);
  const store = createStore(port, options);
  await store.tidy(await store.reindex());
  return { ...store, close: () => port.close() };
}
