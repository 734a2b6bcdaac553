import { profileOf } from "@juesuan/core";
import { expect, it } from "vitest";
import { examine } from "./index.ts";

const SECTIONS = [
  ["一、收入支出决算总体情况说明", "2024年度收、支总计均为10.00万元。"],
  ["二、收入决算情况说明", "本年收入合计10.00万元。"],
  ["三、支出决算情况说明", "本年支出合计10.00万元。"],
  ["四、财政拨款收入支出决算总体情况说明", "2024年度财政拨款收、支总计均为10.00万元。"],
  ["五、一般公共预算财政拨款支出决算情况说明", "一般公共预算财政拨款支出10.00万元。"],
  ["六、一般公共预算财政拨款基本支出决算情况说明", "一般公共预算财政拨款基本支出10.00万元。"],
  ["七、财政拨款“三公”经费支出决算情况说明", "“三公”经费财政拨款支出决算为0万元。"],
] as const;

it("is told once, though the numbers of the headings and the contents say so as well", async () => {
  const title = "某区某局2024年度部门决算";
  const contents = ["目录", "第二部分 2024年度部门决算情况说明", ...SECTIONS.map(([heading]) => heading)];
  const body = SECTIONS.filter(([heading]) => !heading.startsWith("三")).flatMap(([heading, text]) => [
    `## ${heading}`,
    text,
  ]);
  const document = [title, ...contents, "", "# 第二部分 2024年度部门决算情况说明", ...body].join("\n\n");
  const { report } = await examine(new TextEncoder().encode(document), {
    name: "文稿.md",
    profile: profileOf("national")!,
  });
  const told = report.findings.filter(
    ({ relation, severity }) => /section-missing|numbering/.test(relation) && severity !== "info",
  );
  expect(told.map(({ message }) => message)).toEqual(["说明中缺少“支出决算情况说明”一节。"]);
});
