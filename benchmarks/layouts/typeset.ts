import type { LaidOutCell, LaidOutTable } from "./laid-out.ts";
import type { Heading } from "./spreadsheet.ts";

// Tables set on pages without any program: where each text stands and each line runs, for writers of PDF that put them down
// in their own ways (produced.ts).

/** A text on one line. x is its left edge, y its baseline from the top of the page, in points. */
export interface Run {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** The cell that it stands in; none for titles and notes. */
  readonly cell?: SetCell;
}

export interface SetCell {
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly kind: "head" | "name" | "figure";
  readonly of: LaidOutCell;
}

export interface SetPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly cells: readonly SetCell[];
}

/** What of the tables is printed: the figures whose cells `prints` says are. */
export function printedOf(
  tables: readonly LaidOutTable[],
  pages: readonly SetPage[],
  prints: (cell: SetCell) => boolean,
) {
  const lost = new Set(
    pages.flatMap(({ cells }) => cells.flatMap((cell) => (cell.of && !prints(cell) ? [cell.of] : []))),
  );
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell) => (lost.has(cell) ? { text: "" } : cell))),
  }));
}

export interface Setting {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** How much wider than the type area a table is; 1 where it fits. */
  readonly stretch: number;
  readonly figures: "left" | "center" | "right";
  readonly heads: "left" | "center";
  /** The heading on every page of a table, or on the first. */
  readonly repeat: boolean;
  /** Rows that the end of a page cuts go on on the next. */
  readonly splits: boolean;
  readonly padding: number;
}

const MARGIN = 40;
const LINE = 1.25;

/** Half an em for what is set in Latin type, an em for Chinese. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character <= "~" ? size / 2 : size), 0);

function wrapped(text: string, room: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[!-~]+|[^]/g) ?? []) {
    if (line !== "" && widthOf(line + piece, size) > room) {
      lines.push(line);
      line = "";
    }
    line += piece;
  }
  return line === "" ? lines : [...lines, line];
}

interface Placed {
  readonly cell: LaidOutCell;
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly across: number;
}

function placed(rows: readonly (readonly LaidOutCell[])[], columns: number): Placed[] {
  const taken = rows.map(() => Array.from({ length: columns }, () => false));
  return rows.flatMap((row, at) => {
    let column = 0;
    return row.flatMap((cell) => {
      while (taken[at]![column]) column++;
      if (column >= columns) return [];
      const { across = 1, down = 1 } = cell;
      for (let r = at; r < at + down && r < rows.length; r++)
        for (let c = column; c < column + across; c++) taken[r]![c] = true;
      column += across;
      return [{ cell, row: at, column: column - across, down, across }];
    });
  });
}

/** The pages of the tables, each table on pages of its own. */
export function typeset(tables: readonly LaidOutTable[], heading: Heading, setting: Setting): SetPage[] {
  return tables.flatMap((table) => pagesOf(table, heading, setting));
}

function pagesOf(table: LaidOutTable, { department, unit }: Heading, setting: Setting): SetPage[] {
  const { width, height, size, padding } = setting;
  const room = (width - 2 * MARGIN) * setting.stretch;
  const total = table.widths.reduce((sum, one) => sum + one, 0);
  const xs = [MARGIN];
  for (const one of table.widths) xs.push(xs.at(-1)! + (room * one) / total);
  const head = placed(table.head, table.widths.length);
  const body = placed(table.rows, table.widths.length);
  const pages: { runs: Run[]; cells: SetCell[] }[] = [];
  let y = 0;
  const open = (): void => {
    pages.push({ runs: [], cells: [] });
    y = MARGIN;
  };
  const say = (text: string, at: "left" | "center" | "right", own = size): void => {
    const wide = widthOf(text, own);
    const x = at === "left" ? MARGIN : at === "right" ? width - MARGIN - wide : (width - wide) / 2;
    y += own * LINE;
    pages.at(-1)!.runs.push({ x, y, size: own, text });
  };
  const linesOf = ({ cell, column, across }: Placed): string[] =>
    wrapped(cell.text, xs[column + across]! - xs[column]! - 2 * padding, size);
  const heightOf = (cells: readonly Placed[]): number =>
    Math.max(1, ...cells.filter(({ down }) => down === 1).map((one) => linesOf(one).length)) * size * LINE +
    2 * padding;
  /** Rows below each other from y on; what does not fit below `end` is left for the next page where rows are cut. */
  const put = (cells: readonly Placed[], kind: "head" | "body"): void => {
    const count = Math.max(...cells.map(({ row }) => row)) + 1;
    const ys = [y];
    for (let row = 0; row < count; row++) ys.push(ys.at(-1)! + heightOf(cells.filter((one) => one.row === row)));
    // What is set over several rows may be higher than they are.
    for (const one of cells) {
      const needed = linesOf(one).length * size * LINE + 2 * padding;
      const last = Math.min(one.row + one.down, count);
      const more = needed - (ys[last]! - ys[one.row]!);
      if (more > 0) for (let row = last; row <= count; row++) ys[row] = ys[row]! + more;
    }
    for (const one of cells) {
      const { row, column, across } = one;
      const [left, right] = [xs[column]!, xs[column + across]!];
      const [top, bottom] = [ys[row]!, ys[Math.min(row + one.down, count)]!];
      const isFigure = kind === "body" && (one.cell.key !== undefined || /^[-—]$/.test(one.cell.text));
      const cell: SetCell = {
        row,
        column,
        left,
        top,
        right,
        bottom,
        kind: kind === "head" ? "head" : isFigure ? "figure" : "name",
        of: one.cell,
      };
      pages.at(-1)!.cells.push(cell);
      const align = kind === "head" ? setting.heads : isFigure ? setting.figures : "left";
      const lines = linesOf(one);
      const start = (top + bottom) / 2 - (lines.length * size * LINE) / 2;
      for (const [index, text] of lines.entries()) {
        const wide = widthOf(text, size);
        const x =
          align === "left" ? left + padding : align === "right" ? right - padding - wide : (left + right - wide) / 2;
        pages.at(-1)!.runs.push({ x, y: start + (index + 0.8) * size * LINE, size, text, cell });
      }
    }
    y = ys.at(-1)!;
  };
  open();
  say(table.title, "center", 15);
  if (table.form !== undefined) say(table.form, "right");
  y += size * LINE;
  pages.at(-1)!.runs.push({ x: MARGIN, y, size, text: `部门：${department}` });
  const words = `金额单位：${unit}`;
  pages.at(-1)!.runs.push({ x: width - MARGIN - widthOf(words, size), y, size, text: words });
  y += 4;
  put(head, "head");
  for (let row = 0; row < table.rows.length; row++) {
    const own = body.filter((one) => one.row === row).map((one) => ({ ...one, row: 0 }));
    const needed = heightOf(own);
    const left = height - MARGIN - y;
    if (needed > left) {
      const isCut = setting.splits && left > size * LINE + padding && needed > size * LINE + 2 * padding + 1;
      if (isCut) {
        // The lines that fit, and the others over the page.
        put(own, "body");
        const [page, bottom] = [pages.at(-1)!, y - needed + left];
        open();
        if (setting.repeat) put(head, "head");
        const shift = y - bottom;
        const below = page.runs.filter((run) => run.cell && run.y > bottom);
        page.runs = page.runs.filter((run) => !below.includes(run));
        const rest = new Map<SetCell, SetCell>();
        page.cells = page.cells.map((cell) => {
          if (cell.bottom <= bottom + 0.01) return cell;
          rest.set(cell, { ...cell, top: y, bottom: cell.bottom + shift });
          return { ...cell, bottom };
        });
        for (const cell of rest.values()) pages.at(-1)!.cells.push(cell);
        for (const run of below) pages.at(-1)!.runs.push({ ...run, y: run.y + shift, cell: rest.get(run.cell!)! });
        y += needed - left;
        continue;
      }
      open();
      if (setting.repeat) put(head, "head");
    }
    put(own, "body");
  }
  if (y > height - MARGIN - 3 * size) open();
  for (const note of table.notes) for (const line of wrapped(note, width - 2 * MARGIN, size)) say(line, "left");
  return pages.map(({ runs, cells }) => ({ width, height, runs, cells }));
}
