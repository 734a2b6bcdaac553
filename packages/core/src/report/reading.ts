import type { Disclosure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { plainSource } from "./judged.ts";
import type { DocumentReport, Fact, Unbound } from "./report.ts";

/** Every printed figure and what it measures. */
export function factsOf(disclosure: Disclosure): Fact[] {
  return disclosure.figures.map((figure) => {
    const { id, concept, dimensions, value, unit, decimals } = figure;
    const fact: Fact = {
      id,
      concept,
      dimensions: { ...dimensions },
      key: keyText(concept, dimensions),
      value,
      unit,
      decimals,
      source: plainSource(figure.source),
    };
    if (figure.classifier !== undefined) fact.classifier = figure.classifier;
    if (figure.direction !== undefined) fact.direction = figure.direction;
    if (figure.approximate !== undefined) fact.approximate = figure.approximate;
    if (figure.confidence !== undefined) fact.confidence = figure.confidence;
    return fact;
  });
}

export function unboundOf(disclosure: Disclosure): Unbound[] {
  return disclosure.unbound.map(({ id, text, reason, source }) => ({ id, text, reason, source: plainSource(source) }));
}

/** How many figures of each section and table were understood: where reading was weak. */
export function readingOf(disclosure: Disclosure): DocumentReport["reading"] {
  const { sections, tables, figures, unbound } = disclosure;
  const inTable = (start: number): boolean => tables.some(({ source }) => source.start <= start && start < source.end);
  const counts = sections.map(() => ({ bound: 0, unbound: 0 }));
  const count = (start: number, kind: "bound" | "unbound"): void => {
    if (inTable(start)) return;
    const at = sections.findLastIndex((section) => section.heading.start <= start && start < section.bodyEnd);
    const entry = counts[at];
    if (entry) entry[kind]++;
  };
  for (const { source } of figures) count(source.start, "bound");
  for (const { source } of unbound) count(source.start, "unbound");
  return {
    sections: sections.map((section, index) => ({
      title: titleOf(section),
      ...counts[index]!,
    })),
    tables: tables.map((table) => ({
      title: table.title ?? "",
      table: table.table ?? null,
      bound: new Set(table.cells.flatMap((cell) => (cell.figure === undefined || !cell.key ? [] : [cell.figure]))).size,
      unbound: unbound.filter(({ source }) => table.source.start <= source.start && source.start < table.source.end)
        .length,
      empty: table.empty,
    })),
    oddities: disclosure.oddities.map(({ code, message, messageEn, page }) => ({
      code,
      message,
      messageEn,
      ...(page === undefined ? {} : { page }),
    })),
  };
}

function titleOf({ marker, title }: { readonly marker?: string; readonly title: string }): string {
  if (marker === undefined) return title;
  return marker.startsWith("第") ? `${marker} ${title}` : `${marker}${marker.endsWith("）") ? "" : "、"}${title}`;
}
