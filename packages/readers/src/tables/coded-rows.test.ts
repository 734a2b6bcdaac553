import { expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readText } from "../text/index.ts";
import { bindWritten } from "./testing.ts";

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;

it.each([
  ["行政运行（2010301）", "2010301"],
  [`行政${"—".repeat(50_000)}运行`, undefined],
])("looks for a code behind a name, and no longer than a name is", (name, code) => {
  const table = `<table>${row("项目", "本年支出合计", "基本支出", "项目支出")}${row("合计", "1.00", "1.00", "0.00")}${row(name, "1.00", "1.00", "0.00")}</table>`;
  const { figures } = bindDisclosure(readText(new TextEncoder().encode(`支出决算表\n${table}\n`)));
  expect(figures.at(-1)?.dimensions.functional).toBe(code);
});

it("takes an account without a code to be of the class above, though the document has another of its name", () => {
  const codes: Readonly<Record<string, string>> = {
    城乡社区支出: "212",
    "城乡社区支出/城乡社区管理事务": "21201",
    "城乡社区支出/城乡社区管理事务/行政运行": "2120101",
  };
  const { facts, left } = bindWritten(
    `收入决算表
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 |
| 合计 |  | 5.00 | 5.00 |
| 2010301 | 行政运行 | 5.00 | 5.00 |
一般公共预算财政拨款支出决算表
| 项目 | 本年支出合计 | 基本支出 | 项目支出 |
| 合计 | 3.00 | 3.00 |  |
| 城乡社区支出 | 3.00 | 3.00 |  |
| 城乡社区管理事务 | 3.00 | 3.00 |  |
| 行政运行 | 2.00 | 2.00 |  |
| 机关服务 | 1.00 | 1.00 |  |`,
    {
      lookup: { functional: (names) => codes[names.join("/")], economic: () => undefined, item: () => undefined },
    },
  );
  expect(facts.filter((fact) => fact.startsWith("2.00"))).toEqual([
    "2.00 expenditure{fund=general,functional=2120101}",
    "2.00 expenditure{fund=general,functional=2120101,nature=basic}",
  ]);
  // 机关服务 is not in this classification: unread, and not an account of another class.
  expect(left).toHaveLength(2);
});

it("keeps the code of an account under the name that it had in other years, though an account below is called alike", () => {
  const codes: Readonly<Record<string, string>> = {
    社会保障和就业支出: "208",
    "社会保障和就业支出/行政事业单位养老支出": "20805",
    "社会保障和就业支出/行政事业单位离退休": "20805",
    "社会保障和就业支出/行政事业单位养老支出/行政事业单位离退休": "2080502",
  };
  const { facts } = bindWritten(
    `收入决算表
| 科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 |
| 合计 |  | 5.00 | 5.00 |
| 208 | 社会保障和就业支出 | 5.00 | 5.00 |
| 20805 | 行政事业单位养老支出 | 5.00 | 5.00 |
支出决算表
| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
| 合计 |  | 3.00 | 3.00 |  |
| 208 | 社会保障和就业支出 | 3.00 | 3.00 |  |
| 20805 | 行政事业单位离退休 | 3.00 | 3.00 |  |`,
    {
      lookup: { functional: (names) => codes[names.join("/")], economic: () => undefined, item: () => undefined },
    },
  );
  expect(facts).toContain("3.00 expenditure{functional=20805}");
});
