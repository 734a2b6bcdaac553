import { sql, type CompiledQuery } from "kysely";
import type { Facet, Fare, Filter } from "../model.ts";
import type { TallyRow } from "../schema.ts";
import { among } from "./among.ts";
import type { Context } from "./context.ts";

// Counts that are kept as accounts are written, since counting a nation's accounts at every look is slow.

/** The counts over all years are those of this year; a document that does not say its year is of the year 0. */
const ALL_YEARS = -1;

/** Counting accounts in and out, and saying how many there are. */
export function tallying({ port, db }: Context) {
  /**
   * Adds what accounts, as they stand in the tables now, count for; -1 takes them out. The rows are written in one order,
   * so that two who write at once wait for each other and not in a circle.
   */
  function counted(ids: readonly string[], times: 1 | -1): CompiledQuery {
    const sums = sql`${sql.lit(times)} * count(*),
      ${sql.lit(times)} * sum(case when errors > 0 then 1 else 0 end),
      ${sql.lit(times)} * sum(case when warnings > 0 then 1 else 0 end),
      ${sql.lit(times)} * sum(errors), ${sql.lit(times)} * sum(printed), ${sql.lit(times)} * sum(bound)`;
    const own = sql.raw("errors, warnings, printed, bound");
    return sql`with chosen as (
        select id, fiscal_year, region, division, ${own} from account where ${among(port.dialect, "id", ids)} and indexed > 0
      ), valued as (
        select fiscal_year, 'year' as facet, '' as value, ${own} from chosen
        union all select fiscal_year, 'region', region, ${own} from chosen
        union all select fiscal_year, 'province', substr(division, 1, 2), ${own} from chosen where division <> ''
        union all select fiscal_year, 'functional', class.functional, ${own} from chosen join (
          select distinct account_id, functional from amount
            where ${among(port.dialect, "account_id", ids)} and length(functional) = 3 and fen <> 0) as class on class.account_id = chosen.id
      )
      insert into tally (fiscal_year, facet, value, accounts, errors, warnings, found, printed, bound)
      select * from (
        select fiscal_year, facet, value, ${sums} from valued group by fiscal_year, facet, value
        union all select ${sql.lit(ALL_YEARS)}, facet, value, ${sums} from valued group by facet, value
      ) as counted where true order by 1, 2, 3
      on conflict (fiscal_year, facet, value) do update set
        accounts = tally.accounts + excluded.accounts,
        errors = tally.errors + excluded.errors,
        warnings = tally.warnings + excluded.warnings,
        found = tally.found + excluded.found,
        printed = tally.printed + excluded.printed,
        bound = tally.bound + excluded.bound`.compile(db);
  }

  /** The most common values of a facet. */
  async function values(facet: TallyRow["facet"], { year }: Filter, most: number): Promise<Facet[]> {
    const rows = await port.all(
      facet === "year"
        ? sql<Counted>`select fiscal_year as value, ${COUNTED} from tally
            where facet = 'year' and value = '' and accounts > 0
              and ${year === undefined ? sql`fiscal_year <> ${sql.lit(ALL_YEARS)}` : sql`fiscal_year = ${year}`}
            order by accounts desc, fiscal_year limit ${sql.lit(most)}`.compile(db)
        : sql<Counted>`select value, ${COUNTED} from tally
            where fiscal_year = ${year ?? ALL_YEARS} and facet = ${facet} and accounts > 0
            order by accounts desc, value limit ${sql.lit(most)}`.compile(db),
    );
    return rows.map((row) => ({
      value: String(row.value),
      count: Number(row.accounts),
      withErrors: Number(row.errors),
      ...fareOf(row),
    }));
  }

  /** How many accounts there are, in all or of a year, how many of them have findings, and how they fare. */
  async function totals({ year }: Filter): Promise<Fare & { accounts: number; errors: number; warnings: number }> {
    const row = await port.first(
      db
        .selectFrom("tally")
        .select(["accounts", "errors", "warnings", "found", "printed", "bound"])
        .where("fiscal_year", "=", year ?? ALL_YEARS)
        .where("facet", "=", "year")
        .where("value", "=", "")
        .compile(),
    );
    return {
      accounts: Number(row?.accounts ?? 0),
      errors: Number(row?.errors ?? 0),
      warnings: Number(row?.warnings ?? 0),
      ...fareOf(row),
    };
  }

  /** The years that have accounts. */
  async function years(): Promise<number[]> {
    const rows = await port.all(
      db
        .selectFrom("tally")
        .select("fiscal_year")
        .where("facet", "=", "year")
        .where("value", "=", "")
        .where("accounts", ">", 0)
        .where("fiscal_year", "<>", ALL_YEARS)
        .compile(),
    );
    return rows.map((row) => row.fiscal_year);
  }

  return { counted, totals, values, years };
}

/** What is read of a count. */
const COUNTED = sql.raw("accounts, errors, found, printed, bound");

interface Counted extends Pick<TallyRow, "accounts" | "errors" | "found" | "printed" | "bound"> {
  readonly value: string | number;
}

/** PostgreSQL gives whole numbers of this size as text. */
const fareOf = (row: Pick<TallyRow, "found" | "printed" | "bound"> | undefined): Fare => ({
  errorsFound: Number(row?.found ?? 0),
  figures: { printed: Number(row?.printed ?? 0), bound: Number(row?.bound ?? 0) },
});
