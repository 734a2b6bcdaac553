import { sql } from "kysely";
import type { Facet, Facets, Fare, Filter } from "../model.ts";
import type { AccountRow } from "../schema.ts";
import type { Context } from "./context.ts";
import { isPlain, type Chosen, type Sought } from "./filter.ts";
import type { finding } from "./finding.ts";
import type { tallying } from "./tally.ts";

/** The most common values of a facet; a list of all regions is what the list is for. */
const MOST_FACETS = 100;

/** Of a search, so many accounts are looked at, the newest first. */
const LOOKED_AT = 1000;

const LOOKED = [
  "fiscal_year",
  "region",
  "division",
  "errors",
  "warnings",
  "classes",
  "printed",
  "bound",
] as const satisfies readonly (keyof AccountRow)[];

/** What is counted of an account; an index holds all of it. */
type Looked = Pick<AccountRow, (typeof LOOKED)[number]>;

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
    const { accounts, ...rest } = await totals(filter);
    return {
      total: accounts,
      exact: true,
      ...rest,
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
      sql<Looked>`select ${sql.join(LOOKED.map((column) => sql.ref(`account.${column}`)))}
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
    ...fareOf(looked),
    year: most(looked, (row) => [String(row.fiscal_year)]),
    region: most(looked, ({ region }) => [region]),
    province: most(looked, ({ division }) => (division === "" ? [] : [division.slice(0, 2)])),
    functional: most(looked, ({ classes }) => (classes === "" ? [] : classes.split(","))),
  };
}

function fareOf(rows: readonly Looked[]): Fare {
  const sumOf = (name: "errors" | "printed" | "bound") => rows.reduce((sum, row) => sum + row[name], 0);
  return { errorsFound: sumOf("errors"), figures: { printed: sumOf("printed"), bound: sumOf("bound") } };
}

/** The most common values, those of the same number in the order of their characters. */
function most(rows: readonly Looked[], valuesOf: (row: Looked) => readonly string[]): Facet[] {
  const groups = new Map<string, Looked[]>();
  for (const row of rows)
    for (const value of valuesOf(row)) {
      const group = groups.get(value);
      if (group) group.push(row);
      else groups.set(value, [row]);
    }
  return [...groups]
    .sort(([left, some], [right, others]) => others.length - some.length || (left < right ? -1 : 1))
    .slice(0, MOST_FACETS)
    .map(([value, of]) => ({
      value,
      count: of.length,
      withErrors: of.filter(({ errors }) => errors > 0).length,
      ...fareOf(of),
    }));
}
