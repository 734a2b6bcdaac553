import type { Block, Oddity, Paragraph, ReadDocument } from "@juesuan/core";
import { decodeText } from "./decode.ts";
import { splitLines, type Line } from "./lines.ts";
import { stripMarkup, type MarkedLine } from "./markup.ts";
import { comparable, isContentsLine, isContentsTitle, isNumberedHeading } from "./roles.ts";
import { tableFinder } from "./tables.ts";

export { decodeText, type DecodedText, type TextEncoding } from "./decode.ts";

/**
 * Reads plain or Markdown-like text. The document's text is the decoded file itself (without a byte order mark), so an
 * offset into it is an offset into the file's characters.
 *
 * ```ts
 * readText(new TextEncoder().encode("# 目录\n\n一、部门职责 .....\t4 页")).blocks.map((block) => block.kind)
 * // ["paragraph", "paragraph"], the second with the role "contents"
 * ```
 */
export function readText(bytes: Uint8Array): ReadDocument {
  const { text, encoding, truncated } = decodeText(bytes);
  const oddities: Oddity[] = [];
  if (encoding !== "utf-8")
    oddities.push({
      code: "encoding",
      message: `文件编码为 ${encoding.toUpperCase()}`,
      messageEn: `The file is encoded in ${encoding.toUpperCase()}`,
    });
  if (truncated)
    oddities.push({
      code: "truncated-text",
      message: "文件末尾的字符不完整，文件可能没有复制完整",
      messageEn: "The last character is cut: the file may be incomplete",
    });
  return { format: "text", text, pages: [{ number: 1 }], blocks: blocksOf(text), oddities };
}

/** The blocks of a text that is already decoded. */
export function blocksOf(text: string): Block[] {
  const lines = splitLines(text);
  const contents = unnumberedContents(text, lines);
  const tableAt = tableFinder(text, lines);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const found = line.blank ? undefined : tableAt(at);
    if (found) {
      blocks.push(found.table);
      at = found.to;
      continue;
    }
    if (!line.blank) {
      const marked = stripMarkup(text, line.start, line.end);
      const role = contents.has(at) || isContentsLine(line.text) ? "contents" : roleOf(text, marked);
      let { end } = marked;
      if (role === "body" && marked.end === line.end) {
        while (continues(lines, at) && !tableAt(at + 1)) end = lines[++at]!.end;
      }
      if (marked.start < end) blocks.push(paragraph(marked, end, role));
    }
    at++;
  }
  return blocks;
}

function paragraph(marked: MarkedLine, end: number, role: Paragraph["role"]): Paragraph {
  const block: Paragraph = { kind: "paragraph", start: marked.start, end, page: 1, role };
  return role === "heading" && marked.level > 0 ? { ...block, level: marked.level } : block;
}

function roleOf(text: string, marked: MarkedLine): Paragraph["role"] {
  if (marked.level > 0) return "heading";
  if (marked.listed) return "body";
  const words = text.slice(marked.start, marked.end);
  return isNumberedHeading(words) || isContentsTitle(words) ? "heading" : "body";
}

/** Lines from here on are filled to one width: somebody broke them by hand. */
const HARD_WRAP_WIDTH = 30;

/** Whether the next line goes on with the sentence of this one, without an empty line between. */
function continues(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  if (!next || next.blank || line.text.length < HARD_WRAP_WIDTH || next.text.length > line.text.length + 4)
    return false;
  if (/[。；;：:！？!?]["”）)]?$/.test(line.text)) return false;
  if (
    /^(#|[-*+>]\s|\||<|\d{1,3}\s*[、)）]|\d{1,3}\s*[.．](?!\d)|[（(]\s*[\d一二三四五六七八九十]+\s*[)）]|[一二三四五六七八九十]+、|[①-⑳]|其中[:：]|\s*第.{1,3}部分)/.test(
      next.text,
    )
  )
    return false;
  return !isContentsLine(next.text);
}

/**
 * The lines of a table of contents that prints no page numbers: they follow the title 目录 and end where the first of
 * them comes again, as the heading it announces.
 */
function unnumberedContents(text: string, lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  const title = lines.findIndex(
    (line) => !line.blank && isContentsTitle(text.slice(...range(stripMarkup(text, line.start, line.end)))),
  );
  if (title < 0) return found;
  let first: string | undefined;
  for (let at = title + 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.blank) continue;
    const marked = stripMarkup(text, line.start, line.end);
    const words = text.slice(marked.start, marked.end);
    if (comparable(words) === first) return found;
    if (isContentsLine(words) || (isNumberedHeading(words) && marked.level === 0)) {
      first ??= comparable(words);
      found.add(at);
    } else if (first !== undefined) break;
  }
  // The first entry never came again: these were not contents.
  found.clear();
  return found;
}

function range(marked: MarkedLine): [number, number] {
  return [marked.start, marked.end];
}
