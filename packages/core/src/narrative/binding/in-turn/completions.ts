import { keyText } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import { boundLast, sentenceBefore } from "../../places.ts";
import type { Reading, Turn } from "../../state.ts";
import { between } from "../measures.ts";
import { namesBefore } from "./named.ts";
import { rowFrom, tellInTurn } from "./row.ts";
import { amountsBefore } from "./told-before.ts";

const OF_OTHER = /^、(年初|调整后?|全年)预算(?:数)?的?$/;

/** 完成年初预算的113.93%、调整预算的97.94%: the same of another budget. */
export function completionOfOther(r: Reading, number: NumberToken): Turn | undefined {
  const { lastBound } = r;
  const [, words] = OF_OTHER.exec(between(r, number)) ?? [];
  if (words === undefined || lastBound?.dimensions.measure !== "completion") return undefined;
  r.cue = undefined;
  const stage = words === "年初" ? "original-budget" : "adjusted-budget";
  return { concept: lastBound.concept, dimensions: { ...lastBound.dimensions, stage } };
}

const OPENS = /(?:分别|依次)[^，。；\d]{0,16}$/;
const NEAR = 24;

/** 决算分别为42万元、6万元，分别完成预算的84%、60%: how much of its budget each of several was. */
export function completionInTurn(r: Reading, number: NumberToken): Turn | undefined {
  const { cue, view } = r;
  if (cue?.kind !== "completion") return undefined;
  const from = Math.max(0, number.start - NEAR);
  const opens = OPENS.exec(view.text.slice(from, number.start));
  const row = opens ? rowFrom(r, number) : [];
  if (!opens || row.length < 2) return undefined;
  const named = namesBefore(r, from + opens.index)?.keys ?? r.named ?? amountsBefore(r, row.length);
  if (named?.length !== row.length) return undefined;
  r.completion = undefined;
  return tellInTurn(
    r,
    row,
    named.map(({ concept, dimensions }) => {
      const own = keyText(concept, dimensions);
      // 年初预算分别为…，完成预算的…: the budget that was told of it.
      const planned = boundLast(r).findLast(
        ({ concept: other, dimensions: { stage, measure, ...rest } }) =>
          stage !== undefined && measure === undefined && keyText(other, rest) === own,
      )?.dimensions.stage;
      const stage = cue.stage === "budget" ? (planned ?? cue.stage) : cue.stage;
      return { concept, dimensions: { ...dimensions, stage, measure: "completion" } };
    }),
  );
}

const OF_BUDGETS = /分别(?:完成|达到|占)(?:了)?(?:年初预算数?[和、与](?:调整后?|全年)预算数?|预算)?的?$/;

/** 年初预算10万元，调整预算9万元，支出决算8.5万元，分别完成85%和94.44%: of each budget that the sentence has told of the same thing, in their order. */
export function budgetsInTurn(r: Reading, number: NumberToken): Turn | undefined {
  if (!OF_BUDGETS.test(r.view.text.slice(Math.max(0, number.start - 20), number.start))) return undefined;
  const row = rowFrom(r, number);
  const from = r.view.offsets[number.start - sentenceBefore(r, number.start).length] ?? 0;
  const planned = boundLast(r).filter(
    ({ dimensions: { stage, measure, label }, source }) =>
      source.start >= from && stage !== undefined && (measure ?? label) === undefined,
  );
  const of = new Set(planned.map(({ concept, dimensions: { stage: _stage, ...own } }) => keyText(concept, own)));
  if (row.length < 2 || planned.length !== row.length || of.size > 1) return undefined;
  return tellInTurn(
    r,
    row,
    planned.map(({ concept, dimensions }) => ({ concept, dimensions: { ...dimensions, measure: "completion" } })),
  );
}
