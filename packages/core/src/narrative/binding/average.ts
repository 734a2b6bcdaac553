import { conceptOf } from "../../facts/concepts.ts";
import type { NumberToken } from "../numbers.ts";
import { AVERAGE_WORDS } from "../averages.ts";
import type { Binding, Reading } from "../state.ts";

const REACH = 24;
/** 人均, 车均运行维护费, 人均公务接待支出约: up to the number; 批次、人次均为0 tells of both. */
const AVERAGE = new RegExp(
  `(?<words>(?<each>${AVERAGE_WORDS})(?!为|按|已|未|无|不)[一-龥]{0,12}?)(?:为|约|达到?|仅)*$`,
);
/** 人均为50元, 每村5万元: of money alone. */
const AVERAGE_OF_MONEY = new RegExp(
  `(?<words>(?<each>(?:[人车户]|批次?)均|平均每[一-龥]{1,2}|(?<=[，；、（：])每[一-龥]{1,2}))(?:为|约)?$`,
);

/** 国内公务接待…支出7.86万元，…，人均支出62.30元; 人均办公用房面积8.6平方米: what of it falls to each, and not the quantity itself. */
export function onAverage(r: Reading, number: NumberToken, bound: Binding): Binding {
  if (/^(?:percent|percentage-point|score)$/.test(number.unit)) return bound;
  const before = r.view.text.slice(Math.max(r.lastNumberEnd, number.start - REACH), number.start);
  const { words, each } =
    (AVERAGE.exec(before) ?? (number.unit === "count" ? null : AVERAGE_OF_MONEY.exec(before)))?.groups ?? {};
  if (words === undefined || each === undefined) return bound;
  if (typeof bound === "string") return averageOfLast(r, number, each) ?? bound;
  const { label, measure, ...dimensions } = bound.dimensions;
  if (measure !== undefined) return bound;
  const { direction: _, ...key } = bound;
  const own = nameOf(standsApart(before) ? undefined : label, words, each);
  const { period, ...rest } = dimensions;
  // 较2023年人均1.3万元减少0.1万元: what falls to each changed, and not the whole.
  if (period === "previous" && CHANGED.test(r.view.text.slice(number.unitEnd, number.unitEnd + 4)))
    r.subject = { concept: key.concept, dimensions: { ...rest, label: own } };
  return { ...key, dimensions: { ...dimensions, label: own, measure: "average" } };
}

const CHANGED = /^(?:相比，?)?(?:增|减|下降|上升)/;

/** 公用经费653.24万元（按在编297人计，人均2.20万元）: of the amount that the sentence has told before, or that the brackets are behind. */
function averageOfLast(r: Reading, { unit }: NumberToken, each: string): Binding | undefined {
  const told = r.outside.at(-1)?.figure ?? r.amounts.at(-1);
  if (told === undefined || unit === "count" || conceptOf(told.concept)?.kind !== "money") return undefined;
  const { concept, dimensions } = told;
  if ((dimensions.label ?? dimensions.measure ?? dimensions.stage) !== undefined) return undefined;
  return { concept, dimensions: { ...dimensions, label: each, measure: "average" } };
}

/** 询价6次45.26万元，其余零星购买，批均0.38万元: of what a clause between has told, and not of what was named before that. */
function standsApart(before: string): boolean {
  return /^[，；][^，；]*[一-龥]{4}[^，；\d]*，[^，]*$/.test(before);
}

/** The words for each, with the name that is kept beside them where they do not hold it: 村干部报酬人均. */
function nameOf(label: string | undefined, words: string, each: string): string {
  if (label === undefined) return each;
  if (/均|每/.test(label)) return label;
  return words.includes(label) ? words : label + each;
}
