import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

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
      "96.97 → three-public{item=receptions,label=人均,measure=average}",
      "2.67 → three-public{item=vehicle-running,label=车均,measure=average}",
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
      "1.85 → three-public{item=vehicle-running,label=平均每辆,measure=average}",
      "1.50 → three-public{item=receptions}",
      "18 → reception-batches",
      "126 → reception-persons",
      "119.05 → three-public{item=receptions,label=人均,measure=average}",
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

describe("a code of a department", () => {
  it("is no figure", () => {
    expect(facts("institutions", "预算代码：619307部门：某镇人民政府，单位编码为603001，编制12人。")).toEqual([
      "12 → staff{item=establishment}",
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
