import { compactText, onlyAccount, type BoundTable, type NameResolver } from "@juesuan/core";
import { likeness } from "../tables/words.ts";

/** Looks names up in the classification of a year. */
export interface NameLookup {
  readonly functional: (names: readonly string[]) => string | undefined;
  readonly economic: (name: string) => string | undefined;
  /** The one group or item that has a name. */
  readonly item: (name: string) => string | undefined;
}

/** 社会保障和就业（类） and 社会保障和就业支出 are one class; brackets and spaces do not tell names apart. */
export function nameKey(name: string): string {
  return compactText(name)
    .replace(/[（）()、，]/g, "")
    .replace(/^归口管理的/, "")
    .replace(/支出$/, "");
}

/** A name as near as this, and no other nearly as near, is the row's under a slip of the pen. */
const NEAR = 0.8;
const APART = 0.1;

interface Row {
  readonly code: string;
  readonly name: string;
}

/** The one row of `rows` whose name is unmistakably like the name. */
function nearest(rows: readonly Row[], name: string): string | undefined {
  const scored = rows
    .map(({ code, name: other }) => ({ code, alike: likeness(name, other) }))
    .toSorted((one, other) => other.alike - one.alike);
  const [first, second] = scored;
  return first && first.alike >= NEAR && first.alike - (second?.alike ?? 0) >= APART ? first.code : undefined;
}

/**
 * The row meant by a path that no list has: 其他社区城乡管理事务 for 其他城乡社区管理事务, or an item under another group of its
 * class. Every level has to be found in the rows printed.
 */
function nearestPath(rows: readonly Row[], names: readonly string[]): string | undefined {
  let code = "";
  for (const [depth, printed] of names.entries()) {
    const name = nameKey(printed);
    const length = 3 + 2 * depth;
    const level = rows.filter((row) => row.code.length === length);
    const below = level.filter((row) => row.code.startsWith(code));
    const exact = below.find((row) => row.name === name)?.code;
    const elsewhere = level.filter((row) => depth === 2 && row.code.startsWith(code.slice(0, 3)) && row.name === name);
    const found = exact ?? (elsewhere.length === 1 ? elsewhere[0]!.code : nearest(below, name));
    if (found === undefined) return undefined;
    code = found;
  }
  return code === "" ? undefined : code;
}

/** 城乡社区支出 … 行政运行: an item told right below its class, where the tables print one of that name in it. */
function itemOfClass(rows: readonly Row[], [ofClass, item, ...more]: readonly string[]): string | undefined {
  if (ofClass === undefined || item === undefined || more.length > 0) return undefined;
  const parent = rows.find(({ code, name }) => code.length === 3 && name === nameKey(ofClass))?.code;
  const found = rows.filter(
    ({ code, name }) => parent !== undefined && code.length === 7 && code.startsWith(parent) && name === nameKey(item),
  );
  return found.length === 1 ? found[0]!.code : undefined;
}

/**
 * Names to codes, first by the rows of the disclosure's own tables (they print code and name side by side), then by the
 * classification of its year.
 */
export function resolverOf(tables: readonly BoundTable[], lookup: NameLookup): NameResolver {
  const functional = new Map<string, string>();
  const economic = new Map<string, string>();
  const printed = new Map<string, Row>();
  for (const table of tables) {
    for (const row of table.rows) {
      const code = row.code;
      if (code === undefined || row.label === "") continue;
      // A row of the projects carries the code of its account and the name of its project.
      if (table.table !== "projects" && /^2\d{2}(?:\d{2}){0,2}$/.test(code)) {
        const name = nameKey(row.label);
        functional.set(`${code.length <= 3 ? "" : code.slice(0, code.length - 2)}|${name}`, code);
        printed.set(`${code}|${name}`, { code, name });
      }
      if (/^3\d{2}(?:\d{2})?$/.test(code) && !economic.has(nameKey(row.label))) economic.set(nameKey(row.label), code);
    }
  }
  const rows = [...printed.values()];
  const find = (names: readonly string[]): string | undefined => {
    let code = "";
    for (const name of names) {
      const next = functional.get(`${code}|${nameKey(name)}`);
      if (next === undefined) return itemOfClass(rows, names) ?? lookup.functional(names) ?? nearestPath(rows, names);
      code = next;
    }
    return code === "" ? undefined : code;
  };
  const printsItems = rows.some(({ code }) => code.length === 7);
  const itemOf = (name: string): string | undefined => {
    const key = nameKey(name);
    const own = rows.flatMap((row) => (row.name === key ? row.code : []));
    if (own.length > 0) return onlyAccount(own);
    // What the tables print no line of is no item of theirs, whatever the classification calls so.
    return printsItems ? undefined : lookup.item(name);
  };
  const found = new Map<string, string | undefined>();
  const items = new Map<string, string | undefined>();
  return {
    // The same few words are looked up for every number beside which they stand.
    functional: (names) => {
      const path = names.join("\n");
      if (!found.has(path)) found.set(path, find(names));
      return found.get(path);
    },
    economic: (name) => economic.get(nameKey(name)) ?? lookup.economic(name),
    item: (name) => {
      const key = nameKey(name);
      if (!items.has(key)) items.set(key, itemOf(name));
      return items.get(key);
    },
  };
}
