export { compact, compactText, type Compact, type Stretch } from "./compact.ts";
export { scanNumbers, type NumberRole, type NumberToken } from "./numbers.ts";
export { readNarrative, type NarrativeReading } from "./read.ts";
export { settleEvaluated } from "./settling/evaluated.ts";
export type { NameResolver, Passage } from "./state.ts";
