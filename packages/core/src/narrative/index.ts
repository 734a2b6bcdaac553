export { compact, compactText, type Compact, type Stretch } from "./compact.ts";
export { scanNumbers, type NumberRole, type NumberToken } from "./numbers.ts";
export { readNarrative, type NarrativeReading } from "./read.ts";
export { settleWholes } from "./settling/wholes.ts";
export type { NameResolver, Passage } from "./state.ts";
