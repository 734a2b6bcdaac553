import { boxOf, type Disclosure, type Figure, type ReadDocument, type Statement } from "@juesuan/core";

/** Finds the page on which an offset stands. */
export function pageFinder(document: ReadDocument): (offset: number) => number | undefined {
  if (document.pages.length <= 1 && document.format !== "pdf") return () => undefined;
  const { blocks } = document;
  return (offset) => {
    const page = document.boxes?.page[offset];
    if (page !== undefined && page > 0) return page;
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (blocks[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return blocks[low]?.page;
  };
}

/** Gives every figure and statement its page and, where the format has boxes, its box. Figures are put in reading order. */
export function placeFigures(document: ReadDocument, disclosure: Disclosure): Disclosure {
  const pageOf = pageFinder(document);
  const place = <T extends { readonly source: Figure["source"] }>(entry: T): T => {
    const at = boxOf(document, entry.source.start, entry.source.end);
    const page = at?.page ?? entry.source.page ?? pageOf(entry.source.start);
    return {
      ...entry,
      source: { ...entry.source, ...(page === undefined ? {} : { page }), ...(at ? { box: at.box } : {}) },
    };
  };
  return {
    ...disclosure,
    figures: disclosure.figures.map((figure) => trusted(document, place(figure))),
    unbound: disclosure.unbound.map(place),
    statements: disclosure.statements.map((statement): Statement => place(statement)),
  };
}

/** A figure is as sure as the least sure of its characters. */
function trusted<T extends Figure>({ confidences }: ReadDocument, figure: T): T {
  if (!confidences) return figure;
  const confidence = Math.min(100, ...confidences.subarray(figure.source.start, figure.source.end));
  return confidence < 100 ? { ...figure, confidence: confidence / 100 } : figure;
}
