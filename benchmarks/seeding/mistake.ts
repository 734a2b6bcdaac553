import type { BoundFigure, Paragraph } from "@juesuan/core";
import type { Random } from "../disclosures/random.ts";
import type { Original } from "./originals.ts";
import type { Edits, Replacement } from "./page.ts";

/** A mistake put into a document. */
export interface Mistake extends Edits {
  /** In words, for whoever looks at what was missed. */
  readonly what: string;
  /** For what was taken out, which has no place any more: how the finding names it. */
  readonly names?: string;
  /** For one figure: what it should be, as it was printed. */
  readonly right?: string;
}

/** Puts one mistake somewhere; undefined where the document has no place for it. */
export type Maker = (original: Original, random: Random) => Mistake | undefined;

export const edit = (what: string, ...replaced: readonly Replacement[]): Mistake => ({ what, replaced, rows: [] });

export const isBody = (block: { readonly kind: string }): block is Paragraph =>
  block.kind === "paragraph" && (block as Paragraph).role === "body";

export function paragraphsOf({ document }: Original): readonly Paragraph[] {
  return document.blocks.filter(isBody);
}

export const inTable = ({ source }: BoundFigure): boolean => source.table !== undefined;
export const isAmount = ({ unit }: BoundFigure): boolean => unit === "ten-thousand-yuan";
export const isSomething = ({ value }: BoundFigure): boolean => Number(value) !== 0;

export function replaceFigure(figure: BoundFigure, text: string | undefined): Mistake | undefined {
  if (text === undefined || text === figure.text) return undefined;
  const { section, table, row, column, start, end } = figure.source;
  const place = table === undefined ? (section ?? "") : `${table} ${row ?? ""} ${column ?? ""}`;
  const what = `${place}: ${figure.text} → ${text === "" ? "(empty)" : text}`;
  return { ...edit(what, { start, end, text }), right: figure.text };
}

/** A slip in the digits of one printed figure. */
export const ofDigits =
  (
    slip: (text: string, random: Random) => string | undefined,
    wanted: (figure: BoundFigure) => boolean = () => true,
  ): Maker =>
  ({ disclosure }, random) => {
    const figures = disclosure.figures.filter((figure) => isSomething(figure) && wanted(figure));
    const figure = random.pick(figures);
    return figure && replaceFigure(figure, slip(figure.text, random));
  };
