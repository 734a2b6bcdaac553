import { FEWEST_PEERS, type Outliers, type Peers, type PeerScope, type Per, type Standing } from "../model.ts";
import { distributionOf, fencesOf, ratioOf } from "../ratio.ts";
import type { AccountRow } from "../schema.ts";
import type { Context } from "./context.ts";
import { summaryOf } from "./summary.ts";

/** More peers than this make a distribution no better. */
const MOST_PEERS = 500;

/** What is compared among peers: what citizens and auditors ask of every department alike. */
const MEASURES: readonly { readonly key: string; readonly per: Per }[] = [
  { key: "expenditure", per: "head" },
  { key: "expenditure{fund=general,nature=basic,group=personnel}", per: "head" },
  { key: "expenditure{fund=general,nature=basic,group=public}", per: "head" },
  { key: "operating-costs", per: "head" },
  { key: "three-public", per: "head" },
  { key: "three-public", per: "million" },
  { key: "expenditure{nature=project}", per: "million" },
  { key: "procurement", per: "million" },
];

/** Departments of one kind beside each other. */
export function peering({ port, db }: Context) {
  /** Accounts like this one, in an ever wider circle until there are enough. */
  async function circle(own: AccountRow): Promise<{ scope: PeerScope; rows: readonly AccountRow[] }> {
    const scopes: readonly (readonly [PeerScope, string])[] = [
      ...(own.division.length === 6 && own.level !== "province" && own.level !== "prefecture"
        ? ([["prefecture", own.division.slice(0, 4)]] as const)
        : []),
      ...(own.division.length === 6 && own.level !== "province"
        ? ([["province", own.division.slice(0, 2)]] as const)
        : []),
      ["nation", ""],
    ];
    let found: { scope: PeerScope; rows: readonly AccountRow[] } = { scope: "nation", rows: [] };
    if (own.office === "" || own.level === "") return found;
    for (const [scope, prefix] of scopes) {
      const rows = await port.all(
        db
          .selectFrom("account")
          .selectAll()
          .where("office", "=", own.office)
          .where("fiscal_year", "=", own.fiscal_year)
          .where("level", "=", own.level)
          .where("division", ">=", prefix)
          // After every digit.
          .where("division", "<", `${prefix}:`)
          .where("id", "<>", own.id)
          .orderBy("division")
          .orderBy("id")
          .limit(MOST_PEERS)
          .compile(),
      );
      found = { scope, rows };
      if (rows.length >= FEWEST_PEERS) break;
    }
    return found;
  }

  const account = (id: string) => port.first(db.selectFrom("account").selectAll().where("id", "=", id).compile());

  async function peers(id: string): Promise<Peers | undefined> {
    const own = await account(id);
    if (!own) return undefined;
    const { scope, rows } = await circle(own);
    const { office, fiscal_year: fiscalYear, level } = own;
    return { id, office, fiscalYear, level, scope, accounts: rows.map(summaryOf) };
  }

  async function outliers(id: string): Promise<Outliers | undefined> {
    const own = await account(id);
    if (!own) return undefined;
    const { scope, rows } = await circle(own);
    const amounts = await amountsOf([own, ...rows]);
    const standings = MEASURES.map(({ key, per }): Standing => {
      const of = (row: AccountRow) => ratioOf(amounts.get(row.id)?.get(key) ?? null, per, row);
      const value = of(own);
      const values = rows.map(of).filter((ratio) => ratio !== null);
      if (values.length < FEWEST_PEERS) return { key, per, value, peers: null, fences: null, outlier: null };
      const distribution = distributionOf(values);
      const fences = fencesOf(distribution);
      const outlier = value === null ? null : value < fences.low ? "low" : value > fences.high ? "high" : null;
      return { key, per, value, peers: distribution, fences, outlier };
    });
    return { id, scope, peers: rows.length, standings };
  }

  /** The amounts of the measures, by account and key. */
  async function amountsOf(rows: readonly AccountRow[]): Promise<Map<string, Map<string, number>>> {
    const keys = [...new Set(MEASURES.map(({ key }) => key))];
    const amounts = new Map<string, Map<string, number>>();
    // D1 takes a hundred parameters at most.
    const many = 80;
    for (let start = 0; start < rows.length; start += many) {
      const ids = rows.slice(start, start + many).map(({ id }) => id);
      const found = await port.all(
        db
          .selectFrom("amount")
          .select(["account_id", "key", "fen"])
          .where("account_id", "in", ids)
          .where("key", "in", keys)
          .compile(),
      );
      for (const { account_id, key, fen } of found) {
        const own = amounts.get(account_id) ?? new Map<string, number>();
        amounts.set(account_id, own.set(key, Number(fen)));
      }
    }
    return amounts;
  }

  return { peers, outliers };
}
