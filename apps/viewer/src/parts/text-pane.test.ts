import { expect, it } from "vitest";
import type { Block } from "../lib/data.ts";
import { withTitles } from "./text-pane.tsx";

it("keeps with each table the short lines that head it, and no sentence", () => {
  let at = 0;
  const lines = [
    "2023年度本年支出合计420.00万元。".repeat(5),
    "支出决算表",
    "单位：万元",
    "|",
    "注：本表反映支出情况。".repeat(6),
    "巡护里程登记",
    "|",
  ];
  const blocks = lines.map((words): Block => {
    const place = { start: at, end: (at += words.length), page: 1 };
    return words === "|"
      ? { kind: "table", ...place, rowCount: 0, columnCount: 0, cells: [] }
      : { kind: "paragraph", ...place, role: "body" };
  });
  expect(withTitles(blocks).map((block) => lines[blocks.indexOf(block)])).toEqual([
    "支出决算表",
    "单位：万元",
    "|",
    "巡护里程登记",
    "|",
  ]);
});
