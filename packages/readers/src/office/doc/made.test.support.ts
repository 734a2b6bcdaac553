import { CFB } from "@e965/xlsx";

/** A paragraph of a Word file, or a mark in a table, with the modifiers that say what it is. */
interface Part {
  readonly text: string;
  readonly modifiers: readonly number[];
}

export interface MadeCell {
  readonly text: string;
  readonly across?: number;
  readonly down?: "first" | "below";
}

const COLUMN = 1000;
const IN_TABLE = [0x16, 0x24, 1];
const short = (value: number): number[] => [value & 255, (value >> 8) & 255];
const long = (value: number): number[] => [...short(value), ...short(value >> 16)];

export const paragraph = (text: string): Part => ({ text: `${text}\r`, modifiers: [] });

/** The cells of a row, each ended by its mark, and the mark of the row. */
export function row(cells: readonly MadeCell[]): Part[] {
  const edges = [0];
  for (const { across = 1 } of cells) edges.push(edges.at(-1)! + across * COLUMN);
  const described = cells.flatMap(({ down }) => [
    ...short(down === "first" ? 0x60 : down === "below" ? 0x20 : 0),
    ...Array.from({ length: 18 }, () => 0),
  ]);
  const operand = [cells.length, ...edges.flatMap(short), ...described];
  const definition = [0x08, 0xd6, ...short(operand.length + 1), ...operand];
  return [
    ...cells.map(({ text }) => ({ text: `${text}\u0007`, modifiers: IN_TABLE })),
    { text: "\u0007", modifiers: [...IN_TABLE, 0x17, 0x24, 1, ...definition] },
  ];
}

/** A Word file of 1997 that holds these parts, its text in one piece. */
export function wordFile(parts: readonly Part[], flags = 0x200): Uint8Array {
  const text = parts.map((part) => part.text).join("");
  const start = 1024;
  const PAGE = 512;
  const firstPage = Math.ceil((start + text.length * 2) / PAGE);
  const main = new Uint8Array((firstPage + parts.length) * PAGE);
  const view = new DataView(main.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(10, flags, true);
  view.setUint32(76, text.length, true);
  for (let at = 0; at < text.length; at++) view.setUint16(start + at * 2, text.charCodeAt(at), true);
  const places = [start];
  for (const part of parts) places.push(places.at(-1)! + part.text.length * 2);
  // A page for each paragraph: where it begins and ends, and its modifiers at the end of the page.
  for (const [index, { modifiers }] of parts.entries()) {
    const page = (firstPage + index) * PAGE;
    view.setUint32(page, places[index]!, true);
    view.setUint32(page + 4, places[index + 1]!, true);
    const size = 2 + modifiers.length + (modifiers.length % 2);
    const at = PAGE - 2 - size - 2 - (size % 2);
    main[page + 8] = at / 2;
    main.set([0, size / 2, 0, 0, ...modifiers], page + at);
    main[page + PAGE - 1] = 1;
  }
  const pieces = [2, ...long(16), ...long(0), ...long(text.length), ...short(0), ...long(start), ...short(0)];
  const table = new Uint8Array(8192);
  table.set(pieces);
  const tableView = new DataView(table.buffer);
  const bins = 64;
  for (const [index, place] of places.entries()) tableView.setUint32(bins + index * 4, place, true);
  for (const index of parts.keys()) tableView.setUint32(bins + places.length * 4 + index * 4, firstPage + index, true);
  view.setUint32(258, bins, true);
  view.setUint32(262, places.length * 4 + parts.length * 4, true);
  view.setUint32(418, 0, true);
  view.setUint32(422, pieces.length, true);
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, "/WordDocument", main as never);
  CFB.utils.cfb_add(file, "/1Table", table as never);
  return new Uint8Array(CFB.write(file, { type: "array" }) as never);
}
