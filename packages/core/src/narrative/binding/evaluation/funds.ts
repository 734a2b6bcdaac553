import type { Dimensions } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import { paragraphBefore } from "../../places.ts";
import type { Reading } from "../../state.ts";

// The fund whose projects were evaluated, where counts and amounts of several funds are told beside each other.

/** As far behind the evaluation of one fund as that of the next is told. */
const EVALUATIONS_REACH = 400;

/** 一般公共预算项目支出全面开展绩效自评 where the passage tells the self-evaluation of another fund too. */
function fundOfEvaluation(r: Reading, at: number): NonNullable<Dimensions["fund"]> | undefined {
  const told = paragraphBefore(r, at);
  if (
    !/一般公共预算项目支出(?:全面)?(?:开展|进行|实施)了?(?:绩效)?自评[^\n]*$/.test(told) ||
    /政府性基金|国有资本/.test(told)
  )
    return undefined;
  return /(?:政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?(?:\d+个)?项目(?:支出)?[^。\n]{0,20}自评/.test(
    r.view.text.slice(at, at + EVALUATIONS_REACH),
  )
    ? "general"
    : undefined;
}

/** 同步对1个政府性基金项目开展自评，涉及147.84万元: of the fund whose projects were counted right before. */
function fundCounted({ lastBound, lastNumberEnd, view }: Reading, { start }: NumberToken): Dimensions["fund"] {
  if (lastBound?.concept !== "performance-projects" || lastBound.dimensions.item !== "self-evaluation")
    return undefined;
  return /^[^。；\d]{0,40}涉及[^，。；\d]{0,8}$/.test(view.text.slice(lastNumberEnd, start))
    ? lastBound.dimensions.fund
    : undefined;
}

export function withFundEvaluated(r: Reading, number: NumberToken, dimensions: Dimensions): Dimensions {
  if (dimensions.item !== "self-evaluation" || dimensions.fund !== undefined || dimensions.label !== undefined)
    return dimensions;
  const fund = fundCounted(r, number) ?? fundOfEvaluation(r, number.start);
  return fund === undefined ? dimensions : { ...dimensions, fund };
}

/** The fund that money of projects comes from, as words name it last: 其中一般公共预算5352.01万元、政府性基金预算361.74万元. */
export function fundIn(words: string): NonNullable<Dimensions["fund"]> | undefined {
  const named = words.match(/一般公共预算|政府性基金|国有资本经营/g)?.at(-1);
  return named === undefined ? undefined : FUNDS[named as keyof typeof FUNDS];
}

const FUNDS = { 一般公共预算: "general", 政府性基金: "government-fund", 国有资本经营: "state-capital" } as const;
