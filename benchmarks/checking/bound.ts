import type { BoundFigure, CheckContext, Instance, Relation } from "@juesuan/core";
import loadHighs from "highs";

/**
 * The independent judge: whether any numbers that round to what is printed satisfy every relation, by linear programming.
 * It shares the declared relations with the engine and nothing else: intervals, signs and equations are made anew here, in
 * another arithmetic. Shares, growth and completion are linear once the printed rate is an interval: low · whole ≤ 100 · part
 * ≤ high · whole.
 */
export class Bound {
  private readonly highs: Awaited<ReturnType<typeof loadHighs>>;

  private constructor(highs: Awaited<ReturnType<typeof loadHighs>>) {
    this.highs = highs;
  }

  static async load(): Promise<Bound> {
    return new Bound(await loadHighs());
  }

  /** Whether the disclosure can be true, without the figures named. */
  admits(program: Program, without: ReadonlySet<number> = new Set()): boolean {
    const bounds = new Map<string, [number, number]>();
    for (const { key, low, high, figure } of program.observations) {
      if (figure !== undefined && without.has(figure)) continue;
      const known = bounds.get(key) ?? [-Infinity, Infinity];
      const next: [number, number] = [Math.max(known[0], low), Math.min(known[1], high)];
      if (next[0] > next[1] + 1e-9) return false;
      bounds.set(key, next);
    }
    const names = new Map<string, string>();
    const name = (key: string): string => {
      const found = names.get(key) ?? `x${names.size}`;
      names.set(key, found);
      return found;
    };
    const rows: string[] = [];
    const row = (terms: ReadonlyMap<string, number>, comparator: "=" | "<=" | ">="): void => {
      const text = [...terms]
        .filter(([, coefficient]) => coefficient !== 0)
        .map(([key, coefficient]) => `${coefficient < 0 ? "-" : "+"} ${Math.abs(coefficient)} ${name(key)}`)
        .join(" ");
      if (text !== "") rows.push(` r${rows.length}: ${text} ${comparator} 0`);
    };
    for (const instance of program.instances) {
      if (instance.form === "linear") {
        row(summed(instance.terms), instance.comparator === "=" ? "=" : "<=");
        continue;
      }
      const rate = bounds.get(instance.result.key);
      if (!rate) continue;
      const above = summed(instance.numerator);
      const below = summed(instance.denominator);
      for (const [end, comparator] of [
        [rate[0], ">="],
        [rate[1], "<="],
      ] as const) {
        const terms = new Map([...above].map(([key, coefficient]) => [key, 100 * coefficient] as [string, number]));
        for (const [key, coefficient] of below) terms.set(key, (terms.get(key) ?? 0) - end * coefficient);
        row(terms, comparator);
      }
      row(below, ">=");
    }
    if (rows.length === 0) return true;
    const ranges = [...names].map(([key, short]) => {
      const [low, high] = bounds.get(key) ?? [-Infinity, Infinity];
      if (low === -Infinity && high === Infinity) return ` ${short} free`;
      return ` ${low === -Infinity ? "-inf" : low} <= ${short} <= ${high === Infinity ? "+inf" : high}`;
    });
    const text = `Minimize\n obj: 0 ${names.values().next().value}\nSubject To\n${rows.join("\n")}\nBounds\n${ranges.join("\n")}\nEnd\n`;
    const { Status } = this.highs.solve(text, { presolve: "on" });
    return Status !== "Infeasible";
  }
}

interface Program {
  readonly instances: readonly Instance[];
  readonly observations: readonly {
    readonly key: string;
    readonly low: number;
    readonly high: number;
    readonly figure?: number;
  }[];
}

/** Everything that binds the numbers of a document, from the relations that prove errors. */
export function programOf(context: CheckContext, relations: readonly Relation[]): Program {
  const instances: Instance[] = [];
  const keys = new Set<string>();
  const blanks = new Set<string>();
  for (const relation of relations) {
    for (const instance of relation.instances?.(context) ?? []) {
      if ((instance.severity ?? relation.severity) !== "error") continue;
      if (instance.form === "ratio" && isNothing(context, instance)) continue;
      instances.push(instance);
      const terms =
        instance.form === "linear" ? instance.terms : [instance.result, ...instance.numerator, ...instance.denominator];
      for (const { key, blank, figures } of terms) {
        keys.add(key);
        if (blank && figures.length === 0) blanks.add(key);
      }
    }
  }
  const observations: { key: string; low: number; high: number; figure?: number }[] = [];
  for (const key of keys) {
    for (const figure of context.facts.get(key) ?? []) {
      const [low, high] = endsOf(figure);
      observations.push({ key, low, high, figure: figure.id });
    }
  }
  for (const key of blanks) observations.push({ key, low: 0, high: 0 });
  return { instances, observations };
}

function isNothing(context: CheckContext, instance: Extract<Instance, { form: "ratio" }>): boolean {
  let below = 0;
  for (const { key, figures, coefficient } of instance.denominator) {
    const figure = figures.length > 0 ? context.figures.get(figures[0]!) : context.facts.get(key)?.[0];
    if (!figure) return false;
    const [low, high] = endsOf(figure);
    below += (coefficient * (low + high)) / 2;
  }
  return below <= 1e-12;
}

function summed(terms: readonly { readonly key: string; readonly coefficient: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { key, coefficient } of terms) sums.set(key, (sums.get(key) ?? 0) + coefficient);
  return sums;
}

/** In 万元, or percent. */
function endsOf(figure: BoundFigure): readonly [number, number] {
  const scale = figure.unit === "yuan" ? 1e-4 : figure.unit === "hundred-million-yuan" ? 1e4 : 1;
  const value = Number(figure.value);
  // 0万元 says that there is nothing.
  const isNothing = value === 0 && figure.decimals === 0 && figure.unit !== "percent";
  const half = 0.5 * 10 ** -(isNothing ? 2 : figure.decimals);
  const low = (value - half) * scale;
  const high = (value + half) * scale;
  const directed = figure.dimensions.measure === "change" || figure.dimensions.measure === "growth";
  return directed && figure.direction === "decrease" ? [-high, -low] : [low, high];
}
