import { conceptOf } from "../../facts/concepts.ts";
import { type ConceptKey, keyText } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import { tokensIn } from "../places.ts";
import type { Reading, Told } from "../state.ts";
import { resolve } from "../subjects.ts";
import { countOf } from "../twins.ts";
import { namedAtStages, stagesNamed } from "./listed.ts";
import { namesBefore, told } from "./named.ts";

// 上级补助收入、事业收入、经营收入均为0万元; 国内公务接待批次、人次均为0: one number told of all that the words name, and not of the last alone.

const OF_ALL = /(?:(?:均|都|全部)(?:为|是)?|同样?(?:为|是))$/;
const REACH = 80;

/** What the number is told of where that is more than one quantity, the one named last first. */
export function allNamed(r: Reading, number: NumberToken): readonly Told[] {
  if (r.inReason || r.inUse || r.section === undefined) return [];
  const said = OF_ALL.exec(r.view.text.slice(Math.max(0, number.start - 4), number.start))?.[0];
  if (said === undefined) return [];
  const at = number.start - said.length;
  const isOfCounts = number.unit === "count";
  const named = number.classifier === undefined ? namesBefore(r, at) : undefined;
  const keys =
    named?.keys.map((key) => told(key, { budget: named.budget })) ??
    (number.classifier === undefined ? namedAtStages(r, at) : undefined) ??
    stagesNamed(r, number, at) ??
    (isOfCounts ? countsBefore(r, at) : []);
  return keys.toReversed();
}

const ROW = /^\d+(?:[一-龥]{1,2}|台（套）)(?:[、，和及]\d+(?:[一-龥]{1,2}|台（套）))+/;

/** 公务用车保有量、购置数分别为4辆和0辆: a count of a row that 分别为 opens, one for each of those named before it. */
export function countInTurn(r: Reading, number: NumberToken): ConceptKey | undefined {
  const { text } = r.view;
  if (r.counted !== undefined && /^[、，和及]$/.test(text.slice(r.lastNumberEnd, number.start)))
    return r.counted.shift();
  r.counted = undefined;
  const said = /分别(?:为|是)$/.exec(text.slice(Math.max(0, number.start - 3), number.start))?.[0];
  const row = said && ROW.exec(text.slice(number.start, number.start + REACH))?.[0];
  if (!row || r.section === undefined) return undefined;
  const keys = countsBefore(r, number.start - said.length);
  if (keys.length !== row.split(/[、，和及](?=\d)/).length) return undefined;
  r.counted = [...keys];
  return r.counted.shift();
}

/** What is counted of which the words before a place name one after the other: 因公出国（境）团组数、人次. */
function countsBefore(r: Reading, at: number): readonly ConceptKey[] {
  const { text } = r.view;
  const run = /[^，。；：\n]*$/.exec(text.slice(Math.max(0, at - REACH), at))![0];
  let from = at - run.length;
  const keys: ConceptKey[] = [];
  for (const chunk of run.split(/(?<=[、和与及])/)) {
    const to = from + chunk.replace(/[、和与及]$/, "").length;
    const key = countedIn(r, from, to, keys.at(-1));
    if (!key) return [];
    keys.push(key);
    from += chunk.length;
  }
  const different = new Set(keys.map(({ concept, dimensions }) => keyText(concept, dimensions)));
  return keys.length > 1 && different.size === keys.length ? keys : [];
}

const COUNTED = /(批次|人次|团组|人数|辆数|批数)数?$/;
const CLASSIFIERS: Readonly<Record<string, string>> = { 团组: "个", 人数: "人", 辆数: "辆", 批数: "批" };

function countedIn(r: Reading, from: number, to: number, before: ConceptKey | undefined): ConceptKey | undefined {
  const words = r.view.text.slice(from, to);
  const token = tokensIn(r, from, to).findLast(
    (candidate) => candidate.type === "subject" && candidate.start >= from && candidate.end <= to,
  );
  const [, counted] = COUNTED.exec(words) ?? [];
  if (token?.type !== "subject")
    return before && counted !== undefined && /^(?:批次|人次|人数)数?$/.test(words)
      ? (guestsOf(before, counted) ?? countOf(before, CLASSIFIERS[counted] ?? counted))
      : undefined;
  const key = resolve(r, token.phrase, false, token.start);
  const rest = words.slice(token.end - from);
  if (conceptOf(key.concept)?.kind === "count" && /^(?:数量?|量)?$/.test(rest)) return key;
  return counted !== undefined && COUNTED.exec(rest)?.[0] === rest
    ? countOf(key, CLASSIFIERS[counted] ?? counted)
    : undefined;
}

/** 国内公务接待批次、人次: of the same guests. */
function guestsOf({ concept, dimensions }: ConceptKey, counted: string): ConceptKey | undefined {
  return concept === "reception-batches" && counted.startsWith("人")
    ? { concept: "reception-persons", dimensions }
    : undefined;
}
