import { hundredthsAt } from "./across.ts";
import type { MatchedBlock } from "./fit.ts";
import type { Grid } from "./grid.ts";
import type { MatchedRow } from "./printed-rows.ts";

// The sums down a list: 本年收入合计 of the sources above it, 301 of 30101, 30102, …. A column that adds up as the form says holds
// amounts of that form.

/** How many of the sums that the rows owe hold in a column, and how many do not. */
export function addsUpDown(
  grid: Grid,
  { declared, rows }: MatchedBlock,
  column: number,
): { readonly held: number; readonly broken: number } {
  const at = ({ index }: MatchedRow): bigint => hundredthsAt(grid, index, column) ?? 0n;
  let [held, broken] = [0, 0];
  for (const { total, of } of owedBy(declared, rows)) {
    const parts = of.filter((row) => at(row) !== 0n);
    if (parts.length === 0) continue;
    const gap = parts.reduce((all, row) => all + at(row), 0n) - at(total);
    if ((gap < 0n ? -gap : gap) <= BigInt(parts.length + 1)) held++;
    else broken++;
  }
  return { held, broken };
}

interface OwedSum {
  readonly total: MatchedRow;
  readonly of: readonly MatchedRow[];
}

function owedBy({ rows: axis }: MatchedBlock["declared"], rows: readonly MatchedRow[]): OwedSum[] {
  if (axis.kind === "fixed")
    return (axis.sums ?? []).flatMap(({ total, of, less, relation, requires = [] }) => {
      const rowOf = (id: string): MatchedRow | undefined => rows.find(({ fixed }) => fixed?.id === id);
      const whole = rowOf(total);
      if (!whole || less !== undefined || relation === "parts" || !requires.every(rowOf)) return [];
      return [{ total: whole, of: of.flatMap((id) => rowOf(id) ?? []) }];
    });
  if (axis.kind === "single") return [];
  const classes = rows.filter(({ level }) => level === "class");
  const whole = rows.find(({ level }) => level === "grand-total");
  return [
    ...(whole ? [{ total: whole, of: classes }] : []),
    ...rows.flatMap((total) => {
      const { code } = total;
      const of = rows.filter(
        (row) => code !== undefined && row.code?.length === code.length + 2 && row.code.startsWith(code),
      );
      return of.length > 0 ? [{ total, of }] : [];
    }),
  ];
}
