import { describe, expect, it } from "vitest";
import { examine } from "./index.ts";

const CLASSES = [
  ["201", "一般公共服务支出", "2106.66", "1503.52", "603.14"],
  ["208", "社会保障和就业支出", "326.71", "326.71", "0.00"],
  ["210", "卫生健康支出", "60.99", "60.99", "0.00"],
  ["221", "住房保障支出", "445.69", "445.69", "0.00"],
] as const;
const NUMERALS = ["一", "八", "九", "十九"];
const TOTAL = ["2940.05", "2336.91", "603.14"] as const;

const scaled = (amount: string, times: number): string => (Number(amount) * times).toFixed(2);

/** 支出决算表 with every amount so many times what the rest of the document prints. */
function disclosure(times: number, previous = 1): string {
  const rows = CLASSES.map(
    ([code, name, ...amounts]) =>
      `| ${code} | ${name} | ${amounts.map((amount) => scaled(amount, times)).join(" | ")} |`,
  );
  return `某市某局${2025 - previous}年度部门决算

收入支出决算总表

单位：万元

| 收入 | | 支出 | |
| --- | --- | --- | --- |
| 项目 | 决算数 | 项目 | 决算数 |
| 一、一般公共预算财政拨款收入 | 2940.05 | ${NUMERALS.map((numeral, index) => `${numeral}、${CLASSES[index]![1]} | ${CLASSES[index]![2]} |`).join("\n| | | ")}
| 本年收入合计 | 2940.05 | 本年支出合计 | 2940.05 |
| 总计 | 2940.05 | 总计 | 2940.05 |

支出决算表

单位：万元

| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
| --- | --- | --- | --- | --- |
| 合计 | | ${TOTAL.map((amount) => scaled(amount, times)).join(" | ")} |
${rows.join("\n")}

三、支出决算情况说明

${2025 - previous}年度本年支出合计2940.05万元，其中：基本支出2336.91万元，占79.49%；项目支出603.14万元，占20.51%。
`;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const errors = async (text: string, previous?: string) => {
  const before = previous === undefined ? undefined : (await examine(bytes(previous))).disclosure;
  const { report } = await examine(bytes(text), { ...(before && { previous: before }) });
  return report.findings.filter(({ severity, verdict }) => severity === "error" && verdict === "inconsistent");
};

describe("a table that is not of this disclosure", () => {
  it("is told as one mistake, where it adds up by itself and contradicts all the rest", async () => {
    expect(await errors(disclosure(1))).toEqual([]);
    const [found, ...others] = await errors(disclosure(0.9));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      culprits: [{ kind: "table", certainty: "unique" }],
      suggestion: "换上本年度的表，逐数核对",
    });
    expect(found?.message).toContain("《支出决算表》表内各数自相平衡");
    expect(found?.message).toContain("整张表像是另一年度、另一单位或另一口径的");
    expect(found?.symptoms.length).toBeGreaterThanOrEqual(6);
  });

  it("is last year's where last year's disclosure prints the same", async () => {
    const [found, ...others] = await errors(disclosure(0.9), disclosure(0.9, 2));
    expect(others).toEqual([]);
    expect(found?.message).toContain("各数与上年公开的相同，是上年的表");
  });

  it("is blamed figure by figure where its own sums fail too", async () => {
    const found = await errors(disclosure(0.9).replace(/\| 2646\.05 \| 2103\.22/, "| 2646.05 | 2103.99"));
    expect(found.flatMap(({ culprits }) => culprits.map(({ kind }) => kind))).not.toContain("table");
  });

  it("is not blamed for what a single place says otherwise", async () => {
    const found = await errors(disclosure(1).replace("基本支出2336.91万元", "基本支出2396.91万元"));
    expect(found.flatMap(({ culprits }) => culprits.map(({ kind }) => kind))).not.toContain("table");
    expect(found[0]?.culprits[0]).toMatchObject({ text: "2396.91", expected: "2336.91" });
  });
});

describe("a table that prints hardly a quantity that other places print", () => {
  /** 基本支出 by object, every amount so many times what the rest of the document prints. */
  const basic = (times: number): string => {
    const row = (code: string, name: string, amount: string): string =>
      `| ${code} | ${name} | ${scaled(amount, times)} |`;
    return `某市某局2024年度部门决算

一般公共预算财政拨款支出决算表

单位：万元

| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
| --- | --- | --- | --- | --- |
| 合计 | | ${TOTAL.join(" | ")} |
${CLASSES.map((row) => `| ${row.join(" | ")} |`).join("\n")}

一般公共预算财政拨款基本支出决算表

单位：万元

| 科目编码 | 科目名称 | 决算数 |
| --- | --- | --- |
${[
  row("301", "工资福利支出", "2000.00"),
  row("30101", "基本工资", "1200.00"),
  row("30102", "津贴补贴", "800.00"),
  row("302", "商品和服务支出", "236.91"),
  row("30201", "办公费", "136.91"),
  row("30211", "差旅费", "100.00"),
  row("303", "对个人和家庭的补助", "100.00"),
  row("30302", "退休费", "100.00"),
].join("\n")}
| 人员经费合计 | | ${scaled("2100.00", times)} |
| 公用经费合计 | | ${scaled("236.91", times)} |

六、一般公共预算财政拨款基本支出决算情况说明

一般公共预算财政拨款基本支出2336.91万元，其中：人员经费2100.00万元，公用经费236.91万元。
`;
  };

  it("is known by what ties it to them, nearly all of which it breaks", async () => {
    expect(await errors(basic(1))).toEqual([]);
    const [found, ...others] = await errors(basic(2));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ culprits: [{ kind: "table", certainty: "unique" }] });
    expect(found?.message).toContain("《一般公共预算财政拨款基本支出决算表》表内各数自相平衡");
  });
});
