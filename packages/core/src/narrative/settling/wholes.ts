import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
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
  return figures.map((figure) => {
    const { measure, of, ...own } = figure.dimensions;
    const other = of === undefined ? undefined : EITHER[of];
    if (measure !== "share" || other === undefined || !says(figure, PLAIN)) return figure;
    const [share, part] = [readingOf(figure), amountsOf(keyText(figure.concept, own))];
    const gives = (whole: string): boolean =>
      amountsOf(whole).some((below) => part.some((above) => share && isRateOf(share, above, below)));
    return !gives(of!) && gives(other) ? { ...figure, dimensions: { ...figure.dimensions, of: other } } : figure;
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
