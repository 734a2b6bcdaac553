import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("performance", () => {
  it("binds the budget of a project, what was spent of it and the rate to the project", () => {
    const item = "label=高标准农田建设";
    expect(
      facts(
        "performance",
        "1.高标准农田建设项目绩效自评综述：项目全年预算数为1,200万元，执行数为1,176万元，完成预算的98%。\n（二）公租房建设项目年初预算7,000.00万元，全年预算7,200.00万元，执行7,200.00万元，执行率100%。",
      ),
    ).toEqual([
      `1,200 → project-amount{stage=adjusted-budget,${item}}`,
      `1,176 → project-amount{${item}}`,
      `98 → project-amount{stage=adjusted-budget,${item},measure=completion}`,
      "7,000.00 → project-amount{stage=original-budget,label=公租房建设}",
      "7,200.00 → project-amount{stage=adjusted-budget,label=公租房建设}",
      "7,200.00 → project-amount{label=公租房建设}",
      "100 → project-amount{stage=adjusted-budget,label=公租房建设,measure=completion}",
    ]);
  });

  it("gives the money to the projects that the sentence has counted", () => {
    expect(
      facts(
        "performance",
        "本部门对5个二级项目开展了绩效自评，涉及资金224.06万元。我单位对1个项目实施了部门评价，涉及一般公共预算支出60.00万元。纳入预算绩效管理的项目25个，资金8,245.20万元。",
      ),
    ).toEqual([
      "5 → performance-projects{item=self-evaluation}",
      "224.06 → performance-amount{item=self-evaluation}",
      "1 → performance-projects{item=department-evaluation}",
      "60.00 → performance-amount{fund=general,item=department-evaluation}",
      "25 → performance-projects{label=纳入预算绩效管理的项目}",
      "8,245.20 → performance-amount{label=纳入预算绩效管理的项目}",
    ]);
  });

  it("counts projects in a band of scores under its words, and the ends of the band as no score", () => {
    expect(
      facts("performance", "自评得分90分以上的项目16个，80至90分的项目2个，占11.11%，平均得分94.8分。其中60-80分0个。"),
    ).toEqual([
      "90 → threshold",
      "16 → performance-projects{label=90分以上}",
      "80 → threshold",
      "90 → threshold",
      "2 → performance-projects{label=80至90分}",
      "11.11 → performance-projects{label=80至90分,measure=share}",
      "94.8 → performance-score{label=项目平均}",
      "60 → threshold",
      "80 → threshold",
      "0 → performance-projects{label=60-80分}",
    ]);
  });

  it.each(["自评等次为优的项目10个，良的项目2个", "自评优秀10个、良好2个", "其中：优10个，良2个"])(
    "knows grades: %s",
    (text) => {
      expect(facts("performance", `${text}。`)).toEqual([
        "10 → performance-projects{item=excellent}",
        "2 → performance-projects{item=good}",
      ]);
    },
  );
});

describe("institutions", () => {
  it("takes the ordinals of a list of units for no figures", () => {
    expect(
      facts(
        "institutions",
        "纳入决算汇编范围的独立核算单位（以下简称“单位”）共3个，具体情况如下：\n序号 单位名称 经费形式\n1 青禾县文化局（本级） 财政拨款\n2 青禾县图书馆 财政拨款\n3 青禾县文化馆 财政拨款",
      ),
    ).toEqual(["3 → units{item=covered}"]);
    expect(facts("institutions", "1 青禾县文化局（本级）\n2 青禾县图书馆\n内设5个办公室。")).toEqual([
      "5 → units{item=offices}",
    ]);
  });

  it("takes numbers that measure for no ordinals, at the starts of lines too", () => {
    expect(facts("institutions", "内设机构如下：\n1个行政单位\n2个事业单位")).toEqual([
      "1 → units{item=administrative}",
      "2 → units{item=institutional}",
    ]);
  });

  it("takes whole yuan of seven digits and more for amounts, and a telephone number for none", () => {
    expect(facts("totals", "2023年度收入总计69305280元。联系电话：69305280。")).toEqual(["69305280 → total-receipts"]);
  });

  it("tells kinds of posts from kinds of staff by what the sentence counts", () => {
    expect(
      facts(
        "institutions",
        "编制总数52名，其中：行政24名、事业26名、工勤2名。实有在职人员38人（其中行政21人、事业17人），遗属3人。",
      ),
    ).toEqual([
      "52 → staff{item=establishment}",
      "24 → staff{item=administrative-establishment}",
      "26 → staff{item=institutional-establishment}",
      "2 → staff{item=support-establishment}",
      "38 → staff{item=actual}",
      "21 → staff{item=administrative}",
      "17 → staff{item=institutional}",
      "3 → staff{item=other,label=遗属}",
    ]);
  });
});

describe("which fund 财政拨款支出 is of", () => {
  it("takes it for all funds where the same sentence divides it by fund, whatever the heading says", () => {
    const text = "2019年度财政拨款支出3424.92万元，比上年增加71.19万元，增长2.12%。";
    const first = (line: string) => facts("general-expenditure", line).slice(0, 2);
    expect(first(text)[0]).toBe("3424.92 → expenditure{fund=general}");
    expect(first(`${text}其中一般公共预算财政拨款支出3381.09万元，政府性基金预算财政拨款支出43.83万元。`)).toEqual([
      "3424.92 → expenditure{fund=appropriation}",
      "71.19 → expenditure{fund=appropriation,measure=change} increase",
    ]);
  });
});

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
      "62.30 → three-public{item=domestic-receptions,label=人均}",
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
      "4.36 → three-public{item=overseas,label=人均}",
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

describe("parts", () => {
  it("reads a list of items after 主要是, numbered or not", () => {
    const item = "expenditure{fund=general,functional=教育/小学教育}";
    expect(facts("general-expenditure.items", "1.教育支出88.00万元，主要是：（1）小学教育80.00万元。")[1]).toBe(
      `80.00 → ${item}`,
    );
    expect(facts("general-expenditure.items", "1.教育支出88.00万元，主要是小学教育80.00万元。")[1]).toBe(
      `80.00 → ${item}`,
    );
  });

  it("compares a part anew after what it was used for, though the whole was compared before", () => {
    expect(
      facts(
        "totals",
        "收入总计100万元，与上年相比，减少10万元。其他收入5万元，为单位取得的其他各项收入，较上年减少2万元，下降28.57%。",
      ).slice(2),
    ).toEqual([
      "5 → revenue{source=other}",
      "2 → revenue{source=other,measure=change} decrease",
      "28.57 → revenue{source=other,measure=growth} decrease",
    ]);
  });

  it("keeps apart coaches by size, and averages from what they are averages of", () => {
    expect(facts("state-assets", "共有车辆12辆，其中：小型载客汽车10辆、大中型载客汽车2辆。").slice(1)).toEqual([
      "10 → state-vehicles{item=small-coach}",
      "2 → state-vehicles{item=large-coach}",
    ]);
    expect(facts("three-public", "国内公务接待22批次，人均接待费96.97元，车均维护费2.67万元。").slice(1)).toEqual([
      "96.97 → three-public{item=receptions,label=人均}",
      "2.67 → three-public{item=vehicle-running,label=车均}",
    ]);
  });

  it("counts those on the missions of others apart", () => {
    expect(
      facts("three-public", "因公出国（境）团组1个、共3人、参加其他单位组织的因公出国（境）团组1个、共2人。"),
    ).toEqual(["1 → missions", "3 → mission-persons", "1 → missions{item=joined}", "2 → mission-persons{item=joined}"]);
  });
});

describe("whose a figure is", () => {
  it("gives units among the parts of a sum their own, not the department's", () => {
    expect(
      facts("expenditure", "支出合计8450万元。其中：局本级支出4225万元，市社会福利院支出4225万元。").slice(1),
    ).toEqual(["4225 → expenditure{label=局本级}", "4225 → expenditure{label=市社会福利院}"]);
    expect(facts("three-public", "公务用车保有量六辆，其中局本级三辆。")).toEqual([
      "六 → vehicles-held",
      "三 → vehicles-held{label=局本级}",
    ]);
  });

  it("takes a share for that of the part which 其中 opened, where the amounts say so", () => {
    const text = "财政拨款收入8200万元，占82%，其中：一般公共预算财政拨款收入7200万元，占";
    expect(facts("revenue", `收入合计10000万元。${text}87.80%。`).at(-1)).toBe(
      "87.80 → revenue{fund=general,measure=share,of=revenue{fund=appropriation}}",
    );
    expect(facts("revenue", `收入合计10000万元。${text}72%。`).at(-1)).toBe(
      "72 → revenue{fund=general,measure=share,of=revenue}",
    );
  });

  it("takes a sentence that tells last year over again for last year's, and no slip of the year", () => {
    const now = "2025年的“三公”经费决算数合计为26万元，其中：公务接待费4万元。";
    expect(
      facts("three-public", `${now}2024年的“三公”经费决算数合计为25万元，其中：公务接待费5万元。`).slice(2),
    ).toEqual(["25 → three-public{period=previous}", "5 → three-public{period=previous,item=receptions}"]);
    expect(facts("three-public", "2024年的“三公”经费决算数合计为25万元，其中：公务接待费5万元。")).toEqual([
      "25 → three-public",
      "5 → three-public{item=receptions}",
    ]);
  });
});

describe("counts written in words", () => {
  it("reads those that count what is accounted for", () => {
    expect(facts("three-public", "国内公务接待两批次、十六人次。")).toEqual([
      "两 → reception-batches{item=domestic}",
      "十六 → reception-persons{item=domestic}",
    ]);
    expect(facts("institutions", "内设机构十二个，所属事业单位三个。")).toEqual([
      "十二 → units{item=offices}",
      "三 → units{item=institutional}",
    ]);
  });

  it.each(["分三个方面开展，第一批次完成。", "按照“三重一大”要求，两个维护。", "十几辆，三五辆。"])(
    "leaves other words alone: %s",
    (text) => {
      expect(facts("three-public", text)).toEqual([]);
    },
  );
});

describe("what words alone leave open", () => {
  it("gives a comparison after a list to the sum where only then its rate follows", () => {
    expect(
      facts(
        "three-public",
        "“三公”经费支出18600元，其中：公务接待费18600元，因公出国（境）费0元。与上年相比，减少1400元，下降7.00%。",
      ).slice(3),
    ).toEqual(["1400 → three-public{measure=change} decrease", "7.00 → three-public{measure=growth} decrease"]);
  });

  it("keeps persons that no phrase knows under their words", () => {
    expect(facts("institutions", "教职工186人，其中专任教师168人，离休1人，编制外14人。")).toEqual([
      "186 → staff{item=actual}",
      "168 → staff{item=other,label=专任教师}",
      "1 → staff{item=retired-cadres}",
      "14 → staff{item=contract}",
    ]);
  });

  it("takes averages for averages, and vehicles bought for no others", () => {
    expect(
      facts(
        "three-public",
        "公务用车购置费18.00万元，购置执法执勤用车1辆；保有量15辆，平均每辆1.85万元；公务接待费1.50万元，接待18批、126人，人均119.05元。",
      ).slice(1),
    ).toEqual([
      "1 → vehicles-bought{item=enforcement}",
      "15 → vehicles-held",
      "1.85 → three-public{item=vehicle-running,label=平均每辆}",
      "1.50 → three-public{item=receptions}",
      "18 → reception-batches",
      "126 → reception-persons",
      "119.05 → three-public{item=receptions,label=人均}",
    ]);
  });

  it("tells the funds that the money of projects comes from", () => {
    expect(
      facts(
        "performance",
        "对2个项目开展了部门评价，涉及一般公共预算支出2,600.00万元，政府性基金预算支出0.00万元。对11个项目1,105.00万元资金进行绩效自评。",
      ).slice(1),
    ).toEqual([
      "2,600.00 → performance-amount{fund=general,item=department-evaluation}",
      "0.00 → performance-amount{fund=government-fund,item=department-evaluation}",
      "11 → performance-projects{item=self-evaluation}",
      "1,105.00 → performance-amount{item=self-evaluation}",
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

describe("measures past a count", () => {
  it("gives them to what was spent", () => {
    expect(
      facts(
        "three-public",
        "公务用车运行费3.00万元，年末公务用车保有量1辆，完成年初预算的85.71%；比上年减少0.10万元，下降3.23%。",
      ).slice(2),
    ).toEqual([
      "85.71 → three-public{stage=original-budget,item=vehicle-running,measure=completion}",
      "0.10 → three-public{item=vehicle-running,measure=change} decrease",
      "3.23 → three-public{item=vehicle-running,measure=growth} decrease",
    ]);
  });

  it("gives the money of levels of projects to all that were looked at, and plans before what came of them", () => {
    expect(
      facts(
        "performance",
        "开展绩效自评，其中一级项目3个、二级项目12个，共涉及资金100万元。对62个项目实施了绩效自评，项目预算金额60万元，执行金额59万元，预算执行率98.33%。",
      ).slice(2),
    ).toEqual([
      "100 → performance-amount{item=self-evaluation}",
      "62 → performance-projects{item=self-evaluation}",
      "60 → performance-amount{stage=budget,item=self-evaluation}",
      "59 → performance-amount{item=self-evaluation}",
      "98.33 → performance-amount{stage=budget,item=self-evaluation,measure=completion}",
    ]);
  });
});

describe("evaluations beside the self-evaluation", () => {
  it("have grades of their own, and shares of the amount told before", () => {
    expect(
      facts(
        "performance",
        "对28个项目支出进行了绩效自评，涉及一般公共预算支出240万元，占项目支出总额的84%。组织对2个重点项目开展了部门评价，其中，评价等级为优的2个。",
      ).slice(1),
    ).toEqual([
      "240 → performance-amount{fund=general,item=self-evaluation}",
      "84 → performance-amount{fund=general,item=self-evaluation,measure=share,of=expenditure{stage=budget,nature=project}}",
      "2 → performance-projects{item=department-evaluation}",
      "2 → performance-projects{item=excellent,label=部门评价}",
    ]);
  });
});

describe("words on what was paid for", () => {
  it("name no subject for what follows, over the semicolons of their list", () => {
    expect(
      facts(
        "general-expenditure.items",
        "一般公共服务支出（类）街道事务（款）社区运行（项）6,120.4万元，主要用于：社工薪酬；社区运营，如办公费、公车运维、工会经费等。年初预算为6,400.1万元，支出决算为6,120.4万元，完成年初预算的95.63%。",
      ),
    ).toEqual([
      "6,120.4 → expenditure{fund=general,functional=一般公共服务支出/街道事务/社区运行}",
      "6,400.1 → expenditure{stage=original-budget,fund=general,functional=一般公共服务支出/街道事务/社区运行}",
      "6,120.4 → expenditure{fund=general,functional=一般公共服务支出/街道事务/社区运行}",
      "95.63 → expenditure{stage=original-budget,fund=general,functional=一般公共服务支出/街道事务/社区运行,measure=completion}",
    ]);
  });
});

describe("what is no statement", () => {
  it("is an ordinal of a list whose first name takes two lines", () => {
    expect(
      facts("institutions", "序号 单位名称\n青禾街道办事处（本级）\n2 青禾街道综合执法队\n3 青禾街道党群中心"),
    ).toEqual([]);
  });
  it("is a row of a table that lost its lines", () => {
    expect(facts("responsibilities", "30208 取暖费 30209 物业管理费 273.72 公用经费合计 2,195.60")).toEqual([
      "30208 unbound",
      "30209 unbound",
      "273.72 unbound",
      "2,195.60 unbound",
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
    ).toBe("21.64 → three-public{item=vehicle-purchase,label=平均每辆}");
    expect(facts("totals", "年末结转和结余252万元。年末结转中财政拨款166.18万元。").at(-1)).toBe(
      "166.18 → closing-carry-over{fund=appropriation}",
    );
  });
});
