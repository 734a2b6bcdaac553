import type { Compact } from "./compact.ts";

// 三百二十万元, 百分之十二点五, 下降两成: amounts and rates written in words are read as the figures that they are.

const DIGITS = "零〇一二两三四五六七八九";
const WEIGHTS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const WORDS = new RegExp(
  `(?<percent>百分之)(?<rate>[${DIGITS}十百]{1,6}(?:点[${DIGITS}]{1,4})?)(?![${DIGITS}十百千万点])` +
    `|(?<![\\d.第数几${DIGITS}十百千万亿点])(?<amount>[一二两三四五六七八九十][${DIGITS}十百千]{0,8}(?:点[${DIGITS}]{1,4})?)(?=(?:余|多)?[万亿]元)` +
    `|(?<=(?:增长|增加|上升|提高|下降|减少|降低|压减|压缩)(?:了|近|约|逾|超)?)(?<tenths>[一二两三四五六七八九])成(?<half>[半一二三四五六七八九]?)(?![${DIGITS}立为员本果功效])`,
  "g",
);

/** 三千二百零五 is 3205, 二〇五 is 205; undefined for what is no number. */
export function valueOfWords(words: string): string | undefined {
  const [whole, fraction] = words.split("点");
  let value = 0;
  let digit: number | undefined;
  let least = Infinity;
  if (!/[十百千]/.test(whole!)) value = Number([...whole!].map(digitOf).join(""));
  else
    for (const word of whole!) {
      const weight = WEIGHTS[word];
      if (weight === undefined) {
        digit = digitOf(word);
        continue;
      }
      if (weight >= least) return undefined;
      least = weight;
      value += (digit ?? 1) * weight;
      digit = undefined;
    }
  // 三百五 is 350 as people speak, and nobody prints it so.
  if (digit !== undefined) value += digit;
  return fraction === undefined ? String(value) : `${value}.${[...fraction].map(digitOf).join("")}`;
}

function digitOf(word: string): number {
  const at = DIGITS.indexOf(word);
  // 〇 is zero as well, 两 is two as well.
  return at < 2 ? 0 : at < 4 ? at - 1 : at === 4 ? 2 : at - 2;
}

/** The same view with figures for words; each figure leads back to the words that it stands for. */
export function withWrittenAmounts(view: Compact): Compact {
  const { text, offsets } = view;
  const pieces: string[] = [];
  const places: number[] = [];
  let at = 0;
  const keep = (to: number): void => {
    pieces.push(text.slice(at, to));
    for (let index = at; index < to; index++) places.push(offsets[index]!);
    at = to;
  };
  for (const { 0: whole, index, groups } of text.matchAll(WORDS)) {
    const { percent, rate, amount, tenths, half } = groups!;
    const words = rate ?? amount ?? tenths!;
    const value =
      tenths === undefined ? valueOfWords(words) : `${digitOf(tenths)}${half === "半" ? 5 : half ? digitOf(half) : 0}`;
    if (value === undefined) continue;
    const start = index + (percent?.length ?? 0);
    const end = start + (tenths === undefined ? words.length : whole.length);
    keep(index);
    // Two characters at least, so that the first and the last lead to where the words begin and end.
    const digits = value.length < 2 ? `0${value}` : value;
    const figure = `${digits}${amount === undefined ? "%" : ""}`;
    pieces.push(figure);
    for (let place = 0; place < figure.length; place++)
      places.push(offsets[place === 0 ? start : place >= digits.length - 1 ? end - 1 : start]!);
    at = index + whole.length;
  }
  if (pieces.length === 0) return view;
  keep(text.length);
  return { text: pieces.join(""), offsets: places };
}
