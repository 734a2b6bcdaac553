import { sql } from "kysely";
import type { Filter } from "../model.ts";
import { among } from "./among.ts";
import type { Context } from "./context.ts";
import { INDEX, marked, partsOf } from "../tokens.ts";
import { askedOf, chosen, type Asked, type Chosen } from "./filter.ts";
import { WINDOW } from "./near.ts";
import type { Order } from "./place.ts";

/** How long it is believed how many accounts have a token, in milliseconds: it only decides what is looked for first. */
const BELIEVED = 10 * 60_000;

/** Tokens whose accounts are remembered. */
const MOST_TOKENS = 20_000;

/**
 * A run of a word narrows the search little beside a token that is so many times as rare: its list costs more than to look
 * into the few texts without it. The first run of a word may be that common, another one only if it is nearly as rare.
 */
const COMMON = { first: 40, other: 8 } as const;

/** So many runs of a word narrow a search well; its text decides in any case. */
const MOST_RUNS = 3;

/** PostgreSQL: all are gathered by the index unless they are so many times as many as are wanted. */
const PLENTY = 4;

/** PostgreSQL: in more windows than these it is no cheaper to look than to gather all. */
const MOST_WINDOWS = 24;

/**
 * Turning a filter into a query that begins with what the fewest accounts have. `nearest`: PostgreSQL looks in so many of
 * the newest windows first, whatever it knows of the tokens.
 */
export function finding({ port, db }: Context, nearest?: number) {
  const known = new Map<string, { readonly accounts: number; readonly at: number }>();
  let spreads: { readonly known: Spreads; readonly at: number } | undefined;
  let current = false;

  /** How many accounts have each token, of SQLite's own counts. */
  async function accountsWith(tokens: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const now = Date.now();
    const missing = tokens.filter((token) => now - (known.get(token)?.at ?? 0) > BELIEVED);
    if (missing.length > 0) {
      const rows = await port.all(
        db
          .selectFrom("account_term")
          .select(["term", "doc"])
          .where(among(port.dialect, "term", missing))
          .compile(),
      );
      const found = new Map(rows.map(({ term, doc }) => [term, Number(doc)]));
      for (const token of missing) {
        known.delete(token);
        known.set(token, { accounts: found.get(token) ?? 0, at: now });
        if (known.size > MOST_TOKENS) known.delete(known.keys().next().value!);
      }
    }
    return new Map(tokens.map((token) => [token, known.get(token)?.accounts ?? 0]));
  }

  /** PostgreSQL, how common the most common tokens are, by its statistics: a thousand, and none before there are any. */
  async function spreadsKnown(): Promise<Spreads> {
    if (spreads && Date.now() - spreads.at <= BELIEVED) return spreads.known;
    const rows = await port.all(
      sql<{
        token: string;
        share: number;
        accounts: number;
      }>`select common.token, common.share, class.reltuples as accounts
        from pg_class as class
        join pg_namespace as space on space.oid = class.relnamespace
        join pg_stats as stats on stats.schemaname = space.nspname and stats.tablename = class.relname and stats.attname = 'tokens'
        cross join unnest(stats.most_common_elems::text::text[], stats.most_common_elem_freqs) as common (token, share)
        where class.oid = 'account_index'::regclass and common.token is not null`.compile(db),
    );
    const known = {
      shares: new Map(rows.map(({ token, share }) => [token, share])),
      least: Math.min(...rows.map(({ share }) => share), 1),
      accounts: Number(rows[0]?.accounts ?? 0),
    };
    spreads = { known, at: Date.now() };
    return known;
  }

  /**
   * In how many of the newest windows PostgreSQL looks first; undefined where it gathers all at once, because they are few.
   * Of the runs of one word the rarest tells how common it is; a token of which nothing is known is rarer than those.
   */
  async function enoughIn(asked: Asked, tokens: readonly string[], most: number): Promise<number | undefined> {
    if (port.dialect !== "postgresql" || tokens.length === 0) return undefined;
    if (nearest !== undefined) return nearest;
    const spread = await spreadsKnown();
    const { accounts } = spread;
    const shareOf = (token: string) => shareIn(spread, token);
    const words = [...asked.tokens.map((token) => [token]), ...[...asked.long, ...asked.named].map(({ runs }) => runs)];
    const share = words.reduce((product, runs) => product * Math.min(...runs.map(shareOf)), 1);
    if (share * accounts < PLENTY * most) return undefined;
    // Chance gives a window fewer than its share: three times the spread of that (its square root) leaves few short.
    const windows = Math.ceil((most + 3 * Math.sqrt(most)) / share / WINDOW) + 1;
    return windows > MOST_WINDOWS ? undefined : windows;
  }

  /** How many accounts have each token: PostgreSQL guesses. */
  async function expectedWith(tokens: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (port.dialect !== "postgresql") return accountsWith(tokens);
    const spread = await spreadsKnown();
    return new Map(tokens.map((token) => [token, shareIn(spread, token) * spread.accounts]));
  }

  /** The tokens to look for, those of the fewest accounts first; without runs that their word's text makes needless. */
  async function ordered({ tokens, long, named }: Asked): Promise<readonly string[]> {
    const groups = [...long, ...named].map(({ runs }) => spreadOut(runs));
    const all = [...new Set([...tokens, ...groups.flat()])];
    if (all.length < 2) return all;
    const accounts = await expectedWith(all);
    const rarest = (list: readonly string[]) =>
      list.toSorted((left, right) => accounts.get(left)! - accounts.get(right)!);
    const fewest = Math.max(1, accounts.get(rarest(all)[0]!)!);
    // What is guessed leaves no word out.
    const first = port.dialect === "postgresql" ? Number.POSITIVE_INFINITY : COMMON.first;
    const narrowing = groups.flatMap((runs) =>
      rarest(runs)
        .slice(0, MOST_RUNS)
        .filter((run, index) => accounts.get(run)! <= fewest * (index === 0 ? first : COMMON.other)),
    );
    return rarest([...new Set([...tokens, ...narrowing])]);
  }

  /** Whether all accounts were written by this version; once they were, what is written later is too. */
  async function allCurrent(): Promise<boolean> {
    current ||= !(await port.first(
      db.selectFrom("account").select("id").where("indexed", "<", INDEX).limit(1).compile(),
    ));
    return current;
  }

  /**
   * Long words that no department has in its name, because none has one of their runs there: most sentences. Only SQLite
   * knows how many have a token.
   */
  async function unnamedOf({ long }: Asked): Promise<ReadonlySet<string>> {
    const inNames = new Map(long.map(({ text, runs }) => [text, runs.map((run) => marked("department", run))]));
    if (port.dialect === "postgresql" || long.length === 0) return new Set();
    const accounts = await accountsWith([...inNames.values()].flat());
    return new Set(
      long.map(({ text }) => text).filter((text) => inNames.get(text)!.some((run) => accounts.get(run) === 0)),
    );
  }

  /** How to find the accounts of a filter, or the first of them; undefined where no account can match. */
  async function find(filter: Filter, first?: First): Promise<Chosen | undefined> {
    const asked = askedOf(filter, await allCurrent());
    if (!asked) return undefined;
    const tokens = await ordered(asked);
    const windows = first && current ? await enoughIn(asked, tokens, first.most(asked.long.length > 0)) : undefined;
    return chosen(port.dialect, filter, asked, tokens, {
      order: first?.order,
      ...(first && windows !== undefined ? { near: { order: first.order, windows, before: first.before } } : {}),
      unnamed: await unnamedOf(asked),
    });
  }

  return { find };
}

/** The share of accounts that have a token; of one that is not among the most common ones, by what it stands for. */
function shareIn({ shares, least }: Spreads, token: string): number {
  const known = (one: string) => shares.get(one) ?? least;
  return (
    shares.get(token) ??
    Math.min(
      least,
      partsOf(token).reduce((product, part) => product * known(part), 1),
    )
  );
}

/** The first, the last and the middle before the others: of runs as rare as each other, those that say most. */
function spreadOut(runs: readonly string[]): readonly string[] {
  const middle = runs[runs.length >> 1];
  return [...new Set([runs[0], runs.at(-1), middle, ...runs].filter((run) => run !== undefined))];
}

/** The first of an order. */
export interface First {
  readonly order: Order;
  /** How many are wanted, where the text of each is read and where it is not. */
  readonly most: (reads: boolean) => number;
  /** Only those after this place or number. */
  readonly before?: number | undefined;
}

/** How common tokens are: the share of accounts that have each, the least of them, and how many accounts there are. */
interface Spreads {
  readonly shares: ReadonlyMap<string, number>;
  readonly least: number;
  readonly accounts: number;
}
