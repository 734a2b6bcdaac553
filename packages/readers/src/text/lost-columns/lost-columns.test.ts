import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../../binding/bind.ts";
import { readText } from "../index.ts";

function read(text: string) {
  const disclosure = bindDisclosure(readText(new TextEncoder().encode(text)));
  return {
    facts: disclosure.figures.map(({ text, concept, dimensions }) => `${text} ${keyText(concept, dimensions)}`),
    left: disclosure.unbound.map(({ text }) => text),
  };
}

const EXPENDITURE = `支出决算表
单位：万元
项目
对附属单位补助
本年支出合计 基本支出 项目支出 上缴上级支出 经营支出
功能分类 支出
科目名称
科目编码
决算数 决算数 决算数 决算数 决算数 决算数
`;

describe("a table whose columns were lost in copying", () => {
  it("has the columns that its title, its headings and the sums of its rows agree on", () => {
    const { facts, left } = read(`${EXPENDITURE}类 款 项 合计 4,733.14 3,365.38 1,367.76 0.00 0.00 0.00
208 社会保障和就业支出 471.44 460.67 10.77 0.00 0.00 0.00
2080505 机关事业单位基本养老保险缴费 229.67 229.67 0.00 0.00 0.00 0.00
支出
注：本表反映部门本年度各项支出情况。
`);
    expect(facts.slice(0, 9)).toEqual([
      "4,733.14 expenditure",
      "3,365.38 expenditure{nature=basic}",
      "1,367.76 expenditure{nature=project}",
      "0.00 expenditure{nature=superior-payment}",
      "0.00 expenditure{nature=operating}",
      "0.00 expenditure{nature=subordinate-subsidy}",
      "471.44 expenditure{functional=208}",
      "460.67 expenditure{functional=208,nature=basic}",
      "10.77 expenditure{functional=208,nature=project}",
    ]);
    expect(left).toEqual([]);
  });

  it("is bound nowhere where the sums do not bear the columns out, and everything in it is listed", () => {
    const { facts, left } = read(`${EXPENDITURE}类 款 项 合计 3,365.38 4,733.14 1,367.76 0.00 0.00 0.00
208 社会保障和就业支出 460.67 471.44 10.77 0.00 0.00 0.00
210 卫生健康支出 99.34 109.34 10.00 0.00 0.00 0.00
`);
    expect(facts).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(["3,365.38", "471.44", "10.00"]));
  });

  it("keeps rows unbound that have another number of amounts than columns", () => {
    const { facts, left } = read(`${EXPENDITURE}${`208 社会保障和就业支出 471.44 460.67 10.77 0.00 0.00 0.00
`.repeat(1)}210 卫生健康支出 109.34 109.34 0.00 0.00 0.00 0.00
211 节能环保支出 3,742.47 2,385.48 1,356.98 0.00 0.00 0.00
${Array.from({ length: 8 }, (_, index) => `2110${index}01 某项支出 1.50 1.50 0.00 0.00 0.00 0.00\n`).join("")}212 城乡社区支出 7.50
`);
    expect(facts.some((fact) => fact.includes("functional=212"))).toBe(false);
    expect(left).toContain("7.50");
  });

  it("has a line for each cell as well, the headings before, 合计 of either side in one row", () => {
    const cells = `收入支出决算总表
单位：万元
收入 |
支出 |
项目 |
决算数 |
项目 |
决算数 |
一、一般公共预算财政拨款收入 |
4,733.14 |
一、一般公共服务支出 |
0.00 |
九、卫生健康支出 |
109.34 |
总计 |
4,733.14 |
总计 |
4,733.14 |
`;
    const expected = [
      "4,733.14 revenue{fund=general}",
      "0.00 expenditure{functional=201}",
      "109.34 expenditure{functional=210}",
      "4,733.14 total-receipts",
      "4,733.14 total-disbursements",
    ];
    expect(read(cells).facts).toEqual(expected);
    expect(read(cells.replaceAll(" |", "")).facts).toEqual(expected);
  });

  it("has faults that are its own: a row that does not add up among many that do", () => {
    const rows = Array.from(
      { length: 9 },
      (_, index) => `20${index + 1}01 某项支出 ${index + 2}.50 ${index + 1}.50 1.00 0.00 0.00 0.00\n`,
    );
    const { facts } = read(`${EXPENDITURE}${rows.join("")}21101 其他支出 9.00 5.00 3.00 0.00 0.00 0.00\n`);
    expect(facts).toContain("9.00 expenditure{functional=21101}");
  });

  it("tells by its label on which side a row with one label stands", () => {
    const { facts } = read(`收入支出决算总表
单位：万元
收入 支出
项目 决算数 项目 决算数
一、一般公共预算财政拨款收入 4,733.14 一、一般公共服务支出 0.00
八、其他收入 0.00 八、社会保障和就业支出 471.44
九、卫生健康支出 109.34
本年收入合计 4,733.14 本年支出合计 4,733.14
`);
    expect(facts).toContain("109.34 expenditure{functional=210}");
    expect(facts).toContain("0.00 revenue{source=other}");
  });

  it("has 预算数 and 决算数 in the order in which both add up", () => {
    const { facts } = read(`财政拨款“三公”经费支出决算表
单位：万元
财政拨款“三公”经费
公务用车购置及运行维护费
合计 因公出国（境）费 公务接待费
小计 公务用车购置费 公务用车运行维护费
预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数
21.00 16.95 0.00 0.00 20.50 16.95 0.00 0.00 20.50 16.95 0.50 0.00
`);
    expect(facts).toEqual(
      expect.arrayContaining([
        "21.00 three-public{stage=budget}",
        "16.95 three-public",
        "20.50 three-public{stage=budget,item=vehicle-running}",
        "0.50 three-public{stage=budget,item=receptions}",
      ]),
    );
  });

  it("reads two lists side by side by their codes, whatever cells are blank and however names are broken", () => {
    const { facts, left } = read(`一般公共预算财政拨款基本支出决算表
单位：万元
经济分类 经济分类
科目名称 决算数 科目名称 决算数
科目编码 科目编码
301 工资福利支出 2,589.53 302 商品和服务支出 650.55
30101 基本工资 768.18 30201 办公费 649.22
30102 津贴补贴 1,306.47 30202 印刷费 1.33
30106 伙食补助费 30204 手续费
机关事业单位基本养老保
30108 504.38 30206 电费
险缴费
30113 住房公积金 10.50 30213 维修（护）费
30303 退职（役）费 30218 专用材料费
人员经费合计 2,589.53 公用经费合计 650.55
注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。
`);
    const basic = (economic: string) => `expenditure{fund=general,economic=${economic},nature=basic}`;
    expect(facts).toEqual([
      `2,589.53 ${basic("301")}`,
      `650.55 ${basic("302")}`,
      `768.18 ${basic("30101")}`,
      `649.22 ${basic("30201")}`,
      `1,306.47 ${basic("30102")}`,
      `1.33 ${basic("30202")}`,
      `504.38 ${basic("30108")}`,
      `10.50 ${basic("30113")}`,
      "2,589.53 expenditure{fund=general,nature=basic,group=personnel}",
      "650.55 expenditure{fund=general,nature=basic,group=public}",
    ]);
    expect(left).toEqual([]);
  });

  it("reads the two sides of the summary by the names of their lines", () => {
    const { facts, left } = read(`收入支出决算总表
单位：万元
收入 支出
项目 决算数 项目 决算数
一、一般公共预算财政拨款收入 404.79 一、一般公共服务支出 306.56
二、政府性基金预算财政拨款收入 二、外交支出
三、国有资本经营预算财政拨款收入 三、国防支出
四、上级补助收入 四、公共安全支出
五、事业收入 五、教育支出
六、经营收入 六、科学技术支出
二十二、灾害防治及应急管理支
98.23
出
二十三、其他支出
本年收入合计 404.79 本年支出合计 404.79
使用非财政拨款结余 结余分配
年初结转和结余 年末结转和结余
总计 404.79 总计 404.79
注：本表反映部门本年度的总收支和年末结转结余情况。
`);
    expect(facts).toEqual([
      "404.79 revenue{fund=general}",
      "306.56 expenditure{functional=201}",
      "98.23 expenditure{functional=224}",
      "404.79 revenue",
      "404.79 expenditure",
      "404.79 total-receipts",
      "404.79 total-disbursements",
    ]);
    expect(left).toEqual([]);
  });

  it("binds nothing of a table that breaks off before its last row, whose sums would seem to fail", () => {
    const { facts, left } = read(`一般公共预算财政拨款基本支出决算表
单位：万元
科目编码 科目名称 决算数
301 工资福利支出 2,589.53
30101 基本工资 768.18
30102 津贴补贴 1,306.47
一
些
不
知
30108 机关事业单位基本养老保险缴费 504.38
30113 住房公积金 10.50
`);
    expect(facts).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(["2,589.53", "768.18", "1,306.47"]));
  });

  it("counts its lines on both sides, and goes on where one side is blank", () => {
    const { facts, left } = read(`收入支出决算总表
公开 01 表
部门：某局 金额单位：万元
收入 支出
项目 行次 决算数 项目 行次 决算数
栏次 1 栏次 2
一、一般公共预算财政拨款收入 1 103.41 一、社会保障和就业支出 9 36.48
二、事业收入 2 0.00 二、卫生健康支出 10 16.20
三、经营收入 3 0.00 11
4 三、住房保障支出 12 50.73
本年收入合计 5 103.41 本年支出合计 13 103.41
总计 8 103.41 总计 16 103.41
`);
    expect(facts).toContain("0.00 revenue{source=operating}");
    expect(facts).toContain("50.73 expenditure{functional=221}");
    expect(facts).toContain("103.41 total-disbursements");
    expect(left).toEqual([]);
  });

  it("joins names that break over lines with the amounts behind them", () => {
    const { facts, left } = read(`一般公共预算财政拨款支出决算表 公开05表
单位：万元
科目编码 科目名称 合计 基本支出 项目支出
合计 74.00 64.00 10.00
208 社会保障和就业支出 74.00 64.00 10.00
20805 行政事业单位养老支出 74.00 64.00 10.00
2080505 机关事业单位基本养老保险缴
费支出 64.00 64.00 0.00
2080599 其他行政事业单位养老支出 10.00 0.00 10.00
`);
    expect(facts).toContain("64.00 expenditure{fund=general,functional=2080505}");
    expect(left).toEqual([]);
  });

  it("has three lists side by side, some of whose items have no amount, and names that break in the last", () => {
    const { facts, left } = read(`一般公共预算财政拨款基本支出决算表
单位：万元
人员经费 公用经费
科目编码 科目名称 决算数 科目编码 科目名称 决算数 科目编码 科目名称 决算数
301 工资福利支出 30.00 302 商品和服务支出 5.00 307 债务利息及费用支出
30101 基本工资 20.00 30201 办公费 30701 国内债务付息
30103 奖金 10.00 30231 公务用车运行维护费 4.68 39908
对民间非营利组织和群众性自治组织补
贴
0.00
30199 其他工资福利支出 0.00 30299 其他商品和服务支出 0.32
人员经费合计 30.00 公用经费合计 5.00
`);
    expect(facts).toEqual(
      expect.arrayContaining([
        "10.00 expenditure{fund=general,economic=30103,nature=basic}",
        "4.68 expenditure{fund=general,economic=30231,nature=basic}",
        "0.00 expenditure{fund=general,economic=39908,nature=basic}",
        "0.32 expenditure{fund=general,economic=30299,nature=basic}",
        "5.00 expenditure{fund=general,nature=basic,group=public}",
      ]),
    );
    expect(left).toEqual([]);
  });

  const THREE = (stages: string): string => `财政拨款“三公”经费支出决算表
单位：万元
${stages}
合计
因公出国（境）
费
公务用车购置及运行维护费
公务接待费 合计
因公出国（境）
费
公务用车购置及运行维护费
公务接待费
小计 公务用车购置费
公务用车运行维
护费
小计 公务用车购置费
公务用车运行维
护费
1 2 3 4 5 6 7 8 9 10 11 12
6.20 0.00 5.00 0.00 5.00 1.20 5.54 0.00 4.68 0.00 4.68 0.86
`;

  it("has headings of two lines each, whatever line each of them begins", () => {
    const { facts, left } = read(THREE("预算数 决算数"));
    expect(facts).toContain("1.20 three-public{stage=budget,item=receptions}");
    expect(facts).toContain("5.54 three-public");
    expect(facts).toContain("4.68 three-public{item=vehicle-running}");
    expect(left).toEqual([]);
  });

  it("is bound nowhere where the final amounts stand before those of the budget", () => {
    expect(read(THREE("决算数 预算数")).facts).toEqual([]);
  });

  it("has no columns where amounts stand before the labels of the other side, and not behind their own", () => {
    const { facts } = read(`收入支出决算总表
收入
支出
项目 决算数 项目 决算数
173.95 一、一般公共服务支出
0.00
5.16 二、外交支出
0.00
3.55 三、国防支出
五、事业收入
18.60
0.00 四、公共安全支出
八、其他收入
174.93
`);
    expect(facts).toEqual([]);
  });
});
