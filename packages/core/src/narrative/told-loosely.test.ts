import { describe, expect, it } from "vitest";
import { facts, read } from "./read.test.support.ts";

describe("an amount", () => {
  it("is what was paid, whatever word says so", () => {
    expect(
      facts(
        "general-expenditure.items",
        "住房保障支出年初预算数为160万元，实缴167.88万元，完成年初预算的104.93%。",
      ).slice(1),
    ).toEqual([
      "167.88 → expenditure{fund=general,functional=住房保障}",
      "104.93 → expenditure{stage=original-budget,fund=general,functional=住房保障,measure=completion}",
    ]);
  });

  it("belongs to the name before the number of what is named", () => {
    expect(
      facts("expenditure", "项目支出748万元，主要是：公路养护286万元、危桥改造9座143万元、公开招标4次12万元。").filter(
        (fact) => !fact.endsWith("unbound"),
      ),
    ).toEqual([
      "748 → expenditure{nature=project}",
      "286 → expenditure{nature=project,label=公路养护}",
      "143 → expenditure{nature=project,label=危桥改造}",
      "12 → expenditure{nature=project,label=公开招标}",
    ]);
  });

  it("may be left of a budget, left at the end of the year, or paid from other revenue", () => {
    expect(facts("three-public", "公务接待费预算4.80万元，支出2.64万元，完成预算的55%，结余2.16万元。").at(-1)).toBe(
      "2.16 → three-public{stage=budget,item=receptions,measure=change} decrease",
    );
    expect(facts("totals", "年初结转和结余116.20万元，年末尚余58.75万元结转下年。").at(-1)).toBe(
      "58.75 → closing-carry-over",
    );
    expect(facts("expenditure", "项目支出168万元，占18%，内含用其他收入安排的课题支出6.12万元。").at(-1)).toBe(
      "6.12 → expenditure{nature=project,label=用其他收入安排的课题}",
    );
  });

  it("is of the whole where the next sentence names the whole that a share was of", () => {
    expect(
      facts(
        "general-expenditure",
        "一般公共预算财政拨款支出290万元，占本年支出合计的95.08%。本年支出合计305万元，比上年少22万元。",
      ).slice(2),
    ).toEqual(["305 → expenditure", "22 → expenditure{measure=change} decrease"]);
  });

  it("exceeds the budget that was told before it", () => {
    expect(
      facts("general-expenditure", "社会保障和就业支出年初预算数为410万元，决算数为442.36万元，超7.89%。").at(-1),
    ).toBe("7.89 → expenditure{stage=budget,fund=general,functional=社会保障和就业,measure=growth} increase");
  });
});

describe("a count", () => {
  it("may have a space between its thousands", () => {
    expect(read("performance", "受理投诉举报3 412件，办结率99%。").figures[0]).toMatchObject({
      value: "3412",
      dimensions: { label: "受理投诉举报" },
    });
  });

  it("is of guests from abroad, and of staff within the establishment", () => {
    expect(facts("three-public", "公务接待29批次、263人次，其中国外接待0批次、0人次。").slice(-2)).toEqual([
      "0 → reception-batches{item=foreign}",
      "0 → reception-persons{item=foreign}",
    ]);
    expect(facts("institutions", "年末在职人员103人，其中编制内74人、合同制29人。").slice(1)).toEqual([
      "74 → staff{item=within-establishment}",
      "29 → staff{item=contract}",
    ]);
  });
});

describe("what exceeds the budget", () => {
  const text = "住房保障支出预算159.87万元，实缴161.23万元，为预算的100.85%，超出的1.36万元系缴费基数核增所致。";

  it("is told behind the rate, with its reason", () => {
    expect(facts("general-expenditure", text).at(-1)).toBe(
      "1.36 → expenditure{stage=budget,fund=general,functional=住房保障,measure=change} increase",
    );
    expect(read("general-expenditure", text).statements).toContainEqual(
      expect.objectContaining({ type: "comparison", against: "budget", reason: "缴费基数核增所致" }),
    );
  });
});

describe("a share", () => {
  it("behind what one project did is that project's", () => {
    expect(
      facts(
        "performance",
        "组织4个项目开展绩效自评，自评结果为“优”，其中应急处置项目执行数54.32万元，占一般公共预算项目支出的57.92%。",
      ).slice(-2),
    ).toEqual([
      "54.32 → project-amount{label=应急处置}",
      "57.92 → project-amount{label=应急处置,measure=share,of=expenditure{fund=general,nature=project}}",
    ]);
  });
});

describe("procurement by the way it was done", () => {
  it("is of all that was procured, up to the end of the sentence", () => {
    expect(
      facts(
        "procurement",
        "授予小微企业合同金额80万元。其中公开招标4批次139万元，竞争性磋商3批次20万元，询价6次4万元。与上年150万元相比，采购规模扩大18万元。",
      ).filter((fact) => !fact.endsWith("unbound")),
    ).toEqual([
      "80 → procurement{item=micro}",
      "139 → procurement{label=公开招标}",
      "20 → procurement{label=竞争性磋商}",
      "4 → procurement{label=询价}",
      "150 → procurement{period=previous}",
      "18 → procurement{measure=change} increase",
    ]);
  });
});

describe("bodies of a kind", () => {
  it("are units before and behind their number, and not what a project built", () => {
    expect(facts("institutions", "决算单位含社区卫生服务中心3所、妇幼保健院1所。")).toEqual([
      "3 → units{label=社区卫生服务中心}",
      "1 → units{label=妇幼保健院}",
    ]);
    expect(facts("general-expenditure", "卫生健康支出41万元，涉及3所社区卫生服务中心。").at(-1)).toBe(
      "3 → units{label=社区卫生服务中心}",
    );
    expect(facts("performance", "新建公办幼儿园2所。")).toEqual(["2 → performance-output{label=新建公办幼儿园}"]);
  });
});
