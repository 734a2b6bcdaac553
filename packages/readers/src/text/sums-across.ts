import { columnIdAt, type Stage, type Sum, type TableBlock, type TableColumn } from "@juesuan/core";

// Whether amounts stand in the columns that are claimed for them: the sums across the rows tell.

/** A column of amounts with what was printed over it. */
export interface Place {
  readonly column: TableColumn;
  readonly stage: Stage;
}

/** How many of the sums across the rows hold, and how many do not. */
export interface Tried {
  readonly held: number;
  readonly broken: number;
}

/** Each amount was rounded: a sum may be off by one unit in the last place for each of its terms. */
const LAST_PLACE = 100n;

/**
 * Tries the sums of a block on rows of amounts as printed.
 *
 * @param blank whether a column without an amount in a row is nothing there, and counts
 */
export function trySums(
  sums: readonly Sum[],
  places: readonly Place[],
  rows: readonly (readonly (string | undefined)[])[],
  blank = false,
): Tried {
  const ids = places.map(({ column, stage }) => columnIdAt(column, stage));
  const printed = new Set(places.map(({ column }) => column.id));
  const owed = sums.filter(
    ({ relation, requires = [] }) => relation !== "parts" && requires.every((id) => printed.has(id)),
  );
  const stages = new Set(places.map(({ stage }) => stage));
  let held = 0;
  let broken = 0;
  for (const amounts of rows) {
    const at = (id: string): bigint | undefined => {
      const index = ids.indexOf(id);
      return index < 0 ? undefined : exact(amounts[index] ?? (blank ? "" : undefined));
    };
    for (const sum of owed)
      for (const stage of stages) {
        const total = at(columnIdAt(sum.total, stage));
        const terms = [
          ...sum.of.map((id) => at(columnIdAt(id, stage))),
          ...(sum.less ?? []).map((id) => negated(at(columnIdAt(id, stage)))),
        ].filter((term) => term !== undefined);
        if (total === undefined || terms.length < (blank ? 1 : 2)) continue;
        if (blank && total === 0n && terms.every((term) => term === 0n)) continue;
        const off = terms.reduce((rest, term) => rest - term, total);
        if ((off < 0n ? -off : off) <= LAST_PLACE * BigInt(terms.length)) held++;
        else broken++;
      }
  }
  return { held, broken };
}

/**
 * The columns of a block whose headings can have been printed, going by their characters. No sum tells a count beside the
 * money, and 购置数 is made of the characters of 购置费 and 预算数.
 */
export function printedColumns(block: TableBlock, heading: string): TableColumn[] {
  const printed = new Set(heading);
  return block.columns.filter(({ heading: words, aliases = [], quantity }) => {
    if (quantity === "count" && block.sums !== undefined) return false;
    const own = words.at(-1);
    return (
      own === undefined || [own, ...aliases].some((name) => [...name].every((character) => printed.has(character)))
    );
  });
}

function negated(value: bigint | undefined): bigint | undefined {
  return value === undefined ? undefined : -value;
}

/** An amount in ten-thousandths; nothing where it is none. */
export function exact(printed: string | undefined): bigint | undefined {
  if (printed === undefined) return undefined;
  const plain = printed
    .replaceAll(/[,，+%\s]/g, "")
    .replace("．", ".")
    .replace(/^[−－]/, "-");
  if (/^[-—–]*$/.test(plain)) return 0n;
  if (!/^-?\d*(?:\.\d*)?$/.test(plain)) return undefined;
  const [whole = "0", part = ""] = plain.split(".");
  return BigInt(whole + part.padEnd(4, "0").slice(0, 4));
}
