import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("本项", () => {
  it("is the account told last, whose parts by nature follow", () => {
    const own = (rest: string): string =>
      `expenditure{${rest}fund=general,functional=交通运输支出/公路水路运输/公路养护`;
    for (const words of ["增加养护里程。本项中", "增加养护里程。其中本项", "增加养护里程。该科目支出中，"])
      expect(
        facts(
          "general-expenditure",
          `交通运输支出（类）公路水路运输（款）公路养护（项）。年初预算700万元，支出决算800万元，决算数大于年初预算数的主要原因：${words}基本支出600万元、项目支出200万元。`,
        ),
        words,
      ).toEqual([
        `700 → ${own("stage=original-budget,")}}`,
        `800 → ${own("")}}`,
        `600 → ${own("")},nature=basic}`,
        `200 → ${own("")},nature=project}`,
      ]);
  });
});

describe("同为", () => {
  it("tells one number of the budget and of what was spent", () => {
    expect(
      facts(
        "general-expenditure.items",
        "教育支出（类）普通教育（款）高等教育（项）。年初预算与支出决算同为38万元，完成年初预算的100%。",
      ),
    ).toEqual([
      "38 → expenditure{fund=general,functional=教育支出/普通教育/高等教育}",
      "38 → expenditure{stage=original-budget,fund=general,functional=教育支出/普通教育/高等教育}",
      "100 → expenditure{stage=original-budget,fund=general,functional=教育支出/普通教育/高等教育,measure=completion}",
    ]);
  });
});

describe("事业收入 with a bracket behind it", () => {
  it("leaves out the fees that are told beside it", () => {
    for (const words of ["不含专户管理教育收费", "不含财政专户管理教育收费", "不包括财政专户核拨的教育收费"])
      expect(
        facts("revenue", `本年收入合计1000万元，其中：事业收入（${words}）82万元，占8.2%；其他收入18万元，占1.8%。`),
      ).toEqual([
        "1000 → revenue",
        `82 → revenue{source=institutional,label=${words}}`,
        `8.2 → revenue{source=institutional,label=${words},measure=share,of=revenue}`,
        "18 → revenue{source=other}",
        "1.8 → revenue{source=other,measure=share,of=revenue}",
      ]);
  });
});

describe("a score in the bracket behind a count", () => {
  it("is of the project that the bracket names", () => {
    expect(
      facts(
        "performance",
        "自评得分90分以上的10个，80至90分的2个（国际交流专项，87.6分；食堂改造项目85分）。同时对整体支出开展自评，得分93.45分。",
      ).filter((line) => line.includes("performance-score")),
    ).toEqual([
      "87.6 → performance-score{label=国际交流专项}",
      "85 → performance-score{label=食堂改造}",
      "93.45 → performance-score",
    ]);
  });
});

describe("a share of other money", () => {
  it("is of no expenditure where its words name money told elsewhere", () => {
    expect(
      facts(
        "general-expenditure",
        "教育支出（类）普通教育（款）高等教育（项）。年初预算0万元，支出决算270万元，占到位债券资金的90%。",
      ).at(-1),
    ).toBe("90 → expenditure{fund=general,functional=教育支出/普通教育/高等教育,measure=share}");
  });
});
