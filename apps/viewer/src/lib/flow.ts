import { minus, sumOf } from "./amounts.ts";
import { bestOf, withDimension, type Fact } from "./facts.ts";
import type { Structure } from "./structure.ts";

export interface FlowNode {
  readonly id: string;
  readonly column: number;
  /** The key that it states; absent for what no figure names. */
  readonly key?: string;
  readonly value: string;
  /** What is left of the whole when all that is printed is taken: so that the picture never pretends to be complete. */
  readonly rest?: boolean;
}

export interface Stream {
  readonly from: string;
  readonly to: string;
  readonly value: string;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly streams: readonly Stream[];
  readonly unit: Fact["unit"];
}

const SOURCES = [
  "revenue{fund=general}",
  "revenue{fund=government-fund}",
  "revenue{fund=state-capital}",
  "revenue{source=superior-subsidy}",
  "revenue{source=institutional}",
  "revenue{source=operating}",
  "revenue{source=subordinate}",
  "revenue{source=other}",
  "use-of-surplus",
  "opening-carry-over",
] as const;
const LEFT_OVER = ["surplus-distribution", "closing-carry-over"] as const;

/**
 * Where the money came from, through the year's total, to what it was spent on, and by which nature where the document
 * crosses the two. Undefined where the document does not say enough for a true picture.
 */
export function flowOf(
  byKey: ReadonlyMap<string, readonly Fact[]>,
  structure: Structure | undefined,
): Flow | undefined {
  const total = bestOf(byKey.get("total-receipts")) ?? bestOf(byKey.get("total-disbursements"));
  if (!total || Number(total.value) <= 0) return undefined;
  const stated = (key: string): Fact[] => {
    const fact = bestOf(byKey.get(key));
    return fact?.unit === total.unit && Number(fact.value) > 0 ? [fact] : [];
  };
  let sources = SOURCES.flatMap(stated);
  if (!sources.some(({ key }) => key.startsWith("revenue{fund="))) {
    sources = [...stated("revenue{fund=appropriation}"), ...sources];
  }
  const classes = (structure?.branches ?? [])
    .map(({ fact }) => fact)
    .filter(({ unit, value }) => unit === total.unit && Number(value) > 0);
  const uses = [...classes, ...LEFT_OVER.flatMap(stated)];
  if (sources.length === 0 || classes.length === 0) return undefined;

  const nodes: FlowNode[] = [{ id: "total", column: 1, key: total.key, value: total.value }];
  const streams: Stream[] = [];
  const side = (facts: readonly Fact[], column: 0 | 2): boolean => {
    for (const { key, value } of facts) {
      nodes.push({ id: key, column, key, value });
      streams.push(column === 0 ? { from: key, to: "total", value } : { from: "total", to: key, value });
    }
    const rest = minus(total.value, sumOf(facts.map(({ value }) => value)));
    // More than the whole, by more than its printed decimals explain, is a finding and no picture.
    const slack = facts.length * 0.5 * 10 ** -total.decimals;
    if (Number(rest) < -slack) return false;
    if (Number(rest) > slack) {
      const id = `rest-${column}`;
      nodes.push({ id, column, value: rest, rest: true });
      streams.push(column === 0 ? { from: id, to: "total", value: rest } : { from: "total", to: id, value: rest });
    }
    return true;
  };
  if (!side(sources, 0) || !side(uses, 2)) return undefined;

  const crossed = classes.map((fact) =>
    (["basic", "project"] as const).flatMap((nature) => {
      const part = bestOf(byKey.get(withDimension(fact.key, "nature", nature)));
      return part && part.unit === total.unit && Number(part.value) > 0 ? [{ nature, fact, value: part.value }] : [];
    }),
  );
  if (crossed.every((parts) => parts.length > 0)) {
    for (const nature of ["basic", "project"] as const) {
      const parts = crossed.flat().filter((part) => part.nature === nature);
      if (parts.length === 0) continue;
      const key = withDimension(structure!.whole, "nature", nature);
      nodes.push({ id: key, column: 3, key, value: sumOf(parts.map(({ value }) => value)) });
      for (const { fact, value } of parts) streams.push({ from: fact.key, to: key, value });
    }
  }
  return { nodes, streams, unit: total.unit };
}
