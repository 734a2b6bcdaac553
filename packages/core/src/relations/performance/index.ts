import type { Relation } from "../relation.ts";
import { EXECUTION_SCORE, PROJECT_FUNDS } from "./funds.ts";
import { ITEM_OF_PROJECT } from "./item.ts";
import { SCORES, WEIGHTS, WITHIN_WEIGHT } from "./points.ts";
import { PROJECT_LIST, PROJECT_TOLD } from "./told.ts";

/** Self-evaluations of projects (绩效自评表) and the lists of them. */
export const PERFORMANCE_RELATIONS: readonly Relation[] = [
  WEIGHTS,
  SCORES,
  WITHIN_WEIGHT,
  PROJECT_FUNDS,
  EXECUTION_SCORE,
  PROJECT_TOLD,
  PROJECT_LIST,
  ITEM_OF_PROJECT,
];
