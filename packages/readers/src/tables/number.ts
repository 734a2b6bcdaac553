import type { Unit } from "@juesuan/core";

/** What a cell of a table says. Offsets count from the start of the cell's text. */
export type CellContent =
  | { readonly kind: "empty" }
  | { readonly kind: "dash" }
  /** The place of a figure that is not given: 待填, XX, 涉密. It is neither a word nor nothing. */
  | { readonly kind: "withheld" }
  | PrintedNumber
  | { readonly kind: "words" };

export interface PrintedNumber {
  readonly kind: "number";
  /** The number as printed, from its sign to its last digit (or closing bracket). */
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly decimals: number;
  /** The unit that stands in the cell itself. */
  readonly unit?: Unit;
  readonly classifier?: string;
  readonly approximate?: boolean;
}

const DASH = /^(?:[-－—–―─−﹣~～]{1,6}|[/／\\]|无|……?|\.{3,})$/;

const WITHHELD = /^(?:待填|待补充?|[X×*]{1,8}|涉密|略)$/;

/** Marks of footnotes behind a number: * # ① ¹ 注1 [1]. */
const MARK = "(?:[*＊#※†]+|[①-⑳⓪]+|[¹²³⁰⁴-⁹]+|\\(?注\\d{0,2}\\)?|\\[\\d{1,2}\\])?";

const UNITS: readonly (readonly [pattern: string, unit: Unit])[] = [
  ["亿元", "hundred-million-yuan"],
  ["万元|万", "ten-thousand-yuan"],
  ["元", "yuan"],
  ["个?百分点", "percentage-point"],
  ["%", "percent"],
  ["分", "score"],
];

const CLASSIFIERS = "人次|人\\/次|批次|台\\(套\\)|台套|平方米|[个辆人批次台套项家名部宗件户起处]";

const NUMBER = new RegExp(
  `^(约|近)?[¥￥]?(\\()?([-+－−–—﹣△▲])?(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)(\\))?(余|多)?(?:(${UNITS.map(([pattern]) => pattern).join("|")})|(${CLASSIFIERS}))?${MARK}$`,
);

/**
 * Reads the text of a cell as one number: separators, full-width digits, spaces inside, brackets for less than zero, a
 * unit and the mark of a footnote behind it.
 *
 * @example readCell("（1 ,234.50）") // { kind: "number", value: "-1234.50", decimals: 2, start: 0, end: 11 }
 */
export function readCell(raw: string): CellContent {
  const { text, offsets } = squeeze(raw);
  if (text === "") return { kind: "empty" };
  if (DASH.test(text)) return { kind: "dash" };
  if (WITHHELD.test(text)) return { kind: "withheld" };
  const match = NUMBER.exec(text);
  if (!match) return { kind: "words" };
  const [, before, open, sign, digits = "", close, after, money, classifier] = match;
  if ((open === undefined) !== (close === undefined)) return { kind: "words" };
  const plain = digits.replaceAll(",", "").replace(/^\./, "0.");
  const point = plain.indexOf(".");
  const isNegative = open !== undefined || (sign !== undefined && sign !== "+");
  const from = (before ?? "").length + (/[¥￥]/.test(text[(before ?? "").length] ?? "") ? 1 : 0);
  const to = from + (open ?? "").length + (sign ?? "").length + digits.length + (close ?? "").length;
  const unit = UNITS.find(([pattern]) => money !== undefined && new RegExp(`^(?:${pattern})$`).test(money))?.[1];
  return {
    kind: "number",
    start: offsets[from]!,
    end: offsets[to - 1]! + 1,
    value: (isNegative && /[1-9]/.test(plain) ? "-" : "") + plain.replace(/^0+(?=\d)/, ""),
    decimals: point < 0 ? 0 : plain.length - point - 1,
    ...(unit === undefined ? {} : { unit }),
    ...(classifier === undefined ? {} : { classifier: classifier.replace("(", "（").replace(")", "）") }),
    ...(before !== undefined || after !== undefined ? { approximate: true } : {}),
  };
}

/** What text files leave of a web page's markup. */
const MARKUP = /^(?:<\/?[a-z][^<>]{0,50}>|&(?:nbsp|emsp|ensp);)/i;

/** Without white space and with one form of each digit and mark; footnote marks keep their own form. */
function squeeze(raw: string): { text: string; offsets: readonly number[] } {
  let text = "";
  const offsets: number[] = [];
  for (let index = 0; index < raw.length; index++) {
    const tag = MARKUP.exec(raw.slice(index, index + 60));
    if (tag) {
      index += tag[0].length - 1;
      continue;
    }
    const character = raw[index]!;
    if (/[\s\u200b-\u200d\ufeff\u00ad]/.test(character)) continue;
    const code = character.charCodeAt(0);
    text += code >= 0xff01 && code <= 0xff5e && code !== 0xff0d ? String.fromCharCode(code - 0xfee0) : character;
    offsets.push(index);
  }
  return { text, offsets };
}
