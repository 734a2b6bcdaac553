import { describe, expect, it } from "vitest";
import { facts, read } from "./read.test.support.ts";

it("reads amounts that are told roughly, and knows that they are", () => {
  const { figures } = read(
    "three-public",
    "“三公”经费支出近94万元，比上年减少103万余元，下降52%左右；公务接待费约3.2万元，公务用车运行维护费10余万元，因公出国（境）费不足80万元。公务接待费3.2万元。",
  );
  expect(figures.map(({ text, unit, approximate = false }) => `${text} ${unit} ${approximate}`)).toEqual([
    "94 ten-thousand-yuan true",
    "103 ten-thousand-yuan true",
    "52 percent true",
    "3.2 ten-thousand-yuan true",
    "10 ten-thousand-yuan true",
    "80 ten-thousand-yuan true",
    "3.2 ten-thousand-yuan false",
  ]);
});

describe("digits that are no amounts", () => {
  it("are the codes of an account told level by level behind the number of its entry", () => {
    expect(
      facts("general-expenditure.items", "1.201（类）03（款）01（项）行政运行支出决算数为60.00万元。").map((fact) =>
        fact.slice(0, fact.indexOf(" ")),
      ),
    ).toEqual(["60.00"]);
  });

  it("are the number of a telephone, and not how many there are or what they cost", () => {
    const told = facts(
      "operating-costs",
      "机关运行经费支出30万元，用于购置电话120部，支付电话1200元。电话：88120000。",
    );
    expect(told.map((fact) => fact.slice(0, fact.indexOf(" ")))).toEqual(["30", "120", "1200"]);
  });
});
