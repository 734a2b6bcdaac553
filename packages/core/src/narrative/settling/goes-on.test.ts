import { expect, it } from "vitest";
import { facts } from "../read.test.support.ts";

it("goes on with the quantity told last where a paragraph names none and the difference is its own", () => {
  const told = (change: string) =>
    facts(
      "three-public.detail",
      `公务用车购置及运行维护费支出4.35万元。公务用车运行维护费支出全年预算数为6万元，决算数为4.35万元，年末公务用车保有2辆。\n决算数较全年预算数减少${change}万元的主要原因是：实行定点加油。`,
      "九、三公经费情况 / （三）公务用车购置及运行维护费支出",
    ).at(-1);
  expect(told("1.65")).toBe("1.65 → three-public{stage=adjusted-budget,item=vehicle-running,measure=change} decrease");
  expect(told("2.80")).toContain("item=vehicles,");
});
