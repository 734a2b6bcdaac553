import { describe, expect, it } from "vitest";
import type { BoundFigure } from "../facts/disclosure.ts";
import type { Dimensions } from "../facts/key.ts";
import { evaluationsOf } from "./evaluations.ts";
import { Ledger } from "./ledger.ts";

let next = 0;

function figure(
  concept: string,
  value: string,
  dimensions: Dimensions,
  unit: BoundFigure["unit"] = "score",
): BoundFigure {
  const source = { table: "项目支出绩效自评表", start: 0, end: 1, text: value };
  return {
    id: next++,
    concept,
    dimensions: { label: "河道管护", ...dimensions },
    text: value,
    value,
    decimals: 0,
    unit,
    source,
  };
}

describe("the self-evaluations of projects", () => {
  it("have their funds, total and indicators; lists of projects are none", () => {
    const money = "ten-thousand-yuan";
    const found = evaluationsOf(
      new Ledger([
        figure("project-amount", "110", { stage: "adjusted-budget" }, money),
        figure("project-amount", "99", {}, money),
        figure("project-amount", "90", { item: "appropriation" }, money),
        figure("performance-weight", "20", { indicator: "管护长度" }),
        figure("performance-target", "5", { indicator: "管护长度" }, "count"),
        figure("performance-weight", "50", { item: "group", indicator: "产出指标" }),
        figure("performance-score", "18", { indicator: "管护长度" }),
        figure("performance-score", "97", {}),
        figure("project-amount", "7", { label: "农村供水" }, money),
      ]),
    );
    expect(found).toMatchObject([
      {
        project: "河道管护",
        funds: { adjustedBudget: { value: "110" }, final: { value: "99" } },
        parts: { appropriation: { final: { value: "90" } } },
        score: { value: "97" },
        indicators: [{ name: "管护长度", weight: { value: "20" }, target: { value: "5" }, score: { value: "18" } }],
      },
    ]);
    expect(found![0]!.indicators).toHaveLength(1);
  });
});
