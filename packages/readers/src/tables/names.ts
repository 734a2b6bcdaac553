import type { Scheme } from "@juesuan/core";
import type { NameLookup } from "../binding/resolver.ts";
import { labelWord } from "./words.ts";

/** The names that the tables of a document print beside their codes, and behind them the classification of its year. */
export class NameBook {
  private readonly codes = new Map<string, Set<string>>();
  private readonly names = new Map<string, string>();
  private readonly lookup: NameLookup | undefined;

  constructor(lookup: NameLookup | undefined) {
    this.lookup = lookup;
  }

  note(scheme: Scheme, code: string, name: string): void {
    const word = labelWord(name);
    if (word === "") return;
    const key = `${scheme} ${word}`;
    const same = this.codes.get(key);
    if (same) same.add(code);
    else this.codes.set(key, new Set([code]));
    if (!this.names.has(`${scheme} ${code}`)) this.names.set(`${scheme} ${code}`, name);
  }

  nameOf(scheme: Scheme, code: string): string | undefined {
    return this.names.get(`${scheme} ${code}`);
  }

  functional(word: string): readonly string[] {
    return [...(this.codes.get(`functional ${word}`) ?? [])];
  }

  economic(word: string): readonly string[] {
    const known = [...(this.codes.get(`economic ${word}`) ?? [])];
    const code = known.length === 0 ? this.lookup?.economic(word) : undefined;
    return code === undefined ? known : [code];
  }

  /** Whether a functional code, by the classification, is that of what a name is a part of, and so not of the name. */
  isPartOf(code: string, name: string): boolean {
    const word = labelWord(name);
    const path = [3, 5]
      .filter((length) => length <= code.length)
      .map((length) => this.nameOf("functional", code.slice(0, length)));
    const own = path.at(-1);
    if (own === undefined || path.includes(undefined) || code.length > 5 || labelWord(own) === word) return false;
    // 行政事业单位离退休, as 20805 was called until 2019: the code's own.
    if (this.lookup?.functional([...(path.slice(0, -1) as string[]), word]) === code) return false;
    const below = this.lookup?.functional([...(path as string[]), word]);
    return below !== undefined && below.length > code.length && below.startsWith(code);
  }

  /** The code of a functional name below the row before it, by the classification. */
  below(previous: string, word: string): string | undefined {
    const path = [3, 5, 7]
      .filter((length) => length <= previous.length)
      .map((length) => this.nameOf("functional", previous.slice(0, length)));
    for (let depth = Math.min(2, path.length); depth >= 0; depth--) {
      const names = path.slice(0, depth);
      if (names.includes(undefined)) continue;
      const code = this.lookup?.functional([...(names as string[]), word]);
      if (code !== undefined && code.length === 3 + depth * 2) {
        this.note("functional", code, word);
        return code;
      }
    }
    return undefined;
  }
}
