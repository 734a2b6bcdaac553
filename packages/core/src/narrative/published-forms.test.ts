import { describe, expect, it } from "vitest";
import { facts, read } from "./read.test.support.ts";

// Wordings of accounts that counties and towns have published, with figures of this project's own.

describe("what changed, told in two sentences", () => {
  it("is of disbursements in the second, after one of receipts", () => {
    expect(
      facts(
        "totals",
        "本部门2025年度收入总计210万元，支出总计190万元。与2024年决算数相比，收入增加10万元、增长5%，主要原因是乡镇人员增加，加大了资金投入。支出减少20万元，下降9.5%。",
      ).slice(2),
    ).toEqual([
      "10 → total-receipts{measure=change} increase",
      "5 → total-receipts{measure=growth} increase",
      "20 → total-disbursements{measure=change} decrease",
      "9.5 → total-disbursements{measure=growth} decrease",
    ]);
  });

  it("goes on with the budget, where the first sentence opens with it", () => {
    expect(
      facts("totals", "与年初预算相比，收入增加12万元，主要原因是年中追加。支出增加12万元，主要原因是项目增加。"),
    ).toEqual([
      "12 → total-receipts{stage=original-budget,measure=change} increase",
      "12 → total-disbursements{stage=original-budget,measure=change} increase",
    ]);
  });
});

describe("a reason that gives figures of its own", () => {
  it("keeps which way something changed, and what changed where the words name it plainly", () => {
    expect(
      facts(
        "totals",
        "2025年度收、支总计均为250万元。收、支与2024年度相比，减少40万元，主要原因是基本支出减少6万元，下降3%，项目支出减少34万元。",
      ).slice(1),
    ).toEqual([
      "40 → total-receipts{measure=change} decrease",
      "6 → expenditure{nature=basic,measure=change} decrease",
      "3 → expenditure{nature=basic,measure=growth} decrease",
      "34 → expenditure{nature=project,measure=change} decrease",
    ]);
    expect(
      facts("totals", "收支较上年决算数增加30万元，主要原因是政府性基金减少5万元，年初结转结余增加35万元。").slice(1),
    ).toEqual([
      "5 → project-amount{label=政府性基金,measure=change} decrease",
      "35 → opening-carry-over{measure=change} increase",
    ]);
  });

  it("is no change where the number is something else's", () => {
    expect(
      facts(
        "general-expenditure.items",
        "支出决算为87万元，主要原因：年满60周岁农村籍退役士兵人数增加，接待由8批次减少为5批次。",
      ).slice(1),
    ).toEqual(["8 → performance-output{period=previous,label=接待}", "5 → performance-output{label=接待}"]);
  });

  it("may be of vehicles held, and does not end with them", () => {
    expect(
      facts(
        "three-public",
        "公务用车购置及运行维护费20万元，较上年减少6万元，主要是公车改革，公务用车保有量减少3辆；公务接待费9万元。",
      ).slice(2),
    ).toEqual(["3 → vehicles-held{measure=change} decrease", "9 → three-public{item=receptions}"]);
  });

  it("is with the budget where the comparison is", () => {
    expect(facts("expenditure", "本年支出300万元，较年初预算增加20万元，主要原因是项目支出增加20万元。").at(-1)).toBe(
      "20 → expenditure{stage=original-budget,nature=project,measure=change} increase",
    );
  });
});

describe("公务用车及运行维护费", () => {
  it("is what vehicles cost in all, short of a word", () => {
    expect(facts("three-public", "“三公”经费支出74万元，其中公务用车及运行维护费用61万元，公务接待费13万元。")).toEqual(
      ["74 → three-public", "61 → three-public{item=vehicles}", "13 → three-public{item=receptions}"],
    );
  });
});

describe("经比较", () => {
  it("says that something is compared, and not with what", () => {
    const [growth] = read("three-public", "经比较2025年度“三公”经费41万元，较上年减少9万元，下降18%。").figures.slice(
      -1,
    );
    expect(growth).toMatchObject({ concept: "three-public", dimensions: { measure: "growth" } });
    expect(growth!.unknownWords).toBeUndefined();
  });
});

describe("both receipts and disbursements", () => {
  it("are compared as 收、支, and as a department's own in short", () => {
    expect(
      facts("totals", "收入总计97万元，支出总计97万元。收、支与2024年度相比，减少9万元，下降8.5%。").slice(2),
    ).toEqual(["9 → total-receipts{measure=change} decrease", "8.5 → total-receipts{measure=growth} decrease"]);
    expect(facts("totals", "2025年部门收入564万元，支出523万元，比上年收入增加50.8%，支出比上年增加42.5%。")).toEqual([
      "564 → revenue",
      "523 → expenditure",
      "50.8 → revenue{measure=growth} increase",
      "42.5 → expenditure{measure=growth} increase",
    ]);
  });

  it("may be compared with an amount, a comma before 相比", () => {
    expect(facts("totals", "2025年收入总计94万元，与2024年100万元，相比减少了6%。").slice(1)).toEqual([
      "100 → total-receipts{period=previous}",
      "6 → total-receipts{measure=growth} decrease",
    ]);
  });
});

describe("the parts behind 其中", () => {
  it("are of the fund of the one amount before them", () => {
    const text =
      "2025年一般公共预算财政拨款收入32万元，一般公共预算财政拨款支出32万元，比2024年减少4万元。其中：基本支出20万元，比2024年增加1万元；项目支出12万元，比2024年减少5万元。";
    expect(facts("totals", text).slice(3)).toEqual([
      "20 → expenditure{fund=general,nature=basic}",
      "1 → expenditure{fund=general,nature=basic,measure=change} increase",
      "12 → expenditure{fund=general,nature=project}",
      "5 → expenditure{fund=general,nature=project,measure=change} decrease",
    ]);
  });

  it("are of none where several funds were told", () => {
    const text =
      "本年支出50万元，一般公共预算财政拨款支出40万元，政府性基金预算财政拨款支出10万元，其中：基本支出20万元，项目支出30万元。";
    expect(facts("totals", text).slice(3)).toEqual([
      "20 → expenditure{nature=basic}",
      "30 → expenditure{nature=project}",
    ]);
  });

  it("are of the vehicles that are to be bought, beside those that are held", () => {
    const text = "共有车辆8辆，其中：其他用车8辆。2025年部门预算安排购置车辆1辆，其中：执法执勤用车0辆、其他用车1辆。";
    expect(facts("state-assets", text)).toEqual([
      "8 → state-vehicles",
      "8 → state-vehicles{item=other}",
      "1 → state-asset-counts{label=购置车辆}",
      "0 → state-vehicles{item=enforcement,label=购置}",
      "1 → state-vehicles{item=other,label=购置}",
    ]);
  });
});

describe("what was reserved for small enterprises", () => {
  it("is a part of what was planned to be bought", () => {
    expect(
      facts(
        "procurement",
        "政府采购预算480万元。面向中小企业预留政府采购项目预算金额190万元，其中，预留给小型和微型企业的政府采购项目预算为130万元。",
      ),
    ).toEqual([
      "480 → procurement{stage=budget}",
      "190 → procurement{item=sme-reserved}",
      "130 → procurement{item=micro-reserved}",
    ]);
  });
});

describe("a stop for a decimal point", () => {
  it("is read as the point that it stands for, and not at the number of a line", () => {
    expect(facts("revenue", "本年收入494。55万元，比上年减少11。5%。\n1。20万元的项目。")[0]).toBe("494。55 → revenue");
    expect(read("revenue", "本年收入494。55万元，比上年减少11。5%。").figures.map(({ value }) => value)).toEqual([
      "494.55",
      "11.5",
    ]);
  });
});

describe("支出增加 behind what was received in the year", () => {
  it("is of the year's expenditure, and of no total", () => {
    const text = "与2024年相比，财政拨款收入增加23万元，主要原因是人员增加。支出增加15万元，增长2%。";
    expect(facts("appropriation-totals", text).slice(1)).toEqual([
      "15 → expenditure{fund=appropriation,measure=change} increase",
      "2 → expenditure{fund=appropriation,measure=growth} increase",
    ]);
    expect(facts("totals", "与2024年相比，本年收入增加8万元，支出减少3万元。").at(-1)).toBe(
      "3 → expenditure{measure=change} decrease",
    );
  });
});
