import { sql, type RawBuilder } from "kysely";
import type { Port } from "../port.ts";
import type { Filter } from "../model.ts";
import { marked, normaliseWords, queryTokens, tokensOf } from "../tokens.ts";

/** The accounts that a filter chooses, as parts of a query over the index and the accounts it points to. */
export interface Chosen {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  /** The order of searches. */
  readonly place: RawBuilder<number>;
}

/** How many places a year has. */
export const YEAR = 2 ** 32;

/** Whether a filter needs the index; a list of all, or of a year, stands in an order of its own. */
export function isPlain(filter: Filter): boolean {
  return Object.entries(filter).every(([name, value]) => name === "year" || value === undefined || value === "");
}

/** How to find the accounts of a filter; undefined where no account can match. */
export function chosen(dialect: Port["dialect"], filter: Filter): Chosen | undefined {
  const words = normaliseWords(filter.q ?? "")
    .split(" ")
    .filter((word) => word !== "");
  const tokens = new Set<string>(words.flatMap(queryTokens));
  const conditions: RawBuilder<unknown>[] = [];
  const named = (mark: "department" | "region", text: string, columns: readonly string[]) => {
    const pairs = normaliseWords(text)
      .split(" ")
      .filter((word) => word !== "")
      .flatMap(queryTokens);
    for (const pair of pairs) tokens.add(marked(mark, pair));
    // The pairs are there: whether the words are, their own column says.
    conditions.push(
      sql`(${sql.join(
        columns.map((column) => within(dialect, column, text.trim())),
        sql` or `,
      )})`,
    );
    return pairs.length > 0;
  };
  if (filter.department && !named("department", filter.department, ["account.department"])) return undefined;
  if (filter.region && !named("region", filter.region, ["account.region", "account.department"])) return undefined;
  if (filter.division) tokens.add(marked("division", filter.division));
  if (filter.level) tokens.add(marked("level", filter.level));
  if (filter.functional) tokens.add(marked("functional", filter.functional));
  if (filter.fund) tokens.add(marked("fund", filter.fund));
  if (filter.severity) tokens.add(marked("severity", filter.severity));

  const sqlite = dialect === "sqlite";
  const place = sqlite ? sql<number>`account_index.rowid` : sql<number>`account_index.place`;
  if (filter.year !== undefined)
    conditions.push(sql`${place} >= ${filter.year * YEAR} and ${place} < ${(filter.year + 1) * YEAR}`);
  // Words of more than two characters are looked for in the text of those that have all of their pairs.
  const long = words.filter((word) => [...word].length > 2);
  for (const word of long) conditions.push(within(dialect, "account_words.words", word));
  // What was asked for has no letter and no digit: it asks for nothing in particular.
  const match = tokens.size === 0 ? sql`1 = 1` : matching(dialect, [...tokens]);
  return {
    // SQLite takes a cross join in the order it is written: the index first.
    from: sqlite
      ? sql`account_index cross join account on account.place = account_index.rowid ${long.length > 0 ? sql`cross join account_words on account_words.account_id = account.id` : sql``}`
      : sql`account_index join account on account.place = account_index.place ${long.length > 0 ? sql`join account_words on account_words.account_id = account.id` : sql``}`,
    where: sql.join([match, ...conditions], sql` and `),
    place,
  };
}

/** All of the tokens. They hold letters and digits only, so quoting them is safe in either language. */
function matching(dialect: Port["dialect"], tokens: readonly string[]): RawBuilder<unknown> {
  if (dialect === "sqlite") return sql`account_index match ${tokens.map((token) => `"${token}"`).join(" AND ")}`;
  return sql`account_index.tokens @@ ${tokens.map((token) => `'${token}'`).join(" & ")}::tsquery`;
}

/** Whether a column contains a text, letter by letter: no character of it is a wildcard. */
const within = (dialect: Port["dialect"], column: string, text: string) =>
  dialect === "sqlite" ? sql`instr(${sql.ref(column)}, ${text}) > 0` : sql`strpos(${sql.ref(column)}, ${text}) > 0`;

/** The tokens of names that can be searched by themselves. */
export const nameTokens = (mark: "department" | "region", text: string) =>
  tokensOf(normaliseWords(text)).map((token) => marked(mark, token));
