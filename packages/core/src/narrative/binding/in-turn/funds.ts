import type { ConceptKey, Dimensions } from "../../../facts/key.ts";
import type { Reading } from "../../state.ts";
import { moneyOf } from "../../twins.ts";

// Budgets named one after the other that share the words behind the last: 政府性基金预算和国有资本经营预算财政拨款支出均为0万元.

const FUND = "(?:一般公共预算|公共财政预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)";
const NAMED = new RegExp(
  `(?<funds>(?:${FUND}(?:财政)?(?:拨款)?(?:[、和与及]|以及))+${FUND})(?:当年|本年)?(?:财政)?(?:拨款)?(?:当年|本年)?(?<flow>收入|支出)?(?:(?<budget>(?:年初|全年|调整后?)?预算)|决算)?(?:数|额|金额)?$`,
);
const OPENS: readonly (readonly [string, NonNullable<Dimensions["fund"]>])[] = [
  ["一", "general"],
  ["公", "general"],
  ["政", "government-fund"],
  ["国", "state-capital"],
];

/** The budgets that the words name up to a place, each of what they say came in or was spent, or of what is spoken of. */
export function fundsNamed(
  r: Reading,
  at: number,
): { keys: readonly ConceptKey[]; budget: string | undefined } | undefined {
  const { funds, flow, budget } = NAMED.exec(r.view.text.slice(Math.max(0, at - 80), at))?.groups ?? {};
  if (funds === undefined) return undefined;
  const spoken = r.subject && moneyOf(r.subject);
  const concept = flow === "收入" ? "revenue" : flow === "支出" ? "expenditure" : undefined;
  if (concept === undefined && (!spoken || !DIVIDED.test(spoken.concept))) return undefined;
  const { nature } = (concept === undefined ? spoken?.dimensions : undefined) ?? {};
  const keys = funds.split(/[、和与及]|以及/).flatMap((words) => {
    const fund = OPENS.find(([first]) => words.startsWith(first))?.[1];
    return fund === undefined
      ? []
      : [{ concept: concept ?? spoken!.concept, dimensions: { fund, ...(nature && { nature }) } }];
  });
  return new Set(keys.map(({ dimensions: { fund } }) => fund)).size === keys.length ? { keys, budget } : undefined;
}

/** What every budget has its own of. */
const DIVIDED = /^(?:total-receipts|total-disbursements|revenue|expenditure|opening-carry-over|closing-carry-over)$/;
