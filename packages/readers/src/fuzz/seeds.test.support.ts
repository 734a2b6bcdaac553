import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { madePdf, ruled, text } from "../pdf/made.test.support.ts";
import type { SeedKind } from "./mutations.test.support.ts";

/** A good file that mutations start from. */
export interface Seed {
  readonly name: string;
  readonly kind: SeedKind;
  readonly bytes: Uint8Array;
}

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const SHARED = join(ROOT, "..", "shared", "documents");

const TITLE = "收入支出决算总表";
const GRID = [
  ["项目", "行次", "金额", "项目", "行次", "金额"],
  ["一、一般公共预算财政拨款收入", "1", "2,940.05", "一、一般公共服务支出", "32", "2,106.66"],
  ["八、其他收入", "8", "7.50", "八、社会保障和就业支出", "39", "840.89"],
  ["本年收入合计", "27", "2,947.55", "本年支出合计", "58", "2,947.55"],
  ["总计", "31", "2,947.55", "总计", "62", "2,947.55"],
];
const SENTENCES = [
  "某市某区财政局2024年度部门决算",
  "第二部分 2024年度部门决算情况说明",
  "一、收入支出决算总体情况说明",
  "2024年度收、支总计2947.55万元。与2023年相比，收、支总计各增加47.55万元，增长1.64%。主要变动原因是人员增加。",
];

const escaped = (words: string): string => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function html(): Uint8Array {
  const rows = GRID.map((row) => `<tr>${row.map((cell) => `<td colspan="1">${escaped(cell)}</td>`).join("")}</tr>`);
  const paragraphs = SENTENCES.map((sentence) => `<p>${escaped(sentence)}</p>`);
  return strToU8(
    `<!doctype html><meta charset="utf-8"><body>${paragraphs.join("\n")}<h2>${TITLE}</h2><table>${rows.join("\n")}</table></body>`,
  );
}

function docx(): Uint8Array {
  const p = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p>`;
  const rows = GRID.map(
    (row) =>
      `<w:tr>${row.map((cell) => `<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>${p(cell)}</w:tc>`).join("")}</w:tr>`,
  );
  const body = `${SENTENCES.map(p).join("")}${p(TITLE)}<w:tbl>${rows.join("")}</w:tbl>`;
  return zipSync({
    "[Content_Types].xml": strToU8('<Types xmlns="x"/>'),
    "_rels/.rels": strToU8(
      '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

function workbook(bookType: "xlsx" | "biff8"): Uint8Array {
  const sheet = utils.aoa_to_sheet([[TITLE], ["公开01表"], ["单位：万元"], ...GRID]);
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 5 } }];
  sheet["C8"] = { t: "n", f: "SUM(C5:C7)", v: 2947.55, z: "#,##0.00" };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "财决01表");
  return new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);
}

function pdf(): Uint8Array {
  const lines = SENTENCES.map((sentence, index) => text(60, 80 + index * 24, sentence.slice(0, 40)));
  const table = ruled([60, 200, 240, 320, 440, 480, 560], [240, 260, 280, 300, 320, 340], GRID);
  return madePdf([
    { content: lines.join("") + text(220, 230, TITLE) + table },
    { content: table, entries: "/Rotate 90" },
  ]);
}

const KINDS: Readonly<Record<string, SeedKind>> = {
  txt: "text",
  html: "markup",
  docx: "archive",
  xlsx: "archive",
  pdf: "pdf",
};

function fromFolder(folder: string): Seed[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|html?|docx|xlsx?|pdf)$/i.test(name))
    .map((name) => ({
      name,
      kind: KINDS[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "bytes",
      bytes: new Uint8Array(readFileSync(join(folder, name))),
    }));
}

/** One of each format made here, the fixture's text, the real documents where they lie beside the project, and `more`. */
export function seeds(more?: string): Seed[] {
  const fixture = join(ROOT, "fixtures", "renhe-hrss-2023", "source.txt");
  return [
    {
      name: "made.txt",
      kind: "text",
      bytes: strToU8(`${SENTENCES.join("\n")}\n${TITLE}\n${GRID.map((row) => row.join("\t")).join("\n")}`),
    },
    { name: "fixture.txt", kind: "text", bytes: new Uint8Array(readFileSync(fixture)) },
    { name: "made.html", kind: "markup", bytes: html() },
    { name: "made.docx", kind: "archive", bytes: docx() },
    { name: "made.xlsx", kind: "archive", bytes: workbook("xlsx") },
    { name: "made.xls", kind: "bytes", bytes: workbook("biff8") },
    { name: "made.pdf", kind: "pdf", bytes: pdf() },
    ...fromFolder(more ?? SHARED),
  ];
}
