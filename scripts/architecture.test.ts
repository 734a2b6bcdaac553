import { expect, it } from "vitest";
import { staleFiles } from "./architecture.mjs";

it("the pictures of the architecture show the imports as they are (else: node scripts/architecture.mjs)", () => {
  expect(staleFiles()).toEqual([]);
});
