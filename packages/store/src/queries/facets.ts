import { sql, type RawBuilder } from "kysely";
import type { Facets, Filter } from "../model.ts";
import type { Context } from "./context.ts";
import { chosen, isPlain } from "./filter.ts";
import type { tallying } from "./tally.ts";

/** The most common values of a facet; a list of all regions is what the list is for. */
const MOST_FACETS = 100;

/** Of a search, so many accounts are looked at, the newest first. */
const LOOKED_AT = 1000;

/** Counting what the chosen accounts can be narrowed by. */
export function counting(
  { port, db }: Context,
  { totals, values }: Pick<ReturnType<typeof tallying>, "totals" | "values">,
) {
  async function facets(filter: Filter = {}): Promise<Facets> {
    return isPlain(filter) ? kept(filter) : searched(filter);
  }

  /** The counts that are kept, in all or of a year. */
  async function kept(filter: Filter): Promise<Facets> {
    const { accounts, errors, warnings } = await totals(filter);
    return {
      total: accounts,
      exact: true,
      errors,
      warnings,
      year: await values("year", filter, MOST_FACETS),
      region: await values("region", filter, MOST_FACETS),
      province: await values("province", filter, MOST_FACETS),
      functional: await values("functional", filter, MOST_FACETS),
    };
  }

  async function searched(filter: Filter): Promise<Facets> {
    const found = chosen(port.dialect, filter);
    const none = { total: 0, exact: true, errors: 0, warnings: 0, year: [], region: [], province: [], functional: [] };
    if (!found) return none;
    const { from, where, place } = found;
    const looked = sql`(select account.id, account.fiscal_year, account.region, account.division, account.errors, account.warnings from ${from} where ${where} order by ${place} desc limit ${sql.lit(LOOKED_AT + 1)}) as looked`;
    const sums = await port.first(
      sql<{ count: number; errors: number; warnings: number }>`select count(*) as count,
        coalesce(sum(case when errors > 0 then 1 else 0 end), 0) as errors,
        coalesce(sum(case when warnings > 0 then 1 else 0 end), 0) as warnings from ${looked}`.compile(db),
    );
    const count = Number(sums?.count ?? 0);
    if (count === 0) return none;
    const grouped = async (value: string, rest: RawBuilder<unknown> = sql``) => {
      const rows = await port.all(
        sql<{
          value: string | number;
          count: number;
        }>`select ${sql.raw(value)} as value, count(distinct looked.id) as count
          from ${looked} ${rest} group by ${sql.raw(value)} order by count desc, value limit ${sql.lit(MOST_FACETS)}`.compile(
          db,
        ),
      );
      return rows.map((row) => ({ value: String(row.value), count: Number(row.count) }));
    };
    const classes = sql`join amount on amount.account_id = looked.id and length(amount.functional) = 3 and amount.fen <> 0`;
    return {
      total: Math.min(count, LOOKED_AT),
      exact: count <= LOOKED_AT,
      errors: Number(sums?.errors ?? 0),
      warnings: Number(sums?.warnings ?? 0),
      year: await grouped("looked.fiscal_year"),
      region: await grouped("looked.region"),
      province: await grouped("substr(looked.division, 1, 2)", sql`where looked.division <> ''`),
      functional: await grouped("amount.functional", classes),
    };
  }

  return { facets };
}
