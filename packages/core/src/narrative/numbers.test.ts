import { expect, it } from "vitest";
import { read } from "./read.test.support.ts";

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
