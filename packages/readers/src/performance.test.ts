import { checkDisclosure } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { bindDisclosure } from "./binding/bind.ts";
import { readText } from "./text/index.ts";

const SHEET = `某某市水务局2023年度部门决算

十、预算绩效情况说明
“河道管护”项目绩效自评得分为97.00分，全年预算数为110.00万元，执行数为99.00万元，完成预算的90.00%。

项目支出绩效自评表
| 项目名称 | 河道管护 | | | | | | |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| | 年度资金总额 | 120.00 | 110.00 | 99.00 | 10 | 90.00% | 9.00 |
| | 其中：当年财政拨款 | 120.00 | 110.00 | 99.00 | — | — | — |
| | 其他资金 | 0.00 | 0.00 | 0.00 | — | — | — |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |
| 产出指标（40分） | 数量指标 | 管护长度 | ≥12公里 | 11公里 | 25 | 23 | |
| | 质量指标 | 合格率 | 100% | 100% | 15 | 15 | |
| 效益指标（40分） | 社会效益 | 河道环境 | 改善 | 改善 | 20 | 20 | |
| | 生态效益 | 水质 | 改善 | 改善 | 20 | 20 | |
| 满意度指标（10分） | 满意度 | 群众满意度 | ≥90% | 92% | 10 | 10 | |
| 总分 | | | | | 100 | 97.00 | |`;

/** What is said of the table with some of it changed. */
function findings(...changes: readonly (readonly [from: string, to: string])[]): string[] {
  let text = SHEET;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const document = readText(new TextEncoder().encode(text));
  const disclosure = { ...bindDisclosure(document), kind: "final-accounts" as const };
  return checkDisclosure(disclosure, { file: "", sha256: "", format: "text", document })
    .findings.filter(({ relation }) => relation.startsWith("performance.") || relation === "narrative.completion")
    .map(({ severity, relation, message }) => `${severity} ${relation} ${message}`);
}

describe("a self-evaluation that adds up", () => {
  it("gives nothing to say", () => {
    expect(findings()).toEqual([]);
  });

  it("may give points by steps, leave the execution out of its rows, or add points of its own", () => {
    expect(
      findings(
        ["| 90.00% | 9.00 |", "| 90.00% | 10 |"],
        ["得分为97.00", "得分为98.00"],
        ["| 100 | 97.00", "| 100 | 98.00"],
      ),
    ).toEqual([]);
    expect(
      findings(
        ["| 10 | 90.00% | 9.00 |", "| — | 90.00% | — |"],
        ["得分为97.00", "得分为88.00"],
        ["| 100 | 97.00", "| 100 | 88.00"],
      ),
    ).toEqual([]);
    expect(findings(["| 水质 |", "| 加分项 |"], ["| 20 | 20 | |\n| 满意", "| 5 | 20 | |\n| 满意"])).toEqual([]);
  });

  it("may score every indicator out of a hundred", () => {
    expect(
      findings(["| 25 | 23 |", "| 25 | 92 |"], ["| 15 | 15 |", "| 15 | 100 |"], ["| 10 | 10 |", "| 10 | 100 |"]).filter(
        (line) => line.includes("within-weight"),
      ),
    ).toEqual([]);
  });

  it("may have its total of funds left at nothing", () => {
    const said = findings(["| 120.00 | 110.00 | 99.00 | 10 | 90.00% | 9.00 |", "| 0 | 0 | 0 | 10 | 0 | 9.00 |"]);
    expect(said.filter((line) => /^(?:error|warning) performance\.funds/.test(line))).toEqual([]);
  });
});

describe("a mistake in a self-evaluation is named with what should stand there", () => {
  it.each([
    [
      "the score of execution, which its rate bears out against",
      ["| 9.00 |", "| 9.90 |"],
      /performance\.scores.*9\.90分应为9\.00分/,
    ],
    ["a score above its weight", ["| 25 | 23 |", "| 25 | 32 |"], /performance\.within-weight.*应为23分/],
    ["a weight", ["| 25 | 23 |", "| 52 | 23 |"], /performance\.weights.*52分（应为25分）/],
    [
      "a group's weight",
      ["效益指标（40分）", "效益指标（30分）"],
      /performance\.weights.*20＋20＝40分，相差10分，应为40分/,
    ],
    ["the total", ["| 100 | 97.00", "| 100 | 79.00"], /performance\.scores.*应为97\.00分/],
    ["the rate", ["| 90.00% |", "| 99.00% |"], /narrative\.completion.*应为90\.00%/],
    ["a budget", ["| 110.00 | 99.00 | 10", "| 101.00 | 99.00 | 10"], /101\.00万元应为110\.00万元/],
    [
      "what the text tells of it",
      ["执行数为99.00", "执行数为96.00"],
      /96\.00万元应为99\.00万元|performance\.told.*96\.00/,
    ],
  ] as const)("%s", (_, change, said) => {
    expect(findings(change).join("\n")).toMatch(said);
  });
});

describe("a list of projects that prints other amounts of the project", () => {
  const LIST = `项目支出绩效自评结果汇总表
单位：万元
| 序号 | 项目名称 | 全年预算数 | 执行数 | 执行率 |
| --- | --- | --- | --- | --- |
| 1 | 河道管护 | 101.00 | 99.00 | 98.02% |
| 2 | 农村供水 | 50.00 | 40.00 | 80.00% |

项目支出绩效自评表
| 项目名称`;

  it("is not held against the parts of the sheet", () => {
    expect(findings(["项目支出绩效自评表\n| 项目名称", LIST])).toEqual([]);
  });
});

describe("what is told behind a table of projects", () => {
  it("begins anew, though the line before the table ends in no full stop", () => {
    const text = `某某市水务局2023年度部门决算

第三部分 2023年度部门决算情况说明
十、预算绩效情况说明
在部门决算中反映河道管护等2个项目绩效自评结果，全年执行数合计110.00万元，具体见下表：
项目支出绩效自评情况表
单位：万元
| 序号 | 项目名称 | 全年执行数 |
| --- | --- | --- |
| 1 | 河道管护 | 99.00 |
| 2 | 水质监测 | 11.00 |

河道管护项目绩效自评综述：项目全年预算数为110.00万元，执行数为99.00万元。`;
    const { figures } = bindDisclosure(readText(new TextEncoder().encode(text)));
    const labels = figures.filter(({ value }) => value === "110.00").map(({ dimensions }) => dimensions.label);
    expect(labels.at(-1)).toBe("河道管护");
  });
});
