import type { SourceDocument } from "./data.ts";

/** A term that the document itself explains (名词解释). */
export interface Explained {
  /** As printed, without its number. */
  readonly term: string;
  readonly text: string;
  /** Where the explanation begins in the document. */
  readonly at: number;
}

const NUMBER = /^\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,4})[）)]?\s*[.、．]?|[（(][^（()）]{1,4}[）)])\s*/;
const TERM = /^(?<term>[^：:。]{2,90})[：:]\s*(?<text>.+)$/s;

/** The document's own glossary, in its order; empty where it has none. */
export function glossaryOf({ text, blocks }: SourceDocument): readonly Explained[] {
  const paragraphs = blocks.filter((block) => block.kind === "paragraph");
  const begin = paragraphs.findLastIndex(
    ({ role, start, end }) => role === "heading" && /名词解释/.test(text.slice(start, end)),
  );
  if (begin < 0) return [];
  const found: Explained[] = [];
  for (const { role, start, end } of paragraphs.slice(begin + 1)) {
    const printed = text.slice(start, end).trim();
    // The next part begins; headings inside the glossary are terms of forms that set each on a line of its own.
    if (role === "heading" && /^第[一二三四五六七八九十]+部分|^附件/.test(printed)) break;
    if (role !== "body" && role !== "heading") continue;
    const { term, text: explanation } = TERM.exec(printed.replace(NUMBER, ""))?.groups ?? {};
    const last = found.at(-1);
    if (term !== undefined && explanation !== undefined)
      found.push({ term: term.trim(), text: explanation.trim(), at: start });
    else if (last && printed !== "") found[found.length - 1] = { ...last, text: `${last.text}\n${printed}` };
  }
  return found;
}

/** The explanation of a name; an item of the classification is explained under its path 类、款、项. */
export function explanationOf(glossary: readonly Explained[], name: string): Explained | undefined {
  const wanted = plain(name);
  return glossary.find(({ term }) => plain(term) === wanted || itemOf(term) === wanted);
}

/** …（款）住房公积金（项） → 住房公积金 */
function itemOf(term: string): string | undefined {
  const item = /[（(]款[）)](?<item>[^（(]+(?:[（(](?!项)[^（(]*)*)[（(]项[）)]\s*$/.exec(term)?.groups?.["item"];
  return item === undefined ? undefined : plain(item);
}

function plain(words: string): string {
  return words
    .replace(/[\s“”"'‘’《》]/g, "")
    .replace(/\(/g, "（")
    .replace(/\)/g, "）");
}
