import type { Classification } from "./classification.ts";
import { nameKeyOf } from "./names.ts";

/** Names to codes for the binding of narratives and of tables that print no code. */
export interface ClassificationLookup {
  readonly functional: (names: readonly string[]) => string | undefined;
  readonly economic: (name: string) => string | undefined;
}

const NEAR = 0.82;

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
  return codes.size === 1 ? [...codes][0] : undefined;
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
