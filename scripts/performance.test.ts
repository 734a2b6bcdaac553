import { describe, expect, it } from "vitest";
import { isStale, merged, pageOf, regressions } from "./performance.mjs";

const measure = (kind: string, better: string, value: number, more = {}) => ({
  id: "a",
  zh: "量",
  en: "a measure",
  kind,
  better,
  value,
  ...more,
});
const run = (...measures: unknown[]) => ({
  benchmark: "terminal",
  date: "2026-11-26",
  machine: { cpu: "x", cores: 2, node: "v24", platform: "linux" },
  measures,
});

describe("Performance", () => {
  it("the page says what was recorded (else: node scripts/performance.mjs --page)", () => {
    expect(isStale()).toBe(false);
  });

  it.each([
    ["a ratio within a quarter", "ratio", "less", 10, 12.4, {}, 0],
    ["a ratio beyond it", "ratio", "less", 10, 12.6, {}, 1],
    ["a ratio that grew and should", "ratio", "more", 1.5, 1.9, {}, 0],
    ["a ratio that fell and should not", "ratio", "more", 1.9, 1.3, {}, 1],
    ["a share that fell at all", "share", "more", 0.99, 0.98, {}, 1],
    ["a share within its slack", "share", "more", 0.99, 0.98, { slack: 0.02 }, 0],
    ["one false alarm more than none", "count", "less", 0, 1, {}, 1],
  ] as const)("%s", (_, kind, better, was, is, more, found) => {
    const worse = regressions(run(measure(kind, better, was)), run(measure(kind, better, is, more)));
    expect(worse).toHaveLength(found);
  });

  it("takes new figures in place of old ones, and keeps the rest", () => {
    const old = { ...run(measure("ratio", "less", 3)), benchmark: "reading" };
    const next = merged([run(measure("ratio", "less", 1)), old], [run(measure("ratio", "less", 2))]);
    expect(next.map(({ benchmark, measures }) => [benchmark, measures[0]!.value])).toEqual([
      ["terminal", 2],
      ["reading", 3],
    ]);
    expect(pageOf(next)).toContain("| 量<br>a measure | 2.00 | 小 less |  |");
  });
});
