import { profileOf } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { examine } from "./index.ts";

/*
 * Tables of real disclosures for 2025 (上海市普陀区文化和旅游局, 生态环境局, 石泉路街道) as they are printed, and with one slip in
 * them: what is said, and that it is said once. Short texts of this project's own with their figures.
 */

const DEPARTMENT = "上海市普陀区文化和旅游局";
const table = (title: string, rows: readonly string[], note = ""): string =>
  [
    title,
    "单位：万元",
    "",
    ...rows.flatMap((row, index) => (index === 0 ? [row, row.replaceAll(/[^|]+/g, "---")] : [row])),
    ...(note === "" ? [] : ["", note]),
  ].join("\n");

async function findingsIn(...parts: readonly string[]) {
  const { report } = await examine(
    new TextEncoder().encode(
      [`${DEPARTMENT}2025年度部门决算`, `第二部分 ${DEPARTMENT}2025年度部门决算表`, ...parts].join("\n\n"),
    ),
    { name: "文稿.md", profile: profileOf("shanghai")! },
  );
  return report.findings.filter(
    ({ relation, severity }) =>
      severity !== "info" && !/^structure\.(?:table|section|numbering|contents|element)/.test(relation),
  );
}

const NARRATIVE = `第三部分 ${DEPARTMENT}2025年度部门决算情况说明`;
const FUND =
  "| 功能分类科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出合计 | 基本支出 | 项目支出 | 年末结转和结余 |";

describe("a row of totals printed without its amounts", () => {
  const fund = (total: string): string =>
    table("政府性基金预算财政拨款收入支出决算表", [
      FUND,
      total,
      "| 207 | 文化旅游体育与传媒支出 |  | 2.80 | 2.80 |  | 2.80 |  |",
      "| 20709 | 旅游发展基金支出 |  | 2.80 | 2.80 |  | 2.80 |  |",
      "| 2070904 | 地方旅游开发项目补助 |  | 2.80 | 2.80 |  | 2.80 |  |",
      "| 212 | 城乡社区支出 |  | 2,000.00 | 2,000.00 |  | 2,000.00 |  |",
      "| 21219 | 国有土地使用权出让收入对应专项债务收入安排的支出 |  | 2,000.00 | 2,000.00 |  | 2,000.00 |  |",
      "| 2121999 | 其他国有土地使用权出让收入对应专项债务收入安排的支出 |  | 2,000.00 | 2,000.00 |  | 2,000.00 |  |",
    ]);

  it("is told once, with every blank and what belongs there", async () => {
    const findings = await findingsIn(fund("| 合计 |  |  | 2,002.80 |  |  |  |  |"), NARRATIVE);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.culprits.map(({ source, expected }) => [source.column, expected])).toEqual([
      ["项目支出", "2002.80"],
      ["本年支出合计", "2002.80"],
    ]);
    expect(findings[0]!.message).toContain("同一行“本年支出合计”列也漏填（应为2002.80）");
  });

  it("says nothing where they are printed", async () => {
    expect(await findingsIn(fund("| 合计 |  |  | 2,002.80 | 2,002.80 |  | 2,002.80 |  |"), NARRATIVE)).toEqual([]);
  });
});

describe("the table of basic expenditure", () => {
  const basic = (other: string, water = ""): string =>
    table("一般公共预算财政拨款基本支出决算表", [
      "| 经济分类科目编码 | 科目名称 | 决算数 |",
      "| 302 | 商品和服务支出 | 1,708.26 |",
      "| 30201 | 办公费 | 115.40 |",
      `| 30205 | 水费 | ${water} |`,
      "| 30209 | 物业管理费 | 914.38 |",
      "| 30213 | 维修（护）费 | 61.10 |",
      "| 30214 | 租赁费 | 86.74 |",
      "| 30227 | 委托业务费 | 105.16 |",
      "| 30228 | 工会经费 | 98.95 |",
      "| 30229 | 福利费 | 184.90 |",
      "| 30239 | 其他交通费用 | 65.02 |",
      `| 30299 | 其他商品和服务支出 | ${other} |`,
    ]);
  const named = (items: string): readonly string[] => [
    NARRATIVE,
    "六、一般公共预算财政拨款基本支出决算情况说明",
    `公用经费1708.26万元，主要包括：${items}。`,
  ];
  const ITEMS =
    "办公费、物业管理费、维修（护）费、租赁费、委托业务费、工会经费、福利费、其他交通费用、其他商品和服务支出";

  it("has its total in the place of an item: no blank is filled with less than nothing", async () => {
    const [found, ...others] = (await findingsIn(basic("1,708.26"), ...named(`水费、${ITEMS}`))).filter(
      ({ severity }) => severity === "error",
    );
    expect(others).toEqual([]);
    expect(found!.message).toContain("1,708.26万元（应约为76.61万元），疑为误将合计数填入明细");
    expect(found!.message).not.toContain("补填");
  });

  it("is not held against words that brackets hold behind a name of several items", async () => {
    const findings = await findingsIn(
      basic("76.61"),
      ...named(`${ITEMS}、水电类开支（电费、水费、邮电及其他）合计3.00万元`),
    );
    expect(findings.map(({ relation }) => relation)).not.toContain("items.economic-list");
  });

  it("has no amounts of two items that the text names: one sentence", async () => {
    const findings = await findingsIn(basic("76.61"), ...named(`水费、取暖费、${ITEMS}`));
    expect(findings.map(({ relation }) => relation)).toEqual(["items.economic-list"]);
    expect(findings[0]!.message).toContain("“水费”");
  });
});

describe("a rate that is off by its last digit", () => {
  it("is held against what is near it, and not against an amount that would have to be twice as large", async () => {
    const [found] = await findingsIn(
      NARRATIVE,
      "六、一般公共预算财政拨款基本支出决算情况说明",
      "一般公共预算财政拨款基本支出3365.38万元。其中：人员经费2949.02万元；公用经费416.36万元。",
      "十一、其他重要事项的情况说明",
      "（一）机关运行经费支出情况",
      "2025年度，机关运行经费支出185.41万元，比2024年度增加4.68万元，增长2.60%。主要原因是物业费增加。",
    );
    expect(found!.message).toContain("增长2.60%（应为2.59%）");
    expect(found!.message).not.toContain("416.36");
  });
});

describe("an empty table", () => {
  const empty = (note: string): string =>
    table("国有资本经营预算财政拨款收入支出决算表", [FUND, "| 合计 |  |  |  |  |  |  |  |"], note);
  const fund = table("政府性基金预算财政拨款收入支出决算表", [
    FUND,
    "| 合计 |  |  | 2.80 | 2.80 |  | 2.80 |  |",
    "| 207 | 文化旅游体育与传媒支出 |  | 2.80 | 2.80 |  | 2.80 |  |",
    "| 20709 | 旅游发展基金支出 |  | 2.80 | 2.80 |  | 2.80 |  |",
    "| 2070904 | 地方旅游开发项目补助 |  | 2.80 | 2.80 |  | 2.80 |  |",
  ]);

  it("says whose note it carries, where that is another table's and another department's", async () => {
    const findings = await findingsIn(
      fund,
      empty("说明：上海市普陀区教育局本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。"),
      NARRATIVE,
    );
    expect(findings.map(({ relation }) => relation).toSorted()).toEqual([
      "agreement.department",
      "structure.empty-table",
    ]);
  });

  it("is done with a note of its own", async () => {
    const note = `说明：${DEPARTMENT}本年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。`;
    expect(await findingsIn(fund, empty(note), NARRATIVE)).toEqual([]);
  });
});
