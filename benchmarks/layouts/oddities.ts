import type { LaidOutCell, LaidOutTable } from "./laid-out.ts";
import { toPage, type PageStyle } from "./page.ts";
import type { Heading } from "./spreadsheet.ts";

// What is odd about the tables that departments really print, one oddity at a time: cut over pages by hand, scaled down,
// printed twice, crossed by a watermark, nested in a page's layout.

/** What becomes of the tables on a page. */
export interface Oddity {
  readonly name: string;
  /**
   * `html` as it is, `pdf` as Chromium prints it, `docx` as LibreOffice writes it, `word` as a word processor does
   * (word.ts, for what is odd about the tables themselves), `writer` the former printed by LibreOffice.
   */
  readonly to: readonly ("html" | "pdf" | "docx" | "word" | "writer")[];
  readonly tables?: (tables: readonly LaidOutTable[]) => LaidOutTable[];
  readonly style?: Partial<PageStyle>;
  readonly css?: string;
  readonly page?: (html: string) => string;
  readonly encode?: (html: string) => Uint8Array;
}

export const onCells =
  (change: (cell: LaidOutCell, column: number) => LaidOutCell) =>
  (tables: readonly LaidOutTable[]): LaidOutTable[] =>
    tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map(change)) }));

export const onFigures = (change: (text: string) => string) =>
  onCells((one) => (one.key === undefined || one.text === "" ? one : { ...one, text: change(one.text) }));

/** The names in tables by code. */
const onItems =
  (change: (text: string) => string) =>
  (tables: readonly LaidOutTable[]): LaidOutTable[] =>
    tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        /^2\d\d/.test(row[0]!.text)
          ? row.map((one) =>
              one.key === undefined && one.text.endsWith("支出") ? { ...one, text: change(one.text) } : one,
            )
          : row,
      ),
    }));

const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Each table in pieces of some rows, its heading over every piece. */
const inPieces =
  (length: number, title: (title: string) => Pick<LaidOutTable, "title" | "form">) =>
  (tables: readonly LaidOutTable[]): LaidOutTable[] =>
    tables.flatMap((table) => {
      const pieces: LaidOutTable[] = [];
      for (let from = 0; from === 0 || from < table.rows.length; from += length) {
        const last = from + length >= table.rows.length;
        pieces.push({
          ...table,
          ...(from > 0 ? title(table.title) : {}),
          rows: table.rows.slice(from, from + length),
          notes: last ? table.notes : [],
        });
      }
      return pieces;
    });

const LONG = "（含以前年度结转资金安排的相关支出以及按规定使用的其他各类资金）";

const watermark = (style: string, words = "某某市财政局 部门决算公开"): ((html: string) => string) => {
  const mark = `<div style="position:fixed;white-space:nowrap;${style}">${words}</div>`;
  return (html) => html.replace("<body>", `<body>${mark}`);
};

export const ODDITIES: readonly Oddity[] = [
  {
    name: "continued as (续表)",
    to: ["html", "pdf", "docx", "word", "writer"],
    tables: inPieces(14, (title) => ({ title: `${title}（续表）` })),
  },
  {
    name: "continued as 续表 at the right",
    to: ["html", "pdf", "docx", "word", "writer"],
    tables: inPieces(14, () => ({ title: "", form: "续表" })),
  },
  { name: "continued as 续", to: ["pdf", "docx", "word"], tables: inPieces(14, (title) => ({ title: `${title}续` })) },
  { name: "scaled down to 5pt", to: ["pdf"], style: { size: 5, landscape: false } },
  { name: "scaled down to 3.5pt, no lines", to: ["pdf"], style: { size: 3.5, landscape: false, rules: "none" } },
  {
    name: "names over several lines, middle",
    to: ["pdf", "docx", "word", "writer"],
    tables: onItems((text) => text + LONG),
    style: { landscape: false, size: 8 },
    css: "td,th{vertical-align:middle}",
  },
  {
    name: "long names over several lines, top",
    to: ["pdf"],
    style: { landscape: false, size: 9, narrow: true },
    css: "td{vertical-align:top}",
  },
  {
    name: "long names, middle, no lines",
    to: ["pdf"],
    style: { landscape: false, size: 9, narrow: true, rules: "none" },
    css: "td{vertical-align:middle}",
  },
  {
    name: "long names, top, horizontal lines",
    to: ["pdf"],
    style: { landscape: false, size: 9, narrow: true, rules: "horizontal" },
    css: "td{vertical-align:top}",
  },
  {
    name: "codes with spaces",
    to: ["html", "pdf", "docx", "word"],
    tables: onCells((one) =>
      /^2\d{4}(\d\d)?$/.test(one.text) && one.key === undefined
        ? { ...one, text: one.text.replace(/^(\d{3})(\d\d)(\d\d)?$/, "$1 $2 $3").trim() }
        : one,
    ),
  },
  { name: "full-width digits", to: ["html", "pdf", "docx", "word"], tables: onFigures(fullWidth) },
  {
    name: "full-width separators",
    to: ["html", "pdf", "docx", "word"],
    tables: onFigures((text) => text.replaceAll(",", "，")),
  },
  {
    name: "spaces around and in numbers",
    to: ["html", "pdf", "docx", "word"],
    tables: onFigures((text) => ` \u00a0${text}\u3000 `),
  },
  {
    name: "unit in the title",
    to: ["html", "pdf", "docx"],
    tables: (tables) => tables.map((table) => ({ ...table, title: `${table.title}（单位：万元）` })),
    page: (html) => html.replaceAll(/金额单位：(?:万元|元)/g, ""),
  },
  {
    name: "unit far away",
    to: ["html", "pdf", "docx"],
    page: (html) => html.replaceAll("金额单位：", `${"　".repeat(18)}单位：`),
  },
  {
    name: "unit line within the table",
    to: ["html", "pdf", "docx"],
    page: (html) =>
      html.replaceAll(
        /<p class="r">(部门：[^<　]*)　+(金额单位：[^<]*)<\/p>(<table[^>]*><colgroup>(<col[^>]*>)+<\/colgroup><thead>)/g,
        (_, department: string, unit: string, table: string) => {
          const count = table.split("<col ").length - 1;
          return `${table}<tr><td colspan="${count - 1}">${department}</td><td>${unit}</td></tr>`;
        },
      ),
  },
  {
    name: "several tables on a page",
    to: ["pdf", "docx", "writer"],
    page: (html) => html.replaceAll('<div class="page"></div>', "<p>　</p>"),
  },
  {
    name: "turned by 90°",
    to: ["pdf"],
    style: { landscape: false, size: 5 },
    css: "@page{size:A4;margin:0}.sheet{width:260mm;height:180mm;transform-origin:0 0;transform:translate(195mm,15mm) rotate(90deg);overflow:visible}",
    page: (html) => turned(html),
  },
  {
    name: "turned by 270°, page numbers upright",
    to: ["pdf"],
    style: { landscape: false, size: 6 },
    css: "@page{size:A4;margin:0}.sheet{width:260mm;height:180mm;transform-origin:0 0;transform:translate(15mm,280mm) rotate(-90deg)}",
    page: (html) =>
      turned(html).replace("<body>", '<body><div style="position:fixed;bottom:5mm;left:100mm">— 12 —</div>'),
  },
  { name: "fake bold by a shadow", to: ["pdf"], css: "td,th,p{text-shadow:0.25pt 0 0 #000}" },
  { name: "fake bold by a far shadow", to: ["pdf"], css: "td,th,p{text-shadow:0.6pt 0.3pt 0 #000}" },
  { name: "bold by strokes", to: ["pdf"], css: "td,th{-webkit-text-stroke:0.3pt #000}" },
  { name: "characters set widely", to: ["pdf"], style: { size: 6 }, css: "td,th{letter-spacing:0.28em}" },
  {
    name: "characters set widely, no lines",
    to: ["pdf"],
    style: { size: 6, rules: "none" },
    css: "td,th{letter-spacing:0.28em}",
  },
  { name: "numbers justified to their cells", to: ["pdf"], style: { size: 7 }, css: "td.n{letter-spacing:0.15em}" },
  {
    name: "headings from top to bottom",
    to: ["pdf"],
    css: "th{writing-mode:vertical-rl;text-orientation:upright;height:21mm;letter-spacing:0}",
  },
  { name: "headings turned", to: ["pdf"], css: "th{writing-mode:vertical-rl;height:20mm}" },
  {
    name: "an oblique watermark",
    to: ["pdf"],
    page: watermark("top:45%;left:15%;font-size:60pt;color:#ccc;transform:rotate(-30deg)"),
  },
  { name: "a level watermark", to: ["pdf"], page: watermark("top:40%;left:5%;font-size:54pt;color:rgba(0,0,0,.15)") },
  {
    name: "a level watermark, no lines",
    to: ["pdf"],
    style: { rules: "none" },
    page: watermark("top:40%;left:5%;font-size:54pt;color:rgba(0,0,0,.15)"),
  },
  {
    name: "small level watermarks",
    to: ["pdf"],
    page: watermark(
      "top:20%;left:5%;font-size:16pt;color:rgba(0,0,0,.15);line-height:3",
      "<br>内部资料 2024-08-30".repeat(6),
    ),
  },
  {
    name: "white cells on black",
    to: ["pdf"],
    style: { rules: "none" },
    css: "table{background:#000;border-collapse:separate;border-spacing:0.7pt}td,th{background:#fff}",
  },
  {
    name: "cells ruled by thin areas",
    to: ["pdf"],
    style: { rules: "none" },
    css: "td,th{background:linear-gradient(#000,#000) 0 0/100% .7pt no-repeat,linear-gradient(#000,#000) 0 0/.7pt 100% no-repeat,linear-gradient(#000,#000) 100% 0/.7pt 100% no-repeat,linear-gradient(#000,#000) 0 100%/100% .7pt no-repeat}",
  },
  { name: "dotted lines", to: ["pdf"], style: { rules: "none" }, css: "td,th{border:.7pt dotted #000}" },
  { name: "dashed lines", to: ["pdf"], style: { rules: "none" }, css: "td,th{border:.7pt dashed #666}" },
  { name: "double lines", to: ["pdf"], style: { rules: "none" }, css: "td,th{border:2pt double #000}" },
  {
    name: "grey lines apart",
    to: ["pdf"],
    style: { rules: "none" },
    css: "table{border-collapse:separate;border-spacing:2pt}td,th{border:.5pt solid #999}",
  },
  {
    name: "shaded rows",
    to: ["pdf"],
    style: { rules: "none" },
    css: "th{background:#d9e2f3}tbody tr:nth-child(2n){background:#f2f2f2}",
  },
  {
    name: "columns ruled only",
    to: ["pdf"],
    style: { rules: "none" },
    css: "td,th{border-left:.6pt solid #000;border-right:.6pt solid #000}table{border:.6pt solid #000}th{border-bottom:.6pt solid #000}",
  },
  { name: "numbers to the left", to: ["pdf"], style: { rules: "none" }, css: "td.n{text-align:left}" },
  { name: "numbers in the middle", to: ["pdf"], style: { rules: "none" }, css: "td{text-align:center!important}" },
  { name: "headings to the left, no lines", to: ["pdf"], style: { rules: "none" }, css: "th{text-align:left}" },
  {
    name: "headings and numbers to the left, no lines",
    to: ["pdf"],
    style: { rules: "none" },
    css: "th,td.n{text-align:left}",
  },
  {
    name: "headings to the left, horizontal lines",
    to: ["pdf"],
    style: { rules: "horizontal", landscape: false, size: 6 },
    css: "th{text-align:left}",
  },
  {
    name: "headings at the top left, numbers in the middle, no lines",
    to: ["pdf"],
    style: { rules: "none" },
    css: "th{text-align:left;vertical-align:top}td.n{text-align:center}",
  },
  {
    name: "nested in a layout table",
    to: ["html", "docx"],
    page: (html) =>
      html
        .replace(
          "<body>",
          '<body><table width="100%"><tr><td colspan=2>首页 &gt; 信息公开</td></tr><tr><td width=20%><ul><li>机构职能</li><li>部门决算</li></ul></td><td><table><tr><td>',
        )
        .replace(
          "</body>",
          "</td></tr></table></td></tr><tr><td colspan=2>主办：某某市财政局 备案号：12345678</td></tr></table></body>",
        ),
  },
  {
    name: "spans too large",
    to: ["html", "docx"],
    page: (html) =>
      html.replaceAll(
        /<tr>((?:<t[dh][^>]*>[^<]*<\/t[dh]>)*)<td([^>]*)>([^<]*)<\/td><\/tr>/g,
        (_, before: string, attributes: string, text: string) =>
          `<tr>${before}<td${attributes} colspan="3" rowspan="1">${text}</td></tr>`,
      ),
  },
  { name: "tags left open", to: ["html"], page: (html) => html.replaceAll(/<\/(?:td|th|tr|p)>/g, "") },
  {
    name: "&nbsp; in empty cells and before names",
    to: ["html", "docx"],
    tables: onCells((one) => one),
    page: (html) => html.replaceAll(/<td><\/td>/g, "<td>&nbsp;</td>").replaceAll(/<td>(?=[^<&])/g, "<td>&nbsp;&nbsp;"),
  },
  {
    name: "as Word saves pages",
    to: ["html", "docx"],
    page: (html) =>
      html.replaceAll(
        /<td([^>]*)>([^<]*)<\/td>/g,
        (_, attributes: string, text: string) =>
          `<td${attributes} valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal align=right style='text-align:right'>${text.replaceAll(/[!-~]+/g, (run) => `<span lang=EN-US style='font-size:9.0pt'>${run.slice(0, 2)}</span><span lang=EN-US>${run.slice(2)}</span>`)}<span lang=EN-US><o:p>&nbsp;</o:p></span></p></td>`,
      ),
  },
  {
    name: "as Excel saves pages",
    to: ["html"],
    page: (html) =>
      html
        .replace(/<html[^>]*>/, '<html xmlns:x="urn:schemas-microsoft-com:office:excel">')
        .replaceAll(/<td class="n">/g, "<td class=xl65 align=right x:num>")
        .replaceAll("<tbody>", "<tbody><![if supportMisalignedColumns]>"),
  },
  {
    name: "GB18030",
    to: ["html"],
    page: (html) =>
      html.replace('<meta charset="utf-8">', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
    encode: gb18030,
  },
  { name: "GB18030 that says it is UTF-8", to: ["html"], encode: gb18030 },
  {
    name: "numbers in pieces of markup",
    to: ["html", "docx"],
    page: (html) => html.replaceAll(/(<td class="n">)(\d+)([.,\d]*)/g, "$1<span>$2</span><font>$3</font>"),
  },
  { name: "scripts for thead repeated as rows", to: ["html", "pdf", "docx"], style: { repeat: false } },
];

function turned(html: string): string {
  return html
    .replace("<body>", '<body><div class="sheet">')
    .replaceAll('<div class="page"></div>', '</div><div class="page"></div><div class="sheet">')
    .replace("</body>", "</div></body>");
}

function gb18030(html: string): Uint8Array {
  return encodings().encode(html);
}

/** Bytes of GB 18030 by the decoder that the platform has: there is no encoder. */
const encodings = (() => {
  let made: { encode(text: string): Uint8Array } | undefined;
  return () => {
    if (made) return made;
    const decoder = new TextDecoder("gb18030");
    const known = new Map<string, readonly number[]>();
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++) {
        if (low === 0x7f) continue;
        const character = decoder.decode(Uint8Array.of(high, low));
        if ([...character].length === 1 && !known.has(character)) known.set(character, [high, low]);
      }
    made = {
      encode: (text) =>
        Uint8Array.from(
          [...text].flatMap((character) =>
            character < "\u0080" ? [character.charCodeAt(0)] : (known.get(character) ?? [0x3f]),
          ),
        ),
    };
    return made;
  };
})();

/** The page that an oddity makes of tables. */
export function oddPage(
  oddity: Oddity,
  tables: readonly LaidOutTable[],
  style: PageStyle,
  heading: Heading,
): { html: string; tables: readonly LaidOutTable[] } {
  const changed = oddity.tables?.(tables) ?? tables;
  const html = toPage(changed, { ...style, ...oddity.style }, heading).replace(
    "</style>",
    `${oddity.css ?? ""}</style>`,
  );
  return { html: oddity.page?.(html) ?? html, tables: changed };
}
