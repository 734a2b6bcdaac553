import { sql } from "kysely";
import type { Filter } from "../model.ts";
import { among } from "./among.ts";
import type { Context } from "./context.ts";
import { askedOf, chosen, type Asked, type Chosen, type Order } from "./filter.ts";
import { INDEX } from "../tokens.ts";

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

/**
 * PostgreSQL: to look whether an account has a token costs as much as to gather so many by the index (measured at 2,000
 * accounts: about 10 and 0.4 microseconds, since tokens are fetched and unpacked).
 */
const LOOK = 25;

/** Turning a filter into a query that begins with what the fewest accounts have. */
export function finding({ port, db }: Context, look = LOOK) {
  const known = new Map<string, { readonly accounts: number; readonly at: number }>();
  let spreads: { readonly of: ReadonlyMap<string, Spread>; readonly at: number } | undefined;
  let current = false;

  /** How many accounts have each token. PostgreSQL orders what it looks for by itself. */
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
  async function spreadsKnown(): Promise<ReadonlyMap<string, Spread>> {
    if (spreads && Date.now() - spreads.at <= BELIEVED) return spreads.of;
    const rows = await port.all(
      sql<
        Spread & { token: string }
      >`select common.token, common.share, class.reltuples as accounts from pg_class as class
        join pg_namespace as space on space.oid = class.relnamespace
        join pg_stats as stats on stats.schemaname = space.nspname and stats.tablename = class.relname and stats.attname = 'tokens'
        cross join unnest(stats.most_common_elems::text::text[], stats.most_common_elem_freqs) as common (token, share)
        where class.oid = 'account_index'::regclass and common.token is not null`.compile(db),
    );
    spreads = { of: new Map(rows.map(({ token, ...spread }) => [token, spread])), at: Date.now() };
    return spreads.of;
  }

  /**
   * Whether PostgreSQL gathers all that the index finds. It does not where one word is of so many accounts that the newest
   * ones which are wanted are met sooner by looking at each; how many have two words at once nobody knows before.
   */
  async function isGathered(tokens: readonly string[], { long, named }: Asked, first?: First): Promise<boolean> {
    if (port.dialect !== "postgresql" || first === undefined) return true;
    const [token, ...others] = tokens;
    if (token === undefined || others.length + long.length + named.length > 0) return true;
    const spread = (await spreadsKnown()).get(token);
    return !spread || spread.share * spread.accounts < (first.most / spread.share) * look;
  }

  /** The tokens to look for, those of the fewest accounts first; without runs that their word's text makes needless. */
  async function ordered({ tokens, long, named }: Asked): Promise<readonly string[]> {
    const groups = [...long, ...named].map(({ runs }) => runs);
    const all = [...new Set([...tokens, ...groups.flat()])];
    if (port.dialect === "postgresql" || all.length < 2) return all;
    const accounts = await accountsWith(all);
    const rarest = (list: readonly string[]) =>
      list.toSorted((left, right) => accounts.get(left)! - accounts.get(right)!);
    const fewest = Math.max(1, accounts.get(rarest(all)[0]!)!);
    const narrowing = groups.flatMap((runs) =>
      rarest(runs)
        .slice(0, MOST_RUNS)
        .filter((run, index) => accounts.get(run)! <= fewest * (index === 0 ? COMMON.first : COMMON.other)),
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

  /** How to find the accounts of a filter, or the first of them; undefined where no account can match. */
  async function find(filter: Filter, first?: First): Promise<Chosen | undefined> {
    const asked = askedOf(filter, await allCurrent());
    if (!asked) return undefined;
    const tokens = await ordered(asked);
    const gathered = await isGathered(tokens, asked, first);
    return chosen(port.dialect, filter, asked, tokens, { order: first?.order, gathered });
  }

  return { find };
}

/** So many of the first of an order. */
export interface First {
  readonly order: Order;
  readonly most: number;
}

/** How common a token is: the share of accounts that have it, and how many accounts there are. */
interface Spread {
  readonly share: number;
  readonly accounts: number;
}
