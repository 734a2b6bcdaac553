import { readXml, withChild, type WordPackage } from "./package.ts";
import { escapeXml } from "./mark.ts";

/** Comments to be added to the main part of a Word file, in which they may already stand. */
export class Comments {
  readonly #file: WordPackage;
  readonly #main: string;
  readonly #part: string | undefined;
  readonly #known = new Set<string>();
  readonly #added: { readonly id: number; readonly paragraphs: readonly string[] }[] = [];
  #next = 0;

  constructor(file: WordPackage, main: string) {
    this.#file = file;
    this.#main = main;
    this.#part = file.relationshipsOf(main).find(({ type }) => type.endsWith("/comments"))?.target;
    const xml = this.#part === undefined ? undefined : file.text(this.#part);
    if (xml !== undefined) this.#readKnown(xml);
  }

  /** The id of a new comment; undefined where the file already has it from the same author. */
  add(paragraphs: readonly string[], author: string): number | undefined {
    const key = keyOf(author, paragraphs.join(""));
    if (this.#known.has(key)) return undefined;
    this.#known.add(key);
    const id = this.#next++;
    this.#added.push({ id, paragraphs });
    return id;
  }

  /** Writes them into the file's comments, or into new ones. */
  write(style: CommentStyle): void {
    if (this.#added.length === 0) return;
    const body = this.#added.map((comment) => elementOf(comment, style)).join("");
    const own = this.#part === undefined ? undefined : this.#file.text(this.#part);
    if (this.#part !== undefined && own !== undefined) {
      this.#file.write(this.#part, withChild(own, "comments", body));
      return;
    }
    const folder = this.#main.slice(0, this.#main.lastIndexOf("/") + 1);
    let name = `${folder}comments.xml`;
    for (let number = 1; this.#file.has(name); number++) name = `${folder}comments${number}.xml`;
    const { prefix, namespace } = style;
    this.#file.addRelated(
      this.#main,
      name,
      `${style.relationships}/comments`,
      "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${prefix}comments xmlns:${prefix.slice(0, -1)}="${namespace}">${body}</${prefix}comments>`,
    );
  }

  #readKnown(xml: string): void {
    let author = "";
    let text = "";
    readXml(xml, {
      open: (name, attributes) => {
        if (name !== "comment") return;
        const value = (key: string) => Object.entries(attributes).find(([own]) => own.endsWith(`:${key}`))?.[1];
        author = value("author") ?? "";
        text = "";
        this.#next = Math.max(this.#next, Number(value("id") ?? 0) + 1);
      },
      text: (part) => (text += part),
      close: (name) => {
        if (name === "comment") this.#known.add(keyOf(author, text));
      },
    });
  }
}

/** Declares its own namespace: the part that it joins may call it otherwise. */
function elementOf(
  { id, paragraphs }: { readonly id: number; readonly paragraphs: readonly string[] },
  { prefix, namespace, author, initials, date }: CommentStyle,
): string {
  const body = paragraphs
    .map(
      (text) =>
        `<${prefix}p><${prefix}r><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r></${prefix}p>`,
    )
    .join("");
  return `<${prefix}comment xmlns:${prefix.slice(0, -1)}="${namespace}" ${prefix}id="${id}" ${prefix}author="${escapeXml(author)}" ${prefix}date="${date}" ${prefix}initials="${escapeXml(initials)}">${body}</${prefix}comment>`;
}

export interface CommentStyle {
  /** Of the main namespace in the document's own words: `w:`. */
  readonly prefix: string;
  readonly namespace: string;
  /** What types of relationships begin with. */
  readonly relationships: string;
  readonly author: string;
  readonly initials: string;
  readonly date: string;
}

const keyOf = (author: string, text: string): string => `${author}\n${text.replaceAll(/\s/g, "")}`;
