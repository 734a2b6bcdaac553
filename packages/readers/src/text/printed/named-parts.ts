import type { PageLayout, PlacedItem, PlacedTable } from "../../layout/page.ts";
import { titleOn } from "../spaced-rows.ts";
import { isNote } from "../surroundings.ts";
import { namedColumns, namedLike, underSameColumns, type NamedGrid, type Told } from "./named-columns.ts";
import { toldByParts, type PartOfTable } from "./told-by-parts.ts";

// Which table of which form each grid is, over all pages.

/** The title that stands over what follows an item. */
function titleAfter(item: PlacedItem, title: ReturnType<typeof titleOn>): ReturnType<typeof titleOn> {
  if (item.kind === "table") return title;
  const own = titleOn({ text: item.text, blank: item.text === "" });
  return own ?? (isNote(item.text) || item.text.length > LONGEST_BETWEEN ? undefined : title);
}

/** Between the title of a table and its rows stands nothing longer: the department, the unit, the number of the form. */
const LONGEST_BETWEEN = 60;

/**
 * Gives the tables of all pages the headings of their forms, where the sums across their rows bear that out; a table of a
 * known form whose columns are not sure has none.
 */
export function withNames(pages: readonly PageLayout[], about: Told): PageLayout[] {
  let title: ReturnType<typeof titleOn>;
  /** The parts of one table on one page after the other. */
  let parts: Part[] = [];
  const named = new Map<PlacedItem, PlacedItem>();
  const settle = () => {
    const found = parts.map((part, index) => {
      const whole = isWhole(part.named) ? part.named : undefined;
      const like = [parts[index + 1], parts[index - 1]].map((other) => other?.named).find(isWhole);
      return { grid: part.table.grid, named: whole ?? namedLike(part.table.grid, like) ?? part.named };
    });
    const sure = found.filter((part): part is PartOfTable => isWhole(part.named));
    const told = found.map(({ grid, named: own }) => ({
      grid,
      named: own && !isWhole(own) ? (toldByParts({ grid, named: own }, sure) ?? own) : own,
    }));
    const wholes = told.filter((part): part is PartOfTable => isWhole(part.named));
    const same = wholes.length === told.length ? underSameColumns(wholes) : told.map(({ named: own }) => own);
    for (const [index, part] of parts.entries()) {
      const grid = same[index];
      const { adrift: _, parts: __, ...table } = part.table;
      named.set(part.table, grid ? { ...table, grid: grid.grid } : { ...part.table, adrift: true });
    }
    parts = [];
  };
  for (const item of pages.flatMap(({ items }) => items)) {
    const own = titleAfter(item, title);
    if (own !== title) settle();
    title = own;
    if (item.kind !== "table" || !title) continue;
    const before = parts.at(-1)?.named;
    const grid = namedColumns(item.grid, title.table, about, before);
    parts.push({ table: item, ...(grid && { named: grid }) });
  }
  settle();
  return pages.map((page) => ({ ...page, items: page.items.map((item) => named.get(item) ?? item) }));
}

/** Whether it is sure what each of its columns is. */
function isWhole(named: NamedGrid | undefined): boolean {
  return named?.sides.every(({ amounts }) => amounts.every(({ column }) => column)) === true;
}

interface Part {
  readonly table: PlacedTable;
  readonly named?: NamedGrid;
}
