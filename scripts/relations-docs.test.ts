import { expect, it } from "vitest";
import { staleFiles } from "./relations-docs.mjs";

it("the pages of the relations and the policy's schema say what the declarations say (else: node --conditions=juesuan-source scripts/relations-docs.mjs)", () => {
  expect(staleFiles()).toEqual([]);
});
