import { describe, expect, it } from "vitest";
import type { DocumentReport, Finding, ReadDocument } from "@juesuan/core";
import { examine } from "../examine.ts";
import { withBlanksFilled } from "./index.ts";

const TITLE = "某市某区财政局2024年度部门决算\n第三部分 2024年度部门决算情况说明\n";

/** What is said of the blanks of a text. */
async function blanksOf(text: string): Promise<readonly Finding[]> {
  const { report } = await examine(new TextEncoder().encode(`${TITLE}${text}`), { name: "决算.txt" });
  return report.findings.filter(({ relation }) => /leftover|empty-slot/.test(relation));
}

describe("what belongs in a blank that nobody filled in", () => {
  it("is the share that the amounts around it come to", async () => {
    const [finding] = await blanksOf(
      "三、支出决算情况说明\n2024年本年支出合计80.00万元，其中：基本支出50.00万元，占XX%；项目支出30.00万元，占37.50%。\n",
    );
    expect(finding).toMatchObject({ relation: "wording.leftover", expected: "62.50" });
    expect(finding!.culprits).toMatchObject([{ text: "XX", expected: "62.50", certainty: "unique" }]);
    expect(finding!.suggestion).toContain("应填62.50%");
  });

  it("is the amount that is stated elsewhere, or that a sum leaves", async () => {
    const [finding] = await blanksOf(
      "三、支出决算情况说明\n2024年本年支出合计80.00万元，其中：基本支出XXX万元，占62.50%；项目支出30.00万元，占37.50%。\n",
    );
    expect(finding!.expected).toBe("50.00");
  });

  it("is told where the number was left out altogether", async () => {
    const [finding] = await blanksOf(
      "三、支出决算情况说明\n2024年本年支出合计80.00万元，其中：基本支出50.00万元，占%；项目支出30.00万元，占37.50%。\n",
    );
    expect(finding).toMatchObject({ relation: "wording.empty-slot", expected: "62.50" });
    expect(finding!.culprits).toMatchObject([{ kind: "blank", text: "" }]);
    expect(finding!.sources.map(({ text }) => text)).toEqual(["占%", "50.00", "80.00"]);
  });

  it("is told of each of several, as far as it is known", async () => {
    const [finding] = await blanksOf(
      "三、支出决算情况说明\n2024年本年支出合计80.00万元，其中：基本支出50.00万元，占XX%；项目支出30.00万元，占XX%。\n",
    );
    expect(finding!.culprits.map(({ expected }) => expected)).toEqual(["62.50", "37.50"]);
  });

  it("leaves to people what else stands in the same sentence", async () => {
    const [finding] = await blanksOf(
      "三、支出决算情况说明\n2024年本年支出合计80.00万元，其中：基本支出50.00万元，占XX%（如持平作持平表述）；项目支出30.00万元，占37.50%。\n",
    );
    expect(finding!.culprits.map(({ text, expected }) => [text, expected])).toEqual([
      ["XX", "62.50"],
      ["（如持平作持平表述）", undefined],
    ]);
    expect(finding!.suggestion).toBe("应填62.50%（据第三节的50.00、第三节的80.00）；填写实际内容，没有的删去");
    expect(finding!.suggestionEn).toMatch(
      /^Fill in 62\.50% \(from 50\.00 in section 3, 80\.00 in section 3\); Fill it in/,
    );
  });

  it("does not hide a rate behind it that is wrong by itself", async () => {
    const text =
      "三、支出决算情况说明\n2024年本年支出合计80.00万元。\n五、一般公共预算财政拨款支出决算情况说明\n（一）一般公共预算财政拨款支出决算总体情况\n2024年一般公共预算财政拨款支出XX万元，占本年支出合计的65.20%。\n（二）一般公共预算财政拨款支出决算结构情况\n2024年一般公共预算财政拨款支出50.00万元，主要用于以下方面：教育支出50.00万元，占100.00%。\n";
    const { report } = await examine(new TextEncoder().encode(`${TITLE}${text}`), { name: "决算.txt" });
    const [blank, ...others] = report.findings;
    expect([blank!.relation, blank!.stated, blank!.expected]).toEqual(["wording.leftover", "XX", "50.00"]);
    const share = others.find(({ relation }) => relation === "narrative.share");
    expect(share!.stated).toBe("65.20");
    expect(share!.message).toContain("50.00÷80.00＝62.500%");
  });

  it("takes the form's own 持平 for no statement", async () => {
    const { report } = await examine(
      new TextEncoder().encode(
        `${TITLE}一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元，增长12.11%（如持平作持平表述）。主要原因：人员增加。\n`,
      ),
      { name: "决算.txt" },
    );
    const errors = report.findings.filter(({ severity }) => severity === "error");
    expect(errors.map(({ relation }) => relation)).toEqual(["narrative.growth", "wording.leftover"]);
    expect(errors[0]!.message).toContain("10.00÷（100.00－10.00）＝11.111%");
  });

  it("is left open where nothing says it", async () => {
    const [finding] = await blanksOf(
      "七、财政拨款“三公”经费支出决算情况说明\n国内公务接待XX批次，12人次，共计支出0.50万元。\n",
    );
    expect(finding).toMatchObject({ expected: null, suggestion: "填写实际内容，没有的删去" });
  });

  it("is not asked for in a text so long that asking would take too long", async () => {
    const text = `${TITLE}三、支出决算情况说明\n基本支出XX万元，占62.50%。\n`;
    const { report, document } = await examine(new TextEncoder().encode(text), { name: "决算.txt" });
    const asked: ReadDocument[] = [];
    const check = (trial: ReadDocument): DocumentReport => {
      asked.push(trial);
      return report;
    };
    withBlanksFilled(report, document, check);
    expect(asked).toHaveLength(1);
    withBlanksFilled(report, { ...document, text: document.text.padEnd(2_000_000) }, check);
    expect(asked).toHaveLength(1);
  });
});
