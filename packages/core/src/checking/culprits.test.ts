import { describe, expect, it } from "vitest";
import { ranked } from "./culprits.ts";
import type { CulpritSet, SlipId } from "./result.ts";
import { slip, strengthOf } from "./slips.ts";

const blaming = (id: SlipId): CulpritSet => ({
  blames: [{ kind: "figure", slip: slip(id) }],
  weight: 1,
  plausibility: strengthOf(slip(id)),
});

const told = (...ids: readonly SlipId[]): readonly string[] =>
  ranked(ids.map(blaming)).map(({ blames, plausibility }) => `${blames[0]!.slip!.id} ${plausibility}`);

describe("what may be wrong", () => {
  it("is told with the likeliest slip first", () => {
    expect(told("digit-wrong", "digits-swapped")).toEqual(["digits-swapped 0.9", "digit-wrong 0.55"]);
  });

  it("is hardly an amount that stands nearby once more, where a wrong calculation gives the rate", () => {
    expect(told("neighbour-row", "whole-for-difference")).toEqual(["whole-for-difference 0.95", "neighbour-row 0.4"]);
    expect(told("neighbour-row", "digit-wrong")).toEqual(["neighbour-row 0.85", "digit-wrong 0.55"]);
  });
});
