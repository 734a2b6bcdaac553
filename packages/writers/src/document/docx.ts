import type { FileChild, ISectionOptions, Paragraph as DocxParagraph } from "docx";
import type { DraftBlock, DraftChart, DraftDocument, Run } from "../draft/document.ts";
import type { Grid, GridCell } from "../grid.ts";
import { widthsOf } from "../spreadsheet/widths.ts";
import { CHART_COLOURS } from "./chart.ts";

type Docx = typeof import("docx");
type Charts = typeof import("docx/charts");

/**
 * The disclosure as a Word document: styles, a contents field with its entries already in it, page numbers, native charts,
 * tables lying where they are wide. What is still to be filled in is red. The library is loaded when it is needed.
 */
export async function draftToDocx(document: DraftDocument): Promise<Uint8Array> {
  const [docx, charts] = await Promise.all([import("docx"), import("docx/charts")]);
  return new WordDocument(docx, charts).write(document);
}

/** Twentieths of a point. A4 and A3 as Word has them. */
const A4 = { width: 11906, height: 16838 };
const A3 = { width: 16838, height: 23811 };
const TEXT_MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 };
const TABLE_MARGIN = { top: 1134, bottom: 1134, left: 1021, right: 1021 };

/** Half points. */
const BODY = 32;
const RED = "C00000";

const SONG = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "宋体" };
const FANGSONG = { ...SONG, eastAsia: "仿宋" };
const HEI = { ...SONG, eastAsia: "黑体" };
const KAI = { ...SONG, eastAsia: "楷体" };
const TITLE = { ...SONG, eastAsia: "方正小标宋简体" };

class WordDocument {
  private readonly docx: Docx;
  private readonly charts: Charts;

  constructor(docx: Docx, charts: Charts) {
    this.docx = docx;
    this.charts = charts;
  }

  async write(document: DraftDocument): Promise<Uint8Array> {
    const { Document, Packer } = this.docx;
    const file = new Document({
      title: document.title,
      creator: document.department,
      description: document.title,
      styles: this.styles(),
      sections: this.sections(document.blocks),
    });
    return new Uint8Array(await Packer.toArrayBuffer(file));
  }

  /** Cover and contents carry no page number; every table that lies has a section of its own. */
  private sections(blocks: readonly DraftBlock[]): ISectionOptions[] {
    const front = blocks.filter(({ kind }) => kind === "cover" || kind === "contents");
    const groups: { page: "text" | "upright" | "lying" | "large"; blocks: DraftBlock[] }[] = [];
    for (const block of blocks) {
      if (front.includes(block)) continue;
      const page = block.kind === "table" ? pageOf(block.grid) : "text";
      const last = groups.at(-1);
      if (last?.page === page) last.blocks.push(block);
      else groups.push({ page, blocks: [block] });
    }
    return [
      {
        properties: { page: { size: A4, margin: TEXT_MARGIN } },
        children: front.flatMap((block) => this.block(block, false)),
      },
      ...groups.map(({ page, blocks: own }, index): ISectionOptions => ({
        properties: { page: { ...this.page(page), ...(index === 0 ? { pageNumbers: { start: 1 } } : {}) } },
        footers: { default: this.footer() },
        children: own.flatMap((block, at) => this.block(block, at === 0)),
      })),
    ];
  }

  private page(kind: "text" | "upright" | "lying" | "large") {
    const { PageOrientation } = this.docx;
    if (kind === "text") return { size: A4, margin: TEXT_MARGIN };
    if (kind === "upright") return { size: A4, margin: TABLE_MARGIN };
    return {
      size: { ...(kind === "large" ? A3 : A4), orientation: PageOrientation.LANDSCAPE },
      margin: TABLE_MARGIN,
    };
  }

  private footer() {
    const { Footer, Paragraph, TextRun, PageNumber, AlignmentType } = this.docx;
    return new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: SONG, size: 28 })],
        }),
      ],
    });
  }

  private block(block: DraftBlock, isFirst: boolean): FileChild[] {
    const { Paragraph, TextRun, TableOfContents, HeadingLevel } = this.docx;
    switch (block.kind) {
      case "cover":
        return [
          ...block.lines.map(
            (line, index) =>
              new Paragraph({
                style: "Cover",
                spacing: { before: index === 0 ? 4200 : 300 },
                children: [new TextRun(line)],
              }),
          ),
          ...(block.date === undefined
            ? []
            : [new Paragraph({ style: "CoverDate", children: [new TextRun(`公开时间：${block.date}`)] })]),
        ];
      case "contents":
        return [
          new Paragraph({ style: "ContentsTitle", pageBreakBefore: true, children: [new TextRun("目录")] }),
          new TableOfContents("目录", {
            hyperlink: true,
            headingStyleRange: "1-2",
            // The titles of tables have an outline level and no heading style.
            useAppliedParagraphOutlineLevel: true,
            cachedEntries: block.entries.map(({ level, text, anchor }) => ({
              title: text,
              level: level + 1,
              href: anchor,
            })),
          }),
        ];
      case "part":
        return [this.heading(block.text, HeadingLevel.HEADING_1, block.anchor, !isFirst)];
      case "heading":
        return [
          this.heading(
            block.text,
            block.level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
            block.anchor,
            false,
          ),
        ];
      case "paragraph":
        return [new Paragraph({ style: "Body", children: block.runs.map((run) => this.run(run)) })];
      case "chart":
        return this.chart(block.chart);
      case "table":
        return this.table(block.grid, block.anchor, isFirst);
    }
  }

  private heading(
    text: string,
    heading: NonNullable<ConstructorParameters<Docx["Paragraph"]>[0] & object>["heading"] & string,
    anchor: string,
    pageBreakBefore: boolean,
  ): DocxParagraph {
    const { Paragraph, Bookmark, TextRun } = this.docx;
    return new Paragraph({
      heading,
      pageBreakBefore,
      children: [new Bookmark({ id: anchor, children: [new TextRun(text)] })],
    });
  }

  private run(run: Run) {
    const { TextRun } = this.docx;
    return run.kind === "gap" ? new TextRun({ text: run.text, color: RED, bold: true }) : new TextRun(run.text);
  }

  /** A chart of the office program's own, with its data in it; binary numbers draw it, its labels are the format's. */
  private chart({ title, kind, name, points }: DraftChart): FileChild[] {
    const { Paragraph, TextRun } = this.docx;
    const { ChartRun } = this.charts;
    const common = {
      categories: points.map(({ label }) => label),
      transformation: { width: 540, height: 290 },
      font: { name: "宋体" },
      altText: {
        name: title,
        title,
        description: `${title}：${points.map(({ label, text }) => `${label}${text}万元`).join("，")}`,
      },
    };
    const values = points.map(({ text }) => Number(text));
    const colors = points.map((_point, index) => CHART_COLOURS[index % CHART_COLOURS.length]!);
    const chart =
      kind === "columns"
        ? new ChartRun({
            ...common,
            type: "column",
            legend: false,
            gapWidth: 150,
            series: [{ name, values, colors }],
            dataLabels: { value: true, numberFormat: "0.00" },
          })
        : new ChartRun({
            ...common,
            type: "pie",
            legend: { position: "right" },
            series: [{ name, values, colors }],
            dataLabels: { value: true, numberFormat: "0.00" },
          });
    return [
      new Paragraph({ style: "Figure", keepNext: true, children: [chart] }),
      new Paragraph({ style: "Caption", children: [new TextRun(title)] }),
    ];
  }

  private table(grid: Grid, anchor: string, isFirst: boolean): FileChild[] {
    const { Paragraph, TextRun, Bookmark, Table, TableRow, TableLayoutType, WidthType, TabStopType } = this.docx;
    const page = pageOf(grid);
    const size = page === "large" ? A3 : A4;
    const paper = page === "upright" ? size.width : size.height;
    const width = paper - TABLE_MARGIN.left - TABLE_MARGIN.right;
    const shares = widthsOf(grid);
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const columns = shares.map((share) => Math.floor((share / whole) * width));
    const text = grid.columnCount > 25 ? 12 : grid.columnCount > 12 ? 15 : 18;
    const rows = [...grid.head, ...grid.rows].map(
      (cells, index) =>
        new TableRow({
          tableHeader: index < grid.head.length,
          cantSplit: true,
          children: cells.map((cell) => this.cell(cell, text)),
        }),
    );
    const lines = [
      ...(grid.mark === undefined ? [] : [[undefined, grid.mark] as const]),
      [grid.department === undefined ? undefined : `编制单位：${grid.department}`, grid.unit] as const,
    ];
    return [
      new Paragraph({
        style: "TableTitle",
        pageBreakBefore: !isFirst,
        children: [new Bookmark({ id: anchor, children: [new TextRun(grid.title)] })],
      }),
      ...lines.map(
        ([left, right]) =>
          new Paragraph({
            style: "TableNote",
            keepNext: true,
            tabStops: [{ type: TabStopType.RIGHT, position: width }],
            children: [new TextRun(`${left ?? ""}\t${right}`)],
          }),
      ),
      new Table({
        width: { size: width, type: WidthType.DXA },
        columnWidths: columns,
        layout: TableLayoutType.FIXED,
        margins: { left: 40, right: 40, top: 10, bottom: 10 },
        rows: rows.length > 0 ? rows : [new TableRow({ children: [] })],
      }),
      ...[grid.remark, grid.emptiness].flatMap((note) =>
        note === undefined ? [] : [new Paragraph({ style: "TableNote", children: [new TextRun(note)] })],
      ),
    ];
  }

  private cell({ kind, text, across, down, missing }: GridCell, size: number) {
    const { TableCell, Paragraph, TextRun, AlignmentType, VerticalAlignTable } = this.docx;
    const isTotal = kind === "label" && (across ?? 1) > 1;
    const alignment =
      kind === "figure"
        ? AlignmentType.RIGHT
        : kind === "label" && !isTotal
          ? AlignmentType.LEFT
          : AlignmentType.CENTER;
    return new TableCell({
      ...(across === undefined ? {} : { columnSpan: across }),
      ...(down === undefined ? {} : { rowSpan: down }),
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          style: "TableCell",
          alignment,
          children: [
            new TextRun({
              text,
              size,
              ...(kind === "heading" || isTotal ? { bold: true } : {}),
              ...(missing === true ? { color: RED, bold: true } : {}),
            }),
          ],
        }),
      ],
    });
  }

  private styles(): NonNullable<ConstructorParameters<Docx["Document"]>[0]["styles"]> {
    const { AlignmentType, LineRuleType } = this.docx;
    const line = { line: 580, lineRule: LineRuleType.EXACT };
    const centred = { alignment: AlignmentType.CENTER };
    const own = (id: string, name: string, run: object, paragraph: object) => ({
      id,
      name,
      basedOn: "Normal",
      next: id,
      quickFormat: true,
      run,
      paragraph,
    });
    return {
      default: {
        document: { run: { font: FANGSONG, size: BODY, language: { value: "zh-CN", eastAsia: "zh-CN" } } },
        heading1: {
          run: { font: TITLE, size: 44, color: "000000" },
          paragraph: { ...centred, spacing: { before: 240, after: 360 } },
        },
        heading2: {
          run: { font: HEI, size: BODY, color: "000000" },
          paragraph: { spacing: { ...line }, indent: { firstLine: 640 }, keepNext: true },
        },
        heading3: {
          run: { font: KAI, size: BODY, bold: true, color: "000000" },
          paragraph: { spacing: { ...line }, indent: { firstLine: 640 }, keepNext: true },
        },
      },
      paragraphStyles: [
        own("Body", "正文缩进", {}, { spacing: line, indent: { firstLine: 640 }, alignment: AlignmentType.BOTH }),
        own("Cover", "封面标题", { font: TITLE, size: 56 }, { ...centred }),
        own("CoverDate", "封面日期", { font: KAI, size: BODY }, { ...centred, spacing: { before: 4000 } }),
        own("ContentsTitle", "目录标题", { font: TITLE, size: 44 }, { ...centred, spacing: { after: 240 } }),
        own("TOC1", "toc 1", { font: HEI, size: 28 }, { spacing: { before: 80 } }),
        own("TOC2", "toc 2", { font: FANGSONG, size: 28 }, { indent: { left: 480 } }),
        own("Figure", "图", {}, { ...centred, spacing: { before: 120 } }),
        own("Caption", "图注", { font: HEI, size: 24 }, { ...centred, spacing: { after: 120 } }),
        own(
          "TableTitle",
          "表题",
          { font: TITLE, size: 36 },
          { ...centred, keepNext: true, outlineLevel: 1, spacing: { after: 60 } },
        ),
        own("TableNote", "表注", { font: SONG, size: 21 }, {}),
        own("TableCell", "表文", { font: SONG, size: 18 }, { spacing: { line: 240 } }),
      ],
    };
  }
}

/** Wide tables lie; the widest lie on larger paper, as they are published. */
function pageOf(grid: Grid): "upright" | "lying" | "large" {
  if (grid.columnCount > 20) return "large";
  return widthsOf(grid).reduce((sum, width) => sum + width, 0) > 95 ? "lying" : "upright";
}
