import type { BoundFigure, SectionId } from "../../facts/disclosure.ts";
import { type ConceptKey, keyText } from "../../facts/key.ts";
import { readingOf } from "../../figure/interval.ts";
import type { Told } from "./told.ts";

// 总收入1862万元…；总支出1810万元, 收入总额…；支出总额…: some write so of the totals, which are equal, others of the year's revenue and expenditure, which
// need not be. Where the two are not equal they are the year's.

const YEARS_OWN: Readonly<Record<string, string>> = {
  "total-receipts": "revenue",
  "total-disbursements": "expenditure",
};
const PLAIN =
  /(?:总(?:收入|支出)(?:决算)?(?:数|额)?|(?:收入|支出)总(?:金?额|量|数)|(?:收入|支出)共计)(?:合计|共计|为|共|是)?$/;

const HEADED: Readonly<Partial<Record<SectionId, string>>> = {
  revenue: "total-receipts",
  expenditure: "total-disbursements",
};

/**
 * 二、收入决算情况 with 2023年总收入400万元 after 收入总计412.5万元 in the section before, no carry-over told between: the heading says
 * that the year's revenue is meant.
 */
export function settleHeadedTotals(told: readonly Told[]): readonly Told[] {
  return told.map((passage) => {
    const concept = passage.section && HEADED[passage.section];
    const own = passage.figures.find((figure) => figure.concept === concept && isTotal(figure));
    if (!own || passage.figures.some(isOfTheYearOrCarried)) return passage;
    const total = told
      .filter(({ section }) => section === "totals")
      .flatMap(({ figures }) => figures)
      .find((figure) => figure.concept === concept && isTotal(figure));
    return total && !equal(own, total) ? asOfTheYear(passage) : passage;
  });
}

/** The year's own revenue or expenditure, or what was carried over: beside them a total is one of everything. */
function isOfTheYearOrCarried({ concept, dimensions }: BoundFigure): boolean {
  return (
    /carry-over|surplus/.test(concept) || (/^(?:revenue|expenditure)$/.test(concept) && keyText("", dimensions) === "")
  );
}

/**
 * （二）…决算总收入3968.7万元, which was the year's. （三）2020年决算收入比上年增加186.2万元: a change of the same, in words that speak of no
 * total.
 */
export function settleChanges<T extends Pick<Told, "figures" | "statements">>(told: T): T {
  const isStated = (concept: string): boolean =>
    told.figures.some(({ concept: own, dimensions }) => own === concept && keyText("", dimensions) === "");
  const isOfYear = ({ concept, dimensions }: ConceptKey, words: string): boolean =>
    concept === "total-receipts" &&
    dimensions.fund === undefined &&
    (dimensions.measure === "change" || dimensions.measure === "growth") &&
    !words.includes("总");
  if (isStated("total-receipts") || !isStated("revenue")) return told;
  const figures = told.figures.map((figure) =>
    isOfYear(figure, figure.source.context ?? "总") ? { ...figure, ...ofTheYear(figure) } : figure,
  );
  const changed = new Set(figures.filter((figure, index) => figure !== told.figures[index]).map(({ id }) => id));
  const statements = told.statements.map((statement) =>
    statement.type === "comparison" && statement.figures.some((id) => changed.has(id))
      ? { ...statement, subject: ofTheYear(statement.subject) }
      : statement,
  );
  return { ...told, figures, statements };
}

/** What is told in a passage, with 总收入 and 总支出 as the year's own where they differ. */
export function settlePlainTotals<T extends Pick<Told, "figures" | "statements">>(told: T, text: string): T {
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
  const carried = new Set(totals.filter((total) => tellsCarryOver(total, text)).map(({ id }) => id));
  return asOfTheYear(told, carried);
}

/** 总收入3883.17万元，其中：年初结转和结余34.31万元，本年收入3848.86万元: a total by what it is told to consist of. */
function tellsCarryOver({ concept, source }: BoundFigure, text: string): boolean {
  const rest = /^[^。\n]*/.exec(text.slice(source.end, source.end + 160).replace(/\n(?!\n)/g, ""))![0];
  return (
    concept === "total-receipts" ? /其中[^。]*(?:年初|上年)[^。]{0,8}结[转余]/ : /其中[^。]*(?:年末|结转下年)/
  ).test(rest);
}

function asOfTheYear<T extends Pick<Told, "figures" | "statements">>(
  told: T,
  kept: ReadonlySet<number> = new Set(),
): T {
  return {
    ...told,
    figures: told.figures.map((figure) => (kept.has(figure.id) ? figure : { ...figure, ...ofTheYear(figure) })),
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
