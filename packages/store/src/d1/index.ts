import type { CompiledQuery, Port } from "../port.ts";

/** What of Cloudflare's D1 is used: a binding has it, and so has miniflare's. */
export interface D1 {
  prepare(sql: string): D1Statement;
  batch(statements: D1Statement[]): Promise<unknown>;
}

export interface D1Statement {
  bind(...values: unknown[]): D1Statement;
  all(): Promise<{ readonly results: unknown[] }>;
}

/** The port over D1. Its batch is one transaction; it has no other kind. */
export function openD1(database: D1): Port {
  const prepared = ({ sql, parameters }: CompiledQuery) => database.prepare(sql).bind(...parameters);
  return {
    dialect: "sqlite",
    async all<Row>(query: CompiledQuery<Row>) {
      return (await prepared(query).all()).results as Row[];
    },
    async first<Row>(query: CompiledQuery<Row>) {
      return (await prepared(query).all()).results[0] as Row | undefined;
    },
    async batch(queries) {
      if (queries.length > 0) await database.batch(queries.map(prepared));
    },
  };
}
