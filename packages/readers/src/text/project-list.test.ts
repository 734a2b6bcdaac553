import { describe, expect, it } from "vitest";
import { bindTables } from "../tables/index.ts";
import { readText } from "./index.ts";
import { withWholeLists } from "./project-list.ts";

function read(text: string) {
  const { figures, unbound } = bindTables(readText(new TextEncoder().encode(text)), { firstFigureId: 0 });
  return { bound: figures.map(({ text: own, dimensions: { label } }) => `${label} ${own}`), unbound };
}

const LIST = `2023年度项目支出绩效自评结果汇总表
部门：某某局 金额单位：万元
序号 项目名称 全年预算数 全年执行数 执行率 自评得分 自评等级
1 图书馆、文化馆免费开放 102.00 101.72 99.73% 98.7 优
2 文物保护 345.60 287.36 83.15% 93.3 优
合计 447.60 389.08 86.93%`;

describe("a list of projects copied with single spaces", () => {
  it("is read by its headings, where the rates bear out the order of its columns", () => {
    const { bound, unbound } = read(LIST);
    expect(unbound).toEqual([]);
    expect(bound.slice(0, 5)).toEqual([
      "图书馆、文化馆免费开放 102.00",
      "图书馆、文化馆免费开放 101.72",
      "图书馆、文化馆免费开放 99.73",
      "图书馆、文化馆免费开放 98.7",
      "文物保护 345.60",
    ]);
    expect(bound.at(-1)).toBe("2023年度项目支出绩效自评结果汇总表合计 86.93");
  });

  it("has names that go around their number", () => {
    const { bound } = read(LIST.replace("2 文物保护 345.60", "文物保护与\n2\n安全巡查 345.60"));
    expect(bound).toContain("文物保护与安全巡查 345.60");
  });

  it("is not read where the rates are of other amounts, or a row lacks one", () => {
    expect(
      read(LIST.replaceAll("99.73%", "9.73%").replace("83.15%", "38.15%").replace("86.93%", "68.93%")).bound,
    ).toEqual([]);
    expect(read(LIST.replace("345.60 287.36", "287.36")).bound).toEqual([]);
  });
});

describe("a list of projects whose page was measured into pieces", () => {
  it("is one where its lines are one", () => {
    const text = LIST.replaceAll(/(?<=\S) (?=\S)/g, "\t").replace(
      "2\t文物保护\t345.60",
      "文物保护与\n2\n安全巡查\t345.60",
    );
    const at = text.indexOf("文物");
    const table = (start: number, end: number) =>
      ({ kind: "table", start, end, page: 1, rowCount: 1, columnCount: 1, cells: [], ruled: false }) as const;
    const blocks = [table(text.indexOf("序号"), at - 1), table(at, text.length)];
    const whole = withWholeLists({ format: "text", text, pages: [{ number: 1 }], blocks, oddities: [] });
    expect(whole.blocks).toHaveLength(1);
    expect(whole.blocks[0]).toMatchObject({ kind: "table", rowCount: 4, columnCount: 7 });
  });
});
