import { sql, type RawBuilder } from "kysely";
import { decodeCursor, encodeCursor, type Counted } from "../cursor.ts";
import type { AccountSummary, Filter, ListQuery, Page } from "../model.ts";
import type { AccountRow } from "../schema.ts";
import type { Context } from "./context.ts";
import { isPlain, type Chosen, type Sought } from "./filter.ts";
import type { finding } from "./finding.ts";
import { numberAt, YEAR } from "./place.ts";
import { SUMMARY_AND_PLACE, summaryOf, type SummaryRow } from "./summary.ts";
import type { tallying } from "./tally.ts";

const PAGE = 50;
const LARGEST_PAGE = 200;

/**
 * Of a search, so many are counted, unless all are asked for: beyond, "at least" says enough, and a search costs no more
 * among ever more accounts. Where each must be looked for in its text, which is read for it, no more than the page holds,
 * or so many as a short one tells.
 */
const COUNTED = { byTokens: 200, byText: 10 } as const;

/** D1 takes no more queries than five in one union. */
const LARGEST_UNION = 5;

interface Asked {
  readonly limit: number;
  readonly cursor: string | undefined;
  /** Count all, not only the first ones. */
  readonly all: boolean;
}

type ListedRow = SummaryRow & Pick<AccountRow, "place">;
type FoundRow = ListedRow & { readonly found: number };

/** Listing and searching. */
export function listing(
  { port, db }: Context,
  { totals, years }: Pick<ReturnType<typeof tallying>, "totals" | "years">,
  { find }: Pick<ReturnType<typeof finding>, "find">,
) {
  // SQLite takes a cross join in the order it is written: what was found first, then its rows.
  const join = port.dialect === "sqlite" ? sql`cross join` : sql`join`;
  const listed = sql`select ${SUMMARY_AND_PLACE} from account`;

  /** Newest year first, then by name; with a filter beyond the year, the newest recorded first within a year. */
  async function list(query: ListQuery = {}): Promise<Page<AccountSummary>> {
    const { limit: wanted = PAGE, cursor, count, sort = "year", ...filter } = query;
    const limit = Math.min(Math.max(Math.trunc(wanted), 1), LARGEST_PAGE);
    const asked = { limit, cursor, all: count === "exact" };
    if (isPlain(filter)) return sort === "recent" ? newest(filter, asked) : byName(filter, asked);
    return sort === "recent" ? searchNewest(filter, asked) : search(filter, asked);
  }

  async function byName(filter: Filter, { limit, cursor }: Asked): Promise<Page<AccountSummary>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, "name");
    const page = (where: RawBuilder<unknown>) =>
      port.all(
        sql<ListedRow>`${listed} ${where} order by fiscal_year desc, department, id limit ${sql.lit(limit + 1)}`.compile(
          db,
        ),
      );
    const rows: ListedRow[] = [];
    if (after) {
      // What is left of the cursor's year, then the years before it: each begins in the middle of the index.
      const { year, department, id } = after;
      rows.push(...(await page(sql`where fiscal_year = ${year} and (department, id) > (${department}, ${id})`)));
    }
    if (rows.length <= limit && !(after && filter.year !== undefined)) {
      let others = sql``;
      if (filter.year !== undefined) others = sql`where fiscal_year = ${filter.year}`;
      else if (after) others = sql`where fiscal_year < ${after.year}`;
      rows.push(...(await page(others)));
    }
    const counted = { total: (await totals(filter)).accounts, exact: true };
    return paged(rows, limit, counted, (last) =>
      encodeCursor({ order: "name", year: last.fiscal_year, department: last.department, id: last.id }),
    );
  }

  /** What was recorded last. */
  async function newest(filter: Filter, { limit, cursor }: Asked): Promise<Page<AccountSummary>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, "recent");
    const place = sql.ref<number>("account.place");
    const number = numberAt(place);
    const { year } = filter;
    // Within a year, the order of places is the order of these numbers.
    const where =
      year === undefined
        ? sql`${place} is not null ${after ? sql`and ${number} < ${after.number}` : sql``}`
        : withinYear(place, year, after?.number);
    const rows = await port.all(
      sql<ListedRow>`${listed} where ${where} order by ${year === undefined ? number : place} desc limit ${sql.lit(limit + 1)}`.compile(
        db,
      ),
    );
    const counted = { total: (await totals(filter)).accounts, exact: true };
    return paged(rows, limit, counted, (last) => encodeCursor({ order: "recent", number: numberOf(last) }));
  }

  async function search(filter: Filter, { limit, cursor, all }: Asked): Promise<Page<AccountSummary>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, "place");
    const mostOf = mostFor(limit, after !== undefined);
    const found = await find(filter, { order: "place", most: mostOf, before: after?.place });
    if (!found) return NOTHING;
    const { place } = found;
    const most = mostOf(found.reads);
    const later = after ? sql`and ${place} < ${after.place}` : sql``;
    const rows = await firstOf(found, most, ({ from, where }) =>
      rowsOf(
        sql`select ${place} as place from ${from} where ${where} ${later} order by ${place} desc limit ${sql.lit(most)}`,
        sql`place`,
        limit,
      ),
    );
    const counted = after?.counted ?? (await countedOf(found, rows, { limit, all }));
    return paged(rows, limit, counted, (last) => encodeCursor({ order: "place", place: Number(last.place), counted }));
  }

  /**
   * What was recorded last of what a search finds. Within a year that is the order of the index, so the first of each year
   * are looked for; the first of all are among them.
   */
  async function searchNewest(filter: Filter, { limit, cursor, all }: Asked): Promise<Page<AccountSummary>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, "recent");
    const mostOf = mostFor(limit, after !== undefined);
    const found = await find(filter, { order: "number", most: mostOf, before: after?.number });
    if (!found) return NOTHING;
    const { place, gathered } = found;
    const most = mostOf(found.reads);
    const first = ({ from, where }: Sought, condition: RawBuilder<unknown>, order: RawBuilder<number>) =>
      sql`select place from (select ${place} as place from ${from} where ${where} and ${condition}
        order by ${order} desc limit ${sql.lit(most)}) as first`;
    const apart = filter.year === undefined && !gathered ? await years() : [filter.year!];
    const some = (sought: Sought) =>
      gathered
        ? first(sought, after ? sql`${numberAt(place)} < ${after.number}` : sql`1 = 1`, numberAt(place))
        : union(apart.map((year) => first(sought, withinYear(place, year, after?.number), place)));
    const rows = await firstOf(found, most, (sought) => rowsOf(some(sought), numberAt(sql.ref("place")), limit));
    const counted = after?.counted ?? (await countedOf(found, rows, { limit, all }));
    return paged(rows, limit, counted, (last) => encodeCursor({ order: "recent", number: numberOf(last), counted }));
  }

  /** Among the newest accounts, where there are enough of them there; otherwise among all. */
  async function firstOf(
    found: Chosen,
    most: number,
    rowsIn: (sought: Sought) => Promise<FoundRow[]>,
  ): Promise<FoundRow[]> {
    const rows = found.nearest ? await rowsIn(found.nearest) : [];
    return Number(rows[0]?.found ?? 0) >= most ? rows : rowsIn(found);
  }

  /** The rows at the first of the places that a query finds, and how many it finds. */
  function rowsOf(places: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number): Promise<FoundRow[]> {
    return port.all(
      sql<FoundRow>`with found as materialized (${places})
        select ${SUMMARY_AND_PLACE}, (select count(*) from found) as found
        from (select place, ${order} as number from found order by 2 desc limit ${sql.lit(limit + 1)}) as page
        ${join} account on account.place = page.place
        order by page.number desc`.compile(db),
    );
  }

  /** What is said of how many there are, when so many were met: all of them, or at least so many. */
  async function countedOf(
    found: Chosen,
    rows: readonly FoundRow[],
    { limit, all }: Pick<Asked, "limit" | "all">,
  ): Promise<Counted> {
    const met = Number(rows[0]?.found ?? 0);
    const most = countedIn(limit, found.reads);
    if (met <= most) return { total: met, exact: true };
    return all ? { total: await count(found), exact: true } : { total: most, exact: false };
  }

  async function count({ from, where }: { from: RawBuilder<unknown>; where: RawBuilder<unknown> }): Promise<number> {
    const row = await port.first(
      sql<{ count: number }>`select count(*) as count from ${from} where ${where}`.compile(db),
    );
    return Number(row?.count ?? 0);
  }

  return { list };
}

const NOTHING: Page<AccountSummary> = { items: [], total: 0, exact: true };

const countedIn = (limit: number, reads: boolean) => Math.max(limit, reads ? COUNTED.byText : COUNTED.byTokens);

/** How many are looked for: the first page counts in passing; the pages after it know from their cursor. */
const mostFor = (limit: number, isLater: boolean) => (reads: boolean) =>
  isLater ? limit + 1 : countedIn(limit, reads) + 1;

/** The places of a year that come before a number. */
const withinYear = (place: RawBuilder<number>, year: number, number = YEAR) =>
  sql`${place} >= ${year * YEAR} and ${place} < ${year * YEAR + number}`;

const numberOf = ({ place }: ListedRow) => Number(place) % YEAR;

/** All that several queries find: unions of unions, each small enough. */
function union(queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  if (queries.length === 0) return sql`select 0 as place where 1 = 0`;
  if (queries.length <= LARGEST_UNION) return sql.join(queries, sql` union all `);
  const groups: RawBuilder<unknown>[] = [];
  for (let start = 0; start < queries.length; start += LARGEST_UNION)
    groups.push(sql`select place from (${union(queries.slice(start, start + LARGEST_UNION))}) as some`);
  return union(groups);
}

/** A page of rows, of which one more than the page holds says that there is another. */
function paged(
  rows: readonly ListedRow[],
  limit: number,
  { total, exact }: Counted,
  cursorAt: (last: ListedRow) => string,
): Page<AccountSummary> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(summaryOf),
    total,
    exact,
    ...(rows.length > limit && last ? { next: cursorAt(last) } : {}),
  };
}
