import { keyText } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import { boundLast } from "../../places.ts";
import type { Reading, Turn } from "../../state.ts";
import { namesBefore } from "./named.ts";
import { rowFrom, tellInTurn } from "./row.ts";
import { amountsBefore } from "./told-before.ts";

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
