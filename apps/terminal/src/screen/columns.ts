import type { Streams } from "../streams.ts";

/** Lines stay readable where the terminal is wider, and fit the classic 80 where nobody says how wide it is. */
const WIDEST = 110;
const NARROWEST = 20;

/** How wide the lines are that people read. */
export function columnsOf({ stdout, env }: Pick<Streams, "stdout" | "env">): number {
  return Math.min(WIDEST, Math.max(NARROWEST, stdout.columns ?? (Number(env.COLUMNS) || 80)));
}
