export type * from "./declaration.ts";
export * from "./catalogue.ts";
export * from "./key-of.ts";
export * from "./normalise.ts";
export * from "./recognise-title.ts";
export * from "./relations-of.ts";
export { FUNCTIONAL_CLASSES } from "./functional-classes.ts";
export {
  ECONOMIC_CODES,
  ECONOMIC_ITEMS,
  isEconomicItemOf,
  PERSONNEL_CLASSES,
  PUBLIC_CLASSES,
} from "./economic-items.ts";
export { chineseNumber } from "./chinese-number.ts";
