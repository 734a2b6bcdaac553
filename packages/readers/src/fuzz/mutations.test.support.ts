import { unzipSync, zipSync } from "fflate";

/** Seeded, so that a failure can be repeated from its number alone (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  }

  /** A whole number from 0 up to and without `bound`. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

type Mutation<T> = (whole: T, dice: Dice) => T;

function splice(bytes: Uint8Array, start: number, remove: number, insert: Uint8Array): Uint8Array {
  const changed = new Uint8Array(bytes.length - remove + insert.length);
  changed.set(bytes.subarray(0, start));
  changed.set(insert, start);
  changed.set(bytes.subarray(start + remove), start + insert.length);
  return changed;
}

/** Where a range may start and how long it may be. */
function range(length: number, dice: Dice, most = 4096): { start: number; size: number } {
  const start = dice.below(Math.max(1, length));
  return { start, size: Math.min(length - start, 1 + dice.below(1 << dice.below(Math.log2(most) + 1))) };
}

/** What any file may suffer, whatever it is. */
const ANY_BYTES: readonly Mutation<Uint8Array>[] = [
  (bytes, dice) => {
    const changed = bytes.slice();
    for (let flips = 1 + dice.below(16); flips > 0; flips--) {
      const at = dice.below(changed.length);
      changed[at] = changed[at]! ^ (1 << dice.below(8));
    }
    return changed;
  },
  (bytes, dice) => {
    const { start, size } = range(bytes.length, dice);
    return splice(bytes, start, size, new Uint8Array());
  },
  (bytes, dice) => {
    const { start, size } = range(bytes.length, dice);
    return splice(bytes, start, 0, bytes.slice(start, start + size));
  },
  (bytes, dice) => {
    const { start, size } = range(bytes.length, dice, 64);
    return splice(
      bytes,
      start,
      size,
      Uint8Array.from({ length: dice.below(64) }, () => dice.below(256)),
    );
  },
  (bytes, dice) => bytes.slice(0, dice.below(bytes.length)),
  (bytes, dice) => {
    const { start, size } = range(bytes.length, dice);
    return bytes.slice().fill(dice.pick([0, 0xff, 0x20, 0x28, 0x3c]), start, start + size);
  },
];

const HUGE = ["0", "-1", "2147483647", "4294967296", "99999999999999999999", "1e308", "-0.0000001", "NaN", "65535"];
const ODD = [
  "\u0000",
  "\uFEFF",
  "\u202E",
  "１，２３４．５６",
  "亿亿元",
  "％",
  "（（（（",
  "二〇二三",
  "-",
  "\t",
  "\r",
  "𠀀",
  "...",
  "&#x110000;",
];

/** What text suffers: figures out of range, lines that moved, brackets that never close. Used on markup as well. */
const TEXT: readonly Mutation<string>[] = [
  (text, dice) => {
    const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)];
    if (numbers.length === 0) return text;
    const { 0: found, index } = dice.pick(numbers);
    return text.slice(0, index) + dice.pick(HUGE) + text.slice(index + found.length);
  },
  (text, dice) => {
    const at = dice.below(text.length);
    return text.slice(0, at) + dice.pick(ODD) + text.slice(at);
  },
  (text, dice) => {
    const lines = text.split("\n");
    const from = dice.below(lines.length);
    const moved = lines.splice(from, 1 + dice.below(20));
    lines.splice(dice.below(lines.length + 1), 0, ...moved);
    return lines.join("\n");
  },
  (text, dice) => {
    const at = dice.below(text.length);
    const piece = text.slice(at, at + 1 + dice.below(40));
    return text.slice(0, at) + piece.repeat(1 + dice.below(1 << dice.below(12))) + text.slice(at);
  },
  (text, dice) => {
    const at = dice.below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + dice.below(30));
  },
  (text, dice) =>
    text.replaceAll(dice.pick(["\n", "。", "，", "万元", "：", " "]), dice.pick(["", "\n", " ", "、", "元"])),
];

/** What markup suffers beside: tags lost, doubled, nested without end, spans and counts out of range. */
const MARKUP: readonly Mutation<string>[] = [
  ...TEXT,
  (markup, dice) => {
    const tags = [...markup.matchAll(/<[^<>]{1,200}>/g)];
    if (tags.length === 0) return markup;
    const { 0: tag, index } = dice.pick(tags);
    const instead = dice.pick(["", tag + tag, tag.repeat(1 << dice.below(11)), tag.replace("<", "</"), tag.slice(1)]);
    return markup.slice(0, index) + instead + markup.slice(index + tag.length);
  },
  (markup, dice) => {
    const values = [...markup.matchAll(/="([^"<>]{0,40})"/g)];
    if (values.length === 0) return markup;
    const { 0: value, index } = dice.pick(values);
    return `${markup.slice(0, index)}="${dice.pick([...HUGE, ...ODD, "rId9999", "../../etc/passwd", "A1:XFD1048576"])}"${markup.slice(index + value.length)}`;
  },
  (markup, dice) => {
    const declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    return dice.below(4) === 0 ? declared + markup.replace(/>[^<>]{2,}</, ">&b;&b;<") : markup;
  },
];

const DECODER = new TextDecoder("utf-8");
const ENCODER = new TextEncoder();

/** Latin-1 both ways: the structure of a PDF is ASCII, whatever stands between. */
const toLatin = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
const fromLatin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);

const asText =
  (mutations: readonly Mutation<string>[]): Mutation<Uint8Array> =>
  (bytes, dice) =>
    ENCODER.encode(dice.pick(mutations)(DECODER.decode(bytes), dice));

/** One part of an archive changed and packed again, so that the change gets past the checksum. */
const inArchive: Mutation<Uint8Array> = (bytes, dice) => {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = dice.pick(names);
  const part = parts[name]!;
  if (dice.below(12) === 0) delete parts[name];
  else if (part.length > 0) parts[name] = new Uint8Array(asText(MARKUP)(part, dice));
  return zipSync(parts);
};

const inPdf: Mutation<Uint8Array> = (bytes, dice) => {
  const text = toLatin(bytes);
  const pieces = [...text.matchAll(/\/[A-Z]\w+|\b\d+ \d+ R\b|(?<=[\s[])-?\d+(?:\.\d+)?/g)];
  if (pieces.length === 0) return bytes;
  const { 0: piece, index } = dice.pick(pieces);
  // A reference that points at its own holder is how a PDF goes on for ever.
  const instead = piece.startsWith("/")
    ? dice.pick(pieces.filter(({ 0: other }) => other.startsWith("/")))[0]
    : dice.pick([...HUGE, ...Array.from({ length: 12 }, (_, number) => `${number} 0 R`)]);
  return fromLatin(text.slice(0, index) + instead + text.slice(index + piece.length));
};

/** The formats a mutation can know about; what is none of them only loses, doubles and changes bytes. */
export type SeedKind = "text" | "markup" | "archive" | "pdf" | "bytes";

const OF_KIND: Readonly<Record<SeedKind, readonly Mutation<Uint8Array>[]>> = {
  text: [asText(TEXT)],
  markup: [asText(MARKUP)],
  archive: [inArchive],
  pdf: [inPdf],
  bytes: [],
};

/** One to eight mutations of a file, the same for the same dice. */
export function mutated(bytes: Uint8Array, kind: SeedKind, dice: Dice): Uint8Array {
  let changed = bytes;
  for (let count = 1 + dice.below(1 << dice.below(4)); count > 0 && changed.length > 0; count--) {
    // Two in three keep the form of the file, or little would ever get past the front door.
    const own = OF_KIND[kind];
    const mutation = own.length > 0 && dice.below(3) > 0 ? dice.pick(own) : dice.pick(ANY_BYTES);
    try {
      changed = mutation(changed, dice);
    } catch {
      // An archive that an earlier mutation broke cannot be opened any more: it is tried as it is.
      return changed;
    }
  }
  return changed;
}
