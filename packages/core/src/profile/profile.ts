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
  .object({
    id: z.enum(SECTION_IDS),
    part: z.enum(PART_IDS),
    titles,
    owed,
    /** Whether the form asks for the reason of a change on last year that the section tells (default true). */
    explained: z.boolean().exactOptional(),
  })
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

/** A quantity that a form has a section state: 因公出国（境）团组XX个. */
const stated = z
  .object({
    zh: z.string().min(1),
    en: z.string().min(1),
    /** Canonical keys; any one of them states it. */
    keys: z.array(z.string().min(1)).min(1).readonly(),
    /** Words that state it without a figure (an expression): 新购一辆公车, 未购置公务用车. */
    words: z.string().min(1).exactOptional(),
  })
  .readonly();

export const profileElementSchema = z
  .object({
    section: z.enum(SECTION_IDS),
    states: z.array(stated).min(1).readonly(),
    /** The amount it explains: where that is nothing, or the document does not print it, its omission is only noted. */
    of: z.string().min(1).exactOptional(),
    /** Owed only where that amount is printed and more than nothing. */
    onlyWith: z.string().min(1).exactOptional(),
    /** Where one of these is stated the sentence was begun, and what it lacks was left out, whatever the amount. */
    besides: z.array(z.string().min(1)).readonly().exactOptional(),
    severity: z.enum(["warning", "info"]),
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
    /** What sections have to state, figure by figure (应写明的要素); absent where the form prescribes no wording. */
    elements: z.array(profileElementSchema).readonly().exactOptional(),
    /** The rule or template the profile was written from. */
    basis: z.string().min(1),
  })
  .readonly();

export type Profile = z.infer<typeof profileSchema>;
export type ProfilePart = z.infer<typeof profilePartSchema>;
export type ProfileSection = z.infer<typeof profileSectionSchema>;
export type ProfileElement = z.infer<typeof profileElementSchema>;
export type ProfileTable = z.infer<typeof profileTableSchema>;
