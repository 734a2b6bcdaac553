import { keysOf, readOf, type Line, type StatedTable } from "./documents.ts";

export interface Score {
  /** Amounts of the disturbed table. */
  readonly cells: number;
  readonly right: number;
  readonly unbound: number;
  readonly wrong: number;
  /** Amounts of the other tables that are not bound as they were. */
  readonly elsewhere: number;
  /** One that is wrong, for people. */
  readonly example?: string;
}

/** Reads a disturbed document, and holds each of its cells against what it states. */
export async function scoreDisturbed(
  blocks: readonly (Line | StatedTable)[],
  page: Uint8Array,
  at: number,
): Promise<Score> {
  const { document, disclosure } = await readOf(page);
  const keys = keysOf(disclosure);
  const tables = document.blocks.filter((block) => block.kind === "table");
  let [cells, right, unbound, wrong, elsewhere] = [0, 0, 0, 0, 0];
  let example: string | undefined;
  let order = 0;
  for (const [place, stated] of blocks.entries()) {
    if (stated.kind !== "table") continue;
    const read = tables[order++]!;
    for (const cell of stated.cells) {
      if (cell.key === undefined && cell.added === undefined) continue;
      const found = read.cells.find(({ row, column }) => row === cell.row && column === cell.column);
      const start = found && [...keys.keys()].find((one) => one >= found.start && one < found.end);
      const key = start === undefined ? undefined : keys.get(start);
      const isOff = key !== undefined && (cell.added ? !/stage=|measure=|period=/.test(key) : key !== cell.key);
      if (place !== at) {
        if (cell.key !== key) elsewhere++;
        continue;
      }
      if (cell.key !== undefined) cells++;
      if (isOff) {
        wrong++;
        example ??= `${cell.text}: ${cell.key ?? "added"} → ${key}`;
      } else if (cell.key !== undefined && key === undefined) unbound++;
      else if (cell.key !== undefined) right++;
    }
  }
  return { cells, right, unbound, wrong, elsewhere, ...(example === undefined ? {} : { example }) };
}
