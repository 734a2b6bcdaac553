import { tableOf } from "@juesuan/core";
import { expect, it } from "vitest";
import { printedColumns } from "./sums-across.ts";

it("takes no count for printed, whose name is made of the characters of other headings", () => {
  const [block] = tableOf("three-public")!.blocks;
  const heading =
    "预算数 决算数 合计 因公出国（境）费 公务用车购置及运行维护费 小计 公务用车购置费 公务用车运行维护费 公务接待费";
  expect(block.columns.map(({ id }) => id)).toContain("vehicles-bought");
  expect(printedColumns(block, heading).map(({ id }) => id)).toEqual([
    "total",
    "overseas",
    "vehicles",
    "vehicle-purchase",
    "vehicle-running",
    "receptions",
  ]);
});
