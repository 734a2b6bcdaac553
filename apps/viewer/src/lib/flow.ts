import { minus, sumOf } from "./amounts.ts";
import { withDimension } from "@juesuan/core/names";
import { bestOf, type Fact } from "./facts.ts";
import type { Structure } from "./structure.ts";

/** Which colour a node has: its fund, money that is not of the treasury, money of other years, or what it went to. */
export type Tone =
  | "general"
  | "government-fund"
  | "state-capital"
  | "appropriation"
  | "own"
  | "carried"
  | "use"
  | "total";

export interface FlowNode {
  readonly id: string;
  /** 0 sources, 1 the total, 2 purposes, 3 objects or natures. */
  readonly column: number;
  readonly tone: Tone;
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

  const nodes: FlowNode[] = [{ id: "total", column: 1, tone: "total", key: total.key, value: total.value }];
  const streams: Stream[] = [];
  const side = (facts: readonly Fact[], column: 0 | 2): boolean => {
    for (const { key, value } of facts) {
      nodes.push({ id: key, column, tone: toneOf(key), key, value });
      streams.push(column === 0 ? { from: key, to: "total", value } : { from: "total", to: key, value });
    }
    const rest = minus(total.value, sumOf(facts.map(({ value }) => value)));
    // More than the whole, by more than its printed decimals explain, is a finding and no picture.
    const slack = facts.length * 0.5 * 10 ** -total.decimals;
    if (Number(rest) < -slack) return false;
    if (Number(rest) > slack) {
      const id = `rest-${column}`;
      nodes.push({ id, column, tone: "use", value: rest, rest: true });
      streams.push(column === 0 ? { from: id, to: "total", value: rest } : { from: "total", to: id, value: rest });
    }
    return true;
  };
  if (!side(sources, 0) || !side(uses, 2)) return undefined;

  const parts = objectsOf(classes, byKey, total) ?? naturesOf(classes, byKey, total);
  const targets = new Set(parts.map(({ to }) => to));
  for (const to of targets) {
    const own = parts.filter((part) => part.to === to);
    nodes.push({ id: to, column: 3, tone: "use", key: to, value: sumOf(own.map(({ value }) => value)) });
    for (const { from, value } of own) streams.push({ from, to, value });
  }
  return { nodes, streams, unit: total.unit };
}

type Facts = ReadonlyMap<string, readonly Fact[]>;

/** Every purpose by classes of economic objects, where the document crosses the two for all of them. */
function objectsOf(classes: readonly Fact[], byKey: Facts, total: Fact): Stream[] | undefined {
  const objects = new Set<string>();
  for (const key of byKey.keys()) {
    const code = /economic=(?<code>3\d\d)[,}]/.exec(key)?.groups?.["code"];
    if (code !== undefined) objects.add(code);
  }
  const crossed = classes.map((fact) =>
    [...objects].sort().flatMap((code) => {
      const part = bestOf(byKey.get(withDimension(fact.key, "economic", code)));
      if (part?.unit !== total.unit || !(Number(part.value) > 0)) return [];
      const fund = fact.dimensions["fund"];
      const to = fund === undefined ? `expenditure{economic=${code}}` : `expenditure{fund=${fund},economic=${code}}`;
      return [{ from: fact.key, to, value: part.value }];
    }),
  );
  const isWhole = crossed.every((parts, index) => {
    const sum = sumOf(parts.map(({ value }) => value));
    return (
      parts.length > 0 &&
      Math.abs(Number(minus(sum, classes[index]!.value))) <= (parts.length + 1) * 0.5 * 10 ** -total.decimals
    );
  });
  return isWhole ? crossed.flat() : undefined;
}

/** Every purpose by basic and project expenditure, where the document says so for all of them. */
function naturesOf(classes: readonly Fact[], byKey: Facts, total: Fact): Stream[] {
  const crossed = classes.map((fact) =>
    (["basic", "project"] as const).flatMap((nature) => {
      const part = bestOf(byKey.get(withDimension(fact.key, "nature", nature)));
      if (part?.unit !== total.unit || !(Number(part.value) > 0)) return [];
      const fund = fact.dimensions["fund"];
      const to = fund === undefined ? `expenditure{nature=${nature}}` : `expenditure{fund=${fund},nature=${nature}}`;
      return [{ from: fact.key, to, value: part.value }];
    }),
  );
  return crossed.every((parts) => parts.length > 0) ? crossed.flat() : [];
}

function toneOf(key: string): Tone {
  if (
    key.startsWith("opening") ||
    key.startsWith("closing") ||
    key === "use-of-surplus" ||
    key === "surplus-distribution"
  )
    return "carried";
  const fund = /^revenue\{fund=(?<fund>[\w-]+)/.exec(key)?.groups?.["fund"];
  if (fund !== undefined) return fund as Tone;
  return key.startsWith("revenue") ? "own" : "use";
}

/** Room between two nodes: that of a label, which takes two lines on a narrow screen. */
export const FLOW_GAP = { wide: 22, narrow: 38 } as const;

/** The columns that are drawn beside each other: a narrow screen has room for three, and another picture below for the rest. */
export function picturesOf({ nodes }: Flow, isNarrow: boolean): readonly (readonly [first: number, last: number])[] {
  const last = Math.max(...nodes.map(({ column }) => column));
  if (!isNarrow || last < 3) return [[0, last]];
  return [
    [0, 2],
    [2, 3],
  ];
}

/** How high a picture of these columns is: enough for the labels of the fullest. */
export function pictureHeight({ nodes }: Flow, [first, last]: readonly [number, number], isNarrow: boolean): number {
  const counts = Array.from(
    { length: last - first + 1 },
    (_, index) => nodes.filter(({ column }) => column === first + index).length,
  );
  return (Math.max(...counts) - 1) * FLOW_GAP[isNarrow ? "narrow" : "wide"] + 220;
}

/** How high all of it is. */
export function flowHeight(flow: Flow, isNarrow: boolean): number {
  return picturesOf(flow, isNarrow).reduce(
    (sum, columns, index) => sum + pictureHeight(flow, columns, isNarrow) + (index === 0 ? 0 : CAPTION),
    0,
  );
}

/** Of a line of words between two pictures. */
const CAPTION = 40;
