import { conceptOf } from "../facts/concepts.ts";
import type { ConceptKey } from "../facts/key.ts";
import { AVERAGE_WORDS } from "./averages.ts";
import { unitBefore } from "./units.ts";
import type { SubjectPhrase } from "./lexicon/index.ts";
import type { Reading } from "./state.ts";

// Parts of what is spoken of, kept under words of their own: what is left out, what is of one unit, what falls to each.

/** 机关运行经费139.07万元（不含事业中心公用经费17.95万元）: what is told only to be left out. */
export function leftOut({ view: { text } }: Reading, start: number, end: number): string | undefined {
  const words = /[（，]((?:不含|不包括|不包含|剔除|扣除)[^，。；（）\d]{0,16})$/.exec(
    text.slice(Math.max(0, start - 22), start),
  )?.[1];
  if (words !== undefined && /^为?\d/.test(text.slice(end, end + 2))) return `${words}${text.slice(start, end)}`;
  return text.slice(start, end).endsWith("事业收入") ? LEAVES_FEES_OUT.exec(text.slice(end, end + 36))?.[1] : undefined;
}

/** 事业收入（不含财政专户管理教育收费）82万元: what is left when the fees that the table counts as 事业收入 are told beside it. */
const LEAVES_FEES_OUT =
  /^（((?:不含|不包括|不包含|剔除|扣除)[^，。；（）\d]{0,10}(?:专户|教育收费|教育事业收费)[^，。；（）\d]{0,12})）(?:决算)?(?:数)?为?(?=\d)/;

/** 因公出国（境）费16.8万元。其中：住宿费4.2万元、…培训费2万元: what the missions paid for training, beside 培训费. */
export function isPartOfMission({ inParts, lastBound }: Reading, { concept, dimensions }: SubjectPhrase): boolean {
  return (
    inParts &&
    concept === "three-public" &&
    (dimensions?.item === "training" || dimensions?.item === "meetings") &&
    lastBound?.concept === "three-public" &&
    lastBound.dimensions.item === "overseas" &&
    lastBound.dimensions.label !== undefined
  );
}

/** 机关运行经费190万元，其中：…会议费2万元、公务用车运行维护费22.5万元: what of them went there, beside what other money paid. */
export function isPartOfCosts(r: Reading, { concept, dimensions }: ConceptKey): boolean {
  // 机关运行经费主要用于办公费8.6万元、邮电费5.3万元、公务用车运行维护费11.4万元
  const inUses =
    r.lastBound?.concept === "operating-costs" &&
    r.lastBound.dimensions.label !== undefined &&
    !/均/.test(r.lastBound.dimensions.label);
  return (
    r.base?.concept === "operating-costs" &&
    (r.inParts || r.outside.length > 0 || inUses) &&
    concept === "three-public" &&
    ["meetings", "training", "vehicle-running", "receptions", "overseas"].includes(dimensions.item ?? "")
  );
}

/** 总收入246.8万元，其中人员经费168.3万元，公用经费12.5万元: what it was given for, beside what was spent. */
export function isPartOfRevenue({ inParts, lastBound }: Reading, { dimensions }: ConceptKey): boolean {
  if (!inParts || dimensions.group === undefined || lastBound?.dimensions.measure !== undefined) return false;
  if (/^(?:total-receipts|revenue)$/.test(lastBound?.concept ?? "")) return true;
  return lastBound?.concept === "project-amount" && /^(?:人员|日?常?公用)/.test(lastBound.dimensions.label ?? "");
}

/** 其中：局本级支出4225万元，市社会福利院支出2535万元: what one of the department's units spent, not the department. */
export function ofUnit(r: Reading, key: ConceptKey, start: number): ConceptKey {
  if (key.dimensions.label !== undefined || conceptOf(key.concept)?.kind !== "money") return key;
  const unit = unitBefore(r, start);
  return unit === undefined ? key : withLabel(key, unit);
}

/** 人均因公出国（境）费用, 车均运行维护费: not the quantity, but what of it falls to each. */
const OF_EACH = new RegExp(`(?:${AVERAGE_WORDS})(?:支出|公务)?$`);

export function averageOf(r: Reading, key: ConceptKey, start: number): ConceptKey {
  const label = OF_EACH.exec(r.view.text.slice(Math.max(0, start - 6), start))?.[0];
  return label === undefined ? key : withLabel(key, label);
}

/**
 * 公务用车购置费43.28万元，更新购置2辆，平均每辆21.64万元: what each of those bought cost; 团组2个、累计3人次，人均4.36万元: of each of those told
 * last, whom the words alone would take for guests.
 */
export function ofThoseTold(r: Reading, key: ConceptKey, words: string): ConceptKey {
  if (key.concept !== "three-public") return key;
  if (/(?:列支|开支|负担|安排)$/.test(words) && r.subject?.concept === key.concept) {
    const { label: _, ...spoken } = r.subject.dimensions;
    return { concept: key.concept, dimensions: spoken };
  }
  const [, told] = /^(mission|meeting|training)/.exec(r.lastBound?.concept ?? "") ?? [];
  const item =
    told === undefined ? undefined : { mission: "overseas", meeting: "meetings", training: "training" }[told];
  if (item !== undefined && key.dimensions.item === "receptions")
    return { concept: key.concept, dimensions: { ...key.dimensions, item } };
  if (!/每辆|[车辆]均/.test(words)) return key;
  const last = r.amounts.findLast(
    ({ concept, dimensions: { measure } }) => concept === key.concept && measure === undefined,
  );
  // 购置费71.68万元（预算72万元，完成99.56%），平均每辆23.89万元: nothing of the cars that are run has been told yet.
  return last?.dimensions.item === "vehicle-purchase" &&
    /^(?:vehicles-bought|three-public)$/.test(r.lastBound?.concept ?? "")
    ? { concept: key.concept, dimensions: { ...key.dimensions, item: "vehicle-purchase" } }
    : key;
}

export function withLabel({ concept, dimensions }: ConceptKey, label: string): ConceptKey {
  return { concept, dimensions: { ...dimensions, label } };
}
