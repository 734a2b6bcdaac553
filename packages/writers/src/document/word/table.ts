import type { Grid, GridCell } from "../../grid.ts";
import { escapeMarkup } from "../../markup.ts";
import { placeCells } from "../../rectangle.ts";
import { RED } from "./styles.ts";
import { CELL_MARGIN, type TableLayout } from "./table-layout.ts";

/** A cell of a row, or what goes on below a cell of the row above. */
interface Slot {
  readonly column: number;
  readonly across: number;
  readonly cell?: GridCell;
  readonly goesOn: boolean;
}

/**
 * A table in Word's own markup (WordprocessingML). A disclosure has thousands of cells, for each of which the library would
 * make an object.
 */
export function tableXml(grid: Grid, layout: TableLayout): string {
  const rows: Slot[][] = [...grid.head, ...grid.rows].map(() => []);
  for (const { row, column, cell } of placeCells(grid)) {
    const { across = 1, down = 1 } = cell;
    for (let below = 0; below < down; below++)
      rows[row + below]?.push({ column, across, goesOn: below > 0, ...(below === 0 ? { cell } : {}) });
  }
  const body = rows.map((slots, index) => {
    const cells = slots.toSorted((left, right) => left.column - right.column).map((slot) => cellXml(slot, layout));
    const repeats = index < grid.head.length ? "<w:tblHeader/>" : "";
    return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${layout.rowHeight}" w:hRule="atLeast"/>${repeats}</w:trPr>${cells.join("")}</w:tr>`;
  });
  const columns = layout.columns.map((width) => `<w:gridCol w:w="${width}"/>`);
  return `<w:tbl>${propertiesXml(layout)}<w:tblGrid>${columns.join("")}</w:tblGrid>${body.join("")}</w:tbl>`;
}

function propertiesXml({ columns }: TableLayout): string {
  const width = columns.reduce((sum, own) => sum + own, 0);
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const margin = (side: string, of: number): string => `<w:${side} w:w="${of}" w:type="dxa"/>`;
  const { side, above } = CELL_MARGIN;
  return [
    `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblCellMar>${margin("top", above)}${margin("left", side)}${margin("bottom", above)}${margin("right", side)}</w:tblCellMar>`,
    "</w:tblPr>",
  ].join("");
}

function cellXml({ column, across, cell, goesOn }: Slot, { columns, line, size }: TableLayout): string {
  const width = columns.slice(column, column + across).reduce((sum, own) => sum + own, 0);
  const merge = goesOn ? "<w:vMerge/>" : (cell?.down ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : "";
  const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : "";
  const { kind = "label", text = "", missing } = cell ?? {};
  const isTotal = kind === "label" && across > 1;
  const side = kind === "figure" ? "right" : kind === "label" && !isTotal ? "left" : "center";
  const isBold = kind === "heading" || isTotal || missing === true;
  const run =
    text === ""
      ? ""
      : `<w:r><w:rPr>${isBold ? "<w:b/><w:bCs/>" : ""}${missing === true ? `<w:color w:val="${RED}"/>` : ""}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableCell"/><w:spacing w:line="${line}" w:lineRule="exact"/><w:jc w:val="${side}"/></w:pPr>${run}</w:p></w:tc>`;
}
