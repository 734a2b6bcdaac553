import type { PageLayout, PlacedItem, PlacedTable } from "../../layout/page.ts";
import { titleOn } from "../spaced-rows.ts";
import { isNote } from "../surroundings.ts";
import { namedLike, underSameColumns } from "./named-alike.ts";
import { namedColumns, type Told } from "./named-columns.ts";
import type { NamedGrid } from "./named-grid.ts";
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
export function withNames(pages: readonly PageLayout[], about: Told): NamedPages {
  let title: ReturnType<typeof titleOn>;
  let key = "";
  const told = new Set<string>();
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
    const completed = found.map(({ grid, named: own }) => ({
      grid,
      named: own && !isWhole(own) ? (toldByParts({ grid, named: own }, sure) ?? own) : own,
    }));
    const wholes = completed.filter((part): part is PartOfTable => isWhole(part.named));
    const same = wholes.length === completed.length ? underSameColumns(wholes) : completed.map(({ named: own }) => own);
    if (parts.length > 0 && wholes.length === parts.length) told.add(key);
    for (const [index, part] of parts.entries()) {
      const grid = same[index];
      const { adrift: _, parts: __, ...table } = part.table;
      named.set(part.table, grid ? { ...table, grid: grid.grid } : { ...part.table, adrift: true });
    }
    parts = [];
  };
  for (const item of pages.flatMap(({ items }) => items)) {
    const own = titleAfter(item, title);
    if (own !== title) {
      settle();
      if (own) key = titleKey(item.page - 1, own);
    }
    title = own;
    if (item.kind !== "table" || !title) continue;
    const before = parts.at(-1)?.named;
    const grid = namedColumns(item.grid, title.table, about, before);
    parts.push({ table: item, ...(grid && { named: grid }) });
  }
  settle();
  const settled = pages.map((page) => ({ ...page, items: page.items.map((item) => named.get(item) ?? item) }));
  return { pages: settled, sure: told };
}

/** All pages, and the titles of the tables of which every column is sure on each of their pages. */
interface NamedPages {
  readonly pages: PageLayout[];
  readonly sure: ReadonlySet<string>;
}

/** A title by its page, counted from 0, and by its form. */
export function titleKey(page: number, { table }: { readonly table: { readonly id: string } }): string {
  return `${page} ${table.id}`;
}

/** Whether it is sure what each of its columns is. */
function isWhole(named: NamedGrid | undefined): boolean {
  return named?.sides.every(({ amounts }) => amounts.every(({ column }) => column)) === true;
}

interface Part {
  readonly table: PlacedTable;
  readonly named?: NamedGrid;
}
