import { FIRST_EDITION, type Classification } from "./classification.ts";
import { nameKeyOf } from "./names.ts";

/** Names to codes for the binding of narratives and of tables that print no code. */
export interface ClassificationLookup {
  readonly functional: (names: readonly string[]) => string | undefined;
  readonly economic: (name: string) => string | undefined;
  /** The one group or item (款, 项) that has a name: 高等职业教育 → 2050305. 行政运行 stands below many, and is none. */
  readonly item: (name: string) => string | undefined;
}

const NEAR = 0.82;

/** The class whose accounts the reform of institutions of 2018 numbered anew: 宗教事务, 2013404 since, was 20124 before. */
const RENUMBERED = "201";

/** 住房保障支出 … 住房公积金: an item told right below its class, where the class has one of that name. */
function itemOfClass(
  classification: Classification,
  [ofClass, name, ...more]: readonly string[],
  year: number | undefined,
): string | undefined {
  if (ofClass === undefined || name === undefined || more.length > 0) return undefined;
  const parent = classification.byPath([ofClass], year)?.code;
  if (parent === undefined) return undefined;
  const codes = new Set(
    classification
      .byName(name, year, { scheme: "functional" })
      .flatMap(({ code }) => (code.length === 7 && code.startsWith(parent) ? code : [])),
  );
  return codes.size === 0 ? endingOf(classification, name, parent, year) : codes.size === 1 ? [...codes][0] : undefined;
}

/** So many characters of the end of a name are no chance. */
const LEAST_ENDING = 5;

/** 社会保障和就业支出 … 职业年金缴费: an item told below its class without the words for whose it is. */
function endingOf(
  classification: Classification,
  name: string,
  parent: string,
  year: number | undefined,
): string | undefined {
  const key = nameKeyOf(name);
  if (key.length < LEAST_ENDING || key.startsWith("其他")) return undefined;
  const items = classification
    .children(parent, year)
    .flatMap(({ code }) => classification.children(code, year))
    .filter((entry) => !entry.name.startsWith("其他") && nameKeyOf(entry.name).endsWith(key));
  return items.length === 1 ? items[0]!.code : undefined;
}

/** The code of those that are one account: the only one, or the item of a group that holds no other (20599, 2059999). */
export function onlyAccount(codes: Iterable<string>): string | undefined {
  const [longest, ...others] = [...new Set(codes)].sort((one, other) => other.length - one.length);
  return longest !== undefined && longest.length > 3 && others.every((code) => longest.startsWith(code))
    ? longest
    : undefined;
}

/**
 * Looks names up in the classification of a year: a path of class, group and item, exact first, then one that is unmistakably
 * like it (a lost character, an old name).
 */
export function nameLookup(classification: Classification, year: number | undefined): ClassificationLookup {
  return {
    functional: (names) => {
      const exact = classification.byPath(names, year);
      if (exact) return exact.code;
      const item = itemOfClass(classification, names, year);
      if (item !== undefined) return item;
      // 农村基础设施建设支出 below another class is no slip of the pen for an item of that class: it is the name of an account.
      const last = names.at(-1);
      if (
        names.length > 1 &&
        last !== undefined &&
        classification.byName(last, year, { scheme: "functional" }).length > 0
      )
        return undefined;
      let parent = "";
      for (const name of names) {
        const [first, second] = classification.fuzzy(name, year, { parent, scheme: "functional", least: NEAR });
        if (!first || (second && second.score === first.score && second.entry.code !== first.entry.code))
          return undefined;
        // 其他社会保障和就业支出 is no slip of the pen for 社会保障和就业支出.
        if (name.startsWith("其他") !== first.entry.name.startsWith("其他")) return undefined;
        parent = first.entry.code;
      }
      return parent === "" ? undefined : parent;
    },
    item: (name) => {
      const named = (of: number | undefined): readonly string[] =>
        classification.byName(name, of, { scheme: "functional" }).map(({ code }) => code);
      const codes = named(year);
      const only = onlyAccount(codes.length > 0 ? codes : named(undefined));
      return year !== undefined && year < FIRST_EDITION && only?.startsWith(RENUMBERED) ? undefined : only;
    },
    economic: (name) => {
      const found = classification
        .byName(name, year, { scheme: "economic" })
        .filter((entry) => entry.economic === "department" && nameKeyOf(entry.name) === nameKeyOf(name));
      const items = found.filter((entry) => entry.level !== "class");
      const codes = new Set((items.length > 0 ? items : found).map((entry) => entry.code));
      return codes.size === 1 ? [...codes][0] : undefined;
    },
  };
}
