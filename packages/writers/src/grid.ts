import {
  ECONOMIC_CODES,
  keyOf,
  keyText,
  type FixedRow,
  type Stage,
  type TableBlock,
  type TableColumn,
  type TableDeclaration,
  type Unit,
} from "@juesuan/core";

/** A table ready to be set, whatever the format: heading rows, then body rows, merged cells standing once. */
export interface Grid {
  readonly table: string;
  readonly title: string;
  readonly unit: string;
  /** 公开01表: the form's number for the table. */
  readonly mark?: string;
  /** 编制单位 */
  readonly department?: string;
  readonly head: readonly (readonly GridCell[])[];
  readonly rows: readonly (readonly GridCell[])[];
  /** 注：本表反映… */
  readonly remark?: string;
  /** Why the table has no figures; absent where it has some. */
  readonly emptiness?: string;
  readonly columnCount: number;
  /** It stands cell by cell as the document prints it, not in the layout of a form. */
  readonly printed?: {
    /** Where it begins in the document's text. */
    readonly at: number;
    readonly page?: number;
    /** How many figures its cells print, and how many of them were not understood (没有读懂). */
    readonly figures: number;
    readonly unread: number;
    /** The project that most of its figures are of. */
    readonly about?: string;
    /** The declared table that it is, where it is one. */
    readonly declared?: string;
  };
}

/** A stretch of a cell's words, or a figure among them. */
export interface GridPart {
  readonly text: string;
  /** The figure's id in its document. */
  readonly figure?: number;
  /** The canonical key that it states, printed or blank; absent where it was not understood. */
  readonly key?: string;
  /** A plain decimal. */
  readonly value?: string;
  readonly unit?: Unit;
  /** Why it was not understood. */
  readonly unread?: string;
}

export interface GridCell extends GridPart {
  readonly kind: "heading" | "code" | "label" | "figure";
  readonly text: string;
  readonly across?: number;
  readonly down?: number;
  /** Nobody knows what stands here: blank would say that it is nothing. */
  readonly missing?: true;
  /** Where a printed cell begins in the document's text. */
  readonly at?: number;
  /** The words of a printed cell with the figures among them, where it holds both. */
  readonly parts?: readonly GridPart[];
}

/** What a table is filled from. */
export interface GridSource {
  readonly department: string;
  /** The printed form of a quantity; undefined where the accounts do not state it. */
  readonly figure: (key: string) => string | undefined;
  /** The functional codes that the accounts use, class, group and item, in order. */
  readonly functional: readonly CodeName[];
  /** The economic codes of which something is stated by function; all may be where absent. */
  readonly crossed?: ReadonlySet<string>;
  readonly economicName: (code: string) => string | undefined;
  /** Whether the classification of the year has an economic item; one that it has not is printed where it holds something. */
  readonly isOfYear?: (code: string) => boolean;
  /** Whether a quantity is neither stated nor nothing; every quantity that is not stated is nothing where absent. */
  readonly isMissing?: (key: string) => boolean;
}

/** What is printed where a figure has still to be supplied. */
export const MISSING = "待填";

export interface CodeName {
  readonly code: string;
  readonly name: string;
}

export interface GridOptions {
  /** Codes in one column or in one for each level; the declaration's way where absent. */
  readonly codes?: "split" | "joined";
  /** Columns for every code that the form prints, or only for those that the accounts use. */
  readonly axis?: "all" | "used";
  /** 行次: a column of line numbers after each label of a summary table. */
  readonly lineNumbers?: boolean;
  readonly title?: string;
  readonly unit?: string;
  /** The table's number in its form, from 1: prints 公开01表. */
  readonly number?: number;
}

const STAGE_HEADINGS: Readonly<Record<Stage, string>> = {
  final: "决算数",
  budget: "预算数",
  "original-budget": "年初预算数",
  "adjusted-budget": "调整预算数",
};

/** A column of the set table: its headings from the outside in, and what it puts into a body row. */
interface Leaf {
  readonly path: readonly string[];
  readonly cell: (row: BodyRow, block: number) => GridCell | undefined;
}

/** One row of one block. */
interface BodyRow {
  readonly label: string;
  readonly code?: string;
  readonly fixed?: FixedRow;
  readonly line?: number;
  readonly total?: boolean;
}

/** Sets a declared table: its headings, rows and columns all follow from the declaration. */
export function tableGrid(declaration: TableDeclaration, source: GridSource, options: GridOptions = {}): Grid {
  const blocks = declaration.blocks.flatMap((block) => groupsOf(declaration, block, source, options));
  const leaves = blocks.flatMap((block) => block.leaves);
  const aligned = align(blocks.map((block) => block.rows));
  let rows = aligned.map((line) => blocks.flatMap((block, index) => setRow(block.leaves, line[index], index)));
  const hasFigures = rows.some((row) => row.some((cell) => cell.kind === "figure" && cell.text !== ""));
  const isFixed = declaration.blocks.some((block) => block.rows.kind === "fixed");
  if (!hasFigures && !isFixed && declaration.blocks[0].rows.kind === "classification") rows = [];
  return {
    table: declaration.id,
    title: options.title ?? declaration.titles[0],
    unit: options.unit ?? "单位：万元",
    ...(options.number === undefined ? {} : { mark: `公开${String(options.number).padStart(2, "0")}表` }),
    ...(source.department === "" ? {} : { department: source.department }),
    head: headOf(leaves.map((leaf) => leaf.path)),
    rows,
    ...(declaration.remark === undefined ? {} : { remark: `注：${declaration.remark}` }),
    ...(hasFigures ? {} : { emptiness: `说明：${source.department}本年度没有${declaration.nothing}，故本表无数据。` }),
    columnCount: leaves.length,
  };
}

interface Group {
  readonly leaves: readonly Leaf[];
  readonly rows: readonly BodyRow[];
}

function groupsOf(
  table: TableDeclaration,
  block: TableBlock,
  source: GridSource,
  options: GridOptions,
): readonly Group[] {
  const outer = table.blocks.length > 1 && block.heading !== undefined ? [block.heading] : [];
  const figures = figureLeaves(table, block, source, options, outer);
  const { rows: axis } = block;
  if (axis.kind === "single") return [{ leaves: figures, rows: [{ label: "" }] }];
  if (axis.kind === "fixed") {
    const rows = axis.rows
      .filter((row) => row.owed !== false)
      .map((row, index) => ({
        label: (row.marker ?? "") + row.label,
        fixed: row,
        line: index + 1,
        total: row.style === "total",
      }));
    const label: Leaf = { path: [...outer, axis.heading], cell: (row) => ({ kind: "label", text: row.label }) };
    const line: Leaf = {
      path: [...outer, "行次"],
      cell: (row) => ({ kind: "code", text: row.line === undefined ? "" : String(row.line) }),
    };
    return [{ leaves: [label, ...(options.lineNumbers ? [line] : []), ...figures], rows }];
  }
  const codes = options.codes ?? axis.codes;
  const levels = axis.scheme === "functional" ? ["类", "款", "项"] : ["类", "款"];
  const top = block.repeats ? [] : ["项目"];
  const codeLeaves: Leaf[] =
    codes === "joined"
      ? [{ path: [...outer, ...top, axis.codeHeading], cell: (row) => ({ kind: "code", text: row.code ?? "" }) }]
      : levels.map((level, index) => ({
          path: [...outer, ...top, axis.codeHeading, level],
          cell: (row) => ({ kind: "code", text: levelOf(row.code ?? "", index) }),
        }));
  const name: Leaf = {
    path: [...outer, ...top, axis.nameHeading],
    cell: (row) => ({ kind: "label", text: row.label }),
  };
  const leaves = [...codeLeaves, name, ...figures];
  const totals: BodyRow[] = (axis.rows ?? []).map((fixed) => ({ label: fixed.label, fixed, total: true }));
  if (block.repeats && axis.printed) {
    const groups = axis.printed.map((printed) => ({
      leaves,
      rows: printed
        .map((code) => ({ code, label: source.economicName(code) ?? code }))
        .filter((row) => source.isOfYear?.(row.code) !== false || figures.some((leaf) => isPrinted(leaf.cell(row, 0)))),
    }));
    // 人员经费合计 stands under the first group, 公用经费合计 under the last.
    return groups.map((group, index) => {
      const total = index === 0 ? totals[0] : index === groups.length - 1 ? totals[1] : undefined;
      return total ? { ...group, rows: [...group.rows, total] } : group;
    });
  }
  const listed: readonly CodeName[] =
    axis.scheme === "functional"
      ? source.functional
      : (axis.printed?.flat() ?? ECONOMIC_CODES).map((code) => ({ code, name: source.economicName(code) ?? code }));
  const rows = listed
    .map(({ code, name: label }) => ({ code, label }))
    .filter((row) => figures.some((leaf) => isPrinted(leaf.cell(row, 0))));
  const grand: BodyRow = { label: "合计", total: true };
  const body = axis.grandTotal === "none" ? rows : axis.grandTotal === "above" ? [grand, ...rows] : [...rows, grand];
  return [{ leaves, rows: [...body, ...totals] }];
}

function figureLeaves(
  table: TableDeclaration,
  block: TableBlock,
  source: GridSource,
  options: GridOptions,
  outer: readonly string[],
): Leaf[] {
  const stages: readonly Stage[] = block.stages ?? ["final"];
  const leafOf = (
    path: readonly string[],
    stage: Stage,
    column: TableColumn | undefined,
    columnCode?: string,
  ): Leaf => ({
    path: [...outer, ...path, ...(block.stages ? [STAGE_HEADINGS[stage]] : [])],
    cell: (row) => {
      const key = keyOf(table, {
        ...(row.fixed ? { row: row.fixed } : {}),
        ...(row.code !== undefined && block.rows.kind === "classification"
          ? { rowCode: { scheme: block.rows.scheme, code: row.code } }
          : {}),
        ...(column ? { column } : {}),
        ...(columnCode !== undefined && block.columnAxis
          ? { columnCode: { ...block.columnAxis, code: columnCode } }
          : {}),
        stage,
      });
      const text = keyText(key.concept, key.dimensions);
      const printed = source.figure(text);
      if (printed === undefined && source.isMissing?.(text) === true)
        return { kind: "figure", text: MISSING, key: text, missing: true };
      return { kind: "figure", text: printed ?? "", key: text };
    },
  });
  const leaves = block.columns
    .filter((column) => column.owed !== false)
    .flatMap((column) => stages.map((stage) => leafOf(column.heading, stage, column)));
  if (!block.columnAxis) return leaves;
  const { scheme, printed } = block.columnAxis;
  for (const code of printed) {
    if (options.axis === "used" && scheme === "economic" && source.crossed?.has(code) === false) continue;
    const name = (scheme === "economic" ? source.economicName(code) : undefined) ?? code;
    const className = source.economicName(code.slice(0, 3)) ?? code.slice(0, 3);
    const leaf = leafOf(code.length === 3 ? [className, "小计"] : [className, name], "final", undefined, code);
    const used =
      options.axis !== "used" || source.functional.some((row) => isPrinted(leaf.cell({ ...row, label: row.name }, 0)));
    if (used) leaves.push(leaf);
  }
  return leaves;
}

/** A figure that is something. */
function isPrinted(cell: GridCell | undefined): boolean {
  return cell !== undefined && cell.text !== "" && cell.missing !== true;
}

function levelOf(code: string, level: number): string {
  return level === 0 ? code.slice(0, 3) : code.slice(3 + (level - 1) * 2, 5 + (level - 1) * 2);
}

/** Side by side, lists start together at the top and their totals end together at the bottom. */
function align(lists: readonly (readonly BodyRow[])[]): (BodyRow | undefined)[][] {
  const heads = lists.map((rows) => {
    const at = rows.findIndex((row) => row.total);
    return lists.length === 1 || at < 0 ? rows.length : at;
  });
  const tails = lists.map((rows, index) => rows.length - heads[index]!);
  const head = Math.max(...heads);
  const tail = Math.max(...tails);
  return Array.from({ length: head + tail }, (_, line) =>
    lists.map((rows, index) => {
      if (line < head) return line < heads[index]! ? rows[line] : undefined;
      const at = line - head - (tail - tails[index]!);
      return at >= 0 ? rows[heads[index]! + at] : undefined;
    }),
  );
}

function setRow(leaves: readonly Leaf[], row: BodyRow | undefined, block: number): GridCell[] {
  if (!row) return leaves.map(() => ({ kind: "label" as const, text: "" }));
  const cells = leaves.map((leaf) => leaf.cell(row, block) ?? ({ kind: "label", text: "" } as const));
  // A total has no code: its label takes the columns of the code.
  const lead = cells.findIndex((cell) => cell.kind === "label");
  if (!row.total || row.code !== undefined || lead <= 0) return cells;
  return [{ kind: "label", text: row.label, across: lead + 1 }, ...cells.slice(lead + 1)];
}

/** Heading rows from the paths of the columns: equal headings side by side under one parent are one merged cell. */
function headOf(paths: readonly (readonly string[])[]): GridCell[][] {
  const depth = Math.max(...paths.map((path) => path.length), 1);
  const rows: GridCell[][] = [];
  for (let level = 0; level < depth; level++) {
    const row: GridCell[] = [];
    for (let column = 0; column < paths.length; column++) {
      const path = paths[column]!;
      const text = path[level];
      if (text === undefined) continue;
      const isLeaf = level === path.length - 1;
      const across = isLeaf ? 1 : runOf(paths, column, level);
      const down = isLeaf ? depth - level : 1;
      row.push({
        kind: "heading",
        text,
        ...(across > 1 ? { across } : {}),
        ...(down > 1 ? { down } : {}),
      });
      column += across - 1;
    }
    rows.push(row);
  }
  return rows;
}

/** How many columns from here on stand under the same heading. */
function runOf(paths: readonly (readonly string[])[], column: number, level: number): number {
  let across = 1;
  while (column + across < paths.length && samePrefix(paths[column]!, paths[column + across]!, level)) across++;
  return across;
}

function samePrefix(a: readonly string[], b: readonly string[], level: number): boolean {
  if (b.length - 1 === level) return false;
  for (let index = 0; index <= level; index++) if (a[index] !== b[index]) return false;
  return true;
}
