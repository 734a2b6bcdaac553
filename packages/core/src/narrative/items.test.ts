import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("an account's code before its name", () => {
  it("heads what is told of the account, where lists print no （类）（款）（项）", () => {
    const text =
      "一般公共预算财政拨款支出2017.65万元。按科目分：\n1.2050203初中教育：支出决算643.07万元，年初预算579.83万元。\n2.2050204高中教育：支出决算953.05万元。";
    expect(facts("general-expenditure", text)).toEqual([
      "2017.65 → expenditure{fund=general}",
      "643.07 → expenditure{fund=general,functional=2050203}",
      "579.83 → expenditure{stage=original-budget,fund=general,functional=2050203}",
      "953.05 → expenditure{fund=general,functional=2050204}",
    ]);
  });
});

describe("classes and what stands below them", () => {
  it("takes 其他支出 among classes for the class, short names with （类） for theirs", () => {
    const text = "主要用于以下方面：教育（类）支出80万元，占80%；其他支出20万元，占20%。";
    const own = (name: string): string => `expenditure{fund=general,functional=${name}`;
    expect(facts("general-expenditure.structure", text)).toEqual([
      `80 → ${own("教育支出")}}`,
      `80 → ${own("教育支出")},measure=share,of=expenditure{fund=general}}`,
      `20 → ${own("其他支出")}}`,
      `20 → ${own("其他支出")},measure=share,of=expenditure{fund=general}}`,
    ]);
  });
});

describe("a code printed level by level", () => {
  it("is the account's, though its name fits several", () => {
    expect(
      facts(
        "general-expenditure",
        "（1）201（类）03（款）01（项）行政运行，年初预算数785.20万元，决算数820.33万元。\n（2）213类05款04项农村基础设施建设，决算数860万元。",
      ),
    ).toEqual([
      "785.20 → expenditure{stage=original-budget,fund=general,functional=2010301}",
      "820.33 → expenditure{fund=general,functional=2010301}",
      "860 → expenditure{fund=general,functional=2130504}",
    ]);
  });
});

describe("items of one name in two classes", () => {
  it("are two, each of the class that was named before it", () => {
    expect(
      facts(
        "general-expenditure.items",
        "1.一般公共服务支出（201类）。支出决算848万元。其中：事业运行（项）190.42万元。\n2.教育支出（205类）。支出决算1365.98万元。其中：事业运行（项）238.80万元。",
      ).filter((fact) => fact.includes("事业运行")),
    ).toEqual([
      "190.42 → expenditure{fund=general,functional=一般公共服务支出/事业运行}",
      "238.80 → expenditure{fund=general,functional=教育支出/事业运行}",
    ]);
  });
});

describe("an item beside its budget", () => {
  it("is completed as a whole where it is the same, and saves what it is less", () => {
    expect(
      facts(
        "general-expenditure.items",
        "教师进修（2050801）：2025年决算12.30万元，年初预算18.80万元，完成65.41%，节支6.50万元。\n其他教育支出（2059999）：2025年决算23.26万元，与年初预算一致，完成100%。",
      ).map((fact) => fact.replace(/functional=[^,}]*/, "functional")),
    ).toEqual([
      "12.30 → expenditure{fund=general,functional}",
      "18.80 → expenditure{stage=original-budget,fund=general,functional}",
      "65.41 → expenditure{stage=original-budget,fund=general,functional,measure=completion}",
      "6.50 → expenditure{stage=original-budget,fund=general,functional,measure=change} decrease",
      "23.26 → expenditure{fund=general,functional}",
      "100 → expenditure{stage=original-budget,fund=general,functional,measure=completion}",
    ]);
  });

  it("may be called 用于…的彩票公益金支出, which does not say what it was used for", () => {
    expect(
      facts(
        "government-fund",
        "用于体育事业的彩票公益金支出（2296003）9.48万元；用于教育事业的彩票公益金支出（2296004）28.17万元。比上年支出增加23.91万元。",
      ),
    ).toEqual([
      "9.48 → expenditure{fund=government-fund,functional=2296003}",
      "28.17 → expenditure{fund=government-fund,functional=2296004}",
      "23.91 → expenditure{fund=government-fund,measure=change} increase",
    ]);
  });
});

it("takes a change of 0 without a unit for none of it", () => {
  expect(facts("three-public", "公务接待费支出0，比上年增加0，增长0。")).toEqual([
    "0 → three-public{item=receptions}",
    "0 → three-public{item=receptions,measure=change} increase",
    "0 → three-public{item=receptions,measure=growth} increase",
  ]);
});
