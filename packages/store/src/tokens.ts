import type { Disclosure, ReadDocument } from "@juesuan/core";

/** The version of what accounts are found by: raised when it changes, so that what an earlier one wrote is written anew. */
export const INDEX = 5;

/**
 * Since this version the text that is searched, the amounts and whose account it is have stayed as they are: what was
 * written since then gets new tokens from its own rows, and what was read from the document need not be unpacked.
 */
export const SAME_TEXT = 4;

/** Text as it is searched: one form of each character, no case, no space or punctuation. */
export function normaliseWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * So many neighbouring characters are a token: most words of a query have no more (财政局, 养老), and need no look at the
 * text; in longer ones three together are rare where two are common. A fourth would add as many tokens again.
 */
export const LENGTH = 3;

/**
 * The tokens of normalised text: every character, and every two and three neighbours.
 *
 * @example tokensOf("养老金") // ["养", "养老", "养老金", "老", "老金", "金"]
 */
export function tokensOf(words: string): string[] {
  const tokens = new Set<string>();
  for (const run of words.split(" ")) {
    const characters = [...run];
    for (let start = 0; start < characters.length; start++) {
      let token = "";
      for (const character of characters.slice(start, start + LENGTH)) tokens.add((token += character));
    }
  }
  return [...tokens];
}

/** A query of more tokens than this is narrowed by its first ones, and by the text itself. */
const MOST_TOKENS = 12;

/** What a word of a query must match: every run of so many of its characters, or itself where it is no longer. */
export function queryTokens(word: string, length = LENGTH): string[] {
  const characters = [...word];
  if (characters.length <= length) return word === "" ? [] : [word];
  const runs = new Set<string>();
  for (let start = 0; start + length <= characters.length && runs.size < MOST_TOKENS; start++)
    runs.add(characters.slice(start, start + length).join(""));
  return [...runs];
}

/** How much text of one account is indexed: a disclosure of forty pages takes half of it. */
const LONGEST = 100_000;

/**
 * What an account is found by: its department and region, the names of its items, its headings and reasons, and all of
 * its prose. The figures in tables are no words.
 */
export function searchableText(document: ReadDocument, disclosure: Disclosure, places: readonly string[]): string {
  const parts = new Set<string>([disclosure.department ?? "", ...places]);
  for (const { rows } of disclosure.tables) for (const { label } of rows) parts.add(label);
  for (const { title } of disclosure.sections) parts.add(title);
  for (const statement of disclosure.statements) {
    if (statement.type === "named-item" || statement.type === "name") parts.add(statement.name);
    if (statement.type === "comparison" && statement.reason) parts.add(statement.reason);
  }
  for (const { dimensions } of disclosure.figures) if (dimensions.label) parts.add(dimensions.label);
  // Most of the index would be numbers otherwise, which nobody looks for by their neighbours.
  const prose = normaliseWords(proseOf(document)).replace(/\d+/g, " ").replace(/ +/g, " ");
  return `${normaliseWords([...parts].join("\n"))} ${prose}`.slice(0, LONGEST);
}

/** The text without its tables; all of it where its blocks are not known. */
function proseOf({ text, blocks }: ReadDocument): string {
  if (blocks.length === 0) return text;
  const paragraphs = blocks.filter(({ kind }) => kind === "paragraph");
  return paragraphs.map(({ start, end }) => text.slice(start, end)).join("\n");
}

/** Filters are tokens as well, marked by characters that no text has (Unicode's private ones). */
export const MARKS = {
  division: "\u{e001}",
  functional: "\u{e002}",
  fund: "\u{e003}",
  severity: "\u{e004}",
  level: "\u{e005}",
  department: "\u{e006}",
  region: "\u{e007}",
  both: "\u{e008}",
} as const;

/** A token of a filter. */
export const marked = (mark: keyof typeof MARKS, value: string) =>
  `${MARKS[mark]}${value.replace(/[^\p{L}\p{N}]/gu, "")}`;

/**
 * A token of two filters at once. Each of them alone is of a good part of all accounts; both together are of few, and
 * their accounts need not be sought out of two long lists.
 */
export const both = (left: string, right: string) => `${MARKS.both}${left}${right}`;

/** What of an account filters ask for together. */
export interface Filterable {
  /** The division's own digits. */
  readonly prefix: string;
  readonly level: string;
  readonly functional: readonly string[];
  readonly funds: readonly string[];
  readonly severities: readonly string[];
}

/** The tokens of the filters that an account answers to: each of them, and those that are asked for together. */
export function filterTokens({ prefix, level, functional, funds, severities }: Filterable): string[] {
  const divisions = [2, 4, 6]
    .filter((length) => length <= prefix.length)
    .map((length) => marked("division", prefix.slice(0, length)));
  const classes = functional.filter((code) => code.length === 3).map((code) => marked("functional", code));
  const severity = severities.map((one) => marked("severity", one));
  const rest = [
    ...(level === "" ? [] : [marked("level", level)]),
    ...funds.map((fund) => marked("fund", fund)),
    ...severity,
  ];
  return [
    ...divisions,
    ...functional.map((code) => marked("functional", code)),
    ...rest,
    ...divisions.flatMap((division) => [...classes, ...rest].map((one) => both(division, one))),
    ...classes.flatMap((code) => severity.map((one) => both(code, one))),
  ];
}
