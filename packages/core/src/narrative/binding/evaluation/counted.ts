import type { ConceptKey } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import { paragraphBefore, sentenceBefore } from "../../places.ts";
import type { Reading } from "../../state.ts";

// 预算绩效管理: how many projects were looked at, in which way and in which grade.

/** 开展了部门整体支出绩效自评价，涉及财政性资金1826万元: all that the department spent, beside what its projects did. */
export function ofWholeDepartment(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey {
  const whole = /整体支出/.exec(sentenceBefore(r, number.start))?.[0];
  if (whole === undefined || key.dimensions.label !== undefined) return key;
  return { concept: key.concept, dimensions: { ...key.dimensions, label: whole } };
}

export const GRADES = new Set(["excellent", "good", "pass", "fail"]);

/** 自评结果为优的19个，占86.36%: a share of the projects that the paragraph counted before. */
export function shareOfProjects(r: Reading, number: NumberToken): ConceptKey | undefined {
  const last = r.lastBound;
  if (r.section !== "performance" || last?.concept !== "performance-projects" || last.dimensions.measure !== undefined)
    return undefined;
  const between = r.view.text.slice(r.lastNumberEnd, number.start);
  // 对42个项目进行了绩效自评，占项目总数的100%
  const ofAll = /^[^，。；\d]{0,16}[，（]占(?:部门|单位)?(?:预算)?项目(?:支出)?总?数的?(?:比例)?(?:为)?$/.test(between);
  if (!ofAll && !/^[，（]占(?:比)?(?:为)?$/.test(between)) return undefined;
  if (!ofAll && !GRADES.has(last.dimensions.item ?? "") && last.dimensions.label === undefined) return undefined;
  return { concept: last.concept, dimensions: { ...last.dimensions, measure: "share" } };
}

/** 2个项目开展了部门评价，…评价等级为优的2个: grades of what the department looked at, beside those of the self-evaluation. */
export function gradeOfOthers(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  if (key.concept !== "performance-projects" || !GRADES.has(key.dimensions.item ?? "")) return undefined;
  const sentence = sentenceBefore(r, number.start);
  if (/自评/.test(sentence)) return undefined;
  // …开展了部门评价，涉及资金860万元。从评价情况看，1个项目评价等级为优: what the paragraph spoke of last.
  const spoken = paragraphBefore(r, number.start)
    .match(/自评|部门评价|重点(?:绩效)?评价|财政(?:绩效)?评价/g)
    ?.at(-1);
  const other = spoken === "自评" ? undefined : spoken;
  if (other === undefined) return undefined;
  return { concept: key.concept, dimensions: { ...key.dimensions, label: other } };
}
