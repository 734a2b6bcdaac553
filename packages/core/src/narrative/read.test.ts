import { describe, expect, it } from "vitest";
import { CUES } from "./cues.ts";
import { SUBJECTS } from "./lexicon/index.ts";
import { comparisons, facts, read } from "./read.test.support.ts";

describe("totals", () => {
  it("reads one amount as the total of both sides, with its change and rate", () => {
    expect(
      facts("totals", "2025年度收、支总计均为3037.9万元。与2024年相比，收、支总计各增加1019.89万元，增长50.5%。"),
    ).toEqual([
      "3037.9 → total-receipts",
      "1019.89 → total-receipts{measure=change} increase",
      "50.5 → total-receipts{measure=growth} increase",
    ]);
  });

  it("reads parallel lists: two totals, two changes, two rates", () => {
    expect(
      facts(
        "totals",
        "收、支总计各是4125.49,4143.91万元。与2024年相比,收、支总计各减少1267.86,2570.97万元,各下降23.51%、38.28%。",
      ),
    ).toEqual([
      "4125.49 → total-receipts",
      "4143.91 → total-disbursements",
      "1267.86 → total-receipts{measure=change} decrease",
      "2570.97 → total-disbursements{measure=change} decrease",
      "23.51 → total-receipts{measure=growth} decrease",
      "38.28 → total-disbursements{measure=growth} decrease",
    ]);
  });

  it("joins a number that a line end has broken", () => {
    expect(facts("expenditure", "本年支出合计19,044.27万元，其中：项目支出\n603.14万元，占3.17%。")).toContain(
      "603.14 → expenditure{nature=project}",
    );
  });
});

describe("the general public budget", () => {
  it("takes the ordinals of a long list for no figures", () => {
    expect(
      facts(
        "general-expenditure.structure",
        "主要用于以下方面：\n99、一般公共服务支出（类）306.90万元。\n100、教育支出（类）5.10万元。\n1000、住房保障支出（类）18.20万元。",
      ),
    ).toEqual([
      "306.90 → expenditure{fund=general,functional=一般公共服务支出}",
      "5.10 → expenditure{fund=general,functional=教育支出}",
      "18.20 → expenditure{fund=general,functional=住房保障支出}",
    ]);
  });

  it("takes the whole of a share from the words", () => {
    expect(facts("general-expenditure.total", "一般公共预算财政拨款支出3030.4万元，占本年支出合计的98.9%。")).toEqual([
      "3030.4 → expenditure{fund=general}",
      "98.9 → expenditure{fund=general,measure=share,of=expenditure}",
    ]);
  });

  it("reads classes with （类）, in quotation marks, numbered, with a lost percent sign", () => {
    expect(
      facts(
        "general-expenditure.structure",
        "主要用于以下方面：\n1.“一般公共服务”306.90 万元，占 1.61%；\n2、城乡社区支出(类)15411.43 万元，占 76.23;\n11“. 灾害防治及应急管理支出”98.23 万元，占 0.52%。",
      ),
    ).toEqual([
      "306.90 → expenditure{fund=general,functional=一般公共服务}",
      "1.61 → expenditure{fund=general,functional=一般公共服务,measure=share,of=expenditure{fund=general}}",
      "15411.43 → expenditure{fund=general,functional=城乡社区支出}",
      "76.23 → expenditure{fund=general,functional=城乡社区支出,measure=share,of=expenditure{fund=general}}",
      "98.23 → expenditure{fund=general,functional=灾害防治及应急管理支出}",
      "0.52 → expenditure{fund=general,functional=灾害防治及应急管理支出,measure=share,of=expenditure{fund=general}}",
    ]);
  });

  it("keeps the item as the subject past what it was used for, even over paragraphs", () => {
    const item = "functional=教育支出/普通教育/小学教育";
    expect(
      facts(
        "general-expenditure.items",
        "1、教育支出（类）普通教育（款）小学教育（项）39.99 万元。主要用于：\n管弄路 252 弄 4 号装修等基本支出。\n年初预算为 76.33 万元，支出决算为 39.99 万元，完成年初预算的52.39%。",
      ),
    ).toEqual([
      `39.99 → expenditure{fund=general,${item}}`,
      `76.33 → expenditure{stage=original-budget,fund=general,${item}}`,
      `39.99 → expenditure{fund=general,${item}}`,
      `52.39 → expenditure{stage=original-budget,fund=general,${item},measure=completion}`,
    ]);
  });

  it("reads codes inside the path and last year's final amount", () => {
    const item = "functional=社会保障和就业支出/行政事业单位养老支出/行政单位离退休";
    expect(
      facts(
        "general-expenditure.items",
        "1、社会保障和就业支出（208类）行政事业单位养老支出（05款）行政单位离退休（01项）56.12万元。2024年决算数为57.43万元，2025年支出决算为56.12万元，比2024年决算数减少2.28%。",
      ),
    ).toEqual([
      `56.12 → expenditure{fund=general,${item}}`,
      `57.43 → expenditure{period=previous,fund=general,${item}}`,
      `56.12 → expenditure{fund=general,${item}}`,
      `2.28 → expenditure{fund=general,${item},measure=growth} decrease`,
    ]);
  });

  it("reads a budget and a final amount without a unit", () => {
    const { figures } = read(
      "general-expenditure.items",
      "2、教育支出（类）普通教育（款）初中教育（项）。年初预算为 0，支出决算为4.19。",
    );
    expect(figures.map(({ text, unit, dimensions }) => [text, unit, dimensions.stage])).toEqual([
      ["0", "ten-thousand-yuan", "original-budget"],
      ["4.19", "ten-thousand-yuan", undefined],
    ]);
  });

  it("tells a difference against the budget from one against last year", () => {
    expect(
      facts(
        "general-expenditure.total",
        "一般公共预算财政拨款支出总计1741.75万元,与上年相比减少53.7万元,降低2.99%;完成年初预算100%,决算数大于预算数55.93万元。",
      ),
    ).toEqual([
      "1741.75 → expenditure{fund=general}",
      "53.7 → expenditure{fund=general,measure=change} decrease",
      "2.99 → expenditure{fund=general,measure=growth} decrease",
      "100 → expenditure{stage=original-budget,fund=general,measure=completion}",
      "55.93 → expenditure{stage=budget,fund=general,measure=change} increase",
    ]);
  });
});

describe("“three public” expenses", () => {
  it("gives each part its completion and the total the budget that the sentence named", () => {
    expect(
      facts(
        "three-public.total",
        "“三公”经费财政拨款支出年初预算为11.49万元，支出决算为3.04万元，完成预算的26.46%，其中：因公出国（境）费决算为0万元，完成预算的0%；公务用车购置及运行维护费支出决算为2.64万元，完成预算的28.15%。",
      ),
    ).toEqual([
      "11.49 → three-public{stage=original-budget}",
      "3.04 → three-public",
      "26.46 → three-public{stage=original-budget,measure=completion}",
      "0 → three-public{item=overseas}",
      "0 → three-public{stage=budget,item=overseas,measure=completion}",
      "2.64 → three-public{item=vehicles}",
      "28.15 → three-public{stage=budget,item=vehicles,measure=completion}",
    ]);
  });

  it("sets a comparison with a third year apart from that with last year", () => {
    expect(
      facts(
        "three-public.total",
        "支出决算为62.07万元，完成全年预算84.82万元的73.2%，比上年决算数增加38.97万元，增长168.7%；比2019年(疫情前)决算数减少24.87万元，降低28.6%。",
      ),
    ).toEqual([
      "62.07 → three-public",
      "84.82 → three-public{stage=adjusted-budget}",
      "73.2 → three-public{stage=adjusted-budget,measure=completion}",
      "38.97 → three-public{measure=change} increase",
      "168.7 → three-public{measure=growth} increase",
      "24.87 → three-public{label=较2019年,measure=change} decrease",
      "28.6 → three-public{label=较2019年,measure=growth} decrease",
    ]);
  });

  it("reads an amount that stands between the words of a comparison", () => {
    expect(
      facts("three-public.total", "公务接待费较上年1174万元减少40万元,下降3%,较预算数1237万元减少103万元,下降8%。"),
    ).toEqual([
      "1174 → three-public{period=previous,item=receptions}",
      "40 → three-public{item=receptions,measure=change} decrease",
      "3 → three-public{item=receptions,measure=growth} decrease",
      "1237 → three-public{stage=budget,item=receptions}",
      "103 → three-public{stage=budget,item=receptions,measure=change} decrease",
      "8 → three-public{stage=budget,item=receptions,measure=growth} decrease",
    ]);
  });

  it("takes an amount before 相比 for last year's", () => {
    expect(
      facts("totals", "2025年度收入支出总计2995.39万元。与2024年度3052.34万元相比，收入支出总计减少56.95万元。"),
    ).toEqual([
      "2995.39 → total-receipts",
      "3052.34 → total-receipts{period=previous}",
      "56.95 → total-receipts{measure=change} decrease",
    ]);
  });

  it("returns from a parenthesis to what was spoken of before it", () => {
    expect(
      facts("three-public.detail", "国内公务接待共15批次(其中外事接待0批次),105人次(其中外事接待0人次)。"),
    ).toEqual([
      "15 → reception-batches{item=domestic}",
      "0 → reception-batches{item=foreign}",
      "105 → reception-persons{item=domestic}",
      "0 → reception-persons{item=foreign}",
    ]);
  });

  it("does not count those who keep guests company as guests", () => {
    expect(
      facts("three-public.detail", "国内公务接待支出 0.42 万元，其中：接待批次 3 次、接待 21 人次、陪同 6 人。"),
    ).toEqual([
      "0.42 → three-public{item=domestic-receptions}",
      "3 → reception-batches{item=domestic}",
      "21 → reception-persons{item=domestic}",
      "6 → reception-persons{item=company}",
    ]);
  });

  it("counts receptions after the words on what the money was used for", () => {
    expect(
      facts(
        "three-public.detail",
        "国内公务接待支出 0.40 万（含外宾接待支出 0 万元）。主要用于交流，公务接待 2 批次、24 人次，其中：接待外宾 0 批次、0 人次。",
      ),
    ).toEqual([
      "0.40 → three-public{item=domestic-receptions}",
      "0 → three-public{item=foreign-receptions}",
      "2 → reception-batches",
      "24 → reception-persons",
      "0 → reception-batches{item=foreign}",
      "0 → reception-persons{item=foreign}",
    ]);
  });
});

describe("wordings of other provinces", () => {
  it("takes 总支出 of a share for what was spent in the year", () => {
    expect(facts("expenditure", "基本支出30.60万元，占总支出的30.60%。")).toEqual([
      "30.60 → expenditure{nature=basic}",
      "30.60 → expenditure{nature=basic,measure=share,of=expenditure}",
    ]);
    expect(
      facts("general-expenditure.items", "教育（类）支出12.00万元，占一般公共预算财政拨款总支出的24.00%。").at(-1),
    ).toMatch(/of=expenditure\{fund=general\}/);
  });

  it("does not take a kind of projects for all of them", () => {
    expect(facts("expenditure", "项目支出70.00万元。其中：基本建设类项目支出0.00万元。")).toEqual([
      "70.00 → expenditure{nature=project}",
      "0.00 → project-amount{label=基本建设类项目支出}",
    ]);
  });

  it("reads 主要情况 as the reason, and no comparison with last year in one with an earlier year", () => {
    const text =
      "“三公”经费支出决算为9.30万元，比上年决算数增加2.10万元，增长29.2%；比2019年（疫情前）决算数减少3.00万元，降低24.4%。支出决算小于预算数的主要情况：厉行节约。";
    expect(comparisons("three-public.total", text)).toEqual([
      "three-public 增加 previous-year: no reason",
      "three-public 小于 budget: 厉行节约",
    ]);
  });
});

describe("words that no phrase knows", () => {
  it("keep an amount of their own, which is no second value of what was spoken of before", () => {
    expect(
      facts(
        "revenue",
        "本年收入合计250.00万元，其中：财政拨款收入50.00万元；财政专户管理教育收费200.00万元，占80.00%。",
      ),
    ).toEqual([
      "250.00 → revenue",
      "50.00 → revenue{fund=appropriation}",
      "200.00 → revenue{label=财政专户管理教育收费}",
      "80.00 → revenue{label=财政专户管理教育收费,measure=share,of=revenue}",
    ]);
    expect(facts("three-public", "公务用车运行维护费8.70万元，车均运行维护费2.90万元。公务用车加油3.00万元。")).toEqual(
      [
        "8.70 → three-public{item=vehicle-running}",
        "2.90 → three-public{item=vehicle-running,label=车均,measure=average}",
        "3.00 → three-public{item=vehicle-running,label=公务用车加油}",
      ],
    );
  });

  it("speak of a part to the end of its sentence only", () => {
    expect(
      facts("three-public", "公务接待费4.60万元，其中会务用餐1.10万元。年初预算为5.00万元，支出决算为4.60万元。").slice(
        1,
      ),
    ).toEqual([
      "1.10 → three-public{item=receptions,label=会务用餐}",
      "5.00 → three-public{stage=original-budget,item=receptions}",
      "4.60 → three-public{item=receptions}",
    ]);
  });

  it("do not hide what a sentence goes on to say", () => {
    expect(
      facts(
        "three-public",
        "公务接待费4.60万元，决算数小于预算数的主要原因是厉行节约，与上年相比减少0.40万元，减少8%。",
      ),
    ).toEqual([
      "4.60 → three-public{item=receptions}",
      "0.40 → three-public{item=receptions,measure=change} decrease",
      "8 → three-public{item=receptions,measure=growth} decrease",
    ]);
  });
});

describe("whose a figure is", () => {
  it("gives a comparison after 其中 to the one of the two whose rate it is", () => {
    expect(
      facts("revenue", "收入总计5320.60万元，其中年初结转和结余120.60万元，较2024年增加320.60万元，增长6.41%。").slice(
        2,
      ),
    ).toEqual(["320.60 → total-receipts{measure=change} increase", "6.41 → total-receipts{measure=growth} increase"]);
    expect(
      facts("totals", "总收入581.45万元，其中本年收入390.55万元，较2024年度决算数减少175.26万元，下降31%。").at(-1),
    ).toBe("31 → revenue{measure=growth} decrease");
  });

  it("gives each of a pair its own", () => {
    expect(
      facts(
        "appropriation-totals",
        "财政拨款收入1230.00万元，支出1234.56万元，分别比2024年度增加30.00万元和34.56万元。",
      ).slice(2),
    ).toEqual([
      "30.00 → revenue{fund=appropriation,measure=change} increase",
      "34.56 → expenditure{fund=appropriation,measure=change} increase",
    ]);
  });

  it("takes parts by fund in a parenthesis for parts of the amount before it", () => {
    expect(
      facts(
        "operating-costs",
        "机关运行经费320.50万元（其中：一般公共预算支出320.50万元；政府性基金预算支出0万元）。与上年相比，减少10.50万元。",
      ),
    ).toEqual([
      "320.50 → operating-costs",
      "320.50 → operating-costs{fund=general}",
      "0 → operating-costs{fund=government-fund}",
      "10.50 → operating-costs{measure=change} decrease",
    ]);
  });

  it("leaves open what 增加（减少） leaves open", () => {
    expect(facts("totals", "收入支出总计110.00万元，与2024年度相比增加（减少）10.00万元。").at(-1)).toBe(
      "10.00 → total-receipts{measure=change}",
    );
  });
});

describe("comparisons", () => {
  it("keeps the word, the base and the reason", () => {
    expect(
      comparisons(
        "operating-costs",
        "机关运行经费支出816.16万元，比2024年度减少165.4万元，下降16.85%。主要原因是厉行节约。",
      ),
    ).toEqual(["operating-costs 减少 previous-year: 厉行节约"]);
  });

  it("tells a reason that is owed but empty from one that is not given", () => {
    const text = "决算数大于预算数的主要原因：\n2、教育支出（类）普通教育（款）初中教育（项）。决算数小于预算数。";
    expect(comparisons("general-expenditure.total", text)).toEqual([
      "expenditure{fund=general} 大于 budget: ",
      expect.stringMatching(/小于 budget: no reason$/),
    ]);
  });

  it("gives each part of the sentence its own", () => {
    expect(
      comparisons(
        "three-public.total",
        "“三公”经费支出决算数与2024年度持平。其中：因公出国（境）费支出决算比预算无增减变化，比去年无增减变化；公务接待费支出决算持平。",
      ),
    ).toEqual([
      "three-public 持平 previous-year: no reason",
      "three-public{item=overseas} 无增减变化 budget: no reason",
      "three-public{item=overseas} 无增减变化 previous-year: no reason",
      "three-public{item=receptions} 持平 previous-year: no reason",
    ]);
  });

  it("takes no comparison from a purpose", () => {
    expect(comparisons("general-expenditure.items", "主要用于提高效率、减少污染。")).toEqual([]);
  });
});

describe("what no statement foresees", () => {
  it("stays in view as unbound in the statutory sections", () => {
    expect(facts("procurement", "另有专家7名参加评审。")).toEqual(["7 unbound"]);
  });
});

describe("the phrases", () => {
  it("have no groups of their own, so that the nth group of all in one expression is the nth phrase", () => {
    for (const { pattern } of [...CUES, ...SUBJECTS])
      expect(new RegExp(`${pattern}|`).exec("")!.length, pattern).toBe(1);
  });
});
