import { describe, expect, it } from "vitest";
import { campaign, input } from "./campaign.test.support.ts";
import { seeds } from "./seeds.test.support.ts";

// A bounded run of what `pnpm fuzz` does for as long as one likes. An input is known by its number, so what a failure
// names can be made again anywhere.
describe("files that are broken", () => {
  const made = seeds("none");

  it("are made the same for the same number", () => {
    expect(input(made, 12).bytes).toEqual(input(made, 12).bytes);
    expect(input(made, 12).bytes).not.toEqual(input(made, 12 + made.length).bytes);
  });

  it("are read or refused, in bounded time", { timeout: 240_000 }, async () => {
    const { failures, read, refused, runs } = await campaign({ seeds: made, first: 0, runs: 420, limit: 30_000 });
    expect(failures).toEqual([]);
    // Both happen, or the mutations would be too mild or too wild to find anything.
    expect(read).toBeGreaterThan(runs / 4);
    expect([...refused.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(runs / 20);
  });
});
