import type { FixedRow } from "@juesuan/core";
import { hundredthsAt } from "./across.ts";
import { addsUpDown } from "./down.ts";
import type { MatchedBlock } from "./fit.ts";
import type { Grid } from "./grid.ts";
import type { MatchedRow } from "./printed-rows.ts";
import { labelWord, sharesWord } from "./words.ts";

// A row of a list that the form prints, under a label that nobody has taught: 全年收入合计, 上级单位补助. It is the form's row where
// that is the only one left out between the rows around it, its label shares a word with the form's, and the sums down the list
// hold with it in a column where it has an amount.

/** A block with the rows that their place, their words and the sums prove. */
export function provenRows(grid: Grid, block: MatchedBlock): MatchedBlock {
  const { rows: axis } = block.declared;
  if (axis.kind !== "fixed") return block;
  const open = block.rows.filter(({ known, label }) => !known && label !== "" && !PART.test(label));
  if (open.length > MOST_OPEN) return block;
  let own = block;
  for (const row of open) {
    const options = missingAt(axis.rows, own.rows, row).filter((fixed) =>
      sharesWord(labelWord(row.label), [fixed.label, ...(fixed.aliases ?? [])].map(labelWord)),
    );
    const [fixed] = options;
    if (!fixed || options.length > 1) continue;
    const rows = own.rows.map((one) => (one === row ? { ...row, fixed, known: true } : one));
    const tried = { ...own, rows };
    if (addsUp(grid, tried, row, fixed)) own = tried;
  }
  return own;
}

/** A list of more rows that nobody knows is another one. */
const MOST_OPEN = 40;

/** What a label says that is only a part of the row above it. */
const PART = /^[\s\d一二三四五六七八九十()（）、.．]*(?:其\s*中|含)/;

/** The rows of the form between those that stand around a row, as far as the list does not print them. */
function missingAt(declared: readonly FixedRow[], rows: readonly MatchedRow[], row: MatchedRow): readonly FixedRow[] {
  const at = rows.indexOf(row);
  const above = rows.slice(0, at).findLast(({ fixed }) => fixed);
  const below = rows.slice(at + 1).find(({ fixed }) => fixed);
  const from = above ? declared.indexOf(above.fixed!) + 1 : 0;
  const to = below ? declared.indexOf(below.fixed!) : declared.length;
  const printed = new Set(rows.map(({ fixed }) => fixed));
  return declared.slice(from, Math.max(from, to)).filter((fixed) => fixed.owed !== false && !printed.has(fixed));
}

/** Whether the sums down the list that the row is a term of hold in every column in which it has an amount, and it has one. */
function addsUp(grid: Grid, block: MatchedBlock, row: MatchedRow, { id }: FixedRow): boolean {
  const { rows: axis } = block.declared;
  const sums =
    axis.kind === "fixed" ? (axis.sums ?? []).filter(({ total, of }) => total === id || of.includes(id)) : [];
  const own: MatchedBlock = {
    ...block,
    declared: { ...block.declared, rows: { ...(axis as Extract<typeof axis, { kind: "fixed" }>), sums } },
  };
  const filled = block.columns.filter(
    ({ column, measure, compares, printed: { index } }) =>
      column !== undefined &&
      measure === undefined &&
      compares === undefined &&
      (hundredthsAt(grid, row.index, index) ?? 0n) !== 0n,
  );
  return (
    filled.length > 0 &&
    filled.every(({ printed: { index } }) => {
      const { held, broken } = addsUpDown(grid, own, index);
      return held > 0 && broken === 0;
    })
  );
}
