import { sql } from "kysely";
import type { AggregateQuery, ComparedRow, Sum } from "../model.ts";
import type { Context } from "./context.ts";
import { chosen } from "./filter.ts";

/** Adding up and setting side by side, in whole 分. */
export function adding({ port, db }: Context) {
  async function aggregate({ by, concept = "expenditure", of, ...filter }: AggregateQuery): Promise<readonly Sum[]> {
    const column = { year: "account.fiscal_year", region: "account.region" } as const;
    const value = by === "functional" || by === "economic" ? (`amount.${by}` as const) : column[by];
    // Whole amounts, or one level of one classification: sums of parts and wholes together would count twice.
    const level = (name: "functional" | "economic") =>
      by === name
        ? sql<boolean>`length(${sql.ref(`amount.${name}`)}) = 3`
        : sql<boolean>`${sql.ref(`amount.${name}`)} = ''`;
    const rows = await port.all(
      db
        .selectFrom("account")
        .innerJoin("amount", "amount.account_id", "account.id")
        .select([
          `${value} as value`,
          sql<number>`count(distinct account.id)`.as("accounts"),
          sql<number>`sum(amount.fen)`.as("fen"),
        ])
        .where(chosen(filter))
        .where("amount.concept", "=", concept)
        .where("amount.fund", "=", of ?? "")
        .where("amount.nature", "=", "")
        .where(level("functional"))
        .where(level("economic"))
        .where("amount.part", "=", "")
        .groupBy(value)
        .orderBy("value")
        .compile(),
    );
    return rows.map((row) => ({ value: String(row.value), accounts: Number(row.accounts), fen: Number(row.fen) }));
  }

  async function compare(ids: readonly string[], keys?: readonly string[]): Promise<readonly ComparedRow[]> {
    if (ids.length === 0) return [];
    const rows = await port.all(
      db
        .selectFrom("amount")
        .select(["account_id", "key", "fen"])
        .where("account_id", "in", [...ids])
        .orderBy("key")
        .compile(),
    );
    const table = new Map<string, (number | null)[]>();
    for (const { account_id, key, fen } of rows) {
      if (keys && !keys.includes(key)) continue;
      const line = table.get(key) ?? ids.map(() => null);
      ids.forEach((id, index) => {
        if (id === account_id) line[index] = Number(fen);
      });
      table.set(key, line);
    }
    return [...table]
      .filter(([, fen]) => keys !== undefined || ids.length === 1 || fen.filter((value) => value !== null).length > 1)
      .map(([key, fen]) => ({ key, fen }));
  }

  return { aggregate, compare };
}
