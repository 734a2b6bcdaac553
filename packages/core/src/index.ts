// The public face of the core: each folder owns what it exports.
export * from "./figure/figure.ts";
export { formatTicks, measurableOf, readingOf, TICKS, ticksPerStep } from "./figure/interval.ts";
export * from "./document/document.ts";
export { firstAtLeast } from "./document/sorted.ts";
export type { PageImage, RecognisedCharacter, Recogniser } from "./document/recogniser.ts";
export * from "./facts/index.ts";
export * from "./profile/index.ts";
export * from "./tables/index.ts";
export * from "./classification/index.ts";
export * from "./narrative/index.ts";
export * from "./relations/index.ts";
export * from "./checking/index.ts";
export * from "./report/index.ts";
export * from "./accounts/index.ts";
export * from "./proof/index.ts";
export * from "./statements/index.ts";
