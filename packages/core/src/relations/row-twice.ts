import type { BoundCell, BoundRow, BoundTable } from "../facts/disclosure.ts";
import { tableOf } from "../tables/catalogue.ts";
import type { CheckContext, Relation, RelationExamples } from "./relation.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";

/** What the cells of a row print, in their order. */
function printedIn(cells: readonly BoundCell[], { figures }: CheckContext): readonly string[] {
  return cells.flatMap((cell) => {
    const figure = cell.figure === undefined ? undefined : figures.get(cell.figure);
    return figure ? `${cell.column} ${figure.value}` : [];
  });
}

const lineOf = (row: number, block = 0): string => `${block}:${row}`;

/** Rows of groups and items that stand twice, one right below the other on one page, with the same amounts. */
function* twice(context: CheckContext): Iterable<{ readonly table: BoundTable; readonly row: BoundRow }> {
  for (const table of context.disclosure.tables) {
    if (table.table === undefined) continue;
    const cellsOf = Map.groupBy(table.cells, ({ row, block }) => lineOf(row, block));
    for (const [position, row] of table.rows.entries()) {
      const before = table.rows[position - 1];
      if (!before || row.code === undefined || !/^[23]\d{4}(?:\d{2})?$/.test(row.code)) continue;
      if (before.code !== row.code || before.label !== row.label || before.index !== row.index - 1) continue;
      if (before.source.page !== row.source.page || (before.block ?? 0) !== (row.block ?? 0)) continue;
      const [first, second] = [before, row].map(({ index, block }) =>
        printedIn(cellsOf.get(lineOf(index, block)) ?? [], context),
      );
      const isAlike = first!.length > 0 && first!.join("|") === second!.join("|");
      if (isAlike && first!.some((cell) => Number(cell.split(" ")[1]) !== 0)) yield { table, row };
    }
  }
}

const ROW = "| 2080501 | 行政单位离退休 | 10.00 | 10.00 |  |";

export const ROW_TWICE: Relation = {
  id: "table.row-twice",
  title: { zh: "同一行印了两遍", en: "A row printed twice" },
  basis: {
    zh: "每个科目在表中只列一行",
    en: "Each account has one row of a table",
  },
  severity: "warning",
  form: "catalogue",
  purpose: {
    zh: "发现紧接着又印一遍的行：编码、名称、金额都相同，多是插入行时复制的",
    en: "Finds a row that stands once more right below itself, code, name and amounts alike: mostly copied when a row was inserted",
  },
  leavesOut: {
    zh: "跨页重印的行、金额不同的行、没有金额的行不算",
    en: "Rows that a page repeats, rows with other amounts and rows without any do not count",
  },
  *judge(context) {
    for (const { table, row } of twice(context)) {
      const title = table.title ?? tableOf(table.table!)?.titles[0] ?? table.table!;
      yield {
        outcome: "violated",
        message: {
          zh: `《${title}》“${row.code} ${row.label}”一行印了两遍`,
          en: `“${title}” prints the row “${row.code} ${row.label}” twice`,
        },
        sources: [{ ...row.source, table: table.table!, row: row.label }],
        suggestion: { zh: "删去重复的一行", en: "Delete the second" },
        key: `${table.table!} ${row.code}`,
      };
    }
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [ROW_TWICE.id]: [
    { text: tinyDisclosure([TINY.expenditure]), holds: true },
    {
      text: tinyDisclosure([TINY.expenditure.replace(ROW, `${ROW}\n${ROW}`)]),
      holds: false,
      message: "“2080501 行政单位离退休”一行印了两遍",
    },
  ],
});
