import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("a balance that is divided", () => {
  it("is of accounts, none of which has been spent", () => {
    expect(facts("expenditure", "年末结转和结余70万元，其中教育支出65万元、住房保障支出5万元。")).toEqual([
      "70 → closing-carry-over",
      "65 → closing-carry-over{functional=教育}",
      "5 → closing-carry-over{functional=住房保障}",
    ]);
    expect(
      facts(
        "appropriation-totals",
        "年末财政拨款结转和结余90万元，其中社会福利公益金支出60万元、养老机构建设支出30万元。",
      ),
    ).toEqual([
      "90 → closing-carry-over{fund=appropriation}",
      "60 → closing-carry-over{fund=appropriation,label=社会福利公益金支出}",
      "30 → closing-carry-over{fund=appropriation,label=养老机构建设支出}",
    ]);
  });

  it("is told by what other money left, in brackets", () => {
    expect(facts("totals", "年初结转和结余100万元（财政拨款部分70万元，非财政拨款部分30万元）。")).toEqual([
      "100 → opening-carry-over",
      "70 → opening-carry-over{fund=appropriation}",
      "30 → opening-carry-over{label=非财政拨款部分}",
    ]);
  });

  it("comes with what was spent to all that there was", () => {
    expect(facts("general-expenditure", "当年支出223万元，加上结转下年的8万元，合计231万元。").slice(1)).toEqual([
      "8 → closing-carry-over{fund=general}",
      "231 → total-disbursements{fund=general}",
    ]);
    expect(facts("performance", "当年支出317万元，加上结转下年的21万元，资金全部落实。")).toEqual([
      "317 → project-amount{label=当年支出}",
      "21 → closing-carry-over{label=结转下年}",
    ]);
  });
});

describe("the budget of a fund", () => {
  it("is its own, under a heading on all appropriations too", () => {
    expect(
      facts(
        "appropriation-totals",
        "政府性基金预算财政拨款年初预算为0万元，本年收入19万元。国有资本经营预算财政拨款收支年初预算与决算均为0万元。",
      ),
    ).toEqual([
      "0 → revenue{stage=original-budget,fund=government-fund}",
      "19 → revenue{fund=government-fund}",
      "0 → total-receipts{fund=state-capital}",
      "0 → total-receipts{stage=original-budget,fund=state-capital}",
    ]);
  });

  it("is not that of what the sentence behind several tells", () => {
    expect(
      facts(
        "appropriation-totals",
        "财政拨款收入总计600万元，其中一般公共预算财政拨款收入560万元，政府性基金预算财政拨款收入40万元。全年支出580万元，年末结转20万元。",
      ).slice(3),
    ).toEqual(["580 → expenditure{fund=appropriation}", "20 → closing-carry-over{fund=appropriation}"]);
  });
});

describe("what is named otherwise", () => {
  it("is the unit's own share, and not that of the clause before", () => {
    expect(
      facts("revenue", "事业收入1000万元，其中妇幼保健院200万元，仅县医院一家即占全部事业收入的62.9%。").at(-1),
    ).toBe("62.9 → revenue{source=institutional,label=县医院,measure=share,of=revenue{source=institutional}}");
  });

  it("is called by the words behind an amount that comes beside another", () => {
    expect(
      facts("revenue", "事业收入100万元，其中县医院60万元，乡镇卫生院30万元之外，10万元是妇幼保健院收入。").slice(-2),
    ).toEqual([
      "30 → revenue{source=institutional,label=乡镇卫生院}",
      "10 → revenue{source=institutional,label=妇幼保健院}",
    ]);
  });

  it("is a class behind words that only say of what it is a part, and an item behind 其中", () => {
    expect(facts("general-expenditure.structure", "全年支出中教育支出71万元，占94.29%。")[0]).toBe(
      "71 → expenditure{fund=general,functional=教育}",
    );
    expect(
      facts(
        "general-expenditure.items",
        "1.教育支出（类）普通教育（款）小学教育（项）80万元，其中初中教育（项）20万元。",
      ).at(-1),
    ).toBe("20 → expenditure{fund=general,functional=教育支出/普通教育/初中教育}");
  });

  it("went from last year's amount, of what was spoken of before", () => {
    expect(facts("operating-costs", "机关运行经费支出64万元，由上年的66万元降至64万元，下降3.03%。").slice(1)).toEqual([
      "66 → operating-costs{period=previous}",
      "64 → operating-costs",
      "3.03 → operating-costs{measure=growth} decrease",
    ]);
  });
});
