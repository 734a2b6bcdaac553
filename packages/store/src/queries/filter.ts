import { sql, type RawBuilder } from "kysely";
import { prefixOf } from "@juesuan/core/divisions";
import type { Filter } from "../model.ts";
import type { Port } from "../port.ts";
import { both, marked, normaliseWords, queryTokens, tokensOf } from "../tokens.ts";

/** How many places a year has. */
export const YEAR = 2 ** 32;

/** Whether a filter needs the index; a list of all, or of a year, stands in an order of its own. */
export function isPlain(filter: Filter): boolean {
  return Object.entries(filter).every(([name, value]) => name === "year" || value === undefined || value === "");
}

/** What a filter asks of the index and of the rows it points to. */
export interface Asked {
  /** Every one of them must be there. */
  readonly tokens: readonly string[];
  /** The words that were asked for: the text contains each. */
  readonly words: readonly string[];
  /** Words longer than a pair, in their text: their pairs narrow the search, the text decides. */
  readonly long: readonly { readonly text: string; readonly pairs: readonly string[] }[];
  /** Words of a name: one of the columns contains them. */
  readonly named: readonly {
    readonly text: string;
    readonly columns: readonly string[];
    readonly pairs: readonly string[];
  }[];
}

/** The longest words are looked for by their pairs, and then letter by letter. */
const PAIR = 2;

/**
 * What is to be looked for; undefined where no account can match. `paired`: whether every account of the index has the
 * tokens of two filters at once.
 */
export function askedOf(filter: Filter, paired: boolean): Asked | undefined {
  const words = normaliseWords(filter.q ?? "")
    .split(" ")
    .filter((word) => word !== "");
  const short = words.filter((word) => [...word].length <= PAIR);
  const long = words.filter((word) => [...word].length > PAIR).map((text) => ({ text, pairs: queryTokens(text) }));
  const named: { text: string; columns: readonly string[]; pairs: string[] }[] = [];
  for (const [mark, columns] of [
    ["department", ["account.department"]],
    ["region", ["account.region", "account.department"]],
  ] as const) {
    const text = filter[mark];
    if (!text) continue;
    const pairs = normaliseWords(text)
      .split(" ")
      .filter((word) => word !== "")
      .flatMap(queryTokens)
      .map((pair) => marked(mark, pair));
    if (pairs.length === 0) return undefined;
    named.push({ text: text.trim(), columns, pairs });
  }
  const tokens = new Set([...short.flatMap(queryTokens), ...filtersOf(filter, paired)]);
  return { tokens: [...tokens], words, long, named };
}

/** The tokens of the filters that are codes. */
function filtersOf(filter: Filter, paired: boolean): string[] {
  const prefix = prefixOf(filter.division ?? "");
  const division = prefix === "" ? undefined : marked("division", prefix);
  const functional = filter.functional ? marked("functional", filter.functional) : undefined;
  const severity = filter.severity ? marked("severity", filter.severity) : undefined;
  const rest = [
    filter.level && marked("level", filter.level),
    filter.fund && marked("fund", filter.fund),
    severity,
  ].filter((token) => token !== undefined && token !== "");
  const isClass = filter.functional?.length === 3;
  const plain = [division, functional, ...rest].filter((token) => token !== undefined) as string[];
  if (!paired) return plain;
  // Two at once are of fewer accounts than each of them, and say the same.
  if (division !== undefined) {
    const others = [...(functional && isClass ? [functional] : []), ...rest] as string[];
    const left = functional && !isClass ? [functional] : [];
    return others.length === 0 ? plain : [...others.map((one) => both(division, one)), ...left];
  }
  if (functional && isClass && severity)
    return [both(functional, severity), ...(rest.filter((one) => one !== severity) as string[])];
  return plain;
}

/** The accounts that a filter chooses, as parts of a query over the index and what it points to. */
export interface Chosen {
  /** The index first: what it finds is looked up. */
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  /** The order of searches. */
  readonly place: RawBuilder<number>;
  /** The same accounts without the index: each is looked at by itself. */
  readonly each: { readonly from: RawBuilder<unknown>; readonly where: RawBuilder<unknown> };
}

/** How what the index finds is gone through. */
export interface Way {
  /** The newest places first, of which not all are wanted. */
  readonly newest: boolean;
  /** PostgreSQL: all are gathered by the index, rather than looked at in their order until there are enough. */
  readonly gathered: boolean;
}

/** Puts into words what was asked; `ordered` gives the tokens to look for, those of the fewest accounts first. */
export function chosen(
  dialect: Port["dialect"],
  filter: Filter,
  { words, long, named }: Asked,
  ordered: readonly string[],
  way: Way,
): Chosen {
  const sqlite = dialect === "sqlite";
  const place = sqlite ? sql<number>`account_index.rowid` : sql<number>`account_index.place`;
  const gathered = !sqlite && way.gathered && ordered.length > 0;
  const { year } = filter;
  const names = named.map(({ text, columns }) => {
    const contains = columns.map((column) => within(dialect, column, text));
    return sql`(${sql.join(contains, sql` or `)})`;
  });
  // A name that contains the word has it in its text, too, which is then not read.
  const texts = (some: readonly string[], at: RawBuilder<unknown>) =>
    some.map(
      (word) =>
        // No "exists": PostgreSQL would read all texts at once to know those with the word.
        sql`(${within(dialect, "account.department", word)} or (select ${within(dialect, "account_text.words", word)} from account_text where account_text.place = ${at}))`,
    );
  const conditions = [
    // What was asked for has no letter and no digit: it asks for nothing in particular.
    ordered.length === 0 || gathered ? sql`1 = 1` : matching(dialect, ordered),
    ...(year === undefined ? [] : [sql`${place} >= ${year * YEAR} and ${place} < ${(year + 1) * YEAR}`]),
    ...names,
    ...texts(
      long.map(({ text }) => text),
      place,
    ),
  ];
  const looked = long.length + named.length > 0;
  return {
    from: sql`${gathered ? gathering(ordered, way.newest) : sql`account_index`} ${looked ? rowAt(dialect, place) : sql``}`,
    where: sql.join(conditions, sql` and `),
    place,
    each: {
      from: sql`account`,
      where: sql.join(
        [sql`account.place is not null`, ...rowConditions(filter), ...names, ...texts(words, sql.ref("account.place"))],
        sql` and `,
      ),
    },
  };
}

/** What the filters that are codes ask of an account's own row and amounts. */
function rowConditions({ year, division, level, functional, fund, severity }: Filter): RawBuilder<unknown>[] {
  const prefix = prefixOf(division ?? "");
  const amount = (column: "functional" | "fund", value: string) =>
    sql`exists (select 1 from amount where amount.account_id = account.id and ${sql.ref(`amount.${column}`)} = ${value} and amount.fen <> 0)`;
  return [
    ...(year === undefined ? [] : [sql`account.fiscal_year = ${year}`]),
    ...(prefix === "" ? [] : [sql`substr(account.division, 1, ${sql.lit(prefix.length)}) = ${prefix}`]),
    ...(level ? [sql`account.level = ${level}`] : []),
    ...(functional ? [amount("functional", functional)] : []),
    ...(fund ? [amount("fund", fund)] : []),
    ...(severity === "error" ? [sql`account.errors > 0`] : []),
    ...(severity === "warning" ? [sql`account.warnings > 0`] : []),
  ];
}

/**
 * PostgreSQL, the places of all accounts that have the tokens. It takes a row's tokens for as cheap to look through as its
 * number, though they are kept apart from it and must be fetched and unpacked; so it would rather go along the order of
 * places, and for a rare word through all of them. No index has the order of this sum, which leaves the one of tokens; nor
 * does what is asked of places outside reach past an offset.
 */
const gathering = (tokens: readonly string[], newest: boolean) => {
  const having = sql`from account_index where ${matching("postgresql", tokens)}`;
  return newest
    ? sql`(select account_index.place + 0 as place ${having} order by 1 desc) as account_index`
    : sql`(select account_index.place ${having} offset 0) as account_index`;
};

/**
 * The row of each place, one by one as they come: reading stops where there are enough. SQLite takes a cross join in the
 * order it is written; PostgreSQL would read all rows and join them with what it expects to find, too little.
 */
const rowAt = (dialect: Port["dialect"], place: RawBuilder<number>) =>
  dialect === "sqlite"
    ? sql`cross join account on account.place = ${place}`
    : sql`cross join lateral (select account.department, account.region from account where account.place = ${place} offset 0) as account`;

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
