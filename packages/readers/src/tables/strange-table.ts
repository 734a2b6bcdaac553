import type { BoundRow, Cell } from "@juesuan/core";
import type { DraftCell, Drafts, DraftTable } from "./drafts.ts";
import { isOfProjects, isProjectList, isTotalOfList, projectColumns, projectKey, reasonFor } from "./other.ts";
import type { Part } from "./parts.ts";
import { unitOfHeading } from "./words.ts";

// A table of no known form: the projects that it lists, or no more than its figures.

/** A table that is none of the statutory ones: a list of projects is bound, of others the figures are listed. */
export function strangeTable(part: Part, drafts: Drafts): DraftTable {
  const { around, grid, heading, skipped } = part;
  const title = around.title;
  const isList = isProjectList(heading.columns) && !part.tables[0]!.table.hidden;
  const names = heading.columns.filter(({ role }) => role === "name");
  const name = (isList ? names.find(isOfProjects) : undefined) ?? names[0];
  const figures = heading.columns.filter(({ role }) => role === "figure");
  const meanings = projectColumns(figures);
  const isLost = around.match !== undefined && figures.length === 0;
  const reason = part.tables[0]!.table.hidden ? "在隐藏的表中" : reasonFor(title, isLost, around.match !== undefined);
  const rows: BoundRow[] = [];
  const cells: DraftCell[] = [];
  const seen = new Set<Cell>(heading.strays);
  for (let row = heading.rowCount; row < grid.rowCount; row++) {
    if (skipped.has(row)) continue;
    const nameCell = name && grid.at(row, name.index);
    const label = nameCell?.text.trim() ?? "";
    if (label === "" || (nameCell && nameCell.row < row)) continue;
    rows.push({ index: row, label, level: "line", source: drafts.sourceOf([nameCell!], part, title, label) });
    if (!isList || ((nameCell?.columnSpan ?? 1) > 1 && !isTotalOfList(label))) continue;
    for (const column of figures) {
      const cell = grid.startingAt(row, column.index);
      const meaning = meanings.get(column.index);
      const content = cell && grid.content(cell);
      if (!cell || !meaning || content?.kind !== "number" || cell.hidden) continue;
      seen.add(cell);
      const source = drafts.sourceOf([cell], part, title, label, column.path.join("/"));
      const unit = content.unit ?? meaning.unit ?? unitOfHeading(column.path) ?? around.unit ?? drafts.unit;
      const key = projectKey(meaning, label, title);
      const draft = drafts.draftOf(cell, content, source, unit, { key, reason });
      cells.push({ row, column: column.index, key, source: draft.figure.source, draft });
    }
  }
  const rest = drafts.restOf(part, title, seen, reason);
  const columns = figures.map(({ index, path }) => ({ heading: path.join("/"), index }));
  const named = name ? [{ heading: name.path.join("/"), index: name.index }, ...columns] : columns;
  return { table: { ...(title === undefined ? {} : { title }), columns: named, rows }, cells, rest };
}
