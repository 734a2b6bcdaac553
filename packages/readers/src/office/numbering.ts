import { chineseNumber } from "@juesuan/core";
import { attribute, parseXml } from "./xml.ts";

interface Level {
  readonly format: string;
  /** %1、 （%1） %1.%2 */
  readonly text: string;
  readonly start: number;
}

/** The numbers that Word generates before paragraphs: one counter for each list and level. */
export class Numbering {
  private readonly lists = new Map<string, Map<number, Level>>();
  private readonly abstractOf = new Map<string, string>();
  private readonly counters = new Map<string, number[]>();

  constructor(bytes: Uint8Array | undefined) {
    if (bytes) this.read(bytes);
  }

  /** The next number of a list at a level, as printed; undefined for bullets and lists without numbers. */
  next(list: string, level: number): string | undefined {
    const abstract = this.abstractOf.get(list);
    const levels = abstract === undefined ? undefined : this.lists.get(abstract);
    const own = levels?.get(level);
    if (abstract === undefined || !levels || !own) return undefined;
    const counts = this.counters.get(abstract) ?? [];
    this.counters.set(abstract, counts);
    for (let above = 0; above < level; above++) counts[above] ??= levels.get(above)?.start ?? 1;
    counts[level] = counts[level] === undefined ? own.start : counts[level] + 1;
    counts.length = level + 1;
    if (own.format === "bullet" || own.format === "none" || own.text === "") return undefined;
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return numeral(counts[at] ?? 1, (levels.get(at) ?? own).format);
    });
  }

  private read(bytes: Uint8Array): void {
    let abstract: string | undefined;
    let list: string | undefined;
    let level: number | undefined;
    let format = "decimal";
    let text = "";
    let start = 1;
    parseXml(bytes, {
      open: (name, attributes) => {
        const value = attribute(attributes, "val") ?? "";
        if (name === "abstractNum") {
          abstract = attribute(attributes, "abstractNumId") ?? "";
          this.lists.set(abstract, new Map());
        } else if (name === "num") list = attribute(attributes, "numId") ?? "";
        else if (name === "abstractNumId" && list !== undefined) this.abstractOf.set(list, value);
        else if (name === "lvl") {
          level = Number(attribute(attributes, "ilvl") ?? 0);
          format = "decimal";
          text = "";
          start = 1;
        } else if (level !== undefined && name === "numFmt") format = value;
        else if (level !== undefined && name === "lvlText") text = value;
        else if (level !== undefined && name === "start") start = Number(value) || 0;
      },
      close: (name) => {
        if (name === "lvl" && abstract !== undefined && level !== undefined) {
          this.lists.get(abstract)?.set(level, { format, text, start });
          level = undefined;
        } else if (name === "abstractNum") abstract = undefined;
        else if (name === "num") list = undefined;
      },
    });
  }
}

function numeral(value: number, format: string): string {
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "chineseLegalSimplified":
    case "japaneseCounting":
    case "ideographDigital":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
      return chineseNumber(value);
    case "upperLetter":
      return String.fromCharCode(64 + (((value - 1) % 26) + 1));
    case "lowerLetter":
      return String.fromCharCode(96 + (((value - 1) % 26) + 1));
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    default:
      return String(value);
  }
}

function roman(value: number): string {
  const steps = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ] as const;
  let rest = Math.min(value, 3999);
  let text = "";
  for (const [step, letters] of steps) {
    while (rest >= step) {
      text += letters;
      rest -= step;
    }
  }
  return text;
}
