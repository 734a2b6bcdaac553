import {
  ECONOMIC_ITEMS,
  FUNCTIONAL_CLASSES,
  type Cell,
  type ClassificationRows,
  type FixedRow,
  type FixedRows,
  type RowAxis,
} from "@juesuan/core";
import type { Grid } from "./grid.ts";
import type { NameBook } from "./names.ts";
import { isGrandTotal, labelWord, likeness } from "./words.ts";

/** The columns that label the rows of one block. */
export interface RowHeader {
  readonly codes: readonly number[];
  readonly name?: number;
  readonly figures: readonly number[];
}

/** One line of one block. */
export interface MatchedRow {
  readonly index: number;
  readonly label: string;
  readonly code?: string;
  readonly fixed?: FixedRow;
  /** A project below an item, or one unit of several: it has no code of its own. */
  readonly part?: string;
  readonly level: "grand-total" | "class" | "group" | "item" | "line";
  /** The cells of code and name. */
  readonly cells: readonly Cell[];
  /** An amount written into the label: 其中：政府性基金 3.00万元. */
  readonly inline?: Cell;
  /** Whether the declaration knows the row. */
  readonly known: boolean;
}

interface PrintedRow {
  readonly index: number;
  readonly codes: readonly string[];
  readonly name: string;
  readonly cells: Cell[];
  readonly hasFigures: boolean;
  readonly isBlank: boolean;
}

/** Reads the labels of a block's lines, from `from` on. Lines without any label and figure are left out. */
export function matchRows(
  axis: RowAxis,
  header: RowHeader,
  grid: Grid,
  from: number,
  skipped: (row: number) => boolean,
  strays: ReadonlySet<Cell>,
  book: NameBook,
): MatchedRow[] {
  if (axis.kind === "single") return [];
  const printed = printedRows(header, grid, from, skipped, strays);
  return axis.kind === "fixed"
    ? new FixedReader(axis, printed).read()
    : new CodeReader(axis, header, book).read(printed);
}

function printedRows(
  header: RowHeader,
  grid: Grid,
  from: number,
  skipped: (row: number) => boolean,
  strays: ReadonlySet<Cell>,
): PrintedRow[] {
  const rows: PrintedRow[] = [];
  for (let index = from; index < grid.rowCount; index++) {
    if (skipped(index)) continue;
    const cells: Cell[] = [];
    const take = (column: number): string => {
      const cell = grid.at(index, column);
      if (!cell || strays.has(cell) || cells.includes(cell)) return "";
      cells.push(cell);
      return cell.text.trim();
    };
    const codes = header.codes.map(take);
    const name = header.name === undefined ? "" : take(header.name);
    const figures = header.figures.flatMap((column) => {
      const cell = grid.at(index, column);
      return cell && !cells.includes(cell) ? [grid.content(cell).kind] : [];
    });
    rows.push({
      index,
      codes,
      name,
      cells: cells.filter(({ text }) => text !== ""),
      hasFigures: figures.some((kind) => kind === "number" || kind === "words" || kind === "withheld"),
      isBlank: figures.every((kind) => kind === "empty"),
    });
  }
  return rows;
}

/** An amount with its unit at the end of a label. */
const INLINE = /^(.*[^\d.,，．\s])[\s:：]*[\d,，]+(?:[.．]\d+)?\s*(?:亿元|万元|元|%)$/;

/** （一）支出合计（万元）: rows of money and rows of counts under one another say what each is in. */
export const UNIT_OF_ROW = /[（(](亿元|万元|千元|元)[）)]$/;

/** Of so many characters a label may be the beginning of a longer one. */
const LEAST_CUT = 6;

class FixedReader {
  private readonly used = new Set<FixedRow>();
  private last = -1;
  private readonly declared: readonly {
    readonly row: FixedRow;
    readonly own: string;
    readonly aliases: readonly string[];
  }[];
  private readonly printed: readonly PrintedRow[];
  /** Labels that the block prints: where a row stands under its own name, no other row takes it by an alias. */
  private readonly labels: ReadonlySet<string>;

  private readonly names = new Map<string, number>();
  private readonly axis: FixedRows;

  constructor(axis: FixedRows, printed: readonly PrintedRow[]) {
    this.axis = axis;
    this.declared = axis.rows.map((row) => ({
      row,
      own: labelWord(row.label),
      aliases: (row.aliases ?? []).map(labelWord),
    }));
    this.printed = printed;
    this.labels = new Set(
      printed.flatMap(({ name, codes }) => {
        const text = name === "" ? codes.join("") : name;
        return [labelWord(text), labelWord(text.replace(UNIT_OF_ROW, ""))];
      }),
    );
  }

  read(): MatchedRow[] {
    const rows: MatchedRow[] = [];
    for (const { index, codes, name, cells, hasFigures, isBlank } of this.printed) {
      const text = name === "" ? codes.join("") : name;
      const label = labelWord(text);
      if (label === "") {
        if (hasFigures) rows.push({ index, label: "", level: "line", cells, known: false });
        continue;
      }
      const inline = hasFigures ? null : INLINE.exec(text);
      const at =
        this.find(inline ? labelWord(inline[1]!) : label) ??
        this.findWithoutUnit(text) ??
        (hasFigures ? this.findCut(label) : undefined);
      if (at !== undefined) {
        const fixed = this.declared[at]!.row;
        this.used.add(fixed);
        this.last = at;
        const written = inline ? cells.at(-1) : undefined;
        rows.push({
          index,
          label: text,
          fixed,
          level: "line",
          cells,
          known: true,
          ...(written ? { inline: written } : {}),
        });
        continue;
      }
      const above = rows.at(-1);
      if (this.axis.others && above?.part !== undefined && isBlank) {
        // The name of a project that goes on in the next line.
        rows[rows.length - 1] = {
          ...above,
          label: above.label + text,
          part: above.part + text,
          cells: [...above.cells, ...cells],
        };
        continue;
      }
      if (above && isBlank && this.complete(rows, above, text, cells)) continue;
      if (this.axis.others && hasFigures) {
        rows.push({ index, label: text, part: this.nameOf(text), level: "line", cells, known: true });
        continue;
      }
      rows.push({ index, label: text, level: "line", cells, known: false });
    }
    return rows;
  }

  /** Two projects of one name are two: 公用经费补助 of one unit, and of another. */
  private nameOf(text: string): string {
    const name = text.replace(/\s/g, "");
    const met = (this.names.get(name) ?? 0) + 1;
    this.names.set(name, met);
    return met === 1 ? name : `${name}（${met}）`;
  }

  /** A label that goes on in the next line. */
  private complete(rows: MatchedRow[], above: MatchedRow, text: string, cells: readonly Cell[]): boolean {
    const label = above.label + text;
    const word = labelWord(label);
    const own = this.declared.find(({ row }) => row === above.fixed);
    if (own && (own.own === word || own.aliases.includes(word))) {
      rows[rows.length - 1] = { ...above, label, cells: [...above.cells, ...cells] };
      return true;
    }
    const at = above.known ? undefined : this.find(word);
    if (at === undefined) return false;
    const fixed = this.declared[at]!.row;
    this.used.add(fixed);
    this.last = at;
    rows[rows.length - 1] = { ...above, label, fixed, cells: [...above.cells, ...cells], known: true };
    return true;
  }

  private findWithoutUnit(text: string): number | undefined {
    const bare = text.replace(UNIT_OF_ROW, "");
    return bare === text ? undefined : this.find(labelWord(bare));
  }

  /** Labels recur (the three funds under 年初结转): the next of its name after the last row met comes first. */
  private find(label: string): number | undefined {
    const free = [...this.declared.entries()].filter(([, { row }]) => !this.used.has(row));
    const exact = free.filter(([, { own }]) => own === label);
    const known =
      exact.length > 0
        ? exact
        : free.filter(([, { own, aliases }]) => aliases.includes(label) && !(own !== label && this.labels.has(own)));
    if (known.length > 0) return (known.find(([at]) => at > this.last) ?? known[0]!)[0];
    let best: { at: number; alike: number } | undefined;
    for (const [at, { own, aliases }] of free) {
      if (this.labels.has(own)) continue;
      for (const name of [own, ...aliases]) {
        const alike = likeness(label, name);
        if (alike >= 0.85 && (!best || alike > best.alike)) best = { at, alike };
      }
    }
    return best?.at;
  }

  /** A label that the edge of its cell cuts, 其中：政府性基金预算: the one name that begins so, and the next row of that name. */
  private findCut(label: string): number | undefined {
    if (label.length < LEAST_CUT) return undefined;
    const begun = [...this.declared.entries()].flatMap(([at, { row, own, aliases }]) => {
      const isFree = !this.used.has(row) && !this.labels.has(own);
      return isFree && [own, ...aliases].some((name) => name.startsWith(label)) ? [at] : [];
    });
    const names = new Set(begun.map((at) => this.declared[at]!.own));
    return names.size === 1 ? begun.find((at) => at > this.last) : undefined;
  }
}

const SEPARATORS = /[\s.．\-—_/·、]/g;
/** A code before its name in one cell, wherever the line breaks in it: 201060 | 8财政委托业务支出. */
const LEADING = /^[[［【〔（(]?(\d(?:[\s.．]?\d){2,6})(?!\d)[\]］】〕）)\s\-—_.．、:：]*([^\d\s\-—_.．、:：].*)$/;
/** Or behind it: 行政运行（2010301）. */
const TRAILING = /^(\D{2,}?)[\s[［【〔（(\-—_]+([23]\d{2}(?:\d{2}){1,2})[\]］】〕）)]?$/;
/** Or in the middle, where a name is broken over two lines and its code stands between them: 行政事业单位养老支20805出. */
const BETWEEN = /^(\D{2,})([23]\d{2}(?:\d{2}){0,2})(\D+)$/;
const UNIT_NAME = /(?:局|委|办|中心|站|院|所|队|学校|小学|中学|幼儿园|医院|馆|处|会|本级|机关|（本级）|\(本级\))$/;

class CodeReader {
  private previous = "";
  private readonly axis: ClassificationRows;
  private readonly header: RowHeader;
  private readonly book: NameBook;

  constructor(axis: ClassificationRows, header: RowHeader, book: NameBook) {
    this.axis = axis;
    this.header = header;
    this.book = book;
  }

  read(printed: readonly PrintedRow[]): MatchedRow[] {
    const rows: MatchedRow[] = [];
    for (const [at, line] of printed.entries()) {
      const row = this.readLine(line);
      if (row) {
        const above = rows.at(-1);
        // A name that goes on in a line of its own.
        if (
          above?.code !== undefined &&
          row.code === undefined &&
          !row.known &&
          line.isBlank &&
          line.codes.every((code) => code === "")
        )
          rows[rows.length - 1] = { ...above, label: above.label + row.label, cells: [...above.cells, ...row.cells] };
        else rows.push(row);
      } else if (line.hasFigures) {
        const isEdge = at === 0 || at === printed.length - 1;
        // The first or last line without a label holds the total where no other does.
        const isTotal =
          isEdge &&
          this.axis.grandTotal !== "none" &&
          !printed.some(({ name, codes }) => isGrandTotal(labelWord(name + codes.join(""))));
        rows.push({
          index: line.index,
          label: isTotal ? "合计" : "",
          level: isTotal ? "grand-total" : "line",
          cells: line.cells,
          known: isTotal,
        });
      }
    }
    return rows;
  }

  private readLine({ index, codes, name, cells, isBlank }: PrintedRow): MatchedRow | undefined {
    const [code, rest] = this.codeOf(codes, name);
    // A code of which a digit or a level fell into another column.
    const isCut =
      code !== undefined &&
      (/^\d{1,2}$/.test(rest) || (this.axis.scheme === "functional" && this.book.isPartOf(code, rest)));
    if (isCut) return { index, label: rest, cells, level: "line", known: false };
    if (code !== undefined) {
      this.previous = code;
      const label = rest === "" ? (this.book.nameOf(this.axis.scheme, code) ?? "") : rest;
      return { index, label, code, level: this.levelOf(code), cells, known: true };
    }
    const text = rest === "" ? codes.filter((part) => !/^[类款项]$/.test(part)).join("") : rest;
    const label = labelWord(text);
    if (label === "" || /^(?:栏次|行次)$/.test(label) || /^[.…·。]+$/.test(text)) return undefined;
    const at = { index, label: text, cells };
    // 229 其他支出 among economic items: the name is one of theirs, the code says that the row is not.
    if (codes.some((part) => this.isOtherCode(part))) return { ...at, level: "line", known: false };
    const fixed = this.axis.rows?.find((row) =>
      [row.label, ...(row.aliases ?? [])].some((known) => labelWord(known) === label),
    );
    if (fixed) return { ...at, fixed, level: "line", known: true };
    if (isGrandTotal(label)) return { ...at, level: "grand-total", known: true };
    const named = this.codeByName(label, isBlank);
    if (named !== undefined) {
      this.previous = named;
      return { ...at, code: named, level: this.levelOf(named), known: true };
    }
    if (this.axis.projects && this.previous.length === 7)
      return { ...at, code: this.previous, part: text, level: "line", known: true };
    if (this.header.codes.length === 0 && UNIT_NAME.test(text))
      return { ...at, part: text, level: "line", known: true };
    return { ...at, level: "line", known: false };
  }

  private levelOf(code: string): MatchedRow["level"] {
    if (code.length === 3) return "class";
    return code.length === 5 && this.axis.scheme === "functional" ? "group" : "item";
  }

  /** A code split over columns, joined in one, or printed before the name; levels above that are left blank are those of the row before. */
  private codeOf(codes: readonly string[], name: string): readonly [code: string | undefined, name: string] {
    const digits = codes.map((text) => text.normalize("NFKC").replace(SEPARATORS, ""));
    if (digits.some((text) => text !== "") && digits.every((text) => /^\d*$/.test(text))) {
      const code = this.joined(digits);
      if (code !== undefined && this.isCode(code)) return [code, name];
    }
    for (const text of [...codes, name]) {
      const leading = LEADING.exec(text.trim());
      const code = leading?.[1]!.replace(SEPARATORS, "");
      if (leading && code !== undefined && this.isCode(code))
        return [code, name === text || name === "" ? leading[2]! : name];
    }
    const [, named, trailing] = TRAILING.exec(name.trim()) ?? [];
    if (named !== undefined && trailing !== undefined && this.isCode(trailing)) return [trailing, named];
    const [, begun, between, ended] = codes.every((text) => text === "") ? (BETWEEN.exec(name.trim()) ?? []) : [];
    if (between !== undefined && this.isCode(between)) return [between, `${begun}${ended}`];
    const alone = name.normalize("NFKC").replace(SEPARATORS, "");
    if (/^\d+$/.test(alone) && this.isCode(alone)) return [alone, ""];
    return [undefined, name];
  }

  private joined(digits: readonly string[]): string | undefined {
    const whole = digits.findLast((text) => text.length >= 5);
    if (digits.length === 1) return digits[0];
    // 201 | 20103 | 2010301, each level whole; digits that went into another column make no code.
    if (whole !== undefined) return digits.every((text) => whole.startsWith(text)) ? whole : undefined;
    const first = digits.findIndex((text) => text !== "");
    const last = digits.findLastIndex((text) => text !== "");
    let code = first === 0 ? "" : this.previous.slice(0, 3 + (first - 1) * 2);
    if (first > 0 && code.length !== 3 + (first - 1) * 2) return undefined;
    for (let level = first; level <= last; level++) {
      const text = digits[level]!;
      // A level left out between two others: it stands in another column.
      if (text === "") return undefined;
      // A workbook keeps 05 as the number 5.
      code += level === 0 ? text : text.padStart(2, "0");
    }
    return code;
  }

  /** Whether a cell holds a code of the other classification. */
  private isOtherCode(text: string): boolean {
    const code = text.normalize("NFKC").replace(SEPARATORS, "");
    return this.axis.scheme === "economic" ? /^2\d{2}(?:\d{2}){0,2}$/.test(code) : /^[35]\d{2}(?:\d{2})?$/.test(code);
  }

  private isCode(code: string): boolean {
    return this.axis.scheme === "functional" ? /^2\d{2}(?:\d{2}){0,2}$/.test(code) : /^[35]\d{2}(?:\d{2})?$/.test(code);
  }

  /** Rows without codes are told apart by name, by the rows before them, and by the order of the classification. */
  private codeByName(label: string, isBlank: boolean): string | undefined {
    const hasCodes = this.header.codes.length > 0;
    // In a table that prints codes a line without one goes on with the name above.
    if (hasCodes && isBlank) return undefined;
    const candidates =
      this.axis.scheme === "economic"
        ? [
            ...this.book.economic(label),
            ...ECONOMIC_NAMES.filter(({ names }) => names.includes(label)).map(({ code }) => code),
          ]
        : [
            ...this.book.functional(label),
            ...FUNCTIONAL_CLASSES.filter(([, ...names]) => names.some((name) => labelWord(name) === label)).map(
              ([code]) => code,
            ),
          ];
    const codes = [...new Set(candidates)].filter((code) => this.isCode(code)).toSorted();
    const found = this.nearest(codes);
    if (found !== undefined || this.axis.scheme === "economic") return found;
    return this.book.below(this.previous, label);
  }

  private nearest(codes: readonly string[]): string | undefined {
    const { previous } = this;
    for (let length = previous.length; length >= 3; length -= 2) {
      const within = codes.filter((code) => code.startsWith(previous.slice(0, length)) && code.length > length);
      const next = within.find((code) => code > previous) ?? within[0];
      if (next !== undefined) return next;
    }
    return (
      codes.find((code) => code > previous && code.length === 3) ?? codes.find((code) => code > previous) ?? codes[0]
    );
  }
}

const ECONOMIC_NAMES = ECONOMIC_ITEMS.map(([code, ...names]) => ({ code, names: names.map(labelWord) }));
