import type { BoundFigure } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import type { Reading } from "../figure/interval.ts";
import { Network, type Witnesses } from "../checking/network.ts";
import { signedReading } from "../checking/reading.ts";
import type { Instance, LinearInstance, RatioInstance, Term } from "../relations/relation.ts";
import { figureOf } from "./printed.ts";

const BASE = { relation: "example", place: { zh: "表5", en: "table 5" }, sources: [] } as const;

/** A quantity as a term; `空 KEY` is its empty cell, `-KEY` counts against the rest. */
function termOf(written: string, coefficient: number): Term {
  if (written.startsWith("-")) return termOf(written.slice(1), -coefficient);
  if (!written.startsWith("空 ")) return { key: written, coefficient, figures: [] };
  const key = written.slice(2);
  return { key, coefficient, figures: [], blank: true, source: cellAt(key) };
}

const CELLS = new Map<string, Source>();

/** Where the empty cell of a quantity stands. */
export function cellAt(key: string): Source {
  const start = 1000 + CELLS.size;
  const known = CELLS.get(key) ?? { start, end: start, text: "" };
  CELLS.set(key, known);
  return known;
}

type Extra = Partial<Pick<Instance, "open" | "list" | "leftOut" | "words" | "severity">>;

/** total = Σ parts */
export function sum(total: string, parts: readonly string[], extra: Extra = {}): LinearInstance {
  const terms = [termOf(total, 1), ...parts.map((part) => termOf(part, -1))];
  return { ...BASE, form: "linear", comparator: "=", terms, ...extra };
}

/** least ≤ greatest, or less where a word says so */
export function atMost(least: string, greatest: string, extra: Extra = {}): LinearInstance {
  const terms = [termOf(least, 1), termOf(greatest, -1)];
  return { ...BASE, form: "linear", comparator: extra.words ? "<" : "<=", terms, ...extra };
}

/** rate = 100 · Σ above / Σ below */
export function ratio(rate: string, above: readonly string[], below: readonly string[]): RatioInstance {
  const terms = (written: readonly string[]): readonly Term[] => written.map((one) => termOf(one, 1));
  return {
    ...BASE,
    form: "ratio",
    result: termOf(rate, 1),
    numerator: terms(above),
    denominator: terms(below),
  };
}

/** A list that may leave entries out. */
export const OPEN = { open: { zh: "其他项目", en: "other entries" } } as const;

/** A direction word, where it stands. */
export const word = (text: string, start = 500): Extra => ({
  words: [{ word: text, source: { start, end: start + text.length, text } }],
});

export interface Ledger {
  readonly network: Network;
  /** The observation that a printed figure is, by its key and what is printed. */
  readonly at: (key: string, printed?: string) => number;
  /** What an observation is, in words: `total 10.00`, `空 basic`, `其他项目`, `大于`. */
  readonly nameOf: (index: number) => string;
  readonly figures: readonly BoundFigure[];
}

export interface LedgerOptions {
  readonly witnesses?: Witnesses;
  /** Steps by which a figure may stray, by what is printed. */
  readonly looseness?: Readonly<Record<string, number>>;
  /** Keys of last year's disclosure. */
  readonly foreign?: readonly string[];
}

/** What is printed of each quantity (`↓` and the like as {@link figureOf} reads them), and what must hold between them. */
export function ledger(
  printed: Readonly<Record<string, string | readonly string[]>>,
  relations: readonly Instance[],
  { witnesses, looseness = {}, foreign = [] }: LedgerOptions = {},
): Ledger {
  const figures: BoundFigure[] = [];
  const texts = new Map<number, string>();
  const byKey = new Map<
    string,
    { readonly reading: Reading; readonly figure: BoundFigure; readonly foreign: boolean }[]
  >();
  for (const [key, all] of Object.entries(printed)) {
    byKey.set(
      key,
      [all].flat().map((text) => {
        const figure = figureOf(["", key, text], figures.length);
        texts.set(figure.id, text);
        figures.push(figure);
        return { reading: signedReading(figure)!, figure, foreign: foreign.includes(key) };
      }),
    );
  }
  const network = new Network(
    (key) => byKey.get(key) ?? [],
    (figure) => looseness[figure.text] ?? 1,
    witnesses,
  );
  for (const [index, instance] of relations.entries()) network.constrain(instance, index);
  const nameOf = (index: number): string => {
    const { kind, variable, figure, source, instance } = network.observations[index]!;
    if (kind === "word") return source!.text;
    if (kind === "omission") return relations[instance!]!.open!.zh;
    return kind === "blank"
      ? `空 ${network.keys[variable]}`
      : `${network.keys[variable]} ${figure ? texts.get(figure.id) : ""}`;
  };
  const at = (key: string, text = [printed[key]!].flat()[0]!): number =>
    network.observationOf(
      figures.find(
        (figure) =>
          network.keys[network.variable(key)] === key &&
          texts.get(figure.id) === text &&
          byKey.get(key)!.some((one) => one.figure === figure),
      )!.id,
    )!;
  return { network, at, nameOf, figures };
}
