import type { Filter } from "../model.ts";
import { among } from "./among.ts";
import type { Context } from "./context.ts";
import { askedOf, chosen, type Asked, type Chosen } from "./filter.ts";
import { INDEX } from "../tokens.ts";

/** How long it is believed how many accounts have a token, in milliseconds: it only decides what is looked for first. */
const BELIEVED = 10 * 60_000;

/** Tokens whose accounts are remembered. */
const MOST_TOKENS = 20_000;

/**
 * A pair of a word narrows the search little beside a token that is so many times as rare: its list costs more than to look
 * into the few texts without it. The first pair of a word may be that common, another one only if it is nearly as rare.
 */
const COMMON = { first: 40, other: 8 } as const;

/** So many pairs of a word narrow a search well; its text decides in any case. */
const MOST_PAIRS = 3;

/** Turning a filter into a query that begins with what the fewest accounts have. */
export function finding({ port, db }: Context) {
  const known = new Map<string, { readonly accounts: number; readonly at: number }>();
  let paired = false;

  /** How many accounts have each token. PostgreSQL knows by itself. */
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

  /** The tokens to look for, those of the fewest accounts first; without pairs that their word's text makes needless. */
  async function ordered({ tokens, long, named }: Asked): Promise<readonly string[]> {
    const groups = [...long, ...named].map(({ pairs }) => pairs);
    const all = [...new Set([...tokens, ...groups.flat()])];
    if (port.dialect === "postgresql" || all.length < 2) return all;
    const accounts = await accountsWith(all);
    const rarest = (list: readonly string[]) =>
      list.toSorted((left, right) => accounts.get(left)! - accounts.get(right)!);
    const fewest = Math.max(1, accounts.get(rarest(all)[0]!)!);
    const narrowing = groups.flatMap((pairs) =>
      rarest(pairs)
        .slice(0, MOST_PAIRS)
        .filter((pair, index) => accounts.get(pair)! <= fewest * (index === 0 ? COMMON.first : COMMON.other)),
    );
    return rarest([...new Set([...tokens, ...narrowing])]);
  }

  /** Whether all accounts were written by this version; once they were, what is written later is too. */
  async function allPaired(): Promise<boolean> {
    paired ||= !(await port.first(
      db.selectFrom("account").select("id").where("indexed", "<", INDEX).limit(1).compile(),
    ));
    return paired;
  }

  /** How to find the accounts of a filter; undefined where no account can match. */
  async function find(filter: Filter): Promise<Chosen | undefined> {
    const asked = askedOf(filter, await allPaired());
    return asked && chosen(port.dialect, filter, asked, await ordered(asked));
  }

  return { find };
}
