import { boxOf } from "../document/document.ts";
import type { Section } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import { perContext } from "./per-context.ts";
import type { CheckContext } from "./relation.ts";

/** A paragraph as it reads when the accidents of setting are gone: no white space and no markup, but every printed mark. */
export interface Prose {
  readonly text: string;
  /** For each character of `text`, its offset in the document. */
  readonly offsets: readonly number[];
  readonly role: "body" | "heading" | "contents";
  /** The innermost section it stands in; absent before the first heading. */
  readonly section?: Section;
  readonly page: number;
}

/** The paragraphs of the document outside its tables, in reading order; none where no text is at hand. */
export const proseOf = perContext((context): readonly Prose[] => [...readProse(context)]);

function* readProse(context: CheckContext): Generator<Prose> {
  const { document, text } = context;
  if (document) {
    for (const block of document.blocks) {
      if (block.kind !== "paragraph") continue;
      const { role } = block;
      if (role !== "body" && role !== "heading" && role !== "contents") continue;
      yield* proseAt(context, document.text, block.start, block.end, role, block.page);
    }
    return;
  }
  if (text === undefined) return;
  let start = 0;
  for (const line of text.split("\n")) {
    yield* proseAt(context, text, start, start + line.length, "body", 1);
    start += line.length + 1;
  }
}

function* proseAt(
  context: CheckContext,
  text: string,
  start: number,
  end: number,
  role: Prose["role"],
  page: number,
): Generator<Prose> {
  const squeezed = squeeze(text, start, end);
  if (squeezed.text === "") return;
  const section = sectionAt(context.disclosure.sections, start);
  yield { ...squeezed, role, page, ...(section === undefined ? {} : { section }) };
}

const TAG = /<\/?[a-zA-Z][^<>]{0,40}>/y;

function squeeze(source: string, start: number, end: number): { text: string; offsets: number[] } {
  let text = "";
  const offsets: number[] = [];
  for (let index = start; index < end; index++) {
    const character = source[index]!;
    if (character === "<") {
      TAG.lastIndex = index;
      const tag = TAG.exec(source);
      if (tag && index + tag[0].length <= end) {
        index += tag[0].length - 1;
        continue;
      }
    }
    // Emphasis of Markdown stands in pairs of two; three and more are a blank to fill in.
    if (character === "*" && source[index + 1] === "*" && source[index + 2] !== "*" && source[index - 1] !== "*") {
      index++;
      continue;
    }
    if (character.trim() === "" || character === "\u200b" || character === "\ufeff" || character === "#") continue;
    text += character;
    offsets.push(index);
  }
  return { text, offsets };
}

/** The innermost section that an offset stands in, its heading included. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  let found: Section | undefined;
  for (const section of sections) {
    if (section.heading.start > offset) break;
    if (offset < section.bodyEnd || offset < section.heading.end) found = section;
  }
  return found;
}

/** The titles from the outermost section (the part left out) down to this one: 七、… / （二）… */
export function pathOf(sections: readonly Section[], section: Section): { part?: string; path?: string } {
  const around = sections.filter(
    (other) =>
      other === section ||
      (other.heading.start <= section.heading.start &&
        section.heading.end <= other.bodyEnd &&
        other.level < section.level),
  );
  const part = around.find((entry) => entry.level === 0);
  const path = around
    .filter((entry) => entry.level > 0)
    .map((entry) => `${entry.marker ?? ""}${entry.marker && !/[）)]$/.test(entry.marker) ? "、" : ""}${entry.title}`)
    .join(" / ");
  return {
    ...(part === undefined ? {} : { part: `${part.marker ?? ""} ${part.title}`.trim() }),
    ...(path === "" ? {} : { path }),
  };
}

/** Where words stand: characters `from` to `to` of a paragraph's text. */
export function sourceIn(context: CheckContext, prose: Prose, from: number, to: number): Source {
  const start = prose.offsets[from] ?? 0;
  const end = (prose.offsets[to - 1] ?? start) + 1;
  const place = prose.section ? pathOf(context.disclosure.sections, prose.section) : {};
  const box = context.document ? boxOf(context.document, start, end) : undefined;
  return {
    ...(place.part === undefined ? {} : { part: place.part }),
    ...(place.path === undefined ? {} : { section: place.path }),
    ...(box === undefined ? { page: prose.page } : { page: box.page }),
    start,
    end,
    text: prose.text.slice(from, to),
    context: sentenceAround(prose.text, from, to),
    ...(box === undefined ? {} : { box: box.box }),
  };
}

const SENTENCE_ENDS = "。；！？";

/** The sentence around some words, shortened at both ends. */
export function sentenceAround(text: string, from: number, to: number): string {
  let start = from;
  while (start > 0 && !SENTENCE_ENDS.includes(text[start - 1]!) && from - start < 60) start--;
  let end = to;
  while (end < text.length && !SENTENCE_ENDS.includes(text[end]!) && end - to < 40) end++;
  if (end === text.length || SENTENCE_ENDS.includes(text[end]!)) return text.slice(start, end);
  // What is cut says so, and opens no quotation that it does not close.
  const open = text.lastIndexOf("“", end - 1);
  if (open >= to && text.lastIndexOf("”", end - 1) < open) end = open;
  return `${text.slice(start, end).replace(/[（《、，：]+$/, "")}…`;
}
