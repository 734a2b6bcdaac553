import type { ConceptKey } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import type { Reading } from "../../state.ts";
import { boundLast } from "../../places.ts";
import { between } from "../measures.ts";

// 公务接待: the visits and the guests of a year, of both kinds where a count is of both.

export const RECEPTIONS: ConceptKey = { concept: "three-public", dimensions: { item: "receptions" } };

/** …因公出国（境）费0万元。全年共接待来访186批次: guests, whatever was spoken of before. */
export function receives(r: Reading, number: NumberToken): boolean {
  return (
    /接待[^，。；]{0,8}$/.test(r.view.text.slice(Math.max(0, number.start - 12), number.start)) ||
    (r.lastBound?.concept === "reception-batches" && /^[、，]$/.test(r.view.text.slice(r.lastNumberEnd, number.start)))
  );
}

/** 外宾3批次、21人次；国内…接待16批次、128人次。全年共接待19批次、149人次: of both kinds, and not of the one told last. */
export function ofAllGuests(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  const { lastBound } = r;
  const isOfAll = { concept: key.concept, dimensions: { label: "全年合计" } };
  if (key.concept === "reception-persons" && lastBound?.concept === "reception-batches")
    return lastBound.dimensions.label === "全年合计" && /^[、，]$/.test(between(r, number)) ? isOfAll : undefined;
  if (key.concept !== "reception-batches") return undefined;
  if (!/全年(?:总?共计?|合计|累计)接待$/.test(r.view.text.slice(Math.max(0, number.start - 8), number.start)))
    return undefined;
  const told = boundLast(r).slice(-LATELY);
  const isTold = (foreign: boolean): boolean =>
    told.some(({ concept, dimensions }) => concept === key.concept && (dimensions.item === "foreign") === foreign);
  return isTold(true) && isTold(false) ? isOfAll : undefined;
}

/** As many figures back as the two kinds of receptions of one paragraph take. */
const LATELY = 8;
