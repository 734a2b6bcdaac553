import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { isZero } from "../../figure/figure.ts";
import { isRateOf, readingOf } from "../../figure/interval.ts";
import { amountsIn, says } from "./amounts.ts";
import { settleEvaluated, wholesOf } from "./evaluated.ts";

/** What a share is of, where its words leave that open and the amounts of the disclosure, in tables or sentences, decide it. */
export function settleWholes(figures: readonly BoundFigure[]): BoundFigure[] {
  return settleFunds(settleTotals(settleEvaluated(figures)));
}

/** 占支出总额的, 占总收入的: some mean the year's own, others all that there was. */
const PLAIN = /占(?:本年|全年|当年|年度)?(?:总(?:收入|支出)|(?:收入|支出)总(?:额|数|量))[^，。；：\d]*$/;
const EITHER: Readonly<Record<string, string>> = {
  "total-disbursements": "expenditure",
  expenditure: "total-disbursements",
  "total-receipts": "revenue",
  revenue: "total-receipts",
};

function settleTotals(figures: readonly BoundFigure[]): BoundFigure[] {
  const amountsOf = amountsIn(figures);
  const settled = figures.map((figure) => {
    const { of, measure: _, ...own } = figure.dimensions;
    const other = otherWhole(figure);
    if (other === undefined) return figure;
    const [share, part] = [readingOf(figure), amountsOf(keyText(figure.concept, own))];
    const gives = (whole: string): boolean =>
      amountsOf(whole).some((below) => part.some((above) => share && isRateOf(share, above, below)));
    return !gives(of!) && gives(other) ? { ...figure, dimensions: { ...figure.dimensions, of: other } } : figure;
  });
  return withTheRest(settled);
}

function otherWhole(figure: BoundFigure): string | undefined {
  const { measure, of } = figure.dimensions;
  return measure === "share" && of !== undefined && says(figure, PLAIN) ? EITHER[of] : undefined;
}

/** 占总收入0%: nothing is as much of the one as of the other; it is of what the section's other shares are of. */
function withTheRest(figures: readonly BoundFigure[]): BoundFigure[] {
  const wholes = new Map<string, Set<string>>();
  for (const figure of figures) {
    const { source, dimensions } = figure;
    if (isZero(figure) || otherWhole(figure) === undefined) continue;
    const place = source.section ?? "";
    wholes.set(place, (wholes.get(place) ?? new Set()).add(dimensions.of!));
  }
  return figures.map((figure) => {
    const told = wholes.get(figure.source.section ?? "");
    const [of] = told ?? [];
    if (told?.size !== 1 || !isZero(figure) || otherWhole(figure) !== of) return figure;
    return { ...figure, dimensions: { ...figure.dimensions, of: of! } };
  });
}

/** 占本年财政拨款支出, under 一般公共预算财政拨款支出: of that budget's or of all appropriations. */
const OF_APPROPRIATION = /占(?:本年度?|全年|当年)?财政拨款支出(?:合计|总额)?的?[^，。；：\d]*$/;
const GENERAL = "expenditure{fund=general}";
const ALL = "expenditure{fund=appropriation}";

function settleFunds(figures: readonly BoundFigure[]): BoundFigure[] {
  const amountsOf = amountsIn(figures);
  return figures.map((figure) => {
    const { measure, of, ...own } = figure.dimensions;
    if (measure !== "share" || of !== GENERAL || !says(figure, OF_APPROPRIATION)) return figure;
    const [share, part] = [readingOf(figure), amountsOf(keyText(figure.concept, own))];
    const gives = (whole: string): boolean =>
      wholesOf(whole, amountsOf).some((below) => part.some((above) => share && isRateOf(share, above, below)));
    return !gives(GENERAL) && gives(ALL) ? { ...figure, dimensions: { ...figure.dimensions, of: ALL } } : figure;
  });
}
