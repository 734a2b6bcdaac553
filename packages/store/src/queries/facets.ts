import { sql } from "kysely";
import type { Facet, Facets, Filter } from "../model.ts";
import type { AccountRow } from "../schema.ts";
import type { Context } from "./context.ts";
import { isPlain, type Chosen, type Sought } from "./filter.ts";
import type { finding } from "./finding.ts";
import type { tallying } from "./tally.ts";

/** The most common values of a facet; a list of all regions is what the list is for. */
const MOST_FACETS = 100;

/** Of a search, so many accounts are looked at, the newest first. */
const LOOKED_AT = 1000;

type Looked = Pick<AccountRow, "fiscal_year" | "region" | "division" | "errors" | "warnings" | "classes">;

/** Counting what the chosen accounts can be narrowed by. */
export function counting(
  { port, db }: Context,
  { totals, values }: Pick<ReturnType<typeof tallying>, "totals" | "values">,
  { find }: ReturnType<typeof finding>,
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

  /** Looked at once, and counted here: the same on every engine. */
  async function searched(filter: Filter): Promise<Facets> {
    const found = await find(filter, { order: "place", most: () => LOOKED_AT + 1 });
    if (!found) return countsOf([]);
    const near = found.nearest ? await rowsOf(found, found.nearest) : [];
    return countsOf(near.length > LOOKED_AT ? near : await rowsOf(found, found));
  }

  function rowsOf({ place }: Chosen, { from, where }: Sought): Promise<Looked[]> {
    return port.all(
      sql<Looked>`select account.fiscal_year, account.region, account.division, account.errors, account.warnings, account.classes
        from (select ${place} as place from ${from} where ${where} order by ${place} desc limit ${sql.lit(LOOKED_AT + 1)}) as found
        ${port.dialect === "sqlite" ? sql`cross join` : sql`join`} account on account.place = found.place
        order by found.place desc`.compile(db),
    );
  }

  return { facets };
}

/** Counts of the first of what was found. */
function countsOf(rows: readonly Looked[]): Facets {
  const looked = rows.slice(0, LOOKED_AT);
  return {
    total: looked.length,
    exact: rows.length <= LOOKED_AT,
    errors: looked.filter(({ errors }) => errors > 0).length,
    warnings: looked.filter(({ warnings }) => warnings > 0).length,
    year: most(looked.map((row) => String(row.fiscal_year))),
    region: most(looked.map(({ region }) => region)),
    province: most(looked.map(({ division }) => division.slice(0, 2)).filter((code) => code !== "")),
    functional: most(looked.flatMap(({ classes }) => (classes === "" ? [] : classes.split(",")))),
  };
}

/** The most common of them, those of the same number in the order of their characters. */
function most(values: readonly string[]): Facet[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
    .slice(0, MOST_FACETS);
}
