import { sql } from "kysely";
import type { AggregateQuery, ComparedRow, Sum } from "../model.ts";
import type { Context } from "./context.ts";
import { chosen, isPlain } from "./filter.ts";

/** Adding up and setting side by side, in whole 分. */
export function adding({ port, db }: Context) {
  async function aggregate({
    by,
    concept = "expenditure",
    of = "" as never,
    ...filter
  }: AggregateQuery): Promise<readonly Sum[]> {
    const found = isPlain(filter) ? undefined : chosen(port.dialect, filter);
    if (!found && !isPlain(filter)) return [];
    const value = {
      year: "account.fiscal_year",
      region: "account.region",
      functional: "amount.functional",
      economic: "amount.economic",
    };
    // Whole amounts, or one level of one classification: sums of parts and wholes together would count twice. The two
    // conditions that are not parameters are those of the index.
    const level = (name: "functional" | "economic") =>
      by === name ? sql`length(${sql.ref(`amount.${name}`)}) = 3` : sql`${sql.ref(`amount.${name}`)} = ''`;
    const conditions = [
      sql`amount.concept = ${concept}`,
      sql`amount.fund = ${of}`,
      sql`amount.nature = ''`,
      sql`amount.part = ''`,
      level("functional"),
      level("economic"),
      ...(filter.year === undefined ? [] : [sql`account.fiscal_year = ${filter.year}`]),
      ...(found ? [sql`account.id in (select account.id from ${found.from} where ${found.where})`] : []),
    ];
    const rows = await port.all(
      sql<{ value: string | number; accounts: number; fen: number }>`
        select ${sql.ref(value[by])} as value, count(distinct amount.account_id) as accounts, sum(amount.fen) as fen
        from amount join account on account.id = amount.account_id
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
