import type { ReadDocument } from "@juesuan/core";
import { initialState, type ReviewState } from "../review/state.ts";
import { brief, finding, unread } from "./brief.ts";

const PARAGRAPH =
  "（一）一般公共预算财政拨款支出决算总体情况\n2023年一般公共预算财政拨款支出3030.4万元，占本年支出合计的98.9%。与2022年相比，增加1013.41万元，增长50.2%。";
const ROWS = [
  ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
  ["208", "社会保障和就业支出", "2832.41", "930.18", "1902.23"],
  ["210", "卫生健康支出", "59.25", "59.25", ""],
];

/** A paragraph and a table, as a reader gives them. */
export function document(): ReadDocument {
  let text = `${PARAGRAPH}\n`;
  const start = text.length;
  const cells = ROWS.flatMap((row, r) =>
    row.map((value, column) => {
      const from = text.length;
      text += `${value}\t`;
      return { row: r, column, rowSpan: 1, columnSpan: 1, start: from, end: from + value.length, page: 1, text: value };
    }),
  );
  return {
    format: "text",
    text,
    pages: [{ number: 1 }],
    blocks: [
      { kind: "paragraph", start: 0, end: PARAGRAPH.length, page: 1, role: "body" },
      { kind: "table", start, end: text.length, page: 1, rowCount: 3, columnCount: 5, cells },
    ],
    oddities: [],
  };
}

const place = (words: string) => {
  const start = document().text.indexOf(words);
  return { start, end: start + words.length, text: words };
};

/** Two departments with three findings between them, and a file that could not be read. */
export function reviewState(): ReviewState {
  const share = finding({
    sources: [place("98.9"), place("3030.4")],
    culprits: [{ text: "98.9", expected: "99.8", certainty: "unique", source: place("98.9"), figure: 3 }],
  });
  const row = finding({
    relation: "table.across",
    fingerprint: "row",
    severity: "warning",
    message: "表6第2行：930.18＋1902.23＝2832.41。",
    suggestion: null,
    sources: [{ ...place("2832.41"), table: "T06", row: "社会保障和就业支出", column: "合计" }],
    culprits: [],
  });
  const other = finding({
    fingerprint: "other",
    message: "二称收入合计100.00万元，但各项之和为99.00万元。",
    culprits: [],
  });
  const documents = [
    { brief: brief({ findings: [share, row] }), document: document() },
    { brief: brief({ department: "上海市普陀区财政局", fiscalYear: 2024, file: "putuo.pdf", findings: [other] }) },
    { brief: unread },
  ];
  return initialState(documents, new Map(), { file: "policy.json", by: "李" });
}
