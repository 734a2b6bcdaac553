import { expect, it } from "vitest";
import { examine } from "./index.ts";

async function errors(text: string): Promise<readonly string[]> {
  const { report } = await examine(new TextEncoder().encode(text), { name: "文稿.md" });
  return report.findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

it("names what the parts add up to before what a rounded share gives", async () => {
  const told = (total: string): string =>
    `某县应急管理局2023年度部门决算
第二部分 2023年度部门决算情况说明
十二、政府采购支出情况说明
2023年度政府采购支出总额${total}万元，其中：政府采购货物支出35.86万元、政府采购工程支出40.00万元、政府采购服务支出30.00万元。授予中小企业合同金额81.03万元，占政府采购支出总额的76.54%。`;
  expect(await errors(told("105.86"))).toEqual([]);
  const [message, ...others] = await errors(told("115.09"));
  expect(others).toEqual([]);
  expect(message).toContain("政府采购支出的115.09万元应为105.86万元");
});

it("finds a class wrong by its objects and by a total that stands over two columns, printed in one of them", async () => {
  const table = (goods: string): string => `某州民政局2023年度部门决算
一般公共预算财政拨款基本支出决算表
单位：万元

| 人员经费 | 人员经费 | 人员经费 | 公用经费 | 公用经费 | 公用经费 | 公用经费 | 公用经费 | 公用经费 |
|---|---|---|---|---|---|---|---|---|
| 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 | 科目编码 | 科目名称 | 金额 |
| 301 | 工资福利支出 | 898.22 | 302 | 商品和服务支出 | ${goods} | 307 | 债务利息及费用支出 | 0.00 |
| 30101 | 基本工资 | 500.00 | 30201 | 办公费 | 110.99 | 310 | 资本性支出 | 3.19 |
| 30102 | 津贴补贴 | 398.22 | 30202 | 印刷费 | 69.70 | 31002 | 办公设备购置 | 3.19 |
| 303 | 对个人和家庭的补助 | 75.56 | 30203 | 咨询费 | 0.00 | 399 | 其他支出 | 0.00 |
| 30302 | 退休费 | 75.56 | 30204 | 手续费 | 0.00 | 39999 | 其他支出 | 0.00 |
| 人员经费合计 | 人员经费合计 | 973.78 | 公用经费合计 | 公用经费合计 | 公用经费合计 | 公用经费合计 | 公用经费合计 | 183.88 |`;
  expect(await errors(table("180.69"))).toEqual([]);
  const [message, ...others] = await errors(table("184.09"));
  expect(others).toEqual([]);
  expect(message).toContain("184.09万元应为180.69万元");
});
