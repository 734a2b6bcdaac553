import type { Relation } from "./relation.ts";
import { DEPARTMENT_RELATIONS } from "./department.ts";
import { ELEMENT_RELATIONS } from "./elements.ts";
import { EMPTY_TABLE_RELATIONS } from "./empty-tables.ts";
import { FISCAL_YEAR_RELATIONS } from "./fiscal-year.ts";
import { TABLE_MISSING } from "./tables-owed.ts";
import { PRINTED_TABLE_RELATIONS } from "./tables-printed.ts";
import { ROW_RELATIONS } from "./rows.ts";
import { ROW_TWICE } from "./row-twice.ts";
import { SLIPPED_ROW_RELATIONS } from "./slipped-rows.ts";
import { NUMBERING } from "./numbering.ts";
import { SECTION_MISSING } from "./sections.ts";
import { REASON_RELATIONS } from "./reasons/index.ts";
import { CLASSIFICATION_RELATIONS } from "./classification.ts";
import { ITEM_RELATIONS } from "./items/index.ts";
import { LAST_YEAR_RELATIONS } from "./last-year.ts";
import { NUMERIC_RELATIONS } from "./numeric/index.ts";
import { PERFORMANCE_RELATIONS } from "./performance/index.ts";
import { STATED_RELATIONS } from "./stated/index.ts";
import { IMPLIED_BUDGETS } from "./implied-budgets.ts";
import { MISCODED } from "./miscoded.ts";
import { MISNAMED } from "./misnamed.ts";
import { NARRATIVE_NAME_RELATIONS } from "./narrative-names.ts";
import { CLASSES_OF_TABLE } from "./told-classes.ts";
import { NOTHING_RELATIONS } from "./nothing.ts";
import { PLAUSIBILITY_RELATIONS } from "./plausibility.ts";
import { CONTENTS_RELATIONS } from "./contents.ts";
import { TWIN_RELATIONS } from "./twin.ts";
import { UNIT_RELATIONS } from "./unit.ts";
import { WORDING_RELATIONS } from "./wording/index.ts";

/** Every relation, family by family. Add one by declaring it in its family's file. */
export const RELATIONS: readonly Relation[] = [
  ...NUMERIC_RELATIONS,
  ...PERFORMANCE_RELATIONS,
  TABLE_MISSING,
  ...PRINTED_TABLE_RELATIONS,
  ...EMPTY_TABLE_RELATIONS,
  ...ROW_RELATIONS,
  ROW_TWICE,
  ...SLIPPED_ROW_RELATIONS,
  SECTION_MISSING,
  NUMBERING,
  ...ELEMENT_RELATIONS,
  ...CONTENTS_RELATIONS,
  ...FISCAL_YEAR_RELATIONS,
  ...DEPARTMENT_RELATIONS,
  ...UNIT_RELATIONS,
  ...TWIN_RELATIONS,
  ...REASON_RELATIONS,
  ...ITEM_RELATIONS,
  ...NOTHING_RELATIONS,
  ...PLAUSIBILITY_RELATIONS,
  ...LAST_YEAR_RELATIONS,
  ...CLASSIFICATION_RELATIONS,
  MISCODED,
  MISNAMED,
  ...NARRATIVE_NAME_RELATIONS,
  CLASSES_OF_TABLE,
  IMPLIED_BUDGETS,
  ...STATED_RELATIONS,
  ...WORDING_RELATIONS,
];

const BY_ID = new Map(RELATIONS.map((relation) => [relation.id, relation]));

/** The declaration of a relation; undefined for an unknown id. */
export function relationOf(id: string): Relation | undefined {
  return BY_ID.get(id);
}
