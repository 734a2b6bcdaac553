import { profileOf } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { examine } from "./index.ts";

/*
 * What people found in four disclosures of Shanghai's Putuo district for 2025 (宜川路街道, 石泉路街道, 文化和旅游局,
 * 生态环境局), and what they found right: short texts of this project's own with the figures that the reviewers name.
 */

const HEAD = (department = "上海市普陀区人民政府宜川路街道办事处"): string =>
  `${department}2025年度部门决算\n\n第二部分 ${department}2025年度部门决算表`;

const NARRATIVE = (department = "上海市普陀区人民政府宜川路街道办事处"): string =>
  `第三部分 ${department}2025年度部门决算情况说明`;

const table = (title: string, ...rows: readonly string[]): string =>
  [
    title,
    "单位：万元",
    "",
    ...rows.flatMap((row, index) => (index === 0 ? [row, row.replaceAll(/[^|]+/g, "---")] : [row])),
  ].join("\n");

async function findingsOf(...parts: readonly string[]) {
  return findingsIn(parts, false);
}

async function findingsIn(parts: readonly string[], rounding: boolean) {
  const { report } = await examine(new TextEncoder().encode(parts.join("\n\n")), {
    name: "文稿.md",
    profile: profileOf("shanghai")!,
    rounding,
  });
  // A short text owes the rest of the form.
  return report.findings.filter(
    ({ relation }) => !/^structure\.(?:table|section|numbering|contents)|^agreement\.department/.test(relation),
  );
}

const THREE_PUBLIC = (row: string): string =>
  table(
    "财政拨款“三公”经费支出决算表",
    "| 合计 | 合计 | 因公出国（境）费 | 因公出国（境）费 | 公务用车购置及运行维护费小计 | 公务用车购置及运行维护费小计 | 公务用车购置费 | 公务用车购置费 | 公务用车运行维护费 | 公务用车运行维护费 | 公务接待费 | 公务接待费 |",
    "| 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 |",
    row,
  );

const FUNCTIONAL = "| 功能分类科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |";

describe("宜川路街道 2025", () => {
  it("has the items of 302 a row too high, which is why three of them exceed the “three public” table", async () => {
    const economic = [
      ["302", "商品和服务支出", "1,844.57"],
      ["30201", "办公费", "1,699.21"],
      ["30211", "差旅费", "0.00"],
      ["30212", "因公出国（境）费用", "13.24"],
      ["30215", "会议费", "0.33"],
      ["30216", "培训费", "0.30"],
      ["30217", "公务接待费", "8.31"],
      ["30229", "福利费", "19.56"],
      ["30231", "公务用车运行维护费", "81.11"],
      ["30239", "其他交通费用", "1.70"],
      ["30240", "税金及附加费用", "20.81"],
      ["30299", "其他商品和服务支出", "1,844.57"],
    ];
    const errors = (
      await findingsOf(
        HEAD(),
        table(
          "一般公共预算财政拨款基本支出决算表",
          "| 经济分类科目编码 | 科目名称 | 决算数 |",
          ...economic.map((row) => `| ${row.join(" | ")} |`),
        ),
        THREE_PUBLIC("| 31.47 | 19.86 |  |  | 30.67 | 19.56 |  |  | 30.67 | 19.56 | 0.80 | 0.30 |"),
        NARRATIVE(),
      )
    ).filter(({ severity }) => severity === "error");
    expect(errors.map(({ relation }) => relation)).toEqual(["table.rows-slipped"]);
    for (const words of [
      "“公务接待费”的0.30万元印在“培训费”行",
      "“因公出国（境）费用”13.24万元大于“三公”经费表的空白",
      "“公务接待费”8.31万元大于“三公”经费表的0.30万元",
      "“公务用车运行维护费”81.11万元大于“三公”经费表的19.56万元",
      "不等于“商品和服务支出”的1,844.57万元",
    ])
      expect(errors[0]!.message).toContain(words);
  });

  it("tells 135 of a fund that spent 105: one finding, both places, no neighbour to blame", async () => {
    const findings = await findingsOf(
      HEAD(),
      table(
        "政府性基金预算财政拨款收入支出决算表",
        "| 功能分类科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出合计 | 基本支出 | 项目支出 | 年末结转和结余 |",
        "| 合计 |  |  | 105.00 | 105.00 |  | 105.00 |  |",
        "| 221 | 住房保障支出 |  | 105.00 | 105.00 |  | 105.00 |  |",
        "| 22198 | 超长期特别国债安排的支出 |  | 105.00 | 105.00 |  | 105.00 |  |",
        "| 2219899 | 其他住房保障支出 |  | 105.00 | 105.00 |  | 105.00 |  |",
      ),
      NARRATIVE(),
      "八、政府性基金预算财政拨款收入支出决算情况说明",
      "政府性基金预算财政拨款收入105.00万元，支出105.00万元，支出具体情况如下：",
      "住房保障支出（类）超长期特别国债安排的支出（款）其他住房保障支出（项）135.00万元，主要用于老旧电梯更新。年初预算为0.00万元，支出决算为135.00万元。决算数大于预算数的主要原因：新增项目。",
    );
    expect(findings.map(({ severity, expected }) => [severity, expected])).toEqual([["error", "105.00"]]);
    expect(findings[0]!.culprits.map(({ text }) => text)).toEqual(["135.00", "135.00"]);
    expect(findings[0]!.message).not.toContain("相邻行");
  });

  const DETAIL = [
    "（二）“三公”经费财政拨款支出决算具体情况说明。",
    "“三公”经费财政拨款支出决算中，公务用车购置及运行维护费支出决算19.56万元，占98.49%；公务接待费支出决算0.3万元，占1.51%。具体情况如下：",
    "1、因公出国（境）费支出0.00万元。",
    "2、公务用车购置及运行维护费支出19.56万元。其中：",
    "公务用车运行维护支出19.56万元。主要用于汽油费。2025年，所属各预算单位开支财政拨款的公务用车保有量为9辆。",
    "3、公务接待费支出0.3万元。其中：国内公务接待支出0.3万元。接待批次1次、接待15人次、陪同5人。",
  ];

  it("does not say what vehicles were bought for, how many missions went, nor how travel changed", async () => {
    const findings = await findingsOf(
      HEAD(),
      NARRATIVE(),
      "七、财政拨款“三公”经费支出决算情况说明",
      "（一）“三公”经费财政拨款支出决算总体情况说明。",
      "“三公”经费财政拨款支出年初预算为31.47万元，支出决算为19.86万元，完成预算的63.11%，其中：因公出国（境）费决算为0.00万元；公务用车购置及运行维护费支出决算为19.56万元；公务接待费支出决算为0.3万元。决算数小于预算数的主要原因：节约用车。",
      "2025年度“三公”经费财政拨款支出决算数比2024年度减少3.59万元，下降15.31%，其中：公务用车购置及运行维护费支出决算减少3.59万元，下降15.31%；公务接待费支出决算增加0.3万元，增长100%。公务用车购置及运行维护费支出减少的主要原因是合理用车。公务接待费支出增加的主要原因是产生公务接待。",
      ...DETAIL,
    );
    expect(findings.map(({ relation, severity }) => `${severity} ${relation}`)).toEqual([
      "error narrative.growth",
      "warning three-public.change-sum",
      "warning narrative.rate-of-nothing",
      "warning structure.element-missing",
      "info structure.element-missing",
    ]);
    const [growth, sum, , vehicles, missions] = findings.map(({ message }) => message);
    // 15.31% is right of all three together and wrong of the vehicles; which of the two numbers is, nothing says.
    expect(growth).toContain("－3.59÷（19.56＋3.59）＝－15.508%");
    expect(growth).toContain("必有一误，凭本文件不能断定是哪一个");
    expect(sum).toContain("－3.59＋0.3，即减少3.29万元，相差0.3万元；没有写明因公出国（境）费的增减");
    expect(vehicles).toBe("七（二）没有写明公务用车购置费。");
    expect(missions).toContain("因公出国（境）团组数");
  });

  it("is done with its vehicles when it says that none were bought", async () => {
    const said = DETAIL.map((line) =>
      line.startsWith("公务用车运行")
        ? `公务用车购置支出为0万元。${line}`
        : line.replace("0.00万元。", "0.00万元。全年安排因公出国（境）团组0个、累计0人次。"),
    );
    const findings = await findingsOf(HEAD(), NARRATIVE(), "七、财政拨款“三公”经费支出决算情况说明", ...said);
    expect(findings.filter(({ relation }) => relation === "structure.element-missing")).toEqual([]);
  });

  it("is told which item its list lacks, with the amount that the table prints", async () => {
    const item = (name: string, amount: string): string =>
      `社会保障和就业支出（类）${name}（项）${amount}万元。年初预算为${amount}万元，支出决算为${amount}万元。决算数等于预算数。`;
    const findings = await findingsOf(
      HEAD(),
      table(
        "一般公共预算财政拨款支出决算表",
        FUNCTIONAL,
        "| 208 | 社会保障和就业支出 | 281.02 |  | 281.02 |",
        "| 20807 | 就业补助 | 76.08 |  | 76.08 |",
        "| 2080705 | 公益性岗位补贴 | 50.11 |  | 50.11 |",
        "| 2080799 | 其他就业补助支出 | 25.96 |  | 25.96 |",
        "| 20808 | 抚恤 | 196.51 |  | 196.51 |",
        "| 2080801 | 死亡抚恤 | 196.51 |  | 196.51 |",
        "| 20816 | 红十字事业 | 8.43 |  | 8.43 |",
        "| 2081602 | 一般行政管理事务 | 8.43 |  | 8.43 |",
        "| 合计 |  | 281.02 |  | 281.02 |",
      ),
      NARRATIVE(),
      "五、一般公共预算财政拨款支出决算情况说明",
      "（三）一般公共预算财政拨款支出决算具体情况",
      "一般公共预算财政拨款支出决算为281.02万元。其中：",
      item("就业补助（款）其他就业补助支出", "25.96"),
      item("抚恤（款）死亡抚恤", "196.51"),
      item("红十字事业（款）一般行政管理事务", "8.43"),
    );
    expect(findings.map(({ suggestion }) => suggestion)).toEqual(["补列“公益性岗位补贴”50.11万元"]);
  });

  it("names class 207 as it was called until 2018, beside a table that has it right", async () => {
    const findings = await findingsOf(
      HEAD(),
      table(
        "一般公共预算财政拨款支出决算表",
        FUNCTIONAL,
        "| 207 | 文化旅游体育与传媒支出 | 20.00 |  | 20.00 |",
        "| 20703 | 体育 | 20.00 |  | 20.00 |",
        "| 2070308 | 群众体育 | 20.00 |  | 20.00 |",
        "| 合计 |  | 20.00 |  | 20.00 |",
      ),
      NARRATIVE(),
      "五、一般公共预算财政拨款支出决算情况说明",
      "（三）一般公共预算财政拨款支出决算具体情况",
      "10、文化体育与传媒支出（类）体育（款）群众体育（项）20.00万元，主要用于全民健身。年初预算为20.00万元，支出决算为20.00万元。决算数等于预算数。",
    );
    expect(findings.map(({ relation, expected }) => [relation, expected])).toEqual([
      ["classification.narrative-name", "文化旅游体育与传媒支出"],
    ]);
  });
});

describe("石泉路街道 2025", () => {
  const DEPARTMENT = "上海市普陀区人民政府石泉路街道办事处";
  const ROWS = (total: string): readonly string[] => [
    `| 212 | 城乡社区支出 | 12,029.15 | ${total} | 1,367.64 |`,
    `| 21201 | 城乡社区管理事务 | 12,029.15 | ${total} | 1,367.64 |`,
    "| 2120101 | 行政运行 | 1,715.05 | 1,690.05 | 25.00 |",
    "| 2120102 | 一般行政管理事务 | 1,342.64 |  | 1,342.64 |",
    "| 2120104 | 城管执法 | 1,289.35 | 1,289.35 |  |",
    "| 2120199 | 其他城乡社区管理事务支出 | 7,682.11 | 7,682.11 |  |",
  ];

  it("drops a digit in two rows of two tables: one slip, told once, with every place", async () => {
    const findings = await findingsOf(
      HEAD(DEPARTMENT),
      table(
        "支出决算表",
        "| 功能分类科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |",
        "| 合计 |  | 12,029.15 | 10,661.51 | 1,367.64 |",
        ...ROWS("1,066.51"),
      ),
      table(
        "一般公共预算财政拨款支出决算表",
        FUNCTIONAL,
        ...ROWS("1,066.51"),
        "| 合计 |  | 12,029.15 | 10,661.51 | 1,367.64 |",
      ),
      NARRATIVE(DEPARTMENT),
    );
    expect(findings.map(({ severity }) => severity)).toEqual(["error"]);
    const [{ culprits, message }] = findings as [(typeof findings)[0]];
    expect(culprits.map(({ text, expected }) => `${text} ${expected}`)).toEqual(Array(4).fill("1,066.51 10661.51"));
    expect(message).toContain("同一个错数还印在《");
  });

  it("prints the budget of receptions for what they cost, and says there were none: one finding", async () => {
    const findings = await findingsOf(
      HEAD(DEPARTMENT),
      THREE_PUBLIC("| 53.93 | 37.35 |  |  | 52.40 | 37.35 | 25.00 | 25.00 | 27.40 | 12.35 | 1.53 | 0 |"),
      NARRATIVE(DEPARTMENT),
      "七、财政拨款“三公”经费支出决算情况说明",
      "（一）“三公”经费财政拨款支出决算总体情况说明。",
      "“三公”经费财政拨款支出年初预算为53.93万元，支出决算为37.35万元，完成预算的69.26%，其中：因公出国（境）费决算为0万元，完成预算的0%；公务用车购置及运行维护费支出决算为37.35万元，完成预算的71.28%；公务接待费支出决算为1.53万元，完成预算的0%。决算数小于预算数的主要原因：无公务接待开支、节约用车。",
      "（二）“三公”经费财政拨款支出决算具体情况说明。",
      "1、因公出国（境）费支出0万元。全年安排因公出国（境）团组0个、累计0人次。",
      "2、公务用车购置及运行维护费支出37.35万元。其中：公务用车购置支出为25万元。主要用于新购一辆公车。",
      "公务用车运行维护支出12.35万元。2025年，所属各预算单位开支财政拨款的公务用车保有量为8辆。",
      "3、公务接待费支出0万元。其中：国内公务接待支出0万元（含外宾接待支出0万元）。",
    );
    expect(findings.map(({ culprits }) => culprits.map(({ text, expected }) => [text, expected]))).toEqual([
      [["1.53", "0.00"]],
    ]);
    expect(findings[0]!.symptoms.map(({ relation }) => relation)).toContain("nothing.stated");
  });

  it("blames 245.53 of 职业年金, since the rate, the table and the first sentence agree on 257.14", async () => {
    const findings = await findingsOf(
      HEAD(DEPARTMENT),
      table(
        "一般公共预算财政拨款支出决算表",
        FUNCTIONAL,
        "| 208 | 社会保障和就业支出 | 257.14 | 257.14 |  |",
        "| 20805 | 行政事业单位养老支出 | 257.14 | 257.14 |  |",
        "| 2080506 | 机关事业单位职业年金缴费支出 | 257.14 | 257.14 |  |",
        "| 合计 |  | 257.14 | 257.14 |  |",
      ),
      NARRATIVE(DEPARTMENT),
      "五、一般公共预算财政拨款支出决算情况说明",
      "（三）一般公共预算财政拨款支出决算具体情况",
      "“社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）”257.14万元，主要用于：缴纳职业年金。年初预算为274.82万元，支出决算为245.53万元，完成年初预算的93.57%。决算数小于预算数的主要原因：人员流动。",
    );
    expect(findings.map(({ severity, stated, expected }) => [severity, stated, expected])).toEqual([
      ["error", "245.53", "257.14"],
    ]);
  });

  it("calls an item by the name of its group, and another with two words changed about", async () => {
    const findings = await findingsOf(
      HEAD(DEPARTMENT),
      table(
        "一般公共预算财政拨款支出决算表",
        FUNCTIONAL,
        "| 201 | 一般公共服务支出 | 23.42 |  | 23.42 |",
        "| 20105 | 统计信息事务 | 23.42 |  | 23.42 |",
        "| 2010505 | 专项统计业务 | 20.03 |  | 20.03 |",
        "| 2010506 | 统计管理 | 3.39 |  | 3.39 |",
        "| 212 | 城乡社区支出 | 7,682.11 | 7,682.11 |  |",
        "| 21201 | 城乡社区管理事务 | 7,682.11 | 7,682.11 |  |",
        "| 2120199 | 其他城乡社区管理事务支出 | 7,682.11 | 7,682.11 |  |",
        "| 合计 |  | 7,705.53 | 7,682.11 | 23.42 |",
      ),
      NARRATIVE(DEPARTMENT),
      "五、一般公共预算财政拨款支出决算情况说明",
      "（三）一般公共预算财政拨款支出决算具体情况",
      "1.“一般公共服务（类）统计信息事务（款）统计信息事务（项）”20.04万元。年初预算为20.04万元，支出决算为20.04万元。决算数等于预算数。",
      "“一般公共服务（类）统计信息事务（款）统计管理（项）”3.39万元。年初预算为3.39万元，支出决算为3.39万元。决算数等于预算数。",
      "2.“城乡社区支出（类）城乡社区管理事务（款）其他社区城乡管理事务支出（项）”7,682.11万元。年初预算为7,682.11万元，支出决算为7,682.11万元。决算数等于预算数。",
    );
    expect(findings.map(({ relation, expected }) => [relation, expected])).toEqual([
      ["items.functional", "专项统计业务"],
      ["classification.narrative-name", "其他城乡社区管理事务支出"],
    ]);
  });
});

describe("文化和旅游局 2025", () => {
  it("lists the items of funds in the table of the general budget, so that all below are amounts of others", async () => {
    const rows = (amounts: readonly string[]): readonly string[] =>
      [
        ["207", "文化旅游体育与传媒支出"],
        ["20709", "旅游发展基金支出"],
        ["2070904", "地方旅游开发项目补助"],
        ["20799", "其他文化旅游体育与传媒支出"],
        ["2079903", "文化产业发展专项支出"],
        ["2079999", "其他文化旅游体育与传媒支出"],
        ["221", "住房保障支出"],
        ["22102", "住房改革支出"],
        ["2210201", "住房公积金"],
        ["2210203", "购房补贴"],
      ].map(([code, name], index) => `| ${code} | ${name} | ${amounts[index]} |`);
    const errors = (
      await findingsOf(
        HEAD("上海市普陀区文化和旅游局"),
        table(
          "支出决算表",
          "| 功能分类科目编码 | 科目名称 | 本年支出合计 |",
          "| 合计 |  | 2,968.00 |",
          ...rows([
            "2,372.36",
            "2.80",
            "2.80",
            "2,369.56",
            "2,349.56",
            "20.00",
            "595.64",
            "595.64",
            "403.71",
            "191.93",
          ]),
        ),
        table(
          "一般公共预算财政拨款支出决算表",
          "| 功能分类科目编码 | 科目名称 | 合计 |",
          ...rows([
            "2,369.56",
            "2,369.56",
            "2,349.56",
            "20.00",
            "595.64",
            "595.64",
            "403.71",
            "191.93",
            "2,965.20",
            "2,369.56",
          ]),
          "| 合计 |  | 2,369.56 |",
        ),
        NARRATIVE("上海市普陀区文化和旅游局"),
        "五、一般公共预算财政拨款支出决算情况说明",
        "（一）一般公共预算财政拨款支出决算总体情况",
        "一般公共预算财政拨款支出2965.20万元，占本年支出合计的99.91%。",
        "（三）一般公共预算财政拨款支出决算具体情况",
        ...[
          ["文化旅游体育与传媒支出（类）其他文化旅游体育与传媒支出（款）文化产业发展专项支出", "2349.56"],
          ["文化旅游体育与传媒支出（类）其他文化旅游体育与传媒支出（款）其他文化旅游体育与传媒支出", "20.00"],
          ["住房保障支出（类）住房改革支出（款）住房公积金", "403.71"],
          ["住房保障支出（类）住房改革支出（款）购房补贴", "191.93"],
        ].map(
          ([name, amount]) => `${name}（项）。年初预算为${amount}万元，支出决算为${amount}万元。决算数与预算数持平。`,
        ),
      )
    ).filter(({ severity }) => severity === "error" || severity === "warning");
    expect(errors.map(({ relation }) => relation)).toEqual(["table.rows-slipped"]);
    expect(errors[0]!.message).toContain(
      "“2079999其他文化旅游体育与传媒支出”的20.00万元印在“20799其他文化旅游体育与传媒支出”行",
    );
    expect(errors[0]!.message).toContain("合计行印作2,369.56万元，五（一）为2965.20万元");
    // The group of the general budget that no narrative tells has slipped like its items, to where the fund's stands.
    expect(errors[0]!.message).toContain(
      "自“旅游发展基金支出”行起，金额与科目错位上移2行：“其他文化旅游体育与传媒支出”的2,369.56万元印在“旅游发展基金支出”行",
    );
  });
});

describe("生态环境局 2025", () => {
  const DEPARTMENT = "上海市普陀区生态环境局";

  it("loses a digit of the year in its contents", async () => {
    const findings = await findingsOf(
      `${DEPARTMENT}2025年度部门决算`,
      "目录",
      `第三部分 ${DEPARTMENT} 202 年度部门决算情况说明`,
      "第四部分 名词解释",
      NARRATIVE(DEPARTMENT),
      "一、收入支出决算总体情况说明",
      `${DEPARTMENT}2025年度收入支出总计4733.14万元。`,
      "第四部分 名词解释",
    );
    expect(findings.map(({ relation, stated, expected }) => [relation, stated, expected])).toEqual([
      ["agreement.year", "202", "2025"],
    ]);
  });

  it("counts foreign guests and no others, and calls down what stayed the same", async () => {
    const findings = await findingsOf(
      HEAD(DEPARTMENT),
      NARRATIVE(DEPARTMENT),
      "七、财政拨款“三公”经费支出决算情况说明",
      "（一）“三公”经费财政拨款支出决算总体情况说明。",
      "2025年度“三公”经费财政拨款支出决算为16.95万元，比2024年度增加5.07万元，增长42.68%，其中：因公出国（境）费支出决算为0.00万元，与2024年持平；公务用车购置及运行维护费支出决算增加5.07万元，增长42.68%；公务接待费支出决算减少为0.00万元，与2024年持平。公务用车购置及运行维护费支出增加的主要原因是维护费增加。",
      "（二）“三公”经费财政拨款支出决算具体情况说明。",
      "1、因公出国（境）费支出0.00万元。全年安排因公出国（境）团组0个、累计0人次。",
      "2、公务用车购置及运行维护费支出16.95万元。其中：公务用车购置支出为0万元。",
      "公务用车运行维护支出16.95万元。2025年，所属各预算单位开支财政拨款的公务用车保有量为9辆。",
      "3、公务接待费支出0万元。其中：国内公务接待支出0.00万元（含外宾接待支出0.00万元）。其中：接待外宾0批次、0人次。",
    );
    expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      expect.stringContaining("warning 七（一），“增加（减少）”与“持平”矛盾：“减少为0.00万元，与2024年持平”"),
      "warning 七（二）没有写明国内公务接待批次、国内公务接待人次。",
    ]);
  });

  it("is right where people said so: rounding, and an amount of projects that is not project expenditure", async () => {
    const findings = await findingsOf(
      HEAD(DEPARTMENT),
      table(
        "支出决算表",
        "| 功能分类科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |",
        "| 合计 |  | 4,214.91 | 2,847.16 | 1,367.76 |",
        "| 208 | 社会保障和就业支出 | 471.44 | 460.67 | 10.77 |",
        "| 20808 | 抚恤 | 471.44 | 460.67 | 10.77 |",
        "| 211 | 节能环保支出 | 3,743.47 | 2,386.49 | 1,356.98 |",
        "| 21103 | 污染防治 | 3,743.47 | 2,386.49 | 1,356.98 |",
      ),
      NARRATIVE(DEPARTMENT),
      "十、预算绩效管理情况",
      "编报绩效目标的2025年度项目28个，涉及预算金额1354.13万元；绩效跟踪评价的2025年度项目28个，涉及预算金额1354.13万元；绩效自评的2025年度项目28个，涉及预算金额1354.13万元，平均得分99.86分（其中，绩效评级为“优”的项目28个；绩效评级为“良”的项目0个；绩效评级为“合格”的项目0个；绩效评级为“不合格”的项目0个。绩效自评中共发现问题3个，已经完成整改的3个，正在整改的0个）。",
    );
    expect(findings).toEqual([]);
  });

  it("lists the three places where rounding shows to whoever asks", async () => {
    const general = [
      "| 208 | 社会保障和就业支出 | 471.44 | 460.67 | 10.77 |",
      "| 211 | 节能环保支出 | 3,742.47 | 2,385.48 | 1,356.98 |",
    ];
    const findings = await findingsIn(
      [
        HEAD(DEPARTMENT),
        table(
          "支出决算表",
          "| 功能分类科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |",
          "| 合计 |  | 4,213.91 | 2,846.15 | 1,367.76 |",
          ...general,
        ),
        table("一般公共预算财政拨款支出决算表", FUNCTIONAL, ...general, "| 合计 |  | 4,213.91 | 2,846.15 | 1,367.75 |"),
        table(
          "一般公共预算财政拨款基本支出决算表",
          "| 经济分类科目编码 | 科目名称 | 决算数 |",
          "| 310 | 资本性支出 | 14.44 |",
          "| 31002 | 办公设备购置 | 13.94 |",
          "| 31003 | 专用设备购置 | 0.49 |",
        ),
        NARRATIVE(DEPARTMENT),
      ],
      true,
    );
    // The tables are set here without their items, as the disclosure does not print them.
    const told = findings.filter(({ relation }) => relation !== "structure.row-missing");
    expect(new Set(told.map(({ severity }) => severity))).toEqual(new Set(["rounding"]));
    const messages = findings.map(({ message }) => message).join("\n");
    expect(messages).toContain("10.77＋1356.98＝1367.75万元，相差0.01万元，在四舍五入之内。");
    expect(messages).toContain("项目支出为1,367.75万元，两者应当相等，差在四舍五入之内。");
    expect(messages).toContain("13.94＋0.49＝14.43万元，相差0.01万元，在四舍五入之内。");
  });
});
