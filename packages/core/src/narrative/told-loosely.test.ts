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
