import { keyText } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { readText } from "../text/index.ts";
import { bindDisclosure } from "./bind.ts";

const TABLE = `一般公共预算财政拨款支出决算表

单位：万元

| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| 合计 | 合计 | 32.77 | 12.40 | 20.37 |
| 208 | 社会保障和就业支出 | 32.77 | 12.40 | 20.37 |
| 20802 | 民政管理事务 | 12.40 | 12.40 | |
| 2080201 | 行政运行 | 12.40 | 12.40 | |
| 20808 | 抚恤 | 12.60 | | 12.60 |
| 2080801 | 死亡抚恤 | 9.10 | | 9.10 |
| 2080803 | 在乡复员、退伍军人生活补助 | 3.50 | | 3.50 |
| 20899 | 其他社会保障和就业支出 | 7.77 | | 7.77 |
| 2089999 | 其他社会保障和就业支出 | 7.77 | | 7.77 |`;

/** The amounts of a text, each with the code that it was bound to. */
async function told(text: string): Promise<string[]> {
  const written = `某县民政局2023年度部门决算\n\n第二部分 2023年度部门决算表\n\n${TABLE}\n\n第三部分 2023年度部门决算情况说明\n\n五、一般公共预算财政拨款支出决算情况说明\n\n${text}`;
  const { figures } = bindDisclosure(await readText(new TextEncoder().encode(written)));
  return figures
    .filter(({ source }) => source.table === undefined)
    .map(({ text: printed, concept, dimensions }) =>
      dimensions.measure === undefined
        ? `${printed} ${dimensions.functional ?? keyText(concept, dimensions)}`
        : printed,
    );
}

describe("the names of items in the narrative", () => {
  it("are one name though they hold a mark, with a code before them or under their class", async () => {
    expect(await told("2080801死亡抚恤9.10万元、2080803在乡复员、退伍军人生活补助3.50万元。")).toEqual([
      "9.10 2080801",
      "3.50 2080803",
    ]);
    expect(
      await told("社会保障和就业支出32.77万元，其中：死亡抚恤9.10万元，在乡复员、退伍军人生活补助支出3.50万元。"),
    ).toEqual(["32.77 208", "9.10 2080801", "3.50 2080803"]);
  });

  it("are not their class's where they begin with 其他", async () => {
    expect(
      await told("社会保障和就业支出32.77万元，具体包括行政运行12.40万元、其他社会保障和就业支出7.77万元。"),
    ).toEqual(["32.77 208", "12.40 2080201", "7.77 20899"]);
  });

  it("head what is told of them in numbered lines, the class unsaid", async () => {
    expect(await told("（1）行政运行：12.40万元。\n\n（2）在乡复员、退伍军人生活补助：3.50万元。")).toEqual([
      "12.40 2080201",
      "3.50 2080803",
    ]);
    expect(
      await told("1.其他社会保障和就业支出。年初预算为7.77万元，支出决算为7.77万元，完成年初预算的100%。"),
    ).toEqual(["7.77 2089999", "7.77 2089999", "100"]);
  });
});
