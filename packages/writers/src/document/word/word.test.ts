import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { finalAccountsSchema, type FinalAccounts } from "@juesuan/core";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { draftDisclosure, draftToDocx, type Grid } from "../../index.ts";
import { countPages, linesOf } from "./pages.ts";
import { roomOf, TEXT_PAPER } from "./paper.ts";
import { layoutOf } from "./table-layout.ts";

const FIXTURE = fileURLToPath(new URL("../../../../../fixtures/putuo-finance-2024/accounts.json", import.meta.url));

describe("a Word document", () => {
  let main: string;
  let settings: string;
  beforeAll(async () => {
    const accounts = finalAccountsSchema.parse(JSON.parse(readFileSync(FIXTURE, "utf8"))) as FinalAccounts;
    const parts = unzipSync(await draftToDocx((await draftDisclosure(accounts)).document));
    main = strFromU8(parts["word/document.xml"]!);
    settings = strFromU8(parts["word/settings.xml"]!);
  }, 60_000);

  it("has contents with a page for every entry, each of them a bookmark that is there", () => {
    const entries = [...main.matchAll(/PAGEREF (_Toc\d+) \\h.*?<w:t>(\d+)<\/w:t>/g)];
    const pages = entries.map(([, , page]) => Number(page));
    expect(pages).toHaveLength(26);
    expect(pages).toEqual(pages.toSorted((left, right) => left - right));
    expect(pages[0]).toBe(1);
    for (const [, name] of entries) expect(main).toContain(`<w:bookmarkStart w:name="${name}"`);
  });

  it("asks nothing of whoever opens it", () => {
    expect(`${main}${settings}`).not.toMatch(/updateFields|w:dirty/);
  });

  it("repeats the headings of its tables on every page, and keeps each row on one", () => {
    const tables = [...main.matchAll(/<w:tbl>.*?<\/w:tbl>/g)].map(([table]) => table);
    expect(tables).toHaveLength(9);
    for (const table of tables) expect(table).toContain("<w:tblHeader/>");
    expect(main).not.toContain("Place");
  });
});

// As LibreOffice sets them, with the fonts of official documents or others of the same width.
it.each([
  ["及兑现服务经济功能平台工作经费。", 1],
  ["2. 上海市普陀区财政局财政所（预算不单列，并入本级）", 1],
  ["本年收入合计2946.25万元，其中：财政拨款收入2940.05万元，占99.79%；其他收入6.20万元，占0.21%。", 2],
  ["9、社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）：反映行政单位离退休方面的支出。", 3],
])("counts the lines of %s", (text, lines) => {
  expect(linesOf(text, 32, 2)).toBe(lines);
});

it("keeps a heading with the text under it, and parts no single line from a paragraph", () => {
  const paragraph = (anchor: string, lines: number) => [
    { kind: "heading", level: 1, text: anchor, anchor } as const,
    { kind: "paragraph", runs: [{ kind: "text", text: "字".repeat(27 * lines - 2) }] } as const,
  ];
  const pages = (first: number) =>
    [...countPages([{ blocks: [...paragraph("一", first), ...paragraph("二", 3)] }], layoutOf as never)].map(
      ([, page]) => page,
    );
  // 22 lines a page: the second heading needs two lines more.
  expect(pages(18)).toEqual([1, 1]);
  expect(pages(19)).toEqual([1, 2]);
});

describe("the layout of a table", () => {
  const grid = (columns: number, rows: number): Grid => ({
    table: "t",
    title: "表",
    unit: "单位：万元",
    head: [Array.from({ length: columns }, () => ({ kind: "heading", text: "本年收入" }) as const)],
    rows: Array.from({ length: rows }, () =>
      Array.from({ length: columns }, (_, index) =>
        index === 0
          ? ({ kind: "label", text: "其他城乡社区管理事务支出" } as const)
          : ({ kind: "figure", text: "12,345.67" } as const),
      ),
    ),
    columnCount: columns,
  });

  it.each([
    [4, 30, "upright"],
    [9, 20, "lying"],
    [34, 20, "vast"],
    [30, 20, "large"],
  ])("stands %i columns and %i rows on one page, %s", (columns, rows, paper) => {
    const layout = layoutOf(grid(columns, rows));
    expect([layout.paper.id, layout.pages]).toEqual([paper, 1]);
    expect(layout.columns.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(roomOf(layout.paper).width);
  });

  it("breaks no figure where any paper can hold it, and lets long tables run on", () => {
    const { columns, size, pages } = layoutOf(grid(9, 200));
    // Nine letters and a little, each half as wide as the type is high.
    for (const width of columns.slice(1)) expect(width - 80).toBeGreaterThanOrEqual(9 * size * 5);
    expect(pages).toBeGreaterThan(2);
  });

  it("leaves the text its own margins", () => {
    expect(roomOf(TEXT_PAPER)).toEqual({ width: 8844, height: 12756 });
  });
});
