import type { BoundFigure, Statement } from "../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../facts/key.ts";
import { readingOf } from "../figure/interval.ts";

// 总收入1862万元…；总支出1810万元: some write so of the totals, which are equal, others of the year's revenue and expenditure, which
// need not be. Where the two are not equal they are the year's.

const YEARS_OWN: Readonly<Record<string, string>> = {
  "total-receipts": "revenue",
  "total-disbursements": "expenditure",
};
const PLAIN = /总(?:收入|支出)(?:决算)?(?:数|额)?(?:合计|共计|为|共|是)?$/;

/** What is told in a passage, with 总收入 and 总支出 as the year's own where they differ. */
export function settlePlainTotals<
  T extends { readonly figures: readonly BoundFigure[]; readonly statements: readonly Statement[] },
>(told: T, text: string): T {
  const totals = told.figures.filter(isTotal);
  const [receipts, disbursements] = Object.keys(YEARS_OWN).map((concept) =>
    totals.find((figure) => figure.concept === concept),
  );
  if (!receipts || !disbursements || equal(receipts, disbursements)) return told;
  if (
    !totals.every(({ source }) =>
      PLAIN.test(text.slice(Math.max(0, source.start - 12), source.start).replace(/\s/g, "")),
    )
  )
    return told;
  return {
    ...told,
    figures: told.figures.map((figure) => ({ ...figure, ...ofTheYear(figure) })),
    statements: told.statements.map((statement) =>
      statement.type === "comparison" ? { ...statement, subject: ofTheYear(statement.subject) } : statement,
    ),
  };
}

/** An amount of this year that is a total of everything. */
function isTotal({ concept, dimensions: { measure, stage, period, label } }: BoundFigure): boolean {
  return YEARS_OWN[concept] !== undefined && (measure ?? stage ?? period ?? label) === undefined;
}

function equal(one: BoundFigure, other: BoundFigure): boolean {
  const [left, right] = [readingOf(one), readingOf(other)];
  return !left || !right || Math.abs(left.middle - right.middle) <= (left.step + right.step) / 2;
}

function ofTheYear({ concept, dimensions }: ConceptKey): ConceptKey {
  const of = dimensions.of === undefined ? undefined : YEARS_OWN[dimensions.of];
  return {
    concept: YEARS_OWN[concept] ?? concept,
    dimensions: of === undefined ? dimensions : { ...dimensions, of: keyText(of, {}) },
  };
}
