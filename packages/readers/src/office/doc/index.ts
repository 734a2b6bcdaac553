import type { ReadDocument } from "@juesuan/core";
import { LIMITS } from "../../detect/limits.ts";
import { tooLarge } from "../../detect/too-large.ts";
import { Assembly } from "../../text/assembly.ts";
import { writeFlow, type FlowNode, type FlowParagraph, type FlowTableCell } from "../../text/flow.ts";
import { openWord, type RowDefinition } from "./structures.ts";

const MARK = { cell: "\u0007", paragraph: "\r", page: "\u000c" };

/**
 * Reads a Word file of 1997 to 2003, and what WPS saves under that name. Its tables come with their merged cells; numbers
 * that Word makes for headings are not in the file's text, and are left out.
 */
export function readDoc(bytes: Uint8Array): ReadDocument {
  const { text, propertiesAt } = openWord(bytes);
  const nodes: FlowNode[] = [];
  let rows: Row[] = [];
  let cells: FlowParagraph[][] = [[]];
  const endTable = () => {
    if (rows.length > 0) nodes.push(tableOf(rows));
    rows = [];
  };
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character !== MARK.cell && character !== MARK.paragraph && character !== MARK.page) continue;
    const { inTable, endsRow, depth, row } = propertiesAt(at);
    const paragraph: FlowParagraph = { kind: "paragraph", text: wordsOf(text.slice(from, at)) };
    from = at + 1;
    if (character === MARK.cell && (endsRow || !inTable)) {
      if (row) rows.push({ ...row, cells: cells.slice(0, -1) });
      cells = [[]];
    } else if (inTable) {
      if (paragraph.text !== "") cells.at(-1)!.push(paragraph);
      // The marks of a table in a cell end its rows, not those around it.
      if (character === MARK.cell && depth <= 1) cells.push([]);
    } else {
      endTable();
      if (paragraph.text.trim() !== "") nodes.push(paragraph);
    }
  }
  endTable();
  const last = wordsOf(text.slice(from));
  if (last.trim() !== "") nodes.push({ kind: "paragraph", text: last });
  const assembly = new Assembly();
  assembly.pages.push({ number: 1 });
  writeFlow(nodes, assembly, 1);
  return assembly.document("doc");
}

const FIELD = { begins: 0x13, result: 0x14, ends: 0x15 };
const LINE = 0x0b;
const HYPHEN = 0x1e;

/** What is shown: of a field its result, and no marks of pictures and notes. */
function wordsOf(text: string): string {
  let words = "";
  /** Of the fields around: whether what stands there is its instruction. */
  const instructions: boolean[] = [];
  /** How many of them are: counted, since a hostile file opens a million fields. */
  let hidden = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code === FIELD.begins) {
      instructions.push(true);
      hidden++;
    } else if (code === FIELD.result) {
      if (instructions.at(-1)) hidden--;
      instructions.splice(-1, 1, false);
    } else if (code === FIELD.ends) {
      if (instructions.pop()) hidden--;
    } else if (hidden === 0) {
      if (code === LINE) words += "\n";
      else if (code === HYPHEN) words += "-";
      else if (code >= 0x20 || character === "\t") words += character;
    }
  }
  return words;
}

interface Row extends RowDefinition {
  readonly cells: readonly (readonly FlowParagraph[])[];
}

/** Borders nearer to each other than this are one, in twentieths of a point. */
const SAME_BORDER = 20;

/** The cells of a table on the borders of all its rows. */
function tableOf(rows: readonly Row[]): FlowNode {
  const borders: number[] = [];
  for (const edge of rows.flatMap(({ edges }) => edges).toSorted((one, other) => one - other))
    if (borders.length === 0 || edge - borders.at(-1)! > SAME_BORDER) borders.push(edge);
  if (borders.length > LIMITS.tableColumns) throw tooLarge("表格列数过多", "too many columns in a table");
  const columnOf = (edge: number): number => {
    const at = borders.findLastIndex((border) => border <= edge);
    return Math.max(0, at);
  };
  const open = new Map<number, { rowSpan: number }>();
  const flow = rows.map(({ edges, down, across, cells }) => {
    const placed: FlowTableCell[] = [];
    for (const [index, nodes] of cells.entries()) {
      const [left, right] = [edges[index], edges[index + 1]];
      if (left === undefined || right === undefined) break;
      const span = Math.max(1, columnOf(right) - columnOf(left));
      const before = placed.at(-1);
      if (across[index] && before) {
        placed[placed.length - 1] = {
          ...before,
          columnSpan: before.columnSpan + span,
          nodes: [...before.nodes, ...nodes],
        };
        continue;
      }
      // A row that begins to the right of the others.
      if (index === 0)
        for (let column = 0; column < columnOf(left); column++) placed.push({ nodes: [], rowSpan: 1, columnSpan: 1 });
      const place = columnOf(left);
      const above = open.get(place);
      if (down[index] === "below" && above) {
        above.rowSpan++;
        continue;
      }
      open.delete(place);
      const cell = { nodes, rowSpan: 1, columnSpan: span };
      if (down[index] === "first") open.set(place, cell);
      placed.push(cell);
    }
    return placed;
  });
  return { kind: "table", rows: flow };
}
