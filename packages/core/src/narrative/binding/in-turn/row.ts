import { measurableOf } from "../../../figure/interval.ts";
import type { NumberToken } from "../../numbers.ts";
import { tokensIn } from "../../places.ts";
import type { Reading, Turn } from "../../state.ts";

// Figures that stand in a row: 80万元、10万元和5万元. What they are of is found once, at the first of them, and kept for the others by where they
// stand; every rule on what is told in turn (分别) gives its row so.

/** One place of a row: its number, none where 持平 stands for it, and the word for its own way. */
export interface Place {
  readonly number?: NumberToken;
  readonly word: string;
}

const WORD = "增加|减少|增长|下降|降低|上升|提高|压减";
const GOES_ON = /^(?:[、，和及与]|以及)/;
/** 0万元、8万元和2万元: a row that nothing opens has no comma. */
const GOES_ON_CLOSELY = /^(?:[、和及与]|以及)/;
/** 40万元（增长8%）、减少3万元、持平 */
const GOES_ON_CHANGED = new RegExp(
  `^(?:（[^（）\\d]{0,4}\\d[\\d.,]*%）)?(?:[、，和及与]|以及)(?<word>(?:${WORD})?)了?(?<flat>(?:(?:基本|与上年)*持平|无变化|无增减))?`,
);
/** A row of more is no sentence that anybody reads. */
const LONGEST = 40;

/** The figures that stand in a row from a number on, each of the number's kind; with the words for the ways that they changed where those are told. */
export function rowFrom(r: Reading, first: NumberToken, { changes = false, closely = false } = {}): readonly Place[] {
  const { text } = r.view;
  const goesOn = changes ? GOES_ON_CHANGED : closely ? GOES_ON_CLOSELY : GOES_ON;
  const row: Place[] = [{ number: first, word: "" }];
  for (let at = first.unitEnd; row.length < LONGEST;) {
    const match = goesOn.exec(text.slice(at, at + 32));
    if (!match) return row;
    const { word = "", flat } = match.groups ?? {};
    const next = at + match[0].length;
    if (flat !== undefined) {
      row.push({ word });
      at = next;
      continue;
    }
    const token = tokensIn(r, next, next + 1).find(({ type, start }) => type === "number" && start === next);
    if (token?.type !== "number" || !isAlike(first, token.number)) return row;
    row.push({ number: token.number, word });
    at = token.number.unitEnd;
  }
  return row;
}

function isAlike(one: NumberToken, other: NumberToken): boolean {
  if (other.role !== "figure") return false;
  return one.unit === other.unit || (measurableOf(one.unit) === "money" && measurableOf(other.unit) === "money");
}

/** Keeps what the places of a row are of, and gives what its first number is. */
export function tellInTurn(r: Reading, row: readonly Place[], keys: readonly Turn[]): Turn {
  for (const [index, { number }] of row.entries()) if (number) r.turns.set(number.start, keys[index]!);
  r.cue = undefined;
  return keys[row.findIndex(({ number }) => number !== undefined)]!;
}

/** What a number is of as one of a row whose first number has said it. */
export function ofItsTurn(r: Reading, number: NumberToken): Turn | undefined {
  const key = r.turns.get(number.start);
  if (!key) return undefined;
  r.cue = undefined;
  r.whole = undefined;
  return key;
}
