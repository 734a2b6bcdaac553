import type { FileChild, ISectionOptions, Paragraph as DocxParagraph } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { DraftBlock, DraftChart, DraftDocument, Run } from "../../draft/document.ts";
import { CHART_COLOURS } from "../chart.ts";
import { bookmarkNames, contentsXml } from "./contents.ts";
import { countPages } from "./pages.ts";
import { roomOf, TEXT_PAPER, type Paper } from "./paper.ts";
import { LINES, RED, SONG, stylesOf } from "./styles.ts";
import { layoutOf, notesOf, type TableLayout } from "./table-layout.ts";
import { tableXml } from "./table.ts";

type Docx = typeof import("docx");
type Charts = typeof import("docx/charts");
type TableBlock = DraftBlock & { readonly kind: "table" };

/** Blocks on one kind of paper. */
interface Group {
  readonly paper: Paper;
  readonly blocks: DraftBlock[];
}

/**
 * The disclosure as a Word document: styles, contents with their pages, page numbers, native charts, tables on the paper
 * that they need. What is still to be filled in is red. The library is loaded when it is needed.
 */
export async function draftToDocx(document: DraftDocument): Promise<Uint8Array> {
  const [docx, charts] = await Promise.all([import("docx"), import("docx/charts")]);
  return new WordDocument(docx, charts, document).write();
}

/** The first day that a zip can state: the same parts make the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** Writes one document: the library makes the package and its text, tables and contents are put in as markup. */
class WordDocument {
  private readonly docx: Docx;
  private readonly charts: Charts;
  private readonly document: DraftDocument;
  private readonly groups: readonly Group[];
  private readonly layouts = new Map<TableBlock, TableLayout>();
  private readonly bookmarks: ReadonlyMap<string, string>;
  /** Markup by the style of the paragraph that holds its place. */
  private readonly inserted = new Map<string, string>();

  constructor(docx: Docx, charts: Charts, document: DraftDocument) {
    this.docx = docx;
    this.charts = charts;
    this.document = document;
    for (const block of document.blocks) if (block.kind === "table") this.layouts.set(block, layoutOf(block.grid));
    this.groups = this.grouped();
    this.bookmarks = bookmarkNames(document.blocks.flatMap((block) => ("anchor" in block ? [block.anchor] : [])));
  }

  async write(): Promise<Uint8Array> {
    const { Document, Packer } = this.docx;
    const { title, department } = this.document;
    const file = new Document({
      title,
      creator: department,
      description: title,
      styles: stylesOf(this.docx),
      sections: this.sections(),
    });
    const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)));
    const main = "word/document.xml";
    parts[main] = strToU8(this.insert(strFromU8(parts[main]!)));
    return zipSync(Object.fromEntries(Object.entries(parts).map(([name, data]) => [name, [data, { mtime: EPOCH }]])));
  }

  /** Every run of tables on one kind of paper is a section of its own; cover and contents stand before them all. */
  private grouped(): Group[] {
    const groups: Group[] = [];
    for (const block of this.document.blocks) {
      if (block.kind === "cover" || block.kind === "contents") continue;
      const paper = block.kind === "table" ? this.layouts.get(block)!.paper : TEXT_PAPER;
      const last = groups.at(-1);
      if (last?.paper === paper) last.blocks.push(block);
      else groups.push({ paper, blocks: [block] });
    }
    return groups;
  }

  /** Cover and contents carry no page number. */
  private sections(): ISectionOptions[] {
    const front = this.document.blocks.filter(({ kind }) => kind === "cover" || kind === "contents");
    return [
      { properties: { page: this.page(TEXT_PAPER) }, children: front.flatMap((block) => this.block(block, false)) },
      ...this.groups.map(({ paper, blocks }, index): ISectionOptions => ({
        properties: { page: { ...this.page(paper), ...(index === 0 ? { pageNumbers: { start: 1 } } : {}) } },
        footers: { default: this.footer() },
        children: blocks.flatMap((block, at) => this.block(block, at === 0)),
      })),
    ];
  }

  /** The library turns the sides of paper that lies. */
  private page({ width, height, margin }: Paper) {
    const { PageOrientation } = this.docx;
    const size =
      width > height ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE } : { width, height };
    return { size, margin: { ...margin, footer: 850 } };
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
    const { Paragraph, TextRun, HeadingLevel } = this.docx;
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
      case "contents": {
        const pages = countPages(this.groups, (table) => this.layouts.get(table)!);
        return [
          new Paragraph({ style: "ContentsTitle", pageBreakBefore: true, children: [new TextRun("目录")] }),
          this.place(contentsXml(block.entries, this.bookmarks, pages, roomOf(TEXT_PAPER).width)),
          new Paragraph({ style: "TableNote" }),
        ];
      }
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
        return this.table(block, isFirst);
    }
  }

  private heading(
    text: string,
    heading: NonNullable<ConstructorParameters<Docx["Paragraph"]>[0] & object>["heading"] & string,
    anchor: string,
    pageBreakBefore: boolean,
  ): DocxParagraph {
    const { Paragraph } = this.docx;
    return new Paragraph({ heading, pageBreakBefore, children: [this.marked(text, anchor)] });
  }

  private marked(text: string, anchor: string) {
    const { Bookmark, TextRun } = this.docx;
    return new Bookmark({ id: this.bookmarks.get(anchor)!, children: [new TextRun(text)] });
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
      // Pixels of 15 twentieths of a point.
      transformation: { width: 500, height: LINES.figure.height / 15 },
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

  private table(block: TableBlock, isFirst: boolean): FileChild[] {
    const { Paragraph, TextRun, TabStopType } = this.docx;
    const { grid, anchor } = block;
    const layout = this.layouts.get(block)!;
    const lines = [
      ...(grid.mark === undefined ? [] : [[undefined, grid.mark] as const]),
      [grid.department === undefined ? undefined : `编制单位：${grid.department}`, grid.unit] as const,
    ];
    return [
      new Paragraph({ style: "TableTitle", pageBreakBefore: !isFirst, children: [this.marked(grid.title, anchor)] }),
      ...lines.map(
        ([left, right]) =>
          new Paragraph({
            style: "TableNote",
            keepNext: true,
            tabStops: [{ type: TabStopType.RIGHT, position: roomOf(layout.paper).width }],
            children: [new TextRun(`${left ?? ""}\t${right}`)],
          }),
      ),
      this.place(tableXml(grid, layout)),
      ...(notesOf(grid).length > 0 ? notesOf(grid) : [""]).map(
        (note) => new Paragraph({ style: "TableNote", children: [new TextRun(note)] }),
      ),
    ];
  }

  /**
   * A paragraph that markup takes the place of: only it has its style, which no text can write. It is never the last of a
   * section, for the section's own settings hang on that.
   */
  private place(xml: string): FileChild {
    const style = `Place${this.inserted.size + 1}`;
    this.inserted.set(style, xml);
    return new this.docx.Paragraph({ style });
  }

  private insert(xml: string): string {
    return xml.replace(/<w:p><w:pPr><w:pStyle w:val="(Place\d+)"\/><\/w:pPr><\/w:p>/g, (_whole, style: string) =>
      this.inserted.get(style)!,
    );
  }
}
