// The public face of the writers.
export { tableGrid, type CodeName, type Grid, type GridCell, type GridOptions, type GridSource } from "./grid.ts";
export { gridToHtml } from "./html.ts";
export { gridToCsv, gridToMarkdown } from "./text.ts";
export { gridsOf, sourceOf } from "./source.ts";
export { gridsToXlsx } from "./spreadsheet/workbook.ts";
