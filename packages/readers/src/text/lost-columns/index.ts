import { recogniseTitle, type Table, type TableBlock } from "@juesuan/core";
import { codedTable, type SaidElsewhere } from "../coded-table.ts";
import { emptyTable, isFirstBelowTitle } from "../empty-table.ts";
import type { FoundTable } from "../found-table.ts";
import type { Line } from "../lines.ts";
import { pairedTable } from "../paired-table.ts";
import type { Refusal } from "../refusal.ts";
import {
  breaksOff,
  cellsFrom,
  isSpacedRow,
  runFrom,
  scatteredFrom,
  titleAbove,
  wideRowsFrom,
  type Group,
  type Run,
  type SpacedRow,
} from "../spaced-rows.ts";
import type { Place } from "../sums-across.ts";
import { figuresAlone } from "./figures-alone.ts";
import { laidOut } from "./laid-out.ts";
import { isOf, layoutOf, type Layout } from "./layout.ts";
import { holdsDown } from "./sums-down.ts";

// A table whose columns were lost, for its cells are parted by single spaces or stand one below the other: the title says
// which columns there are, the headings that they are printed, and the sums across each row that the amounts stand in
// their order.

/** Where no table was found, and where no list by codes was. */
interface Refused {
  readonly lost: Refusal;
  readonly coded: Refusal;
}

/**
 * The table that begins on a line. Where its columns are not sure it is a table without headings: its figures are listed
 * and bound to nothing, as they would be to any words around them were they taken for sentences.
 */
export function lostColumnsTable(
  lines: readonly Line[],
  from: number,
  { lost: refused, coded: refusedLists }: Refused,
  said: () => SaidElsewhere,
): FoundTable | undefined {
  if (refused.covers(from)) return undefined;
  const wide = wideRowsFrom(lines, from);
  if (wide) return figuresAlone(lines, from, wide);
  const title = titleAbove(lines, from);
  if (!title && !isSpacedRow(lines[from])) return undefined;
  const coded =
    title && isFirstBelowTitle(lines, from) ? codedTable(lines, from, title.table, said(), refusedLists) : undefined;
  if (coded) return { from, to: coded.to, table: coded.table };
  const empty = title && isFirstBelowTitle(lines, from) ? emptyTable(lines, from) : undefined;
  if (empty) return empty;
  const run = runFrom(lines, from, title !== undefined);
  // A part of a table is told from none by nothing: its sums would seem to fail for the rows that were not read.
  const arrangements =
    title && !(run && breaksOff(lines, run)) ? [title.table.blocks, ...(title.table.variants ?? [])] : [];
  for (const blocks of arrangements) {
    const cells = run ? undefined : countedWhole(cellsFrom(lines, from));
    const found = run ?? (cells && { ...cells, rows: pairedRows(blocks, cells.rows) });
    const layout = found && layoutOf(blocks, found);
    const isSure = layout !== undefined && (run !== undefined || holdsDown(blocks, found!.rows));
    if (found && isSure) return laidOut(lines, from, found, layout);
  }
  const paired =
    title && run && !breaksOff(lines, run) ? pairedTable(lines, from, run, title.table, said()) : undefined;
  if (paired) return { from, to: run!.to, table: paired };
  const scattered = title && scatteredFrom(lines, from);
  if (scattered) return figuresAlone(lines, from, scattered);
  // A list with one amount to a line may be told in words as well.
  const isTable = run && (title || run.rows.some(({ groups }) => groups.some(({ amounts }) => amounts.length > 1)));
  if (isTable) return figuresAlone(lines, from, run);
  return run && refused.until(run.to);
}

/** The table of rows that are known to be its; nothing where its columns are not sure. */
export function lostColumnsOf(lines: readonly Line[], from: number, run: Run, title: string): Table | undefined {
  const match = recogniseTitle(title);
  const layouts = new Map<string, Layout>();
  for (const blocks of match ? [match.table.blocks, ...(match.table.variants ?? [])] : []) {
    const layout = layoutOf(blocks, run);
    // Arrangements that state the same are one.
    const meant = layout?.places.map((list) => list.map((place) => meaningOf(place, match!.table.concept)).join(" "));
    if (layout && !layouts.has(meant!.join(" | "))) layouts.set(meant!.join(" | "), layout);
  }
  // The sums of a row with little in it hold in more orders than one.
  const [only, ...others] = layouts.values();
  return only && others.length === 0 ? laidOut(lines, from, run, only).table : undefined;
}

function meaningOf({ column: { concept, dimensions = {} }, stage }: Place, ofTable: string): string {
  return JSON.stringify([concept ?? ofTable, Object.entries(dimensions).sort(), stage]);
}

/** Cells one below the other whose rows are counted, all or none: otherwise columns were copied apart. */
function countedWhole(run: Run | undefined): Run | undefined {
  const counted = run?.rows.filter(({ groups }) => groups.some(({ line }) => line)).length ?? 0;
  return counted === 0 || counted * 2 > run!.rows.length ? run : undefined;
}

/** Of cells one below the other, those of the right side of a row follow those of its left. */
function pairedRows(blocks: readonly TableBlock[], rows: readonly SpacedRow[]): SpacedRow[] {
  if (blocks.length !== 2) return [...rows];
  const paired: { groups: Group[] }[] = [];
  for (const { groups } of rows) {
    const open = paired.at(-1);
    const isPair = open?.groups.length === 1 && isOf(blocks[0]!, open.groups[0]!) && isOf(blocks[1]!, groups[0]!);
    if (isPair) open.groups.push(...groups);
    else paired.push({ groups: [...groups] });
  }
  return paired;
}
