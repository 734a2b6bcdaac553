import type { ConceptKey } from "../facts/key.ts";
import { boundLast } from "./places.ts";
import type { Reading } from "./state.ts";

/**
 * 与上年相比，财政拨款收入增加23万元，支出增加15万元: 支出 alone is of the year's own, as the receipts told before it were, and not of the total.
 * `end` is where the word ends.
 */
export function besideReceipts(r: Reading, key: ConceptKey, end: number): ConceptKey {
  if (
    key.concept !== "total-disbursements" ||
    !/[^总本]支出(?:各)?(?:增|减|下降)/.test(r.view.text.slice(end - 3, end + 3))
  )
    return key;
  const last = boundLast(r).findLast(
    ({ id, dimensions: { measure } }) => (measure === "change" || measure === "growth") && !r.reasoned.has(id),
  );
  if (last?.concept !== "revenue") return key;
  const { fund, measure: _, stage: __, ...rest } = last.dimensions;
  return Object.keys(rest).length > 0
    ? key
    : { concept: "expenditure", dimensions: fund === undefined ? {} : { fund } };
}
