import { sql } from "kysely";
import type { AggregateQuery, ComparedRow, Sum } from "../model.ts";
import type { Context } from "./context.ts";
import type { finding } from "./finding.ts";
import type { summing } from "./summed.ts";

/** Adding up and setting side by side, in whole 分. */
export function adding(
  { port, db }: Context,
  { sums }: Pick<ReturnType<typeof summing>, "sums">,
  { find }: ReturnType<typeof finding>,
) {
  async function aggregate(query: AggregateQuery): Promise<readonly Sum[]> {
    const kept = await sums(query);
    if (kept) return kept;
    const { by, concept = "expenditure", of = "" as never, ...filter } = query;
    const found = await find(filter);
    if (!found) return [];
    const value = {
      year: "account.fiscal_year",
      region: "account.region",
      functional: "amount.functional",
      economic: "amount.economic",
    };
    // Whole amounts, or one level of one classification: sums of parts and wholes together would count twice.
    const level = (name: "functional" | "economic") =>
      by === name ? sql`length(${sql.ref(`amount.${name}`)}) = 3` : sql`${sql.ref(`amount.${name}`)} = ''`;
    const conditions = [
      sql`amount.concept = ${concept}`,
      sql`amount.fund = ${of}`,
      sql`amount.nature = ''`,
      sql`amount.part = ''`,
      level("functional"),
      level("economic"),
    ];
    const rows = await port.all(
      sql<{ value: string | number; accounts: number; fen: number }>`
        select ${sql.ref(value[by])} as value, count(distinct amount.account_id) as accounts, sum(amount.fen) as fen
        from (select ${found.place} as place from ${found.from} where ${found.where}) as found
        join account on account.place = found.place
        join amount on amount.account_id = account.id
        where ${sql.join(conditions, sql` and `)}
        group by ${sql.ref(value[by])} order by value`.compile(db),
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
