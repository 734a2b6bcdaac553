import { CONCEPTS, keyText, type Dimensions, type Disclosure } from "@juesuan/core";
import type { Language } from "../streams.ts";

export type Figure = Disclosure["figures"][number];

/** The quantities that everybody asks for first. */
const HEADLINE: readonly (readonly [concept: string, dimensions: Dimensions])[] = [
  ["total-receipts", {}],
  ["revenue", {}],
  ["expenditure", {}],
  ["expenditure", { nature: "basic" }],
  ["expenditure", { nature: "project" }],
  ["expenditure", { fund: "appropriation" }],
  ["expenditure", { fund: "general" }],
  ["closing-carry-over", {}],
  ["three-public", {}],
  ["operating-costs", {}],
  ["procurement", {}],
  ["state-vehicles", {}],
];

const PARTS: Readonly<Record<string, { zh: string; en: string }>> = {
  basic: { zh: "其中：基本支出", en: "of which basic" },
  project: { zh: "其中：项目支出", en: "of which project" },
  appropriation: { zh: "其中：财政拨款", en: "of which appropriation" },
  general: { zh: "其中：一般公共预算", en: "of which general public budget" },
};

const UNITS: Partial<Record<Disclosure["unit"], { zh: string; en: string }>> = {
  yuan: { zh: "元", en: "yuan" },
  "ten-thousand-yuan": { zh: "万元", en: "×10,000 yuan" },
  "hundred-million-yuan": { zh: "亿元", en: "×100 million yuan" },
};

export interface Headline {
  readonly key: string;
  readonly name: string;
  readonly figure: Figure;
}

/** Those of the headline quantities that the document states. */
export function headlineOf(disclosure: Disclosure, lang: Language): Headline[] {
  const values = valuesOf(disclosure);
  return HEADLINE.flatMap(([concept, dimensions]) => {
    const key = keyText(concept, dimensions);
    const figure = values.get(key);
    if (!figure) return [];
    const part = PARTS[dimensions.nature ?? dimensions.fund ?? ""];
    const name = part ? `  ${part[lang]}` : (CONCEPTS.find(({ id }) => id === concept)?.[lang] ?? concept);
    return [{ key, name, figure }];
  });
}

export function unitName({ unit, classifier }: Figure, lang: Language): string {
  return UNITS[unit]?.[lang] ?? classifier ?? "";
}

/** Each quantity's figure; one that a table prints before one of the prose. */
export function valuesOf(disclosure: Disclosure): Map<string, Figure> {
  const values = new Map<string, Figure>();
  for (const figure of disclosure.figures) {
    const key = keyText(figure.concept, figure.dimensions);
    const known = values.get(key);
    if (!known || (known.source.table === undefined && figure.source.table !== undefined)) values.set(key, figure);
  }
  return values;
}
