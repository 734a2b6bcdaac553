import { sql } from "kysely";
import type { Facets, Filter } from "../model.ts";
import type { Context } from "./context.ts";
import { chosen } from "./filter.ts";

/** The most common values of a facet; a list of all regions is what the list is for. */
const MOST_FACETS = 100;

/** Counting what the chosen accounts can be narrowed by. */
export function counting({ port, db }: Context) {
  async function facets(filter: Filter = {}): Promise<Facets> {
    const count = sql<number>`count(*)`.as("count");
    const grouped = async (column: "fiscal_year" | "region") => {
      const rows = await port.all(
        db
          .selectFrom("account")
          .select([`account.${column} as value`, count])
          .where(chosen(filter))
          .groupBy(`account.${column}`)
          .orderBy("count", "desc")
          .orderBy("value")
          .limit(MOST_FACETS)
          .compile(),
      );
      return rows.map(({ value, count: counted }) => ({ value: String(value), count: Number(counted) }));
    };
    const totals = await port.first(
      db
        .selectFrom("account")
        .select([
          count,
          sql<number>`coalesce(sum(case when errors > 0 then 1 else 0 end), 0)`.as("errors"),
          sql<number>`coalesce(sum(case when warnings > 0 then 1 else 0 end), 0)`.as("warnings"),
        ])
        .where(chosen(filter))
        .compile(),
    );
    const classes = await port.all(
      db
        .selectFrom("account")
        .innerJoin("amount", "amount.account_id", "account.id")
        .select(["amount.functional as value", sql<number>`count(distinct account.id)`.as("count")])
        .where(chosen(filter))
        .where(sql<boolean>`length(amount.functional) = 3`)
        .where("amount.fen", "<>", 0)
        .groupBy("amount.functional")
        .orderBy("count", "desc")
        .orderBy("value")
        .limit(MOST_FACETS)
        .compile(),
    );
    return {
      total: Number(totals?.count ?? 0),
      errors: Number(totals?.errors ?? 0),
      warnings: Number(totals?.warnings ?? 0),
      year: await grouped("fiscal_year"),
      region: await grouped("region"),
      functional: classes.map(({ value, count: counted }) => ({ value, count: Number(counted) })),
    };
  }

  return { facets };
}
