import type { Disclosure, ReadDocument } from "@juesuan/core";
import { divisions, shortNameOf } from "@juesuan/core/divisions";

/** The version of what accounts are found by: raised when it changes, so that what an earlier one wrote is written anew. */
export const INDEX = 6;

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
  window: "\u{e009}",
  word: "\u{e00a}",
} as const;

/** A token of a filter. */
export const marked = (mark: keyof typeof MARKS, value: string) =>
  `${MARKS[mark]}${value.replace(/[^\p{L}\p{N}]/gu, "")}`;

/**
 * A token of several things at once. Each of them alone is of a good part of all accounts; together they are of few, and
 * their accounts need not be sought out of long lists.
 */
export const both = (...parts: readonly string[]) => `${MARKS.both}${parts.join("")}`;

/** The tokens that one of several things at once stands for; any other stands for itself. */
export const partsOf = (token: string): readonly string[] =>
  token.startsWith(MARKS.both)
    ? token
        .slice(MARKS.both.length)
        .split(/(?=\p{Co})/u)
        .map((part) => (part.startsWith(MARKS.word) ? part.slice(MARKS.word.length) : part))
    : [token];

/** The kinds of departments that every county has (县级工作部门), as their names end. */
export const KINDS =
  "财政局 教育局 民政局 水利局 审计局 统计局 司法局 公安局 交通运输局 农业农村局 文化和旅游局 卫生健康局 应急管理局 市场监督管理局 生态环境局 自然资源局 住房和城乡建设局 人力资源和社会保障局 退役军人事务局 医疗保障局 发展和改革局 科学技术局 林业局 商务局 信访局 档案馆 机关事务管理局 总工会 妇女联合会 残疾人联合会".split(
    " ",
  );

/** Provinces as they are called: 四川, 内蒙古. Read when they are first needed. */
let provinces: ReadonlySet<string> | undefined;
const provincesCalled = () =>
  (provinces ??= new Set(
    divisions()
      .filter(({ level }) => level === "province")
      .map(({ name }) => shortNameOf(name)),
  ));

/** A kind of department and a province, which are asked for together most of all (教育局 四川): one token for both. */
export const kindAndProvince = (kind: string, province: string) => both(marked("word", kind), marked("word", province));

/** The tokens of all such pairs that a normalised text has. */
export function pairTokens(words: string): string[] {
  const called = [...provincesCalled()].filter((name) => words.includes(name));
  if (called.length === 0) return [];
  return KINDS.filter((kind) => words.includes(kind)).flatMap((kind) =>
    called.map((province) => kindAndProvince(kind, province)),
  );
}

/** The words of a query, a pair of them as its token. */
export function paired(words: readonly string[]): { readonly words: readonly string[]; readonly pair?: string } {
  const kind = words.find((word) => KINDS.includes(word));
  const province = kind === undefined ? undefined : words.find((word) => provincesCalled().has(word));
  if (kind === undefined || province === undefined) return { words };
  return { words: words.filter((word) => word !== kind && word !== province), pair: kindAndProvince(kind, province) };
}

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
  const within = [2, 4, 6]
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
    ...within,
    ...functional.map((code) => marked("functional", code)),
    ...rest,
    ...within.flatMap((division) => [...classes, ...rest].map((one) => both(division, one))),
    ...classes.flatMap((code) => severity.map((one) => both(code, one))),
    ...within.flatMap((division) => classes.flatMap((code) => severity.map((one) => both(division, code, one)))),
  ];
}
