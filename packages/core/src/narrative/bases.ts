import type { SectionId } from "../facts/disclosure.ts";
import type { ConceptKey } from "../facts/key.ts";
import { tokenise } from "./grammar.ts";
import { SECTION_SUBJECTS } from "./lexicon/index.ts";
import type { Passage } from "./state.ts";

/** What a passage speaks of before its first phrase does, by its section and the words of its headings. */
export interface Base {
  readonly key: ConceptKey | undefined;
  /** （一）教育支出（类）: the class of the items under such a heading. */
  readonly className?: string;
  /** （一）一般公共服务（类）群众团体事务（款）: and the group below it. */
  readonly groupName?: string;
}

export function baseOf({ section, title }: Passage): Base {
  const statutory = section ? SECTION_SUBJECTS[section] : undefined;
  if (!section || !statutory) return { key: statutory };
  const key = /^(?:general-expenditure|basic-expenditure)/.test(section) ? ofTheFundNamed(statutory, title) : statutory;
  const path = title.split(" / ");
  // （八）项目支出、政府性基金及国有资本经营预算支出情况: what is told first is of no fund.
  if (/项目支出[、和及]政府性基金/.test(path.at(-1)!)) return { key: { concept: "expenditure", dimensions: {} } };
  return path.length < 2 ? { key } : narrowed(key, section, path.at(-1)!);
}

/** 财政拨款支出决算情况说明, with no word of the general public budget, is about all appropriations. */
function ofTheFundNamed(key: ConceptKey, title: string): ConceptKey {
  if (/一般公共(?!服务)|公共财政/.test(title) || !/财政拨款/.test(title)) return key;
  return { concept: key.concept, dimensions: { ...key.dimensions, fund: "appropriation" } };
}

/** A heading below the section's own that names one part of it: （一）基本支出情况, （二）培训费支出情况. */
function narrowed(key: ConceptKey, section: SectionId, heading: string): Base {
  const tokens = tokenise(heading, section);
  const path = tokens.find((token) => token.type === "path");
  if (path?.type === "path" && path.from === 0 && path.names.length <= 2) {
    const [className, groupName] = path.names;
    return { key, className: className!, ...(groupName !== undefined && { groupName }) };
  }
  const subjects = tokens.filter((token) => token.type === "subject");
  const [only] = subjects;
  if (subjects.length !== 1 || only?.type !== "subject" || only.phrase.concept !== key.concept) return { key };
  const { item, nature, group, source } = only.phrase.dimensions ?? {};
  if (item === undefined && nature === undefined && group === undefined && source === undefined) return { key };
  return { key: { concept: key.concept, dimensions: { ...key.dimensions, ...only.phrase.dimensions } } };
}
