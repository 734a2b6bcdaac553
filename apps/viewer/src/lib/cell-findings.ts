import type { DocumentReport, Grid, GridCell } from "./data.ts";
import type { Fact, Finding } from "./facts.ts";

/** What findings say of the cells of one table. */
export interface CellFindings {
  /** Of a table in the layout of its form, by what a cell states. */
  readonly byKey: ReadonlyMap<string, readonly Finding[]>;
  /** Of a table as printed, by the figure's id … */
  readonly byFigure: ReadonlyMap<number, readonly Finding[]>;
  /** … and by where a cell begins that prints none. */
  readonly byPlace: ReadonlyMap<number, readonly Finding[]>;
}

export function findingsOfCell(findings: CellFindings, { key, figure, at, parts }: GridCell): readonly Finding[] {
  const { byKey, byFigure, byPlace } = findings;
  if (parts) return parts.flatMap((part) => (part.figure === undefined ? [] : (byFigure.get(part.figure) ?? [])));
  if (figure !== undefined) return byFigure.get(figure) ?? [];
  if (at !== undefined) return byPlace.get(at) ?? [];
  return key === undefined ? [] : (byKey.get(key) ?? []);
}

/** Whether a finding blames what a cell prints, which it may also need for its sum alone. */
export function isBlamed(
  findings: readonly Finding[],
  { key, figure, at, parts, text }: GridCell,
  facts: ReadonlyMap<string, readonly Fact[]>,
): boolean {
  const ids = new Set([figure, ...(parts ?? []).map((part) => part.figure)]);
  const own = new Set((figure === undefined && key !== undefined ? (facts.get(key) ?? []) : []).map(({ id }) => id));
  return findings.some(({ culprits }) =>
    culprits.some(
      (culprit) =>
        culprit.source.start === at ||
        (culprit.figure !== undefined &&
          (ids.has(culprit.figure) || (own.has(culprit.figure) && culprit.text === text))),
    ),
  );
}

/** A cell is disputed where a finding speaks of what this table prints, or, where it prints nothing, of what the text says. */
export function findingsIn(
  grid: Grid,
  report: DocumentReport,
  byKey: ReadonlyMap<string, readonly Fact[]>,
  findingsOf: (fact: Fact) => readonly Finding[],
): CellFindings {
  return grid.printed ? findingsByPlace(grid, report, findingsOf) : findingsByKey(grid, byKey, findingsOf);
}

const NONE: CellFindings = { byKey: new Map(), byFigure: new Map(), byPlace: new Map() };

function findingsByPlace(
  { head, rows }: Grid,
  report: DocumentReport,
  findingsOf: (fact: Fact) => readonly Finding[],
): CellFindings {
  const shown = new Set<number>();
  const places = new Set<number>();
  for (const { figure, parts, at } of [...head, ...rows].flat()) {
    if (figure !== undefined) shown.add(figure);
    else if (at !== undefined) places.add(at);
    for (const part of parts ?? []) if (part.figure !== undefined) shown.add(part.figure);
  }
  const byFigure = new Map<number, readonly Finding[]>();
  for (const fact of report.facts) {
    const findings = shown.has(fact.id) ? findingsOf(fact) : [];
    if (findings.length > 0) byFigure.set(fact.id, findings);
  }
  const byPlace = new Map<number, readonly Finding[]>();
  for (const finding of report.findings) {
    if (finding.severity === "rounding") continue;
    for (const { source } of finding.culprits)
      if (places.has(source.start)) byPlace.set(source.start, [...(byPlace.get(source.start) ?? []), finding]);
  }
  return { ...NONE, byFigure, byPlace };
}

function findingsByKey(
  { table, rows }: Grid,
  byKey: ReadonlyMap<string, readonly Fact[]>,
  findingsOf: (fact: Fact) => readonly Finding[],
): CellFindings {
  const found = new Map<string, readonly Finding[]>();
  for (const { key } of rows.flat()) {
    if (key === undefined || found.has(key)) continue;
    const facts = byKey.get(key) ?? [];
    const here = facts.filter(({ source }) => source.table === table);
    const own = here.length > 0 ? here : facts.filter(({ source }) => source.table === undefined);
    const findings = [...new Set(own.flatMap((fact) => findingsOf(fact)))];
    if (findings.length > 0) found.set(key, findings);
  }
  return { ...NONE, byKey: found };
}
