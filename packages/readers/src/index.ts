// The public face of the readers.
export { examine, type Examination, type ExamineOptions } from "./examine.ts";
export { readDocument, type ReadOptions } from "./read.ts";
export { bindDisclosure } from "./binding/bind.ts";
export type { NameLookup } from "./binding/resolver.ts";
export { ReadError, type ReadErrorCode } from "./errors.ts";
