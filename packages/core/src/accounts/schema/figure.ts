import { z } from "zod";
import type { BoundFigure, UnboundFigure } from "../../facts/disclosure.ts";
import type { ConceptKey, Dimensions } from "../../facts/key.ts";
import type { Source } from "../../figure/figure.ts";

// Objects are strict: what a schema does not know must fail and not vanish on its way through JSON.

export const list = <T extends z.ZodType>(entry: T) => z.array(entry).readonly();

const id = z.int().nonnegative();

export const sourceSchema = z.strictObject({
  part: z.string().exactOptional(),
  section: z.string().exactOptional(),
  table: z.string().exactOptional(),
  row: z.string().exactOptional(),
  column: z.string().exactOptional(),
  page: z.int().positive().exactOptional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  context: z.string().exactOptional(),
  box: z.strictObject({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() }).exactOptional(),
}) satisfies z.ZodType<Source>;

export const unitSchema = z.enum([
  "yuan",
  "ten-thousand-yuan",
  "hundred-million-yuan",
  "percent",
  "percentage-point",
  "count",
  "score",
]);

export const measureSchema = z.enum(["share", "change", "growth", "completion", "count", "score", "rate", "average"]);

export const dimensionsSchema = z.strictObject({
  period: z.literal("previous").exactOptional(),
  stage: z.enum(["budget", "original-budget", "adjusted-budget"]).exactOptional(),
  fund: z.enum(["appropriation", "general", "government-fund", "state-capital"]).exactOptional(),
  source: z.enum(["superior-subsidy", "institutional", "operating", "subordinate", "other"]).exactOptional(),
  functional: z.string().exactOptional(),
  economic: z.string().exactOptional(),
  nature: z.enum(["basic", "project", "superior-payment", "operating", "subordinate-subsidy"]).exactOptional(),
  group: z.enum(["personnel", "public"]).exactOptional(),
  item: z.string().exactOptional(),
  label: z.string().exactOptional(),
  indicator: z.string().exactOptional(),
  ordinal: z.int().exactOptional(),
  measure: measureSchema.exactOptional(),
  of: z.string().exactOptional(),
}) satisfies z.ZodType<Dimensions>;

export const conceptKeySchema = z.strictObject({
  concept: z.string(),
  dimensions: dimensionsSchema,
}) satisfies z.ZodType<ConceptKey>;

export const directionSchema = z.enum(["increase", "decrease", "unchanged"]);

const figure = {
  id,
  /** As printed. */
  text: z.string(),
  /** A plain decimal in the printed unit. */
  value: z.string().regex(/^-?\d+(?:\.\d+)?$/),
  decimals: z.int().nonnegative(),
  unit: unitSchema,
  classifier: z.string().exactOptional(),
  approximate: z.boolean().exactOptional(),
  confidence: z.number().min(0).max(1).exactOptional(),
  source: sourceSchema,
};

export const boundFigureSchema = z.strictObject({
  ...figure,
  ...conceptKeySchema.shape,
  direction: directionSchema.exactOptional(),
  /** 没有读懂的词: it may measure something else. */
  unknownWords: z.string().exactOptional(),
}) satisfies z.ZodType<BoundFigure>;

export const unboundFigureSchema = z.strictObject({
  ...figure,
  reason: z.string(),
}) satisfies z.ZodType<UnboundFigure>;

/** All figures that state one quantity, by the canonical key. */
export const factSchema = z.strictObject({
  key: z.string(),
  ...conceptKeySchema.shape,
  figures: z.array(id).min(1).readonly(),
});

/**
 * One quantity as the accounts state it: the figure of a table where one prints it, else the first of the narrative, and
 * the ids of all figures that state it.
 */
export const quantitySchema = z.strictObject({
  value: figure.value,
  unit: unitSchema,
  decimals: figure.decimals,
  classifier: figure.classifier,
  figures: list(id),
});

/** A quantity at its stages and against other quantities. What the document does not state is absent. */
export const measuredSchema = z.strictObject({
  final: quantitySchema.exactOptional(),
  budget: quantitySchema.exactOptional(),
  originalBudget: quantitySchema.exactOptional(),
  adjustedBudget: quantitySchema.exactOptional(),
  previous: quantitySchema.exactOptional(),
  change: quantitySchema.exactOptional(),
  growth: quantitySchema.exactOptional(),
  direction: directionSchema.exactOptional(),
  completion: quantitySchema.exactOptional(),
  share: quantitySchema.exactOptional(),
  count: quantitySchema.exactOptional(),
  score: quantitySchema.exactOptional(),
  rate: quantitySchema.exactOptional(),
});

export type Quantity = z.infer<typeof quantitySchema>;
export type Measured = z.infer<typeof measuredSchema>;
export type AccountsFact = z.infer<typeof factSchema>;
