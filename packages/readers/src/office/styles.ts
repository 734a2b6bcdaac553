import { attribute, parseXml } from "./xml.ts";

/** What a paragraph style says of its paragraphs. */
export interface ParagraphStyle {
  readonly level?: number;
  readonly contents?: boolean;
  readonly list?: string;
  readonly listLevel?: number;
}

interface Raw {
  name: string;
  base?: string;
  outline?: number;
  list?: string;
  listLevel?: number;
}

/** Paragraph styles by id, with what they take from the styles they are based on. */
export function readStyles(bytes: Uint8Array | undefined): (id: string) => ParagraphStyle {
  const styles = new Map<string, Raw>();
  let open: Raw | undefined;
  if (bytes) {
    parseXml(bytes, {
      open(name, attributes) {
        const value = attribute(attributes, "val") ?? "";
        if (name === "style" && attribute(attributes, "type") !== "character") {
          open = { name: "" };
          styles.set(attribute(attributes, "styleId") ?? "", open);
        } else if (open && name === "name") open.name = value;
        else if (open && name === "basedOn") open.base = value;
        else if (open && name === "outlineLvl") open.outline = Number(value);
        else if (open && name === "numId") open.list = value;
        else if (open && name === "ilvl") open.listLevel = Number(value);
      },
      close(name) {
        if (name === "style") open = undefined;
      },
    });
  }
  const resolve = (id: string, depth = 0): ParagraphStyle => {
    const own = styles.get(id);
    if (!own || depth > 20) return {};
    const base = own.base === undefined ? {} : resolve(own.base, depth + 1);
    const named = /^(?:heading|标题)\s*(\d)$/i.exec(own.name)?.[1];
    const outline = own.outline !== undefined && own.outline < 9 ? own.outline + 1 : undefined;
    const level = named === undefined ? outline : Number(named);
    return {
      ...base,
      ...(level === undefined ? {} : { level }),
      ...(/^(?:toc|目录)\s*\d$/i.test(own.name) ? { contents: true } : {}),
      ...(own.list === undefined ? {} : { list: own.list }),
      ...(own.listLevel === undefined ? {} : { listLevel: own.listLevel }),
    };
  };
  return resolve;
}
