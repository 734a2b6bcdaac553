import { sql } from "kysely";
import { CursorError, decodeCursor, encodeCursor } from "../cursor.ts";
import type { AccountSummary, Filter, ListQuery, Page } from "../model.ts";
import type { AccountRow } from "../schema.ts";
import type { Context } from "./context.ts";
import { chosen, isPlain, YEAR } from "./filter.ts";
import { summaryOf } from "./summary.ts";
import type { tallying } from "./tally.ts";

const PAGE = 50;
const LARGEST_PAGE = 200;

/**
 * Of a search, so many are counted, unless all are asked for: beyond, "at least" says enough, and a search costs no more
 * among ever more accounts.
 */
const COUNTED = 200;

/** Listing and searching. */
export function listing({ port, db }: Context, { totals }: Pick<ReturnType<typeof tallying>, "totals">) {
  /** Newest year first, then by name; with a filter beyond the year, the newest recorded first within a year. */
  async function list(query: ListQuery = {}): Promise<Page<AccountSummary>> {
    const { limit: wanted = PAGE, cursor, count, ...filter } = query;
    const limit = Math.min(Math.max(Math.trunc(wanted), 1), LARGEST_PAGE);
    return isPlain(filter) ? byName(filter, limit, cursor) : search(filter, limit, cursor, count === "exact");
  }

  async function byName(filter: Filter, limit: number, cursor: string | undefined): Promise<Page<AccountSummary>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    if (after && "place" in after) throw new CursorError("This is a cursor of a search.");
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
    const items = rows.slice(0, limit).map(summaryOf);
    const last = items.at(-1);
    const more = rows.length > limit && last;
    return {
      items,
      total: (await totals(filter)).accounts,
      exact: true,
      ...(more ? { next: encodeCursor({ year: last.fiscalYear, department: last.department, id: last.id }) } : {}),
    };
  }

  async function search(
    filter: Filter,
    limit: number,
    cursor: string | undefined,
    all: boolean,
  ): Promise<Page<AccountSummary>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    if (after && !("place" in after)) throw new CursorError("This is a cursor of a list by name.");
    const found = chosen(port.dialect, filter);
    if (!found) return { items: [], total: 0, exact: true };
    const { from, where, place } = found;
    const later = after ? sql`and ${place} < ${after.place}` : sql``;
    const rows = await port.all(
      sql<AccountRow>`select account.* from ${from} where ${where} ${later} order by ${place} desc limit ${sql.lit(limit + 1)}`.compile(
        db,
      ),
    );
    const more = rows.length > limit;
    const items = rows.slice(0, limit).map(summaryOf);
    // A first page that holds all has counted them.
    const count = !after && !more ? rows.length : await counted(filter, all);
    const last = rows[limit - 1];
    return {
      items,
      total: all ? count : Math.min(count, COUNTED),
      exact: all || count <= COUNTED,
      ...(more && last ? { next: encodeCursor({ place: Number(last.place ?? last.fiscal_year * YEAR) }) } : {}),
    };
  }

  async function counted(filter: Filter, all: boolean): Promise<number> {
    const { from, where } = chosen(port.dialect, filter)!;
    const row = await port.first(
      sql<{
        count: number;
      }>`select count(*) as count from (select 1 as one from ${from} where ${where} ${all ? sql`` : sql`limit ${sql.lit(COUNTED + 1)}`}) as found`.compile(
        db,
      ),
    );
    return Number(row?.count ?? 0);
  }

  return { list };
}
