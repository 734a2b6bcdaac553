import { widthOf, type Run, type SetCell, type SetPage, type Setting } from "./typeset.ts";

// How programs that write PDF put the same page down: every character by itself, every word twice, lines as areas, the page
// turned. One habit at a time, after Word, WPS, OnlyOffice, Excel, report servers and scanners with a layer of text.

/** What a page of a PDF is made of. */
export interface Written {
  readonly content: string;
  /** Entries of the page's dictionary. */
  readonly entries?: string;
  readonly width: number;
  readonly height: number;
}

export interface Quirk {
  readonly name: string;
  readonly setting?: Partial<Setting>;
  readonly texts?: (runs: readonly Run[], page: SetPage) => string;
  readonly lines?: (page: SetPage) => string;
  /** The rest of a page: what is put below and above everything, and how it lies on the paper. */
  readonly page?: (content: string, page: SetPage, number: number) => Written;
  /** What of the tables is printed at all; all where absent. */
  readonly prints?: (cell: SetCell) => boolean;
}

const at = (value: number): string => value.toFixed(2);
const hex = (text: string): string =>
  [...text].map((character) => character.codePointAt(0)!.toString(16).padStart(4, "0")).join("");

/** Text at a place; `before` are operators for it. */
export const show = ({ x, y, size, text }: Run, height: number, before = ""): string =>
  `BT /F1 ${at(size)} Tf ${before} 1 0 0 1 ${at(x)} ${at(height - y)} Tm <${hex(text)}> Tj ET\n`;
const stroke = (x: number, y: number, toX: number, toY: number, height: number): string =>
  `${at(x)} ${at(height - y)} m ${at(toX)} ${at(height - toY)} l S\n`;
const area = (left: number, top: number, right: number, bottom: number, height: number): string =>
  `${at(left)} ${at(height - bottom)} ${at(right - left)} ${at(bottom - top)} re f\n`;

/** Every character of a run by itself. */
const characters = (run: Run, apart = 0): Run[] => {
  let { x } = run;
  return [...run.text].map((text) => {
    const own = { ...run, x, text };
    x += widthOf(text, run.size) + apart;
    return own;
  });
};

const plainly = (runs: readonly Run[], { height }: SetPage): string => runs.map((run) => show(run, height)).join("");
const edgesOf = ({ left, top, right, bottom }: SetCell) =>
  [
    [left, top, right, top],
    [left, bottom, right, bottom],
    [left, top, left, bottom],
    [right, top, right, bottom],
  ] as const;
const boxed = ({ cells, height }: SetPage): string =>
  cells.flatMap((cell) => edgesOf(cell).map((edge) => stroke(...edge, height))).join("");
const asArea =
  (thick: number) =>
  ({ cells, height }: SetPage): string =>
    cells
      .flatMap((cell) =>
        edgesOf(cell).map(([x, y, toX, toY]) =>
          area(x - thick / 2, y - thick / 2, toX + thick / 2, toY + thick / 2, height),
        ),
      )
      .join("");
const across = ({ cells, height }: SetPage): string =>
  cells
    .flatMap(({ left, top, right, bottom }) => [
      stroke(left, top, right, top, height),
      stroke(left, bottom, right, bottom, height),
    ])
    .join("");
const boxOf = ({ cells }: SetPage) => ({
  left: Math.min(...cells.map(({ left }) => left)),
  right: Math.max(...cells.map(({ right }) => right)),
  top: Math.min(...cells.map(({ top }) => top)),
  bottom: Math.max(...cells.map(({ bottom }) => bottom)),
});
/** 三线表: a line above and below the heading, and one at the end. */
const three = (page: SetPage): string => {
  if (page.cells.length === 0) return "";
  const { left, right, top, bottom } = boxOf(page);
  const heads = page.cells.filter(({ kind }) => kind === "head");
  const under = heads.length > 0 ? Math.max(...heads.map((cell) => cell.bottom)) : top;
  return [top, under, bottom].map((y) => stroke(left, y, right, y, page.height)).join("");
};
/** A number that only depends on what it is asked for, from -1 to 1. */
const jitter = (...of: readonly number[]): number => {
  const value = Math.sin(of.reduce((sum, one) => sum * 1.37 + one, 1) * 12.9898) * 43_758.5453;
  return 2 * (value - Math.floor(value)) - 1;
};
const over =
  (more: (page: SetPage, number: number) => string) =>
  (content: string, page: SetPage, number: number): Written => ({
    content: content + more(page, number),
    width: page.width,
    height: page.height,
  });
const PORTRAIT = { width: 595, height: 842, size: 6.5 } as const;

export const QUIRKS: readonly Quirk[] = [
  { name: "plain" },
  {
    name: "every character by itself",
    texts: (runs, page) =>
      plainly(
        runs.flatMap((run) => characters(run)),
        page,
      ),
  },
  {
    name: "every character by itself, line by line over the page",
    texts: (runs, page) =>
      plainly(
        runs.flatMap((run) => characters(run)).toSorted((one, other) => one.y - other.y || one.x - other.x),
        page,
      ),
  },
  {
    name: "texts column by column",
    texts: (runs, page) =>
      plainly(
        runs.toSorted((one, other) => one.x - other.x),
        page,
      ),
  },
  {
    name: "spaces written between the digits",
    texts: (runs, { height }) =>
      runs
        .map((run) => {
          const text = [...run.text].join(" ");
          return /^[\d.,-]+$/.test(run.text)
            ? show({ ...run, text }, height, `-${at(run.size / 4)} Tc`)
            : show(run, height);
        })
        .join(""),
  },
  {
    name: "characters set apart",
    setting: { size: 6 },
    texts: (runs, { height }) =>
      runs
        .map((run) => {
          const wide = 0.9 * (run.text.length - 1);
          const x = run.cell?.kind === "figure" ? run.x - wide : run.cell?.kind === "head" ? run.x - wide / 2 : run.x;
          return show({ ...run, x }, height, "0.9 Tc");
        })
        .join(""),
  },
  {
    name: "runs justified with kerning",
    texts: (runs, { height }) =>
      runs
        .map(({ x, y, size, text }) => {
          const pieces = [...text]
            .map((character, index) => `<${hex(character)}> ${at(8 * jitter(x, y, index))}`)
            .join(" ");
          return `BT /F1 ${at(size)} Tf 1 0 0 1 ${at(x)} ${at(height - y)} Tm [${pieces}] TJ ET\n`;
        })
        .join(""),
  },
  {
    name: "bold as everything twice",
    texts: (runs, page) =>
      plainly(
        runs.flatMap((run) => [run, { ...run, x: run.x + 0.3 }]),
        page,
      ),
  },
  {
    name: "bold as everything four times, at the end again",
    texts: (runs, page) =>
      [0, 0.2, 0.4, 0.1]
        .map((shift) =>
          plainly(
            runs.map((run) => ({ ...run, x: run.x + shift, y: run.y + shift / 2 })),
            page,
          ),
        )
        .join(""),
  },
  {
    name: "separators and points by themselves",
    texts: (runs, page) =>
      plainly(
        runs.flatMap((run) => parted(run, /[,.]|[^,.]+/g)),
        page,
      ),
  },
  {
    name: "the shapes of Kangxi radicals for characters",
    texts: (runs, page) =>
      plainly(
        runs.map((run) => ({
          ...run,
          text: run.text.replaceAll(/[一二人入八力十工大小子日月水生用田目行金]/g, (one) => RADICALS[one]!),
        })),
        page,
      ),
  },
  {
    name: "half a point off, character by character",
    texts: (runs, page) =>
      plainly(
        runs
          .flatMap((run) => characters(run))
          .map((run, index) => ({ ...run, x: run.x + 0.3 * jitter(index), y: run.y + 0.3 * jitter(index, 2) })),
        page,
      ),
  },
  {
    name: "narrowed type",
    texts: (runs, { height }) =>
      runs
        .map((run) =>
          show(
            { ...run, x: run.cell?.kind === "figure" ? run.x + 0.2 * widthOf(run.text, run.size) : run.x },
            height,
            "80 Tz",
          ),
        )
        .join(""),
  },
  { name: "lines as thin areas", lines: asArea(0.5) },
  { name: "lines as thick areas", lines: asArea(1.6) },
  {
    name: "lines of areas that do not meet",
    lines: ({ cells, height }) =>
      cells
        .flatMap((cell) =>
          edgesOf(cell).map(([x, y, toX, toY]) =>
            x === toX ? area(x, y + 1.2, x + 0.5, toY - 1.2, height) : area(x + 1.2, y, toX - 1.2, y + 0.5, height),
          ),
        )
        .join(""),
  },
  { name: "dashed lines", lines: (page) => `[2 2] 0 d\n${boxed(page)}[] 0 d\n` },
  { name: "lines of dots", lines: (page) => `[0.5 1.5] 0 d 0.5 w\n${boxed(page)}[] 0 d\n` },
  {
    name: "double lines",
    lines: ({ cells, height }) =>
      cells
        .flatMap((cell) =>
          edgesOf(cell).flatMap(([x, y, toX, toY]) =>
            [-0.8, 0.8].map((off) =>
              x === toX ? stroke(x + off, y, toX + off, toY, height) : stroke(x, y + off, toX, toY + off, height),
            ),
          ),
        )
        .join(""),
  },
  {
    name: "white lines on grey",
    lines: (page) =>
      `0.85 g\n${page.cells.map(({ left, top, right, bottom }) => area(left, top, right, bottom, page.height)).join("")}0 g 1 G 1 w\n${boxed(page)}0 G\n`,
  },
  {
    name: "shaded rows and no lines",
    lines: ({ cells, height }) =>
      `0.92 g\n${cells
        .filter(({ row, kind }) => kind === "head" || row % 2 === 0)
        .map(({ left, top, right, bottom }) => area(left, top, right, bottom - 0.4, height))
        .join("")}0 g\n`,
  },
  { name: "horizontal lines only", lines: across },
  { name: "horizontal lines only, upright", setting: PORTRAIT, lines: across },
  { name: "three lines", lines: three },
  { name: "three lines, amounts to the left, headings in the middle", setting: { figures: "left" }, lines: three },
  { name: "no lines", lines: () => "" },
  { name: "no lines, upright", setting: PORTRAIT, lines: () => "" },
  { name: "no lines, headings to the left", setting: { heads: "left" }, lines: () => "" },
  { name: "no lines, everything to the left", setting: { heads: "left", figures: "left" }, lines: () => "" },
  { name: "no lines, amounts in the middle", setting: { figures: "center" }, lines: () => "" },
  { name: "horizontal lines, headings to the left", setting: { heads: "left" }, lines: across },
  { name: "horizontal lines, everything to the left", setting: { heads: "left", figures: "left" }, lines: across },
  { name: "no heading on later pages", setting: { repeat: false, ...PORTRAIT } },
  { name: "no heading on later pages, no lines", setting: { repeat: false, ...PORTRAIT }, lines: () => "" },
  { name: "rows cut by the end of a page", setting: { splits: true, height: 420, size: 9 } },
  { name: "rows cut by the end of a page, no heading", setting: { splits: true, height: 420, size: 9, repeat: false } },
  {
    name: "rows cut by the end of a page, horizontal lines",
    setting: { splits: true, height: 420, size: 9 },
    lines: across,
  },
  {
    name: "the heading of later pages without lines",
    setting: { ...PORTRAIT, size: 8 },
    lines: (page) =>
      boxed({
        ...page,
        cells: page.runs.some(({ cell }) => !cell) ? page.cells : page.cells.filter(({ kind }) => kind !== "head"),
      }),
  },
  {
    name: "turned by /Rotate, set upright for it",
    page: (content, { width, height }) => ({
      content: `0 1 -1 0 ${height} 0 cm\n${content}`,
      entries: "/Rotate 90",
      width: height,
      height: width,
    }),
  },
  {
    name: "turned by /Rotate 270",
    page: (content, { width, height }) => ({
      content: `0 -1 1 0 0 ${width} cm\n${content}`,
      entries: "/Rotate 270",
      width: height,
      height: width,
    }),
  },
  {
    name: "lying on an upright page",
    page: (content, { width, height }) => ({
      content: `0 1 -1 0 ${height} 0 cm\n${content}`,
      width: height,
      height: width,
    }),
  },
  {
    name: "everything scaled from ten times the size",
    page: (content, page) => ({ content: `0.5 0 0 0.5 20 20 cm\n${content}`, width: page.width, height: page.height }),
  },
  {
    name: "a page whose corner is not nought",
    page: (content, { width, height }) => ({
      content: `1 0 0 1 -100 -200 cm\n${content}`,
      entries: `/CropBox[-100 -200 ${width - 100} ${height - 200}]/MediaBox[-100 -200 ${width - 100} ${height - 200}]`,
      width,
      height,
    }),
  },
  {
    name: "the number of the page over the table",
    page: over(({ width, height }, number) =>
      show({ x: width / 2, y: height / 2, size: 9, text: `- ${number + 1} -` }, height),
    ),
  },
  {
    name: "header and footer with lines close to the table",
    page: over(
      ({ width, height }, number) =>
        `${show({ x: 60, y: 30, size: 9, text: "某某市财政局 2023年度部门决算" }, height)}${stroke(40, 36, width - 40, 36, height)}${stroke(40, height - 37, width - 40, height - 37, height)}${show({ x: width / 2, y: height - 26, size: 9, text: `第 ${number + 1} 页 共 12 页` }, height)}`,
    ),
  },
  {
    name: "a level watermark of words all over",
    page: over(({ width, height }) => {
      const marks: string[] = [];
      for (let y = 90; y < height; y += 90)
        for (let x = 30; x < width; x += 230) marks.push(show({ x, y, size: 22, text: "某某市财政局公开" }, height));
      return `0.8 g\n${marks.join("")}0 g\n`;
    }),
  },
  {
    name: "a slanting watermark of words all over",
    page: over(({ width, height }) => {
      const marks: string[] = [];
      for (let y = 120; y < height; y += 130)
        for (let x = 30; x < width; x += 230)
          marks.push(`BT /F1 20 Tf 0.87 0.5 -0.5 0.87 ${x} ${height - y} Tm <${hex("决算公开2024")}> Tj ET\n`);
      return `0.85 g\n${marks.join("")}0 g\n`;
    }),
  },
  {
    name: "a layer of recognised text over a picture of the page",
    texts: (runs, { height }) =>
      runs
        .map((run, index) =>
          show(
            {
              ...run,
              x: run.x + jitter(index),
              y: run.y + 0.8 * jitter(index, 3),
              size: run.size * (1 + 0.06 * jitter(index, 5)),
            },
            height,
            "3 Tr",
          ),
        )
        .join(""),
    lines: ({ width, height }) => `q ${width} 0 0 ${height} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u00ff EI Q\n`,
  },
  {
    name: "a layer of recognised text over a picture, line by line",
    texts: (runs, { height }) =>
      runs
        .toSorted((one, other) => Math.round(one.y) - Math.round(other.y) || one.x - other.x)
        .map((run, index) =>
          show({ ...run, x: run.x + 0.6 * jitter(index), y: run.y + 0.6 * jitter(index, 3) }, height, "3 Tr"),
        )
        .join(""),
    lines: ({ width, height }) => `q ${width} 0 0 ${height} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u00ff EI Q\n`,
  },
  { name: "running off the page", setting: { stretch: 1.4 }, prints: ({ right }) => right < 842 },
  {
    name: "running off the page, no lines",
    setting: { stretch: 1.4 },
    lines: () => "",
    prints: ({ right }) => right < 842,
  },
  {
    name: "running off the page, horizontal lines",
    setting: { stretch: 1.4 },
    lines: across,
    prints: ({ right }) => right < 842,
  },
  {
    name: "running off the page, nothing written beyond",
    setting: { stretch: 1.4 },
    lines: () => "",
    texts: (runs, page) =>
      plainly(
        runs.filter(({ x }) => x < page.width),
        page,
      ),
    prints: ({ right }) => right < 842,
  },
  {
    name: "texts cut to their cells",
    setting: { size: 9 },
    texts: (runs, { height }) =>
      runs
        .map((run) =>
          run.cell
            ? `q ${at(run.cell.left)} ${at(height - run.cell.bottom)} ${at(run.cell.right - run.cell.left)} ${at(run.cell.bottom - run.cell.top)} re W n\n${show(run, height)}Q\n`
            : show(run, height),
        )
        .join(""),
  },
];

const RADICALS: Readonly<Record<string, string>> = {
  一: "⼀",
  二: "⼆",
  人: "⼈",
  入: "⼊",
  八: "⼋",
  力: "⼒",
  十: "⼗",
  工: "⼯",
  大: "⼤",
  小: "⼩",
  子: "⼦",
  日: "⽇",
  月: "⽉",
  水: "⽔",
  生: "⽣",
  用: "⽤",
  田: "⽥",
  目: "⽬",
  行: "⾏",
  金: "⾦",
};

function parted(run: Run, pieces: RegExp): Run[] {
  let { x } = run;
  return (run.text.match(pieces) ?? []).map((text) => {
    const own = { ...run, x, text };
    x += widthOf(text, run.size);
    return own;
  });
}

export const WRITING = { texts: plainly, lines: boxed } as const;
