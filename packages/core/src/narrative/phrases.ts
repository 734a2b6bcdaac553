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

export interface Match<T> extends Found<T> {
  readonly start: number;
}

/** Which phrases are looked for, and at which places they may begin. */
interface Where<T> {
  readonly isIn?: (phrase: T) => boolean;
  readonly isFree?: (index: number) => boolean;
}

interface Tried<T> {
  readonly phrase: T;
  readonly order: number;
  /** One of these characters has to stand before it; any where absent. */
  readonly after: string | undefined;
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
      const phrase = phrases[order]!;
      const tried = { phrase, order, after: charactersBefore(phrase.pattern) };
      for (const opening of openings(tried.phrase.pattern)) this.#add(tried, opening);
    }
  }

  /**
   * Matches in order, none empty and none inside another.
   */
  allIn(text: string, { isIn, isFree }: Where<T> = {}): Match<T>[] {
    const all: Match<T>[] = [];
    const { here, longer } = this.#root;
    for (let start = 0; start < text.length;) {
      // At most places no phrase can begin.
      const begins = longer?.has(text.charCodeAt(start)) === true || here.some((tried) => mayStand(tried, text, start));
      const found = begins && isFree?.(start) !== false ? this.at(text, start, isIn) : undefined;
      if (found && found.end > start) {
        all.push({ start, ...found });
        start = found.end;
      } else start++;
    }
    return all;
  }

  /** The first phrase that matches at a place; `isIn` says which are looked for at all. A match may be empty. */
  at(text: string, index: number, isIn?: (phrase: T) => boolean): Found<T> | undefined {
    for (const tried of this.#candidates(text, index)) {
      if (!mayStand(tried, text, index) || (isIn && !isIn(tried.phrase))) continue;
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

function mayStand({ after }: Tried<unknown>, text: string, index: number): boolean {
  return after === undefined || (index > 0 && after.includes(text[index - 1]!));
}

/** 「，；\n」 for `(?<=[，；\n])支出`; undefined where a pattern does not say so plainly what stands before it. */
function charactersBefore(pattern: string): string | undefined {
  const [all, characters] = /^\(\?<=\[((?:[^\]\\^-]|\\n)+)\]\)/.exec(pattern) ?? [];
  // An alternative of the whole pattern may begin otherwise.
  return all === undefined || hasAlternatives(pattern) ? undefined : characters!.replaceAll("\\n", "\n");
}

function hasAlternatives(pattern: string): boolean {
  let depth = 0;
  for (const character of pattern) {
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "|" && depth === 0) return true;
  }
  return false;
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
