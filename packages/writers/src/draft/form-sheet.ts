import { escapeMarkup } from "../markup.ts";
import { packWorkbook } from "../spreadsheet/pack.ts";
import { reference } from "../spreadsheet/sheet.ts";
import { Styles, type CellLook } from "../spreadsheet/styles.ts";
import { displayWidth } from "../spreadsheet/widths.ts";
import { DraftError } from "./error.ts";
import { formOf, EMPTY_FORM, type DraftForm } from "./form.ts";
import type { Draft } from "./index.ts";
import type { Reception } from "./texts.ts";

// 编写表 as a workbook, for those who work in Excel or WPS: the same entries as the form has in any other shape.

/** A sheet's cells by row and column from 0, as a reader of workbooks gives them. */
export interface FormSheet {
  readonly name: string;
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

const ENTRIES = "编写表";
const RECEPTIONS = "公务接待明细";
const COLUMNS = ["序号", "种类", "所在位置", "要填的内容", "填写", "说明", "标识"] as const;
const WIDTHS = [6, 7, 26, 34, 60, 44, 16];
const ANSWER = COLUMNS.indexOf("填写");
const [FIGURE, TEXT, CHOICE] = ["数字", "文字", "选项"];
const RECEPTION_COLUMNS = ["序号", "接待内容", "金额（万元）"] as const;
/** Empty lines for receptions beyond those that are there. */
const MORE_RECEPTIONS = 30;

const SHARES = { each: "各自四舍五入", forced: "合计为100%" } as const;

const INTRODUCTION =
  "账上没有、只有部门自己知道的内容。请填黄色的格：数字只写数字，金额单位为万元；文字可分段（Alt+Enter 换行），一行一段。留空的仍会在文稿中标红。“标识”一列供读回，请勿改动。填好保存后，再运行一次 juesuan draft。";

/** The form to hand out for a draft, prefilled with what was filled in and with last year's words where they still hold. */
export function formToXlsx(draft: Draft, filled: DraftForm = EMPTY_FORM): Uint8Array {
  const styles = new Styles();
  const form = formOf(draft, filled);
  return packWorkbook(
    [
      { name: ENTRIES, xml: entriesSheet(entriesOf(draft, form), styles) },
      { name: RECEPTIONS, xml: receptionsSheet(form.receptions, styles) },
    ],
    styles,
  );
}

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly section: string;
  readonly label: string;
  readonly answer: string;
  readonly hint: string;
}

function entriesOf({ document, lastWords }: Draft, form: DraftForm): Entry[] {
  const gaps = new Map(document.gaps.map((gap) => [gap.id, gap]));
  const entry = (kind: string, id: string, answer: string, hint: string): Entry => {
    const { label = id, section = "" } = gaps.get(id) ?? {};
    return { id, kind, section, label, answer, hint };
  };
  const hintOf = (id: string): string => {
    const last = lastWords.get(id);
    return !last ? "" : last.lasting ? "沿用上年，请核对" : `上年写的是：${last.text}`;
  };
  return [
    {
      id: "date",
      kind: TEXT!,
      section: "封面",
      label: "公开时间",
      answer: form.date ?? "",
      hint: "如 2024年9月25日；可空",
    },
    {
      id: "shares",
      kind: CHOICE!,
      section: "全文",
      label: "占比的算法",
      answer: SHARES[form.shares ?? "each"],
      hint: "各自四舍五入，或使一组占比合计正好为100%（最大余数法）",
    },
    ...Object.entries(form.figures).map(([id, answer]) => entry(FIGURE!, id, answer, "")),
    ...Object.entries(form.texts).map(([id, answer]) => entry(TEXT!, id, answer, hintOf(id))),
  ];
}

type Put = (column: number, look: CellLook, text: string) => void;

/** Rows of cells, each with the height that its longest text needs. */
class SheetRows {
  private readonly rows: string[] = [];
  private readonly styles: Styles;
  private readonly widths: readonly number[];

  constructor(styles: Styles, widths: readonly number[]) {
    this.styles = styles;
    this.widths = widths;
  }

  get count(): number {
    return this.rows.length;
  }

  row(fill: (put: Put) => void, height?: number): void {
    const cells: string[] = [];
    let lines = 1;
    fill((column, look, text) => {
      const at = reference(this.rows.length, column);
      // Text, so that what is typed stays as it was typed.
      const style = this.styles.indexOf(look, look === "answer" ? "@" : "");
      cells.push(
        text === ""
          ? `<c r="${at}" s="${style}"/>`
          : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(text)}</t></is></c>`,
      );
      const own = text
        .split("\n")
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / (this.widths[column]! - 2))), 0);
      lines = Math.max(lines, own);
    });
    // No row of a workbook is higher than 409 points.
    const points = height ?? Math.min(400, 6 + 14 * lines);
    this.rows.push(`<row r="${this.rows.length + 1}" ht="${points}" customHeight="1">${cells.join("")}</row>`);
  }

  xml(frozen: number, more: string): string {
    const columns = this.widths.map(
      (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    );
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
      '<sheetFormatPr defaultRowHeight="20"/>',
      `<cols>${columns.join("")}</cols>`,
      `<sheetData>${this.rows.join("")}</sheetData>`,
      more,
      '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      "</worksheet>",
    ].join("");
  }
}

function entriesSheet(entries: readonly Entry[], styles: Styles): string {
  const rows = new SheetRows(styles, WIDTHS);
  rows.row((put) => put(0, "title", "决算公开编写表"), 34);
  rows.row((put) => put(0, "note", INTRODUCTION), 34);
  rows.row((put) => COLUMNS.forEach((name, column) => put(column, "heading", name)));
  let choice = 0;
  for (const [index, { id, kind, section, label, answer, hint }] of entries.entries()) {
    if (kind === CHOICE) choice = rows.count + 1;
    rows.row((put) => {
      put(0, "code", String(index + 1));
      put(1, "code", kind);
      put(2, "label", section);
      put(3, "label", label);
      put(ANSWER, "answer", answer);
      put(5, "hint", hint);
      put(6, "hint", id);
    });
  }
  const last = reference(0, COLUMNS.length - 1).replace(/\d+$/, "");
  const cell = `${reference(0, ANSWER).replace(/\d+$/, "")}${choice}`;
  return rows.xml(
    3,
    `<mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells><dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cell}"><formula1>"${Object.values(SHARES).join(",")}"</formula1></dataValidation></dataValidations>`,
  );
}

function receptionsSheet(receptions: readonly Reception[], styles: Styles): string {
  const rows = new SheetRows(styles, [6, 80, 16]);
  rows.row((put) => put(0, "title", RECEPTIONS), 34);
  rows.row((put) => RECEPTION_COLUMNS.forEach((name, column) => put(column, "heading", name)));
  for (let index = 0; index < receptions.length + MORE_RECEPTIONS; index++) {
    const { text = "", amount = "" } = receptions[index] ?? {};
    rows.row((put) => {
      put(0, "code", String(index + 1));
      put(1, "answer", text);
      put(2, "answer", amount);
    });
  }
  return rows.xml(2, '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>');
}

/**
 * A filled form out of the cells of its workbook. Columns are found by their headings, so that others may be put between.
 *
 * @throws DraftError for a workbook that is no form
 */
export function formOfSheets(sheets: readonly FormSheet[]): DraftForm {
  const entries = sheets.map((sheet) => recordsOf(sheet, ["填写", "标识"])).find((found) => found !== undefined);
  if (!entries)
    throw new DraftError(
      "这个工作簿不是编写表：没有“填写”和“标识”两列。",
      "This workbook is no form: it has no columns 填写 and 标识.",
    );
  const figures: Record<string, string> = {};
  const texts: Record<string, string> = {};
  let date = "";
  let shares: keyof typeof SHARES | undefined;
  for (const entry of entries) {
    const [id, answer] = [entry.get("标识") ?? "", entry.get("填写") ?? ""];
    if (id === "") continue;
    if (id === "date") date = answer;
    else if (id === "shares") shares = answer.includes("100") || answer === "forced" ? "forced" : "each";
    else if (entry.get("种类") === FIGURE) figures[id] = answer;
    else texts[id] = answer;
  }
  const [text, amount] = [RECEPTION_COLUMNS[1], RECEPTION_COLUMNS[2]];
  const receptions = sheets
    .flatMap((sheet) => recordsOf(sheet, [text, amount]) ?? [])
    .map((entry) => ({ text: entry.get(text) ?? "", amount: entry.get(amount) ?? "" }))
    .filter((entry) => entry.text !== "" || entry.amount !== "");
  return { figures, texts, receptions, ...(shares ? { shares } : {}), ...(date === "" ? {} : { date }) };
}

/** The rows below the headings, by heading; undefined where a sheet does not have them all in one row. */
function recordsOf({ rows }: FormSheet, owed: readonly string[]): ReadonlyMap<string, string>[] | undefined {
  const sorted = [...rows].toSorted(([left], [right]) => left - right);
  const at = sorted.findIndex(([, cells]) => {
    const names = new Set([...cells.values()].map((text) => text.trim()));
    return owed.every((name) => names.has(name));
  });
  if (at < 0) return undefined;
  const headings = new Map([...sorted[at]![1]].map(([column, text]) => [column, text.trim()]));
  return sorted
    .slice(at + 1)
    .map(([, cells]) => new Map([...cells].map(([column, text]) => [headings.get(column) ?? "", text.trim()])));
}
