import { ECONOMIC_ITEMS } from "@juesuan/core";
import { labelWord, STAGE_WORDS } from "../../tables/words.ts";
import type { FoundTable } from "../found-table.ts";
import type { Line } from "../lines.ts";
import { rangeOf, TableSetter } from "../set-table.ts";
import type { Group, Run } from "../spaced-rows.ts";
import { hasProjects, isInOrder, placeOf, type Layout } from "./layout.ts";

// The table of rows whose columns are known: the headings of its form, and each label and amount in its cell.

/** The labels that a group has before its amounts. */
type LabelKind = "code" | "name" | "project" | "line";

export function laidOut(lines: readonly Line[], from: number, run: Run, { blocks, places }: Layout): FoundTable {
  const start = lines[from]!.start;
  const end = lines[run.to - 1]!.end;
  const set = new TableSetter();
  const paths = places.map((list) =>
    list.map(({ column, stage }) => [
      ...column.heading,
      ...(column.heading.length === 0 || new Set(list.map((place) => place.stage)).size > 1
        ? [STAGE_WORDS[stage]]
        : []),
    ]),
  );
  const depth = Math.max(1, ...paths.flat().map((path) => path.length));
  const nowhere = { start, end: start };
  let next = 0;
  const columns = places.map((list, index) => {
    const block = blocks[index] ?? blocks[0]!;
    const groups = run.rows.flatMap(({ groups }) => groups);
    const kinds: LabelKind[] = [];
    if (block.rows.kind === "classification") kinds.push("code");
    if (block.rows.kind !== "single") kinds.push("name");
    if (hasProjects(block, groups)) kinds.push("project");
    if (groups.some(({ line }) => line)) kinds.push("line");
    const labels = new Map(kinds.map((kind) => [kind, next++]));
    for (const [kind, column] of labels)
      set.put(
        0,
        column,
        {
          code: "科目编码",
          name: block.rows.kind === "fixed" ? "项目" : "科目名称",
          project: "项目名称",
          line: "行次",
        }[kind],
        nowhere,
        1,
        depth,
      );
    const first = next;
    for (const path of paths[index]!) {
      for (const [row, text] of path.entries())
        set.put(row, next, text, nowhere, 1, row === path.length - 1 ? depth - row : 1);
      next++;
    }
    return { labels, first, count: list.length };
  });
  for (const [index, { groups }] of run.rows.entries()) {
    const row = depth + index;
    for (const [order, group] of groups.entries()) {
      const at = placeOf(blocks, group, isInOrder(blocks, groups, columns.length) ? order : undefined);
      const target = columns[at ?? 0]!;
      const isSure = at !== undefined && group.amounts.length === target.count;
      const all = [...group.codes, ...group.names, ...(group.line ? [group.line] : []), ...group.amounts];
      if (!isSure && group.amounts.length > 0) {
        // Labels and amounts together: each number is listed, and none is in a column.
        set.put(row, target.first, all.map(({ text }) => text).join(" "), rangeOf(all), target.count);
        continue;
      }
      const [codeColumn, nameColumn, projectColumn, lineColumn] = (["code", "name", "project", "line"] as const).map(
        (kind) => target.labels.get(kind),
      );
      // A part of a name that stands beside no code of its own: the row above it would be called by it.
      const isPart = codeColumn !== undefined && group.codes.length + group.amounts.length === 0;
      if (isPart && projectColumn === undefined) continue;
      const [item, ...project] = group.names;
      if (codeColumn !== undefined && group.codes.length > 0)
        set.put(row, codeColumn, group.codes.map(({ text }) => text).join(""), rangeOf(group.codes));
      if (projectColumn !== undefined && item) {
        set.put(row, nameColumn!, item.text, item);
        if (project.length > 0) set.put(row, projectColumn, project.map(({ text }) => text).join(""), rangeOf(project));
      }
      // The code is the row's name where there is one: what stands beside it may be the half of a broken name.
      else if (
        nameColumn !== undefined &&
        group.names.length > 0 &&
        (codeColumn === undefined || group.codes.length === 0 || isItsName(group))
      )
        set.put(row, nameColumn, group.names.map(({ text }) => text).join(""), rangeOf(group.names));
      if (lineColumn !== undefined && group.line) set.put(row, lineColumn, group.line.text, group.line);
      for (const [column, amount] of group.amounts.entries()) set.put(row, target.first + column, amount.text, amount);
    }
  }
  return { from, to: run.to, table: set.table({ start, end }, depth + run.rows.length, next) };
}

/** 31002 办公设备购置: the whole name of the item that a code is. */
function isItsName({ codes, names }: Group): boolean {
  const code = codes.map(({ text }) => text).join("");
  const name = labelWord(names.map(({ text }) => text).join(""));
  return ECONOMIC_ITEMS.some(([known, ...own]) => known === code && own.some((other) => labelWord(other) === name));
}
