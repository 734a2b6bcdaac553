import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { Parser } from "htmlparser2";

// The parts of a Word file, read for editing and written back: what is not touched stays byte for byte.

/** Beyond any document of words; a file that claims more is not unpacked. */
const MOST_BYTES = 400 * 1024 * 1024;

export class WordPackage {
  readonly #parts: Record<string, Uint8Array>;

  /** @throws Error where the bytes are no archive, or unpack to more than any document */
  constructor(bytes: Uint8Array) {
    let size = 0;
    this.#parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        if (size > MOST_BYTES) throw new Error("The file unpacks to more than any Word document.");
        return true;
      },
    });
  }

  text(name: string): string | undefined {
    const bytes = this.#parts[name];
    if (!bytes) return undefined;
    const [first, second] = bytes;
    if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
    if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
    return strFromU8(bytes).replace(/^\ufeff/, "");
  }

  write(name: string, text: string): void {
    this.#parts[name] = strToU8(text.replace(/^(<\?xml[^>]*?encoding=["'])[^"']+/, "$1UTF-8"));
  }

  relationshipsOf(part: string): Relationship[] {
    const found: Relationship[] = [];
    readXml(this.text(relationshipsName(part)) ?? "", {
      open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
        if (name !== "Relationship" || TargetMode === "External") return;
        found.push({ id: Id, type: Type, target: resolved(part, Target) });
      },
    });
    return found;
  }

  /** Adds a part that another one refers to. */
  addRelated(from: string, name: string, type: string, contentType: string, text: string): void {
    this.write(name, text);
    const list = relationshipsName(from);
    const ids = new Set(this.relationshipsOf(from).map(({ id }) => id));
    let number = ids.size + 1;
    while (ids.has(`rId${number}`)) number++;
    const entry = `<Relationship Id="rId${number}" Type="${type}" Target="/${name}"/>`;
    this.write(list, withChild(this.text(list) ?? EMPTY_RELATIONSHIPS, "Relationships", entry));
    const types = "[Content_Types].xml";
    const override = `<Override PartName="/${name}" ContentType="${contentType}"/>`;
    this.write(types, withChild(this.text(types) ?? EMPTY_TYPES, "Types", override));
  }

  names(): IterableIterator<string> {
    return Object.keys(this.#parts).values();
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#parts, name);
  }

  /** @param moment the time that the archive's entries carry */
  bytes(moment: Date): Uint8Array {
    const files: Zippable = {};
    for (const [name, bytes] of Object.entries(this.#parts)) files[name] = [bytes, { mtime: moment }];
    return zipSync(files);
  }
}

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The part's name in the archive. */
  readonly target: string;
}

const EMPTY_RELATIONSHIPS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
const EMPTY_TYPES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`;

function relationshipsName(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function resolved(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

/** Streams a part; names come without their prefix. */
export function readXml(
  xml: string,
  visitor: {
    readonly open: (name: string, attributes: Record<string, string>) => void;
    readonly text?: (text: string) => void;
    readonly close?: (name: string) => void;
  },
): void {
  const local = (name: string): string => name.slice(name.indexOf(":") + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => visitor.open(local(name), attributes),
      ontext: (text) => visitor.text?.(text),
      onclosetag: (name) => visitor.close?.(local(name)),
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
}

/** An element with one more child at its end, also where it is written without any: `<Types/>`. */
export function withChild(xml: string, name: string, child: string): string {
  const closing = new RegExp(`</(\\w+:)?${name}\\s*>\\s*$`).exec(xml);
  if (closing) return xml.slice(0, closing.index) + child + xml.slice(closing.index);
  const empty = new RegExp(`<((?:\\w+:)?${name})\\b([^>]*?)/>\\s*$`).exec(xml);
  if (!empty) throw new Error(`The file has a ${name} part without a ${name} element.`);
  return `${xml.slice(0, empty.index)}<${empty[1]}${empty[2]}>${child}</${empty[1]}>`;
}
