import type { NumberToken } from "../numbers.ts";
import { paragraphBefore } from "../places.ts";
import type { Binding, Reading } from "../state.ts";

const LEVEL = /^[一二三]级项目$/;
/** As far behind the count as what was done with them is told. */
const REACH = 24;

/**
 * 开展绩效自评，共涉及二级项目23个; 一级项目4个、二级项目12个开展绩效自评: those of one level that were evaluated; the level stays with them, since the projects
 * of another level are counted otherwise.
 */
export function evaluatedOfLevel(r: Reading, number: NumberToken, bound: Binding): Binding {
  if (typeof bound === "string" || bound.concept !== "performance-projects") return bound;
  const { item, label, measure } = bound.dimensions;
  if (item !== undefined || measure !== undefined || label === undefined || !LEVEL.test(label)) return bound;
  const after = /^[^。；\n]*/.exec(r.view.text.slice(number.unitEnd, number.unitEnd + REACH))![0];
  return /自评/.test(paragraphBefore(r, number.start)) || /自评/.test(after)
    ? { ...bound, dimensions: { item: "self-evaluation", label } }
    : bound;
}

/** 评为优的41个、良的6个、中的1个，合计48个: all that were graded, under the word for it. */
export function allGraded(r: Reading, number: NumberToken): Binding | undefined {
  const { lastBound: last, lastNumberEnd, view } = r;
  if (r.section !== "performance" || !/^[个项]$/.test(number.classifier ?? "")) return undefined;
  if (last?.concept !== "performance-projects" || !/^(?:excellent|good|pass|fail)$/.test(last.dimensions.item ?? ""))
    return undefined;
  const word = /^(?:项目)?[，、](合计|共计|总计|共)$/.exec(view.text.slice(lastNumberEnd, number.start))?.[1];
  const { label } = last.dimensions;
  return word === undefined
    ? undefined
    : {
        concept: "performance-projects",
        dimensions: { item: label === undefined ? "self-evaluation" : "department-evaluation", label: "合计" },
      };
}
