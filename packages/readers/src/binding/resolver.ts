import { compactText, type BoundTable, type NameResolver } from "@juesuan/core";

/** Looks names up in the classification of a year. */
export interface NameLookup {
  readonly functional: (names: readonly string[]) => string | undefined;
  readonly economic: (name: string) => string | undefined;
}

/** 社会保障和就业（类） and 社会保障和就业支出 are one class; brackets and spaces do not tell names apart. */
export function nameKey(name: string): string {
  return compactText(name)
    .replace(/[（）()、，]/g, "")
    .replace(/支出$/, "");
}

/**
 * Names to codes, first by the rows of the disclosure's own tables (they print code and name side by side), then by the
 * classification of its year.
 */
export function resolverOf(tables: readonly BoundTable[], lookup: NameLookup): NameResolver {
  const functional = new Map<string, string>();
  const economic = new Map<string, string>();
  for (const table of tables) {
    for (const row of table.rows) {
      const code = row.code;
      if (code === undefined || row.label === "") continue;
      if (/^2\d{2}(?:\d{2}){0,2}$/.test(code))
        functional.set(`${code.length <= 3 ? "" : code.slice(0, code.length - 2)}|${nameKey(row.label)}`, code);
      else if (/^3\d{2}(?:\d{2})?$/.test(code) && !economic.has(nameKey(row.label)))
        economic.set(nameKey(row.label), code);
    }
  }
  return {
    functional: (names) => {
      let code = "";
      for (const name of names) {
        const next = functional.get(`${code}|${nameKey(name)}`);
        if (next === undefined) return lookup.functional(names);
        code = next;
      }
      return code === "" ? undefined : code;
    },
    economic: (name) => economic.get(nameKey(name)) ?? lookup.economic(name),
  };
}
