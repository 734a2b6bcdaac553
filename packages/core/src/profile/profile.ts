import type { PartId, SectionId } from "../facts/disclosure.ts";

/**
 * A disclosure profile (公开格式): which parts, sections and tables a form owes, under which names, in which order.
 * Profiles are data; nothing branches on a profile's id.
 */
export interface Profile {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** The first digits of the administrative division code (GB/T 2260) it belongs to; absent for a form without one place. */
  readonly division?: string;
  /** Words that name the place in a cover or a header (四川省, 攀枝花), to recognise the form by. */
  readonly places: readonly string[];
  /** First and last fiscal year, inclusive; absent: no known bound. */
  readonly from?: number;
  readonly to?: number;
  readonly parts: readonly ProfilePart[];
  readonly sections: readonly ProfileSection[];
  readonly tables: readonly ProfileTable[];
  /** The rule or template the profile was written from. */
  readonly basis: string;
}

export interface ProfilePart {
  readonly id: PartId;
  /** The official title first, then the aliases met. */
  readonly titles: readonly string[];
}

export interface ProfileSection {
  readonly id: SectionId;
  readonly part: PartId;
  readonly titles: readonly string[];
  /** Owed by the form (default true). */
  readonly owed?: boolean;
}

export interface ProfileTable {
  /** The id of the table's declaration in core's tables/. */
  readonly table: string;
  /** Its number in the form, from 1. */
  readonly number: number;
  /** The official title first, then the aliases met. */
  readonly titles: readonly string[];
  /** Owed by the form (default true). */
  readonly owed?: boolean;
}
