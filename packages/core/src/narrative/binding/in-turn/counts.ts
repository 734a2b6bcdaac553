import { conceptOf } from "../../../facts/concepts.ts";
import { type ConceptKey, keyText } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import { tokensIn } from "../../places.ts";
import type { Reading } from "../../state.ts";
import { resolve } from "../../subject-key.ts";
import { countOf } from "../../twins.ts";
import { rowFrom, tellInTurn } from "./row.ts";

const REACH = 80;

/** 公务用车保有量、购置数分别为4辆和0辆: a count of a row that 分别为 opens, one for each of those named before it. */
export function countInTurn(r: Reading, number: NumberToken): ConceptKey | undefined {
  const { text } = r.view;
  const said = /(?:分别|依次)(?:为|是)$/.exec(text.slice(Math.max(0, number.start - 3), number.start))?.[0];
  if (said === undefined || r.section === undefined) return undefined;
  const row = rowFrom(r, number);
  const keys = row.length < 2 ? [] : countsBefore(r, number.start - said.length);
  return keys.length > 0 && keys.length === row.length ? tellInTurn(r, row, keys) : undefined;
}

/** What is counted of which the words before a place name one after the other: 因公出国（境）团组数、人次. */
export function countsBefore(r: Reading, at: number): readonly ConceptKey[] {
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
  // 公务用车保有量、购置量
  const [, ofVehicles] =
    (before?.concept.startsWith("vehicles-") === true && /^(购置|保有)(?:量|数)?$/.exec(words)) || [];
  if (token?.type !== "subject" && ofVehicles !== undefined)
    return { concept: ofVehicles === "购置" ? "vehicles-bought" : "vehicles-held", dimensions: {} };
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
