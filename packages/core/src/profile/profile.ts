import { z } from "zod";
import type { PartId, SectionId } from "../facts/disclosure.ts";

const PART_IDS = [
  "overview",
  "narrative",
  "tables",
  "glossary",
  "annexes",
  "appended-tables",
] as const satisfies readonly PartId[];

const SECTION_IDS = [
  "responsibilities",
  "institutions",
  "totals",
  "revenue",
  "expenditure",
  "appropriation-totals",
  "general-expenditure",
  "general-expenditure.total",
  "general-expenditure.structure",
  "general-expenditure.items",
  "basic-expenditure",
  "three-public",
  "three-public.total",
  "three-public.detail",
  "government-fund",
  "state-capital",
  "other-matters",
  "operating-costs",
  "procurement",
  "state-assets",
  "performance",
  "glossary",
  "annex",
] as const satisfies readonly SectionId[];

/** The official title first, then the aliases met. A year and the department's name before a title are left out. */
const titles = z.array(z.string().min(1)).min(1).readonly();
/** Owed by the form (default true). */
const owed = z.boolean().exactOptional();

export const profilePartSchema = z.object({ id: z.enum(PART_IDS), titles }).readonly();

export const profileSectionSchema = z
  .object({ id: z.enum(SECTION_IDS), part: z.enum(PART_IDS), titles, owed })
  .readonly();

export const profileTableSchema = z
  .object({
    /** The id of the table's declaration in core's tables/. */
    table: z.string().min(1),
    /** Its number in the form, from 1. */
    number: z.int().positive(),
    titles,
    owed,
  })
  .readonly();

/**
 * A disclosure profile (公开格式): which parts, sections and tables a form owes, under which names, in which order.
 * Profiles are data, here or in a JSON file; nothing branches on a profile's id.
 *
 * @example profileSchema.parse(JSON.parse(await readFile("guangdong.json", "utf8")))
 */
export const profileSchema = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    zh: z.string().min(1),
    en: z.string().min(1),
    /** The first digits of the administrative division code (GB/T 2260) it belongs to; absent for a form without one place. */
    division: z
      .string()
      .regex(/^\d{2,6}$/)
      .exactOptional(),
    /** Words that name the place in a cover or a header (四川省, 攀枝花), to recognise the form by. */
    places: z.array(z.string().min(2)).readonly(),
    /** First and last fiscal year, inclusive; absent: no known bound. */
    from: z.int().exactOptional(),
    to: z.int().exactOptional(),
    /** In the order of the form. */
    parts: z.array(profilePartSchema).readonly(),
    sections: z.array(profileSectionSchema).readonly(),
    tables: z.array(profileTableSchema).readonly(),
    /** The rule or template the profile was written from. */
    basis: z.string().min(1),
  })
  .readonly();

export type Profile = z.infer<typeof profileSchema>;
export type ProfilePart = z.infer<typeof profilePartSchema>;
export type ProfileSection = z.infer<typeof profileSectionSchema>;
export type ProfileTable = z.infer<typeof profileTableSchema>;
