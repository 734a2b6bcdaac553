import type { TableBlock, TableColumn, TableDeclaration } from "@juesuan/core";
import type { PlacedGrid } from "../../layout/cells.ts";
import { printedColumns } from "../sums-across.ts";
import type { Attested, Denied } from "./attested.ts";
import { certainOf, whollyCertain } from "./certain-columns.ts";
import { sumsHold } from "./column-sums.ts";
import { assignedByWords, isSure } from "./columns-told.ts";
import { areCodesTorn, bodyColumns, firstRow, wordsOf, type Body, type HeadingWord } from "./grid-columns.ts";
import { assigned, placesOf } from "./heading-places.ts";
import { continued } from "./named-alike.ts";
import { namedGrid, type NamedGrid } from "./named-grid.ts";
import type { NamedSide } from "./named-sides.ts";

// In a printed text the amounts of a table keep under each other, while its headings, wider than the columns are in
// characters, stand anywhere. Which columns the form has is known: what is owed is which of them each column of amounts is,
// and that the sums across the rows hold.

/** What the document says elsewhere: of what an amount is, and of what there is nothing. */
export interface Told {
  readonly attested: Attested;
  readonly denied: Denied;
}

/**
 * The grid under the headings of its form; nothing where it is not sure which column is which.
 *
 * @param told what the document says elsewhere of the amounts of its columns
 * @param before the part of the table on the page before: the next may have no headings of its own
 */
export function namedColumns(
  grid: PlacedGrid,
  { concept, blocks, variants = [] }: TableDeclaration,
  { attested, denied }: Told,
  before?: NamedGrid,
): NamedGrid | undefined {
  const first = firstRow(grid);
  if (first === undefined || areCodesTorn(grid)) return undefined;
  const body = bodyColumns(grid, first);
  if (!body) return undefined;
  const after = before && continued(grid, first, body, before);
  if (after || first === 0) return after;
  const heading = wordsOf(grid, first);
  for (const arrangement of [blocks, ...variants]) {
    const isDenied = (column: TableColumn): boolean => denied(column, (column.concept ?? concept) === "revenue");
    const sides = sidesOf(grid, first, body, heading, arrangement, attested, isDenied);
    if (sides) return namedGrid(grid, first, sides);
  }
  return undefined;
}

/** Which column of the form each column of amounts is, for each side of the table. */
function sidesOf(
  grid: PlacedGrid,
  first: number,
  body: readonly Body[],
  heading: readonly HeadingWord[],
  blocks: readonly TableBlock[],
  attested: Attested,
  isDenied: (column: TableColumn) => boolean,
): NamedSide[] | undefined {
  if (blocks.some(({ rows, stages = ["final"], repeats }) => rows.kind === "single" || stages.length > 1 || repeats))
    return undefined;
  const starts = body.filter(({ kind }) => kind === "words").map(({ column }) => column);
  if (starts.length !== blocks.length) return undefined;
  // A list may have its codes before the names.
  const sides = blocks.map((_, index) =>
    body.filter(({ column }) => (index === 0 || column >= starts[index]!) && column < (starts[index + 1] ?? Infinity)),
  );
  const text = heading.map((word) => word.text).join("");
  const sets = blocks.map((block) => {
    const all = printedColumns(block, text);
    return [all, all.filter(({ owed }) => owed !== false)];
  });
  for (const which of [0, 1]) {
    const declared = sets.map((set) => set[which]!);
    const places = placesOf(declared.flat(), heading);
    const named: NamedSide[] = [];
    let at = 0;
    for (const [index, block] of blocks.entries()) {
      const side = sides[index]!;
      const columns = declared[index]!;
      const start = side.findLastIndex(({ kind }) => kind === "words" || kind === "whole") + 1;
      const own = side.slice(start);
      const under = assigned(own, columns, places.slice(at, at + columns.length));
      at += columns.length;
      const amounts =
        [under, assignedByWords(grid, own, block, columns, attested)].find(
          (found) =>
            found && sumsHold(grid, first, block, found, columns) && isSure(grid, block, columns, found, attested),
        ) ??
        whollyCertain(grid, first, block, own, columns, isDenied) ??
        certainOf(grid, first, block, own, columns);
      if (!amounts) break;
      named.push({ block, labels: side.slice(0, start), amounts });
    }
    if (named.length === blocks.length) return named;
  }
  return undefined;
}
