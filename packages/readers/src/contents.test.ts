import { expect, it } from "vitest";
import { examine } from "./index.ts";

it("takes a part whose line is missing for a trifle where everything listed below it is there", async () => {
  const text = (table: string) =>
    `目录\n第一部分 部门概况\n一、部门职责\n第二部分 2023年度部门决算表\n一、收入支出决算总表\n二、${table}\n第三部分 2023年度部门决算情况说明\n一、收入支出决算总体情况说明\n\n# 第一部分 部门概况\n## 一、部门职责\n负责全区工作。\n\n收入支出决算总表\n\n收入决算表\n单位：万元\n\n| 科目编码 | 科目名称 | 本年收入合计 |\n| --- | --- | --- |\n| 201 | 一般公共服务支出 | 100.00 |\n\n# 第三部分 2023年度部门决算情况说明\n## 一、收入支出决算总体情况说明\n2023年度收、支总计均为100.00万元。`;
  const severity = async (table: string) => {
    const { report } = await examine(new TextEncoder().encode(text(table)), { name: "文稿.md" });
    return report.findings.find(({ message }) => message.includes("2023年度部门决算表”"))?.severity;
  };
  expect(await severity("收入决算表")).toBe("info");
  expect(await severity("财政专户资金收支表")).toBe("warning");
});
