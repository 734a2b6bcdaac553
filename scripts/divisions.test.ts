import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
// @ts-expect-error -- a script, without types
import { divisionsFile } from "./divisions.mjs";

it("keeps the codes of GB/T 2260 as the package has them, every county", () => {
  const kept = readFileSync(new URL("../packages/core/src/divisions/codes.ts", import.meta.url), "utf8");
  expect(kept).toBe(divisionsFile());
});
