import { read, utils } from "@e965/xlsx";
import { isEconomicItemOf, tableOf } from "@juesuan/core";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { gridsToXlsx, gridToCsv, gridToHtml, gridToMarkdown, tableGrid, type Grid, type GridSource } from "./index.ts";

const NAMES: Readonly<Record<string, string>> = {
  "301": "工资福利支出",
  "30101": "基本工资",
  "302": "商品和服务支出",
  "30201": "办公费",
};

function source(figures: Readonly<Record<string, string>>): GridSource {
  return {
    department: "某局",
    figure: (key) => figures[key],
    functional: [
      { code: "201", name: "一般公共服务支出" },
      { code: "20106", name: "财政事务" },
      { code: "2010601", name: "行政运行" },
    ],
    economicName: (code) => NAMES[code],
  };
}

const texts = (rows: Grid["rows"]): string[][] => rows.map((row) => row.map(({ text }) => text));

describe("tableGrid", () => {
  it("sets a table by classification: codes split, total above, headings merged", () => {
    const grid = tableGrid(
      tableOf("general-expenditure")!,
      source({
        "expenditure{fund=general}": "12.00",
        "expenditure{fund=general,functional=201}": "12.00",
        "expenditure{fund=general,functional=20106}": "12.00",
        "expenditure{fund=general,functional=2010601}": "12.00",
        "expenditure{fund=general,functional=2010601,nature=basic}": "12.00",
      }),
    );
    expect(grid.title).toBe("一般公共预算财政拨款支出决算表");
    expect(texts(grid.rows)[0]).toEqual(["合计", "12.00", "", ""]);
    expect(texts(grid.rows).at(-1)).toEqual(["201", "06", "01", "行政运行", "12.00", "12.00", ""]);
    expect(grid.head[0]![0]).toEqual({ kind: "heading", text: "项目", across: 4 });
    expect(grid.emptiness).toBeUndefined();
  });

  it("sets two sides together at the top and their totals together at the bottom", () => {
    const grid = tableGrid(
      tableOf("revenue-and-expenditure")!,
      source({ "revenue{fund=general}": "7.00", "total-receipts": "7.00", "total-disbursements": "7.00" }),
    );
    expect(texts(grid.rows)[0]).toEqual(["一、一般公共预算财政拨款收入", "7.00", "一、一般公共服务支出", ""]);
    expect(texts(grid.rows).at(-1)).toEqual(["总计", "7.00", "总计", "7.00"]);
    expect(texts(grid.rows).at(-4)![0]).toBe("本年收入合计");
    expect(texts(grid.rows).at(-4)![2]).toBe("本年支出合计");
  });

  it("says why a table is empty instead of printing zeros", () => {
    const grid = tableGrid(tableOf("government-fund")!, source({}));
    expect(grid.rows).toEqual([]);
    expect(grid.emptiness).toBe("说明：某局本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。");
  });

  it("sets the one row of the three public expenses under budget and final columns", () => {
    const grid = tableGrid(
      tableOf("three-public")!,
      source({ "three-public{stage=budget}": "1.00", "three-public": "0.50" }),
    );
    expect(texts(grid.rows)).toHaveLength(1);
    expect(texts(grid.rows)[0]!.filter((text) => text !== "")).toEqual(["1.00", "0.50"]);
  });
});

describe("formats", () => {
  const grid = tableGrid(
    tableOf("general-expenditure")!,
    source({ "expenditure{fund=general}": "1,234.50", "expenditure{fund=general,functional=201}": "1,234.50" }),
  );

  it("writes a workbook that shows what the accounts print, merged as the form merges", () => {
    const sheet = read(gridsToXlsx([grid]), { cellNF: true }).Sheets["一般公共预算财政拨款支出决算表"]!;
    expect(sheet["A1"]).toMatchObject({ v: "一般公共预算财政拨款支出决算表" });
    const total = Object.values(sheet).find((cell) => cell?.v === 1234.5);
    expect(total).toMatchObject({ t: "n", w: "1,234.50", z: "#,##0.00" });
    expect(sheet["!merges"]!.some(({ s, e }) => utils.encode_range({ s, e }) === "A4:D4")).toBe(true);
  });

  it("lists the economic items of the year, and another where it holds something", () => {
    const isOfYear = (code: string): boolean => isEconomicItemOf(code, 2024);
    const codesOf = (figures: Readonly<Record<string, string>>) =>
      tableGrid(
        tableOf("basic-expenditure")!,
        { ...source({ "expenditure{fund=general,economic=30101,nature=basic}": "1.00", ...figures }), isOfYear },
        { codes: "joined" },
      )
        .rows.flat()
        .filter(({ kind, text }) => kind === "code" && text.startsWith("399"))
        .map(({ text }) => text);
    expect(codesOf({})).toEqual(["399", "39907", "39908", "39909", "39910", "39999"]);
    expect(codesOf({ "expenditure{fund=general,economic=39906,nature=basic}": "1.00" })).toContain("39906");
  });

  it("prints a sheet on the width of one page with its headings on every page, under the form's number and the unit", () => {
    const numbered = tableGrid(tableOf("general-expenditure")!, source({ "expenditure{fund=general}": "1,234.50" }), {
      number: 5,
    });
    const parts = unzipSync(gridsToXlsx([numbered]));
    const workbook = strFromU8(parts["xl/workbook.xml"]!);
    expect(workbook).toContain("'一般公共预算财政拨款支出决算表'!$A$1:$G$8");
    expect(workbook).toContain("'一般公共预算财政拨款支出决算表'!$1:$6");
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
    expect(sheet).toContain('fitToWidth="1" fitToHeight="1"');
    expect(sheet).toContain(">公开05表<");
    expect(sheet).toContain(">编制单位：某局<");
    expect(sheet).toContain(">单位：万元<");
  });

  it("marks each figure of the page with what it states", () => {
    expect(gridToHtml(grid)).toContain(
      '<td class="figure"><data value="1234.50" data-concept="expenditure" data-fund="general" data-unit="ten-thousand-yuan">1,234.50</data></td>',
    );
  });

  it("quotes separators in CSV and keeps formulas from running", () => {
    expect(gridToCsv(grid)).toContain('"1,234.50"');
    expect(gridToCsv({ ...grid, rows: [[{ kind: "label", text: "=1+1" }]] })).toContain("'=1+1");
  });

  it("writes Markdown with its notes", () => {
    expect(gridToMarkdown(grid)).toMatch(/^一般公共预算财政拨款支出决算表（单位：万元）\n\n\| 项目 \|/);
    expect(gridToMarkdown(grid)).toContain("注：本表反映");
  });
});
