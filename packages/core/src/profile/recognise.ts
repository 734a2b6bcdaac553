import type { Disclosure, PartId, SectionId } from "../facts/disclosure.ts";
import { normaliseTitle } from "../tables/normalise.ts";
import { recogniseTitle } from "../tables/recognise-title.ts";
import { PROFILES, UNKNOWN_PROFILE } from "./catalogue.ts";
import type { Profile } from "./profile.ts";

/** What a form is recognised by. Everything may be missing. */
export type ProfileEvidence = Pick<Disclosure, "department" | "fiscalYear" | "sections" | "contents" | "tables">;

export interface RecogniseOptions {
  /** Where a place may be named beside the department's own name: the cover, page headers. */
  readonly places?: readonly string[];
  /** Whether those say where the department is, so that a form of another place is none of its own (default). */
  readonly isLocated?: boolean;
  /** The forms to choose from; all known ones where absent. */
  readonly profiles?: readonly Profile[];
}

export interface RecognisedProfile {
  readonly profile: Profile;
  /** 0 and up; what each kind of evidence adds is in {@link WEIGHTS}. */
  readonly score: number;
  /** Forms that the evidence speaks for nearly as much: what one of them does not owe is not missing for certain. */
  readonly rivals: readonly Profile[];
}

interface Shown {
  readonly places: readonly string[];
  readonly isLocated: boolean;
  readonly fiscalYear: number | undefined;
  /** The parts in the order printed. */
  readonly parts: readonly PartId[];
  /** The sections that were recognised, and all titles of sections as they are compared. */
  readonly sections: ReadonlySet<SectionId>;
  readonly sectionTitles: readonly string[];
  /** The tables in the order printed or, where the document holds fewer, listed in the contents. */
  readonly tables: readonly { readonly table?: string; readonly title?: string }[];
  /** Their titles as they are compared, each with how many of the forms give it. */
  readonly titles: readonly { readonly title: string; readonly forms: number }[];
}

/** The tables are the form; a place alone is only where the paper comes from. */
const WEIGHTS = { tables: 6, tableTitles: 1, tableOrder: 2, partOrder: 2, sections: 2, place: 3 } as const;

/** Below this a document follows no form that is known. */
const LEAST = 6.5;

/** A form that is behind by less than this may be the one meant. */
const CLOSE = 1.5;

/**
 * The form that a document follows: the one that most of the evidence speaks for, or the unknown one.
 *
 * @example recogniseProfile(disclosure).profile.id // "sichuan"
 */
export function recogniseProfile(evidence: ProfileEvidence, options: RecogniseOptions = {}): RecognisedProfile {
  const [best, ...others] = rankProfiles(evidence, options);
  if (best !== undefined && best.score >= LEAST) {
    const close = others.filter(({ score }) => best.score - score < CLOSE);
    return { ...best, rivals: close.map(({ profile }) => profile) };
  }
  const profile = options.profiles?.find(({ id }) => id === UNKNOWN_PROFILE.id) ?? UNKNOWN_PROFILE;
  return { profile, score: 0, rivals: [] };
}

/** Every form with its score, the best first; forms of equal score stay in the order given. */
export function rankProfiles(
  evidence: ProfileEvidence,
  { places = [], isLocated = true, profiles = PROFILES }: RecogniseOptions = {},
): Omit<RecognisedProfile, "rivals">[] {
  const shown = shownBy(evidence, { places, isLocated, profiles });
  return (
    profiles
      // A form of other years owes other tables.
      .filter((profile) => profile.id !== UNKNOWN_PROFILE.id && isOfItsYears(profile, shown))
      .map((profile) => ({ profile, score: scoreOf(profile, shown) }))
      .toSorted((a, b) => b.score - a.score)
  );
}

function shownBy(
  { department, fiscalYear, sections, contents, tables }: ProfileEvidence,
  { places, isLocated, profiles }: Required<RecogniseOptions>,
): Shown {
  const printed = tables.filter(({ table }) => table !== undefined);
  const listed = [...contents, ...sections].flatMap(({ title: printedTitle }) => {
    // 一、收入支出决算总表（公开01表）
    const title = printedTitle.trim().replace(/[（(]公开\d{1,2}表[）)]$/, "");
    const match = title.endsWith("表") ? recogniseTitle(title) : undefined;
    return match ? [{ table: match.table.id, title }] : [];
  });
  const shown = printed.length >= distinct(listed.map(({ table }) => table)).length ? printed : listed;
  return {
    places: [...(department === undefined ? [] : [department]), ...places],
    isLocated,
    fiscalYear,
    parts: distinct(sections.flatMap(({ part, level }) => (part !== undefined && level === 0 ? [part] : []))),
    sections: new Set(sections.flatMap(({ id }) => id ?? [])),
    sectionTitles: sections.map(({ title }) => normaliseTitle(title)),
    tables: shown,
    titles: shown.flatMap((entry) => {
      if (entry.title === undefined) return [];
      const title = normaliseTitle(entry.title);
      return { title, forms: profiles.filter((form) => tableTitles(form).has(title)).length };
    }),
  };
}

function scoreOf(profile: Profile, shown: Shown): number {
  return (
    tablesScore(profile, shown) +
    WEIGHTS.tableTitles * titleScore(profile, shown) +
    WEIGHTS.partOrder * order(partOrder(profile), partOrderOf(shown.parts)) +
    WEIGHTS.sections * sectionShare(profile, shown) +
    WEIGHTS.place * placeScore(profile, shown)
  );
}

function tablesScore(profile: Profile, { tables }: Shown): number {
  const owed = profile.tables.filter((entry) => entry.owed !== false).map(({ table }) => table);
  const met = distinct(tables.flatMap(({ table }) => table ?? []));
  if (met.length === 0 || owed.length === 0) return 0;
  const common = met.filter((table) => owed.includes(table));
  return (WEIGHTS.tables * 2 * common.length) / (met.length + owed.length) + WEIGHTS.tableOrder * order(owed, met);
}

/** A title speaks for the forms that give it, the more the fewer they are: 收入决算总表 is one form's own. */
function titleScore(profile: Profile, { titles }: Shown): number {
  const own = tableTitles(profile);
  let score = 0;
  for (const { title, forms } of titles) if (own.has(title)) score += 1 / forms;
  return score;
}

const TABLE_TITLES = new WeakMap<Profile, ReadonlySet<string>>();

/** The official titles of a form's tables as they are compared. */
function tableTitles(form: Profile): ReadonlySet<string> {
  let titles = TABLE_TITLES.get(form);
  if (!titles) TABLE_TITLES.set(form, (titles = new Set(form.tables.map((entry) => normaliseTitle(entry.titles[0]!)))));
  return titles;
}

/** Where the tables stand is what tells the orders apart: part of its own or appended. */
function partOrder(profile: Profile): readonly string[] {
  return partOrderOf(profile.parts.map(({ id }) => id));
}

function partOrderOf(parts: readonly PartId[]): readonly string[] {
  return parts.map((part) => (part === "appended-tables" ? "tables" : part)).filter((part) => part !== "annexes");
}

function sectionShare(profile: Profile, { sections, sectionTitles }: Shown): number {
  const owed = profile.sections.filter((entry) => entry.owed !== false);
  if (owed.length === 0) return 0;
  const met = owed.filter(({ id, titles }) => {
    if (sections.has(id)) return true;
    const official = normaliseTitle(titles[0]!);
    return sectionTitles.some((title) => title.endsWith(official));
  });
  const known = new Set(owed.map(({ id }) => id));
  const foreign = [...sections].filter((id) => !known.has(id) && !id.includes("."));
  return met.length / (owed.length + foreign.length);
}

/** 1 for the form's own place; less than nothing where another is named, and a little less where it is not known which. */
function placeScore(profile: Profile, { places, isLocated }: Shown): number {
  if (profile.places.length === 0 || places.length === 0) return 0;
  const [province] = profile.places;
  if (profile.places.some((place) => places.some((text) => isNamed(text, place, place === province)))) return 1;
  return isLocated ? -0.65 : -0.35;
}

/** 南京路, 上海路街道: what is only called after a place. */
const CALLED_AFTER = "路|街|大道|镇|乡|村";
/** 青海省海南州, 乌海市海南区, 河南蒙古族自治县: another place, called as a province is for short. 广西壮族自治区 is the province. */
const CALLED_AS = `${CALLED_AFTER}|州|区|县|[一-龥]{1,3}族自治[州县]`;

/** Whether a text names a place, and not another whose name begins as that one's does. */
function isNamed(text: string, place: string, isProvince: boolean): boolean {
  if (!text.includes(place)) return false;
  return new RegExp(`${place}(?!${isProvince ? CALLED_AS : CALLED_AFTER})`).test(text);
}

function isOfItsYears({ from, to }: Profile, { fiscalYear }: Shown): boolean {
  if (fiscalYear === undefined) return true;
  return (from === undefined || fiscalYear >= from) && (to === undefined || fiscalYear <= to);
}

/** The longest run of `met` that keeps the order of `expected`, as a share of what both know. */
function order(expected: readonly string[], met: readonly string[]): number {
  const places = met.map((id) => expected.indexOf(id)).filter((place) => place >= 0);
  if (places.length < 2) return 0;
  const longest: number[] = [];
  for (const [index, place] of places.entries()) {
    longest.push(
      1 +
        places.slice(0, index).reduce((most, before, at) => (before < place ? Math.max(most, longest[at]!) : most), 0),
    );
  }
  return (Math.max(...longest) - 1) / (places.length - 1);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
