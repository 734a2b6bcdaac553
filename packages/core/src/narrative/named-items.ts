import type { ConceptKey } from "../facts/key.ts";
import type { SubjectPhrase } from "./lexicon/index.ts";
import { tokensIn } from "./places.ts";
import type { Reading } from "./state.ts";

const ITEM_OF_YEAR = /(?:费用?|经费)(?:(?:19|20)\d{2}(?:年度?)?的?)?$/;

/** 公务接待费2023年财政拨款支出决算数为3万元: the words say what paid for the item that they follow, and are no quantity of their own. */
export function saysWhoPaid(r: Reading, { concept, dimensions }: SubjectPhrase, start: number): boolean {
  if (concept !== "expenditure" || dimensions?.fund === undefined || dimensions.nature !== undefined) return false;
  if (!/^(?:three-public|operating-costs)$/.test(r.subject?.concept ?? "")) return false;
  return ITEM_OF_YEAR.test(r.view.text.slice(Math.max(0, start - 10), start));
}

const AMOUNT =
  /^的?(?:一般公共预算)?(?:财政拨款)?(?:[三两3]项)?(?:支出|经费|费用)?(?:(?:年初|全年|调整)?预算|决算)?(?:支出)?(?:数|额)?(?:[三两]项)?(?<together>合计|共计|总计|总额)?(?:为|共|是)?\d[\d.,]*[万亿]?元(?![、，和及]\d)/;

/**
 * 因公出国（境）费、公务用车购置及运行费和公务接待费支出合计15万元: of all that the words name one after the other, and not of the last of them. All
 * three are the “three public” expenses.
 */
export function itemsTogether(r: Reading, key: ConceptKey, start: number, end: number): ConceptKey | undefined {
  const { item, ...rest } = key.dimensions;
  if (key.concept !== "three-public" || item === undefined || Object.keys(rest).length > 0) return undefined;
  const items = new Set([item]);
  let from = start;
  for (const token of tokensIn(r, start - 80, start).toReversed()) {
    if (token.type !== "subject" || token.end > start) continue;
    const { concept, dimensions } = token.phrase;
    if (concept !== key.concept || dimensions?.item === undefined) break;
    if (!/^(?:[、和及与]|以及)$/.test(r.view.text.slice(token.end, from))) break;
    items.add(dimensions.item);
    from = token.start;
  }
  if (items.size < 2) return undefined;
  const { text } = r.view;
  const told = AMOUNT.exec(text.slice(end, end + 48));
  if (!told) return undefined;
  const hasVehicles = items.has("vehicles") || (items.has("vehicle-purchase") && items.has("vehicle-running"));
  if (hasVehicles && items.has("overseas") && items.has("receptions")) return { concept: key.concept, dimensions: {} };
  if (told.groups!["together"] === undefined && !/合计|共计|总计|总额/.test(text.slice(start, end))) return undefined;
  return hasVehicles && items.size === 2 && !items.has("vehicles")
    ? { concept: key.concept, dimensions: { item: "vehicles" } }
    : {
        concept: key.concept,
        dimensions: { label: text.slice(from, end).replace(/(?:支出)?(?:合计|共计|总计|总额)$/, "") },
      };
}
