import { expect, it } from "vitest";
import { examine } from "./index.ts";

const TEXT = (unit: string): string => `某区水务局2023年度部门决算
第二部分 2023年度部门决算情况说明
二、收入决算情况说明
本年收入合计9,000.00万元，其中：财政拨款收入8,900.00万元，占98.89%；其他收入100.00万元，占1.11%。
三、支出决算情况说明
本年支出合计8,800.00万元，其中：基本支出2,497.50万元，占28.38%；项目支出6,302.50${unit}，占71.62%。

支出决算表
单位：元

| 支出功能分类科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| 213 | 农林水支出 | 88,000,000.00 | 24,975,037.51 | 63,024,962.49 |
| 合计 |  | 88,000,000.00 | 24,975,037.51 | 63,024,962.49 |
`;

it("takes 元 in a text that tells its amounts in 万元 for a wrong unit, though the tables are in 元", async () => {
  const messages = async (text: string): Promise<readonly string[]> => {
    const { report } = await examine(new TextEncoder().encode(text), { name: "文稿.md" });
    return report.findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
  };
  expect(await messages(TEXT("万元"))).toEqual([]);
  const [message, ...others] = await messages(TEXT("元"));
  expect(others).toEqual([]);
  expect(message).toContain("6,302.50元应为6302.50万元（疑为计量单位写错）");
});
