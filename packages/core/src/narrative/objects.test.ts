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
