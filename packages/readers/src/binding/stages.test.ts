import { keyText, type BoundFigure } from "@juesuan/core";
import { describe, expect, it } from "vitest";
import { nameTheBudget } from "./stages.ts";

/** Amounts of 三公 at these stages, and the keys that they get. */
function named(...stages: readonly ("budget" | "original-budget" | "adjusted-budget")[]): string[] {
  const source = { start: 0, end: 1, text: "1" };
  const figures = stages.map((stage, id): BoundFigure => ({
    id,
    text: "1",
    value: "1",
    decimals: 0,
    unit: "ten-thousand-yuan",
    source,
    concept: "three-public",
    dimensions: { stage },
  }));
  return nameTheBudget(figures, []).figures.map(({ concept, dimensions }) => keyText(concept, dimensions));
}

describe("预算数 that does not say which budget", () => {
  it("is the one that the document speaks of everywhere else", () => {
    expect(named("budget", "original-budget")[0]).toBe("three-public{stage=original-budget}");
    expect(named("budget", "adjusted-budget")[0]).toBe("three-public{stage=adjusted-budget}");
  });

  it("is left open where it speaks of both, or of none", () => {
    expect(named("budget", "original-budget", "adjusted-budget")[0]).toBe("three-public{stage=budget}");
    expect(named("budget")).toEqual(["three-public{stage=budget}"]);
  });
});
