import { Branch, type ClassSource } from "./branch.ts";
import { levelOf, parentOf, type ClassificationEntry, type ClassificationScheme, type Move } from "./entry.ts";
import { likenessTo, nameKeyOf } from "./names.ts";

/** The years that the lists speak of. What a later year changed is not known, so nothing is called wrong there. */
export const FIRST_EDITION = 2019;
export const LAST_EDITION = 2026;
/** The last year whose published documents were read. */
export const LAST_ATTESTED = 2025;

/** What is said of a printed code and its name. */
export interface CodeVerdict {
  /**
   * `agrees`; `alias`: another way to write the name; `former-name`: the name it had in other years; `other-name`: the
   * classification gives another; `no-such-code`; `other-year`: the code exists, not in this year.
   */
  readonly verdict:
    | "agrees"
    | "alias"
    | "former-name"
    | "other-name"
    | "no-such-code"
    | "other-year"
    | "unknown-scheme";
  /** The official name in that year. */
  readonly name?: string;
  /** The code that carries the printed name, where just one does; the one that a code of other years became. */
  readonly code?: string;
  /** Whether a person may rely on it: the entry is attested or certain, and the list it stands in is complete where it matters. */
  readonly certain: boolean;
}

export interface Match {
  readonly entry: ClassificationEntry;
  /** 0 to 1. */
  readonly score: number;
}

export interface ClassificationData {
  /** Every class, those of one scheme side by side. */
  readonly classes: readonly ClassSource[];
  /** Codes whose list of children is known to be whole. */
  readonly complete: readonly string[];
  readonly cofog: ReadonlyMap<string, Cofog>;
  readonly moves: readonly Move[];
  /** The first letter of the pinyin of each character that a name holds. */
  readonly initials: ReadonlyMap<string, string>;
  /** The first letters of names in which a character is read otherwise than alone (行业 hy). */
  readonly readings: ReadonlyMap<string, string>;
}

/** A COFOG division (01–10) as this project maps to it; absent where no one division holds the class. */
export interface Cofog {
  readonly division?: string;
  readonly note?: string;
}

/** The classification of government revenue and expenditure (政府收支分类科目), all years in one. */
export class Classification {
  private readonly branches: ReadonlyMap<string, Branch>;
  private readonly data: ClassificationData;
  private complete: ReadonlySet<string> | undefined;
  private all: readonly ClassificationEntry[] | undefined;
  private readonly keys = new Map<ClassificationEntry, string>();

  constructor(data: ClassificationData) {
    this.data = data;
    this.branches = new Map(data.classes.map((source) => [source.code, new Branch(source)]));
  }

  /** Every entry, in the order of codes within each scheme. */
  get entries(): readonly ClassificationEntry[] {
    return (this.all ??= [...this.branches.values()].flatMap(({ entries }) => entries));
  }

  /** The entry of a code in a year; of its latest span where no year is given. Constant time. */
  entry(code: string, year?: number): ClassificationEntry | undefined {
    const spans = this.history(code);
    return year === undefined ? spans.at(-1) : spans.find((entry) => isValid(entry, year));
  }

  /** Every span of a code, earliest first: what it was called before and after. */
  history(code: string): readonly ClassificationEntry[] {
    return this.branches.get(code.slice(0, 3))?.spans(code) ?? [];
  }

  /** Entries of a name in a year; names recur under many groups, so a parent narrows them. */
  byName(
    name: string,
    year: number | undefined,
    within: { readonly parent?: string; readonly scheme?: ClassificationScheme } = {},
  ): readonly ClassificationEntry[] {
    const key = nameKeyOf(name);
    const { parent = "", scheme } = within;
    return this.branchesWithin(parent.slice(0, 3), scheme).flatMap((branch) =>
      branch
        .named(key)
        .filter((entry) => (year === undefined || isValid(entry, year)) && entry.code.startsWith(parent)),
    );
  }

  /** The classes that a code lies in or that its digits begin. */
  private branchesWithin(code: string, scheme: ClassificationScheme | undefined): readonly Branch[] {
    const own = this.branches.get(code);
    const found = own ? [own] : [...this.branches.values()].filter((branch) => branch.code.startsWith(code));
    return scheme === undefined ? found : found.filter((branch) => branch.scheme === scheme);
  }

  children(code: string, year?: number): readonly ClassificationEntry[] {
    return this.below(code).flatMap((child) => this.entry(child, year) ?? []);
  }

  /** The codes right below a code; the classes below "". */
  private below(code: string): readonly string[] {
    return code === "" ? [...this.branches.keys()] : (this.branches.get(code.slice(0, 3))?.below(code) ?? []);
  }

  /** The classes of a scheme in a year. */
  classes(scheme: ClassificationScheme, year?: number): readonly ClassificationEntry[] {
    return this.children("", year).filter((entry) => entry.scheme === scheme);
  }

  /** From the class down to the entry itself. */
  ancestors(code: string, year?: number): readonly ClassificationEntry[] {
    const path: ClassificationEntry[] = [];
    for (let at: string | undefined = code; at !== undefined; at = parentOf(at)) {
      const entry = this.entry(at, year);
      if (entry) path.unshift(entry);
    }
    return path;
  }

  /** 社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项） */
  path(code: string, year?: number): string {
    const marks = ["类", "款", "项"];
    return this.ancestors(code, year)
      .map(({ name }, index) => `${name}（${marks[index]!}）`)
      .join("");
  }

  /** Reads a code or a path in any of its written forms: 2080505, 208 05 05, names with （类）（款）（项）. */
  parsePath(text: string, year?: number): ClassificationEntry | undefined {
    const digits = text.normalize("NFKC").replace(/[\s.\-/]/g, "");
    if (/^\d{3}(?:\d{2}){0,2}$/.test(digits)) return this.entry(digits, year);
    const names = /^(.+?)（\d{0,3}类）(?:(.+?)（\d{0,5}款）)?(?:(.+?)（\d{0,7}项）)?$/.exec(
      text.replaceAll("(", "（").replaceAll(")", "）").trim(),
    );
    if (!names) return undefined;
    return this.byPath(
      [names[1], names[2], names[3]].filter((name): name is string => name !== undefined),
      year,
    );
  }

  /** The entry that a path of functional names leads to: each name under the one before. */
  byPath(names: readonly string[], year?: number): ClassificationEntry | undefined {
    let parent = "";
    let found: ClassificationEntry | undefined;
    for (const name of names) {
      const length = parent === "" ? 3 : parent.length + 2;
      const candidates =
        parent === ""
          ? this.classesNamed(name)
          : this.byName(name, undefined, { parent, scheme: "functional" }).filter(({ code }) => code.length === length);
      found = candidates.find((entry) => year === undefined || isValid(entry, year)) ?? candidates[0];
      if (!found) return undefined;
      parent = found.code;
    }
    return found;
  }

  /** The spans of functional classes of a name, without a look at what is below them. */
  private classesNamed(name: string): readonly ClassificationEntry[] {
    const key = nameKeyOf(name);
    return this.branchesWithin("", "functional").flatMap(({ heads }) =>
      heads.filter((entry) => this.keyOf(entry) === key),
    );
  }

  /**
   * Entries whose names are like a misread or old one, best first: of all, or of those right below `parent` ("" for the
   * classes).
   */
  fuzzy(
    name: string,
    year: number | undefined,
    within: { readonly parent?: string; readonly scheme?: ClassificationScheme; readonly least?: number } = {},
  ): readonly Match[] {
    const least = within.least ?? 0.6;
    const likeness = likenessTo(nameKeyOf(name), least);
    const fits = (entry: ClassificationEntry): boolean =>
      (year === undefined || isValid(entry, year)) && (within.scheme === undefined || entry.scheme === within.scheme);
    const matches: Match[] = [];
    const add = (entry: ClassificationEntry): void => {
      const score = fits(entry) ? likeness(this.keyOf(entry)) : 0;
      if (score >= least) matches.push({ entry, score });
    };
    if (within.parent === undefined)
      for (const entries of Map.groupBy(this.entries, (entry) => this.keyOf(entry)).values()) entries.forEach(add);
    else for (const code of this.below(within.parent)) this.history(code).forEach(add);
    return matches.sort((a, b) => b.score - a.score);
  }

  /** Search as one types: the beginning of a code, characters of a name, or the initials of its pinyin (ylbx → 养老保险). */
  search(query: string, year?: number, limit = 50): readonly ClassificationEntry[] {
    const text = query.normalize("NFKC").trim();
    if (text === "") return [];
    const seen = new Set<string>();
    const found: ClassificationEntry[] = [];
    const key = nameKeyOf(text);
    const letters = /^[a-z]+$/i.test(text) ? text.toLowerCase() : undefined;
    const code = text.replace(/\s/g, "");
    for (const entry of this.entries) {
      if (year !== undefined && !isValid(entry, year)) continue;
      if (seen.has(entry.code)) continue;
      const hit = /^\d+$/.test(code)
        ? entry.code.startsWith(code)
        : letters === undefined
          ? nameKeyOf(entry.name).includes(key)
          : this.initialsOf(entry.name).includes(letters);
      if (!hit) continue;
      seen.add(entry.code);
      found.push(year === undefined ? this.entry(entry.code)! : entry);
      if (found.length >= limit) break;
    }
    return found;
  }

  /** The key of an entry's name, made once: names are compared with the same few again and again. */
  private keyOf(entry: ClassificationEntry): string {
    let key = this.keys.get(entry);
    if (key === undefined) this.keys.set(entry, (key = nameKeyOf(entry.name)));
    return key;
  }

  /** Whether every child of a code is known. */
  isComplete(code: string): boolean {
    return (this.complete ??= new Set(this.data.complete)).has(code);
  }

  /** The COFOG division of a functional code, by its 款 where that is mapped: this project's own, not an official one. */
  cofog(code: string): Cofog | undefined {
    return this.data.cofog.get(code.slice(0, 5)) ?? this.data.cofog.get(code.slice(0, 3));
  }

  /** What a code became, and what became it. */
  moves(code: string): { readonly later: readonly Move[]; readonly earlier: readonly Move[] } {
    return {
      later: this.data.moves.filter(({ from }) => from === code),
      earlier: this.data.moves.filter(({ to }) => to === code),
    };
  }

  /** What the classification of a year says of a printed code and its name. */
  verdict(code: string, name: string | undefined, year: number): CodeVerdict {
    if (!/^[1235]\d{2}(?:\d{2}){0,2}$/.test(code)) return { verdict: "unknown-scheme", certain: false };
    const spans = this.history(code);
    const settled = year >= FIRST_EDITION && year <= LAST_ATTESTED;
    if (spans.length === 0) {
      const parent = parentOf(code);
      const carrier = name === undefined ? undefined : this.only(name, year, code);
      return {
        verdict: "no-such-code",
        ...(carrier === undefined ? {} : { code: carrier.code, name: carrier.name }),
        certain: settled && parent !== undefined && this.isComplete(parent),
      };
    }
    const entry = spans.find((span) => isValid(span, year));
    const nearby = spans.filter((span) => isValid(span, year - 1) || isValid(span, year + 1));
    if (!entry) {
      const last = spans.at(-1)!;
      const certain = settled && nearby.length === 0 && spans.every((span) => span.evidence !== "uncertain");
      const { later } = this.moves(code);
      const became = later.length === 1 && this.entry(later[0]!.to, year) ? later[0]!.to : undefined;
      return { verdict: "other-year", name: last.name, ...(became === undefined ? {} : { code: became }), certain };
    }
    if (name === undefined) return { verdict: "agrees", name: entry.name, certain: entry.evidence !== "uncertain" };
    const key = nameKeyOf(name);
    if (key === nameKeyOf(entry.name)) {
      const same = name.replace(/\s/g, "") === entry.name;
      return { verdict: same ? "agrees" : "alias", name: entry.name, certain: entry.evidence !== "uncertain" };
    }
    // Around the year of a change both names are met.
    if (nearby.some((span) => nameKeyOf(span.name) === key))
      return { verdict: "alias", name: entry.name, certain: false };
    const former = spans.find((span) => nameKeyOf(span.name) === key);
    if (former) {
      const certain = settled && entry.evidence === "attested" && former.evidence !== "uncertain";
      return { verdict: "former-name", name: entry.name, certain };
    }
    const carrier = this.only(name, year, code);
    // 2130119防汛: a name that another code of the same level has is no other way to write this one's.
    const isAnothers = carrier !== undefined && carrier.evidence !== "uncertain" && entry.evidence !== "uncertain";
    return {
      verdict: "other-name",
      name: entry.name,
      ...(carrier === undefined ? {} : { code: carrier.code }),
      certain: settled && (entry.evidence === "attested" || isAnothers),
    };
  }

  /**
   * A path whose last name belongs elsewhere: 司法（款）其他公共安全支出（项）. The names before it must be known, and only one
   * code of the classification may carry the last one: 行政运行 stands under many.
   */
  misplaced(
    names: readonly string[],
    year: number,
  ): { readonly code: string; readonly path: string; readonly certain: boolean } | undefined {
    const name = names.at(-1);
    const parent = this.byPath(names.slice(0, -1), year)?.code;
    if (name === undefined || parent === undefined || this.byPath(names, year)) return undefined;
    const length = parent.length + 2;
    const carriers = new Set(
      this.byName(name, year, { scheme: "functional" }).flatMap(({ code }) => (code.length === length ? code : [])),
    );
    const [code] = carriers;
    if (code === undefined || carriers.size > 1) return undefined;
    return { code, path: this.path(code, year), certain: this.isComplete(parent) };
  }

  /** The only entry of a name at the level of a code, under the same class. */
  private only(name: string, year: number, code: string): ClassificationEntry | undefined {
    const found = this.byName(name, year, { parent: code.slice(0, 3) }).filter(
      (entry) => entry.code.length === code.length,
    );
    return found.length === 1 ? found[0] : undefined;
  }

  private initialsOf(name: string): string {
    const whole = this.data.readings.get(name);
    if (whole !== undefined) return whole;
    let text = "";
    for (const character of name) text += this.data.initials.get(character) ?? "";
    return text;
  }
}

export function isValid(entry: ClassificationEntry, year: number): boolean {
  return (entry.from ?? 0) <= year && year <= (entry.to ?? 9999);
}

export { levelOf };
