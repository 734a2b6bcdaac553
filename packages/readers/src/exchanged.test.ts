import { describe, expect, it } from "vitest";
import { examine } from "./index.ts";

const told = async (batches: number, persons: number): Promise<readonly string[]> => {
  const text = `青禾县水利局2024年度部门决算
第三部分 2024年度部门决算情况说明
七、财政拨款“三公”经费支出决算情况说明
（一）“三公”经费财政拨款支出决算总体情况说明
公务接待费支出0.72万元，国内公务接待4批次、36人次。
（二）“三公”经费财政拨款支出决算具体情况说明
公务接待费支出0.72万元，国内公务接待${batches}批次、${persons}人次。`;
  const { report } = await examine(new TextEncoder().encode(text));
  return report.findings.filter(({ relation }) => /quantity|persons/.test(relation)).map(({ message }) => message);
};

describe("batches and persons that are exchanged", () => {
  it("are one finding where another place prints both as they should be", async () => {
    expect(await told(4, 36)).toEqual([]);
    const [message, ...others] = await told(36, 4);
    expect(others).toEqual([]);
    expect(message).toMatch(/两数互换/);
    expect(message).not.toMatch(/必有一误/);
  });
});
