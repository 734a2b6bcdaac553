import {
  ECONOMIC_ITEMS,
  FUNCTIONAL_CLASSES,
  normaliseLabel,
  type Cell,
  type ClassificationRows,
  type FixedRow,
  type RowAxis,
} from "@juesuan/core";
import type { NameLookup } from "../binding/resolver.ts";
import type { Matrix } from "./matrix.ts";

/** The columns that label the rows of one block. */
export interface RowHeader {
  readonly codes: readonly number[];
  readonly name?: number;
}

/** One line of one block. */
export interface MatchedRow {
  readonly index: number;
  readonly label: string;
  readonly code?: string;
  readonly fixed?: FixedRow;
  /** The project named below an item. */
  readonly project?: string;
  readonly level: "grand-total" | "class" | "group" | "item" | "line";
  /** The cells of code and name. */
  readonly cells: readonly Cell[];
  /** Whether the declaration knows the row. */
  readonly known: boolean;
}

/** Reads the labels of a block's lines, from `from` on. Lines without any label are left out. */
export function matchRows(
  axis: RowAxis,
  header: RowHeader,
  matrix: Matrix,
  from: number,
  lookup: NameLookup | undefined,
): MatchedRow[] {
  if (axis.kind === "single") return [];
  const reader = axis.kind === "fixed" ? new FixedReader(axis.rows) : new CodeReader(axis, lookup);
  const rows: MatchedRow[] = [];
  for (let index = from; index < matrix.rowCount; index++) {
    const cells: Cell[] = [];
    const take = (column: number | undefined): string => {
      const cell = column === undefined ? undefined : matrix.at(index, column);
      if (!cell || cell.row < 0) return "";
      if (!cells.includes(cell)) cells.push(cell);
      return cell.text.trim();
    };
    const codes = header.codes.map((column) => take(column));
    const name = take(header.name);
    const row = reader.read(index, codes, name, cells);
    if (row) rows.push(row);
  }
  return rows;
}

class FixedReader {
  private readonly used = new Set<FixedRow>();
  private last = -1;
  private readonly declared: readonly FixedRow[];

  constructor(declared: readonly FixedRow[]) {
    this.declared = declared;
  }

  read(index: number, codes: readonly string[], name: string, cells: readonly Cell[]): MatchedRow | undefined {
    const printed = name === "" ? codes.join("") : name;
    const label = labelOf(printed);
    if (label === "") return undefined;
    const at = this.find(label);
    if (at === undefined) return { index, label: printed, level: "line", cells, known: false };
    const fixed = this.declared[at]!;
    this.used.add(fixed);
    this.last = at;
    return { index, label: printed, fixed, level: "line", cells, known: true };
  }

  /** Labels recur (the three funds under 年初结转): the next of its name after the last row met comes first. */
  private find(label: string): number | undefined {
    const candidates: number[] = [];
    this.declared.forEach((row, at) => {
      if (this.used.has(row)) return;
      if ([row.label, ...(row.aliases ?? [])].some((text) => normaliseLabel(text) === label)) candidates.push(at);
    });
    return candidates.find((at) => at > this.last) ?? candidates[0];
  }
}

class CodeReader {
  private className = "";
  private path: string[] = [];
  private previous = "";
  private itemCode: string | undefined;
  private readonly axis: ClassificationRows;
  private readonly lookup: NameLookup | undefined;

  constructor(axis: ClassificationRows, lookup: NameLookup | undefined) {
    this.axis = axis;
    this.lookup = lookup;
  }

  read(index: number, codes: readonly string[], name: string, cells: readonly Cell[]): MatchedRow | undefined {
    const [code, rest] = this.codeOf(codes, name);
    const printed = rest === "" ? codes.filter((text) => !/^[类款项]$/.test(text)).join("") : rest;
    const label = labelOf(printed);
    if (code !== undefined) {
      this.previous = code;
      if (code.length === 7) this.itemCode = code;
      const level =
        code.length === 3 ? "class" : code.length === 5 && this.axis.scheme === "functional" ? "group" : "item";
      this.path = [...this.path.slice(0, (code.length - 3) / 2), rest];
      return { index, label: rest, code, level, cells, known: true };
    }
    if (label === "" || /^(?:栏次|行次)$/.test(label)) return undefined;
    const fixed = this.axis.rows?.find((row) =>
      [row.label, ...(row.aliases ?? [])].some((text) => normaliseLabel(text) === label),
    );
    if (fixed) return { index, label: printed, fixed, level: "line", cells, known: true };
    if (/^(?:合计|总计|本年(?:收入|支出)合计|(?:支出|收入)?(?:合计|总计))$/.test(label))
      return { index, label: printed, level: "grand-total", cells, known: true };
    const named = this.codeByName(label, printed);
    if (named !== undefined) {
      this.previous = named;
      const level =
        named.length === 3 ? "class" : named.length === 5 && this.axis.scheme === "functional" ? "group" : "item";
      return { index, label: printed, code: named, level, cells, known: true };
    }
    if (this.axis.projects && this.itemCode !== undefined)
      return { index, label: printed, code: this.itemCode, project: printed, level: "line", cells, known: true };
    return { index, label: printed, level: "line", cells, known: false };
  }

  /** A code split over columns, joined in one, or printed before the name; levels above that are left blank are those of the row before. */
  private codeOf(codes: readonly string[], name: string): readonly [code: string | undefined, name: string] {
    const digits = codes.map((text) => text.normalize("NFKC").replace(/\s+/g, ""));
    const first = digits.findIndex((text) => text !== "");
    if (first >= 0 && digits.slice(first).every((text) => /^\d*$/.test(text))) {
      const own = digits.join("");
      const above =
        digits.length > 1 && first > 0 && own.length <= 4 ? this.previous.slice(0, 3 + (first - 1) * 2) : "";
      const code = above + own;
      if (this.isCode(code)) return [code, name];
    }
    const leading = /^(\d{3}(?:\s?\d{2}){0,2})\s*([^\d\s].*)$/.exec(
      (digits[0] ?? "") === "" || digits[0] === name.replace(/\s+/g, "") ? name : "",
    );
    if (leading && this.isCode(leading[1]!.replace(/\s/g, ""))) return [leading[1]!.replace(/\s/g, ""), leading[2]!];
    return [undefined, name];
  }

  private isCode(code: string): boolean {
    return this.axis.scheme === "functional" ? /^2\d{2}(?:\d{2}){0,2}$/.test(code) : /^[35]\d{2}(?:\d{2})?$/.test(code);
  }

  /** Rows without codes are told apart by name: within the economic list, or down the path of functional names. */
  private codeByName(label: string, printed: string): string | undefined {
    if (this.axis.scheme === "economic") {
      const classCode = ECONOMIC_ITEMS.find(
        ([code, ...names]) => code.length === 3 && names.some((name) => normaliseLabel(name) === label),
      )?.[0];
      if (classCode !== undefined) {
        this.className = classCode;
        return classCode;
      }
      const within = ECONOMIC_ITEMS.filter(
        ([code, ...names]) => code.length === 5 && names.some((name) => normaliseLabel(name) === label),
      );
      return (
        within.find(([code]) => code.startsWith(this.className)) ?? (within.length === 1 ? within[0] : undefined)
      )?.[0];
    }
    const classCode = FUNCTIONAL_CLASSES.find(([, ...names]) =>
      names.some((name) => normaliseLabel(name) === label),
    )?.[0];
    if (classCode !== undefined) {
      this.path = [printed];
      return classCode;
    }
    if (!this.lookup) return undefined;
    for (let depth = Math.min(2, this.path.length); depth >= 1; depth--) {
      const names = [...this.path.slice(0, depth), printed];
      const code = this.lookup.functional(names);
      if (code !== undefined && code.length === 3 + depth * 2) {
        this.path = names;
        return code;
      }
    }
    return undefined;
  }
}

/** 其中：… names a part; its own words are the label. */
function labelOf(text: string): string {
  return normaliseLabel(text.replace(/^\s*其中[:：]\s*/, ""));
}
