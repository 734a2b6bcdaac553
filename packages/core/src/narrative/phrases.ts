import { openings } from "./openings.ts";

export interface Phrase {
  /** A regular expression. */
  readonly pattern: string;
}

/** Where a phrase ends that begins at the place asked for. */
export interface Found<T> {
  readonly end: number;
  readonly phrase: T;
}

interface Tried<T> {
  readonly phrase: T;
  readonly order: number;
  /** Made when a text first holds what the phrase begins with. */
  expression?: RegExp;
}

/** What has been read of a text at one place: the phrases that begin just so, and what more may follow. */
interface Opened<T> {
  readonly from: Opened<T> | undefined;
  readonly here: Tried<T>[];
  longer?: Map<number, Opened<T>>;
  /** Those that begin with as much or less, in their order: all to try once the text goes on with nothing in `longer`. */
  all?: readonly Tried<T>[];
}

/**
 * Phrases by the characters that they begin with. At one place the first phrase wins, as in one expression of all of them,
 * which took longer to compile than a whole text to read.
 */
export class Phrases<T extends Phrase> {
  readonly #root: Opened<T> = { from: undefined, here: [] };

  constructor(phrases: readonly T[]) {
    for (let order = 0; order < phrases.length; order++) {
      const tried = { phrase: phrases[order]!, order };
      for (const opening of openings(tried.phrase.pattern)) this.#add(tried, opening);
    }
  }

  /** The first phrase that matches at a place; `isIn` says which are looked for at all. A match may be empty. */
  at(text: string, index: number, isIn?: (phrase: T) => boolean): Found<T> | undefined {
    for (const tried of this.#candidates(text, index)) {
      if (isIn && !isIn(tried.phrase)) continue;
      const expression = (tried.expression ??= new RegExp(tried.phrase.pattern, "y"));
      expression.lastIndex = index;
      if (expression.test(text)) return { end: expression.lastIndex, phrase: tried.phrase };
    }
    return undefined;
  }

  #candidates(text: string, index: number): readonly Tried<T>[] {
    let opened = this.#root;
    for (let at = index; opened.longer; at++) {
      const longer = opened.longer.get(text.charCodeAt(at));
      if (!longer) break;
      opened = longer;
    }
    return opened.all ?? allOf(opened);
  }

  #add(tried: Tried<T>, opening: string): void {
    let opened = this.#root;
    for (let at = 0; at < opening.length; at++) {
      const longer = (opened.longer ??= new Map());
      const code = opening.charCodeAt(at);
      const known = longer.get(code);
      if (known) opened = known;
      else longer.set(code, (opened = { from: opened, here: [] }));
    }
    opened.here.push(tried);
  }
}

function allOf<T>(opened: Opened<T>): readonly Tried<T>[] {
  const before = opened.from ? (opened.from.all ?? allOf(opened.from)) : [];
  return (opened.all =
    before.length === 0
      ? opened.here
      : opened.here.length === 0
        ? before
        : [...new Set([...before, ...opened.here])].sort((left, right) => left.order - right.order));
}
