import type { Disclosure } from "@juesuan/core";

/** Text as it is searched: one form of each character, no case, no space or punctuation. */
export function normaliseWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * The tokens of normalised text: every character and every pair of neighbours.
 *
 * @example tokensOf("养老保险") // ["养", "养老", "老", "老保", "保", "保险", "险"]
 */
export function tokensOf(words: string): string[] {
  const tokens = new Set<string>();
  for (const run of words.split(" ")) {
    const characters = [...run];
    for (const [index, character] of characters.entries()) {
      tokens.add(character);
      const next = characters[index + 1];
      if (next !== undefined) tokens.add(character + next);
    }
  }
  tokens.delete("");
  return [...tokens];
}

/** What a word of a query must match: its pairs, or itself where it is one character. */
export function queryTokens(word: string): string[] {
  const characters = [...word];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, index) => characters[index]! + character))];
}

/** How much text of one account is indexed. A disclosure's names and headings take a fifth of it. */
const LONGEST = 20_000;

/** What an account is found by: its department and region, the names of its items, its headings and reasons. */
export function searchableText(disclosure: Disclosure, region: string): string {
  const parts = new Set<string>([disclosure.department ?? "", region]);
  for (const { rows } of disclosure.tables) for (const { label } of rows) parts.add(label);
  for (const { title } of disclosure.sections) parts.add(title);
  for (const statement of disclosure.statements) {
    if (statement.type === "named-item" || statement.type === "name") parts.add(statement.name);
    if (statement.type === "comparison" && statement.reason) parts.add(statement.reason);
  }
  for (const { dimensions } of disclosure.figures) if (dimensions.label) parts.add(dimensions.label);
  return normaliseWords([...parts].join("\n")).slice(0, LONGEST);
}
