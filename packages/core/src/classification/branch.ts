import { parentOf, type ClassificationEntry, type ClassificationScheme } from "./entry.ts";
import { nameKeyOf } from "./names.ts";

/**
 * A class (类) and all below it. A document speaks of a few classes, so that the entries of the others need not even be
 * made: `entries` is called when something below the class is asked for.
 */
export interface ClassSource {
  readonly code: string;
  readonly scheme: ClassificationScheme;
  /** The spans of the class itself, earliest first. */
  readonly heads: readonly ClassificationEntry[];
  /** The class and all below it in the order of codes; the spans of a code stand together. */
  readonly entries: () => readonly ClassificationEntry[];
}

/** Entries in the order of codes by their class. */
export function byClass(entries: readonly ClassificationEntry[]): readonly ClassSource[] {
  const classes = new Map<string, ClassificationEntry[]>();
  for (const entry of entries) push(classes, entry.code.slice(0, 3), entry);
  return [...classes].map(([code, list]) => ({
    code,
    scheme: list[0]!.scheme,
    heads: list.filter((entry) => entry.code === code),
    entries: () => list,
  }));
}

interface Indexed {
  readonly entries: readonly ClassificationEntry[];
  readonly byCode: ReadonlyMap<string, readonly ClassificationEntry[]>;
  /** Codes right below a code. */
  readonly byParent: ReadonlyMap<string, readonly string[]>;
}

/** What is asked of a class and of what lies below it; each index is made when it is first needed. */
export class Branch {
  readonly code: string;
  readonly scheme: ClassificationScheme;
  readonly heads: readonly ClassificationEntry[];
  readonly #source: ClassSource;
  #indexed: Indexed | undefined;
  #names: ReadonlyMap<string, readonly ClassificationEntry[]> | undefined;

  constructor(source: ClassSource) {
    this.#source = source;
    this.code = source.code;
    this.scheme = source.scheme;
    this.heads = source.heads;
  }

  get entries(): readonly ClassificationEntry[] {
    return this.#index().entries;
  }

  /** Every span of a code, earliest first. */
  spans(code: string): readonly ClassificationEntry[] {
    return code === this.code ? this.heads : (this.#index().byCode.get(code) ?? []);
  }

  /** The codes right below a code. */
  below(code: string): readonly string[] {
    return this.#index().byParent.get(code) ?? [];
  }

  /** Entries by the key of their name. */
  named(key: string): readonly ClassificationEntry[] {
    if (!this.#names) {
      const names = new Map<string, ClassificationEntry[]>();
      for (const entry of this.entries) push(names, nameKeyOf(entry.name), entry);
      this.#names = names;
    }
    return this.#names.get(key) ?? [];
  }

  #index(): Indexed {
    if (this.#indexed) return this.#indexed;
    const entries = this.#source.entries();
    const byCode = new Map<string, ClassificationEntry[]>();
    const byParent = new Map<string, string[]>();
    for (const entry of entries) {
      push(byCode, entry.code, entry);
      const parent = parentOf(entry.code);
      // The spans of a code stand together.
      if (parent !== undefined && byParent.get(parent)?.at(-1) !== entry.code) push(byParent, parent, entry.code);
    }
    return (this.#indexed = { entries, byCode, byParent });
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
