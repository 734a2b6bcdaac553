import type { TableBlock } from "@juesuan/core";
import { labelWord } from "../../tables/words.ts";
import type { Run, SpacedRow } from "../spaced-rows.ts";
import { exact } from "../sums-across.ts";

// Whether the amounts beside labels are those of their labels: what a form owes down its rows, and codes to those below them.

/**
 * Whether cells one below the other are those of their labels: a column of labels that was copied before a column of amounts
 * has them by chance. The sums that a form owes down its rows hold, where its rows are no codes.
 */
export function holdsDown(blocks: readonly TableBlock[], rows: readonly SpacedRow[]): boolean {
  if (blocks.every(({ rows: axis }) => axis.kind !== "fixed")) return true;
  let [held, broken] = [0, 0];
  for (const { rows: axis } of blocks) {
    if (axis.kind !== "fixed") continue;
    const amounts = new Map<string, bigint>();
    for (const { names, amounts: own } of rows.flatMap(({ groups }) => groups)) {
      const label = labelWord(names.map(({ text }) => text).join(""));
      const row = axis.rows.find(({ label: known, aliases = [] }) =>
        [known, ...aliases].some((name) => labelWord(name) === label),
      );
      if (row && !amounts.has(row.id)) amounts.set(row.id, (own[0] && exact(own[0].text)) ?? 0n);
    }
    for (const { total, of, less = [], relation } of axis.sums ?? []) {
      const whole = amounts.get(total);
      if (relation === "parts" || whole === undefined || !of.some((id) => amounts.has(id))) continue;
      const rest = less.reduce((sum, id) => sum + (amounts.get(id) ?? 0n), whole);
      const off = of.reduce((sum, id) => sum - (amounts.get(id) ?? 0n), rest);
      if ((off < 0n ? -off : off) <= 100n * BigInt(of.length)) held++;
      else broken++;
    }
  }
  // A row that is not read breaks a sum: one that fails among few tells nothing.
  return broken < LEAST_BROKEN || held >= MOSTLY * (held + broken);
}

/** The share of sums that must hold: a document may have faults, but columns out of order would break most of them. */
export const MOSTLY = 0.7;

const LEAST_BROKEN = 2;

/** Of so many sums down a list, such a share must hold: codes that were copied apart from their amounts have those of others. */
const LEAST_DOWN = 3;
const DOWN_SHARE = 0.6;

/** Whether the first amounts of most codes are the sums of those below them. */
export function addUp({ rows: { kind, ...rows } }: TableBlock, run: Run): boolean {
  // Projects have the codes of their items.
  if (kind !== "classification" || ("projects" in rows && rows.projects)) return true;
  let twice = 0;
  const amounts = new Map<string, bigint>();
  for (const { codes, amounts: own } of run.rows.flatMap(({ groups }) => groups)) {
    const code = codes.map(({ text }) => text).join("");
    if (code.length < 3) continue;
    if (amounts.has(code)) twice++;
    amounts.set(code, (own[0] && exact(own[0].text)) ?? 0n);
  }
  // 行政运行 of which class? Where codes were copied elsewhere, a name that comes twice tells nothing.
  const names = run.rows.flatMap(({ groups }) =>
    groups.flatMap(({ codes, names: own }) => (codes.length > 0 ? [] : [own.map(({ text }) => text).join("")])),
  );
  if (amounts.size < names.length && new Set(names).size < names.length) return false;
  let held = 0;
  let broken = twice;
  const byParent = Map.groupBy(amounts, ([code]) => code.slice(0, -2));
  for (const [code, amount] of amounts) {
    const below = byParent.get(code) ?? [];
    if (below.length === 0) continue;
    const off = below.reduce((rest, [, other]) => rest - other, amount);
    if ((off < 0n ? -off : off) <= 100n * BigInt(below.length)) held++;
    else broken++;
  }
  return held + broken < LEAST_DOWN || held >= DOWN_SHARE * (held + broken);
}
