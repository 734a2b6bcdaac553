import type { RelationExample } from "./relation.ts";
import { EXAMPLES as classification } from "./classification.ts";
import { EXAMPLES as contents } from "./contents.ts";
import { EXAMPLES as department } from "./department.ts";
import { EXAMPLES as elements } from "./elements.ts";
import { EXAMPLES as emptyTables } from "./empty-tables.ts";
import { EXAMPLES as fiscalYear } from "./fiscal-year.ts";
import { EXAMPLES as impliedBudgets } from "./implied-budgets.ts";
import { EXAMPLES as economicList } from "./items/economic-list.ts";
import { EXAMPLES as itemsOfGlossary } from "./items/glossary.ts";
import { EXAMPLES as unitsCount } from "./items/units-count.ts";
import { EXAMPLES as lastYear } from "./last-year.ts";
import { EXAMPLES as miscoded } from "./miscoded.ts";
import { EXAMPLES as misnamed } from "./misnamed.ts";
import { EXAMPLES as narrativeNames } from "./narrative-names.ts";
import { EXAMPLES as nothing } from "./nothing.ts";
import { EXAMPLES as numericAgreement } from "./numeric/agreement.ts";
import { EXAMPLES as numericChanges } from "./numeric/changes.ts";
import { EXAMPLES as numericClasses } from "./numeric/classes.ts";
import { EXAMPLES as numericComparisons } from "./numeric/comparisons.ts";
import { EXAMPLES as numericCounts } from "./numeric/counts.ts";
import { EXAMPLES as numericIdentities } from "./numeric/identities.ts";
import { EXAMPLES as numericItemLists } from "./numeric/item-lists.ts";
import { EXAMPLES as numericLists } from "./numeric/lists.ts";
import { EXAMPLES as numericOnlyGeneral } from "./numeric/only-general.ts";
import { EXAMPLES as numericRates } from "./numeric/rates.ts";
import { EXAMPLES as numericTables } from "./numeric/tables.ts";
import { EXAMPLES as numericWithin } from "./numeric/within.ts";
import { EXAMPLES as numericYears } from "./numeric/years.ts";
import { EXAMPLES as performanceFunds } from "./performance/funds.ts";
import { EXAMPLES as performanceItem } from "./performance/item.ts";
import { EXAMPLES as performancePoints } from "./performance/points.ts";
import { EXAMPLES as performanceTold } from "./performance/told.ts";
import { EXAMPLES as plausibility } from "./plausibility.ts";
import { EXAMPLES as reasonsBudget } from "./reasons/budget.ts";
import { EXAMPLES as reasonsChange } from "./reasons/change.ts";
import { EXAMPLES as reasonsTold } from "./reasons/told.ts";
import { EXAMPLES as rowTwice } from "./row-twice.ts";
import { EXAMPLES as rows } from "./rows.ts";
import { EXAMPLES as numbering } from "./numbering.ts";
import { EXAMPLES as sections } from "./sections.ts";
import { EXAMPLES as slippedRows } from "./slipped-rows.ts";
import { EXAMPLES as statedAverage } from "./stated/average.ts";
import { EXAMPLES as statedParts } from "./stated/parts.ts";
import { EXAMPLES as statedShare } from "./stated/share.ts";
import { EXAMPLES as tablesOwed } from "./tables-owed.ts";
import { EXAMPLES as tablesPrinted } from "./tables-printed.ts";
import { EXAMPLES as toldClasses } from "./told-classes.ts";
import { EXAMPLES as twin } from "./twin.ts";
import { EXAMPLES as unit } from "./unit.ts";
import { EXAMPLES as wordingBudgetHeadings } from "./wording/budget-headings.ts";
import { EXAMPLES as wordingDoubleNegative } from "./wording/double-negative.ts";
import { EXAMPLES as wordingGarbled } from "./wording/garbled.ts";
import { EXAMPLES as wordingLeadingZero } from "./wording/leading-zero.ts";
import { EXAMPLES as wordingLeftover } from "./wording/leftover.ts";
import { EXAMPLES as wordingNumbers } from "./wording/numbers.ts";
import { EXAMPLES as wordingPunctuation } from "./wording/punctuation.ts";
import { EXAMPLES as wordingRepeated } from "./wording/repeated.ts";

// An entry of its own, @juesuan/core/examples: they are for the relations' tests and pages, and who checks documents in a
// browser need not load them.

const FAMILIES = [
  classification,
  contents,
  department,
  elements,
  emptyTables,
  fiscalYear,
  impliedBudgets,
  economicList,
  unitsCount,
  itemsOfGlossary,
  lastYear,
  miscoded,
  misnamed,
  narrativeNames,
  nothing,
  numericAgreement,
  numericChanges,
  numericClasses,
  numericComparisons,
  numericCounts,
  numericIdentities,
  numericItemLists,
  numericLists,
  numericOnlyGeneral,
  numericRates,
  numericTables,
  numericWithin,
  numericYears,
  performanceFunds,
  performanceItem,
  performancePoints,
  performanceTold,
  plausibility,
  reasonsBudget,
  reasonsChange,
  reasonsTold,
  rowTwice,
  rows,
  sections,
  numbering,
  slippedRows,
  statedAverage,
  statedParts,
  statedShare,
  tablesOwed,
  tablesPrinted,
  toldClasses,
  twin,
  unit,
  wordingBudgetHeadings,
  wordingDoubleNegative,
  wordingGarbled,
  wordingLeadingZero,
  wordingLeftover,
  wordingNumbers,
  wordingPunctuation,
  wordingRepeated,
];

const BY_ID: ReadonlyMap<string, readonly RelationExample[]> = new Map(
  FAMILIES.flatMap((family) => Object.entries(family())),
);

/** Small documents in which a relation holds and fails: its tests, and what its page shows. None of an unknown id. */
export function examplesOf(relation: string): readonly RelationExample[] {
  return BY_ID.get(relation) ?? [];
}
