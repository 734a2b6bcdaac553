import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("what a list or a heading makes of plain words", () => {
  it("takes no share of a part for a share of the whole", () => {
    const text = "项目二：警务保障项目，当年支出699.23万元，占一般公共预算项目支出的20.16%。";
    expect(facts("general-expenditure", text).filter((fact) => fact.includes("measure=share"))).toEqual([]);
  });

  it("gives shares in a row to what is named before them", () => {
    expect(
      facts("expenditure", "本年支出695.36万元。基本支出、项目支出分别占本年支出的72.18%、27.82%。").slice(1),
    ).toEqual([
      "72.18 → expenditure{nature=basic,measure=share,of=expenditure}",
      "27.82 → expenditure{nature=project,measure=share,of=expenditure}",
    ]);
  });

  it("keeps an average under its word", () => {
    expect(facts("three-public", "国内公务接待109批次、1262人次，支出7.86万元，人均支出62.30元。").at(-1)).toBe(
      "62.30 → three-public{item=domestic-receptions,label=人均,measure=average}",
    );
  });

  it("gives the amounts of a span of years to their years", () => {
    const text = "2023—2025年，“三公”经费支出决算分别为33.05万元、27.8万元、26.27万元。";
    expect(facts("three-public", text)).toEqual([
      "33.05 → three-public{label=2023年}",
      "27.8 → three-public{period=previous}",
      "26.27 → three-public",
    ]);
  });

  it("takes funds that come to the total for the totals of the funds", () => {
    const told = (parts: string) =>
      facts("appropriation-totals", `财政拨款收、支决算总计10817.60万元。其中：${parts}。`).slice(1);
    expect(told("一般公共预算财政拨款10670.74万元，政府性基金预算财政拨款146.86万元")).toEqual([
      "10670.74 → total-receipts{fund=general}",
      "146.86 → total-receipts{fund=government-fund}",
    ]);
    expect(told("一般公共预算财政拨款9973.12万元，政府性基金预算财政拨款146.86万元，年初结转697.62万元")[0]).toBe(
      "9973.12 → revenue{fund=general}",
    );
    expect(
      told("一般公共预算10670.74万元，政府性基金预算146.86万元，分别占98.64%和1.36%").map(
        (fact) => fact.split(" → ")[1],
      ),
    ).toEqual([
      "total-receipts{fund=general}",
      "total-receipts{fund=government-fund}",
      "total-receipts{fund=general,measure=share,of=total-receipts{fund=appropriation}}",
      "total-receipts{fund=government-fund,measure=share,of=total-receipts{fund=appropriation}}",
    ]);
  });

  it("gives amounts in a row to what the shares before them are of, and keeps a sum of the told under its words", () => {
    expect(
      facts("revenue", "其中财政拨款收入占99.42%，其他收入占0.58%，分别为14399.36万元和84.42万元。").slice(2),
    ).toEqual(["14399.36 → revenue{fund=appropriation}", "84.42 → revenue{source=other}"]);
  });

  it("takes shares in 收入总计…中 for shares of that total", () => {
    expect(facts("totals", "收入总计4428.77万元中，本年收入4362.24万元，占98.50%。").at(-1)).toBe(
      "98.50 → revenue{measure=share,of=total-receipts}",
    );
  });

  it("gives 人均 to those told last, and funds behind 其中 to the carry-over before it", () => {
    expect(facts("three-public", "全年参加因公出国（境）团组2个、累计3人次，人均4.36万元。").at(-1)).toBe(
      "4.36 → three-public{item=overseas,label=人均,measure=average}",
    );
    const carried = "年末财政拨款结转结余955.01万元，其中一般公共预算941.30万元、政府性基金预算13.71万元。";
    expect(facts("appropriation-totals", carried)).toEqual([
      "955.01 → closing-carry-over{fund=appropriation}",
      "941.30 → closing-carry-over{fund=general}",
      "13.71 → closing-carry-over{fund=government-fund}",
    ]);
  });

  it("takes an amount for the change whose word was left out only where the rate is that of such a change", () => {
    const told = (amount: string) =>
      facts("expenditure", `本年支出合计568.5万元，较上年决算数${amount}万元，下降6.31%。`)[1];
    expect(told("38.31")).toBe("38.31 → expenditure{measure=change} decrease");
    expect(told("606.81")).toBe("606.81 → expenditure{period=previous}");
  });

  it("takes 完成 behind a budget and what was spent of it for the completion of that budget", () => {
    expect(
      facts(
        "general-expenditure.items",
        "某某（款）引进人才费用（项）年初预算236.71万元、支出决算296.50万元，完成125.26%。",
      ).map((fact) => fact.replace("fund=general,functional=某某/引进人才费用", "…")),
    ).toEqual([
      "236.71 → expenditure{stage=original-budget,…}",
      "296.50 → expenditure{…}",
      "125.26 → expenditure{stage=original-budget,…,measure=completion}",
    ]);
  });

  it("keeps what is counted in all, or of one kind, apart from what was told before", () => {
    const guests = "接待外宾3批次、21人次；国内公务接待费1.73万元，接待16批次、128人次。全年共接待19批次、149人次。";
    expect(facts("three-public", guests).slice(-2)).toEqual([
      "19 → reception-batches{label=全年合计}",
      "149 → reception-persons{label=全年合计}",
    ]);
    const equipment = "单价100万元（含）以上设备（不含车辆）46台（套），其中道路检测设备38台（套）、其他8台（套）。";
    expect(facts("state-assets", equipment).slice(1)).toEqual([
      "46 → large-equipment",
      "38 → large-equipment{label=道路检测设备}",
      "8 → large-equipment{label=其他}",
    ]);
    expect(facts("institutions", "行政编制113名、在编104人，事业编制22名、在编18人。")).toEqual([
      "113 → staff{item=administrative-establishment}",
      "104 → staff{item=other,label=行政在编}",
      "22 → staff{item=institutional-establishment}",
      "18 → staff{item=other,label=事业在编}",
    ]);
  });

  it("gives funds and kinds of expenditure in a parenthesis to the amount before it", () => {
    expect(
      facts(
        "appropriation-totals",
        "年末财政拨款结转和结余571.49万元（其中一般公共预算530.70万元，政府性基金40.79万元）。",
      ),
    ).toEqual([
      "571.49 → closing-carry-over{fund=appropriation}",
      "530.70 → closing-carry-over{fund=general}",
      "40.79 → closing-carry-over{fund=government-fund}",
    ]);
    const item = "expenditure{fund=general,functional=普通教育/高中教育";
    expect(
      facts(
        "general-expenditure.items",
        "普通教育（款）高中教育（项）支出2994万元（基本支出2818.43万元、项目支出175.57万元）。",
      ),
    ).toEqual([`2994 → ${item}}`, `2818.43 → ${item},nature=basic}`, `175.57 → ${item},nature=project}`]);
  });
});

describe("what a rate is of", () => {
  it("takes 支出总额 in the section of one budget for that budget's, where the amounts say so", () => {
    const text = "一般公共预算财政拨款支出决算为1802.35万元。一般公共服务支出800万元，占支出总额的";
    const own = "expenditure{fund=general,functional=一般公共服务,measure=share,of=";
    expect(facts("general-expenditure", `${text}44.39%。`).at(-1)).toBe(`44.39 → ${own}expenditure{fund=general}}`);
    expect(facts("general-expenditure", `${text}40%。`).at(-1)).toBe(`40 → ${own}total-disbursements}`);
  });

  it("reads 预决算差异率 as the distance from the budget that the sentence names, with its own sign", () => {
    expect(facts("three-public", "“三公”经费支出全年预算数2.50万元，决算数2.10万元，预决算差异率-16.00%。")).toEqual([
      "2.50 → three-public{stage=adjusted-budget}",
      "2.10 → three-public",
      "-16.00 → three-public{stage=adjusted-budget,measure=growth} decrease",
    ]);
  });

  it("keeps comparing with what opened the sentence past a semicolon", () => {
    expect(
      facts("appropriation-totals", "与年初预算相比，财政拨款收入增加700万元；财政拨款支出增加720万元。").map(
        (fact) => fact.split(" → ")[1],
      ),
    ).toEqual([
      "revenue{stage=original-budget,fund=appropriation,measure=change} increase",
      "expenditure{stage=original-budget,fund=appropriation,measure=change} increase",
    ]);
  });
});

describe("what is told for several at once", () => {
  it("is of the accounts named right before, one amount and one share each", () => {
    expect(
      facts(
        "general-expenditure.structure",
        "财政拨款支出400万元，主要用于以下方面：教育支出（类）、卫生健康支出（类）、住房保障支出（类），支出数分别为300万元、60万元、40万元，占比分别为75%、15%、10%。",
      ).slice(1, 4),
    ).toEqual([
      "300 → expenditure{fund=general,functional=教育支出}",
      "60 → expenditure{fund=general,functional=卫生健康支出}",
      "40 → expenditure{fund=general,functional=住房保障支出}",
    ]);
  });
  it("is what was spent where budget and accounts are the same", () => {
    expect(facts("three-public.detail", "公务接待费年初预算与支出决算均为3.2万元。")).toEqual([
      "3.2 → three-public{item=receptions}",
      "3.2 → three-public{stage=original-budget,item=receptions}",
    ]);
  });
  it.each([
    ["较2024年决算少3.18万元，下降17.21%", "decrease"],
    ["较2024年决算多3.18万元，上升17.21%", "increase"],
  ])("is a change where 少 and 多 stand behind the accounts of a year: %s", (words, direction) => {
    expect(facts("operating-costs", `机关运行经费支出15.32万元，${words}。`)).toEqual([
      "15.32 → operating-costs",
      `3.18 → operating-costs{measure=change} ${direction}`,
      `17.21 → operating-costs{measure=growth} ${direction}`,
    ]);
  });
  it("is what each of the vehicles bought cost, and what of a carry-over was appropriated", () => {
    expect(
      facts("three-public.detail", "公务用车购置费43.28万元，更新购置公务用车2辆，平均每辆21.64万元。").at(-1),
    ).toBe("21.64 → three-public{item=vehicle-purchase,label=平均每辆,measure=average}");
    expect(facts("totals", "年末结转和结余252万元。年末结转中财政拨款166.18万元。").at(-1)).toBe(
      "166.18 → closing-carry-over{fund=appropriation}",
    );
  });
});

describe("shares in a numbered list below a total", () => {
  it("are of that total where only it gives them", () => {
    expect(
      facts("totals", "（二）支出总计945万元，其中：\n1.基本支出512万元，占54.18%；2.年末结转和结余25万元，占2.65%。"),
    ).toEqual([
      "945 → total-disbursements",
      "512 → expenditure{nature=basic}",
      "54.18 → expenditure{nature=basic,measure=share,of=total-disbursements}",
      "25 → closing-carry-over",
      "2.65 → closing-carry-over{measure=share,of=total-disbursements}",
    ]);
    expect(facts("totals", "支出总计945万元，其中：\n1.本年支出900万元。其中基本支出512万元，占56.89%。").at(-1)).toBe(
      "56.89 → expenditure{nature=basic,measure=share,of=expenditure}",
    );
  });
});

describe("contracts with small and medium enterprises", () => {
  it("are those for goods, works and services where the words say so", () => {
    expect(
      facts(
        "procurement",
        "货物支出授予中小企业合同金额占货物支出金额的90%，工程支出授予中小企业合同金额占工程支出金额的80%，服务采购授予中小企业合同金额占服务支出金额的70%。",
      ),
    ).toEqual([
      "90 → procurement{item=sme-goods,measure=share,of=procurement{item=goods}}",
      "80 → procurement{item=sme-works,measure=share,of=procurement{item=works}}",
      "70 → procurement{item=sme-services,measure=share,of=procurement{item=services}}",
    ]);
  });

  it("go on where the words are not said again", () => {
    expect(facts("procurement", "货物采购授予中小企业占货物支出100%，工程占工程支出金额的95.24%，服务占50%。")).toEqual(
      [
        "100 → procurement{item=sme-goods,measure=share,of=procurement{item=goods}}",
        "95.24 → procurement{item=sme-works,measure=share,of=procurement{item=works}}",
        "50 → procurement{item=sme-services,measure=share,of=procurement{item=services}}",
      ],
    );
  });
});

describe("shares told in a row", () => {
  it("are of what the sentence began with where its own amounts say so", () => {
    expect(
      facts(
        "general-expenditure",
        "一般公共预算财政拨款支出775.6万元，其中人员支出500万元、公用支出75.6万元、项目支出200万元，分别占64.47%、9.75%、25.79%。",
      ).slice(-3),
    ).toEqual([
      "64.47 → expenditure{fund=general,nature=basic,group=personnel,measure=share,of=expenditure{fund=general}}",
      "9.75 → expenditure{fund=general,nature=basic,group=public,measure=share,of=expenditure{fund=general}}",
      "25.79 → expenditure{fund=general,nature=project,measure=share,of=expenditure{fund=general}}",
    ]);
  });

  it("may be called 比重", () => {
    expect(facts("revenue", "本年收入100万元，其中事业收入36万元，比重为36%。").at(-1)).toBe(
      "36 → revenue{source=institutional,measure=share,of=revenue}",
    );
  });
});

describe("the share of 财政拨款支出", () => {
  it("is of the section's fund where the amounts say so", () => {
    expect(
      facts(
        "government-fund",
        "政府性基金预算财政拨款支出120万元，主要用于以下方面（按大类）：其他支出120万元，占本年财政拨款支出100%。",
      ),
    ).toEqual([
      "120 → expenditure{fund=government-fund}",
      "120 → expenditure{fund=government-fund,functional=其他支出}",
      "100 → expenditure{fund=government-fund,functional=其他支出,measure=share,of=expenditure{fund=government-fund}}",
    ]);
  });
});

describe("shares without amounts", () => {
  it("are of the class that is named before them", () => {
    expect(facts("general-expenditure.structure", "教育支出占82.6%，住房保障支出占17.4%。")).toEqual([
      "82.6 → expenditure{fund=general,functional=教育,measure=share,of=expenditure{fund=general}}",
      "17.4 → expenditure{fund=general,functional=住房保障,measure=share,of=expenditure{fund=general}}",
    ]);
  });

  it("of 总支出 are of the total where only that gives them", () => {
    expect(
      facts("totals", "（二）支出100万元。其中：基本支出40万元，占总支出的40%；年末结转和结余10万元。").slice(0, 3),
    ).toEqual([
      "100 → total-disbursements",
      "40 → expenditure{nature=basic}",
      "40 → expenditure{nature=basic,measure=share,of=total-disbursements}",
    ]);
  });
});
