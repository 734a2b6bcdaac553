import type { ConceptKey } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import type { Reading } from "../../state.ts";
import { paragraphBefore, sentenceBefore } from "../../places.ts";
import { fundIn } from "./funds.ts";
import { gradeOfOthers } from "./counted.ts";

// 绩效评价项目数: projects counted right before their noun, by what was done with them and how they were graded.

/** 对项目支出全面开展绩效自评，其中重点公开项目4个: a part of those that were evaluated. */
export function publishedOf(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  const label = /其中：?((?:重点|对外|向社会)?公开(?:的)?(?:重点)?项目)(?:共|为|有)?$/.exec(
    r.view.text.slice(Math.max(0, number.start - 16), number.start),
  )?.[1];
  return label === undefined || key.dimensions.item !== "self-evaluation"
    ? undefined
    : { concept: key.concept, dimensions: { ...key.dimensions, label } };
}

const GRADE_ITEMS = {
  优: "excellent",
  良: "good",
  中: "pass",
  合格: "pass",
  差: "fail",
  不合格: "fail",
} as const;

export function gradedAs(r: Reading, number: NumberToken, grade: string): ConceptKey {
  const item = GRADE_ITEMS[grade as keyof typeof GRADE_ITEMS];
  const graded: ConceptKey = { concept: "performance-projects", dimensions: { item } };
  return gradeOfOthers(r, number, graded) ?? graded;
}

/** 8个项目开展自评, 其中3个项目评价等级为优: the projects that a number counts right before their name, by what was done with them. */
export function countedProjects(
  r: Reading,
  number: NumberToken,
  before: string,
  after: string,
): ConceptKey | undefined {
  // 开展1项部门整体支出绩效自评价; 对1个单位开展整体支出绩效评价
  const whole = /^(?:(?:单位|部门)(?:组织)?开展了?)?(?:部门|单位)?整体支出(?:绩效)?(自评|评价)/.exec(after)?.[1];
  if (whole !== undefined && /^[个项家]$/.test(number.classifier ?? "") && r.section === "performance")
    return {
      concept: "performance-projects",
      dimensions: { item: whole === "自评" ? "self-evaluation" : "department-evaluation", label: "整体支出" },
    };
  if (
    /^[个项]$/.test(number.classifier ?? "") &&
    /^(?:[一二三]级|重点|财政拨款|财政|预算|部门预算|支出|专项|一般公共|政府性基金|国有资本经营)*项目|^部门评价/.test(
      after,
    ) &&
    (r.section === "performance" || r.section === "annex")
  ) {
    const clause = /^[^，。；\n]*/.exec(after)![0];
    // 5个一级项目、18个二级项目开展绩效自评
    const level = /^[一二三]级项目/.exec(after)?.[0];
    const isOneOfTwo =
      /^.{4}[、，和及][^，。；]{0,8}\d+个[一二三]级项目/.test(after) ||
      /\d+个[一二三]级项目[、，和及][^，。；]{0,8}$/.test(sentenceBefore(r, number.start));
    // 共涉及24个一级项目
    const isAllOfLevel = level !== undefined && level.length === clause.length;
    if (level !== undefined && (isOneOfTwo || isAllOfLevel))
      return { concept: "performance-projects", dimensions: { label: level } };
    // 其中3个项目评价等级为优
    // 8个项目中自评等级为优的6个: of how many they are.
    const isOfWhich = /^项目中(?:有)?[，：]?[^，。；\d]{2,16}(?:的|为)?\d/.test(after);
    if (isOfWhich && /自评/.test(clause))
      return { concept: "performance-projects", dimensions: { item: "self-evaluation" } };
    // 从评价情况来看，23个项目中，自评等次为优的18个; 上述38个项目中，自评等级优33个: of how many, told once more.
    if (
      /^项目中，?(?:有|绩效)?(?:自评|评价|评为|等[级次])/.test(after) &&
      /自评/.test(paragraphBefore(r, number.start) + clause)
    )
      return { concept: "performance-projects", dimensions: { item: "self-evaluation", label: "项目中" } };
    const grade =
      /(?:(?:等级|等次|结果|结论|^项目)(?:均)?(?:为|是)|^项目(?:被)?(?:评为|评定为|获评|获得?|自评为))(优|良|中(?![央国省市县直小])|合格|差|不合格)/.exec(
        clause,
      )?.[1];
    if (grade !== undefined) return gradedAs(r, number, grade);
    // 其中3个项目获得中央财政资金支持: some of them, of which something else is told.
    const granted = /^项目获得?[一-龥]{2,24}/.exec(clause)?.[0];
    if (granted !== undefined) return { concept: "performance-projects", dimensions: { label: granted } };
    const item = /事前/.test(clause)
      ? "pre-assessment"
      : /绩效目标/.test(clause)
        ? "targets"
        : /监控|跟踪/.test(clause)
          ? "monitoring"
          : /自评/.test(clause)
            ? "self-evaluation"
            : /财政(?:重点)?(?:绩效)?评价/.test(clause)
              ? "financial-evaluation"
              : /评价/.test(clause)
                ? "department-evaluation"
                : undefined;
    // 在部门决算中反映“办案业务费”等2个项目绩效自评结果: those that are shown, of all that were evaluated.
    if (
      /^(?:[一二三]级)?项目(?:支出)?的?绩效自评(?:结果|表)/.test(after) &&
      /反映|公开/.test(sentenceBefore(r, number.start))
    )
      return { concept: "performance-projects", dimensions: { label: "反映绩效自评结果" } };
    // 1个政府性基金预算项目支出开展绩效自评: beside those of the general public budget.
    const fund =
      fundIn(/^[^项]*/.exec(after)![0]) ??
      // 对政府性基金预算2个项目开展绩效自评
      fundIn(/[对，；]?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)$/.exec(before)?.[0] ?? "");
    // 其余3个项目（…）自评得分依次为: what is left of those that were counted before.
    const left = /(其[余他它]|剩余|上述|以上)$/.exec(before)?.[1];
    if (left !== undefined && /^[个项]$/.test(number.classifier ?? ""))
      return { concept: "performance-projects", dimensions: { item: item ?? "self-evaluation", label: left } };
    if (item) return { concept: "performance-projects", dimensions: { item, ...(fund && { fund }) } };
    // 6个重点项目全年预算数合计4601万元
    const several = /^([^，。；：\d]{0,8}项目)(?:支出)?(?:年初|全年|调整后?)预算/.exec(after)?.[1];
    if (several !== undefined) return { concept: "performance-projects", dimensions: { label: several } };
  }
  return undefined;
}
