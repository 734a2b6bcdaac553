export type {
  ClassificationEntry,
  ClassificationFund,
  ClassificationScheme,
  EconomicScheme,
  Evidence,
  Move,
} from "./entry.ts";
export {
  Classification,
  FIRST_EDITION,
  isValid,
  LAST_ATTESTED,
  LAST_EDITION,
  type CodeVerdict,
  type Cofog,
  type Match,
} from "./classification.ts";
export { loadClassification } from "./load.ts";
export { classificationJudge } from "./judge.ts";
export { nameLookup, onlyAccount, type ClassificationLookup } from "./lookup.ts";
export { CLASSIFICATION_LICENCE, classificationCsv, classificationRows, type ClassificationRow } from "./table.ts";
