import type { ContentsEntry, Paragraph, Passage, ReadDocument, Section } from "@juesuan/core";
import { contentsEntries, findContents } from "./contents.ts";
import { findHeadings, type Heading } from "./headings.ts";
import { type Line, linesOf } from "./lines.ts";
import { coverPassages, passagesOf } from "./passages.ts";

/** What the headings of a document make of it. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly contents: readonly ContentsEntry[];
  readonly passages: readonly Passage[];
  /** The paragraphs before the first heading: cover, publication date. */
  readonly cover: readonly Paragraph[];
}

export function outline(document: ReadDocument): Outline {
  const lines = linesOf(document);
  const contentsLines = findContents(lines);
  const contents = [...contentsLines]
    .sort((a, b) => a - b)
    .flatMap((index) => contentsEntries(document, lines[index]!));
  const headings = findHeadings(document, lines, contentsLines);
  return {
    sections: sectionsOf(document, headings, lines),
    contents,
    passages: [
      ...coverPassages(document, lines.slice(0, headings[0]?.line ?? lines.length), contentsLines),
      ...passagesOf(document, headings, lines, contentsLines),
    ],
    cover: lines
      .slice(0, headings[0]?.line ?? lines.length)
      .filter((_, index) => !contentsLines.has(index))
      .map((line) => line.paragraph),
  };
}

function sectionsOf(document: ReadDocument, headings: readonly Heading[], lines: readonly Line[]): Section[] {
  const textEnd = lines.at(-1)?.paragraph.end ?? document.text.length;
  const followers = followersOf(headings);
  return headings.map((heading, index) => {
    const next = followers[index];
    return {
      ...(heading.section === undefined ? {} : { id: heading.section }),
      ...(heading.part === undefined ? {} : { part: heading.part }),
      title: heading.title,
      ...(heading.marker === undefined ? {} : { marker: heading.marker }),
      level: heading.level,
      heading: {
        page: lines[heading.line]!.paragraph.page,
        start: heading.start,
        end: heading.end,
        text: document.text.slice(heading.start, heading.end),
      },
      bodyStart: heading.end,
      // Marks before a heading (##) belong to it, not to the body above.
      bodyEnd: next === undefined ? textEnd : Math.min(next.start, lines[next.line]!.paragraph.start),
      page: lines[heading.line]!.paragraph.page,
    };
  });
}

/** For each heading the next of its own level or above, in one pass from the end: hostile files have headings without end. */
function followersOf(headings: readonly Heading[]): (Heading | undefined)[] {
  const followers: (Heading | undefined)[] = [];
  const open: Heading[] = [];
  for (let index = headings.length - 1; index >= 0; index--) {
    const heading = headings[index]!;
    while (open.length > 0 && open.at(-1)!.level > heading.level) open.pop();
    followers[index] = open.at(-1);
    open.push(heading);
  }
  return followers;
}
