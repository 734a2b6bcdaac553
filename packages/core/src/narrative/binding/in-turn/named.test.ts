import { expect, it } from "vitest";
import { facts, read } from "../../read.test.support.ts";

it("gives each of the quantities named one after the other its amount, its share and its change", () => {
  expect(
    facts(
      "expenditure",
      "本年支出3000万元，其中基本支出和项目支出分别为2000万元和1000万元，分别占66.67%和33.33%。",
    ).slice(1),
  ).toEqual([
    "2000 → expenditure{nature=basic}",
    "1000 → expenditure{nature=project}",
    "66.67 → expenditure{nature=basic,measure=share,of=expenditure}",
    "33.33 → expenditure{nature=project,measure=share,of=expenditure}",
  ]);
  const text =
    "因公出国（境）费、公务用车购置及运行维护费、公务接待费支出决算分别为1万元、14万元、6万元，占“三公”经费的4.76%、66.67%、28.57%，分别比上年减少0.5万元、3万元和增加1万元。";
  expect(facts("three-public", text)).toEqual([
    "1 → three-public{item=overseas}",
    "14 → three-public{item=vehicles}",
    "6 → three-public{item=receptions}",
    "4.76 → three-public{item=overseas,measure=share,of=three-public}",
    "66.67 → three-public{item=vehicles,measure=share,of=three-public}",
    "28.57 → three-public{item=receptions,measure=share,of=three-public}",
    "0.5 → three-public{item=overseas,measure=change} decrease",
    "3 → three-public{item=vehicles,measure=change} decrease",
    "1 → three-public{item=receptions,measure=change} increase",
  ]);
  for (const statement of read("three-public", text).statements)
    if (statement.type === "comparison") expect(statement.figures.length).toBeLessThan(2);
});

it("gives them in turn what was planned, what was spent and what was spent last year", () => {
  expect(
    facts(
      "three-public",
      "公务用车购置费和公务用车运行维护费年初预算分别为2万元和15万元，决算分别为0万元和14万元；上年分别为0万元和17万元。",
    ),
  ).toEqual([
    "2 → three-public{stage=original-budget,item=vehicle-purchase}",
    "15 → three-public{stage=original-budget,item=vehicle-running}",
    "0 → three-public{item=vehicle-purchase}",
    "14 → three-public{item=vehicle-running}",
    "0 → three-public{period=previous,item=vehicle-purchase}",
    "17 → three-public{period=previous,item=vehicle-running}",
  ]);
});

it("gives nothing in turn where there are more numbers than names", () => {
  expect(facts("expenditure", "基本支出和项目支出分别为2000万元、1000万元和500万元。")[0]).not.toContain("basic");
});
