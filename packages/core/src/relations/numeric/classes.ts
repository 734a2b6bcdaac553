import { firstAtLeast } from "../../document/sorted.ts";
import type { BoundRow } from "../../facts/disclosure.ts";
import { incompleteTables } from "../incomplete-tables.ts";
import type { CheckContext, Instance, Relation, RelationExamples } from "../relation.ts";
import { digitsOf, gridsOf, OPEN_ROWS, sumInstance, type Grid } from "./grid.ts";
import { TABLE_FORM } from "./terms.ts";

export const CLASSES: Relation = {
  id: "table.classes",
  title: { zh: "类、款、项逐级合计", en: "Class = Σ groups = Σ items" },
  basis: TABLE_FORM,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "合计等于各类之和，类等于所属各款之和，款等于所属各项之和。",
    en: "The grand total is the sum of the classes, a class of its groups, a group of its items.",
  },
  leavesOut: {
    zh: "只在下级科目印出时判定；同一编码印出两次的表、有的行（或一页）没有读到的表不判定。",
    en: "Judged only where the lower level is printed, and not in a table that prints one code twice or of which rows (or a page) were not read.",
  },
  instances: classInstances,
};

function* classInstances(context: CheckContext): Iterable<Instance> {
  for (const grid of gridsOf(context)) {
    if (incompleteTables(context).has(grid.table)) continue;
    for (const { rows, block } of grid.blocks()) {
      if (block.rows.kind !== "classification") continue;
      const byCode = new Map<string, BoundRow[]>();
      for (const row of rows) {
        const code = digitsOf(row);
        // Projects under an item repeat its code; they are a list of their own.
        if (code === undefined || row.level === "line" || row.level === "grand-total") continue;
        const list = byCode.get(code);
        if (list) list.push(row);
        else byCode.set(code, [row]);
      }
      const children = new Map<string, BoundRow[]>();
      const top: BoundRow[] = [];
      let doubled = false;
      for (const [code, same] of byCode) {
        const [row] = same;
        if (same.length > 1) doubled = true;
        const parent = parentOf(code, byCode);
        if (parent === undefined) top.push(row!);
        else {
          const list = children.get(parent);
          if (list) list.push(row!);
          else children.set(parent, [row!]);
        }
      }
      // A code printed twice makes every sum over it doubtful.
      if (doubled) continue;
      const grand = rows.find((row) => row.level === "grand-total");
      const levels: [BoundRow, readonly BoundRow[]][] = [];
      if (grand && top.length > 0 && !goesOnBelow(context, grid, top)) levels.push([grand, top]);
      for (const [code, list] of children) levels.push([byCode.get(code)![0]!, list]);
      const endOf = endsIn(rows);
      for (const [total, parts] of levels) {
        const own = digitsOf(total);
        const [from, to] = total === grand ? [-1, Infinity] : [total.index, endOf(total, own!)];
        for (const column of grid.columns) {
          const cell = grid.cell(total, column);
          if (!cell || grid.hasUnreadRow(total, column, from, to)) continue;
          const instance = sumInstance({
            relation: CLASSES.id,
            total: cell,
            of: parts.flatMap((row) => grid.cell(row, column) ?? []),
            filled: grid.isFilled(total, column),
            open: OPEN_ROWS,
            list: `${grid.table.source.start}:${total.index}:${total.block ?? 0}`,
          });
          if (instance) yield instance;
        }
      }
    }
  }
}

/** Whether a table without a total, of the same kind and with other codes, is what another page holds of this one. */
function goesOnBelow(context: CheckContext, grid: Grid, top: readonly BoundRow[]): boolean {
  const own = new Set(top.map(digitsOf));
  return gridsOf(context).some(
    ({ table, declaration }) =>
      table !== grid.table &&
      declaration === grid.declaration &&
      table.rows.every(({ level }) => level !== "grand-total") &&
      table.rows.some((row) => digitsOf(row)?.length === 3 && !own.has(digitsOf(row))),
  );
}

/** Where the rows below a code end: at the next row of another. */
export function endsIn(rows: readonly BoundRow[]): (total: BoundRow, code: string) => number {
  // Side by side lists have the rows of one below those of the other: each goes down the page again. Rows without a code
  // end nothing.
  const lists: BoundRow[][] = [];
  for (const row of rows) {
    if (row.level !== "grand-total" && digitsOf(row) === undefined) continue;
    const last = lists.at(-1);
    if (last && last.at(-1)!.index <= row.index) last.push(row);
    else lists.push([row]);
  }
  return (total, code) => {
    for (const list of lists) {
      // Those before the total need no look.
      for (let at = firstAtLeast(list, total.index + 1, ({ index }) => index); at < list.length; at++) {
        const row = list[at]!;
        if (row.level === "grand-total" || !digitsOf(row)!.startsWith(code)) return row.index;
      }
    }
    return Infinity;
  };
}

/** The nearest code above that is printed: 20805 for 2080505, or 208 where 20805 is not. */
function parentOf(code: string, printed: ReadonlyMap<string, unknown>): string | undefined {
  for (let length = code.length - 2; length >= 3; length -= 2) {
    const parent = code.slice(0, length);
    if (printed.has(parent)) return parent;
  }
  return undefined;
}

export const EXAMPLES: RelationExamples = () => ({
  [CLASSES.id]: [
    {
      // What follows on the next page without a title or columns that are known may be its other rows.
      text: "支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n| --- | --- | --- | --- | --- |\n| | 合计 | 445.69 | 445.69 | |\n| 208 | 社会保障和就业支出 | 300.00 | 300.00 | |\n| 20805 | 行政事业单位养老支出 | 300.00 | 300.00 | |\n\n| 住房保障 | 一 | 二 |\n| --- | --- | --- |\n| 甲 | 145.69 / 145.69 | |",
      holds: true,
    },
    {
      text: "支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n| --- | --- | --- | --- | --- |\n| | 合计 | 445.69 | 445.69 | |\n| 221 | 住房保障支出 | 445.69 | 445.69 | |\n| 22102 | 住房改革支出 | 445.69 | 445.69 | |\n| 2210201 | 住房公积金 | 187.19 | 187.19 | |\n| 2210203 | 购房补贴 | 258.50 | 258.50 | |",
      holds: true,
    },
    {
      text: "支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n| --- | --- | --- | --- | --- |\n| | 合计 | 445.69 | 445.69 | |\n| 221 | 住房保障支出 | 445.69 | 445.69 | |\n| 22102 | 住房改革支出 | 445.69 | 445.69 | |\n| 2210201 | 住房公积金 | 178.19 | 178.19 | |\n| 2210203 | 购房补贴 | 258.50 | 258.50 | |",
      holds: false,
      message: "178.19",
    },
    // What another page holds of it is the rest.
    {
      text: "支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n| --- | --- | --- | --- | --- |\n| | 合计 | 9.00 | 6.00 | 3.00 |\n| 205 | 教育支出 | 5.00 | 2.00 | 3.00 |\n\n支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 |\n| --- | --- | --- | --- |\n| 221 | 住房保障支出 | 4.00 | 4.00 |",
      holds: true,
    },
  ],
});
