import { type ConceptKey, keyText } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import { ANNEX_LIKE, type Reading, type Turn } from "../../state.ts";
import { withMeasure } from "../measures.ts";
import { flowPair, totalsTold } from "./flows.ts";
import { COMPARED, namesBefore } from "./named.ts";
import { type Place, rowFrom, tellInTurn } from "./row.ts";
import { amountsBefore, changesBefore, goesOnInTurn, ofItemsTold, pairBefore } from "./told-before.ts";

type Measure = "change" | "growth";

const WORD = "(?:增加|减少|增长|下降|降低|上升|提高|压减)了?";
/** 分别比上年减少0.5万元、3万元、1万元; 各减少A万元、B万元: what opens the row. 与上年相比分别持平和减少1万元: it may begin with what did not change. */
const OPENS = /(?:(?<turn>分别|依次|均|都)|各)[^，。；\d]{0,6}(?:(?:19|20)\d{2}年度?)?[^，。；\d]{0,10}$/;
const UNCHANGED = new RegExp(`(?:(?:基本)?持平[、和及与])+${WORD}$`);
const NEAR = 28;
/** The same with a mark between, of what the sentence has told: 分别与上年相比，减少…. */
const OPENS_FAR = /(?:分别|依次)[^。；\d]*(?:(?:19|20)\d{2}年度?)?[^。；\d]*$/;
const FAR = 200;

/** By how much, or at which rate, each of several changed; undefined where the number opens no such row. */
export function changeInTurn(r: Reading, number: NumberToken, measure: Measure): Turn | undefined {
  const { cue, view } = r;
  if (cue?.kind !== "direction" || cue.direction === undefined) return undefined;
  let { direction } = cue;
  const before = UNCHANGED.exec(view.text.slice(Math.max(0, number.start - NEAR), number.start))?.[0] ?? "";
  const unchanged = [...before.matchAll(/持平/g)].map(() => ({ word: "" }));
  const row = [...unchanged, ...rowFrom(r, number, { changes: true })];
  const keys = row.length < 2 ? undefined : whoseChanges(r, number, row.length, measure);
  if (!keys) return undefined;
  r.named = keys;
  const told = row.map(({ word }, index) => {
    if (word !== "") direction = /[增升提]/.test(word) ? "increase" : "decrease";
    return withMeasure(r, keys[index]!, measure, direction);
  });
  sayWay(r, row, told);
  return tellInTurn(r, row, told);
}

/** 分别减少0.5万元、增加1万元和持平: which way what the comparison is of went, that the first of the words told. */
function sayWay({ comparison }: Reading, row: readonly Place[], told: readonly Turn[]): void {
  if (!comparison) return;
  const { concept, dimensions } = comparison.subject;
  const own = keyText(concept, dimensions);
  const index = told.findIndex(
    ({ concept: other, dimensions: { measure: _measure, stage: _stage, ...rest } }) => keyText(other, rest) === own,
  );
  const place = row[index];
  if (!place) return;
  const way = place.number === undefined ? "unchanged" : told[index]!.direction;
  if (way === undefined || way === comparison.direction) return;
  comparison.direction = way;
  comparison.word = way === "unchanged" ? "持平" : way === "increase" ? "增加" : "减少";
}

function whoseChanges(
  r: Reading,
  number: NumberToken,
  count: number,
  measure: Measure,
): readonly ConceptKey[] | undefined {
  const { text } = r.view;
  const far = OPENS_FAR.test(text.slice(Math.max(r.lastNumberEnd, number.start - FAR), number.start));
  if (far && r.named?.length === count) return r.named;
  const from = Math.max(0, number.start - NEAR);
  const opens = OPENS.exec(text.slice(from, number.start));
  const at = opens ? from + opens.index : undefined;
  const named = opens && opens.groups!["turn"] === undefined ? undefined : namedBefore(r, number, at);
  if (named?.length === count) return named;
  const told = far
    ? ((measure === "growth" ? changesBefore(r, number, count) : undefined) ??
      (at === undefined ? undefined : ofItemsTold(r, at, count)) ??
      amountsBefore(r, count))
    : undefined;
  if (told) return told;
  if (!opens || count !== 2) return goesOnInTurn(r, number, count);
  const pair = flowPair(r, number) ?? goesOnInTurn(r, number, count) ?? pairBefore(r);
  if (pair) return pair;
  const totals = totalsTold(r);
  // What goes on is told of the totals as well: 增幅均为7.48%.
  if (totals) [r.subject] = totals;
  return totals;
}

/** 公务用车购置费和运行费分别下降10%和9.16%; 基本支出和项目支出比上年增加60万元和80万元, which nothing but the names opens. */
function namedBefore(r: Reading, number: NumberToken, at: number | undefined): readonly ConceptKey[] | undefined {
  if (at !== undefined) return namesBefore(r, at, COMPARED)?.keys;
  const word = OWN_WORD.exec(r.view.text.slice(Math.max(0, number.start - 4), number.start))?.[0];
  return word === undefined ? undefined : namesBefore(r, number.start - word.length, COMPARED)?.keys;
}

const OWN_WORD = new RegExp(`${WORD}$`);

/** 分别增加0万元和0.5万元, of which nobody knows whose they are: none of them is of what was spoken of last. */
export function isRowOfUnknownChanges(r: Reading, number: NumberToken): boolean {
  const { section, subject, view } = r;
  if (section === undefined || ANNEX_LIKE.has(section) || subject?.concept.startsWith("total-")) return false;
  const before = view.text.slice(Math.max(0, number.start - NEAR_ROW), number.start);
  const [, opened] = IN_ROW.exec(before) ?? [];
  if (opened !== undefined) return opened !== "" || rowFrom(r, number, { changes: true }).length > 1;
  // 下降6.25%、16.67%: no one thing has two rates.
  const [, closely] = RATES.exec(before) ?? [];
  return (
    closely !== undefined &&
    number.unit === "percent" &&
    (closely !== "" || rowFrom(r, number, { closely: true }).length > 1)
  );
}

const RATES = /(?:增加|减少|增长|下降|降低|上升|压减|节约)了?((?:[\d.]+%[、和及])*)$/;

const NEAR_ROW = 120;
const IN_ROW =
  /(?:分别|依次)[^，。；\d]{0,12}?(?:增加|减少|增长|下降|降低|上升|压减|节约)了?((?:[\d.,]+(?:[万亿]?元|%)[、和及](?:增加|减少|增长|下降|降低|上升|压减|节约)?了?)*)$/;
