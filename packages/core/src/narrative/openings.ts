/**
 * The characters that a match of a pattern can begin with, as far as three of them: 「支出决」 and 「决算」 for `(?:支出)?决算`.
 * A shorter string stands for itself and whatever follows, the empty one for anything. With them a phrase is tried only
 * where it can stand, instead of every phrase at every character.
 *
 * @example openings("(?:支出)?决算(?:数)?") // ["支出决", "决算数", "决算"]
 */
export function openings(pattern: string): readonly string[] {
  return [...new Set(new Openings(pattern).alternatives().map(({ text }) => text))];
}

/** With two, three and a half times as many phrases were tried in vain; with four, only a tenth less. */
const DEPTH = 3;
/** A class of more characters than these is taken for any character. */
const MANY = 24;

/** What has been read of a match's beginning. `open`: just that has been matched, and what follows in the pattern comes next. */
interface Beginning {
  readonly text: string;
  readonly open: boolean;
}

const NOTHING: readonly Beginning[] = [{ text: "", open: true }];
const ANYTHING: readonly Beginning[] = [{ text: "", open: false }];

/** A reader of the part of regular expressions that patterns are written in. */
class Openings {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  /** Alternatives up to the end of the group that is open, or of the pattern. */
  alternatives(): Beginning[] {
    const all: Beginning[] = [];
    for (;;) {
      all.push(...this.#sequence());
      if (this.#pattern[this.#at] !== "|") return all;
      this.#at++;
    }
  }

  #sequence(): readonly Beginning[] {
    let begun = NOTHING;
    for (;;) {
      const next = this.#pattern[this.#at];
      if (next === undefined || next === "|" || next === ")") return begun;
      begun = joined(begun, this.#repeated(this.#term()));
      if (!begun.some(({ open }) => open)) {
        this.#skip();
        return begun;
      }
    }
  }

  /** To the end of a sequence: what follows the first characters says nothing of them. */
  #skip(): void {
    let depth = 0;
    for (; this.#at < this.#pattern.length; this.#at++) {
      const next = this.#pattern[this.#at];
      if (depth === 0 && (next === "|" || next === ")")) return;
      if (next === "\\") this.#at++;
      else if (next === "[") {
        while (this.#pattern[this.#at] !== "]") this.#at += this.#pattern[this.#at] === "\\" ? 2 : 1;
      } else if (next === "(") depth++;
      else if (next === ")") depth--;
    }
  }

  #term(): readonly Beginning[] {
    const character = this.#pattern[this.#at++]!;
    switch (character) {
      case "(":
        return this.#group();
      case "[":
        return this.#class();
      case "\\":
        return escaped(this.#pattern[this.#at++]!);
      case ".":
        return ANYTHING;
      case "^":
      case "$":
        return NOTHING;
      default:
        return [{ text: character, open: true }];
    }
  }

  #group(): readonly Beginning[] {
    let around = false;
    if (this.#pattern[this.#at] === "?") {
      // (?:  (?=  (?!  (?<=  (?<!
      this.#at += this.#pattern[this.#at + 1] === "<" ? 3 : 2;
      around = this.#pattern[this.#at - 1] !== ":";
    }
    const inner = this.alternatives();
    this.#at++;
    // What stands around a match is no part of it.
    return around ? NOTHING : inner;
  }

  #class(): readonly Beginning[] {
    let end = this.#at;
    while (this.#pattern[end] !== "]") end += this.#pattern[end] === "\\" ? 2 : 1;
    const members = this.#pattern.slice(this.#at, end);
    this.#at = end + 1;
    if (/^\^|-|\\/.test(members) || members.length > MANY) return members === "\\d" ? escaped("d") : ANYTHING;
    return [...members].map((text) => ({ text, open: true }));
  }

  #repeated(term: readonly Beginning[]): readonly Beginning[] {
    const sign = this.#pattern[this.#at];
    if (sign !== "?" && sign !== "*" && sign !== "+" && sign !== "{") return term;
    const least = sign === "{" ? this.#pattern[this.#at + 1] : sign === "+" ? "1" : "0";
    this.#at = sign === "{" ? this.#pattern.indexOf("}", this.#at) + 1 : this.#at + 1;
    if (this.#pattern[this.#at] === "?") this.#at++;
    const once = sign === "?" ? term : term.map(({ text }) => ({ text, open: false }));
    return least === "0" ? [...once, ...NOTHING] : once;
  }
}

function joined(begun: readonly Beginning[], term: readonly Beginning[]): readonly Beginning[] {
  if (begun === NOTHING) return term;
  const all: Beginning[] = [];
  for (const before of begun) {
    if (!before.open) {
      all.push(before);
      continue;
    }
    for (const { text, open } of term) {
      const whole = before.text + text;
      all.push({ text: whole.slice(0, DEPTH), open: open && whole.length < DEPTH });
    }
  }
  return all;
}

function escaped(character: string): readonly Beginning[] {
  if (character === "d") return [..."0123456789"].map((text) => ({ text, open: true }));
  return character === "n"
    ? [{ text: "\n", open: true }]
    : /\w/.test(character)
      ? ANYTHING
      : [{ text: character, open: true }];
}
