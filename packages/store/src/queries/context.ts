import type { CompiledQuery, Kysely } from "kysely";
import type { Port } from "../port.ts";
import type { Schema } from "../schema.ts";

/** What every query is made of: the engine, and the builder that speaks its dialect. */
export interface Context {
  readonly port: Port;
  readonly db: Kysely<Schema>;
}

/**
 * Writes all of it or nothing. What was answered from all accounts does not stand any more: last, since whoever else writes
 * waits for that row until this is done.
 */
export async function write({ port, db }: Context, queries: readonly CompiledQuery[]): Promise<void> {
  if (queries.length === 0) return;
  const word = crypto.randomUUID();
  await port.batch([...queries, db.updateTable("store_state").set({ word }).compile()]);
}

/** The newest revision of an account; undefined where there is none. */
export async function latestRevision({ port, db }: Context, id: string): Promise<number | undefined> {
  return (await port.first(db.selectFrom("account").select("revision").where("id", "=", id).compile()))?.revision;
}
