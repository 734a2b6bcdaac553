import { decodeCursor, encodeCursor } from "../cursor.ts";
import type { AccountSummary, ListQuery, Page } from "../model.ts";
import type { Context } from "./context.ts";
import { chosen } from "./filter.ts";
import { summaryOf } from "./summary.ts";

const PAGE = 50;
const LARGEST_PAGE = 200;

/** Listing and searching. */
export function listing({ port, db }: Context) {
  async function list(query: ListQuery = {}): Promise<Page<AccountSummary>> {
    const limit = Math.min(Math.max(Math.trunc(query.limit ?? PAGE), 1), LARGEST_PAGE);
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
    const wanted = chosen(query);
    const counted = await port.first(
      db
        .selectFrom("account")
        .select(({ fn }) => fn.countAll<number>().as("total"))
        .where(wanted)
        .compile(),
    );
    let page = db.selectFrom("account").selectAll().where(wanted);
    if (after) {
      // Newest year first, then by name: what stands after the last row of the page before.
      page = page.where((where) =>
        where.or([
          where("fiscal_year", "<", after.year),
          where.and([where("fiscal_year", "=", after.year), where("department", ">", after.department)]),
          where.and([
            where("fiscal_year", "=", after.year),
            where("department", "=", after.department),
            where("id", ">", after.id),
          ]),
        ]),
      );
    }
    const rows = await port.all(
      page
        .orderBy("fiscal_year", "desc")
        .orderBy("department")
        .orderBy("id")
        .limit(limit + 1)
        .compile(),
    );
    const items = rows.slice(0, limit).map(summaryOf);
    const last = items.at(-1);
    return {
      items,
      total: Number(counted?.total ?? 0),
      ...(rows.length > limit && last
        ? { next: encodeCursor({ year: last.fiscalYear, department: last.department, id: last.id }) }
        : {}),
    };
  }

  return { list };
}
