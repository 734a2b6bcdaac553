import { COMMON } from "./data/common.ts";
import { SHANGHAI_STATEMENTS } from "./data/shanghai.ts";
import { SICHUAN_STATEMENTS } from "./data/sichuan.ts";
import type { StatementSet } from "./statement.ts";

/** What each form says in its own way, by the id of its profile. */
const OWN: Readonly<Record<string, StatementSet>> = {
  sichuan: SICHUAN_STATEMENTS,
  shanghai: SHANGHAI_STATEMENTS,
};

/** The statements of a form; those that all forms share where it has none of its own. */
export function statementsOf(profile: string): StatementSet {
  return OWN[profile] ?? COMMON;
}
