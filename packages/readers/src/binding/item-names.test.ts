import { keyText, loadClassification, nameLookup } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { readText } from "../text/index.ts";
import { bindDisclosure } from "./bind.ts";

const TABLE = `一般公共预算财政拨款支出决算表

单位：万元

| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| 合计 | 合计 | 32.77 | 12.40 | 20.37 |
| 208 | 社会保障和就业支出 | 32.77 | 12.40 | 20.37 |
| 20802 | 民政管理事务 | 12.40 | 12.40 | |
| 2080201 | 行政运行 | 12.40 | 12.40 | |
| 20808 | 抚恤 | 12.60 | | 12.60 |
| 2080801 | 死亡抚恤 | 9.10 | | 9.10 |
| 2080803 | 在乡复员、退伍军人生活补助 | 3.50 | | 3.50 |
| 20899 | 其他社会保障和就业支出 | 7.77 | | 7.77 |
| 2089999 | 其他社会保障和就业支出 | 7.77 | | 7.77 |`;

const classification = await loadClassification();

/** The same of a document without tables, by the classification of its year. */
async function named(text: string, title = "三、支出决算情况说明", year = 2023): Promise<string[]> {
  const written = `某市教育局${year}年度部门决算\n\n${title}\n\n${text}`;
  const { figures } = bindDisclosure(await readText(new TextEncoder().encode(written)), (of) =>
    nameLookup(classification, of),
  );
  return figures
    .filter(({ dimensions: { measure } }) => measure === undefined)
    .map(
      ({ text: printed, concept, dimensions }) => `${printed} ${dimensions.functional ?? keyText(concept, dimensions)}`,
    );
}

/** The amounts of a text, each with the code that it was bound to. */
async function told(text: string): Promise<string[]> {
  const written = `某县民政局2023年度部门决算\n\n第二部分 2023年度部门决算表\n\n${TABLE}\n\n第三部分 2023年度部门决算情况说明\n\n五、一般公共预算财政拨款支出决算情况说明\n\n${text}`;
  const { figures } = bindDisclosure(await readText(new TextEncoder().encode(written)));
  return figures
    .filter(({ source }) => source.table === undefined)
    .map(({ text: printed, concept, dimensions }) =>
      dimensions.measure === undefined
        ? `${printed} ${dimensions.functional ?? keyText(concept, dimensions)}`
        : printed,
    );
}

describe("the names of items in the narrative", () => {
  it("are one name though they hold a mark, with a code before them or under their class", async () => {
    expect(await told("2080801死亡抚恤9.10万元、2080803在乡复员、退伍军人生活补助3.50万元。")).toEqual([
      "9.10 2080801",
      "3.50 2080803",
    ]);
    expect(
      await told("社会保障和就业支出32.77万元，其中：死亡抚恤9.10万元，在乡复员、退伍军人生活补助支出3.50万元。"),
    ).toEqual(["32.77 208", "9.10 2080801", "3.50 2080803"]);
  });

  it("are not their class's where they begin with 其他", async () => {
    expect(
      await told("社会保障和就业支出32.77万元，具体包括行政运行12.40万元、其他社会保障和就业支出7.77万元。"),
    ).toEqual(["32.77 208", "12.40 2080201", "7.77 20899"]);
  });

  it("head what is told of them in numbered lines, the class unsaid", async () => {
    expect(await told("（1）行政运行：12.40万元。\n\n（2）在乡复员、退伍军人生活补助：3.50万元。")).toEqual([
      "12.40 2080201",
      "3.50 2080803",
    ]);
    expect(
      await told("1.其他社会保障和就业支出。年初预算为7.77万元，支出决算为7.77万元，完成年初预算的100%。"),
    ).toEqual(["7.77 2089999", "7.77 2089999", "100"]);
  });
});

describe("names that are one account of the classification's", () => {
  it("are that account with no class, group or code beside them, and 行政运行 stands under many", async () => {
    expect(
      await named(
        "按功能分类：其他普通教育支出30万元，高等职业教育50万元，行政单位医疗4万元，住房公积金8万元，行政运行70万元。",
      ),
    ).toEqual(["30 2050299", "50 2050305", "4 2101101", "8 2210201", "70 expenditure{label=行政运行}"]);
    expect(await named("一般公共服务支出70万元，其中：审计业务（项）70万元。住房公积金（项）8万元。")).toEqual([
      "70 201",
      "70 2010804",
      "8 2210201",
    ]);
  });

  it("are no project's, and no object's where no accounts are told", async () => {
    expect(await named("项目支出50万元，主要用于：人大会议20万元，代表工作30万元。")).toEqual([
      "50 expenditure{nature=project}",
      "20 expenditure{nature=project,label=人大会议}",
      "30 expenditure{nature=project,label=代表工作}",
    ]);
    expect((await named("基本支出90万元。\n\n住房公积金8万元。")).at(-1)).not.toContain("2210201");
  });

  it("follow 主要用于, head a line before a comma, and are what changed", async () => {
    expect(
      await named("支出合计100万元，主要用于学前教育60万元、行政运行30万元、机关事业单位基本养老保险缴费支出10万元。"),
    ).toEqual(["100 expenditure", "60 2050201", "30 expenditure{label=行政运行}", "10 2080505"]);
    const items = "五、一般公共预算财政拨款支出决算具体情况";
    expect(await named("1.公务员医疗补助，2023年支出50万元，年初预算50万元。", items)).toEqual([
      "50 2101103",
      "50 2101103",
    ]);
    const text = `某市教育局2023年度部门决算\n\n${items}\n\n与上年相比，学前教育支出增加20万元，小学教育支出减少30万元。`;
    const { figures } = bindDisclosure(await readText(new TextEncoder().encode(text)), (of) =>
      nameLookup(classification, of),
    );
    expect(figures.map(({ concept, dimensions }) => keyText(concept, dimensions))).toEqual([
      "expenditure{fund=general,functional=2050201,measure=change}",
      "expenditure{fund=general,functional=2050202,measure=change}",
    ]);
  });

  it("are theirs whatever class was told before, and items where items are told", async () => {
    expect(
      await named(
        "抗疫特别国债安排的支出30万元，农村基础设施建设支出20万元。",
        "八、政府性基金预算财政拨款支出决算情况说明",
      ),
    ).toEqual(["30 234", "20 expenditure{fund=government-fund,label=农村基础设施建设支出}"]);
    expect(
      await named(
        "1.住房公积金支出决算8万元。\n\n2.卫生健康支出/公共卫生/重大公共卫生服务10万元。",
        "五、一般公共预算财政拨款支出决算具体情况",
      ),
    ).toEqual(["8 2210201", "10 2100409"]);
    expect(await named("住房保障支出8万元，全部为住房公积金8万元。")).toEqual(["8 221", "8 2210201"]);
  });

  it("may leave out whose it is, below its class", async () => {
    expect(
      await named(
        "社会保障和就业支出220万元，具体为：事业单位离退休20万元，机关事业单位基本养老保险缴费140万元，职业年金缴费60万元。",
      ),
    ).toEqual(["220 208", "20 2080502", "140 2080505", "60 2080506"]);
  });

  it("are groups among the funds, beside the whole fund", async () => {
    expect(
      await named(
        "政府性基金预算财政拨款支出190万元，其中：国有土地使用权出让收入安排的支出150万元，大中型水库移民后期扶持基金支出40万元。",
        "八、政府性基金预算财政拨款支出决算情况说明",
      ),
    ).toEqual(["190 expenditure{fund=government-fund}", "150 21208", "40 20822"]);
  });

  it("are classes under the names that they had in the year", async () => {
    expect(await named("主要用于：医疗卫生支出70万元，农林水事务10万元，环境保护支出5万元。", undefined, 2010)).toEqual(
      ["70 210", "10 213", "5 211"],
    );
  });

  it("may be codes alone, or stand behind the code in brackets", async () => {
    expect(
      await named(
        "其中2050201支出20万元、2050202支出10万元，（2080505）机关事业单位基本养老保险缴费支出11万元，（20805）行政事业单位养老支出11万元。",
      ),
    ).toEqual(["20 2050201", "10 2050202", "11 2080505", "11 20805"]);
    expect(await named("208社会保障和就业支出13万元，210卫生健康支出10万元。")).toEqual(["13 208", "10 210"]);
    expect(await named("按经济分类：301工资福利支出13万元，303对个人和家庭的补助4万元。")).toEqual([
      "13 expenditure{economic=301}",
      "4 expenditure{economic=303}",
    ]);
  });
});
