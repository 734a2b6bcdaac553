import { describe, expect, it } from "vitest";
import { readText } from "../text/index.ts";
import { bindDisclosure } from "./bind.ts";

const identityOf = (text: string): string => {
  const { department, fiscalYear } = bindDisclosure(readText(new TextEncoder().encode(text)));
  return `${department} ${fiscalYear}`;
};

describe("whose accounts a document is, and of which year", () => {
  it.each([
    ["is in its title", "青禾县水利局 2023", "青禾县水利局2023年度部门决算\n\n目录\n"],
    ["is in a title whose year stands first", "青禾市第四中学 2021", "2021年度 青禾市第四中学部门决算\n\n目录\n"],
    ["is in a title broken over lines", "青禾旗财政局 2020", "青禾旗财政局\n2020年度决算公开报告\n目录\n"],
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
  ])("%s", (_, expected, text) => {
    expect(identityOf(text)).toBe(expected);
  });
});
