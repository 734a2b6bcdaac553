export { compact, compactText, type Compact, type Stretch } from "./compact.ts";
export { scanNumbers, type NumberRole, type NumberToken } from "./numbers.ts";
export { readNarrative, type NameResolver, type NarrativeReading, type Passage } from "./read.ts";
