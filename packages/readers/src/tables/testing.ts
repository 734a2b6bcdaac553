import { keyText, type ReadDocument, type Table } from "@juesuan/core";
import { Assembly } from "../text/assembly.ts";
import { placeCells } from "../text/grid.ts";
import { bindTables, type BindTablesOptions } from "./index.ts";

/**
 * A document written as its reader sees it: lines are paragraphs, runs of lines with bars are tables. `项目{1x4}` covers
 * one row and four columns; places that a cell from above covers are not written.
 */
export function documentOf(written: string, more: Pick<Table, "inferred" | "cut" | "ruled"> = {}): ReadDocument {
  const assembly = new Assembly();
  assembly.pages.push({ number: 1 });
  let rows: string[] = [];
  const close = () => {
    if (rows.length > 0) assembly.table(placeCells(rows.map(cellsOf)), 1, more);
    rows = [];
  };
  for (const line of written.split("\n")) {
    const text = line.trim();
    if (text.startsWith("|")) rows.push(text);
    else {
      close();
      assembly.paragraph(text, "body", 1);
    }
  }
  close();
  return assembly.document("html");
}

function cellsOf(row: string) {
  return row
    .split("|")
    .slice(1, -1)
    .map((written) => {
      const [, text = "", down, across] = /^\s*(.*?)\s*(?:\{(\d+)x(\d+)\})?\s*$/.exec(written)!;
      return { text, rowSpan: Number(down ?? 1), columnSpan: Number(across ?? 1) };
    });
}

/** Binds a written document; `facts` has a line for each bound figure. */
export function bindWritten(
  written: string,
  options: Partial<BindTablesOptions> = {},
  more: Pick<Table, "inferred" | "cut" | "ruled"> = {},
) {
  const document = documentOf(written, more);
  const reading = bindTables(document, { firstFigureId: 0, ...options });
  return {
    ...reading,
    document,
    facts: reading.figures.map(
      ({ value, unit, concept, dimensions }) => `${value}${SIGNS[unit] ?? ""} ${keyText(concept, dimensions)}`,
    ),
    left: reading.unbound.map(({ value, reason }) => `${value} ${reason}`),
  };
}

const SIGNS: Readonly<Record<string, string>> = { yuan: "元", percent: "%", count: "个", score: "分" };
