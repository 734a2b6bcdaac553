import { ReadError } from "../errors.ts";
import { openArchive, type Archive } from "../detect/zip.ts";
import { attribute, encodingOf, parseXml } from "./xml.ts";

export interface Relationship {
  readonly id: string;
  /** The last word of the relationship's type: worksheet, styles, footnotes … */
  readonly type: string;
  /** The part's name in the archive; for an external one, its address. */
  readonly target: string;
  readonly external: boolean;
}

export interface OfficePackage {
  readonly archive: Archive;
  /** The name of the main part: word/document.xml, xl/workbook.xml or what the file calls it. */
  readonly main: string;
  relationshipsOf(part: string): Relationship[];
}

/**
 * Opens an OOXML file at its main part, found as the standard says: through its relationships. `written` may put other
 * characters in the places of its words, one for one.
 */
export function openPackage(bytes: Uint8Array, usualMain: string, written?: (text: string) => string): OfficePackage {
  const archive = written ? rewritten(openArchive(bytes), written) : openArchive(bytes);
  const relationshipsOf = (part: string) => relationships(archive, part);
  const declared = relationshipsOf("").find(({ type, external }) => type === "officeDocument" && !external)?.target;
  const main = [declared, usualMain].find((name) => name !== undefined && archive.has(name));
  if (main === undefined) {
    throw new ReadError("damaged", "文件已损坏：找不到正文部分", "The file is damaged: its main part is missing");
  }
  return { archive, main, relationshipsOf };
}

/** An archive whose parts of XML say what they say in other characters; the names of parts stay. */
function rewritten(archive: Archive, written: (text: string) => string): Archive {
  return {
    ...archive,
    names: archive.names,
    has: (name) => archive.has(name),
    read(name) {
      const part = archive.read(name);
      if (!part || !name.endsWith(".xml")) return part;
      const encoding = encodingOf(part);
      const text = new TextDecoder(encoding).decode(part);
      // What declares another encoding is left alone: it would have to be written in it again.
      return encoding === "utf-8" ? new TextEncoder().encode(written(text)) : part;
    },
  };
}

function relationships(archive: Archive, part: string): Relationship[] {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash + 1);
  const bytes = archive.read(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const found: Relationship[] = [];
  if (!bytes) return found;
  parseXml(bytes, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const external = attribute(attributes, "TargetMode") === "External";
      const target = attribute(attributes, "Target") ?? "";
      found.push({
        id: attribute(attributes, "Id") ?? "",
        type: (attribute(attributes, "Type") ?? "").replace(/^.*\//, ""),
        target: external ? target : resolve(folder, target),
        external,
      });
    },
    close() {},
  });
  return found;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
