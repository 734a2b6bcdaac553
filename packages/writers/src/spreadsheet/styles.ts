/** How a cell of a statutory table looks; its number format is added where it holds a number. */
export type CellLook =
  | "title"
  | "mark"
  | "unit"
  | "heading"
  | "code"
  | "label"
  | "total"
  | "figure"
  | "note"
  | "answer"
  | "hint";

interface Look {
  readonly font: number;
  readonly border: 0 | 1;
  readonly horizontal: "left" | "center" | "right";
  readonly wrap?: true;
  /** Smaller where it is wider than its table. */
  readonly shrink?: true;
  /** 2: the light ground of what is to be filled in. */
  readonly fill?: 2;
}

/** 0: body 宋体; 1: title 方正小标宋简体; 2: headings, bold; 3: hints, grey. Readers without a font take their own serif for it. */
const FONTS = `<fonts count="4">${font("宋体", 10)}${font("方正小标宋简体", 18)}${font("宋体", 10, true)}${font("宋体", 9, false, "FF666666")}</fonts>`;

const LOOKS: Readonly<Record<CellLook, Look>> = {
  title: { font: 1, border: 0, horizontal: "center", shrink: true },
  mark: { font: 0, border: 0, horizontal: "left" },
  unit: { font: 0, border: 0, horizontal: "right" },
  heading: { font: 2, border: 1, horizontal: "center", wrap: true },
  code: { font: 0, border: 1, horizontal: "center" },
  label: { font: 0, border: 1, horizontal: "left", wrap: true },
  total: { font: 2, border: 1, horizontal: "center" },
  figure: { font: 0, border: 1, horizontal: "right" },
  note: { font: 0, border: 0, horizontal: "left", wrap: true },
  answer: { font: 0, border: 1, horizontal: "left", wrap: true, fill: 2 },
  hint: { font: 3, border: 1, horizontal: "left", wrap: true },
};

function font(name: string, size: number, bold = false, colour = "FF000000"): string {
  return `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><color rgb="${colour}"/><name val="${name}"/><family val="1"/><charset val="134"/></font>`;
}

/** The looks and number formats that a workbook uses, numbered in the order of their first use. */
export class Styles {
  private readonly formats = new Map<string, number>();
  private readonly cells = new Map<string, number>();
  private readonly records: string[] = [];

  /** The index of a look with a number format, for the attribute `s` of a cell. */
  indexOf(look: CellLook, format = ""): number {
    const key = `${look} ${format}`;
    const known = this.cells.get(key);
    if (known !== undefined) return known;
    const { font: fontIndex, border, horizontal, wrap, shrink, fill = 0 } = LOOKS[look];
    const alignment = `<alignment horizontal="${horizontal}" vertical="center"${wrap ? ' wrapText="1"' : ""}${shrink ? ' shrinkToFit="1"' : ""}/>`;
    this.records.push(
      `<xf numFmtId="${this.formatOf(format)}" fontId="${fontIndex}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFill="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
    );
    const index = this.records.length;
    this.cells.set(key, index);
    return index;
  }

  /** The part xl/styles.xml. */
  xml(): string {
    const formats = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
    const side = (name: string): string => `<${name} style="thin"><color rgb="FF000000"/></${name}>`;
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? "" : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
      FONTS,
      '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/><bgColor indexed="64"/></patternFill></fill></fills>',
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border></borders>`,
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${this.records.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${this.records.join("")}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      "</styleSheet>",
    ].join("");
  }

  private formatOf(code: string): number {
    if (code === "") return 0;
    if (code === "@") return 49;
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    // Numbers below 164 are built in.
    const id = 164 + this.formats.size;
    this.formats.set(code, id);
    return id;
  }
}
