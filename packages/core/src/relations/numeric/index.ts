import type { Relation } from "../relation.ts";
import { AGREEMENT_RELATIONS } from "./agreement.ts";
import { CHANGE_RELATIONS } from "./changes.ts";
import { COUNT_RELATIONS } from "./counts.ts";
import { COMPARISON_RELATIONS } from "./comparisons.ts";
import { IDENTITY_RELATIONS } from "./identities.ts";
import { LIST_RELATIONS } from "./lists.ts";
import { ONLY_GENERAL } from "./only-general.ts";
import { RATE_RELATIONS } from "./rates.ts";
import { TABLE_RELATIONS } from "./tables.ts";
import { WITHIN_ALL } from "./within.ts";
import { YEAR_RELATIONS } from "./years.ts";

/** Every relation over numbers, family by family. */
export const NUMERIC_RELATIONS: readonly Relation[] = [
  ...TABLE_RELATIONS,
  WITHIN_ALL,
  ...IDENTITY_RELATIONS,
  ONLY_GENERAL,
  ...AGREEMENT_RELATIONS,
  ...RATE_RELATIONS,
  ...CHANGE_RELATIONS,
  ...COMPARISON_RELATIONS,
  ...LIST_RELATIONS,
  ...COUNT_RELATIONS,
  ...YEAR_RELATIONS,
];
