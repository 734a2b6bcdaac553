import type { ConceptKey } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import { tokensIn } from "../places.ts";
import type { Binding, Reading } from "../state.ts";

/** What each of the “three public” expenses consists of. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  all: ["overseas", "vehicles", "vehicle-purchase", "vehicle-running", "receptions"],
  vehicles: ["vehicle-purchase", "vehicle-running"],
  receptions: ["domestic-receptions", "foreign-receptions"],
};

const CHANGED = /^(较上年|比上年|同比)?(减少|下降|降低|压减|压缩|节约|增加|增长|上升)了?$/;
/** Where the name of a part begins: behind a mark, behind what opens the reason, behind the part before. */
const OPENS = /(?:[，、；：和及\n]|是|由于|因为|因|其中)$/;

/**
 * “三公”经费…比上年减少5万元，主要是公务用车购置及运行费减少3万元，公务接待费减少2万元: a reason that tells by how much each part changed
 * tells it of the same comparison.
 */
export function changeOfPart(r: Reading, number: NumberToken): Binding | undefined {
  const { comparison, view, section } = r;
  if (!r.inReason || comparison?.subject.concept !== "three-public" || !section?.startsWith("three-public"))
    return undefined;
  if (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan" && number.unit !== "percent") return undefined;
  const rate = rateOfTold(r, number);
  if (rate) return rate;
  const name = tokensIn(r, number.start - 24, number.start).findLast(
    (token) => token.type === "subject" && token.end <= number.start,
  );
  if (name?.type !== "subject" || name.phrase.concept !== "three-public") return undefined;
  const [, onLastYear, word] = CHANGED.exec(view.text.slice(name.end, number.start)) ?? [];
  if (word === undefined || !OPENS.test(view.text.slice(Math.max(0, name.start - 2), name.start))) return undefined;
  const { item: whole, ...rest } = comparison.subject.dimensions;
  const { item } = name.phrase.dimensions ?? {};
  if (item === undefined || Object.keys(rest).length > 0 || !PARTS[whole ?? "all"]?.includes(item)) return undefined;
  // 决算数小于预算数2万元，主要原因是公务接待费比上年减少1.5万元: the part's own words say what it is compared with.
  const isOnBudget = comparison.against === "budget" && onLastYear === undefined;
  const stage = isOnBudget ? { stage: comparison.stage ?? ("budget" as const) } : {};
  const key: ConceptKey = {
    concept: name.phrase.concept,
    dimensions: { ...stage, item, measure: number.unit === "percent" ? "growth" : "change" },
  };
  return { ...key, direction: /[增升]/.test(word) ? "increase" : "decrease" };
}

/** 公务接待费减少2万元，下降20%: the rate of the change that was told right before it. */
function rateOfTold({ lastBound: last, lastNumberEnd, view }: Reading, number: NumberToken): Binding | undefined {
  if (number.unit !== "percent" || last?.concept !== "three-public" || last.dimensions.measure !== "change")
    return undefined;
  const { item, label } = last.dimensions;
  if (item === undefined || label !== undefined || last.direction === undefined) return undefined;
  const [, word] =
    /^[，、（](减少|下降|降低|增加|增长|上升)了?$/.exec(view.text.slice(lastNumberEnd, number.start)) ?? [];
  if (word === undefined || /[增升]/.test(word) !== (last.direction === "increase")) return undefined;
  return { concept: last.concept, dimensions: { ...last.dimensions, measure: "growth" }, direction: last.direction };
}
