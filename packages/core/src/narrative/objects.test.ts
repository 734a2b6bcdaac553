import { expect, it } from "vitest";
import { facts } from "./read.test.support.ts";

it("takes everyday names for economic items in a list of basic expenditure", () => {
  expect(
    facts(
      "basic-expenditure",
      "公用经费130万元，包括办公用品30万元、接待费3万元、公车运行维护费10万元，以及因公出国（境）费2万元。",
    ),
  ).toEqual([
    "130 → expenditure{fund=general,nature=basic,group=public}",
    "30 → expenditure{fund=general,nature=basic,group=public,label=办公用品}",
    "3 → expenditure{fund=general,economic=30217,nature=basic}",
    "10 → expenditure{fund=general,economic=30231,nature=basic}",
    "2 → expenditure{fund=general,economic=30212,nature=basic}",
  ]);
});

it("leaves them to the “three public” expenses elsewhere", () => {
  expect(facts("three-public.detail", "公车运行维护费10万元。")).toEqual(["10 → three-public{item=vehicle-running}"]);
});

it("takes the first name of a list behind what it is a list of", () => {
  expect(
    facts("basic-expenditure", "公用经费50万元。公用经费主要包括接待费12.50万元，物业费6.30万元。").slice(1),
  ).toEqual([
    "12.50 → expenditure{fund=general,economic=30217,nature=basic}",
    "6.30 → expenditure{fund=general,economic=30209,nature=basic}",
  ]);
});

it("takes the code of an item before its name for no figure", () => {
  expect(facts("basic-expenditure", "公用经费20万元，包括30217接待费12万元、30231公车运行费8万元。").slice(1)).toEqual([
    "12 → expenditure{fund=general,economic=30217,nature=basic}",
    "8 → expenditure{fund=general,economic=30231,nature=basic}",
  ]);
});
