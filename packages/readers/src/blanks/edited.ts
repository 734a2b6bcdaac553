import type { Block, Cell, ReadDocument } from "@juesuan/core";

/** Text that takes the place of other text; it is put in where `start` and `end` are one. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document as it would read with other words in one place, and where offsets of it stand in the original. */
export interface Edited {
  readonly document: ReadDocument;
  /** An offset of the edited text in the original. */
  readonly original: (offset: number) => number;
}

/**
 * The same document with one edit inside of a block. It has no boxes: it is for asking what the words would mean, not for
 * showing.
 */
export function edited(document: ReadDocument, { start, end, text }: Edit): Edited {
  const grown = text.length - (end - start);
  const moved = (offset: number): number => (offset >= end ? offset + grown : offset);
  const movedFrom = (offset: number): number => (offset > start ? moved(offset) : offset);
  const around = <Part extends { readonly start: number; readonly end: number }>(part: Part): Part => ({
    ...part,
    start: movedFrom(part.start),
    end: moved(part.end),
  });
  const { boxes: _, confidences: __, ...rest } = document;
  const whole = document.text.slice(0, start) + text + document.text.slice(end);
  const cellOf = (cell: Cell): Cell => {
    const place = around(cell);
    return cell.start <= start && end <= cell.end ? { ...place, text: whole.slice(place.start, place.end) } : place;
  };
  return {
    document: {
      ...rest,
      text: whole,
      blocks: document.blocks.map((block): Block =>
        block.kind === "table" ? { ...around(block), cells: block.cells.map(cellOf) } : around(block),
      ),
      ...(document.tags && { tags: document.tags.map(around) }),
      oddities: document.oddities.map((oddity) =>
        oddity.start === undefined || oddity.end === undefined
          ? oddity
          : { ...oddity, start: movedFrom(oddity.start), end: moved(oddity.end) },
      ),
    },
    original: (offset) => (offset >= start + text.length ? offset - grown : Math.min(offset, end)),
  };
}
