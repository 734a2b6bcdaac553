import type { Origin, ParagraphRole, ReadDocument } from "@juesuan/core";
import { Assembly } from "../text/assembly.ts";
import { writeFlow, type FlowNode, type FlowParagraph, type FlowTableCell } from "../text/flow.ts";
import { Numbering } from "./numbering.ts";
import { openPackage, type OfficePackage } from "./package.ts";
import { readStyles, type ParagraphStyle } from "./styles.ts";
import { attribute, isOn, parseXml, type Attributes } from "./xml.ts";

/** Reads a Word file: paragraphs with the numbers that Word generates, tables with their merges, notes, headers. */
export function readDocx(bytes: Uint8Array, written?: (text: string) => string): ReadDocument {
  const office = openPackage(bytes, "word/document.xml", written);
  const parts = office.relationshipsOf(office.main).filter(({ external }) => !external);
  const partOf = (type: string): Uint8Array | undefined => {
    const target = parts.find((relationship) => relationship.type === type)?.target;
    return target === undefined ? undefined : office.archive.read(target);
  };
  const assembly = new Assembly();
  assembly.pages.push({ number: 1 });
  const shared = { styleOf: readStyles(partOf("styles")), numbering: new Numbering(partOf("numbering")), assembly };
  for (const role of ["header", "footer"] as const) {
    for (const { target } of parts.filter(({ type }) => type === role)) writePart(office, target, shared, role);
  }
  writePart(office, office.main, shared);
  for (const type of ["footnotes", "endnotes"]) {
    for (const { target } of parts.filter((part) => part.type === type)) writePart(office, target, shared);
  }
  const embedded = office.archive.names.filter((name) =>
    /^word\/embeddings\/.+\.(?:xlsx?|xlsm|et|bin|docx?)$/i.test(name),
  );
  // The workbook behind a chart is no table that anybody sees.
  const objects =
    embedded.length - office.archive.names.filter((name) => /^word\/charts\/chart\d*\.xml$/.test(name)).length;
  if (objects > 0)
    assembly.report(
      "embedded-object",
      `文件中嵌入了 ${objects} 个其他文件的对象（如 Excel 表），其内容没有读取：请把表转为 Word 表格，或另给那个文件`,
      `The file embeds ${objects} object(s) of other programs, such as Excel sheets, which were not read: turn them into tables of Word, or give those files too`,
    );
  return assembly.document("docx");
}

interface Shared {
  readonly styleOf: (id: string) => ParagraphStyle;
  readonly numbering: Numbering;
  readonly assembly: Assembly;
}

function writePart(office: OfficePackage, name: string, shared: Shared, aside?: ParagraphRole): void {
  const bytes = office.archive.read(name);
  if (!bytes) return;
  const reader = new PartReader(name, shared);
  parseXml(bytes, reader);
  writeFlow(reader.nodes, shared.assembly, 1, aside);
}

interface OpenParagraph {
  text: string;
  readonly origin: Origin;
  style: ParagraphStyle;
  level?: number;
  list?: string;
  listLevel?: number;
}

interface OpenCell {
  readonly nodes: FlowNode[];
  readonly origins: Origin[];
  span: number;
  merge?: "restart" | "continue";
}

interface OpenTable {
  readonly rows: OpenCell[][];
  row?: OpenCell[];
  cell?: OpenCell;
}

/** Elements whose content is not part of what is printed: the other form of a drawing, field codes, moved text. */
const SKIPPED = new Set([
  "Fallback",
  "instrText",
  "delText",
  "moveFrom",
  "del",
  "rPrChange",
  "pPrChange",
  "tcPrChange",
  "sectPr",
]);

/** Smaller than 7 by 2.5 cm, in EMU, a picture is a seal or a mark, and no table. */
const LEAST_PICTURE = { cx: 2_520_000, cy: 900_000 };

class PartReader {
  readonly nodes: FlowNode[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly shared: Shared;
  private skipped = 0;
  private inText = false;
  private inRunProperties = false;
  private inParagraphProperties = false;
  private vanished = false;
  private hidden = 0;
  private deleted = 0;
  private isLarge = false;
  private pictures = 0;
  /** How many paragraphs have opened, skipped ones too: by their number a figure is found again in the file. */
  private count = 0;
  private readonly part: string;

  constructor(part: string, shared: Shared) {
    this.part = part;
    this.shared = shared;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "p") this.count++;
    if (this.skipped > 0 || SKIPPED.has(name)) {
      if (name === "del" || name === "moveFrom") this.deleted++;
      this.skipped++;
      return;
    }
    const value = attribute(attributes, "val");
    const paragraph = this.paragraphs.at(-1);
    const table = this.tables.at(-1);
    switch (name) {
      case "p":
        this.paragraphs.push({ text: "", style: {}, origin: { part: this.part, paragraph: this.count - 1 } });
        return;
      case "pPr":
        this.inParagraphProperties = true;
        return;
      case "rPr":
        this.inRunProperties = true;
        return;
      case "r":
        this.vanished = false;
        return;
      case "pStyle":
        if (paragraph) paragraph.style = this.shared.styleOf(value ?? "");
        return;
      case "outlineLvl":
        if (paragraph && Number(value) < 9) paragraph.level = Number(value) + 1;
        return;
      case "numId":
        if (paragraph && this.inParagraphProperties) paragraph.list = value ?? "";
        return;
      case "ilvl":
        if (paragraph && this.inParagraphProperties) paragraph.listLevel = Number(value ?? 0);
        return;
      case "vanish":
      case "webHidden":
        if (this.inRunProperties && name === "vanish" && isOn(value, true)) this.vanished = true;
        return;
      case "t":
        this.inText = true;
        return;
      case "tab":
        if (!this.inParagraphProperties) this.write("\t");
        return;
      case "br":
      case "cr":
        if (attribute(attributes, "type") !== "page") this.write("\n");
        return;
      case "noBreakHyphen":
        this.write("-");
        return;
      case "sym":
        this.write(symbolOf(attribute(attributes, "char")));
        return;
      case "tbl":
        this.tables.push({ rows: [] });
        return;
      case "tr":
        if (table) table.row = [];
        return;
      case "extent":
        if (
          Number(attribute(attributes, "cx")) >= LEAST_PICTURE.cx &&
          Number(attribute(attributes, "cy")) >= LEAST_PICTURE.cy
        )
          this.isLarge = true;
        return;
      case "blip":
        if (this.isLarge) this.pictures++;
        this.isLarge = false;
        return;
      case "gridBefore":
        if (table?.row && Number(value) > 0) table.row.push({ nodes: [], origins: [], span: Number(value) });
        return;
      case "tc":
        if (table) table.cell = { nodes: [], origins: [], span: 1 };
        return;
      case "gridSpan":
        if (table?.cell) table.cell.span = Math.max(1, Number(value) || 1);
        return;
      case "hMerge":
      case "vMerge":
        if (table?.cell && name === "vMerge") table.cell.merge = value === "restart" ? "restart" : "continue";
        return;
      default:
    }
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    const table = this.tables.at(-1);
    switch (name) {
      case "t":
        this.inText = false;
        return;
      case "pPr":
        this.inParagraphProperties = false;
        return;
      case "rPr":
        this.inRunProperties = false;
        return;
      case "p":
        this.endParagraph();
        return;
      case "tc":
        if (table?.row && table.cell) table.row.push(table.cell);
        if (table) delete table.cell;
        return;
      case "tr":
        if (table?.row) table.rows.push(table.row);
        if (table) delete table.row;
        return;
      case "tbl": {
        this.tables.pop();
        if (table) this.put({ kind: "table", rows: spansOf(table.rows) });
        return;
      }
      case "document":
      case "footnotes":
      case "endnotes":
        this.reportEdits();
        return;
      default:
    }
  }

  text(text: string): void {
    if (this.skipped === 0 && this.inText) this.write(text);
  }

  private write(text: string): void {
    if (this.vanished) {
      this.hidden++;
      return;
    }
    const paragraph = this.paragraphs.at(-1);
    if (paragraph) paragraph.text += text;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { style, text, origin } = paragraph;
    this.tables.at(-1)?.cell?.origins.push(origin);
    const list = paragraph.list ?? style.list;
    const isEmpty = text.trim() === "";
    const marker =
      list === undefined || list === "0" || isEmpty
        ? undefined
        : this.shared.numbering.next(list, paragraph.listLevel ?? style.listLevel ?? 0);
    if (isEmpty) return;
    const level = paragraph.level ?? style.level;
    const node: FlowParagraph = {
      kind: "paragraph",
      text,
      origins: [origin],
      ...(style.contents
        ? { role: "contents" as const }
        : level === undefined
          ? {}
          : { role: "heading" as const, level }),
      ...(marker === undefined ? {} : { marker }),
    };
    this.put(node);
  }

  /** Into the innermost cell, else into the body. The text of a box that hangs in a paragraph comes before it. */
  private put(node: FlowNode): void {
    (this.tables.at(-1)?.cell?.nodes ?? this.nodes).push(node);
  }

  private reportEdits(): void {
    const { assembly } = this.shared;
    if (this.pictures > 0)
      assembly.report(
        "picture",
        `文件中有 ${this.pictures} 张大图，图中如有表格，其数字没有读取`,
        `The file holds ${this.pictures} large picture(s); figures of tables in them were not read`,
      );
    if (this.hidden > 0)
      assembly.report("hidden-text", "文件中有隐藏文字，没有读入", "The file holds hidden text, which was not read");
    if (this.deleted > 0)
      assembly.report(
        "tracked-deletion",
        "文件中有修订删除的文字，没有读入",
        "The file holds text deleted by tracked changes, which was not read",
      );
  }
}

/** Cells merged downwards become one cell with a row span. */
function spansOf(rows: readonly (readonly OpenCell[])[]): FlowTableCell[][] {
  const spans: { readonly row: number; readonly column: number; readonly cell: OpenCell; height: number }[] = [];
  const open = new Map<number, (typeof spans)[number]>();
  const placed = rows.map((cells, row) => {
    let column = 0;
    const kept: (typeof spans)[number][] = [];
    for (const cell of cells) {
      const above = open.get(column);
      if (cell.merge === "continue" && above && above.row + above.height === row) above.height++;
      else {
        const own = { row, column, cell, height: 1 };
        kept.push(own);
        spans.push(own);
        if (cell.merge === undefined) open.delete(column);
        else open.set(column, own);
      }
      column += cell.span;
    }
    return kept;
  });
  return placed.map((cells) =>
    cells.map(({ cell, height }) => ({
      nodes: cell.nodes,
      origins: cell.origins,
      rowSpan: height,
      columnSpan: cell.span,
    })),
  );
}

/** A symbol of a symbol font: most are boxes and ticks, which say nothing here. */
function symbolOf(code: string | undefined): string {
  const value = Number.parseInt(code ?? "", 16);
  if (Number.isNaN(value)) return "";
  const plain = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  return plain >= 0x20 && plain < 0x7f ? String.fromCharCode(plain) : "";
}
