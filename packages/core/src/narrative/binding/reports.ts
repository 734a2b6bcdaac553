import type { ConceptKey } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import { paragraphBefore, sentenceBefore } from "../places.ts";
import type { Reading } from "../state.ts";
import { doneIn, stageIn } from "./evaluation/money.ts";

// 项目绩效自评报告 among the annexes: what 该项目 is there, and rates of projects that other annexes name.

const REPORT =
  /(?:^|[/\s])(?:附件[\d一二三四五六七八九十]*)?\s*(?:20\d{2}年度?)?([^/\s]{2,40}?)(?:专项)?(?:预算)?项目(?:支出)?(?:绩效)?(?:自评|评价)报告/;

/** 附件2 2025年文旅宣传经费专项预算项目绩效自评报告: the project that the annex is about. */
export function projectOfReport({ passage: { title } }: Reading): string | undefined {
  const name = REPORT.exec(title)?.[1];
  return name === undefined || /(?:部门|单位)(?:预算|整体|支出)|整体支出|（/.test(name) ? undefined : name;
}

const OF_THE_PROJECT = /^(?:(?:该|本)项目|项目(?:年初|全年|总)?(?:预算|资金|投入))/;

/** 1.残疾人康复项目。年初预算180万元，实际支出176.4万元: the project that a numbered line of a report opens with. */
function projectOfLine(r: Reading, number: NumberToken): string | undefined {
  return /^(?:（?[\d一二三四五六七八九十]{1,3}[）.、]+)([^，。；：、\d]{2,30}?)项目[。：]/.exec(
    paragraphBefore(r, number.start),
  )?.[1];
}

/** 该项目预算安排246.62万元，实际支出216.04万元 in such an annex. */
export function moneyOfReport(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan") return undefined;
  const sentence = sentenceBefore(r, number.start);
  const label = OF_THE_PROJECT.test(sentence) ? projectOfReport(r) : projectOfLine(r, number);
  if (label === undefined) return undefined;
  const clause = /[^，。；：]*$/.exec(sentence)![0];
  const stage = stageIn(clause);
  if (stage !== undefined) return { concept: "project-amount", dimensions: { stage, label } };
  return doneIn(clause) ? { concept: "project-amount", dimensions: { label } } : undefined;
}

/** 文旅宣传经费项目预算执行率为87.60%: of a project that the clause names. */
export function rateOfNamed(r: Reading, number: NumberToken): ConceptKey | undefined {
  const ofLine = rateOfLine(r, number);
  if (ofLine) return ofLine;
  const sentence = sentenceBefore(r, number.start);
  // 项目预算119.91万元，实际支出119.91万元，预算执行率100%
  const own =
    OF_THE_PROJECT.test(sentence) && /，预算执行率(?:为|达到?)?$/.test(sentence) ? projectOfReport(r) : undefined;
  if (own !== undefined)
    return { concept: "project-amount", dimensions: { stage: "budget", label: own, measure: "completion" } };
  const name = /(?:^|[，。；：\n])([^，。；：、\d\n]{2,30}?)项目(?:支出)?预算执行率(?:为|达到?)?$/.exec(sentence)?.[1];
  if (name === undefined || /部门|单位|全部|所有|其他|其余|各|平均|该|个别|部分|专项$/.test(name)) return undefined;
  return { concept: "project-amount", dimensions: { stage: "budget", label: name, measure: "completion" } };
}

/** 2.就业培训项目。年初预算120万元，实际支出118.3万元，预算执行率98.58%: of the one budget that the line has told, where nothing was added to it. */
function rateOfLine(r: Reading, number: NumberToken): ConceptKey | undefined {
  const label = projectOfLine(r, number);
  if (label === undefined) return undefined;
  const told = paragraphBefore(r, number.start);
  if (!/(?:预算)?执行率(?:为|达到?)?$/.test(told) || /追加|调增|调减|调整/.test(told)) return undefined;
  const planned = r.figures.findLast(({ dimensions }) => dimensions.label === label && dimensions.stage !== undefined);
  const stage = planned?.dimensions.stage;
  return stage && { concept: "project-amount", dimensions: { stage, label, measure: "completion" } };
}
