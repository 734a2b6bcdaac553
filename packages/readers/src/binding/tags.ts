import { keyText, type BoundFigure, type FigureTag, type UnboundFigure } from "@juesuan/core";

/**
 * Where the page itself says what a figure states, that is what it states: the words need not be guessed at. The number is
 * still the one that is printed; that the two agree is for the checker.
 */
export function preferTags(
  figures: readonly BoundFigure[],
  unbound: readonly UnboundFigure[],
  tags: readonly FigureTag[] = [],
): { figures: readonly BoundFigure[]; unbound: readonly UnboundFigure[] } {
  if (tags.length === 0) return { figures, unbound };
  const byStart = new Map(tags.map((tag) => [tag.start, tag]));
  // In a cell the figure may stand behind a space or a mark.
  const tagAt = (start: number): FigureTag | undefined =>
    byStart.get(start) ?? tags.find((tag) => tag.start <= start && start < tag.end);
  const told: BoundFigure[] = [];
  const rest: UnboundFigure[] = [];
  for (const figure of figures) {
    const tag = tagAt(figure.source.start);
    const same = tag && keyText(tag.concept, tag.dimensions) === keyText(figure.concept, figure.dimensions);
    told.push(!tag || same ? figure : withTag(figure, tag));
  }
  for (const { reason, ...figure } of unbound) {
    const tag = tagAt(figure.source.start);
    if (tag) told.push(withTag(figure, tag));
    else rest.push({ ...figure, reason });
  }
  return { figures: told, unbound: rest };
}

function withTag(figure: Omit<BoundFigure, "concept" | "dimensions">, tag: FigureTag): BoundFigure {
  const { concept, dimensions, direction } = tag;
  return { ...figure, concept, dimensions, ...(direction === undefined ? {} : { direction }) };
}
