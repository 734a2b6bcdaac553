import { pad, widthOf, wrap } from "../text/width.ts";
import type { Cell } from "./grid.ts";

const BETWEEN = " │ ";
/** A column that has to give way keeps at least so much. */
const NARROWEST = 6;

type Row = readonly (Cell | undefined)[];

/**
 * A table as the document prints it: every cell whole, over as many lines as it takes. Where its columns do not fit side by
 * side even so, each row is one paragraph of its cells.
 */
export function printedLines(rows: readonly Row[], head: number, columns: number): string[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = fitted(naturalWidths(rows, count), columns);
  if (widths === undefined) return rows.flatMap((row) => paragraph(row, columns));
  const whole = widthOver(widths);
  return rows.flatMap((row, index) => [
    ...(index === head && head > 0 ? ["─".repeat(Math.min(columns, whole))] : []),
    ...linesOfRow(row, widths),
  ]);
}

function naturalWidths(rows: readonly Row[], count: number): number[] {
  return Array.from({ length: count }, (_, column) =>
    rows.reduce((most, row) => {
      const cell = row[column];
      return cell && (cell.across ?? 1) === 1 ? Math.max(most, widthOf(cell.text)) : most;
    }, 1),
  );
}

/** As wide as they want to be, the widest giving way until all fit; undefined where they cannot. */
function fitted(natural: readonly number[], columns: number): readonly number[] | undefined {
  const widths = [...natural];
  for (let over = widthOver(widths) - columns; over > 0; over--) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) return undefined;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** What columns take side by side, with what stands between them. */
function widthOver(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + BETWEEN.length * Math.max(0, widths.length - 1);
}

function linesOfRow(row: Row, widths: readonly number[]): string[] {
  const boxes: { readonly width: number; readonly lines: readonly string[]; readonly align: "left" | "right" }[] = [];
  for (let column = 0; column < widths.length; column++) {
    const cell = row[column];
    const across = cell?.across ?? 1;
    const width = widthOver(widths.slice(column, column + across));
    boxes.push({ width, lines: wrap(cell?.text ?? "", width), align: cell?.kind === "figure" ? "right" : "left" });
    column += across - 1;
  }
  const height = Math.max(1, ...boxes.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    boxes
      .map(({ width, lines, align }) => pad(lines[line] ?? "", width, align))
      .join(BETWEEN)
      .trimEnd(),
  );
}

function paragraph(row: Row, columns: number): string[] {
  const words = row.flatMap((cell) => (cell && cell.text !== "" ? [cell.text] : []));
  return words.length === 0 ? [] : wrap(words.join(BETWEEN), columns);
}
