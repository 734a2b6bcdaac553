import { Parser } from "htmlparser2";
import { firstAtLeast, type FigureTag, type ReadDocument } from "@juesuan/core";
import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import { Assembly } from "../text/assembly.ts";
import { decodeText } from "../text/decode.ts";
import { closeMark, openMark, withoutMarks } from "../text/tags.ts";
import { Elsewhere } from "./elsewhere.ts";
import { tagOf, type Tag } from "./tag.ts";
import { writeFlow, type FlowNode } from "../text/flow.ts";

/** What a page says that its characters are written in, where that is the encoding of traditional ones. */
const BIG5 = /<meta[^>]{0,200}charset\s*=\s*["']?\s*big5/i;

function declaredIn(bytes: Uint8Array): string | undefined {
  return BIG5.test(new TextDecoder("latin1").decode(bytes.subarray(0, 2048))) ? "big5" : undefined;
}

/**
 * Reads a web page: paragraphs, headings and tables of its content; navigation and what is not shown are set apart. `written`
 * may put other characters in the places of its words, one for one.
 */
export function readHtml(bytes: Uint8Array, written = (text: string): string => text): ReadDocument {
  const assembly = new Assembly();
  assembly.pages.push({ number: 1 });
  const reader = new PageReader();
  const { text } = decodeText(bytes, declaredIn(bytes));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (words) => reader.text(written(words)),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(text);
  parser.end();
  reader.finish();
  writeFlow(reader.nodes, assembly, 1);
  reader.elsewhere.report(assembly);
  const tags = assembly.tagged.map(({ tag, ...place }): FigureTag => ({ ...place, ...reader.tagged[tag]! }));
  return { ...assembly.document("html"), ...(tags.length === 0 ? {} : { tags }) };
}

const BLOCKS = new Set([
  "p",
  "div",
  "section",
  "article",
  "main",
  "li",
  "ul",
  "ol",
  "dl",
  "dt",
  "dd",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "pre",
  "center",
  "form",
  "fieldset",
  "figure",
  "figcaption",
  "caption",
  "address",
  "body",
  "html",
  "header",
]);
const UNREAD = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "head",
  "select",
  "option",
  "button",
  "textarea",
  "iframe",
  "object",
  "canvas",
  "math",
]);
const ASIDE = new Set(["nav", "footer", "aside"]);
const ASIDE_NAMES =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumb|crumbs?|footer|foot|copyright|share|pager|pagination|sidebar|toolbar|search|login|dqwz|weizhi|banner)(?:$|[\s_-])/i;

interface OpenCell {
  readonly nodes: FlowNode[];
  rowSpan: number;
  readonly columnSpan: number;
  tag?: number;
}

interface OpenTable {
  readonly rows: OpenCell[][];
  /** The place of each row among all that were written: those without cells are left out. */
  readonly places: number[];
  written: number;
  /** Where the open section of the table begins among `rows`. */
  section: number;
  row?: OpenCell[];
  cell?: OpenCell;
}

class PageReader {
  readonly nodes: FlowNode[] = [];
  /** What the page shows or links and does not hold as text. */
  readonly elsewhere = new Elsewhere();
  private readonly tables: OpenTable[] = [];
  private words = "";
  private level: number | undefined;
  private unread = 0;
  /** Open elements that set what they hold apart, by depth. */
  private readonly apart: number[] = [];
  /** What the markup says of figures, in the order of the page. */
  readonly tagged: Tag[] = [];
  /** Whether the element `data` that is open has a tag. */
  private inTag = false;
  private depth = 0;
  private tags = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.depth > LIMITS.htmlDepth) throw tooLarge("网页嵌套过深", "elements nested too deeply");
    if (++this.tags > LIMITS.htmlTags) throw tooLarge("网页元素过多", "too many elements");
    if (this.unread > 0 || UNREAD.has(name)) {
      this.unread++;
      return;
    }
    if (isApart(name, attributes)) {
      this.endParagraph();
      this.apart.push(this.depth);
    }
    if (this.apart.length === 0) this.elsewhere.open(name, attributes);
    if (name === "data") this.openTag(attributes);
    else if (name === "br") this.words += "\n";
    else if (name === "table") {
      this.endParagraph();
      this.tables.push({ rows: [], places: [], written: 0, section: 0 });
    } else if (name === "tr") this.openRow();
    else if (name === "td" || name === "th") this.openCell(attributes);
    else if (BLOCKS.has(name)) {
      this.endParagraph();
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (level !== undefined) this.level = Number(level);
    }
  }

  close(name: string): void {
    const { depth } = this;
    this.depth = Math.max(0, depth - 1);
    if (this.unread > 0) {
      this.unread--;
      return;
    }
    if (name === "data") this.closeTag();
    else if (name === "td" || name === "th") this.closeCell();
    else if (name === "tr") this.closeRow();
    else if (SECTIONS.has(name)) this.closeSection();
    else if (name === "table") {
      this.closeSection();
      this.endParagraph();
      const table = this.tables.pop();
      if (table) this.put({ kind: "table", rows: table.rows, ...(this.apart.length > 0 ? { hidden: true } : {}) });
    } else if (BLOCKS.has(name)) {
      this.endParagraph();
      this.level = undefined;
    }
    if (this.apart.at(-1) === depth) {
      this.endParagraph();
      this.apart.pop();
    }
  }

  text(words: string): void {
    if (this.unread === 0) this.words += withoutMarks(words).replace(/[\r\n\t]+/g, " ");
  }

  private openTag(attributes: Readonly<Record<string, string>>): void {
    const tag = this.inTag ? undefined : tagOf(attributes);
    if (!tag) return;
    this.inTag = true;
    const cell = this.tables.at(-1)?.cell;
    // The only thing in a cell is the cell's; in running text the figure's place is marked.
    if (cell && cell.nodes.length === 0 && this.words.trim() === "") cell.tag = this.tagged.length;
    else this.words += openMark(this.tagged.length);
    this.tagged.push(tag);
  }

  private closeTag(): void {
    if (!this.inTag) return;
    this.inTag = false;
    if (this.tables.at(-1)?.cell?.tag !== this.tagged.length - 1) this.words += closeMark;
  }

  finish(): void {
    this.endParagraph();
    while (this.tables.length > 0) this.close("table");
  }

  private openRow(): void {
    this.closeRow();
    const table = this.tables.at(-1);
    if (table) table.row = [];
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    this.closeCell();
    const table = this.tables.at(-1);
    if (!table) return;
    table.row ??= [];
    table.cell = {
      nodes: [],
      rowSpan: Number.parseInt(attributes["rowspan"] ?? "1", 10),
      columnSpan: Number.parseInt(attributes["colspan"] ?? "1", 10),
    };
  }

  private closeCell(): void {
    this.endParagraph();
    const table = this.tables.at(-1);
    if (!table?.cell) return;
    table.row?.push(table.cell);
    delete table.cell;
  }

  private closeRow(): void {
    this.closeCell();
    const table = this.tables.at(-1);
    if (!table?.row) return;
    if (table.row.length > 0) {
      table.rows.push(table.row);
      table.places.push(table.written);
    }
    table.written++;
    delete table.row;
  }

  /** No cell reaches out of the heading of a table into its body, and rows without cells are none that a cell reaches over. */
  private closeSection(): void {
    this.closeRow();
    const table = this.tables.at(-1);
    if (!table) return;
    const { rows, places, written, section } = table;
    for (let row = section; row < rows.length; row++)
      for (const cell of rows[row]!) {
        if (!(cell.rowSpan > 1)) continue;
        const end = Math.min(places[row]! + cell.rowSpan, written);
        cell.rowSpan = firstAtLeast(places, end, (place) => place) - row;
      }
    table.section = rows.length;
  }

  private endParagraph(): void {
    const text = this.words;
    this.words = "";
    this.inTag = false;
    // An empty paragraph that somebody wrote may be the empty cell of a table.
    const isBlank = text.trim() === "";
    if (isBlank && (this.apart.length > 0 || !text.includes("\u00a0"))) return;
    this.put({
      kind: "paragraph",
      text,
      ...(this.apart.length > 0
        ? { role: "outside" as const }
        : PAGE_NUMBER.test(text)
          ? { role: "page-number" as const }
          : this.level === undefined
            ? {}
            : { role: "heading" as const, level: this.level }),
    });
  }

  private put(node: FlowNode): void {
    (this.tables.at(-1)?.cell?.nodes ?? this.nodes).push(node);
  }
}

/** — 5 —: what a word processor's footers leave in a page saved from it. */
const PAGE_NUMBER = /^\s*[—–－-]\s*\d{1,3}\s*[—–－-]\s*$/;

const SECTIONS = new Set(["thead", "tbody", "tfoot"]);

function isApart(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (ASIDE.has(name) || "hidden" in attributes || attributes["aria-hidden"] === "true") return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes["style"] ?? "")) return true;
  return ASIDE_NAMES.test(attributes["class"] ?? "") || ASIDE_NAMES.test(attributes["id"] ?? "");
}
