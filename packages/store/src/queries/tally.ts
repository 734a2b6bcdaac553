import { sql, type CompiledQuery } from "kysely";
import type { Facet, Filter } from "../model.ts";
import type { TallyRow } from "../schema.ts";
import type { Context } from "./context.ts";

// Counts that are kept as accounts are written, since counting a nation's accounts at every look is slow.

/** Counting accounts in and out, and saying how many there are. */
export function tallying({ port, db }: Context) {
  /** Adds what an account, as it stands in the tables now, counts for; -1 takes it out. */
  function counted(id: string, times: 1 | -1): CompiledQuery {
    const errors = sql`case when errors > 0 then ${sql.lit(times)} else 0 end`;
    const warnings = sql`case when warnings > 0 then ${sql.lit(times)} else 0 end`;
    const one = (facet: TallyRow["facet"], value: string, where = "1 = 1") =>
      sql`select fiscal_year, ${sql.lit(facet)}, ${sql.raw(value)}, ${sql.lit(times)}, ${errors}, ${warnings} from account where id = ${id} and ${sql.raw(where)}`;
    return sql`insert into tally (fiscal_year, facet, value, accounts, errors, warnings)
      select * from (
        ${one("year", "''")}
        union all ${one("region", "region")}
        union all ${one("province", "substr(division, 1, 2)", "division <> ''")}
        union all select fiscal_year, 'functional', class.functional, ${sql.lit(times)}, ${errors}, ${warnings} from account
          join (select distinct functional from amount where account_id = ${id} and length(functional) = 3 and fen <> 0) as class on 1 = 1
          where id = ${id}
      ) as counted where true
      on conflict (fiscal_year, facet, value) do update set
        accounts = tally.accounts + excluded.accounts,
        errors = tally.errors + excluded.errors,
        warnings = tally.warnings + excluded.warnings`.compile(db);
  }

  /** The most common values of a facet. */
  async function values(facet: TallyRow["facet"], { year }: Filter, most: number): Promise<Facet[]> {
    const value = facet === "year" ? sql`fiscal_year` : sql`value`;
    const rows = await port.all(
      sql<{ value: string | number; count: number }>`select ${value} as value, sum(accounts) as count from tally
        where facet = ${facet} ${year === undefined ? sql`` : sql`and fiscal_year = ${year}`}
        group by ${value} having sum(accounts) > 0 order by count desc, ${value} limit ${sql.lit(most)}`.compile(db),
    );
    return rows.map((row) => ({ value: String(row.value), count: Number(row.count) }));
  }

  /** How many accounts there are, in all or of a year, and how many of them have findings. */
  async function totals({ year }: Filter): Promise<{ accounts: number; errors: number; warnings: number }> {
    const row = await port.first(
      sql<
        Record<"accounts" | "errors" | "warnings", number | null>
      >`select sum(accounts) as accounts, sum(errors) as errors, sum(warnings) as warnings
        from tally where facet = 'year' ${year === undefined ? sql`` : sql`and fiscal_year = ${year}`}`.compile(db),
    );
    return {
      accounts: Number(row?.accounts ?? 0),
      errors: Number(row?.errors ?? 0),
      warnings: Number(row?.warnings ?? 0),
    };
  }

  return { counted, totals, values };
}
