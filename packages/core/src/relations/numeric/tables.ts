import type { Sum, TableBlock } from "../../tables/declaration.ts";
import type { BoundRow } from "../../facts/disclosure.ts";
import { columnIdAt, splitColumnId } from "../../tables/relations-of.ts";
import { incompleteTables } from "../incomplete-tables.ts";
import type { Bilingual, CheckContext, Instance, Relation, RelationExamples } from "../relation.ts";
import { CLASSES } from "./classes.ts";
import { digitsOf, gridsOf, OPEN_ROWS, sumInstance, type Grid, type GridCell } from "./grid.ts";
import { TABLE_FORM } from "./terms.ts";

function* acrossInstances(context: CheckContext): Iterable<Instance> {
  for (const grid of gridsOf(context)) {
    for (const { sums, rows, block } of grid.blocks()) {
      const present = new Set(grid.columns);
      const stages = new Set(grid.columns.map((id) => splitColumnId(id).stage));
      for (const row of rows) {
        for (const stage of stages) {
          const at = (name: string): GridCell | undefined => grid.cell(row, columnIdAt(name, stage));
          for (const sum of sums.columns) {
            if (sum.relation === "parts") continue;
            const total = at(sum.total);
            if (!total || !(sum.requires ?? []).every((name) => present.has(columnIdAt(name, stage)))) continue;
            if (RATE.test(total.key ?? "")) continue;
            const names = [sum.total, ...sum.of, ...(sum.less ?? [])].map((name) => columnIdAt(name, stage));
            if (grid.hasUnnamedBetween(row, names)) continue;
            if (grid.table.cut && !names.every((name) => present.has(name))) continue;
            const of = sum.of.flatMap((name) => at(name) ?? []);
            const less = (sum.less ?? []).flatMap((name) => at(name) ?? []);
            // A form that prints none of the parts says nothing about their sum; nor does a row that holds words in one of them
            // (合计 105.00 合计 基本支出 项目支出: a line of the heading that is the row of totals too).
            const isPrinted = (name: string): boolean =>
              !present.has(columnIdAt(name, stage)) ||
              at(name) !== undefined ||
              !grid.isFilled(row, columnIdAt(name, stage));
            if (of.length === 0 || ![...sum.of, ...(sum.less ?? [])].every(isPrinted)) continue;
            const filled = sum.of.some((name) => grid.isFilled(row, columnIdAt(name, stage)));
            const instance = sumInstance({ relation: ACROSS.id, total, of, less, filled });
            if (instance) yield instance;
          }
        }
        // What was not read may be the very column that a sum lacks.
        if (block.columnAxis && !grid.hasStray(row)) yield* hierarchyAcross(grid, row, goesOn(context, grid));
      }
    }
  }
}

/** A row of rates: 增减%. They do not add up. */
const RATE = /measure=(?:growth|completion|share|rate)/;

const classesOf = (grid: Grid): readonly string[] => grid.columns.filter((id) => /^\d{3}$/.test(id));

/** Whether a table too wide for its page goes on in another of its kind, with classes of its own. */
function goesOn(context: CheckContext, grid: Grid): boolean {
  const own = classesOf(grid);
  return [...gridsOf(context)].some(
    (other) =>
      other.table !== grid.table &&
      other.declaration === grid.declaration &&
      classesOf(other).some((code) => !own.includes(code)),
  );
}

/** Total = Σ classes, class = Σ groups, where columns stand for codes. */
function* hierarchyAcross(grid: Grid, row: BoundRow, isPart: boolean): Iterable<Instance> {
  const codes = grid.columns.filter((id) => /^\d+$/.test(id));
  const classes = codes.filter((code) => code.length === 3);
  const top = classes.length > 0 ? classes : codes;
  const total = grid.cell(row, "total");
  const cells = (ids: readonly string[]): readonly GridCell[] => ids.flatMap((id) => grid.cell(row, id) ?? []);
  if (total && top.length > 0 && !isPart && grid.table.cut !== true) {
    const instance = sumInstance({
      relation: ACROSS.id,
      total,
      of: cells(top),
      filled: true,
      open: { zh: "可能漏列科目列", en: "a column may be missing" },
    });
    if (instance) yield instance;
  }
  // Of the last class some columns may stand beyond the edge of the paper.
  for (const code of grid.table.cut ? classes.slice(0, -1) : classes) {
    const own = grid.cell(row, code);
    const groups = codes.filter((other) => other.length > 3 && other.startsWith(code));
    if (!own || groups.length === 0) continue;
    const instance = sumInstance({
      relation: ACROSS.id,
      total: own,
      of: cells(groups),
      filled: groups.some((id) => grid.isFilled(row, id)),
      open: { zh: "可能漏列科目列", en: "a column may be missing" },
    });
    if (instance) yield instance;
  }
}

function* downInstances(context: CheckContext): Iterable<Instance> {
  for (const grid of gridsOf(context)) {
    if (incompleteTables(context).has(grid.table)) continue;
    for (const { sums, rows, block } of grid.blocks()) {
      if (isOfProjects(block, rows)) yield* projectsDown(grid, block, rows);
      if (sums.rows.length === 0) continue;
      const named = new Map<string, BoundRow>();
      for (const row of rows) {
        for (const name of [row.id, digitsOf(row), row.level === "grand-total" ? "total" : undefined]) {
          const other = name === undefined ? undefined : named.get(name);
          // 公用经费合计 over two columns of classes stands in both, and its amount in one of them.
          if (name !== undefined && (!other || (!isPrinted(grid, other) && isPrinted(grid, row)))) named.set(name, row);
        }
      }
      for (const sum of sums.rows) {
        if (sum.relation === "parts") continue;
        const total = named.get(sum.total);
        if (!total || !(sum.requires ?? []).every((name) => named.has(name))) continue;
        const of = sum.of.flatMap((name) => named.get(name) ?? partsOf(name, sums.rows, named));
        const less = (sum.less ?? []).flatMap((name) => named.get(name) ?? []);
        if (of.length === 0) continue;
        for (const column of grid.columns) {
          const cell = grid.cell(total, column);
          if (!cell || grid.hasUnreadRow(total, column)) continue;
          const cells = of.flatMap((row) => grid.cell(row, column) ?? []);
          // （1）国内接待费、（2）国（境）外接待费 below 公务接待费 and empty: a budget need not be broken down.
          const isBroken = cells.some(({ figure }) => figure !== undefined);
          if (!isBroken && (of.length === 1 || cell.key?.startsWith("three-public"))) continue;
          const instance = sumInstance({
            relation: DOWN.id,
            total: cell,
            of: cells,
            less: less.flatMap((row) => grid.cell(row, column) ?? []),
            filled: of.some((row) => grid.isFilled(row, column)),
            // 二、机关运行经费 left empty above what it consists of: nothing that is printed is wrong.
            ...(cell.figure === undefined &&
              cell.key?.startsWith("operating-costs") === true && { severity: "warning" as const }),
            ...(of.length < sum.of.length && {
              open: OPEN_ROWS,
              list: `${grid.table.source.start}:${total.index}:${total.block ?? 0}`,
            }),
          });
          if (instance) yield instance;
        }
      }
    }
  }
}

const isPrinted = (grid: Grid, row: BoundRow): boolean =>
  grid.columns.some((column) => grid.cell(row, column)?.figure !== undefined);

/** Whether every row but the total is a project, with or without the code of its item before it, or a unit. */
function isOfProjects({ rows: axis }: TableBlock, rows: readonly BoundRow[]): boolean {
  if (axis.kind === "fixed") return axis.others !== undefined;
  return (
    axis.kind === "classification" &&
    axis.projects === true &&
    rows.every(({ level, code }) => level === "grand-total" || (level === "line" && code !== undefined))
  );
}

/** 合计 = Σ projects, or units. Where a list is divided into parts with sums of their own, which rows add up nobody has said. */
function* projectsDown(grid: Grid, { rows: axis }: TableBlock, rows: readonly BoundRow[]): Iterable<Instance> {
  const total = rows.find(({ id, level }) => id === "total" || level === "grand-total");
  const projects = rows.filter(({ id, level }) => id === undefined && level === "line");
  if (!total || projects.length < 2 || projects.some((row) => DIVIDES.test(row.label) || grid.hasStray(row))) return;
  for (const column of grid.columns) {
    const cell = grid.cell(total, column);
    const instance =
      cell &&
      sumInstance({
        relation: DOWN.id,
        total: cell,
        of: projects.flatMap((row) => grid.cell(row, column) ?? []),
        filled: projects.some((row) => grid.isFilled(row, column)),
        open:
          axis.kind === "fixed" && axis.others === "units"
            ? { zh: "可能漏列单位", en: "a unit may be missing" }
            : { zh: "可能漏列项目", en: "a project may be missing" },
      });
    if (instance) yield instance;
  }
}

/** 小计, 特定目标类, 一、市级项目: a row over projects. */
const DIVIDES = /[小合]计|类(?:项目)?$|^[一二三四五六七八九十]+、|^其中/;

/** The printed parts of a row that is not printed itself: 公务用车运行维护费 without 公务用车购置及运行维护费 above it. */
function partsOf(absent: string, sums: readonly Sum[], named: ReadonlyMap<string, BoundRow>): readonly BoundRow[] {
  const own = sums.find(({ total, relation }) => total === absent && relation !== "parts");
  return (own?.of ?? []).flatMap((name) => named.get(name) ?? []);
}

function* balanceInstances(context: CheckContext): Iterable<Instance> {
  for (const grid of gridsOf(context)) {
    const { declaration, table } = grid;
    const cellAt = (block: string, row: string, column: string): GridCell | undefined => {
      const position = declaration.blocks.findIndex(({ id }) => id === block);
      const found = table.rows.find((candidate) => candidate.id === row && (candidate.block ?? 0) === position);
      return found && grid.cell(found, column);
    };
    for (const balance of declaration.balances ?? []) {
      const left = balance.left.map(({ block, row, column }) => cellAt(block, row, column));
      const right = balance.right.map(({ block, row, column }) => cellAt(block, row, column));
      // What a form does not print is not nothing.
      if ([...left, ...right].some((cell) => cell === undefined)) continue;
      const [total, ...less] = left as GridCell[];
      const instance = sumInstance({
        relation: BALANCE.id,
        total: total!,
        of: right as GridCell[],
        less,
        filled: false,
      });
      if (instance) yield instance;
    }
  }
}

function* partInstances(context: CheckContext): Iterable<Instance> {
  for (const grid of gridsOf(context)) {
    for (const { sums, rows } of grid.blocks()) {
      for (const sum of sums.rows) {
        if (sum.relation !== "parts") continue;
        const find = (name: string): BoundRow | undefined => rows.find(({ id }) => id === name);
        const total = find(sum.total);
        if (!total) continue;
        for (const column of grid.columns) {
          const cell = grid.cell(total, column);
          const of = sum.of.flatMap((name) => {
            const row = find(name);
            return (row && grid.cell(row, column)) ?? [];
          });
          const instance = cell && sumInstance({ relation: PARTS.id, total: cell, of, parts: true, filled: false });
          if (instance) yield instance;
        }
      }
      for (const sum of sums.columns) {
        if (sum.relation !== "parts") continue;
        for (const row of rows) {
          const cell = grid.cell(row, sum.total);
          const of = sum.of.flatMap((name) => grid.cell(row, name) ?? []);
          const instance = cell && sumInstance({ relation: PARTS.id, total: cell, of, parts: true, filled: false });
          if (instance) yield instance;
        }
      }
    }
  }
}

const NO_TOLERANCE: Bilingual = {
  zh: "各数分别四舍五入产生的尾差不算不符；没有印出的行、列不当作零来判定其他数有误，只提示可能漏列。",
  en: "Differences that rounding each figure explains do not count; rows and columns that are not printed are not taken for zeros, they are only named as possibly left out.",
};

export const ACROSS: Relation = {
  id: "table.across",
  title: { zh: "表内横向合计", en: "Totals across a row" },
  basis: TABLE_FORM,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "每一行的合计等于同一行各分项之和，如本年支出合计＝基本支出＋项目支出＋其他各栏。",
    en: "The total of a row is the sum of its parts: expenditure = basic + project + the other columns.",
  },
  leavesOut: NO_TOLERANCE,
  instances: acrossInstances,
};

export const DOWN: Relation = {
  id: "table.down",
  title: { zh: "表内纵向合计", en: "Totals down a column" },
  basis: TABLE_FORM,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "总表和明细表中的合计、总计等于其上各行之和，如总计＝本年收入合计＋使用结余＋年初结转和结余。",
    en: "Subtotals and totals are the sums of their rows: total = revenue of the year + use of surplus + opening carry-over.",
  },
  leavesOut: NO_TOLERANCE,
  instances: downInstances,
};

export const BALANCE: Relation = {
  id: "table.balance",
  title: { zh: "收支平衡", en: "Receipts balance disbursements" },
  basis: TABLE_FORM,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "收入总计等于支出总计；各项资金的本年收入加年初结转等于本年支出加年末结转。",
    en: "Total receipts equal total disbursements; a fund's revenue and opening carry-over equal its expenditure and closing carry-over.",
  },
  leavesOut: {
    zh: "表中没有印出结转结余行的资金不单独判定。",
    en: "A fund whose carry-over the form does not print is not judged by itself.",
  },
  instances: balanceInstances,
};

export const PARTS: Relation = {
  id: "table.parts",
  title: { zh: "“其中”不大于合计", en: "Parts named do not exceed the whole" },
  basis: TABLE_FORM,
  severity: "error",
  form: "order",
  purpose: {
    zh: "“其中”各项之和不大于所属项目。",
    en: "Parts named under “of which” never exceed what they are part of.",
  },
  leavesOut: {
    zh: "“其中”未必列全，所以不要求相等。",
    en: "Such parts need not be complete, so equality is not asked for.",
  },
  instances: partInstances,
};

export const TABLE_RELATIONS: readonly Relation[] = [ACROSS, DOWN, CLASSES, BALANCE, PARTS];

export const EXAMPLES: RelationExamples = () => ({
  [ACROSS.id]: [
    {
      // The line of the heading that names the parts of expenditure is the row of totals too.
      text: "政府性基金预算财政拨款收入支出决算表\n单位：万元\n| 项目 | | 年初结转和结余 | 本年收入 | 本年支出 | | | 年末结转和结余 |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n| 功能分类科目编码 | 科目名称 | | | | | | |\n| 合计 | | 0 | 61.50 | 合计 | 基本支出 | 项目支出 | 0 |\n| 212 | 城乡社区支出 | 0 | 61.50 | 61.50 | | 61.50 | 0 |",
      holds: true,
    },
    {
      // A column that no form known has, among the parts: they may not be all.
      text: "支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 专户支出 | 项目支出 |\n| --- | --- | --- | --- | --- | --- |\n| | 合计 | 3037.90 | 1135.67 | 2.23 | 1900.00 |\n| 208 | 社会保障和就业支出 | 3037.90 | 1135.67 | 2.23 | 1900.00 |",
      holds: true,
    },
    {
      text: "支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n| --- | --- | --- | --- | --- |\n| | 合计 | 3037.90 | 1135.67 | 1902.23 |\n| 208 | 社会保障和就业支出 | 3037.90 | 1135.67 | 1902.23 |",
      holds: true,
    },
    {
      text: "支出决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n| --- | --- | --- | --- | --- |\n| | 合计 | 3037.90 | 1135.67 | 1920.23 |\n| 208 | 社会保障和就业支出 | 3037.90 | 1135.67 | 1902.23 |",
      holds: false,
      message: "1920.23",
    },
    {
      // Purchase and running without their sum: what all come to is no sum of the other two.
      text: "“三公”经费支出决算表\n单位：万元\n| 项目 | 合计 | 因公出国（境）费 | 公务用车购置费 | 公务用车运行维护费 | 公务接待费 |\n| --- | --- | --- | --- | --- | --- |\n| 2024年预算数 | 10.00 | 0.00 | 0.00 | 6.00 | 4.00 |\n| 2024年决算数 | 8.50 | 0.00 | 0.00 | 5.50 | 3.00 |\n| 2023年决算数 | 9.00 | 0.00 | 0.00 | 5.50 | 3.50 |",
      fiscalYear: 2024,
      holds: true,
    },
  ],
  [DOWN.id]: [
    {
      text: "收入支出决算总表\n单位：万元\n| 收入 | | 支出 | |\n| 项目 | 决算数 | 项目 | 决算数 |\n| --- | --- | --- | --- |\n| 一、一般公共预算财政拨款收入 | 2819.38 | 八、社会保障和就业支出 | 2826.88 |\n| 三、国有资本经营预算财政拨款收入 | 7.50 | | |\n| 本年收入合计 | 2826.88 | 本年支出合计 | 2826.88 |\n| 总计 | 2826.88 | 总计 | 2826.88 |",
      holds: true,
    },
    {
      text: "收入支出决算总表\n单位：万元\n| 收入 | | 支出 | |\n| 项目 | 决算数 | 项目 | 决算数 |\n| --- | --- | --- | --- |\n| 一、一般公共预算财政拨款收入 | 2819.38 | 八、社会保障和就业支出 | 2826.88 |\n| 三、国有资本经营预算财政拨款收入 | 75.00 | | |\n| 本年收入合计 | 2826.88 | 本年支出合计 | 2826.88 |\n| 总计 | 2826.88 | 总计 | 2826.88 |",
      holds: false,
      message: "75.00",
    },
  ],
  [BALANCE.id]: [
    {
      text: "收入支出决算总表\n单位：万元\n| 收入 | | 支出 | |\n| 项目 | 决算数 | 项目 | 决算数 |\n| --- | --- | --- | --- |\n| 本年收入合计 | 2826.88 | 本年支出合计 | 3037.90 |\n| 年初结转和结余 | 211.02 | 年末结转和结余 | |\n| 总计 | 3037.90 | 总计 | 3037.90 |",
      holds: true,
    },
    {
      text: "收入支出决算总表\n单位：万元\n| 收入 | | 支出 | |\n| 项目 | 决算数 | 项目 | 决算数 |\n| --- | --- | --- | --- |\n| 本年收入合计 | 2826.88 | 本年支出合计 | 3037.90 |\n| 年初结转和结余 | 211.02 | 年末结转和结余 | 20.00 |\n| 总计 | 3037.90 | 总计 | 3057.90 |",
      holds: false,
      message: "3057.90",
    },
  ],
  [PARTS.id]: [
    {
      text: "收入决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年收入合计 | 事业收入 | 其中：教育收费 |\n| --- | --- | --- | --- | --- |\n| | 合计 | 100.00 | 100.00 | 40.00 |",
      holds: true,
    },
    {
      text: "收入决算表\n单位：万元\n| 科目编码 | 科目名称 | 本年收入合计 | 事业收入 | 其中：教育收费 |\n| --- | --- | --- | --- | --- |\n| | 合计 | 100.00 | 100.00 | 400.00 |",
      holds: false,
      message: "400.00",
    },
  ],
});
