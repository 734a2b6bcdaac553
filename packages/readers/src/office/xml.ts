import { Parser } from "htmlparser2";
import { ReadError } from "../errors.ts";
import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** `name` comes without its prefix. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

const STEP = 1 << 20;

/**
 * Streams an XML part. Declarations (DOCTYPE, entities) are refused: Office never writes them, and they are how XML is
 * made to explode. Nesting is bounded; nothing is built that the handler does not build.
 */
export function parseXml(bytes: Uint8Array, handler: XmlHandler): void {
  const decoder = new TextDecoder(encodingOf(bytes));
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > LIMITS.xmlDepth) throw tooLarge("文档嵌套过深", "elements nested too deeply");
        handler.open(localName(name), attributes);
      },
      onclosetag(name) {
        depth--;
        handler.close(localName(name));
      },
      ontext: (text) => handler.text?.(text),
      onprocessinginstruction(name) {
        if (name.startsWith("!"))
          throw new ReadError(
            "unsafe-xml",
            "文件含有不允许的 XML 声明（DOCTYPE 或实体）",
            "The file holds XML declarations that are not allowed (DOCTYPE or entities)",
          );
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < bytes.length; at += STEP)
    parser.write(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }));
  parser.write(decoder.decode());
  parser.end();
}

export function encodingOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return "utf-16le";
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return "utf-16be";
  return "utf-8";
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute whatever its prefix: `w:val`, `val`. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  const plain = attributes[local] ?? attributes[`w:${local}`] ?? attributes[`r:${local}`];
  if (plain !== undefined) return plain;
  for (const name in attributes) if (localName(name) === local) return attributes[name];
  return undefined;
}

/** OOXML's three ways of saying no: absent, 0 and false. */
export function isOn(value: string | undefined, absent = false): boolean {
  return value === undefined ? absent : !/^(0|false|off|none)$/i.test(value);
}
