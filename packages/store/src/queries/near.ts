import { sql, type RawBuilder } from "kysely";
import { MARKS } from "../tokens.ts";
import { numberAt, YEAR, type Order } from "./place.ts";

// PostgreSQL gives what has a token in no order: all of it is gathered and sorted before the first fifty are known, ever
// more as accounts become more. So every account has a token of the window of places that it stands in. Where enough of
// what is sought is to be expected among the newest accounts, the tokens are asked for together with the windows of those:
// the index passes over the rest, and a search costs the same however many accounts there are.

/** So many bits of places are one window: 1,024 accounts of one year that were recorded one after the other. */
const BITS = 10;

/** Where to look first. */
export interface Near {
  readonly order: Order;
  /** In so many of the newest windows that have accounts. */
  readonly windows: number;
  /** Those that come after this place, or this number, in the order: where a page goes on. */
  readonly before?: number | undefined;
}

/** So many accounts a window holds, unless some of them were published anew since. */
export const WINDOW = 2 ** BITS;

const numberOf = (place: RawBuilder<unknown>) => sql`(${place})::bigint >> ${sql.lit(BITS)}`;
const tokenOf = (window: RawBuilder<unknown>) =>
  sql<string>`(chr(${sql.lit(MARKS.window.codePointAt(0)!)}) || to_hex(${window}))`;

/** The token of the window that a place is in. */
export const windowOf = (place: RawBuilder<unknown>) => tokenOf(numberOf(place));

/** All of the tokens, as PostgreSQL writes them. They hold letters and digits only, so quoting them is safe. */
const written = (tokens: readonly string[]) => tokens.map((token) => `'${token}'`).join(" & ");

export const isMatched = (tokens: readonly string[]) => sql`account_index.tokens @@ ${written(tokens)}::tsquery`;

/**
 * The places with all of the tokens in the newest windows, of all or of a year, in their order. Each window is looked up by
 * the newest account before the one before it; together they hold every account from their oldest place on.
 */
export function near(tokens: readonly string[], year: number | undefined, { order, windows, before }: Near) {
  // Within a year, the order of places is the order of numbers.
  const byNumber = order === "number" && year === undefined;
  const limit = byNumber || before === undefined || order === "place" ? before : year! * YEAR + before;
  const own = byNumber ? sql.ref<number>("account.place") : sql.ref<number>("account_index.place");
  const key = byNumber ? numberAt(own) : own;
  const newest = (
    below: RawBuilder<unknown> | undefined,
  ) => sql`select (${key})::bigint >> ${sql.lit(BITS)} as span, 1 as met
    from ${sql.table(byNumber ? "account" : "account_index")} where ${own} is not null
      ${below === undefined ? sql`` : sql`and ${key} < ${below}`}
      ${year === undefined ? sql`` : sql`and ${own} >= ${year * YEAR} and ${own} < ${(year + 1) * YEAR}`}
    order by ${key} desc limit 1`;
  // A window of numbers is one of places in every year.
  const found = byNumber
    ? sql`(select (tally.fiscal_year::bigint * ${sql.lit(YEAR / WINDOW)} + newest.span) as span from newest cross join tally
        where tally.facet = 'year' and tally.value = '' and tally.fiscal_year >= 0)`
    : sql`newest`;
  // No index has the order of this sum, which leaves the one of tokens.
  const place = sql<number>`(account_index.place + 0)`;
  return sql`(with recursive newest(span, met) as (
      (${newest(limit === undefined ? undefined : sql`${limit}`)})
    union all
      select before.span, newest.met + 1 from newest cross join lateral (${newest(sql`newest.span << ${sql.lit(BITS)}`)}) as before
      where newest.met < ${sql.lit(windows)}
    )
    select ${place} as place from account_index
    where account_index.tokens @@ (select ${`${written(tokens)} & (`}::text || string_agg(quote_literal(${tokenOf(sql`found.span`)}), '|') || ')' from ${found} as found)::tsquery
    order by ${byNumber ? numberAt(place) : place} desc) as account_index`;
}
