import type { Relation } from "./relation.ts";
import { AGREEMENT_RELATIONS } from "./agreement.ts";
import { REASON_RELATIONS } from "./reasons.ts";
import { CLASSIFICATION_RELATIONS } from "./classification.ts";
import { ITEM_RELATIONS } from "./items.ts";
import { NUMERIC_RELATIONS } from "./numeric/index.ts";
import { NOTHING_RELATIONS } from "./nothing.ts";
import { PLAUSIBILITY_RELATIONS } from "./plausibility.ts";
import { CONTENTS_RELATIONS } from "./contents.ts";
import { STRUCTURE_RELATIONS } from "./structure.ts";
import { UNIT_RELATIONS } from "./unit.ts";
import { WORDING_RELATIONS } from "./wording.ts";

/** Every relation, family by family. Add one by declaring it in its family's file. */
export const RELATIONS: readonly Relation[] = [
  ...NUMERIC_RELATIONS,
  ...STRUCTURE_RELATIONS,
  ...CONTENTS_RELATIONS,
  ...AGREEMENT_RELATIONS,
  ...UNIT_RELATIONS,
  ...REASON_RELATIONS,
  ...ITEM_RELATIONS,
  ...NOTHING_RELATIONS,
  ...PLAUSIBILITY_RELATIONS,
  ...CLASSIFICATION_RELATIONS,
  ...WORDING_RELATIONS,
];

const BY_ID = new Map(RELATIONS.map((relation) => [relation.id, relation]));

/** The declaration of a relation; undefined for an unknown id. */
export function relationOf(id: string): Relation | undefined {
  return BY_ID.get(id);
}
