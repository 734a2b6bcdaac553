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
  /** Among so many of the newest accounts. */
  readonly accounts: number;
  /** Those that come after this place, or this number, in the order: where a page goes on. */
  readonly before?: number | undefined;
}

const numberOf = (place: RawBuilder<unknown>) => sql`(${place})::bigint >> ${sql.lit(BITS)}`;
const tokenOf = (window: RawBuilder<unknown>) =>
  sql<string>`(chr(${sql.lit(MARKS.window.codePointAt(0)!)}) || to_hex(${window}))`;

/** The token of the window that a place is in. */
export const windowOf = (place: RawBuilder<unknown>) => tokenOf(numberOf(place));

/** All of the tokens, as PostgreSQL writes them. They hold letters and digits only, so quoting them is safe. */
const written = (tokens: readonly string[]) => tokens.map((token) => `'${token}'`).join(" & ");

export const isMatched = (tokens: readonly string[]) => sql`account_index.tokens @@ ${written(tokens)}::tsquery`;

/** The places with all of the tokens among the newest accounts, of all or of a year, in their order. */
export function near(tokens: readonly string[], year: number | undefined, { order, accounts, before }: Near) {
  // Within a year, the order of places is the order of numbers.
  const byNumber = order === "number" && year === undefined;
  const limit = byNumber || before === undefined || order === "place" ? before : year! * YEAR + before;
  const key = (place: RawBuilder<number>) => (byNumber ? numberAt(place) : place);
  const table = sql.table(byNumber ? "account" : "account_index");
  const own = sql.ref<number>(byNumber ? "account.place" : "account_index.place");
  // No index has the order of this sum, which leaves the one of tokens.
  const place = sql<number>`(account_index.place + 0)`;
  return sql`(with near as materialized (
      select ${own} as place from ${table} where ${own} is not null
        ${limit === undefined ? sql`` : sql`and ${key(own)} < ${limit}`}
        ${year === undefined ? sql`` : sql`and ${own} >= ${year * YEAR} and ${own} < ${(year + 1) * YEAR}`}
      order by ${key(own)} desc limit ${sql.lit(accounts)}
    ), said as materialized (
      select (select min(${key(sql.ref("near.place"))}) from near) as least, string_agg(quote_literal(${tokenOf(sql.ref("number"))}), '|') as windows
      from (select distinct ${numberOf(sql.ref("near.place"))} as number from near) as met
    )
    select ${place} as place from account_index
    where account_index.tokens @@ (${`${written(tokens)} & (`}::text || (select windows from said) || ')')::tsquery
      and ${key(place)} >= (select least from said)
    order by ${key(place)} desc) as account_index`;
}
