/**
 * A view of a text in which the accidents of setting are gone: no white space, no markup, one form of each bracket,
 * digit and punctuation mark. Grammars run on it; `offsets` lead back to the printed characters.
 */
export interface Compact {
  readonly text: string;
  /** For each character of `text`, its offset in the source. */
  readonly offsets: readonly number[];
}

/** A stretch of the source; `hard` puts a paragraph boundary ("\n") before it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly hard: boolean;
}

const SAME: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  "﹙": "（",
  "﹚": "）",
  ":": "：",
  "︰": "：",
  ";": "；",
  "％": "%",
  "﹪": "%",
  "．": ".",
  "－": "-",
  "−": "-",
  "–": "-",
  "〔": "〔",
  "［": "〔",
  "[": "〔",
  "］": "〕",
  "]": "〕",
  "﹝": "〔",
  "﹞": "〕",
  "﹒": ".",
};

/** Quotation marks and emphasis carry no meaning for a grammar: “三公”经费 and 三公经费 are one phrase. */
const DROPPED = new Set([
  "“",
  "”",
  '"',
  "„",
  "‟",
  "＂",
  "「",
  "」",
  "『",
  "』",
  "*",
  "#",
  "\u200b",
  "\ufeff",
  "\u00ad",
]);

const TAG = /<\/?[a-zA-Z][^<>]{0,40}>/y;

/** How far back the rules about run-on lines and broken numbers look. */
const LOOK_BACK = 32;

/**
 * What stays as it is, which is nearly all of a text: taken run by run. A full-width comma behind a digit may part thousands,
 * and is looked at by itself. A run has an end, since a regular expression's stack has one.
 */
const PLAIN = /(?:[0-9]|[一-鿿、。；：（）！？%.《》A-Za-z/—]，*){1,4096}/y;

export function compact(source: string, stretches: readonly Stretch[]): Compact {
  // Pieces are joined once, at the end: a rule that looks at the text so far would copy all of it every time.
  const pieces: string[] = [];
  const offsets: number[] = [];
  for (const { start, end, hard } of stretches) {
    if (
      hard &&
      pieces.length > 0 &&
      pieces.at(-1) !== "\n" &&
      !runsOn(tailOf(pieces), source.slice(start, start + 12))
    ) {
      pieces.push("\n");
      offsets.push(start);
    }
    add(pieces, offsets, source, start, end);
  }
  return { text: withPoints(pieces.join("")), offsets };
}

const STOP_IN_NUMBER = /(?<=\d)。(?=\d{1,2}(?:[万亿]?元|%))/g;

/** 4944。55万元: a stop between the digits of one number is a point that was typed so. A line's own number ends in one. */
function withPoints(text: string): string {
  return text.replace(STOP_IN_NUMBER, (stop, at: number) =>
    /(?:[^\d.,\n])[\d,]*\d$/.test(text.slice(Math.max(0, at - LONGEST_NUMBER), at)) ? "." : stop,
  );
}

/** Up to the point, with a mark before it. */
const LONGEST_NUMBER = 20;

// Each loop has a function of its own: V8 compiles a long loop inside another alone, and leaves what it made when it ends.

/** Adds one stretch of the source. */
function add(pieces: string[], offsets: number[], source: string, start: number, end: number): void {
  for (let index = start; index < end;) {
    PLAIN.lastIndex = index;
    if (PLAIN.test(source)) {
      const stop = Math.min(PLAIN.lastIndex, end);
      pieces.push(source.slice(index, stop));
      addRange(offsets, index, stop);
      index = stop;
      continue;
    }
    const character = source[index]!;
    if (character === "<") {
      TAG.lastIndex = index;
      if (TAG.test(source) && TAG.lastIndex <= end) {
        index = TAG.lastIndex;
        continue;
      }
    }
    if (character.trim() === "") {
      const next = afterSpace(source, index + 1, end);
      if (
        endsInDigit(pieces.at(-1)) &&
        separates(tailOf(pieces), source.slice(index, next), source.slice(next, Math.min(end, next + 24)))
      ) {
        pieces.push(" ");
        offsets.push(index);
      }
      index = next;
      continue;
    }
    if (!DROPPED.has(character)) {
      pieces.push(normalise(character, source, index));
      offsets.push(index);
    }
    index++;
  }
}

function addRange(numbers: number[], from: number, to: number): void {
  for (let number = from; number < to; number++) numbers.push(number);
}

function afterSpace(source: string, from: number, end: number): number {
  let next = from;
  while (next < end && source[next]!.trim() === "") next++;
  return next;
}

function tailOf(pieces: readonly string[]): string {
  return pieces.slice(-LOOK_BACK).join("").slice(-LOOK_BACK);
}

/**
 * A paragraph that stops at a colon, a comma or in the middle of a statement runs on into the next one, unless that one
 * opens an entry of a list: pages and careless typing break sentences.
 */
function runsOn(before: string, next: string): boolean {
  // …部门决算 and 2024-09-25 below it are a title and a date.
  const follows = /^[\s　]*(?:为|的|数|(?!(?:19|20)\d{2}\s*[年/-])\d)/.test(next);
  if (
    !/[：，、为的占至和与及（]$/.test(before) &&
    !(follows && /(?:预算|决算|支出|收入|增加|减少|增长|下降)$/.test(before))
  )
    return false;
  return !/^[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)](?!\d)|第[一二三四五六七八九十]+部分|注[：:])/.test(
    next,
  );
}

/**
 * White space between two digits: 「3 037.9」 and a number broken at a line end are one number, 「603.14 201」 are two.
 * Everywhere else white space means nothing.
 */
function separates(before: string, space: string, after: string): boolean {
  const left = /[\d.,]*\d$/.exec(before)?.[0];
  const right = /^[\d０-９][\d０-９.,．]*/.exec(after)?.[0];
  if (left === undefined || right === undefined) return false;
  // A group of three after one to three digits continues a number set with thin spaces.
  if (!left.includes(".") && left.length <= 3 && !left.startsWith("0") && /^\d{3}[.．]\d{1,2}$/.test(right))
    return false;
  // 3 412件: three digits and what is counted, behind one to three in the middle of a sentence.
  if (
    /^[ \u00a0\u2009\u202f]$/.test(space) &&
    /[一-龥][1-9]\d{0,2}$/.test(before) &&
    /^\d{3}$/.test(right) &&
    /^\d{3}(?:件|人次|人|户|名|亩|平方米|台|套|册|次|批|万元)/.test(after)
  )
    return false;
  const unitFollows = /^\s*(?:万元|亿元|元|%|％)/.test(after.slice(right.length));
  return !(
    space.includes("\n") &&
    !/\n\s*\n/.test(space) &&
    unitFollows &&
    !(left.includes(".") && right.includes("."))
  );
}

function endsInDigit(piece: string | undefined): boolean {
  const last = piece?.at(-1);
  return last !== undefined && last >= "0" && last <= "9";
}

function normalise(character: string, source: string, index: number): string {
  const same = SAME[character];
  if (same !== undefined) return same;
  const code = character.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  if (character === "," || character === "，") {
    return isThousandsSeparator(source, index, character) ? "," : "，";
  }
  return character;
}

/** 1,234.56: a comma between a digit and exactly three digits. A full-width comma counts only before three digits and a point. */
function isThousandsSeparator(source: string, index: number, character: string): boolean {
  if (!/[\d０-９]/.test(source[index - 1] ?? "")) return false;
  // 8,3 at the end of a line and 42.36 at the beginning of the next are one number.
  const rest = source
    .slice(index + 1, index + 16)
    .replace(/(?<=^\s?[\d０-９]{1,2})[ \t]*\n[ \t]*(?=[\d０-９])/, "")
    .slice(0, 7);
  return character === "," ? /^\s?[\d０-９]{3}(?![\d０-９])/.test(rest) : isFullWidthGroup(source, index, rest);
}

/** ２，３４５．６７: full-width digits on both sides of a full-width comma, or a point after three digits. */
function isFullWidthGroup(source: string, index: number, rest: string): boolean {
  return (
    /^[\d０-９]{3}[.．][\d０-９]{2}/.test(rest) ||
    (/[０-９]/.test(source[index - 1] ?? "") && /^[０-９]{3}(?![０-９])/.test(rest))
  );
}

/** The whole of one text, without paragraph boundaries: for titles and labels. */
export function compactText(text: string): string {
  PLAIN.lastIndex = 0;
  if (PLAIN.test(text) && PLAIN.lastIndex === text.length) return text;
  return compact(text, [{ start: 0, end: text.length, hard: false }]).text;
}
