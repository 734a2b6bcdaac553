import type { Kysely } from "kysely";
import type { Port } from "../port.ts";
import type { Schema } from "../schema.ts";

/** What every query is made of: the engine, and the builder that speaks its dialect. */
export interface Context {
  readonly port: Port;
  readonly db: Kysely<Schema>;
}

/** The newest revision of an account; undefined where there is none. */
export async function latestRevision({ port, db }: Context, id: string): Promise<number | undefined> {
  return (await port.first(db.selectFrom("account").select("revision").where("id", "=", id).compile()))?.revision;
}
