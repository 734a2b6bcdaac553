import type { Grid } from "@juesuan/writers";
import { pad, truncate, widthOf } from "../text/width.ts";
import { printedLines } from "./printed.ts";

const WIDEST_LABEL = 30;
const GAP = "  ";

interface Column {
  readonly cells: readonly string[];
  readonly width: number;
  readonly figures: boolean;
}

/**
 * A table as lines. Rows and columns without a figure are left out. Blocks that stand side by side come one below the
 * other where they do not fit, and a block that is wider than the terminal goes on below with its labels repeated.
 * Of a table as the document prints it nothing is left out.
 */
export function gridLines(grid: Grid, columns: number): string[] {
  const placed = rectangleOf(grid);
  if (grid.printed) return printedLines(placed, grid.head.length, columns);
  const head = grid.head.length;
  const all = Array.from({ length: grid.columnCount }, (_, column): Column => {
    const cells = placed.map((row) => row[column]?.text ?? "");
    const figures = placed.some((row) => row[column]?.kind === "figure");
    return { cells, figures, width: 0 };
  });
  const parts = blocksOf(all).flatMap((block) => chunksOf(withFigures(block, head).map(measured), columns));
  return parts.flatMap((part, index) => [...(index === 0 ? [] : [""]), ...linesOf(part, head, columns)]);
}

const WIDEST_FIGURE = 16;

/** As wide as what it holds, within reason: the rest of a long label is cut. */
function measured(column: Column): Column {
  const widest = column.cells.reduce((most, text) => Math.max(most, widthOf(text)), 1);
  return { ...column, width: Math.min(widest, column.figures ? WIDEST_FIGURE : WIDEST_LABEL) };
}

/** A label after a figure begins the next block. */
function blocksOf(columns: readonly Column[]): Column[][] {
  const blocks: Column[][] = [];
  for (const [index, column] of columns.entries()) {
    const begins = index === 0 || (!column.figures && columns[index - 1]!.figures);
    if (begins) blocks.push([column]);
    else blocks.at(-1)!.push(column);
  }
  return blocks;
}

/** The block without columns and rows that state nothing; as it is where nothing is stated at all. */
function withFigures(block: readonly Column[], head: number): readonly Column[] {
  const kept = block.filter(({ cells, figures }) => !figures || cells.slice(head).some((text) => text !== ""));
  const stated = kept.filter(({ figures }) => figures);
  if (stated.length === 0) return block;
  const isKept = (row: number) => row < head || stated.some(({ cells }) => cells[row] !== "");
  return kept.map((column) => ({ ...column, cells: column.cells.filter((_, row) => isKept(row)) }));
}

function chunksOf(block: readonly Column[], columns: number): (readonly Column[])[] {
  const labels = block.filter(({ figures }) => !figures);
  const room = columns + GAP.length - widthOfAll(labels);
  const chunks: Column[][] = [];
  for (const column of block.filter(({ figures }) => figures)) {
    const chunk = chunks.at(-1);
    if (chunk && widthOfAll([...chunk, column]) <= room) chunk.push(column);
    else chunks.push([column]);
  }
  return chunks.length === 0 ? [labels] : chunks.map((chunk) => [...labels, ...chunk]);
}

const widthOfAll = (columns: readonly Column[]) => columns.reduce((sum, { width }) => sum + width + GAP.length, 0);

function linesOf(columns: readonly Column[], head: number, width: number): string[] {
  const rows = columns[0]?.cells.length ?? 0;
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    if (row === head) lines.push("─".repeat(Math.min(width, widthOfAll(columns) - GAP.length)));
    const cells = columns.map((column) => {
      const text = truncate(column.cells[row] ?? "", column.width);
      return pad(text, column.width, column.figures ? "right" : "left");
    });
    lines.push(truncate(cells.join(GAP).trimEnd(), width));
  }
  return lines;
}

export type Cell = Grid["rows"][number][number];

/** Every cell at its row and column; a merged cell stands at its top left. */
function rectangleOf(grid: Grid): (Cell | undefined)[][] {
  const lines: (Cell | undefined)[][] = [];
  const taken = new Set<string>();
  for (const [row, cells] of [...grid.head, ...grid.rows].entries()) {
    let column = 0;
    const line: (Cell | undefined)[] = [];
    for (const cell of cells) {
      while (taken.has(`${row}:${column}`)) column++;
      line[column] = cell;
      for (let down = 0; down < (cell.down ?? 1); down++) {
        for (let across = 0; across < (cell.across ?? 1); across++) taken.add(`${row + down}:${column + across}`);
      }
    }
    lines.push(line);
  }
  return lines;
}
