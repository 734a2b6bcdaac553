import type { Grid, GridCell } from "../../grid.ts";
import { placeCells, type PlacedCell } from "../../rectangle.ts";
import { displayWidth } from "../../spreadsheet/widths.ts";
import { roomOf, TABLE_PAPERS, type Paper } from "./paper.ts";

/** How a table is set in Word: on which paper, how large, how wide its columns and how high its lines. */
export interface TableLayout {
  readonly paper: Paper;
  /** Half points. */
  readonly size: number;
  /** The distance of lines within a cell, and the least height of a row, in twentieths of a point. */
  readonly line: number;
  readonly rowHeight: number;
  readonly columns: readonly number[];
  /** Pages that it takes, and whether all programs will agree on them. */
  readonly pages: number;
  readonly isSure: boolean;
  /** The share of body rows with a label on more than one line. */
  readonly broken: number;
}

/** Twentieths of a point: cell margins to either side and their sum over both, and above and below. */
export const CELL_MARGIN = { side: 60, above: 10 };

/** A line between rows, and what programs differ in on a page. */
const BORDER = 10;
const SLACK = 400;
const LEEWAY = 40;

/** Title, form number, department, unit and notes around a table, each set to an exact height. */
export const HEIGHTS = { title: 560, line: 300 };

/** 10.5 to 6 points, in half points. */
const SIZES = [21, 20, 18, 16, 15, 14, 13, 12] as const;
/** What is still pleasant to read, and what is still legible. */
const PLEASANT = 18;
const LEGIBLE = 15;
const MOST_ROW_HEIGHT = 440;

interface PlacedGrid extends Grid {
  readonly placed: readonly PlacedCell[];
}

/** How wide text must not be broken (figures, codes), or had better not be. */
interface Demand {
  readonly least: number;
  readonly wished: number;
}

/**
 * The handiest paper on which the table stands whole in a pleasant size with its labels on one line each; failing that,
 * some labels are broken, or the table runs on over several pages. No figure is ever broken over two lines.
 */
export function layoutOf(given: Grid): TableLayout {
  const grid: PlacedGrid = { ...given, placed: placeCells(given) };
  const demands = demandsOf(grid);
  const layouts = TABLE_PAPERS.flatMap((paper) => SIZES.map((size) => layout(grid, demands, paper, size))).filter(
    (own) => own !== undefined,
  );
  const sure = layouts.filter(({ isSure }) => isSure);
  // The widest paper is for screens: few printers take it.
  const printed = sure.filter(({ paper }) => paper.id !== "vast");
  const common = printed.filter(({ paper }) => paper.id !== "large");
  return (
    best(common) ??
    best(printed) ??
    printed.find(({ pages }) => pages === 1) ??
    best(sure) ??
    layouts[0] ??
    squeezed(grid, demands)
  );
}

/** Layouts come handiest first and largest first. */
function best(layouts: readonly TableLayout[]): TableLayout | undefined {
  const first = (least: number, most: number, broken: number, isWhole: boolean): TableLayout | undefined =>
    layouts.find(
      (own) => own.size >= least && own.size <= most && own.broken <= broken && (!isWhole || own.pages === 1),
    );
  return (
    first(PLEASANT, SIZES[0], 0, true) ??
    first(PLEASANT - 2, SIZES[0], 0.2, true) ??
    first(PLEASANT, PLEASANT, 0.1, false) ??
    first(LEGIBLE, SIZES[0], 1, true) ??
    first(PLEASANT, PLEASANT, 1, false) ??
    first(LEGIBLE, PLEASANT, 1, false)
  );
}

function layout(grid: PlacedGrid, demands: readonly Demand[], paper: Paper, size: number): TableLayout | undefined {
  const room = roomOf(paper);
  const unit = size * 5;
  const columns = columnsOf(demands, unit, room.width);
  return columns && settled(grid, columns, paper, size);
}

/** Wider than any paper: the smallest type, and columns that share what there is. */
function squeezed(grid: PlacedGrid, demands: readonly Demand[]): TableLayout {
  const paper = TABLE_PAPERS.at(-1)!;
  const whole = demands.reduce((sum, { least }) => sum + least, 0);
  const columns = demands.map(({ least }) => Math.floor((least / whole) * roomOf(paper).width));
  return settled(grid, columns, paper, SIZES.at(-1)!);
}

function settled(grid: PlacedGrid, columns: readonly number[], paper: Paper, size: number): TableLayout {
  const line = Math.round(size * 10 * 1.25);
  const least = line + 2 * CELL_MARGIN.above;
  const heightsOf = (lines: readonly number[]): number[] =>
    lines.map((count) => count * line + 2 * CELL_MARGIN.above + BORDER);
  const lines = linesOf(grid, columns, size * 5, LEEWAY);
  const heights = heightsOf(lines);
  const notes = noteLines(grid, paper) * HEIGHTS.line;
  const free = roomOf(paper).height - HEIGHTS.title - HEIGHTS.line * 2 - notes - SLACK;
  const used = heights.reduce((sum, height) => sum + height, 0);
  // The rest of the page opens the rows a little, as far as it looks well.
  const spare = heights.length === 0 ? 0 : Math.floor((free - used) / heights.length);
  const rowHeight = Math.max(least, Math.min(MOST_ROW_HEIGHT, least + spare));
  const body = lines.slice(grid.head.length);
  const broken = body.length === 0 ? 0 : body.filter((count) => count > 1).length / body.length;
  const pages = pagesOf(grid, heights, notes, roomOf(paper).height - SLACK);
  const fewest = pagesOf(grid, heightsOf(linesOf(grid, columns, size * 5, 0)), notes, roomOf(paper).height);
  return { paper, size, line, rowHeight, columns, pages, isSure: pages === 1 || pages === fewest, broken };
}

/** Pages of a table that runs on: its heading rows stand on each. */
function pagesOf(grid: Grid, heights: readonly number[], notes: number, room: number): number {
  const head = heights.slice(0, grid.head.length).reduce((sum, height) => sum + height, 0);
  let pages = 1;
  let filled = HEIGHTS.title + 2 * HEIGHTS.line + head;
  const put = (height: number, repeated: number): void => {
    if (filled + height > room) {
      pages++;
      filled = repeated;
    }
    filled += height;
  };
  for (const height of heights.slice(grid.head.length)) put(height, head);
  put(notes, 0);
  return pages;
}

/** What is said under a table. */
export function notesOf({ remark, emptiness }: Grid): string[] {
  return [remark, emptiness].filter((note) => note !== undefined);
}

function noteLines(grid: Grid, paper: Paper): number {
  const perLine = roomOf(paper).width / (18 * 5);
  const lines = notesOf(grid).map((note) => Math.ceil(displayWidth(note) / perLine));
  return Math.max(
    1,
    lines.reduce((sum, count) => sum + count, 0),
  );
}

const LEAST: Readonly<Record<GridCell["kind"], number>> = { heading: 4, code: 4, label: 12, figure: 4 };
const MOST: Readonly<Record<GridCell["kind"], number>> = { heading: 12, code: 14, label: 44, figure: 24 };

/** In half characters; what stands over several columns demands nothing of one. */
function demandsOf(grid: PlacedGrid): Demand[] {
  const demands = Array.from({ length: grid.columnCount }, () => ({ least: 4, wished: 4 }));
  for (const { column, cell } of grid.placed) {
    const { kind, text } = cell;
    if ((cell.across ?? 1) > 1 || text === "") continue;
    const own = displayWidth(text) + 1;
    const isWhole = kind === "figure" || kind === "code";
    const demand = demands[column]!;
    demand.least = Math.max(demand.least, isWhole ? own : Math.min(own, LEAST[kind]));
    demand.wished = Math.max(demand.wished, demand.least, Math.min(own, MOST[kind]));
  }
  return demands;
}

/** Each column its least, then what it wishes as far as there is room, then an even share of the rest; undefined where too narrow. */
function columnsOf(demands: readonly Demand[], unit: number, width: number): number[] | undefined {
  const margins = 2 * CELL_MARGIN.side;
  const least = demands.map((demand) => demand.least * unit + margins);
  const wished = demands.map((demand) => demand.wished * unit + margins);
  const total = (widths: readonly number[]): number => widths.reduce((sum, own) => sum + own, 0);
  const [low, high] = [total(least), total(wished)];
  if (low > width) return undefined;
  if (high <= width) return wished.map((own) => Math.floor((own / high) * width));
  const share = (width - low) / (high - low);
  return least.map((own, index) => Math.floor(own + share * (wished[index]! - own)));
}

/** How many lines the highest cell of each row takes, where a line falls so much short of its column. */
function linesOf(grid: PlacedGrid, columns: readonly number[], unit: number, leeway: number): number[] {
  const lines = Array.from({ length: grid.head.length + grid.rows.length }, () => 1);
  for (const { row, column, cell } of grid.placed) {
    const { across = 1, down = 1, text } = cell;
    if (text === "") continue;
    const width =
      columns.slice(column, column + across).reduce((sum, own) => sum + own, 0) - 2 * CELL_MARGIN.side - leeway;
    const own = Math.ceil(displayWidth(text) / Math.max(1, Math.floor(width / unit / 2) * 2));
    for (let below = 0; below < down; below++)
      lines[row + below] = Math.max(lines[row + below]!, Math.ceil(own / down));
  }
  return lines;
}
