// How well every format is read: documents of this project in each form, set by real programs where they are at hand, and
// scored figure by figure against what was written. Run: node --conditions=juesuan-source benchmarks/reading.ts [documents] [--json]
import { examine } from "@juesuan/readers";
import { gridsToXlsx } from "@juesuan/writers";
import { finish, measured, say } from "./measures.ts";
import { randomAccounts } from "./disclosures/accounts.ts";
import type { WrittenDisclosure } from "./disclosures/document.ts";
import { toHtml } from "./disclosures/html.ts";
import { scoreReading } from "./disclosures/score.ts";
import { writeShanghai } from "./disclosures/shanghai.ts";
import { sichuanGrids, writeSichuan } from "./disclosures/sichuan.ts";
import { toText } from "./disclosures/text.ts";
import { Programs } from "./programs.ts";

const count = Number(process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? 4);
const programs = new Programs();
/**
 * For Writer, which draws no line that only a style asks for, and knows one size of page: one on which the widest table (支出决算
 * 明细表) is printed whole. What runs off the paper is not printed, and cannot be read.
 */
const forWriter = (html: string): string =>
  html.replaceAll("<table>", '<table border="1" cellspacing="0">').replace("@page{size:A4;", "@page{size:841mm 420mm;");

interface Total {
  documents: number;
  cells: number;
  cellsRight: number;
  narrative: number;
  narrativeRight: number;
  unbound: number;
  errors: number;
  milliseconds: number;
}

const totals = new Map<string, Total>();
const missed: string[] = [];

async function measure(
  label: string,
  written: WrittenDisclosure,
  bytes: Uint8Array,
  tablesOnly = false,
): Promise<void> {
  const began = performance.now();
  const { disclosure, report } = await examine(bytes);
  const milliseconds = performance.now() - began;
  const score = scoreReading(written, disclosure, tablesOnly);
  const total = totals.get(label) ?? {
    documents: 0,
    cells: 0,
    cellsRight: 0,
    narrative: 0,
    narrativeRight: 0,
    unbound: 0,
    errors: 0,
    milliseconds: 0,
  };
  totals.set(label, {
    documents: total.documents + 1,
    cells: total.cells + score.cells,
    cellsRight: total.cellsRight + score.cellsRight,
    narrative: total.narrative + score.narrative,
    narrativeRight: total.narrativeRight + score.narrativeRight,
    unbound: total.unbound + score.unbound,
    errors: total.errors + (tablesOnly ? 0 : report.findings.filter(({ severity }) => severity === "error").length),
    milliseconds: total.milliseconds + milliseconds,
  });
  missed.push(...score.missed.map((text) => `${label}: ${text}`));
}

for (let seed = 1; seed <= count; seed++) {
  const accounts = randomAccounts(seed);
  const forms = [
    [
      "shanghai",
      writeShanghai(accounts, { codes: seed % 2 === 1 ? "split" : "joined", zeros: seed % 3 === 0 ? "zero" : "blank" }),
    ],
    [
      "sichuan",
      writeSichuan(accounts, { codes: seed % 2 === 1 ? "split" : "joined", lineNumbers: seed % 2 === 0, axis: "used" }),
    ],
  ] as const;
  for (const [form, written] of forms) {
    const html = toHtml(written, {
      font: seed % 2 === 1 ? "Noto Serif CJK SC" : "Noto Sans CJK SC",
      rules: "full",
      size: 12,
    });
    await measure(`${form} text`, written, new TextEncoder().encode(toText(written)));
    await measure(`${form} html`, written, new TextEncoder().encode(html));
    if (programs.browser) await measure(`${form} pdf (Chromium)`, written, await programs.print(html));
    if (!programs.office) continue;
    const docx = programs.convert(`${form}-${seed}.html`, forWriter(html), "docx");
    await measure(`${form} docx (LibreOffice)`, written, docx);
    await measure(`${form} pdf (LibreOffice)`, written, programs.convert(`${form}-${seed}.docx`, docx, "pdf"));
  }
  const grids = sichuanGrids(accounts, { codes: "joined", lineNumbers: false, axis: "used" });
  const [, [, written]] = forms;
  const cells = grids.flatMap(({ table, rows }) =>
    rows.flat().flatMap(({ key, text }) => (key === undefined || text === "" ? [] : [{ table, key, printed: text }])),
  );
  await measure("sichuan xlsx (tables)", { ...written, cells }, gridsToXlsx(grids), true);
}
await programs.close();

say(`${count} documents of each form and format; ms a document:`);
for (const [label, total] of totals) {
  say(`\n${label}: ${Math.round(total.milliseconds / total.documents)} ms, ${total.unbound} unbound`);
  const id = label
    .replaceAll(/[^a-z]+/gi, "-")
    .replace(/-$/, "")
    .toLowerCase();
  const share = (kind: "cells" | "narrative", zh: string, en: string, right: number, all: number): void => {
    if (all === 0) return;
    measured({
      id: `${id}-${kind}`,
      zh: `${label}：${zh}`,
      en: `${label}: ${en}`,
      kind: "share",
      value: right / all,
      better: "more",
      samples: all,
    });
  };
  share("cells", "单元格读对的", "cells read right", total.cellsRight, total.cells);
  share(
    "narrative",
    "说明中的数字读对的",
    "figures of the narrative read right",
    total.narrativeRight,
    total.narrative,
  );
  measured({
    id: `${id}-false-errors`,
    zh: `${label}：误报的错误`,
    en: `${label}: false errors`,
    kind: "count",
    value: total.errors,
    better: "less",
    samples: total.documents,
  });
}
if (missed.length > 0) say(missed.slice(0, 20).join("\n"));
const text = totals.get("shanghai text");
const pdf = totals.get("shanghai pdf (Chromium)");
if (text && pdf)
  measured({
    id: "pdf-to-text",
    zh: "读一份 PDF 与读同一份文本的时间之比",
    en: "a PDF, to the same document as text",
    kind: "ratio",
    value: pdf.milliseconds / text.milliseconds,
    better: "less",
    samples: count,
    slack: 0.5,
  });
finish("reading");
