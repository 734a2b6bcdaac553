import type { Grid } from "@juesuan/writers";
import { pad, truncate, widthOf } from "../text/width.ts";

const WIDEST_LABEL = 30;
const GAP = "  ";

interface Column {
  readonly cells: readonly string[];
  readonly width: number;
  readonly figures: boolean;
}

/**
 * A table as lines. Columns without a figure are left out; a table that is wider than the terminal goes on below, its
 * first column repeated.
 */
export function gridLines(grid: Grid, columns: number): string[] {
  const placed = rectangleOf(grid);
  const head = grid.head.length;
  const all = Array.from({ length: grid.columnCount }, (_, column): Column => {
    const cells = placed.map((row) => row[column]?.text ?? "");
    const figures = placed.some((row) => row[column]?.kind === "figure");
    const widest = Math.max(1, ...cells.map(widthOf));
    return { cells, width: figures ? Math.min(widest, 16) : Math.min(widest, WIDEST_LABEL), figures };
  });
  const kept = all.filter(({ cells, figures }) => !figures || cells.slice(head).some((text) => text !== ""));
  const labels = kept.findIndex(({ figures }) => figures);
  const fixed = kept.slice(0, labels === -1 ? kept.length : labels);
  const room = columns - widthOfAll(fixed);
  const chunks: Column[][] = [];
  for (const column of kept.slice(fixed.length)) {
    const chunk = chunks.at(-1);
    if (chunk && widthOfAll([...chunk, column]) <= room) chunk.push(column);
    else chunks.push([column]);
  }
  if (chunks.length === 0) chunks.push([]);
  return chunks.flatMap((chunk, index) => [
    ...(index === 0 ? [] : [""]),
    ...linesOf([...fixed, ...chunk], head, columns),
  ]);
}

const widthOfAll = (columns: readonly Column[]) => columns.reduce((sum, { width }) => sum + width + GAP.length, 0);

function linesOf(columns: readonly Column[], head: number, width: number): string[] {
  const rows = columns[0]?.cells.length ?? 0;
  const lines: string[] = [];
  for (let row = 0; row < rows; row++) {
    if (row === head) lines.push("─".repeat(Math.min(width, widthOfAll(columns) - GAP.length)));
    const cells = columns.map((column) => {
      const text = truncate(column.cells[row] ?? "", column.width);
      return pad(text, column.width, column.figures && row >= head ? "right" : "left");
    });
    lines.push(truncate(cells.join(GAP).trimEnd(), width));
  }
  return lines;
}

type Cell = Grid["rows"][number][number];

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
