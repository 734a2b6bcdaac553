import {
  keyText,
  type BoundFigure,
  type BoundTable,
  type Cell,
  type Disclosure,
  type ReadDocument,
} from "@juesuan/core";
import { expect, it } from "vitest";
import { gridToCsv, gridToHtml, tablesOf, type Grid } from "./index.ts";

// Tables are written as lines of cells with | between them; ^ goes on with the cell above, < with the cell to the left.

type Lines = readonly string[];

function documentOf(tables: readonly Lines[], above = ""): ReadDocument {
  let text = above;
  const lines = [...above.matchAll(/.+/g)].map(({ 0: words, index }) => ({
    kind: "paragraph" as const,
    start: index,
    end: index + words.length,
    page: 1,
    role: "body" as const,
  }));
  const blocks = tables.map((lines) => {
    const start = text.length;
    const cells: { -readonly [K in keyof Cell]: Cell[K] }[] = [];
    const grid = lines.map((line) => line.split("|"));
    for (const [row, words] of grid.entries()) {
      for (const [column, word] of words.entries()) {
        const above = cells.findLast((cell) => cell.row + cell.rowSpan === row && cell.column === column);
        if (word === "^" && above) above.rowSpan++;
        else if (word === "<") cells.at(-1)!.columnSpan++;
        else {
          cells.push({
            row,
            column,
            rowSpan: 1,
            columnSpan: 1,
            start: text.length,
            end: text.length + word.length,
            page: 1,
            text: word,
          });
          text += `${word}\t`;
        }
      }
    }
    const columnCount = grid.reduce((most, words) => Math.max(most, words.length), 0);
    return { kind: "table" as const, start, end: text.length, page: 1, rowCount: grid.length, columnCount, cells };
  });
  return {
    format: "html",
    text,
    blocks: [...lines, ...blocks],
    pages: [{ number: 1 }],
    oddities: [],
  };
}

/** A figure where its words stand in the document; one without a concept was not understood. */
function figureAt(
  document: ReadDocument,
  id: number,
  text: string,
  concept?: string,
  dimensions: BoundFigure["dimensions"] = {},
  words = text,
): BoundFigure {
  const start = document.text.indexOf(words) + words.indexOf(text);
  return {
    id,
    text,
    value: text.replaceAll(",", ""),
    decimals: 2,
    unit: "ten-thousand-yuan",
    concept: concept ?? "",
    dimensions,
    source: { start, end: start + text.length, text },
  };
}

function inTable(figure: BoundFigure, table: string): BoundFigure {
  return { ...figure, source: { ...figure.source, table } };
}

function disclosureOf(
  document: ReadDocument,
  tables: readonly Partial<BoundTable>[],
  figures: readonly BoundFigure[],
): Disclosure {
  return {
    kind: "final-accounts",
    department: "某局",
    profile: "unknown",
    unit: "ten-thousand-yuan",
    figures: figures.filter(({ concept }) => concept !== ""),
    unbound: figures.filter(({ concept }) => concept === "").map((figure) => ({ ...figure, reason: "没有登记的表" })),
    sections: [],
    contents: [],
    tables: tables.map((table, index) => ({
      source: { ...document.blocks.filter(({ kind }) => kind === "table")[index]!, text: "" },
      columns: [],
      rows: [],
      cells: [],
      empty: false,
      ...table,
    })),
    statements: [],
    oddities: [],
  };
}

const otherTables = (grids: readonly Grid[]): readonly Grid[] =>
  grids.filter(({ table }) => table.startsWith("printed-"));

it("sets a table that no form declares as it is printed, its figures with what they state", () => {
  const document = documentOf([
    [
      "项目名称|护林站维修|<|<",
      "资金|预算数|执行数|得分",
      "^|120.00|118.00|9.8",
      "产出|维修护林站3座，面积450平方米|<|40.00",
    ],
  ]);
  const label = "护林站维修";
  const read = disclosureOf(
    document,
    [{ title: "项目支出绩效自评表" }],
    [
      figureAt(document, 0, "120.00", "performance.funds", { label, stage: "budget" }),
      figureAt(document, 1, "118.00", "performance.funds", { label }),
      figureAt(document, 2, "3", "performance-output", { label }, "站3座"),
      figureAt(document, 3, "450"),
    ],
  );
  const [grid] = otherTables(tablesOf(read, document));
  expect(grid).toMatchObject({
    title: "项目支出绩效自评表",
    columnCount: 4,
    printed: { about: label, figures: 4, unread: 1 },
  });
  // Nothing of it is lost, and merged cells stand once.
  expect(gridToCsv(grid!)).toBe(
    "项目名称,护林站维修,,\r\n资金,预算数,执行数,得分\r\n,120.00,118.00,9.8\r\n产出,维修护林站3座，面积450平方米,,40.00\r\n",
  );
  const cells = grid!.rows.flat();
  expect(cells.find(({ text }) => text === "118.00")).toMatchObject({
    kind: "figure",
    figure: 1,
    key: keyText("performance.funds", { label }),
  });
  // Words hold figures, each with what it states, or with why it was not understood.
  expect(cells.find(({ text }) => text.startsWith("维修"))?.parts).toMatchObject([
    { text: "维修护林站" },
    { text: "3", figure: 2 },
    { text: "座，面积" },
    { text: "450", figure: 3, unread: "没有登记的表" },
    { text: "平方米" },
  ]);
  expect(gridToHtml(grid!)).toContain('维修护林站<data value="3" data-concept="performance-output"');
});

it("sets a declared table as printed where the layout of its form would lose a figure, and in its form where not", () => {
  const document = documentOf([
    ["项目|金额|其中：本级", "货物|12.00|7.00"],
    ["项目|行次|决算数", "收入总计|1|30.00"],
  ]);
  const read = disclosureOf(
    document,
    [{ table: "procurement", title: "政府采购情况表" }, { table: "revenue-and-expenditure" }],
    [
      figureAt(document, 0, "12.00", "procurement", { item: "goods" }),
      figureAt(document, 1, "7.00"),
      inTable(figureAt(document, 2, "30.00", "total-receipts"), "revenue-and-expenditure"),
    ],
  );
  const grids = tablesOf(read, document);
  const procurement = grids.find(({ table }) => table === "procurement")!;
  expect(procurement.printed).toMatchObject({ declared: "procurement", unread: 1 });
  expect(gridToCsv(procurement)).toContain("货物,12.00,7.00");
  expect(grids.find(({ table }) => table === "revenue-and-expenditure")?.printed).toBeUndefined();
  expect(otherTables(grids)).toEqual([]);
});

it("keeps the document's own order, and sets no table that it does not print and whose figures others have", () => {
  const document = documentOf([["总计|30.00"], ["栏目|三公|9.00"]]);
  const first = { ...figureAt(document, 0, "30.00", "total-receipts"), id: 0 };
  const tables = [{ table: "revenue-and-expenditure" }, { table: "three-public" }];
  const figures = [
    inTable(first, "revenue-and-expenditure"),
    inTable(figureAt(document, 1, "9.00", "three-public"), "three-public"),
  ];
  const read = { ...disclosureOf(document, tables, figures), profile: "sichuan-2023" };
  expect(tablesOf(read, document).map(({ table }) => table)).toEqual(["revenue-and-expenditure", "three-public"]);
  const { blocks } = document;
  const turned = {
    ...read,
    tables: read.tables.map((table, index) => ({ ...table, source: { ...blocks[1 - index]!, text: "" } })),
  };
  expect(tablesOf(turned, document).map(({ table }) => table)).toEqual(["three-public", "revenue-and-expenditure"]);
});

it("tells an empty table's own reason, and nothing that the document does not say", () => {
  const document = documentOf([["科目|合计", "|"]]);
  const note = "注：本单位没有政府性基金预算财政拨款收支。";
  const read = disclosureOf(document, [{ table: "government-fund", empty: true, note }], []);
  const grid = tablesOf(read, document).find(({ table }) => table === "government-fund")!;
  expect(grid.emptiness).toBe(note);
  expect(gridToCsv(grid)).toBe("科目,合计\r\n,\r\n");
});

it("keeps tables of one title apart by their projects, and names one without a title by its own", () => {
  const document = documentOf([["预算|1.00"], ["预算|2.00"], ["预算|3.00"], ["所属单位|某站"]]);
  const figures = ["甲", "乙", "丙"].map((label, index) =>
    figureAt(document, index, `${index + 1}.00`, "performance.funds", { label }),
  );
  const read = disclosureOf(document, [{ title: "自评表" }, { title: "自评表" }, {}, {}], figures);
  expect(otherTables(tablesOf(read, document)).map(({ title }) => title)).toEqual([
    "自评表（甲）",
    "自评表（乙）",
    "没有表名：丙",
    "没有表名",
  ]);
});

it.each([
  ["巡护里程登记\n（2023年度）\n", "巡护里程登记"],
  ["林业局情况如下。\n单位：元\n", "没有表名"],
])("names a table that has no title by the line above it: %j", (above, expected) => {
  const document = documentOf([["东沟站|318.50"]], above);
  const grids = tablesOf(disclosureOf(document, [{}], [figureAt(document, 0, "318.50")]), document);
  expect(otherTables(grids).map(({ title }) => title)).toEqual([expected]);
});

it("lists what was read of a table where the document is not at hand", () => {
  const document = documentOf([["货物|12.00"]]);
  const figure = figureAt(document, 0, "12.00", "performance.funds", {});
  const at = { ...figure, source: { ...figure.source, row: "货物", column: "预算数" } };
  const [grid] = otherTables(tablesOf(disclosureOf(document, [{ title: "购置明细" }], [at])));
  expect(gridToCsv(grid!)).toBe("行,列,数\r\n货物,预算数,12.00\r\n");
});

it("sets words over several columns as words, not as a total's, in a table as printed", () => {
  const document = documentOf([["项目名称|护林站维修|<", "得分|9.80|"]]);
  const read = disclosureOf(document, [{ title: "自评表" }], [figureAt(document, 0, "9.80", "performance.score")]);
  expect(gridToHtml(otherTables(tablesOf(read, document))[0]!)).toContain(
    '<td colspan="2" class="label">护林站维修</td>',
  );
});

it("has tables of any length", { timeout: 20_000 }, () => {
  const document = documentOf([["项目|金额", ...Array.from({ length: 150_000 }, () => "某项|1.50")]]);
  const rows = document.blocks
    .flatMap((block) => (block.kind === "table" ? block.cells : []))
    .filter(({ column, row }) => column === 0 && row > 0)
    .map(({ row, start, end, text }) => ({
      index: row,
      label: text,
      level: "item" as const,
      source: { start, end, text },
    }));
  const [grid] = tablesOf(disclosureOf(document, [{ rows }], []), document);
  expect(grid!.rows).toHaveLength(150_001);
});

it("sets each of thousands of tables without a look at the others", { timeout: 20_000 }, () => {
  const count = 60_000;
  const document = documentOf(Array.from({ length: count }, () => ["巡护里程", "9"]));
  const read = disclosureOf(document, [], []);
  const tables = document.blocks.map(({ start, end }): BoundTable => ({
    source: { start, end, text: "" },
    columns: [],
    rows: [],
    cells: [],
    empty: false,
  }));
  expect(otherTables(tablesOf({ ...read, tables }, document))).toHaveLength(count);
});
