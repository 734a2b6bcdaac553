import { ECONOMIC_ITEMS, FUNCTIONAL_CLASSES, type ClassificationRows } from "@juesuan/core";
import type { NameBook } from "./names.ts";
import type { MatchedRow, PrintedRow, RowHeader } from "./printed-rows.ts";
import { isGrandTotal, labelWord } from "./words.ts";

const SEPARATORS = /[\s.．\-—_/·、]/g;
/** A code before its name in one cell, wherever the line breaks in it: 201060 | 8财政委托业务支出. */
const LEADING = /^[[［【〔（(]?(\d(?:[\s.．]?\d){2,6})(?!\d)[\]］】〕）)\s\-—_.．、:：]*([^\d\s\-—_.．、:：].*)$/;
/** Or behind it: 行政运行（2010301）. */
const TRAILING = /^(\D{2,}?)[\s[［【〔（(\-—_]+([23]\d{2}(?:\d{2}){1,2})[\]］】〕）)]?$/;
/** No name is as long; a run of strokes in a longer cell would be tried from each of them. */
const LONGEST_NAME = 200;
/** Or in the middle, where a name is broken over two lines and its code stands between them: 行政事业单位养老支20805出. */
const BETWEEN = /^(\D{2,})([23]\d{2}(?:\d{2}){0,2})(\D+)$/;
const UNIT_NAME = /(?:局|委|办|中心|站|院|所|队|学校|小学|中学|幼儿园|医院|馆|处|会|本级|机关|（本级）|\(本级\))$/;

/** Reads lines by the codes of a classification, or by its names where no code is printed. */
export class CodeReader {
  private previous = "";
  /** A class among the rows named without codes: then those below it are of that class. */
  private hasClasses = false;
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
    return this.byUnit(rows, printed);
  }

  /** 单位名称 before the codes: where there are several, each row is one unit's, and 小计 what all of that unit's come to. */
  private byUnit(rows: readonly MatchedRow[], printed: readonly PrintedRow[]): MatchedRow[] {
    const units = new Map<number, string>();
    let own = "";
    for (const { index, unit } of printed) {
      const name = unit.replace(/\s/g, "");
      if (name !== "") own = isGrandTotal(labelWord(name)) ? "" : name;
      units.set(index, own);
    }
    if (new Set([...units.values()].filter((name) => name !== "")).size < 2) return [...rows];
    return rows.map((row) => {
      const part = units.get(row.index) ?? "";
      if (part === "" || row.level === "grand-total") return row;
      const isSum = row.code === undefined && /^(?:小计)?$/.test(labelWord(row.label));
      return { ...row, part, level: "line" as const, known: row.known || isSum };
    });
  }

  private readLine({ index, codes, name, project, cells, isBlank }: PrintedRow): MatchedRow | undefined {
    const [code, rest] = this.codeOf(codes, name);
    if (code !== undefined && project !== "" && this.axis.projects) {
      this.previous = code;
      return { index, label: project, code, part: project.replace(/\s/g, ""), level: "line", cells, known: true };
    }
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
      this.hasClasses ||= named.length === 3;
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
    const [, named, trailing] = (name.length < LONGEST_NAME && TRAILING.exec(name.trim())) || [];
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
    if (this.axis.scheme === "economic") return found;
    // 其他社会保障和就业支出 under 其他社会保障和就业支出: the item of the group, and not the group again.
    const isAgain = found === this.previous;
    // 行政运行 under 城乡社区管理事务 is an account of that class, though the document names another's so with its code.
    const isAstray = found !== undefined && found.length > 3 && !found.startsWith(this.previous.slice(0, 3));
    if (found !== undefined && !isAgain && !isAstray) {
      this.book.note("functional", found, label);
      return found;
    }
    const below = this.book.below(this.previous, label);
    if (below !== undefined) return below;
    if (found === undefined || (isAstray && this.hasClasses)) return undefined;
    this.book.note("functional", found, label);
    return found;
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
