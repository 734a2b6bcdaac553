import type { CompiledQuery } from "kysely";
import { insertAll } from "../bulk.ts";
import type { AmountRow, FindingRow } from "../schema.ts";
import type { Context } from "./context.ts";
import type { summing } from "./summed.ts";
import type { tallying } from "./tally.ts";

/** Rows of an account that are written together with those of others. */
export interface Rows {
  readonly amounts: readonly AmountRow[];
  readonly findings: readonly FindingRow[];
}

/** What is to be written of one account. */
export interface Writes {
  readonly writes: readonly CompiledQuery[];
  readonly rows: Rows;
  /** The account is there already, and its newest revision changes: what it counted for is taken out before. */
  readonly replaces: boolean;
  /** It counts for something else afterwards. */
  readonly counts: boolean;
}

export const NO_ROWS: Rows = { amounts: [], findings: [] };

const AMOUNT = {
  account_id: "text",
  key: "text",
  concept: "text",
  fund: "text",
  functional: "text",
  economic: "text",
  nature: "text",
  part: "text",
  fen: "bigint",
} as const;

const FINDING = {
  account_id: "text",
  revision: "bigint",
  position: "bigint",
  relation: "text",
  severity: "text",
  body: "text",
} as const;

/** Putting together what is written of several accounts. */
export function together(
  { port, db }: Context,
  tally: Pick<ReturnType<typeof tallying>, "counted">,
  sums: Pick<ReturnType<typeof summing>, "added">,
) {
  /**
   * The writes of several accounts, with what they count for: taken out as it was, added as it is then. Once for all of
   * them, since a count or a sum that many accounts share is then written once.
   */
  return function whole(plans: readonly Writes[], ids: readonly string[]): CompiledQuery[] {
    const idsOf = (name: "replaces" | "counts") => ids.filter((_, index) => plans[index]![name]).toSorted();
    const [replaced, counted] = [idsOf("replaces"), idsOf("counts")];
    return [
      ...(replaced.length === 0
        ? []
        : [
            // Whoever else writes one of these accounts waits here.
            ...replaced.map((id) => db.updateTable("account").set({ id }).where("id", "=", id).compile()),
            tally.counted(replaced, -1),
            sums.added(replaced, -1),
          ]),
      ...plans.flatMap(({ writes }) => writes),
      ...insertAll(
        port.dialect,
        "amount",
        AMOUNT,
        plans.flatMap(({ rows }) => rows.amounts),
      ),
      ...insertAll(
        port.dialect,
        "finding",
        FINDING,
        plans.flatMap(({ rows }) => rows.findings),
      ),
      ...(counted.length === 0 ? [] : [tally.counted(counted, 1), sums.added(counted, 1)]),
    ];
  };
}
