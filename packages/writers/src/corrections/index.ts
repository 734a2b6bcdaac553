// Corrections of a Word file as tracked changes and comments.
export { fixDocx, type Examine, type Fixed } from "./fix.ts";
export type { ApplyOptions } from "./apply.ts";
export type { Examined } from "./plan.ts";
