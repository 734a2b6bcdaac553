import { expect, it } from "vitest";
import type { Finding } from "./report.ts";
import { withoutEchoes } from "./uncertain.ts";

const finding = (
  relation: string,
  severity: Finding["severity"],
  ...numbers: readonly (readonly [number, string?])[]
) =>
  ({
    relation,
    severity,
    culprits: numbers.map(([start, expected]) => ({ source: { start }, ...(expected && { expected }) })),
  }) as unknown as Finding;

const left = (...findings: readonly Finding[]): readonly string[] =>
  withoutEchoes(findings).map(({ relation, severity }) => `${severity} ${relation}`);

it("tells a mistake once that an uncertain calculation finds as well as the form of the words", () => {
  expect(
    left(
      finding("narrative.share-of-named", "warning", [120, "90.00"]),
      finding("narrative.share", "info", [120, "90.00"], [80, "3114900"]),
    ),
  ).toEqual(["warning narrative.share-of-named"]);
});

it("keeps what leads to another number or place, and what asks for none", () => {
  const firm = finding("narrative.share-of-named", "warning", [120, "90.00"]);
  for (const other of [
    finding("narrative.share", "info", [120, "19.00"]),
    finding("narrative.share", "info", [80, "90.00"]),
    finding("structure.numbering", "info", [120]),
  ])
    expect(left(firm, other)).toHaveLength(2);
});
