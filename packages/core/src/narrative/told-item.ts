import type { ConceptKey } from "../facts/key.ts";
import { boundLast, sentenceBefore } from "./places.ts";
import type { Reading } from "./state.ts";

/** 本项中, 其中本项, 该科目支出中: points back at the account told last; 本项目 and 该项工作 speak of something else. */
const THIS_ITEM = /(?:本|该)(?:项|款|类|科目)(?!目|工作|任务|资金|经费|业务)(?:支出|决算)*[中内里]?[^。；\n]*$/;

/**
 * 高等职业教育（项）支出决算800万元，…。本项中基本支出600万元、项目支出200万元: the account that 本项 means, with its fund. `at` is where the name of
 * the nature starts.
 */
export function itemMeant(r: Reading, at: number): ConceptKey["dimensions"] | undefined {
  if (!THIS_ITEM.test(sentenceBefore(r, at))) return undefined;
  const from = r.view.offsets[r.view.text.lastIndexOf("\n", at - 1) + 1] ?? 0;
  const told = boundLast(r).findLast(
    ({ concept, dimensions: { functional }, source }) =>
      source.start >= from && concept === "expenditure" && functional !== undefined,
  );
  if (told === undefined) return undefined;
  const { fund, functional } = told.dimensions;
  return { ...(fund && { fund }), ...(functional !== undefined && { functional }) };
}
