import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { boxOf, type ReadDocument, type Table } from "@juesuan/core";
import { readPdf } from "./index.ts";

const PUTUO = "/work/shared/documents/putuo-finance-2024.pdf";
const tablesOf = (document: ReadDocument) => document.blocks.filter((block) => block.kind === "table");
const rowsOf = (table: Table) => {
  const rows: string[][] = Array.from({ length: table.rowCount }, () => []);
  for (const cell of table.cells) rows[cell.row]!.push(cell.text);
  return rows.map((row) => row.join("|"));
};

describe.skipIf(!existsSync(PUTUO))(
  "the disclosure of 上海市普陀区财政局 (skipped where it is not at hand)",
  async () => {
    const document = existsSync(PUTUO) ? await readPdf(readFileSync(PUTUO)) : undefined;

    it("gives every block and cell offsets into the text, and boxes on its page", () => {
      let before = 0;
      for (const block of document!.blocks) {
        expect(block.start).toBeGreaterThanOrEqual(before);
        before = block.end;
        if (block.kind === "table")
          for (const cell of block.cells) {
            expect(document!.text.slice(cell.start, cell.end)).toBe(cell.text);
            if (cell.text !== "") expect(boxOf(document!, cell.start, cell.end)?.page).toBe(cell.page);
          }
      }
    });

    it("reads the nine tables, each over its pages", () => {
      expect(tablesOf(document!).map((table) => `${table.page}: ${table.rowCount}×${table.columnCount}`)).toEqual([
        "5: 4×3",
        "6: 32×4",
        "8: 23×11",
        "10: 23×10",
        "12: 34×7",
        "15: 24×7",
        "16: 42×8",
        "18: 6×12",
        "19: 12×10",
        "20: 12×10",
      ]);
      expect(rowsOf(tablesOf(document!)[9]!).at(-1)).toBe("合计||||||");
    });
  },
);

it("says that bytes are no PDF", async () => {
  await expect(readPdf(new TextEncoder().encode("%PDF-1.7 not really"))).rejects.toMatchObject({ code: "damaged" });
});
