import type { ConceptKey } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import { boundLast, sentenceBefore } from "../../places.ts";
import type { Reading } from "../../state.ts";
import { GRADES } from "./counted.ts";

// 自评得分: of what a score is, and where it is only the end of a band of scores.

/** 预算执行率得分9.52分（满分10分），其他指标得分86分; 最高100分，最低93.3分: no score of a project as a whole. */
export function partOfScore({ view }: Reading, number: NumberToken): string | undefined {
  const own = scoredInList(view.text, number.start);
  if (own !== undefined) return own;
  // 投入指标（满分15分）得15分
  const beside =
    /([一-龥]{2,10})（(?:满分|分值|权重|标准分)?(?:值)?(?:为)?\d+(?:\.\d+)?分），?(?:自评)?(?:实际)?得(?:分)?为?$/.exec(
      view.text.slice(Math.max(0, number.start - 32), number.start),
    )?.[1];
  if (beside !== undefined && !WHOLE_SCORE.test(beside)) return beside.replace(/^其中/, "");
  return /((?:预算)?执行率?|(?:其他|投入|产出|效果|效益|成本|过程|决策|管理|满意度)(?:类|绩效)?(?:指标)?|满分|最高|最低)(?:得分|分|值)*(?:为|是)?$/.exec(
    view.text.slice(Math.max(0, number.start - 12), number.start),
  )?.[1];
}

/** 履职效能得46.5分、预算管理得22分、…，自评总得分92.5分: two and more in a row, each under its own name. */
function scoredInList(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 48), start);
  const own = /(?:^|[、，；：。\n])(?:其中：?)?([一-龥]{2,10}?)得(?:分为?)?$/.exec(before);
  if (!own || WHOLE_SCORE.test(own[1]!)) return undefined;
  // 履职效能得38分（满分40分）、预算管理得23分: what it could have been stands between.
  const isFollowed = /^[\d.]+分(?:（满分[\d.]+分）)?[、，；](?:[一-龥]{2,10}?)得(?:分为?)?\d/.test(
    text.slice(start, start + 40),
  );
  return isFollowed || /得(?:分为?)?[\d.]+分(?:（满分[\d.]+分）)?$/.test(before.slice(0, own.index))
    ? own[1]
    : undefined;
}

const WHOLE_SCORE = /自评|总|综合|评价|绩效|项目|部门|单位|整体|最终|合计|平均/;

/** 绩效后评价项目2个，…平均得分91.2分: the score of those that the sentence counted under words of their own, not of the self-evaluation. */
export function evaluatedOthers(r: Reading, number: NumberToken): string | undefined {
  const from = r.view.offsets[number.start - sentenceBefore(r, number.start).length] ?? 0;
  const last = boundLast(r).findLast(
    ({ concept, dimensions, source }) =>
      source.start >= from && concept === "performance-projects" && !GRADES.has(dimensions.item ?? ""),
  );
  const { label, item } = last?.dimensions ?? {};
  if (label !== undefined) return label.includes("评价") ? label : undefined;
  return item === "department-evaluation" ? "部门评价" : item === "financial-evaluation" ? "财政评价" : undefined;
}

/** 5个项目平均得分94.36分, beside what the department as a whole scored. */
export function averageScore({ view }: Reading, number: NumberToken): string | undefined {
  return /平均(?:得?分|自评得分|分值)?(?:数)?(?:为|是|达)?$/.test(
    view.text.slice(Math.max(0, number.start - 8), number.start),
  )
    ? "项目平均"
    : undefined;
}

const SCORES = /^\d+(?:\.\d+)?分?(?:[、，和及]\d+(?:\.\d+)?分?)*/;

/** As far as a row of scores goes on. */
const SCORES_REACH = 120;

/** 其余3个项目（甲、乙、丙）自评得分依次为; 选取甲、乙2个项目开展重点评价，得分分别为: the names, as many as there are scores. */
function scoredByName(sentence: string, count: number): readonly string[] | undefined {
  const listed =
    /项目（([^（）\d]{4,160})）[^（）\d]{0,12}$/.exec(sentence.replace(/(?:分别|依次)(?:为|是)?[^（）]*$/, ""))?.[1] ??
    /(?:选取|选择|确定|对)([^，。；：\d]{4,160}?)(?:等)?[\d二两三四五六]+个(?:重点)?项目/.exec(sentence)?.[1];
  const names = listed?.split(/[、和及]/);
  return names?.length === count && count > 1 ? names.map((name) => name.replace(/项目$/, "")) : undefined;
}

/** 评价得分分别为95.2分、93.6分: of one project each. */
export function scoreOfEach(r: Reading, number: NumberToken): string | undefined {
  const told = /(?:分别|依次)(?:为|是)?((?:\d+(?:\.\d+)?分?[、，和及])*)$/.exec(sentenceBefore(r, number.start));
  if (!told) return undefined;
  const place = told[1]!.split(/[、，和及]/).length;
  const left =
    SCORES.exec(r.view.text.slice(number.start, number.start + SCORES_REACH))?.[0].split(/[、，和及]/).length ?? 1;
  return scoredByName(sentenceBefore(r, number.start), place - 1 + left)?.[place - 1] ?? `第${place}个`;
}

const BAND_END = /^分?(?:（含）)?(?:[-—~～至到]\d+(?:\.\d+)?分|分?(?:（含）)?(?:及)?以[上下])|^分（(?:不)?含/;

/** 得分90分以上的项目14个, 80至90分的2个: where a band of scores begins or ends, which measures nothing. */
export function isBandOfScores(r: Reading, number: NumberToken): boolean {
  if (r.section !== "performance" && r.section !== "annex") return false;
  const { text } = r.view;
  if (BAND_END.test(text.slice(number.end, number.end + 12))) return true;
  // 对预算执行率低于90%的项目: which projects, and no rate of any.
  if (
    number.unit === "percent" &&
    /(?:低于|高于|不足|超过|未达到?|达不到|不到)$/.test(text.slice(Math.max(0, number.start - 4), number.start)) &&
    /^(?:（含）)?的(?:[一-龥]{0,4}项目|单位|部门|指标)/.test(text.slice(number.unitEnd, number.unitEnd + 12))
  )
    return true;
  // 预算执行率在90%以上的项目11个
  if (
    number.unit === "percent" &&
    /(?:执行率|完成率|进度)(?:在|达到?)?$/.test(text.slice(Math.max(0, number.start - 5), number.start)) &&
    /^(?:（含）)?(?:及)?以[上下](?:（含）)?的?(?:项目|指标|单位)/.test(text.slice(number.unitEnd, number.unitEnd + 14))
  )
    return true;
  return (
    number.unit === "score" &&
    /\d分?(?:（含）)?[-—~～至到]$/.test(text.slice(Math.max(0, number.start - 6), number.start))
  );
}

const BAND =
  /(\d+(?:\.\d+)?分?(?:（含）)?(?:[-—~～至到]\d+(?:\.\d+)?分(?:（不?含）)?|分?(?:（含）)?(?:及)?以[上下](?:（含）)?))(?:之间)?(?:的)?(?:项目)?(?:有|共|为)?$/;

/** 80至90分的项目2个: the projects in a band of scores, under the words of the band. */
export function projectsOfBand(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (r.section !== "performance" || !/^[个项]$/.test(number.classifier ?? "")) return undefined;
  const band = BAND.exec(r.view.text.slice(Math.max(0, number.start - 24), number.start))?.[1];
  return band === undefined ? undefined : { concept: "performance-projects", dimensions: { label: band } };
}
