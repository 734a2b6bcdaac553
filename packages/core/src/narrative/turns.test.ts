import { describe, expect, it } from "vitest";
import { facts, read } from "./read.test.support.ts";

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

describe("国有资本经营预算支出 among the classes of all appropriations", () => {
  it("is a class, whose items are its own", () => {
    const told = facts(
      "general-expenditure",
      "财政拨款支出127.11万元，包括：住房保障支出113.85万元，占89.6%；国有资本经营预算支出13.26万元，占10.4%。\n2.国有资本经营预算支出13.26万元，具体包括：\n（1）解决历史遗留问题及改革成本支出（款）国有企业改革成本支出（项）13.26万元。",
      "财政拨款支出决算情况",
    ).filter((fact) => fact.startsWith("13.26") || fact.startsWith("10.4"));
    const own = "expenditure{fund=appropriation,functional=国有资本经营预算支出";
    expect(told).toEqual([
      `13.26 → ${own}}`,
      `10.4 → ${own},measure=share,of=expenditure{fund=appropriation}}`,
      `13.26 → ${own}}`,
      `13.26 → ${own}/解决历史遗留问题及改革成本支出/国有企业改革成本支出}`,
    ]);
  });
});

describe("guests behind what a reception was for", () => {
  it("are counted where batches and persons stand right behind one another", () => {
    expect(
      facts("three-public", "国内公务接待支出5.62万元，主要用于上级检查调研，64个批次，517人次（包括陪同）。"),
    ).toEqual([
      "5.62 → three-public{item=domestic-receptions}",
      "64 → reception-batches{item=domestic}",
      "517 → reception-persons{item=domestic}",
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

describe("amounts of last year in a row", () => {
  it("are last year's, each under its own name", () => {
    expect(
      facts(
        "appropriation-totals",
        "2025年度财政拨款收入2261.31万元、支出2282.05万元，较上年收入2131.66万元、支出2122.05万元，分别增加129.65万元、160万元。",
      ),
    ).toEqual([
      "2261.31 → revenue{fund=appropriation}",
      "2282.05 → expenditure{fund=appropriation}",
      "2131.66 → revenue{period=previous,fund=appropriation}",
      "2122.05 → expenditure{period=previous,fund=appropriation}",
      "129.65 → revenue{fund=appropriation,measure=change} increase",
      "160 → expenditure{fund=appropriation,measure=change} increase",
    ]);
  });
});

describe("numbered items below a list by functions", () => {
  it("are of the fund that the list is of, where the heading speaks of all appropriations", () => {
    const text =
      "一般公共预算财政拨款支出118万元，按支出功能分类科目分，包括：社会保障和就业支出102万元，住房保障支出16万元。\n1.社会保障和就业支出102万元，完成年初预算的98.3%。\n财政拨款支出150万元。\n2.住房保障支出16万元。\n政府性基金预算财政拨款支出32万元，具体包括：城乡社区支出32万元。\n1.城乡社区支出32万元。";
    expect(facts("general-expenditure", text, "二、财政拨款支出决算情况说明").slice(3)).toEqual([
      "102 → expenditure{fund=general,functional=社会保障和就业}",
      "98.3 → expenditure{stage=original-budget,fund=general,functional=社会保障和就业,measure=completion}",
      "150 → expenditure{fund=appropriation}",
      "16 → expenditure{fund=general,functional=住房保障}",
      "32 → expenditure{fund=government-fund}",
      "32 → expenditure{fund=government-fund,functional=城乡社区}",
      "32 → expenditure{fund=government-fund,functional=城乡社区}",
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

describe("a list in the sentence behind its sum", () => {
  it("leaves the sum to the comparison behind it, where only that fits", () => {
    expect(
      facts(
        "revenue",
        "2025年度收入合计8214.65万元。其中：财政拨款收入8160.25万元，占总收入的99.34%；事业收入0万元，占总收入的0%；其他收入54.40万元，占总收入的0.66%。与上年对比，减少1327.06万元，下降13.91%。",
      ).slice(-2),
    ).toEqual(["1327.06 → revenue{measure=change} decrease", "13.91 → revenue{measure=growth} decrease"]);
  });
});

describe("why there is no rate", () => {
  it("repeats the budget of nothing", () => {
    expect(
      facts(
        "three-public",
        "因公出国（境）费支出预算为0万元，支出决算为0万元，由于预算数为0，无法计算百分比，与上年相比增加（减少）0万元。",
      ),
    ).toEqual([
      "0 → three-public{stage=budget,item=overseas}",
      "0 → three-public{item=overseas}",
      "0 → three-public{stage=budget,item=overseas}",
      "0 → three-public{item=overseas,measure=change}",
    ]);
  });
});

describe("what was to be bought and what was", () => {
  it("is told kind by kind", () => {
    expect(
      facts("procurement", "货物采购预算120万元，实际采购110.35万元；服务类采购预算50万元，实际采购46万元。"),
    ).toEqual([
      "120 → procurement{stage=budget,item=goods}",
      "110.35 → procurement{item=goods}",
      "50 → procurement{stage=budget,item=services}",
      "46 → procurement{item=services}",
    ]);
  });
});

describe("a comparison behind a list", () => {
  it("is of all that the section tells of, with last year's amount in brackets", () => {
    expect(
      facts(
        "expenditure",
        "2025年度支出合计7048.19万元，其中：基本支出1610.57万元，占22.85%；项目支出5437.62万元，占77.15%；经营支出0万元，占0%。与上年（7230.60万元）相比支出减少182.41万元，下降2.52%。",
      ).slice(-3),
    ).toEqual([
      "7230.60 → expenditure{period=previous}",
      "182.41 → expenditure{measure=change} decrease",
      "2.52 → expenditure{measure=growth} decrease",
    ]);
    expect(
      facts(
        "government-fund",
        "年初结转和结余36.70万元，本年收入516.16万元，本年支出534.82万元，年末结转和结余18.04万元。与2024年度相比，支出增加122.78万元。",
      ).at(-1),
    ).toBe("122.78 → expenditure{fund=government-fund,measure=change} increase");
  });
});

describe("entries of a list of receptions", () => {
  it("are known by the line that opens the list, whatever their words", () => {
    expect(
      facts(
        "three-public.detail",
        "国内公务接待64批次，583人次，共计支出0.67万元，具体内容包括：\n（1）市应急局督导森林防灭火0.30万元；\n（2）县级各部门年度考核0.37万元。",
      ).slice(-2),
    ).toEqual([
      "0.30 → three-public{item=reception-entry,ordinal=1}",
      "0.37 → three-public{item=reception-entry,ordinal=2}",
    ]);
  });
});

describe("a total of all there was", () => {
  it("is one by the carry-over that it holds, though the other is the year's own", () => {
    const { figures } = read(
      "totals",
      "2025年部门决算总收入3883.17万元，其中：年初结转和结余34.31万元，本年收入3848.86万元。总支出3809.99万元，其中基本支出1602.38万元。",
    );
    expect(figures.map(({ concept }) => concept)).toEqual([
      "total-receipts",
      "opening-carry-over",
      "revenue",
      "expenditure",
      "expenditure",
    ]);
  });
});

describe("revenue from all but appropriations", () => {
  it("is none of the appropriations", () => {
    expect(
      facts("revenue", "其中：财政拨款收入2801.60万元，占100%；除财政拨款收入以外其他各项收入均为0万元。").at(-1),
    ).toBe("0 → revenue{label=除财政拨款收入以外其他各项收入均}");
  });
});

describe("a code of a department", () => {
  it("is no figure", () => {
    expect(facts("institutions", "预算代码：619307部门：某镇人民政府，单位编码为603001，编制12人。")).toEqual([
      "12 → staff{item=establishment}",
    ]);
  });
});

describe("what the flow of a fund is compared with", () => {
  it("is what was spent where the words say 支出, though what was left is told last", () => {
    expect(
      facts(
        "government-fund",
        "本年收入37.65万元，本年支出37.65万元，年末结转和结余6.44万元，比上年支出增加23.91万元，增长173.92%。",
      ).slice(-2),
    ).toEqual([
      "23.91 → expenditure{fund=government-fund,measure=change} increase",
      "173.92 → expenditure{fund=government-fund,measure=growth} increase",
    ]);
  });

  it("is all that was spent behind a list of what it was spent on, where only that fits", () => {
    expect(
      facts(
        "government-fund",
        "本年收入90.59万元，本年支出84.81万元，年末结转和结余12.30万元。本年支出包括：基础设施建设支出（项）78.81万元；彩票公益金支出（项）6.00万元。同比减少5.45万元，降幅6.04%。",
      ).slice(-2),
    ).toEqual([
      "5.45 → expenditure{fund=government-fund,measure=change} decrease",
      "6.04 → expenditure{fund=government-fund,measure=growth} decrease",
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

describe("spending by where the money came from", () => {
  it("is a share of all spending", () => {
    expect(
      facts("expenditure", "按资金来源分：财政拨款支出3273.86万元，占99.63%；其他资金支出12.26万元，占0.37%。"),
    ).toEqual([
      "3273.86 → expenditure{fund=appropriation}",
      "99.63 → expenditure{fund=appropriation,measure=share,of=expenditure}",
      "12.26 → expenditure{label=其他资金支出}",
      "0.37 → expenditure{label=其他资金支出,measure=share,of=expenditure}",
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

describe("vehicles bought for one use", () => {
  it("are counted under whatever words", () => {
    expect(facts("three-public", "公务用车购置费43.28万元，更新森林防火指挥车1辆。").at(-1)).toBe(
      "1 → vehicles-bought",
    );
  });
});

describe("what a fund was spent on, told in a report", () => {
  it("is told under its own name, and is not all that was spent of the fund", () => {
    expect(
      facts(
        "annex",
        "2025年政府性基金预算支出2100.45万元，其中征地和拆迁补偿支出1850.45万元，土地开发支出250万元。",
        "三、政府性基金预算支出情况",
      ),
    ).toEqual([
      "2100.45 → expenditure{fund=government-fund}",
      "1850.45 → expenditure{fund=government-fund,label=征地和拆迁补偿支出}",
      "250 → expenditure{fund=government-fund,label=土地开发支出}",
    ]);
  });
});
