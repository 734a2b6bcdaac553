import { expect, it } from "vitest";
import { comparisons, facts, read } from "../read.test.support.ts";

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

it("takes 收入 and 支出 among the parts for what came in and was spent, without standing upon it", () => {
  const text =
    "财政拨款收、支总计830万元，比上年减少95万元，其中收入减少90万元，上年结转减少5万元；支出减少85万元，年末结转减少10万元。";
  expect(facts("appropriation-totals", text).slice(2)).toEqual([
    "90 → revenue{fund=appropriation,measure=change} decrease",
    "5 → opening-carry-over{fund=appropriation,measure=change} decrease",
    "85 → expenditure{fund=appropriation,measure=change} decrease",
    "10 → closing-carry-over{fund=appropriation,measure=change} decrease",
  ]);
  const { figures } = read("appropriation-totals", text);
  expect(figures.flatMap(({ text: printed, unknownWords }) => (unknownWords === undefined ? [] : [printed]))).toEqual(
    expect.arrayContaining(["90", "85"]),
  );
});

it("goes on with a reason that lists changes, which need none of their own", () => {
  expect(
    comparisons(
      "general-expenditure",
      "一般公共预算财政拨款支出790万元，比上年减少80万元，减少原因是：基本支出减少20万元；项目支出减少60万元。",
    ),
  ).toEqual(["expenditure{fund=general} 减少 previous-year: 基本支出减少20万元"]);
});
