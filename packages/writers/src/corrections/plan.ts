import {
  unitName,
  type Culprit,
  type Disclosure,
  type DocumentReport,
  type Finding,
  type ReadDocument,
} from "@juesuan/core";

/** What one file gave when it was read and checked. */
export interface Examined {
  readonly report: DocumentReport;
  readonly document: ReadDocument;
  readonly disclosure: Disclosure;
}

/** Text of the document to be replaced; an empty cell is filled where `start` and `end` are one. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What becomes of one finding: changes that cure it, or none, and the place that its comment hangs on. */
export interface Correction {
  readonly finding: Finding;
  readonly changes: readonly Change[];
  /** Absent where the finding names no place, such as for a table that is missing. */
  readonly place?: { readonly start: number; readonly end: number };
  /** Where one of several is wrong and nothing says which: the others, each of which is told of as well. */
  readonly others: readonly Culprit[];
}

/**
 * What to do about the errors and warnings of a report. Only what the rest of the document settles is changed: one set of
 * culprits, each with what should be printed. Everything else is left to people, with a comment.
 *
 * @param held fingerprints of findings that are to be left to people, whatever the report suggests
 */
export function planCorrections(
  { report, document }: Pick<Examined, "report" | "document">,
  held: ReadonlySet<string> = new Set(),
): Correction[] {
  const taken: Change[] = [];
  return report.findings
    .filter(({ severity, acknowledged }) => !acknowledged && (severity === "error" || severity === "warning"))
    .map((finding) => {
      const wanted = held.has(finding.fingerprint) ? [] : changesOf(finding, document.text);
      const changes = wanted.some((change) => taken.some((other) => collides(change, other))) ? [] : wanted;
      taken.push(...changes);
      const place = changes[0] ?? finding.culprits[0]?.source ?? finding.sources[0];
      const others = changes.length > 0 ? [] : othersOf(finding);
      return { finding, changes, others, ...(place && { place: { start: place.start, end: place.end } }) };
    });
}

/** The candidates after the first, each place once. */
function othersOf({ culprits }: Finding): Culprit[] {
  const [first, ...rest] = culprits.filter(({ certainty }) => certainty === "one-of");
  const places = new Set([first?.source.start]);
  return rest.filter(({ source }) => !places.has(source.start) && places.add(source.start)).slice(0, MOST_OTHERS);
}

/** Of more candidates than these nobody learns anything. */
const MOST_OTHERS = 4;

/** Two findings may want the same; two different texts for one place are nothing that a machine decides. */
function collides(one: Change, other: Change): boolean {
  if (one.start === other.start && one.end === other.end) return one.text !== other.text;
  return one.start < other.end && other.start < one.end;
}

/** The changes that cure a finding; none where a single one of its culprits cannot be corrected by itself. */
function changesOf({ relation, culprits }: Finding, text: string): Change[] {
  if (culprits.length === 0 || culprits.some(({ certainty }) => certainty === "one-of")) return [];
  const changes = culprits.map((culprit) =>
    relation === LEFTOVER ? filledIn(culprit, text) : changesAt(culprit, text),
  );
  return changes.every((list) => list.length > 0) ? changes.flat() : [];
}

/** Notes of the blank form that were meant for whoever fills it in. */
const LEFTOVER = "wording.leftover";

/** （如持平作持平表述） goes; XX gets what the document says of it, and is left to people where it says nothing. */
function filledIn({ source: { start, end, text: printed }, expected }: Culprit, text: string): Change[] {
  if (expected !== undefined) return [{ start, end, text: separated({ start, end }, text, expected) }];
  return /^（[^（）]*）$/.test(printed) ? [{ start, end, text: "" }] : [];
}

function changesAt(culprit: Culprit, text: string): Change[] {
  const { source, expected, expectedUnit, expectedDirection, kind, figure } = culprit;
  const { start, end } = source;
  const printed = text.slice(start, end);
  switch (kind) {
    case "omission":
    case "table":
      return [];
    case "blank":
      return expected === undefined || printed.trim() !== ""
        ? []
        : [{ start, end: start, text: separated({ start, end }, text, expected) }];
    case "unit":
      return expectedUnit ? replaceLast(MONEY, { start, end }, text, unitName(expectedUnit).zh) : [];
    case "word":
      return turned({ start, end }, text);
    default:
  }
  if (figure === undefined) return expected === undefined ? [] : replaceWords({ start, end }, printed, expected);
  const changes: Change[] = [];
  if (expected !== undefined && !sameNumber(printed, expected))
    changes.push({ start, end, text: printedLike(printed, separated({ start, end }, text, expected)) });
  if (expectedUnit !== undefined) {
    const unit = MONEY_HERE.exec(text.slice(end, end + 8));
    if (!unit) return [];
    const at = end + unit[0].length - unit[1]!.length;
    changes.push({ start: at, end: at + unit[1]!.length, text: unitName(expectedUnit).zh });
  }
  if (expectedDirection !== undefined) {
    const from = Math.max(0, start - REACH);
    const sentence = /[^。；;\n]*$/.exec(text.slice(from, start))![0];
    const word = turned({ start: start - sentence.length, end: start }, text);
    if (word.length === 0) return [];
    changes.push(...word);
  }
  return changes;
}

const MONEY = /亿元|万元|元/g;
const MONEY_HERE = /^\s*(亿元|万元|元)/;

/** How far before its figure a direction word stands: 比2022年度增加（增长）1,234.50. */
const REACH = 30;

const OPPOSITES: readonly (readonly [string, string])[] = [
  ["增加", "减少"],
  ["增长", "下降"],
  ["上升", "下降"],
  ["提高", "降低"],
  ["大于", "小于"],
  ["高于", "低于"],
  ["多于", "少于"],
];
const OPPOSITE = new Map(OPPOSITES.flatMap(([up, down]) => [[down, up] as const, [up, down] as const]));
const DIRECTION = new RegExp([...OPPOSITE.keys()].join("|"), "g");

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The last direction word of a stretch, the other way round. */
function turned(span: Span, text: string): Change[] {
  const word = lastMatch(DIRECTION, span, text);
  const other = word && OPPOSITE.get(text.slice(word.start, word.end));
  return word && other !== undefined ? [{ ...word, text: other }] : [];
}

function replaceLast(pattern: RegExp, span: Span, text: string, by: string): Change[] {
  const found = lastMatch(pattern, span, text);
  return found && text.slice(found.start, found.end) !== by ? [{ ...found, text: by }] : [];
}

function lastMatch(pattern: RegExp, { start, end }: Span, text: string): Span | undefined {
  const found = [...text.slice(start, end).matchAll(pattern)].at(-1);
  return found && { start: start + found.index, end: start + found.index + found[0].length };
}

const NUMBER = /[\d０-９]+(?:[,，][\d０-９]{3})*(?:[.．][\d０-９]+)?/g;

/** Words by words; a number stands for the only number in what is printed. */
function replaceWords({ start, end }: Span, printed: string, expected: string): Change[] {
  if (!/^[\d.]+$/.test(expected))
    return printed.trim() === "" || printed === expected ? [] : [{ start, end, text: expected }];
  const numbers = [...printed.matchAll(NUMBER)];
  const [number] = numbers;
  if (!number || numbers.length > 1 || number[0] === expected) return [];
  const at = start + number.index;
  return [{ start: at, end: at + number[0].length, text: printedLike(number[0], expected) }];
}

const plain = (number: string): string => number.normalize("NFKC").replaceAll(/[,\s]/g, "");

function sameNumber(printed: string, expected: string): boolean {
  return plain(printed) === plain(expected);
}

/** With separators of thousands, full-width digits and a percent sign, where the wrong number has them. */
export function printedLike(printed: string, expected: string): string {
  let text = expected;
  if (/[,，]/.test(printed)) text = withSeparators(text);
  if (/[%％]$/.test(printed) && !/[%％]$/.test(text)) text += "%";
  if (/[０-９]/.test(printed))
    text = text.replaceAll(/[\d.,%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + FULL_WIDTH));
  return text;
}

/** How far around a number its neighbours show whether thousands are separated. */
const NEIGHBOURHOODS = [200, 1000, 5000];

/** Separates thousands as the numbers around do: 0.00 or a blank does not show how 7,788.07 is written here. */
function separated({ start, end }: Span, text: string, expected: string): string {
  if (!/^\d{4}/.test(expected)) return expected;
  // Tables and sentences of one document have habits of their own: the nearest numbers that show one decide.
  const habits = NEIGHBOURHOODS.map((reach) =>
    habitIn(`${text.slice(Math.max(0, start - reach), start)} ${text.slice(end, end + reach)}`),
  );
  const { apart, joined } = habits.find((habit) => habit.apart + habit.joined > 0) ?? { apart: 0, joined: 0 };
  return apart > joined && !/^\d{4,}/.test(text.slice(start, end)) ? withSeparators(expected) : expected;
}

/** How many numbers of four digits and more have their thousands apart, and how many have not. */
function habitIn(text: string): { readonly apart: number; readonly joined: number } {
  return {
    apart: text.match(/(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])/g)?.length ?? 0,
    // Money has decimals; years and codes have none.
    joined: text.match(/(?<![\d,.])\d{4,}\.\d/g)?.length ?? 0,
  };
}

function withSeparators(number: string): string {
  return number.replace(/^\d+/, (digits) => digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ","));
}

/** From a sign of ASCII to the same in full width. */
const FULL_WIDTH = 0xfee0;
