import type { BoundRow, BoundTable } from "../facts/disclosure.ts";
import { tableOf } from "../tables/catalogue.ts";
import { incompleteTables } from "./incomplete-tables.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

/** The rows of a table that print a functional code, by code. */
function functionalRows(table: BoundTable): ReadonlyMap<string, BoundRow> {
  const rows = new Map<string, BoundRow>();
  for (const row of table.rows)
    if (row.code !== undefined && /^2\d{2}(?:\d{2}){0,2}$/.test(row.code)) rows.set(row.code, row);
  return rows;
}

/** Whether a row prints an amount that is not zero. */
function holdsMoney(table: BoundTable, row: BoundRow, context: CheckContext): boolean {
  return table.cells.some((cell) => {
    if (cell.row !== row.index || cell.figure === undefined) return false;
    const figure = context.figures.get(cell.figure);
    return figure !== undefined && Number(figure.value) !== 0;
  });
}

/** Whether amounts of a table stand in rows that were not read: what seems to be missing may be one of them. */
function hasUnreadRows(context: CheckContext, { source: { start, end }, rows }: BoundTable): boolean {
  const known = new Set(
    rows.flatMap(({ id, code, level, label }) =>
      id !== undefined || code !== undefined || level === "grand-total" ? label : [],
    ),
  );
  return context.disclosure.unbound.some(
    ({ source, unit, value, decimals }) =>
      start <= source.start &&
      source.start < end &&
      (unit === "yuan" || unit === "ten-thousand-yuan") &&
      Number(value) !== 0 &&
      // 栏次 | 1 | 2 | 3, where the word that says so was lost.
      (decimals > 0 || Number(value) > COLUMNS) &&
      !known.has(source.row ?? ""),
  );
}

/** More columns than a table has. */
const COLUMNS = 100;

const LEVELS: Readonly<Record<number, string>> = { 3: "类", 5: "款", 7: "项" };

const titleOf = (table: BoundTable): string => table.title ?? tableOf(table.table ?? "")?.titles[0] ?? "表";

function* missingRows(context: CheckContext): Iterable<Judgement> {
  const tables = context.disclosure.tables
    .filter((table) => table.table !== undefined && !table.empty && !incompleteTables(context).has(table))
    .map((table) => ({ table, rows: functionalRows(table) }))
    .filter(({ rows }) => rows.size > 0);
  for (const entry of tables) {
    const { table, rows } = entry;
    if (hasUnreadRows(context, table)) continue;
    const bare = notBrokenDown(context, entry, tables);
    if (bare) {
      yield bare;
      continue;
    }
    const levels = new Set([...rows.keys()].map((code) => code.length));
    let seen = false;
    const orphans = new Map<string, BoundRow[]>();
    for (const [code, row] of rows) {
      const parent = code.slice(0, -2);
      if (code.length === 3 || !levels.has(parent.length) || rows.has(parent)) continue;
      orphans.set(parent, [...(orphans.get(parent) ?? []), row]);
    }
    for (const [missing, children] of orphans) {
      seen = true;
      yield withoutParent(table, missing, nameIn(tables, missing), children);
    }
    for (const [code, row] of rows) {
      const below = code.length + 2;
      if (below > 7 || !levels.has(below) || !holdsMoney(table, row, context)) continue;
      if ([...rows.keys(), ...orphans.keys()].some((other) => other.length === below && other.startsWith(code)))
        continue;
      // What other tables print below it shows that the form does not stop here.
      const elsewhere = tables.find(
        (other) =>
          other.table !== table &&
          [...other.rows.keys()].some((found) => found.length === below && found.startsWith(code)),
      );
      if (!elsewhere) continue;
      const [missing, name] = [...elsewhere.rows]
        .filter(([found]) => found.length === below && found.startsWith(code))
        .map(([found, { label }]) => [found, label] as const)[0]!;
      seen = true;
      yield violated(
        table,
        row,
        missing,
        ` ${name}`,
        `《${titleOf(table)}》的“${code} ${row.label}”有金额，其下没有列出${LEVELS[below]!}级科目；《${titleOf(elsewhere.table)}》在其下列有“${missing} ${name}”。`,
        `“${titleOf(table)}” prints an amount for ${code} and nothing below it; “${titleOf(elsewhere.table)}” prints ${missing} there.`,
      );
    }
    if (!seen) yield { outcome: "holds", sources: [table.source] };
  }
  yield* absentFromTotals(context, tables);
}

/** A table of spending by function without a single item, where the rules or the document's own other tables go down to items. */
function notBrokenDown(
  context: CheckContext,
  { table, rows }: { readonly table: BoundTable; readonly rows: ReadonlyMap<string, BoundRow> },
  tables: readonly { readonly table: BoundTable; readonly rows: ReadonlyMap<string, BoundRow> }[],
): Judgement | undefined {
  const hasItems = (all: ReadonlyMap<string, BoundRow>): boolean => [...all.keys()].some((code) => code.length === 7);
  if (!BY_FUNCTION.has(table.table ?? "") || hasItems(rows)) return undefined;
  const held = [...rows].filter(([, row]) => holdsMoney(table, row, context));
  if (held.length === 0) return undefined;
  const told =
    tables.some((other) => other.table !== table && hasItems(other.rows)) ||
    context.disclosure.figures.some(
      ({ source, dimensions }) => source.table === undefined && /^\d{7}$/.test(dimensions.functional ?? ""),
    );
  if (!told && table.table !== "general-expenditure") return undefined;
  const deepest = LEVELS[Math.max(...held.map(([code]) => code.length))]!;
  const [[code, first]] = held as [[string, BoundRow]];
  return {
    outcome: "violated",
    severity: "warning",
    message: {
      zh: `《${titleOf(table)}》只列到${deepest}级科目（如“${code} ${first.label}”），没有列到项级科目。`,
      en: `“${titleOf(table)}” stops at ${deepest === "类" ? "classes" : "groups"} (“${code} ${first.label}”) and lists no items (项).`,
    },
    sources: [{ ...table.source, table: table.table!, text: titleOf(table) }],
    key: `${table.table ?? ""} not broken down`,
    suggestion: {
      zh: `《${titleOf(table)}》列到功能分类的项级科目。`,
      en: `List the items (项) in “${titleOf(table)}”.`,
    },
  };
}

/** Tables of the year's money by functional code. */
const BY_FUNCTION: ReadonlySet<string> = new Set(["revenue", "expenditure", "general-expenditure"]);

/** An item of the general budget's table is spending of the year, so the table of all spending has it too. */
function* absentFromTotals(
  context: CheckContext,
  tables: readonly { readonly table: BoundTable; readonly rows: ReadonlyMap<string, BoundRow> }[],
): Iterable<Judgement> {
  const all = tables.find(({ table }) => table.table === "expenditure");
  const general = tables.find(({ table }) => table.table === "general-expenditure");
  if (!all || !general || hasUnreadRows(context, all.table)) return;
  for (const [code, row] of general.rows) {
    if (code.length !== 7 || all.rows.has(code) || !holdsMoney(general.table, row, context)) continue;
    // Named already where its group is bare.
    if (![...all.rows.keys()].some((other) => other.length === 7 && other.startsWith(code.slice(0, 5)))) continue;
    const group = all.rows.get(code.slice(0, 5));
    yield {
      ...violated(
        all.table,
        row,
        code,
        ` ${row.label}`,
        `《${titleOf(general.table)}》列有“${code} ${row.label}”，《${titleOf(all.table)}》没有这一行。`,
        `“${titleOf(general.table)}” lists ${code}; “${titleOf(all.table)}” does not.`,
      ),
      // Its group is short of it.
      explains: group ? figuresOf(all.table, group) : [],
    };
  }
}

function figuresOf({ cells }: BoundTable, { index, block = 0 }: BoundRow): readonly number[] {
  return cells.flatMap((cell) => (cell.row === index && (cell.block ?? 0) === block ? (cell.figure ?? []) : []));
}

/** One row left out is one mistake, whatever number of rows it leaves without theirs above. */
function withoutParent(table: BoundTable, missing: string, name: string, children: readonly BoundRow[]): Judgement {
  const [first] = children as [BoundRow];
  const level = LEVELS[missing.length + 2]!;
  const more = children.length > 1 ? `等${children.length}个${level}级科目` : "";
  return {
    ...violated(
      table,
      first,
      missing,
      name,
      `《${titleOf(table)}》列有${children.length > 1 ? "" : `${level}级科目`}“${first.code} ${first.label}”${more}，没有列出${children.length > 1 ? "它们" : "它"}的上一级“${missing}${name}”。`,
      `“${titleOf(table)}” lists “${first.code} ${first.label}”${children.length > 1 ? ` and ${children.length - 1} more` : ""} but not “${missing}${name}”, which they belong to.`,
    ),
    sources: children.map(({ source }) => source),
  };
}

function violated(table: BoundTable, row: BoundRow, code: string, name: string, zh: string, en: string): Judgement {
  return {
    outcome: "violated",
    message: { zh, en },
    sources: [row.source],
    expected: `${code}${name}`,
    key: `${table.table ?? ""} ${code}`,
    suggestion: {
      zh: `在《${titleOf(table)}》中补列“${code}${name}”一行。`,
      en: `Add the row “${code}${name}” to “${titleOf(table)}”.`,
    },
  };
}

function nameIn(tables: readonly { readonly rows: ReadonlyMap<string, BoundRow> }[], code: string): string {
  const label = tables.map(({ rows }) => rows.get(code)?.label).find((text) => text !== undefined && text !== "");
  return label === undefined ? "" : ` ${label}`;
}

const BROKEN = (rows: string): string =>
  `支出决算表\n\n单位：万元\n\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n| --- | --- | --- | --- | --- |\n${rows}`;

const CLASS = "| 208 | 社会保障和就业支出 | 30.00 | 30.00 |  |";
const GROUP = "| 20805 | 行政事业单位养老支出 | 30.00 | 30.00 |  |";
const ITEM = "| 2080505 | 机关事业单位基本养老保险缴费支出 | 30.00 | 30.00 |  |";
const OTHER =
  "| 210 | 卫生健康支出 | 5.00 | 5.00 |  |\n| 21011 | 行政事业单位医疗 | 5.00 | 5.00 |  |\n| 2101101 | 行政单位医疗 | 5.00 | 5.00 |  |";

const ROW_MISSING: Relation = {
  id: "structure.row-missing",
  title: { zh: "科目行齐全", en: "No row is missing" },
  basis: {
    zh: "《地方预决算公开操作规程》（财预〔2016〕143号）：支出公开到功能分类的项级科目，逐级列示",
    en: "Procedure for local disclosure of budgets and final accounts (财预〔2016〕143号): expenditure is disclosed level by level, down to items",
  },
  severity: "error",
  form: "presence",
  purpose: {
    zh: "类、款、项逐级列示：有项必有款，有款必有类；一张表列到项，别处列有的项这里也要列。",
    en: "Classes, groups and items are listed level by level: an item has its group, a group its class, and a table that goes down to items lists those that other tables list.",
  },
  leavesOut: {
    zh: "一般公共预算支出表必须列到项；其他整张表只列到款的，别处列到项时才提示；别的表也没有列出下级科目的，不判定；表中还有没有读懂的行的，不判定。",
    en: "The table of general public budget expenditure goes down to items; another that stops at groups is told where the document itself goes further; nothing is judged where no other table prints what lies below, nor in a table of which some rows were not read.",
  },
  judge: missingRows,
};

export const ROW_RELATIONS: readonly Relation[] = [ROW_MISSING];

export const EXAMPLES: RelationExamples = () => ({
  [ROW_MISSING.id]: [
    { text: BROKEN([CLASS, GROUP, ITEM, OTHER].join("\n")), holds: true },
    { text: BROKEN([CLASS, ITEM, OTHER].join("\n")), holds: false, message: "没有列出它的上一级“20805" },
    {
      text: BROKEN([CLASS, GROUP].join("\n"))
        .replace("支出决算表", "一般公共预算财政拨款支出决算表")
        .replace("本年支出合计", "合计"),
      holds: false,
      message: "没有列到项级科目",
    },
    { text: BROKEN([CLASS, GROUP].join("\n")), holds: true },
    // A row that was not read may be the one that seems to be missing.
    {
      text: BROKEN([CLASS, "|  | 行政事业养老 | 30.00 | 30.00 |  |", ITEM, OTHER].join("\n")),
      holds: true,
    },
  ],
});
