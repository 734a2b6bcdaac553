// The cells of a workbook by themselves. Apart from the public face: whoever reads a text must not load a reader of workbooks.
export { readCells, type CellSheet } from "./xlsx.ts";
