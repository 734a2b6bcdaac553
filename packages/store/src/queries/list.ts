import { sql, type RawBuilder } from "kysely";
import { decodeCursor, encodeCursor, type Counted } from "../cursor.ts";
import type { AccountSummary, Filter, ListQuery, Page } from "../model.ts";
import type { AccountRow } from "../schema.ts";
import type { Context } from "./context.ts";
import { isPlain, type Chosen } from "./filter.ts";
import type { finding } from "./finding.ts";
import { summaryOf } from "./summary.ts";
import type { tallying } from "./tally.ts";

const PAGE = 50;
const LARGEST_PAGE = 200;

/**
 * Of a search, so many are counted, unless all are asked for: beyond, "at least" says enough, and a search costs no more
 * among ever more accounts.
 */
const COUNTED = 200;

/** What of a search is sorted anew by another order; of more, an account is soon met by going along that order. */
const SORTED = 3000;

interface Asked {
  readonly limit: number;
  readonly cursor: string | undefined;
  /** Count all, not only the first ones. */
  readonly all: boolean;
}

/** Listing and searching. */
export function listing(
  { port, db }: Context,
  { totals }: Pick<ReturnType<typeof tallying>, "totals">,
  { find }: ReturnType<typeof finding>,
  sorted = SORTED,
) {
  // SQLite takes a cross join in the order it is written: what was found first, then its rows.
  const join = port.dialect === "sqlite" ? sql`cross join` : sql`join`;

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
    const page = db
      .selectFrom("account")
      .selectAll()
      .orderBy("fiscal_year", "desc")
      .orderBy("department")
      .orderBy("id")
      .limit(limit + 1);
    const rows: AccountRow[] = [];
    if (after) {
      // What is left of the cursor's year, then the years before it: each begins in the middle of the index.
      const rest = sql<boolean>`(department, id) > (${after.department}, ${after.id})`;
      rows.push(...(await port.all(page.where("fiscal_year", "=", after.year).where(rest).compile())));
    }
    if (rows.length <= limit && !(after && filter.year !== undefined)) {
      let others = page;
      if (filter.year !== undefined) others = page.where("fiscal_year", "=", filter.year);
      else if (after) others = page.where("fiscal_year", "<", after.year);
      rows.push(...(await port.all(others.compile())));
    }
    const counted = { total: (await totals(filter)).accounts, exact: true };
    return paged(rows, limit, counted, (last) =>
      encodeCursor({ order: "name", year: last.fiscal_year, department: last.department, id: last.id }),
    );
  }

  /** What was recorded last. */
  async function newest(filter: Filter, { limit, cursor }: Asked): Promise<Page<AccountSummary>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, "recent");
    let page = db
      .selectFrom("account")
      .selectAll()
      .orderBy("recorded_at", "desc")
      .orderBy("id", "desc")
      .limit(limit + 1);
    if (filter.year !== undefined) page = page.where("fiscal_year", "=", filter.year);
    if (after) page = page.where(sql<boolean>`(recorded_at, id) < (${after.moment}, ${after.id})`);
    const rows = await port.all(page.compile());
    const counted = { total: (await totals(filter)).accounts, exact: true };
    return paged(rows, limit, counted, (last) =>
      encodeCursor({ order: "recent", moment: last.recorded_at, id: last.id }),
    );
  }

  async function search(filter: Filter, { limit, cursor, all }: Asked): Promise<Page<AccountSummary>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, "place");
    // The first page counts in passing; the pages after it know from their cursor.
    const most = after ? limit + 1 : Math.max(COUNTED, limit) + 1;
    const found = await find(filter, most);
    if (!found) return NOTHING;
    const { from, where, place } = found;
    const later = after ? sql`and ${place} < ${after.place}` : sql``;
    const rows = await port.all(
      sql<AccountRow & { found: number }>`with found as materialized (
          select ${place} as place from ${from} where ${where} ${later} order by ${place} desc limit ${sql.lit(most)}
        )
        select account.*, (select count(*) from found) as found
        from (select place from found order by place desc limit ${sql.lit(limit + 1)}) as page
        ${join} account on account.place = page.place
        order by page.place desc`.compile(db),
    );
    const counted = after?.counted ?? (await countedOf(found, Number(rows[0]?.found ?? 0), all));
    return paged(rows, limit, counted, (last) => encodeCursor({ order: "place", place: Number(last.place), counted }));
  }

  /** What was recorded last of what a search finds. Its index has another order, and two ways lead from it to this one. */
  async function searchNewest(filter: Filter, { limit, cursor, all }: Asked): Promise<Page<AccountSummary>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, "recent");
    const found = await find(filter);
    if (!found) return NOTHING;
    const { from, where, place, each } = found;
    const later = after ? sql`(account.recorded_at, account.id) < (${after.moment}, ${after.id})` : sql`1 = 1`;
    const end = sql`order by account.recorded_at desc, account.id desc limit ${sql.lit(limit + 1)}`;
    const some = sql`select ${place} as place from ${from} where ${where} limit ${sql.lit(sorted + 1)}`;
    // More than are sorted give no row here, as none at all do.
    let rows = await port.all(
      sql<AccountRow & { found: number }>`with found as materialized (${some})
        select account.*, (select count(*) from found) as found from found ${join} account on account.place = found.place
        where (select count(*) from found) <= ${sql.lit(sorted)} and ${later} ${end}`.compile(db),
    );
    let number = Number(rows[0]?.found ?? 0);
    if (rows.length === 0) {
      const most = await port.first(
        sql<{ count: number }>`select count(*) as count from (${some}) as found`.compile(db),
      );
      number = Number(most?.count ?? 0);
      if (number > sorted)
        rows = await port.all(
          sql<
            AccountRow & { found: number }
          >`select account.*, 0 as found from ${each.from} where ${each.where} and ${later} ${end}`.compile(db),
        );
    }
    const counted = after?.counted ?? (await countedOf(found, number, all));
    return paged(rows, limit, counted, (last) =>
      encodeCursor({ order: "recent", moment: last.recorded_at, id: last.id, counted }),
    );
  }

  /** What is said of how many there are, when so many were met: all of them, or at least so many. */
  async function countedOf(found: Chosen, met: number, all: boolean): Promise<Counted> {
    if (met <= COUNTED) return { total: met, exact: true };
    return all ? { total: await count(found), exact: true } : { total: COUNTED, exact: false };
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

/** A page of rows, of which one more than the page holds says that there is another. */
function paged(
  rows: readonly AccountRow[],
  limit: number,
  { total, exact }: Counted,
  cursorAt: (last: AccountRow) => string,
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
