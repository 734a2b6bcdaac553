export * from "./schema/accounts.ts";
export * from "./schema/table.ts";
export type { AccountsFact, Measured, Quantity } from "./schema/figure.ts";
export type { NarrativeSection } from "./schema/narrative.ts";
export { assembleAccounts, type AssembleOptions } from "./assemble.ts";
export { disclosureOf } from "./disclosure-of.ts";
