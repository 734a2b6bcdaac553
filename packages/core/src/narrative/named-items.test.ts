import { describe, expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

describe("the name of an item", () => {
  it("is what is spoken of, and the words behind it say what paid", () => {
    expect(
      facts("three-public", "公务接待费2025年度财政拨款支出决算数为6.5万元，比2024年度决算数7万元减少0.5万元。"),
    ).toEqual([
      "6.5 → three-public{item=receptions}",
      "7 → three-public{period=previous,item=receptions}",
      "0.5 → three-public{item=receptions,measure=change} decrease",
    ]);
  });

  it("of vehicles is 公车 or 车辆 too", () => {
    expect(facts("three-public", "公车购置及运行费9万元，车辆购置及运行维护费9万元。")).toEqual([
      "9 → three-public{item=vehicles}",
      "9 → three-public{item=vehicles}",
    ]);
  });
});

describe("several items told together", () => {
  it("are all of the three, or the vehicles, or what their names say", () => {
    expect(
      facts(
        "three-public",
        "因公出国（境）费、公务用车购置及运行费和公务接待费支出合计21万元，比上年减少2万元。公务用车购置费和公务用车运行费合计13万元。因公出国（境）费和公务接待费合计8万元。",
      ),
    ).toEqual([
      "21 → three-public",
      "2 → three-public{measure=change} decrease",
      "13 → three-public{item=vehicles}",
      "8 → three-public{label=因公出国（境）费和公务接待费}",
    ]);
  });

  it("have each its own amount in a row", () => {
    expect(facts("three-public", "因公出国（境）费、公务用车购置及运行费和公务接待费0万元、13万元、8万元。")).toEqual([
      "0 → three-public{item=overseas}",
      "13 → three-public{item=vehicles}",
      "8 → three-public{item=receptions}",
    ]);
  });

  it("are of the budget where the words before them say so, up to the end of the sentence", () => {
    expect(
      facts("three-public", "“三公”经费年初预算中，因公出国（境）费2万元，公务接待费9万元。公务接待费支出8万元。"),
    ).toEqual([
      "2 → three-public{stage=original-budget,item=overseas}",
      "9 → three-public{stage=original-budget,item=receptions}",
      "8 → three-public{item=receptions}",
    ]);
    expect(facts("three-public", "“三公”经费年初预算11万元。其中：公务接待费9万元。").at(-1)).toBe(
      "9 → three-public{stage=original-budget,item=receptions}",
    );
    expect(facts("general-expenditure", "一般公共预算中，基本支出70万元。")).toEqual([
      "70 → expenditure{fund=general,nature=basic}",
    ]);
  });
});

it("takes what was spent though it was not in the budget for spent", () => {
  const item = "一般公共服务支出（类）财政事务（款）信息化建设（项）";
  for (const words of ["因未列入年初预算中，全年支出6万元", "未纳入年初预算中，支出6万元"])
    expect(facts("general-expenditure.items", `${item}${words}。`)[0]).not.toContain("stage");
});
