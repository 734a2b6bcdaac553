import { z } from "zod";
import type { ContentsEntry, Section, Statement } from "../../facts/disclosure.ts";
import { profilePartSchema, profileSectionSchema } from "../../profile/profile.ts";
import { conceptKeySchema, directionSchema, list, sourceSchema } from "./figure.ts";

const figures = list(z.int().nonnegative());
const sectionId = profileSectionSchema.unwrap().shape.id;
const partId = profilePartSchema.unwrap().shape.id;

export const statementSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("comparison"),
    against: z.enum(["previous-year", "budget"]),
    stage: z.enum(["original-budget", "adjusted-budget"]).exactOptional(),
    subject: conceptKeySchema,
    direction: directionSchema,
    word: z.string(),
    figures,
    reason: z.string().exactOptional(),
    unknownWords: z.string().exactOptional(),
    source: sourceSchema,
  }),
  z.strictObject({ type: z.literal("none"), subject: conceptKeySchema, source: sourceSchema }),
  z.strictObject({
    type: z.literal("named-item"),
    list: z.enum(["personnel", "public", "covered-units", "glossary", "expenditure-item"]),
    name: z.string(),
    code: z.string().exactOptional(),
    source: sourceSchema,
  }),
  z.strictObject({ type: z.literal("list"), of: conceptKeySchema, figures, source: sourceSchema }),
  z.strictObject({
    type: z.literal("name"),
    name: z.string(),
    role: z.enum(["cover", "narrative", "table", "header"]),
    source: sourceSchema,
  }),
  z.strictObject({
    type: z.literal("year"),
    year: z.int(),
    role: z.enum(["fiscal", "previous", "date", "other"]),
    source: sourceSchema,
  }),
]) satisfies z.ZodType<Statement>;

const heading = {
  id: sectionId.exactOptional(),
  part: partId.exactOptional(),
  title: z.string(),
  marker: z.string().exactOptional(),
  /** Between whole levels where a heading stands between them. */
  level: z.number().nonnegative(),
  heading: sourceSchema,
  bodyStart: z.int().nonnegative(),
  bodyEnd: z.int().nonnegative(),
  page: z.int().positive().exactOptional(),
};

const plainSection = z.strictObject(heading) satisfies z.ZodType<Section>;

/** A section of the document with what it says. */
export const narrativeSectionSchema = z.strictObject({
  ...plainSection.shape,
  /** The ids of the figures that stand in it and in no section below it. */
  figures,
  /** Places in `statements` of those that stand in it and in no section below it. */
  statements: list(z.int().nonnegative()),
  /** The words of its own body as printed, where the text was at hand. */
  text: z.string().exactOptional(),
});

export const contentsEntrySchema = z.strictObject({
  title: z.string(),
  marker: z.string().exactOptional(),
  level: z.number().nonnegative(),
  page: z.int().exactOptional(),
  source: sourceSchema,
}) satisfies z.ZodType<ContentsEntry>;

export type NarrativeSection = z.infer<typeof narrativeSectionSchema>;
