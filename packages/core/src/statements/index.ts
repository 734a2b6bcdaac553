export type * from "./statement.ts";
export { statementsOf } from "./catalogue.ts";
export { stretchesOf, type WordingStretch } from "./slots.ts";
