import { describe, expect, it } from "vitest";
import { readText } from "../../text/index.ts";
import { bindDisclosure } from "../bind.ts";

const identityOf = (text: string): string => {
  const { department, fiscalYear } = bindDisclosure(readText(new TextEncoder().encode(text)));
  return `${department} ${fiscalYear}`;
};

describe("whose accounts a document is, and of which year", () => {
  it.each([
    ["is in its title", "青禾县水利局 2023", "青禾县水利局2023年度部门决算\n\n目录\n"],
    ["is in a title whose year stands first", "青禾市第四中学 2021", "2021年度 青禾市第四中学部门决算\n\n目录\n"],
    [
      "is in a title broken within the name",
      "青禾布依族苗族自治州民政局 2023",
      "2023年度青禾布依族苗族自治州民\n政局部门决算\n目录\n",
    ],
    ["is in a title broken over lines", "青禾旗财政局 2020", "青禾旗财政局\n2020年度决算公开报告\n目录\n"],
    [
      "is not the first table's title, which follows the line over every page",
      "青禾市教育局 2023",
      "2023年度部门决算公开\n收入支出决算总表\n公开01表\n部门：青禾市教育局\n",
    ],
    [
      "is above the date of the cover",
      "青禾市科学技术局 2022",
      "青禾市科学技术局\n2022年度部门决算2023年8月24日\n目录\n",
    ],
    [
      "is not where the page stands",
      "青禾县公路养护中心 2019",
      "当前位置：网站首页 >专题专栏 > 政务信息公开 > 青禾县公路养护中心2019年部门决算\n\n发布时间：2020-10-03\n",
    ],
    [
      "is not the district that the page is of",
      "北京市青禾区月河公园 2020",
      "首页>>专题报道>>北京市青禾区2020年度部门决算公开专栏 >>部门财政决算\n\n北京市青禾区月河公园2020度部门决算\n\n目录\n",
    ],
    [
      "is its full name where the page calls it by a short one",
      "广西壮族自治区青禾公路养护中心 2019",
      "青禾公路养护中心2019年部门决算\n\n发布时间：2020-10-03\n\n广西壮族自治区青禾公路养护中心\n\n2019年度部门决算\n",
    ],
    [
      "is in its first section where there is no title",
      "青禾市财政局 2020",
      "目 录\n第一部分 2020年度部门决算报表\n第二部分 2020年度部门决算说明\n第一部分 2020年度部门决算报表\n报表详见附件。\n第二部分 2020年度部门决算说明\n一、单位基本情况\n（一）机构设置、职责\n青禾市财政局是负责本市财政收支、财税政策的市政府组成部门。\n",
    ],
    [
      "is in the heading of its first part where there is no title",
      "甘露镇人民政府 2019",
      "目录\n第一部分甘露镇人民政府单位概况\n一、部门职责\n第三部分2019年度部门决算情况说明\n一、收入支出决算总体情况说明\n第一部分甘露镇人民政府单位概况\n一、部门职责\n负责全镇工作。\n",
    ],
    [
      "has the year that is told of, not the one it is compared with",
      "undefined 2021",
      "（一）本单位2021年度总收入581.45万元，较2020年度决算数减少175.26万元。\n（二）本单位2021年度总支出581.45万元，较2020年度决算数减少90.49万元。\n",
    ],
    [
      "is without the page's brackets, a list's bullets and a file's number",
      "青禾县人民检察院 2022",
      "【决算公开】青禾县人民检察院2022年度决算公开\n\n时间:2023-08-22\n",
    ],
    ["is without a bullet", "青禾市交通局 2021", "  • 发布机构\n\n  • 青禾市交通局2021年度决算公开\n\n  • 发文字号\n"],
    [
      "is in full where the cover gives the place",
      "青禾市月河土家族自治县交通局 2021",
      "063-月河土家族自治县交通局(汇总)2021年度部门决算公开\n青禾市月河土家族自治县交通局\n2021年度部门决算情况说明\n",
    ],
    [
      "is without the number of a heading",
      "青禾县公安局（汇总） 2019",
      "二、青禾县公安局(汇总)2019年度部门决算公开表\n\n详见附表。\n",
    ],
    [
      "is never the name of a sheet",
      "青禾市卫生健康局 2022",
      "封面\n2022年度部门决算公开表\n部门名称：青禾市卫生健康局\n目录\n",
    ],
    [
      "stands over each table of a workbook",
      "青禾市民政局 undefined",
      "收入支出决算总表\n公开01表\n部门：青禾市民政局\n金额单位：万元\n收入决算表\n公开02表\n部门：青禾市民政局\n金额单位：万元\n",
    ],
    [
      "is none where tables name two",
      "undefined undefined",
      "收入支出决算总表\n部门：青禾市民政局\n金额单位：万元\n收入决算表\n部门：青禾市财政局\n金额单位：万元\n",
    ],
    ["is none where only a sheet has a name", "undefined 2022", "封面\n2022年度部门决算公开表\n"],
    ["is never the number of a part", "undefined 2022", "第五部分 2022年度部门决算表\n\n一、收入支出决算总表\n"],
    [
      "is that of the office itself where the title says （本级） behind it",
      "青禾市农业农村局（本级） 2023",
      "2023年度\n青禾市农业农村局(本级)部门决算\n目录\n第一部分 青禾市农业农村局概况\n",
    ],
    [
      "keeps the bracket that ends the line of its name",
      "青禾市农业农村局（本级） 2023",
      "2023年度部门决算公开\n部门名称：青禾市农业农村局（本级）\n",
    ],
    ["stands above the level", "青禾区水利局 2019", "青禾区水利局\n\n2019年度(本级)决算公开说明\n"],
    [
      "has its title broken behind the level",
      "青禾市财政局 2023",
      "青禾市财政局2023年度(本级)\n\n决算公开报告\n\n目 录\n",
    ],
    [
      "is in a document that calls itself only published",
      "青禾自治区机关事务管理局（本级） 2023",
      "2023年度青禾自治区机关事务管理局(本级)公开文档\n\n发布时间: 2024-08-26\n",
    ],
    ["is without （部门）", "青禾县残疾人联合会 2022", "2022年青禾县残疾人联合会(部门)决算公开\n\n日期:2023-10-27\n"],
    [
      "is not taken for the letters that a PDF set around the first entry of its contents",
      "青禾大学 2022",
      "青禾大学2022年度决算.pdf\n目 第一部分 录 青禾大学单位概况 一、单位主要职责 二、单位基本情况\n",
    ],
    [
      "stands twice, as above a web page's text",
      "青禾县文学艺术界联合会 2022",
      "青禾县文学艺术界联合会2022年度“三公”经费支出决算情况说明\n青禾县文学艺术界联合会2022年度“三公”经费支出决算情况说明\n(一)总体情况\n",
    ],
    [
      "is above a title broken in three lines",
      "青禾市人民法院 2021",
      "青禾市人民法院2021年度\n一般公共预算及政府性基金财政\n拨款“三公”经费支出决算情况说明\n",
    ],
    [
      "is with the place that the line of the publisher gives",
      "青禾市财政局 2022",
      "点击量: 来源:青禾市财政局 时间:2023-07-21\n财政局部门2022年度部门决算\n目 录\n",
    ],
    [
      "is told by the rules on its staff",
      "青禾自治区人民政府驻上海办事处 2024",
      "目 录\n第二部分 2024年度部门决算公开表\n第一部分 基本情况\n一、部门职责\n根据《青禾自治区人民政府驻上海办事处职能配置、内设机构和人员编制规定》，主要履行以下职责。\n二、收入总体情况\n2024年度收入总计10.00万元。\n",
    ],
    [
      "is introduced with its short name",
      "重庆青禾中央商务区管理委员会 2023",
      "一、部门基本情况\n(一)职能职责\n重庆青禾中央商务区管理委员会(以下简称“本部门”)为区政府派出机构。\n二、部门决算情况说明\n2023年度收入总计8013.45万元。\n",
    ],
    [
      "is in the note to a table that has nothing",
      "甘露镇人民政府 2021",
      "目录\n第一部分 概况\n说明:甘露镇人民政府没有使用国有资本经营预算安排支出,故本表无数据。\n第二部分 2021年度部门决算情况说明\n",
    ],
    ["is below its place on the cover", "青禾市柳荫区水务局 2023", "青禾市\n柳荫区\n水务局\n2023年度部门决算\n"],
    ["has its year below the title", "青禾县融媒体中心 2023", "青禾县融媒体中心\n部门决算\n（2023年度）\n"],
    ["is below the title and its year", "青禾县水务局 2023", "部门决算公开\n2023年度\n青禾县水务局\n"],
    ["is in brackets below the title", "青禾县水务局 2023", "青禾县2023年度部门决算公开\n（青禾县水务局）\n"],
    ["is below a notice of one matter", "青禾县残联 2023", "2023年部门“三公”经费决算公开\n青禾县残联\n"],
    ["is no website", "undefined 2023", "青禾县人民政府门户网站\n2023年度部门决算公开\n"],
    [
      "has the year that stands over a table",
      "青禾县人民法院 2023",
      "收入支出决算总表\n公开01表\n编制单位：青禾县人民法院\n2023年度 金额单位：万元\n",
    ],
    [
      "has the year of a sentence on “three public” expenses",
      "undefined 2019",
      "2019年度“三公”经费财政拨款支出预算为44.52万元,2019年实际支出“三公经费”决算为22.62万元。相比2018年公务接待费有所减少。\n",
    ],
  ])("%s", (_, expected, text) => {
    expect(identityOf(text)).toBe(expected);
  });
});

it("is over each table, in whatever form the line has there", () => {
  const rows =
    "| 收入 | 决算数 | 支出 | 决算数 |\n|---|---|---|---|\n| 一、一般公共预算财政拨款收入 | 9.00 | 一、一般公共服务支出 | 9.00 |\n| 总计 | 9.00 | 总计 | 9.00 |\n";
  for (const [line, name] of [
    ["部门：012青禾县残联（汇总） 单位：万元", "青禾县残联（汇总）"],
    ["预算单位：青禾县妇联 单位：万元", "青禾县妇联"],
    ["编制单位：青禾市水务局 2023年度 金额单位：万元", "青禾市水务局"],
  ] as const)
    expect(identityOf(`收入支出决算总表\n公开01表\n${line}\n\n${rows}`), line).toMatch(new RegExp(`^${name} `));
});
