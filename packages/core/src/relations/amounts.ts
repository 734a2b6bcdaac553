import type { BoundFigure } from "../facts/disclosure.ts";
import type { Figure } from "../figure/figure.ts";
import { placeOf } from "./place.ts";
import type { Bilingual } from "./relation.ts";

/** Money or a count of this year's final accounts: no share, no change, no budget, nothing of last year. */
export function isAmount({ dimensions }: Pick<BoundFigure, "dimensions">): boolean {
  return dimensions.measure === undefined && dimensions.stage === undefined && dimensions.period === undefined;
}

export { isZero } from "../figure/figure.ts";

const UNIT_NAMES: Readonly<Record<BoundFigure["unit"], string>> = {
  yuan: "元",
  "ten-thousand-yuan": "万元",
  "hundred-million-yuan": "亿元",
  percent: "%",
  "percentage-point": "个百分点",
  score: "分",
  count: "",
};

/** A figure with its unit as Chinese prints it: 3037.9万元, 16批次. */
export function printed(figure: Pick<Figure, "text" | "unit" | "classifier">): string {
  return `${figure.text}${figure.unit === "count" ? (figure.classifier ?? "") : UNIT_NAMES[figure.unit]}`;
}

/** Where a figure stands and what it says: 八印有政府性基金…2002.80万元. */
export function printedIn(figure: BoundFigure): Bilingual {
  const place = placeOf(figure.source);
  const context = figure.source.context;
  return {
    zh: `${place.zh}印有${printed(figure)}${context === undefined ? "" : `（${shorten(context)}）`}`,
    en: `${place.en} prints ${printed(figure)}`,
  };
}

function shorten(text: string): string {
  return text.length <= 50 ? text : `${text.slice(0, 48)}…`;
}
