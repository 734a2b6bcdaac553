// How surely tables are bound in the layouts that departments print: the forms of the ministry and of provinces, as four
// departments print amounts, zeros and codes, set by real programs with and without lines, upright and across, as pages,
// workbooks and Word files. Run: node --conditions=juesuan-source benchmarks/layouts/index.ts [departments] [--json]
import { loadClassification, nameLookup } from "@juesuan/core";
import { bindDisclosure, readDocument } from "@juesuan/readers";
import { finish, measured, say } from "../measures.ts";
import { randomAccounts } from "../disclosures/accounts.ts";
import { Programs } from "../programs.ts";
import { exportTables, jiangsuTables } from "./export.ts";
import { HABITS } from "./habits.ts";
import { Ledger, type LaidOutTable } from "./laid-out.ts";
import { ministryTables } from "./ministry.ts";
import { toPage } from "./page.ts";
import { scoreLayout } from "./score.ts";
import { toSpreadsheet } from "./spreadsheet.ts";

interface Total {
  documents: number;
  cells: number;
  right: number;
  wrong: number;
  unbound: number;
  milliseconds: number;
  pdftotext: number;
}

const departments = Number(process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? HABITS.length);
const programs = new Programs();
const classification = await loadClassification();
const totals = new Map<string, Total>();
const misread: string[] = [];

async function measure(label: string, tables: readonly LaidOutTable[], bytes: Uint8Array): Promise<void> {
  const pdftotext = label.includes("pdf") && programs.pdftotext ? programs.timeOfPdftotext(bytes) : 0;
  const began = performance.now();
  const document = await readDocument(bytes);
  const disclosure = bindDisclosure(document, (year) => nameLookup(classification, year));
  const milliseconds = performance.now() - began;
  const { cells, right, missed, wrong, unbound } = scoreLayout(tables, disclosure);
  const total = totals.get(label) ?? {
    documents: 0,
    cells: 0,
    right: 0,
    wrong: 0,
    unbound: 0,
    milliseconds: 0,
    pdftotext: 0,
  };
  totals.set(label, {
    documents: total.documents + 1,
    cells: total.cells + cells,
    right: total.right + right,
    wrong: total.wrong + wrong.length,
    unbound: total.unbound + unbound.length,
    milliseconds: total.milliseconds + milliseconds,
    pdftotext: total.pdftotext + pdftotext,
  });
  misread.push(
    ...missed.slice(0, 2).map((text) => `${label}: ${text}`),
    ...wrong.slice(0, 2).map((text) => `${label}, wrong: ${text}`),
  );
}

for (const habit of HABITS.slice(0, departments)) {
  const accounts = randomAccounts(habit.seed);
  const ledger = new Ledger(habit, accounts);
  const heading = { department: accounts.department, unit: habit.unit === "yuan" ? "元" : "万元" };
  const ministry = ministryTables(ledger, accounts);
  const jiangsu = [...ministry.slice(0, 4), ...jiangsuTables(ledger, accounts)];
  const workbook = exportTables(ledger, accounts);
  const page = { font: "Noto Serif CJK SC", size: 9, rules: "full", landscape: true, repeat: true } as const;
  await measure("html", ministry, new TextEncoder().encode(toPage(ministry, page, heading)));
  if (programs.browser)
    for (const rules of ["full", "horizontal", "outer", "none"] as const)
      for (const [turned, size, font] of [
        ["upright", 6.5, "Noto Serif CJK SC"],
        ["across", 8, "Noto Sans CJK SC"],
      ] as const) {
        const html = toPage(ministry, { ...page, rules, size, font, landscape: turned === "across" }, heading);
        await measure(`pdf (Chromium), lines: ${rules}, ${turned}`, ministry, await programs.print(html));
      }
  if (!programs.office) continue;
  const name = `department-${habit.seed}`;
  const docx = programs.convert(`${name}.html`, toPage(jiangsu, page, heading), "docx");
  await measure("docx (LibreOffice)", jiangsu, docx);
  await measure("pdf (LibreOffice Writer)", jiangsu, programs.convert(`${name}.docx`, docx, "pdf"));
  const sheet = { font: "Noto Sans CJK SC", size: 9, rules: "full", fit: true, landscape: true, repeat: true } as const;
  const sheets = toSpreadsheet(ministry, { ...sheet, numbers: "numbers" }, heading);
  for (const to of ["xlsx", "xls"])
    await measure(`${to} (LibreOffice)`, ministry, programs.convert(`${name}.fods`, sheets, to));
  const exported = toSpreadsheet(
    workbook,
    { ...sheet, numbers: "text", sheetName: ({ title, form }) => `${title}(${form})` },
    heading,
  );
  await measure("xls of 财决01表 and on", workbook, programs.convert(`${name}-export.fods`, exported, "xls"));
  const together = toSpreadsheet(ministry, { ...sheet, repeat: false, numbers: "text", together: true }, heading);
  await measure("xlsx, all tables on one sheet", ministry, programs.convert(`${name}-one.fods`, together, "xlsx"));
  // Amounts in 元 do not fit these columns: Calc prints ### for them, which no reader can read.
  if (habit.unit === "yuan") continue;
  // As wide as they are, the columns on as many pages side by side as they need.
  for (const [form, tables, turned] of [
    ["公开01表 and on", ministry, false],
    ["财决01表 and on", workbook, true],
  ] as const) {
    const wide = { ...sheet, fit: false, landscape: turned, numbers: "numbers" } as const;
    await measure(
      `pdf (LibreOffice Calc), pages side by side, ${form}`,
      tables,
      programs.convert(`${name}-wide-${turned}.fods`, toSpreadsheet(tables, wide, heading), "pdf"),
    );
  }
  for (const rules of ["full", "none"] as const) {
    const printed = toSpreadsheet(ministry, { ...sheet, rules, numbers: "numbers" }, heading);
    await measure(
      `pdf (LibreOffice Calc), lines: ${rules}`,
      ministry,
      programs.convert(`${name}-${rules}.fods`, printed, "pdf"),
    );
  }
}
await programs.close();

const idOf = (label: string): string =>
  label
    .replace("财决01表 and on", "export")
    .replace("公开01表 and on", "form")
    .replaceAll(/[^a-z]+/gi, "-")
    .replace(/-$/, "")
    .toLowerCase();
let wrong = 0;
for (const [label, total] of totals) {
  const time = Math.round(total.milliseconds / total.documents);
  const against = total.pdftotext > 0 ? `, ${(total.milliseconds / total.pdftotext).toFixed(1)} × pdftotext` : "";
  say(`\n${label}: ${time} ms a document${against}, ${total.wrong} cells bound wrongly, ${total.unbound} unbound`);
  measured({
    id: idOf(label),
    zh: `${label}：单元格读对的`,
    en: `${label}: cells read right`,
    kind: "share",
    value: total.right / total.cells,
    better: "more",
    samples: total.cells,
  });
  wrong += total.wrong;
}
measured({
  id: "wrong",
  zh: "绑错的单元格",
  en: "cells bound wrongly",
  kind: "count",
  value: wrong,
  better: "less",
  samples: [...totals.values()].reduce((sum, { cells }) => sum + cells, 0),
});
if (misread.length > 0) say(misread.slice(0, 30).join("\n"));
finish("layouts");
