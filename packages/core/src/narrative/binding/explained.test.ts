import { expect, it } from "vitest";
import { facts } from "../read.test.support.ts";

it("takes by how much the reason says that each part changed for the same comparison", () => {
  expect(
    facts(
      "three-public",
      "“三公”经费支出20万元，比年初预算减少6万元，主要是公务用车购置及运行费减少4万元，公务接待费减少2万元。",
    ),
  ).toEqual([
    "20 → three-public",
    "6 → three-public{stage=original-budget,measure=change} decrease",
    "4 → three-public{stage=original-budget,item=vehicles,measure=change} decrease",
    "2 → three-public{stage=original-budget,item=receptions,measure=change} decrease",
  ]);
});

it("takes the rate behind such a change for its own", () => {
  expect(
    facts("three-public", "“三公”经费比上年减少5万元，主要是公务接待费支出同比减少2万元，下降20%。").slice(1),
  ).toEqual([
    "2 → three-public{item=receptions,measure=change} decrease",
    "20 → three-public{item=receptions,measure=growth} decrease",
  ]);
});

it("takes no part of another year or of something else for one", () => {
  expect(facts("three-public", "“三公”经费比上年增加5万元，主要是上年公务接待费减少2万元。").at(-1)).toContain(
    "project-amount",
  );
  expect(facts("three-public", "公务接待费比上年减少5万元，主要是公务用车运行费减少2万元。").at(-1)).toContain(
    "project-amount",
  );
});

it("takes what a reason says of last year for no change on the budget", () => {
  expect(
    facts("three-public", "“三公”经费支出18万元，决算数小于预算数2万元，主要原因是公务接待费比上年减少1.5万元。").at(
      -1,
    ),
  ).toBe("1.5 → three-public{item=receptions,measure=change} decrease");
  expect(
    facts("expenditure", "本年支出490万元，较年初预算增加20万元，主要原因是项目支出较上年增加15万元。").at(-1),
  ).toBe("15 → expenditure{nature=project,measure=change} increase");
});
