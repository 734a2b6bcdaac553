import type { Fact } from "./facts.ts";
import { bestOf } from "./facts.ts";

/** A code of a classification with what was spent under it. */
export interface Branch {
  readonly code: string;
  readonly fact: Fact;
  readonly children: readonly Branch[];
}

/** Spending by a classification, as deep as the document goes. */
export interface Structure {
  readonly branches: readonly Branch[];
  /** The key that is divided up. */
  readonly whole: string;
}

/**
 * The branches from the top down to a code; a code with one child alone goes on to where it divides, as far as there is
 * something to divide.
 */
export function branchAt(structure: Structure, code: string): readonly Branch[] {
  const trail: Branch[] = [];
  let branches = structure.branches;
  for (
    let at = branches.find((one) => isUnder(code, one.code));
    at;
    at = branches.find((one) => isUnder(code, one.code))
  ) {
    trail.push(at);
    branches = at.children;
  }
  if (code === "") return [];
  for (let [only] = branches; branches.length === 1 && only && only.children.length > 0; [only] = branches) {
    trail.push(only);
    branches = only.children;
  }
  return trail;
}

function isUnder(code: string, above: string): boolean {
  return above !== "" && code.startsWith(above);
}

type Axis = "functional" | "economic";

/**
 * A document divides its spending up several times: all of it, that of the appropriation, that of the general budget,
 * basic expenditure alone. The division that goes deepest is shown; of equals, the one of most money.
 */
export function structureOf(byKey: ReadonlyMap<string, readonly Fact[]>, axis: Axis): Structure | undefined {
  const families = new Map<string, Map<string, Fact>>();
  for (const facts of byKey.values()) {
    const fact = bestOf(facts);
    if (fact?.concept !== "expenditure") continue;
    const { [axis]: code, ...others } = fact.dimensions;
    if (code === undefined) continue;
    const beside = Object.entries(others);
    if (!beside.every(([name]) => name === "fund" || (axis === "economic" && name === "nature"))) continue;
    const whole = keyWithout(beside);
    const family = families.get(whole) ?? new Map<string, Fact>();
    family.set(String(code), fact);
    families.set(whole, family);
  }
  const amountOf = (whole: string): number => Number(bestOf(byKey.get(whole))?.value ?? 0);
  const [best] = [...families].sort(
    ([wholeA, a], [wholeB, b]) =>
      b.size - a.size || amountOf(wholeB) - amountOf(wholeA) || wholeA.length - wholeB.length,
  );
  if (!best) return undefined;
  const [whole, family] = best;
  return { whole, branches: branchesOf(family) };
}

function keyWithout(dimensions: readonly (readonly [string, string | number])[]): string {
  if (dimensions.length === 0) return "expenditure";
  const order = ["fund", "nature"];
  const sorted = dimensions.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return `expenditure{${sorted.map(([name, value]) => `${name}=${value}`).join(",")}}`;
}

function branchesOf(family: ReadonlyMap<string, Fact>): readonly Branch[] {
  const childrenOf = new Map<string, string[]>();
  for (const code of family.keys()) {
    let above = parentOf(code);
    while (above !== "" && !family.has(above)) above = parentOf(above);
    childrenOf.set(above, [...(childrenOf.get(above) ?? []), code]);
  }
  const under = (code: string): readonly Branch[] =>
    (childrenOf.get(code) ?? [])
      .map((child) => ({ code: child, fact: family.get(child)!, children: under(child) }))
      .filter(({ fact, children }) => Number(fact.value) !== 0 || children.length > 0)
      .sort((a, b) => Number(b.fact.value) - Number(a.fact.value));
  return under("");
}

/** 2080505 → 20805 → 208 → ""; names joined by "/" lose their last. */
function parentOf(code: string): string {
  if (!/^\d+$/.test(code)) return code.split("/").slice(0, -1).join("/");
  return code.length <= 3 ? "" : code.slice(0, -2);
}
