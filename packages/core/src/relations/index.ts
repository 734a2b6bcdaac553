export type * from "./relation.ts";
export { buildContext, thresholdOf, type ContextOptions } from "./context.ts";
export { RELATIONS, relationOf } from "./catalogue.ts";
export { NUMERIC_RELATIONS } from "./numeric/index.ts";
export { nothings } from "./numeric/terms.ts";
export { placeOf } from "./place.ts";
