import { describe, expect, it } from "vitest";
import { readText } from "../text/index.ts";
import { identify } from "./identity/index.ts";
import { outline } from "./outline/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

async function outlineOf(text: string) {
  return outline(await readText(bytes(text)));
}

async function identityOf(text: string) {
  const document = await readText(bytes(text));
  return identify(document, outline(document).cover);
}

const SHANGHAI = `上海市普陀区人民政府
石泉路街道办事处 2025
年度部门决算
目 录
第一部分 上海市普陀区人民政府石泉路街道办事处概况
一、主要职能
二、部门决算单位构成
第二部分 上海市普陀区人民政府石泉路街道办事处 2025 年度部门决算表
一、收入支出决算总表
第三部分 上海市普陀区人民政府石泉路街道办事处 2025 年度部门决算情况说明
一、收入支出决算总体情况说明
五、一般公共预算财政拨款支出决算情况说明
十、预算绩效管理情况
第四部分 名词解释

第一部分 上海市普陀区人民政府石泉路街道办事处概况

一、主要职能

主要职能包括：

（一）负责政府采购和绩效管理工作；

二、部门决算单位构成

部门决算包括本级决算。

第三部分 上海市普陀区人民政府石泉路街道办事处 2025 年度部门决算情况说明

一、收入支出决算总体情况说明

上海市普陀区人民政府石泉路街道办事处2025年度收入支出总计19,044.27万元。

五、一般公共预算财政拨款支出决算情况说明

（一）一般公共预算财政拨款支出决算总体情况

一般公共预算财政拨款支出19,044.27万元。

（三）一般公共预算财政拨款支出决算具体情况

年初预算为1万元。

十、预算绩效管理情况

编报绩效目标的项目48个。

第四部分 名词解释

一、财政拨款收入：指单位本年度取得的财政拨款。
`;

describe("outline", () => {
  it("tells the contents from the headings of the body", async () => {
    const { contents, sections } = await outlineOf(SHANGHAI);
    expect(contents.map(({ marker, title }) => `${marker} ${title}`)).toContain(
      "第一部分 上海市普陀区人民政府石泉路街道办事处概况",
    );
    expect(contents).toHaveLength(10);
    expect(sections.map(({ id, part }) => id ?? part)).toEqual([
      "overview",
      "responsibilities",
      "institutions",
      "narrative",
      "totals",
      "general-expenditure",
      "general-expenditure.total",
      "general-expenditure.items",
      "performance",
      "glossary",
    ]);
  });

  it("opens no statutory section within the responsibilities", async () => {
    const { sections } = await outlineOf(SHANGHAI);
    expect(sections.some(({ id }) => id === "procurement")).toBe(false);
  });

  it("tells contents under no title by the part that comes again", async () => {
    const { sections, contents } = await outlineOf(
      "青禾市图书馆2022年度部门决算\n第一部分 青禾市图书馆概况\n一、主要职责\n二、机构设置\n第二部分 青禾市图书馆2022年度部门决算表\n一、收入支出决算总表\n第三部分 名词解释\n第一部分 青禾市图书馆概况\n一、主要职责\n开展阅读推广。",
    );
    expect(contents).toHaveLength(6);
    expect(sections.map(({ title }) => title)).toEqual(["青禾市图书馆概况", "主要职责"]);
  });

  it("leaves the last part of the contents where the body begins without its first", async () => {
    const { sections } = await outlineOf(
      "青禾市公安局2017年度部门决算\n目录\n第一部分 部门概况\n一、主要职能\n第二部分 部门决算表\n第三部分 名词解释\n一、部门主要职能\n青禾市公安局是主管全市公安工作的职能部门。",
    );
    expect(sections.map(({ title }) => title)).toEqual(["部门主要职能"]);
  });

  it("goes on behind an entry of the contents that ends as a sentence does", async () => {
    const { sections, contents } = await outlineOf(
      "青禾县统计局2022年度部门决算\n决算公开目录\n第一部分:概况\n第三部分:2022年度部门决算情况说明\n一、2022年度收入支出决算总体情况。\n二、2022年度政府性基金支出决算情况。\n第四部分:名词解释\n第一部分:概况\n组织指导全县统计工作。",
    );
    expect(contents).toHaveLength(5);
    expect(sections.map(({ title }) => title)).toEqual(["概况"]);
  });

  it("takes the expenses that two funds paid for one section on these expenses", async () => {
    const { passages } = await outlineOf(
      "青禾市人民法院2021年度“三公”经费支出决算情况说明\n二、一般公共预算及政府性基金财政拨款“三公”经费支出决算情况说明\n年初预算80.7万元，支出决算74.23万元。",
    );
    expect(passages.map(({ section }) => section)).toEqual(["three-public"]);
  });

  it("takes the sources of income for the section on income", async () => {
    const { sections } = await outlineOf(
      "某县图书馆2023年度部门决算\n（一）部门预算执行情况\n总收入110.00万元。\n（二）部门决算收入来源情况。决算收入110.00万元。\n",
    );
    expect(sections.at(-1)?.id).toBe("revenue");
  });

  it("gives each passage its section and the part it stands in", async () => {
    const { passages } = await outlineOf(SHANGHAI);
    const items = passages.find((passage) => passage.section === "general-expenditure.items")!;
    expect(items.title).toBe("五、一般公共预算财政拨款支出决算情况说明 / （三）一般公共预算财政拨款支出决算具体情况");
    expect(items.part).toBe("第三部分 上海市普陀区人民政府石泉路街道办事处2025年度部门决算情况说明");
  });

  it("lets a heading run on into its body", async () => {
    const { sections, passages } = await outlineOf(
      "第二部分 2024年度部门决算情况说明\n\n十、其他重要事项的情况说明\n\n（一）机关运行经费支出情况。2024年机关运行经费支出80.35万元。\n",
    );
    expect(sections.at(-1)).toMatchObject({ id: "operating-costs", title: "机关运行经费支出情况" });
    expect(passages.at(-1)!.section).toBe("operating-costs");
  });
});

describe("text without a heading of its own", () => {
  const told = async (text: string) =>
    (await outlineOf(text)).passages.map(({ section, stretches }) => [section, stretches.length]);

  it("is of the “three public” expenses where it begins with what vehicles cost to run", async () => {
    expect(
      await told("某单位2022年“三公”经费决算说明\n\n1、车辆运行维护费用2.94万元，比去年3.01万元少0.07万元；\n"),
    ).toEqual([["three-public", 1]]);
  });

  it("belongs to the section that its first sentence with a figure speaks of", async () => {
    expect(
      await told(
        "青禾县妇幼保健院2020年部门决算\n\n2020年本年收入合计3765.66万元，其中：事业收入2148.69万元。\n\n收入决算结构图\n\n2020年本年支出合计4021.94万元。\n\n四、财政拨款收入支出决算总体情况说明\n\n2020年财政拨款收入总计1614.63万元。\n",
      ),
    ).toEqual([
      ["revenue", 2],
      ["expenditure", 1],
      ["appropriation-totals", 1],
    ]);
  });

  it("is told so under a heading of other words, too", async () => {
    expect(
      await told(
        "第二部分 2023年度部门决算情况说明\n\n一、总体说明\n\n本年有关情况如下。\n\n2023年度收、支总计均为1028.60万元。\n\n机关运行经费支出80.35万元。\n",
      ),
    ).toEqual([
      [undefined, 1],
      ["totals", 1],
      ["operating-costs", 1],
    ]);
  });

  it("has its title where a number stands alone above it", async () => {
    const { sections } = await outlineOf(
      "第二部分 2023年度部门决算情况说明\n\n三、\n\n支出决算情况说明\n\n本年支出合计4021.94万元。\n",
    );
    expect(sections.at(-1)).toMatchObject({ id: "expenditure", marker: "三", title: "支出决算情况说明" });
  });

  it("is no part of the accounts under the budget of another year", async () => {
    const page = (year: number) =>
      outlineOf(
        `青禾县文联2021年度部门决算和${year}年部门预算公开\n\n第一部分 2021年度部门决算\n\n一、收入支出决算总体情况\n\n2021年度收入总计350.60万元。\n\n第二部分 ${year}年部门预算\n\n一、“三公”经费预算\n\n${year}年“三公”经费预算2.00万元。\n`,
      );
    expect((await page(2022)).sections.map(({ id }) => id)).toEqual([undefined, "totals", "annex", "annex"]);
    // A slip for 决算.
    expect((await page(2021)).sections.map(({ id }) => id)).toEqual([undefined, "totals", undefined, "three-public"]);
  });

  it("begins where sentences begin, though the contents never come again", async () => {
    const { contents, sections } = await outlineOf(
      "青禾市政务服务中心2023年度部门决算\n\n目录\n\n九、国有资本经营预算收支情况\n\n第一部分 单位概况\n\n一、主要职能\n\n负责窗口的管理，提供服务，受理投诉。\n\n第二部分 部门决算情况说明\n\n一、收入支出决算总体情况说明\n\n2023年度收入总计434.72万元。\n",
    );
    expect(contents).toHaveLength(1);
    expect(sections.map(({ id, part }) => id ?? part)).toEqual(["overview", "responsibilities", "narrative", "totals"]);
  });

  it("takes a class among the items for no section of the budget it is called after", async () => {
    const { sections } = await outlineOf(
      "青墩镇人民政府2023年度部门决算\n\n第三部分 部门决算情况说明\n\n五、财政拨款支出决算情况说明\n\n（九）住房保障支出（类）\n\n1.住房改革支出（款）住房公积金（项）。年初预算404.96万元，支出决算399.93万元。\n\n（十）国有资本经营预算支出（类）\n\n1.解决历史遗留问题及改革成本支出（款）国有企业退休人员社会化管理补助支出（项）。年初预算3.27万元，支出决算3.27万元。\n",
    );
    expect(sections.map(({ id }) => id)).not.toContain("state-capital");
  });
});

describe("identity", () => {
  it("joins a title that is broken over lines", async () => {
    expect(await identityOf(SHANGHAI)).toMatchObject({
      department: "上海市普陀区人民政府石泉路街道办事处",
      fiscalYear: 2025,
    });
  });

  it("reads the title of a notice on “three public” expenses", async () => {
    expect(
      await identityOf("甘露镇2015年“三公”经费支出说明\n\n2015年公务接待费9.95万元，较2014年决算数下降5.5%。\n"),
    ).toMatchObject({ department: "甘露镇", fiscalYear: 2015 });
  });

  it("reads a title that opens with the year", async () => {
    expect(
      await identityOf("2023年度攀枝花市仁和区人力资源和社会保障局部门决算\n\n收入支出决算总表 部门决算 决算公开\n"),
    ).toMatchObject({ department: "攀枝花市仁和区人力资源和社会保障局", fiscalYear: 2023 });
  });

  it("lets a paragraph among other matters that opens with a fund tell that fund", async () => {
    const { passages } = await outlineOf(
      "第二部分 2023年度部门决算情况说明\n\n五、其他重要事项情况说明\n\n2023年度政府性基金预算财政拨款年初结转和结余1.15万元，收入5.57万元，支出5.99万元。\n\n共有车辆3辆。\n",
    );
    expect(passages.map(({ section }) => section)).toEqual(["government-fund", "other-matters"]);
  });

  it("knows contents whose tables and explanations have no numbers", async () => {
    const text = `目录
一、青禾研究院基本情况
二、青禾研究院2022年度部门决算
收入支出决算总表
关于收入支出决算总表的说明
收入决算表
关于收入决算表的说明
三、名词解释
一、青禾研究院基本情况
青禾研究院是直属事业单位，承担研究任务。
二、青禾研究院2022年度部门决算
关于收入支出决算总表的说明
收入总计70.71万元，支出总计70.71万元。
关于收入决算表的说明
本年收入63.78万元。
三、名词解释
基本支出：指人员和公用支出。`;
    const { sections } = await outlineOf(text.replaceAll("\n", "\n\n"));
    expect(sections.flatMap(({ id }) => id ?? [])).toEqual(["totals", "revenue", "glossary"]);
  });
});

describe("a paragraph of any length", () => {
  it.each([
    ["marks that end no title", `部门决算单位构成${"；".repeat(120_000)}某`],
    ["a bracket that nothing closes", `部门决算单位构成（${"，某".repeat(120_000)}`],
  ])("is looked at once for its title: %s", async (_, text) => {
    expect((await outlineOf(`第一部分 部门概况\n二、${text}\n`)).sections.some(({ id }) => id === "institutions")).toBe(
      false,
    );
  });

  it("is a title still where the blank's hint stands behind it", async () => {
    const { sections } = await outlineOf(
      "第一部分 部门概况\n一、部门职责\n负责管护。\n二、部门决算单位构成（仅有一个单位的部门，本部分写“机构设置”）\n\n一个单位。\n",
    );
    expect(sections.map(({ title }) => title)).toContain("部门决算单位构成");
  });
});
