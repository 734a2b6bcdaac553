import { expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

const EDUCATION = [
  "96.00 → revenue{fund=appropriation,functional=教育}",
  "96 → revenue{fund=appropriation,functional=教育,measure=share,of=revenue{fund=appropriation}}",
];

it("reads income that is told by class as income, of the fund that the classes are told of", () => {
  expect(
    facts(
      "revenue",
      "本年收入110.00万元，其中：\n1、财政拨款100.00万元，占本年收入90.91%。其中：教育（类）96.00万元，占财政拨款96%；卫生健康（类）4.00万元。\n2、事业收入10.00万元，占本年收入9.09%。",
    ),
  ).toEqual([
    "110.00 → revenue",
    "100.00 → revenue{fund=appropriation}",
    "90.91 → revenue{fund=appropriation,measure=share,of=revenue}",
    ...EDUCATION,
    "4.00 → revenue{fund=appropriation,functional=卫生健康}",
    "10.00 → revenue{source=institutional}",
    "9.09 → revenue{source=institutional,measure=share,of=revenue}",
  ]);
});

it("takes 收入 behind a class for what came in for it, and not for all that came in", () => {
  expect(facts("revenue", "按功能分类：教育支出（类）收入400万元，占86.96%；其他各项收入均为0万元。")).toEqual([
    "400 → revenue{functional=教育支出}",
    "86.96 → revenue{functional=教育支出,measure=share,of=revenue}",
    "0 → revenue{label=其他各项收入}",
  ]);
});

it("takes the entries of the lines below an entry for its parts, up to the next of its kind", () => {
  expect(
    facts(
      "revenue",
      "本年收入110.00万元，其中：\n1、财政拨款100.00万元。其中：\n（1）教育（类）96.00万元，占财政拨款96%。\n2、事业收入10.00万元。\n（1）教育（类）10.00万元。",
    ).slice(2),
  ).toEqual([...EDUCATION, "10.00 → revenue{source=institutional}", "10.00 → revenue{functional=教育}"]);
});
