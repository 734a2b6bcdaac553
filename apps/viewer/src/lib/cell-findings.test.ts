import { expect, it } from "vitest";
import { findingsIn, findingsOfCell, isBlamed } from "./cell-findings.ts";
import type { DocumentReport, Grid, GridCell } from "./data.ts";
import { factsByKey, type Fact, type Finding } from "./facts.ts";

const fact = (id: number, value: string): Fact => ({
  id,
  concept: "performance.score",
  dimensions: {},
  key: `performance.score{ordinal=${id}}`,
  value,
  unit: "score",
  decimals: 2,
  source: { start: id * 10, end: id * 10 + 5, text: value },
});
const cell = (id: number, text: string): GridCell => ({ kind: "figure", text, at: id * 10, figure: id });

it("tells the figure that a finding blames from those that it adds up, in a table as printed", () => {
  const [score, total] = [fact(1, "40.00"), fact(2, "95.00")];
  const finding = {
    severity: "error",
    sources: [score.source, total.source],
    culprits: [{ figure: 2, text: "95.00", certainty: "unique", source: total.source }],
  } as unknown as Finding;
  const grid: Grid = {
    table: "printed-1",
    title: "自评表",
    unit: "",
    head: [],
    rows: [[cell(1, "40.00")], [cell(2, "95.00")], [{ kind: "label", text: "合计", at: 40 }]],
    columnCount: 1,
    printed: { at: 0, figures: 2, unread: 0 },
  };
  const report = { facts: [score, total], findings: [finding] } as unknown as DocumentReport;
  const byKey = factsByKey(report.facts);
  const findings = findingsIn(grid, report, byKey, () => [finding]);
  const judged = grid.rows.flat().map((one) => {
    const own = findingsOfCell(findings, one);
    return own.length === 0 ? "fine" : isBlamed(own, one, byKey) ? "blamed" : "involved";
  });
  expect(judged).toEqual(["involved", "blamed", "fine"]);
});
