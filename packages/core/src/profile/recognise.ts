import type { Disclosure } from "../facts/disclosure.ts";
import { normaliseTitle } from "../tables/normalise.ts";
import { recogniseTitle } from "../tables/recognise-title.ts";
import { PROFILES } from "./catalogue.ts";
import type { Profile } from "./profile.ts";

export interface RecognisedProfile {
  readonly profile: Profile;
  /** 0 to 1: how much of the form was found, and how well the place agrees. */
  readonly confidence: number;
}

/** What a form is recognised by. */
export type ProfileEvidence = Pick<Disclosure, "department" | "fiscalYear" | "sections" | "contents" | "tables">;

const ENOUGH = 0.5;

/**
 * The form that a disclosure follows: by the tables it prints or lists, the parts and their order, the sections and the
 * place. Undefined where no known form fits.
 */
export function recogniseProfile(evidence: ProfileEvidence): RecognisedProfile | undefined {
  const tables = tableIds(evidence);
  const parts = partIds(evidence);
  const sections = new Set(evidence.sections.map((section) => section.id).filter((id) => id !== undefined));
  let best: RecognisedProfile | undefined;
  for (const profile of PROFILES) {
    const { fiscalYear } = evidence;
    if (fiscalYear !== undefined && ((profile.from ?? 0) > fiscalYear || (profile.to ?? 9999) < fiscalYear)) continue;
    const confidence =
      0.45 * likeness(tables, new Set(profile.tables.map(({ table }) => table))) +
      0.2 *
        orderOf(
          parts,
          profile.parts.map(({ id }) => id),
        ) +
      0.15 * covered(profile, sections) +
      0.2 * placeOf(profile, evidence.department ?? "");
    if (!best || confidence > best.confidence) best = { profile, confidence };
  }
  return best && best.confidence >= ENOUGH ? best : undefined;
}

/** Tables printed and tables that the contents or the headings list. */
function tableIds({ tables, contents, sections }: ProfileEvidence): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { table } of tables) if (table !== undefined) ids.add(table);
  for (const { title } of [...contents, ...sections]) {
    const match = recogniseTitle(title);
    if (match && normaliseTitle(title).endsWith("表")) ids.add(match.table.id);
  }
  return ids;
}

function partIds({ sections }: ProfileEvidence): readonly string[] {
  const parts: string[] = [];
  for (const { part, level } of sections)
    if (level === 0 && part !== undefined && parts.at(-1) !== part) parts.push(part);
  return parts;
}

/** Jaccard's likeness of two sets. */
function likeness(found: ReadonlySet<string>, owed: ReadonlySet<string>): number {
  if (found.size === 0) return 0.4;
  let common = 0;
  for (const id of found) if (owed.has(id)) common++;
  return common / (found.size + owed.size - common);
}

/** Share of neighbouring parts found in the form's order. */
function orderOf(found: readonly string[], owed: readonly string[]): number {
  const known = found.filter((id) => owed.includes(id));
  if (found.length === 0) return 0.4;
  let inOrder = known.length > 0 ? 1 : 0;
  for (let index = 1; index < known.length; index++) {
    if (owed.indexOf(known[index]!) > owed.indexOf(known[index - 1]!)) inOrder++;
  }
  return inOrder / Math.max(found.length, owed.length);
}

function covered(profile: Profile, sections: ReadonlySet<string>): number {
  const owed = profile.sections.filter((section) => section.owed !== false);
  return owed.length === 0 ? 0 : owed.filter((section) => sections.has(section.id)).length / owed.length;
}

/** A place that agrees speaks for a form, one that belongs to another form against it. */
function placeOf(profile: Profile, department: string): number {
  if (profile.places.some((place) => department.includes(place))) return 1;
  if (profile.places.length === 0) {
    const elsewhere = PROFILES.some((other) => other.places.some((place) => department.includes(place)));
    return elsewhere ? 0.3 : 0.7;
  }
  return 0;
}
