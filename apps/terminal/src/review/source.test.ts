import type { ReadDocument } from "@juesuan/core";
import { expect, it } from "vitest";
import { sourceView } from "./source.ts";

const ROWS = [
  ["收入项目", "行次", "金额", "支出项目", "行次", "金额"],
  ["一、一般公共预算财政拨款收入", "1", "410.41", "二十二、灾害防治及应急管理支出", "31", ""],
  ["二、政府性基金预算财政拨款收入", "2", "", "二十三、其他支出", "32", "266.52"],
  ["本年收入合计", "3", "410.41", "本年支出合计", "33", "266.52"],
];

function documentOf(rows: readonly (readonly string[])[]): ReadDocument {
  let text = "";
  const cells = rows.flatMap((words, row) =>
    words.map((word, column) => {
      const start = text.length;
      text += `${word}\t`;
      return { row, column, rowSpan: 1, columnSpan: 1, start, end: start + word.length, page: 1, text: word };
    }),
  );
  const table = {
    kind: "table" as const,
    start: 0,
    end: text.length,
    page: 1,
    rowCount: rows.length,
    columnCount: 6,
    cells,
  };
  return { format: "html", text, pages: [{ number: 1 }], blocks: [table], oddities: [] };
}

it("shows the name of the row beside a figure of the right-hand list, however narrow the screen", () => {
  const document = documentOf(ROWS);
  const start = document.text.indexOf("266.52");
  const source = { start, end: start + 6, text: "266.52" };
  const { lines, focus } = sourceView(document, source, [], 44);
  const line = lines[focus]!.map(({ text }) => text).join("");
  expect(line).toContain("二十三、其他支出");
  expect(line).toContain("266.52");
});
