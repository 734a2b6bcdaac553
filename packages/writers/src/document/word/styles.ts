import { HEIGHTS } from "./table-layout.ts";

type Docx = typeof import("docx");

/** Red of what is still to be filled in. */
export const RED = "C00000";

/** 三号, in half points: the size of the text of official documents. */
export const BODY = 32;

/** The distance of lines of text, and what stands around it, in twentieths of a point: exact, so that pages can be counted. */
export const LINES = {
  body: 578,
  part: { line: 700, before: 240, after: 360 },
  figure: { height: 3750 },
  caption: { line: 400, after: 160 },
};

export const SONG = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "宋体" };
const FANGSONG = { ...SONG, eastAsia: "仿宋" };
const HEI = { ...SONG, eastAsia: "黑体" };
const KAI = { ...SONG, eastAsia: "楷体" };
const TITLE = { ...SONG, eastAsia: "方正小标宋简体" };

/** The styles of official documents: 方正小标宋 for titles, 黑体 and 楷体 for headings, 仿宋 三号 for text. */
export function stylesOf(docx: Docx): NonNullable<ConstructorParameters<Docx["Document"]>[0]["styles"]> {
  const { AlignmentType, LineRuleType } = docx;
  const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT });
  const centred = { alignment: AlignmentType.CENTER };
  const indent = { firstLine: 2 * BODY * 10 };
  const own = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: "Normal",
    next: id,
    quickFormat: true,
    run,
    paragraph,
  });
  const { part, caption } = LINES;
  return {
    default: {
      document: { run: { font: FANGSONG, size: BODY, language: { value: "en-US", eastAsia: "zh-CN" } } },
      heading1: {
        run: { font: TITLE, size: 44, color: "000000" },
        paragraph: { ...centred, spacing: { ...exact(part.line), before: part.before, after: part.after } },
      },
      heading2: {
        run: { font: HEI, size: BODY, color: "000000" },
        paragraph: { spacing: exact(LINES.body), indent, keepNext: true },
      },
      heading3: {
        run: { font: KAI, size: BODY, bold: true, color: "000000" },
        paragraph: { spacing: exact(LINES.body), indent, keepNext: true },
      },
    },
    paragraphStyles: [
      own("Body", "正文缩进", {}, { spacing: exact(LINES.body), indent, alignment: AlignmentType.BOTH }),
      own("Cover", "封面标题", { font: TITLE, size: 56 }, { ...centred }),
      own("CoverDate", "封面日期", { font: KAI, size: BODY }, { ...centred, spacing: { before: 4000 } }),
      own("ContentsTitle", "目录标题", { font: TITLE, size: 44 }, { ...centred, spacing: { after: 240 } }),
      own("TOC1", "toc 1", { font: HEI, size: 28 }, { spacing: { ...exact(440), before: 80 } }),
      own("TOC2", "toc 2", { font: FANGSONG, size: 28 }, { spacing: exact(440), indent: { left: 480 } }),
      // In small type a line is as high as the chart that stands in it.
      own("Figure", "图", { size: 4 }, { ...centred }),
      own(
        "Caption",
        "图注",
        { font: HEI, size: 24 },
        { ...centred, spacing: { ...exact(caption.line), after: caption.after } },
      ),
      own(
        "TableTitle",
        "表题",
        { font: TITLE, size: 36 },
        { ...centred, keepNext: true, outlineLevel: 1, spacing: { ...exact(HEIGHTS.title - 60), after: 60 } },
      ),
      own("TableNote", "表注", { font: SONG, size: 18 }, { spacing: exact(HEIGHTS.line) }),
      own("TableCell", "表文", { font: SONG, size: 18 }, { spacing: { line: 240 } }),
    ],
  };
}
