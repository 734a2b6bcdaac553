import { ReadError } from "../errors.ts";

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** The last character was cut through: the file was not copied to its end. */
  readonly truncated: boolean;
}

/** Encodings that a web page or a tool may name and that GB18030 contains. */
const CHINESE_LABEL = /^(gb_?2312(-80)?|gbk|x-gbk|gb18030|cp936|windows-936|ms936|hz-gb-2312)$/i;

/** Control characters that no text file holds; a file with several is a binary one. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const BINARY_CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

/**
 * Bytes to text. A byte order mark decides; then a charset that the file itself declares, if the bytes obey it; then
 * UTF-8 if every byte obeys; then GB18030 if every byte obeys. Nothing is replaced by U+FFFD: a figure read from a
 * wrongly decoded file is worse than none.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes) ?? unreadable();
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes, "utf-16le") ?? unreadable();
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt(bytes, "utf-16be") ?? unreadable();
  const label = declared?.trim();
  if (label && CHINESE_LABEL.test(label)) {
    // Pages that say GB2312 and are UTF-8 are common; text of any length that obeys UTF-8 is UTF-8.
    return utf8(bytes) ?? attempt(bytes, "gb18030") ?? unreadable();
  }
  if (label && /^big5/i.test(label)) return utf8(bytes) ?? attempt(bytes, "big5") ?? unreadable();
  return utf8(bytes) ?? utf16WithoutMark(bytes) ?? attempt(bytes, "gb18030") ?? unreadable();
}

function attempt(bytes: Uint8Array, encoding: TextEncoding): DecodedText | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return looksBinary(text) ? undefined : { text, encoding, truncated: false };
  } catch {
    return undefined;
  }
}

function utf8(bytes: Uint8Array): DecodedText | undefined {
  const whole = attempt(bytes, "utf-8");
  if (whole) return whole;
  for (let cut = 1; cut <= 3 && bytes.length - cut > 64; cut++) {
    const last = bytes[bytes.length - cut]!;
    if (last < 0x80) return undefined;
    if (last < 0xc0) continue;
    const rest = attempt(bytes.subarray(0, bytes.length - cut), "utf-8");
    return rest && { ...rest, truncated: true };
  }
  return undefined;
}

/** UTF-16 without a mark shows by its zero bytes: digits and line breaks have one each, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < Math.min(bytes.length, 4096); index++) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (even > 0 === odd > 0) return undefined;
  const decoded = attempt(bytes, even > 0 ? "utf-16be" : "utf-16le");
  // Any bytes are some characters of UTF-16: only a text of the usual ones is taken for a text.
  const head = decoded?.text.slice(0, 4096) ?? "";
  const usual = head.match(/[\t\r\n\u0020-\u007e\u2010-\u2026\u3000-\u301f\u4e00-\u9fff\uff00-\uff5e]/g)?.length ?? 0;
  return usual >= head.length * 0.98 && head.length >= 8 ? decoded : undefined;
}

/** Decoded text that is full of control characters was never text. */
function looksBinary(text: string): boolean {
  const head = text.length > 65_536 ? text.slice(0, 65_536) : text;
  const controls = head.match(BINARY_CONTROL)?.length ?? 0;
  return controls > 0 && (head.includes("\u0000") || controls > 2 + head.length / 500);
}

function unreadable(): never {
  throw new ReadError(
    "damaged",
    "无法识别文件的文字编码（已尝试 UTF-8、UTF-16 和 GB18030），文件可能已损坏或不是文本",
    "The text encoding could not be recognised (UTF-8, UTF-16 and GB18030 were tried); the file may be damaged or not text",
  );
}
