import { describe, expect, it } from "vitest";
import { readDocument } from "../read.ts";

const words = async (text: string) => {
  const document = await readDocument(new TextEncoder().encode(text));
  return document.blocks.map(({ start, end, ...block }) =>
    block.kind === "table" ? "表" : `${block.role}:${document.text.slice(start, end).trim()}`,
  );
};

describe("a disclosure in one paragraph", () => {
  it("is broken at the headings of its sections, and where a sentence and a space end a paragraph", async () => {
    const title = "青禾县水务局2020年度部门决算";
    const totals =
      "2020年度收入总计1250.60万元，支出总计1250.60万元。与上年相比，收、支总计各增加150.60万元，增长13.69%。";
    const costs = "2020年度机关运行经费支出60.00万元，比上年减少3.00万元，下降4.76%，主要原因是压减办公费。";
    expect(
      await words(
        `${title} 第一部分 部门概况 一、部门职责 （一）负责保障水资源的合理开发利用。 第二部分 2020年度部门决算情况说明 一、收入支出决算总体情况说明 ${totals} 二、其他重要事项 （一）机关运行经费支出情况 ${costs} 1.按第三部分的说明，经费不含项目支出。`,
      ),
    ).toEqual([
      `body:${title}`,
      "heading:第一部分 部门概况",
      "heading:一、部门职责",
      "body:（一）负责保障水资源的合理开发利用。",
      "heading:第二部分 2020年度部门决算情况说明",
      "heading:一、收入支出决算总体情况说明",
      `body:${totals}`,
      "heading:二、其他重要事项",
      "heading:（一）机关运行经费支出情况",
      `body:${costs}`,
      "body:1.按第三部分的说明，经费不含项目支出。",
    ]);
  });

  it("has its contents found", async () => {
    const sections = "一、收入支出决算总体情况说明 二、收入决算情况说明";
    const found = await words(
      `2020年度青禾县水务局部门决算 目 录 第一部分 部门概况 第二部分 部门决算情况说明 ${sections} 第一部分 部门概况 负责水务。 第二部分 部门决算情况说明 一、收入支出决算总体情况说明 2020年度收入总计12.60万元。 二、收入决算情况说明 2020年度收入合计12.60万元，其中：财政拨款收入12.60万元，占100%。`,
    );
    expect(found.slice(0, 6).map((line) => line.replace(/^[a-z]+:/, ""))).toEqual([
      "2020年度青禾县水务局部门决算",
      "目 录",
      "第一部分 部门概况",
      "第二部分 部门决算情况说明",
      "一、收入支出决算总体情况说明",
      "二、收入决算情况说明",
    ]);
  });

  it("is no paragraph that speaks of a section, or of several in a sentence", async () => {
    const sentence =
      "本部门无政府性基金预算收支，见八、政府性基金预算财政拨款支出决算情况说明和九、国有资本经营预算财政拨款支出决算情况说明，有关数据另见附表，表内金额以万元为单位，保留两位小数，因四舍五入可能存在尾差，合计数以报表为准，各项数据均经财政部门审核，与批复一致。";
    expect(await words(sentence)).toEqual([`body:${sentence}`]);
  });
});
