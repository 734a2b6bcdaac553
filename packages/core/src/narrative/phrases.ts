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

/** Phrases to try at one place, in their order; `whole` once those that may stand anywhere are among them. */
interface Candidates<T> {
  list: Tried<T>[];
  whole: boolean;
}

/** The phrases that begin with one character: with a second one after it, or whatever follows. */
interface Opened<T> {
  readonly pairs: Map<number, Candidates<T>>;
  readonly rest: Candidates<T>;
}

/**
 * Phrases by the characters that they begin with. At one place the first phrase wins, as in one expression of all of them,
 * which took longer to compile than a whole text to read.
 */
export class Phrases<T extends Phrase> {
  readonly #opened = new Map<number, Opened<T>>();
  readonly #anywhere: Tried<T>[] = [];

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
    const opened = this.#opened.get(text.charCodeAt(index));
    if (!opened) return this.#anywhere;
    const pair = opened.pairs.get(text.charCodeAt(index + 1));
    const candidates = pair ?? opened.rest;
    if (!candidates.whole) {
      if (pair) candidates.list = inOrder(candidates.list, opened.rest.list);
      candidates.list = inOrder(candidates.list, this.#anywhere);
      candidates.whole = true;
    }
    return candidates.list;
  }

  #add(tried: Tried<T>, opening: string): void {
    if (opening === "") {
      this.#anywhere.push(tried);
      return;
    }
    const first = opening.charCodeAt(0);
    let opened = this.#opened.get(first);
    if (!opened) this.#opened.set(first, (opened = { pairs: new Map(), rest: { list: [], whole: false } }));
    if (opening.length === 1) {
      opened.rest.list.push(tried);
      return;
    }
    const second = opening.charCodeAt(1);
    const pair = opened.pairs.get(second);
    if (pair) pair.list.push(tried);
    else opened.pairs.set(second, { list: [tried], whole: false });
  }
}

function inOrder<T>(one: Tried<T>[], other: readonly Tried<T>[]): Tried<T>[] {
  if (other.length === 0) return one;
  return [...new Set([...one, ...other])].sort((left, right) => left.order - right.order);
}
