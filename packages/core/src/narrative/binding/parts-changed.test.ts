import { expect, it } from "vitest";
import { facts, read } from "../read.test.support.ts";

it("takes by how much the appropriation changed for no change of the total", () => {
  const text = "收、支总计均为500万元。与2024年度相比，收、支总计各减少40万元，下降7.41%，其中财政拨款减少35万元。";
  expect(facts("totals", text).at(-1)).toBe("35 → revenue{fund=appropriation,measure=change} decrease");
  // What came in, or the total of that fund: nobody is accused on the strength of it.
  expect(read("totals", text).figures.at(-1)?.unknownWords).toBe("财政拨款");
  expect(facts("revenue", "本年收入460万元，比上年减少30万元，其中财政拨款减少35万元，下降10%。").slice(1)).toEqual([
    "30 → revenue{measure=change} decrease",
    "35 → revenue{fund=appropriation,measure=change} decrease",
    "10 → revenue{fund=appropriation,measure=growth} decrease",
  ]);
});

it("takes by how much each budget changed for what it is", () => {
  expect(
    facts(
      "revenue",
      "本年收入460万元，较上年减少20万元，其中：一般公共预算财政拨款减少15万元，政府性基金减少5万元。",
    ).slice(1),
  ).toEqual([
    "20 → revenue{measure=change} decrease",
    "15 → revenue{fund=general,measure=change} decrease",
    "5 → revenue{fund=government-fund,measure=change} decrease",
  ]);
});

it("goes on with a reason where that tells of its own parts", () => {
  expect(
    facts(
      "totals",
      "收、支总计各减少40万元，主要原因是收入减少了40万元，其中财政拨款减少35万元。\n年末结转和结余3万元。",
    ).slice(2),
  ).toEqual(["35 → project-amount{label=财政拨款,measure=change} decrease", "3 → closing-carry-over"]);
});
