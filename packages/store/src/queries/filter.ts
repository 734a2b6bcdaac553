import { sql, type RawBuilder } from "kysely";
import { prefixOf } from "@juesuan/core/divisions";
import type { Filter } from "../model.ts";
import type { Port } from "../port.ts";
import { both, LENGTH, marked, normaliseWords, paired, queryTokens, tokensOf } from "../tokens.ts";
import { isMatched, near, type Near } from "./near.ts";
import { YEAR, type Order } from "./place.ts";

/** Whether a filter needs the index; a list of all, or of a year, stands in an order of its own. */
export function isPlain(filter: Filter): boolean {
  return Object.entries(filter).every(([name, value]) => name === "year" || value === undefined || value === "");
}

/** What a filter asks of the index and of the rows it points to. */
export interface Asked {
  /** Every one of them must be there. */
  readonly tokens: readonly string[];
  /** Words longer than a token, in their text: its tokens narrow the search, the text decides. */
  readonly long: readonly { readonly text: string; readonly runs: readonly string[] }[];
  /** Words of a name: one of the columns contains them. */
  readonly named: readonly {
    readonly text: string;
    readonly columns: readonly string[];
    readonly runs: readonly string[];
  }[];
}

/** Before this version, no more than so many characters were a token. */
const EARLIER_LENGTH = 2;

/**
 * What is to be looked for; undefined where no account can match. `current`: whether every account of the index has the
 * tokens of this version, three characters and several things at once; otherwise those will do that all have.
 */
export function askedOf(filter: Filter, current: boolean): Asked | undefined {
  const length = current ? LENGTH : EARLIER_LENGTH;
  const all = normaliseWords(filter.q ?? "")
    .split(" ")
    .filter((word) => word !== "");
  const { words, pair } = current ? paired(all) : { words: all };
  const short = words.filter((word) => [...word].length <= length);
  const long = words
    .filter((word) => [...word].length > length)
    .map((text) => ({ text, runs: queryTokens(text, length) }));
  const named: { text: string; columns: readonly string[]; runs: string[] }[] = [];
  for (const [mark, columns] of [
    ["department", ["account.department"]],
    ["region", ["account.region", "account.department"]],
  ] as const) {
    const text = filter[mark];
    if (!text) continue;
    const runs = normaliseWords(text)
      .split(" ")
      .flatMap((word) => queryTokens(word, length))
      .map((run) => marked(mark, run));
    if (runs.length === 0) return undefined;
    named.push({ text: text.trim(), columns, runs });
  }
  const tokens = new Set([...(pair ? [pair] : []), ...short, ...filtersOf(filter, current)]);
  return { tokens: [...tokens], long, named };
}

/** The tokens of the filters that are codes. */
function filtersOf(filter: Filter, current: boolean): string[] {
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
  if (!current) return plain;
  // Several at once are of fewer accounts than each of them, and say the same.
  if (division !== undefined && functional && isClass && severity)
    return [
      both(division, functional, severity),
      ...rest.filter((one) => one !== severity).map((one) => both(division, one!)),
    ];
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
export interface Sought {
  /** The index first: what it finds is looked up. */
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

export interface Chosen extends Sought {
  /** PostgreSQL: those among the newest accounts, where enough are to be expected there. */
  readonly nearest?: Sought;
  /** The order of searches. */
  readonly place: RawBuilder<number>;
  /** PostgreSQL: all are gathered by the index, rather than looked at in their order until there are enough. */
  readonly gathered: boolean;
  /** Whether the text of each is read. */
  readonly reads: boolean;
}

/** How what the index finds is gone through. */
export interface Way {
  /** The first ones of this order, of which not all are wanted; absent where all are. */
  readonly order?: Order | undefined;
  /** PostgreSQL: in so many of the newest windows first. */
  readonly near?: Near | undefined;
  /** Long words that no department has in its name: only the text is looked into. */
  readonly unnamed: ReadonlySet<string>;
}

/** Puts into words what was asked; `ordered` gives the tokens to look for, those of the fewest accounts first. */
export function chosen(
  dialect: Port["dialect"],
  { year }: Filter,
  { long, named }: Asked,
  ordered: readonly string[],
  way: Way,
): Chosen {
  const sqlite = dialect === "sqlite";
  const place = sqlite ? sql<number>`account_index.rowid` : sql<number>`account_index.place`;
  const gathered = !sqlite && ordered.length > 0;
  const conditions = [
    // What was asked for has no letter and no digit: it asks for nothing in particular.
    ordered.length === 0 || gathered ? sql`1 = 1` : matching(ordered),
    ...(year === undefined ? [] : [sql`${place} >= ${year * YEAR} and ${place} < ${(year + 1) * YEAR}`]),
    ...named.map(({ text, columns }) => {
      const contains = columns.map((column) => within(dialect, column, text));
      return sql`(${sql.join(contains, sql` or `)})`;
    }),
    ...long.map(({ text }) => {
      // No "exists": PostgreSQL would read all texts at once to know those with the word.
      const inText = sql`(select ${within(dialect, "account_text.words", text)} from account_text where account_text.place = ${place})`;
      // A name that contains the word has it in its text, too, which is then not read.
      return way.unnamed.has(text) ? inText : sql`(${within(dialect, "account.department", text)} or ${inText})`;
    }),
  ];
  const looked = named.length > 0 || long.some(({ text }) => !way.unnamed.has(text));
  const row = looked ? rowAt(dialect, place) : sql``;
  const where = sql.join(conditions, sql` and `);
  return {
    from: sql`${gathered ? gathering(ordered, way.order) : sql`account_index`} ${row}`,
    where,
    ...(gathered && way.near ? { nearest: { from: sql`${near(ordered, year, way.near)} ${row}`, where } } : {}),
    place,
    gathered,
    reads: long.length > 0,
  };
}

/**
 * PostgreSQL, the places of all accounts that have the tokens. It takes a row's tokens for as cheap to look through as its
 * number, though they are kept apart from it and must be fetched and unpacked; so it would rather go along the order of
 * places, and for a rare word through all of them. No index has the order of this sum, which leaves the one of tokens; nor
 * does what is asked of places outside reach past an offset.
 */
const gathering = (tokens: readonly string[], order: Order | undefined) => {
  const having = sql`from account_index where ${isMatched(tokens)}`;
  if (order === undefined) return sql`(select account_index.place ${having} offset 0) as account_index`;
  const by = order === "place" ? sql`1` : sql`account_index.place % ${sql.lit(YEAR)}`;
  return sql`(select account_index.place + 0 as place ${having} order by ${by} desc) as account_index`;
};

/**
 * The row of each place, one by one as they come: reading stops where there are enough. SQLite takes a cross join in the
 * order it is written; PostgreSQL would read all rows and join them with what it expects to find, too little.
 */
const rowAt = (dialect: Port["dialect"], place: RawBuilder<number>) =>
  dialect === "sqlite"
    ? sql`cross join account on account.place = ${place}`
    : sql`cross join lateral (select account.department, account.region from account where account.place = ${place} offset 0) as account`;

/** SQLite: all of the tokens. They hold letters and digits only, so quoting them is safe. */
const matching = (tokens: readonly string[]) =>
  sql`account_index match ${tokens.map((token) => `"${token}"`).join(" AND ")}`;

/** Whether a column contains a text, letter by letter: no character of it is a wildcard. */
const within = (dialect: Port["dialect"], column: string, text: string) =>
  dialect === "sqlite" ? sql`instr(${sql.ref(column)}, ${text}) > 0` : sql`strpos(${sql.ref(column)}, ${text}) > 0`;

/** The tokens of names that can be searched by themselves. */
export const nameTokens = (mark: "department" | "region", text: string) =>
  tokensOf(normaliseWords(text)).map((token) => marked(mark, token));
