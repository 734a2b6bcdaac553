import { describe, expect, it } from "vitest";
import { comparisons, facts } from "../../read.test.support.ts";

describe("changes in turn", () => {
  it("are of three that the sentence has named, each its own way, one of them unchanged", () => {
    const text =
      "因公出国（境）费、公务用车购置及运行维护费和公务接待费支出决算分别为0.00万元、15.00万元和5.00万元，分别占0%、75.00%和25.00%，分别较上年减少0.50万元、减少4.00万元和持平。";
    expect(facts("three-public.detail", text).slice(-2)).toEqual([
      "0.50 → three-public{item=overseas,measure=change} decrease",
      "4.00 → three-public{item=vehicles,measure=change} decrease",
    ]);
    expect(comparisons("three-public.detail", text)[0]).toBe(
      "three-public{item=receptions} 持平 previous-year: no reason",
    );
  });

  it("may begin with one that did not change", () => {
    expect(
      facts(
        "three-public.detail",
        "公务用车购置费和公务用车运行维护费决算分别为0万元和9.00万元，与上年相比分别持平和减少1.00万元。",
      ).at(-1),
    ).toBe("1.00 → three-public{item=vehicle-running,measure=change} decrease");
  });

  it.each([
    "公务用车运行维护费、公务接待费均比上年减少0.80万元、0.40万元。",
    "公务用车运行维护费和公务接待费比上年减少0.80万元和0.40万元。",
  ])("need no 分别 where as many are named: %s", (text) => {
    expect(facts("three-public.detail", text)).toEqual([
      "0.80 → three-public{item=vehicle-running,measure=change} decrease",
      "0.40 → three-public{item=receptions,measure=change} decrease",
    ]);
  });

  it("are of as many as a sentence of its own counts", () => {
    expect(
      facts(
        "revenue",
        "本年收入760万元，其中：财政拨款收入570万元，占75%；事业收入152万元，占20%；其他收入38万元，占5%。三项收入分别较上年减少50万元、减少8万元和持平。",
      ).slice(-2),
    ).toEqual([
      "50 → revenue{fund=appropriation,measure=change} decrease",
      "8 → revenue{source=institutional,measure=change} decrease",
    ]);
  });
});

describe("amounts in turn", () => {
  it("are of budgets that share the words behind the last", () => {
    expect(facts("appropriation-totals", "政府性基金预算和国有资本经营预算财政拨款支出均为0万元。")).toEqual([
      "0 → expenditure{fund=state-capital}",
      "0 → expenditure{fund=government-fund}",
    ]);
    expect(
      facts(
        "appropriation-totals",
        "财政拨款收、支总计均为1410万元，其中一般公共预算、政府性基金预算和国有资本经营预算财政拨款分别为1300万元、110万元和0万元。",
      ).slice(1),
    ).toEqual([
      "1300 → total-receipts{fund=general}",
      "110 → total-receipts{fund=government-fund}",
      "0 → total-receipts{fund=state-capital}",
    ]);
  });

  it("are of items in their budgets, then as they were spent, and then by how much of it", () => {
    const item = (name: string): string => `fund=general,functional=一般公共服务支出/其他事务/${name}`;
    expect(
      facts(
        "general-expenditure.items",
        "1.一般公共服务支出（类）其他事务（款）行政运行（项）和机关服务（项）年初预算分别为20万元和30万元，支出决算分别为21万元和28万元，分别完成年初预算的105.00%和93.33%。",
      ),
    ).toEqual([
      `20 → expenditure{stage=original-budget,${item("行政运行")}}`,
      `30 → expenditure{stage=original-budget,${item("机关服务")}}`,
      `21 → expenditure{${item("行政运行")}}`,
      `28 → expenditure{${item("机关服务")}}`,
      `105.00 → expenditure{stage=original-budget,${item("行政运行")},measure=completion}`,
      `93.33 → expenditure{stage=original-budget,${item("机关服务")},measure=completion}`,
    ]);
  });

  it("are of what brackets name, where 依次 opens the row", () => {
    expect(
      facts(
        "three-public.detail",
        "三项经费（因公出国（境）费、公务用车购置及运行费、公务接待费）决算依次为0万元、8.00万元、3.00万元。",
      ),
    ).toEqual([
      "0 → three-public{item=overseas}",
      "8.00 → three-public{item=vehicles}",
      "3.00 → three-public{item=receptions}",
    ]);
  });

  it("are of years that are listed", () => {
    expect(facts("three-public", "2023年、2024年、2025年“三公”经费分别为15万元、13万元、11万元。")).toEqual([
      "15 → three-public{label=2023年}",
      "13 → three-public{period=previous}",
      "11 → three-public",
    ]);
  });

  it("are of the projects counted right before", () => {
    expect(
      facts(
        "performance",
        "对9个政府性基金预算项目、1个国有资本经营预算项目开展绩效自评，涉及金额分别为315万元、14万元。",
      ).slice(2),
    ).toEqual([
      "315 → performance-amount{fund=government-fund,item=self-evaluation}",
      "14 → performance-amount{fund=state-capital,item=self-evaluation}",
    ]);
  });
});

describe("shares without a word that says they are told in turn", () => {
  it("are of the amounts that give them", () => {
    const text = (shares: string): string =>
      `本年支出2480万元，其中基本支出992万元，项目支出1488万元，比重为${shares}。`;
    expect(facts("expenditure", text("40%和60%")).slice(3)).toEqual([
      "40 → expenditure{nature=basic,measure=share,of=expenditure}",
      "60 → expenditure{nature=project,measure=share,of=expenditure}",
    ]);
    expect(facts("expenditure", text("45%和55%")).slice(3)).toEqual(["45 unbound", "55 unbound"]);
  });
});

it("says 0 of all that are named, in other words for 均 as well", () => {
  expect(facts("expenditure", "经营支出、上缴上级支出、对附属单位补助支出皆为0万元。")).toHaveLength(3);
  expect(facts("three-public.detail", "因公出国（境）费、公务用车购置费决算数与上年决算数均为0万元。")).toHaveLength(4);
});

describe("what the words hardly say", () => {
  it("is told of each by 各 and goes on in turn", () => {
    expect(facts("three-public.detail", "公务用车运行维护费、公务接待费各3万元；较上年分别下降10%、25%。")).toEqual([
      "3 → three-public{item=receptions}",
      "3 → three-public{item=vehicle-running}",
      "10 → three-public{item=vehicle-running,measure=growth} decrease",
      "25 → three-public{item=receptions,measure=growth} decrease",
    ]);
    expect(
      facts("expenditure", "本年支出94万元，基本支出、项目支出各占57.45%、42.55%，金额依次为54万元、40万元。").slice(1),
    ).toEqual([
      "57.45 → expenditure{nature=basic,measure=share,of=expenditure}",
      "42.55 → expenditure{nature=project,measure=share,of=expenditure}",
      "54 → expenditure{nature=basic}",
      "40 → expenditure{nature=project}",
    ]);
  });

  it("is told of all by one figure, and so is that it did not change", () => {
    expect(
      comparisons("expenditure", "项目支出40万元，占42%，增长4%；上缴上级支出、经营支出均为0万元，与上年持平。"),
    ).not.toContain("expenditure{nature=project} 持平 previous-year: no reason");
  });

  it("is named with 为 alone, or by the shares before", () => {
    expect(facts("three-public.detail", "公务用车购置费和运行维护费为0万元和7万元。")).toEqual([
      "0 → three-public{item=vehicle-purchase}",
      "7 → three-public{item=vehicle-running}",
    ]);
    expect(
      facts("three-public.detail", "公务用车运行维护费、公务接待费分别占87.50%和12.50%，即14万元和2万元。").slice(2),
    ).toEqual(["14 → three-public{item=vehicle-running}", "2 → three-public{item=receptions}"]);
  });

  it("is of the two that were told to have changed", () => {
    expect(
      facts(
        "expenditure",
        "支出增加100万元，其中基本支出增加30万元、项目支出增加70万元，增幅分别为3.53%、8.64%。",
      ).slice(-2),
    ).toEqual([
      "3.53 → expenditure{nature=basic,measure=growth} increase",
      "8.64 → expenditure{nature=project,measure=growth} increase",
    ]);
  });

  it("is of accounts by their codes", () => {
    expect(
      facts(
        "general-expenditure.items",
        "（二）2013804市场主体管理、2013805市场秩序执法分别为50万元和60万元，较上年分别减少5万元、增加3万元。",
      ),
    ).toEqual([
      "50 → expenditure{fund=general,functional=2013804}",
      "60 → expenditure{fund=general,functional=2013805}",
      "5 → expenditure{fund=general,functional=2013804,measure=change} decrease",
      "3 → expenditure{fund=general,functional=2013805,measure=change} increase",
    ]);
  });

  it("is of another budget, or of last year's amount of both", () => {
    expect(facts("general-expenditure", "完成年初预算的113.93%、调整预算的97.94%。").at(-1)).toBe(
      "97.94 → expenditure{stage=adjusted-budget,fund=general,measure=completion}",
    );
    expect(facts("totals", "收入总计、支出总计均为180万元，较上年的170万元均增长5.88%。").at(-2)).toBe(
      "170 → total-receipts{period=previous}",
    );
  });

  it("is of neither where nobody says whose, nor where it is a ratio", () => {
    expect(facts("operating-costs", "机关运行经费30万元，下降6.25%、16.67%。").slice(1)).toEqual([
      "6.25 unbound",
      "16.67 unbound",
    ]);
    expect(facts("basic-expenditure", "人员经费与公用经费占比为9比1。").at(-1)).toBe("1 unbound");
  });

  it("counts vehicles held and bought", () => {
    expect(facts("three-public.detail", "公务用车保有量、购置量分别为2辆、0辆。")).toEqual([
      "2 → vehicles-held",
      "0 → vehicles-bought",
    ]);
  });
});
