import { onCells, onFigures, type Oddity } from "./oddities.ts";
import type { LaidOutCell, LaidOutTable } from "./laid-out.ts";

// What is odd about the tables of some departments, seen in published disclosures: columns too narrow for their amounts,
// codes and names in one cell, titles in the grid, stamps, empty tables that say so.

const onRows =
  (change: (row: readonly LaidOutCell[], table: LaidOutTable) => readonly LaidOutCell[]) =>
  (tables: readonly LaidOutTable[]): LaidOutTable[] =>
    tables.map((table) => ({ ...table, rows: table.rows.map((row) => change(row, table)) }));

const isByCode = (table: LaidOutTable): boolean => table.rows.some(([first]) => /^2\d\d/.test(first!.text));

/** Column widths that leave this many characters for amounts. */
const tooNarrow = "table{table-layout:fixed}td,th{word-break:break-all;overflow-wrap:anywhere}";

const STAMP = `<svg style="position:fixed;right:25mm;bottom:35mm" width="42mm" height="42mm" viewBox="-100 -100 200 200"><circle r="95" fill="none" stroke="#e00" stroke-width="6"/><path d="M0-40L12-12 42-12 18 6 27 35 0 18-27 35-18 6-42-12-12-12Z" fill="#e00"/>${[..."某某市财政局"].map((character, index) => `<text transform="rotate(${-75 + 30 * index}) translate(0 -66)" text-anchor="middle" font-size="24" fill="#e00">${character}</text>`).join("")}</svg>`;

const narrow = (size: number, rules: "full" | "horizontal" | "none", align: string): Omit<Oddity, "name"> => ({
  to: ["pdf"],
  style: { landscape: false, size, rules },
  css: `${tooNarrow}td{vertical-align:${align}}td.n{text-align:right}`,
});

/** The same as a picture with a clear ground, which is how seals are mostly put on pages. */
const PICTURE = `<canvas id="seal" width="300" height="300" style="position:fixed;right:25mm;bottom:35mm;width:42mm;height:42mm"></canvas><script>const c=document.getElementById("seal").getContext("2d");c.strokeStyle=c.fillStyle="#e00";c.lineWidth=9;c.beginPath();c.arc(150,150,142,0,7);c.stroke();c.font="60px serif";c.fillText("★",120,170)</script>`;

export const RARITIES: readonly Oddity[] = [
  { name: "amounts broken over lines, middle", ...narrow(9.5, "full", "middle") },
  { name: "amounts broken over lines, top", ...narrow(9.5, "full", "top") },
  { name: "amounts broken over many lines", ...narrow(14, "full", "middle") },
  { name: "amounts broken over lines, horizontal lines", ...narrow(9.5, "horizontal", "middle") },
  { name: "amounts broken over lines, no lines", ...narrow(9.5, "none", "middle") },
  {
    name: "amounts broken over lines, to the left",
    ...narrow(9.5, "full", "middle"),
    css: `${tooNarrow}td.n{text-align:left}`,
  },
  {
    name: "amounts broken over lines, centred",
    ...narrow(9.5, "full", "middle"),
    css: `${tooNarrow}td.n{text-align:center}`,
  },
  {
    name: "amounts broken over lines and pages",
    ...narrow(12, "full", "middle"),
    css: `${tooNarrow}tr{break-inside:auto}`,
    page: (html) => html.replaceAll("@page{size:A4;", "@page{size:210mm 150mm;"),
  },
  {
    name: "amounts less than zero in brackets",
    to: ["html", "pdf", "word"],
    tables: onFigures((text) => (/[37]$/.test(text) ? `(${text})` : text)),
  },
  {
    name: "amounts less than zero in brackets of Chinese",
    to: ["html", "pdf", "word"],
    tables: onFigures((text) => (/[37]$/.test(text) ? `（${text}）` : text)),
  },
  {
    name: "codes with names",
    to: ["html", "pdf", "word"],
    tables: onRows((row, table) => {
      if (!isByCode(table)) return row;
      const [first, second] = row;
      return /^2\d\d/.test(first!.text) && !/^\d*$/.test(second!.text)
        ? [{ ...first!, text: `${first!.text}${second!.text}`, across: (first!.across ?? 1) + 1 }, ...row.slice(2)]
        : row;
    }),
  },
  {
    name: "codes indented with spaces",
    to: ["html", "pdf", "word"],
    tables: onCells((one) =>
      one.key === undefined && /^2\d{4}(\d\d)?$/.test(one.text)
        ? { ...one, text: `${"\u00a0".repeat(2 * (one.text.length - 3))}${one.text}` }
        : one,
    ),
  },
  {
    name: "names indented",
    to: ["html", "pdf", "word"],
    tables: onRows((row, table) =>
      isByCode(table)
        ? row.map((one) =>
            one.key === undefined && one.text.endsWith("支出") ? { ...one, text: `　　${one.text}` } : one,
          )
        : row,
    ),
  },
  {
    name: "sums last",
    to: ["html", "pdf", "word"],
    tables: (tables) =>
      tables.map((table) =>
        isByCode(table) && table.rows[0]![0]!.text === "合计"
          ? { ...table, rows: [...table.rows.slice(1), table.rows[0]!] }
          : table,
      ),
  },
  {
    name: "title, number and unit in the grid",
    to: ["html", "pdf", "docx"],
    page: (html) =>
      html.replaceAll(
        /<p class="t"><\/p><p class="r">部门：[^<]*　(金额单位：[^<]*)<\/p>([^]*?)UNIT/g,
        (_, unit: string, between: string) => between + unit,
      ),
    tables: (tables) =>
      tables.map(({ title, form, ...table }) => {
        const width = table.widths.length;
        const wide = (text: string, across: number): LaidOutCell => ({ text, ...(across > 1 ? { across } : {}) });
        return {
          ...table,
          title: "",
          head: [
            [wide(title, width)],
            [wide(form ?? "", width)],
            [wide("编制单位：某某市财政局", width - 1), { text: "UNIT" }],
            ...table.head,
          ],
        };
      }),
  },
  {
    name: "notes in the grid",
    to: ["html", "pdf", "word"],
    tables: (tables) =>
      tables.map((table) => ({
        ...table,
        rows: [...table.rows, ...table.notes.map((text) => [{ text, across: table.widths.length }])],
        notes: [],
      })),
  },
  { name: "a stamp", to: ["pdf"], page: (html) => html.replace("<body>", `<body>${STAMP}`) },
  {
    name: "a stamp, no lines",
    to: ["pdf"],
    style: { rules: "none" },
    page: (html) => html.replace("<body>", `<body>${STAMP}`),
  },
  {
    name: "a seal as a picture, no lines",
    to: ["pdf"],
    style: { rules: "none" },
    page: (html) => html.replace("<body>", `<body>${PICTURE}`),
  },
  {
    name: "no sums but a note in empty tables",
    to: ["html", "pdf", "word"],
    tables: (tables) =>
      tables.map((table) =>
        table.title.includes("国有资本经营")
          ? { ...table, rows: [[{ text: "本表为空", across: table.widths.length }]] }
          : table,
      ),
  },
  {
    name: "empty tables of dashes",
    to: ["html", "pdf", "word"],
    tables: (tables) =>
      tables.map((table) =>
        table.title.includes("国有资本经营")
          ? {
              ...table,
              rows: table.rows.map((row) => row.map((one) => (one.key ? { text: "—" } : one))),
            }
          : table,
      ),
  },
  {
    name: "empty tables with empty rows",
    to: ["html", "pdf", "word"],
    tables: (tables) =>
      tables.map((table) =>
        table.title.includes("国有资本经营")
          ? {
              ...table,
              rows: Array.from({ length: 5 }, () => table.widths.map(() => ({ text: "" }))),
              notes: ["注：本部门没有国有资本经营预算财政拨款支出，故本表无数据。"],
            }
          : table,
      ),
  },
  {
    name: "headings one character to a line",
    to: ["html", "pdf", "docx", "word"],
    page: (html) =>
      html.replaceAll(/<th([^>]*)>([^<]{2,8})<\/th>/g, (whole, attributes: string, text: string) =>
        attributes.includes("colspan") || /\d/.test(text) ? whole : `<th${attributes}>${[...text].join("<br>")}</th>`,
      ),
  },
  {
    name: "headings with sums of columns",
    to: ["html", "pdf", "word"],
    tables: (tables) =>
      tables.map((table) => ({
        ...table,
        head: table.head.map((row, at) =>
          at === table.head.length - 1 ? row.map((one) => (one.text === "1" ? { ...one, text: "1=2+3" } : one)) : row,
        ),
      })),
  },
  {
    name: "amounts with the sign of the yuan",
    to: ["html", "pdf"],
    page: (html) => html.replaceAll('<td class="n">', '<td class="n">￥'),
  },
  {
    name: "upper levels of codes left empty",
    to: ["html", "pdf", "word"],
    tables: (tables) =>
      tables.map((table) => {
        if (!/^2\d\d$/.test(table.rows[1]?.[0]?.text ?? "") || table.rows[1]![1]!.text !== "") return table;
        return {
          ...table,
          rows: table.rows.map((row) =>
            /^2\d\d$/.test(row[0]!.text) && row[1]!.text !== ""
              ? [{ ...row[0]!, text: "" }, row[2]!.text === "" ? row[1]! : { ...row[1]!, text: "" }, ...row.slice(2)]
              : row,
          ),
        };
      }),
  },
  {
    name: "spaces inside amounts",
    to: ["html", "pdf", "word"],
    tables: onFigures((text) => text.replace(/(\d)(\d{2}\.)/, "$1 $2")),
  },
  {
    name: "empty rows at the end",
    to: ["html", "pdf", "word"],
    tables: (tables) =>
      tables.map((table) => ({
        ...table,
        rows: [...table.rows, ...Array.from({ length: 4 }, () => table.widths.map(() => ({ text: "" })))],
      })),
  },
  {
    name: "titles with years and numbers",
    to: ["html", "pdf", "word"],
    tables: (tables) => tables.map((table, index) => ({ ...table, title: `表${index + 1}：2024年度${table.title}` })),
  },
  {
    name: "half-size lines between 其中",
    to: ["html", "pdf", "word"],
    style: { rules: "horizontal", size: 6 },
    css: "td,th{border-top-width:.2pt;border-bottom-width:.2pt;border-color:#aaa;line-height:1}",
  },
];
