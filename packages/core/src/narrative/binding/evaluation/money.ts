import type { ConceptKey, Dimensions } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import { boundLast, paragraphBefore, sentenceBefore } from "../../places.ts";
import type { Reading } from "../../state.ts";
import { evaluatedProject, wholeDepartment } from "./project.ts";
import { fundIn, withFundEvaluated } from "./funds.ts";
import { GRADES } from "./counted.ts";

// 项目资金: what was planned for the projects that were looked at, what came of it, and the rate of the two.

const BUDGETED =
  /(年初|全年|调整后?的?)?(?:可执行)?预算(?:数|安排|金额|资金|批复)*(?:（含[^（）\d]{1,12}）)?(?:合计|共计|总计|总额)?(?:为|是|共)?$/;

/** 补助下达数: what was granted, beside 全年预算数. */
const GRANTED = /(?:全年|年内)?(?:补助|资金|指标)(?:实际)?下达(?:数|金额|资金|额)*(?:为|是|共)?$/;

/** （年初62万元，年中追加4万元）behind 全年预算数: what it was made up of. */
const PART_OF_BUDGET = /^其?中?(年初(?:安排|批复|预算)?|年中(?:追加|调[增减])|上年结转(?:资金)?)$/;

const DONE = /(?:执行|(?:^|全年|实际|累计|当年|年内)(?:支出|完成))(?:数|金额|资金|额)*(?:合计|共计)?(?:为|是|共)?$/;

function stageOf(words: string): NonNullable<Dimensions["stage"]> {
  return words === "年初" ? "original-budget" : words === "" ? "budget" : "adjusted-budget";
}

/** 预算安排, 年初预算为: the budget that a clause ends in. */
export function stageIn(clause: string): NonNullable<Dimensions["stage"]> | undefined {
  const budgeted = BUDGETED.exec(clause);
  return budgeted ? stageOf(budgeted[1] ?? "") : undefined;
}

/** 实际支出, 执行数为: whether a clause ends in what came of a budget. */
export function doneIn(clause: string): boolean {
  return DONE.test(clause);
}

/** Whether the sentence has named how many projects its money is that of. */
function projectsOfSentence(r: Reading, number: NumberToken): ConceptKey | undefined {
  const from = r.view.offsets[number.start - sentenceBefore(r, number.start).length] ?? 0;
  const last = boundLast(r).findLast(
    ({ concept, dimensions, source }) =>
      source.start >= from && concept === "performance-projects" && dimensions.measure === undefined,
  );
  if (!last) return undefined;
  // 项目自评5个，自评等级优4个、良1个，项目资金370万元: of all that were evaluated, and not of the last grade.
  const all = GRADES.has(last.dimensions.item ?? "")
    ? boundLast(r).findLast(
        ({ concept, dimensions, source }) =>
          source.start >= from &&
          concept === "performance-projects" &&
          dimensions.item === "self-evaluation" &&
          dimensions.label === undefined,
      )
    : undefined;
  if (all) return { concept: "performance-amount", dimensions: withFundEvaluated(r, number, all.dimensions) };
  // 开展绩效自评，其中一级项目3个、二级项目12个，共涉及资金…: of all of them.
  const isLevel = /^[一二三]级项目$/.test(last.dimensions.label ?? "");
  const isSelf = /自评/.test(paragraphBefore(r, number.start));
  return {
    concept: "performance-amount",
    dimensions: withFundEvaluated(r, number, isLevel && isSelf ? { item: "self-evaluation" } : last.dimensions),
  };
}

/** 其中应急处置项目执行数54.32万元: a project named right before what was done. */
const DONE_OF =
  /^(?:其中)?(?!该|本|各|全部|部门|单位)([^，。；：、\d]{3,30}?)项目(?:支出)?(?:全年|当年)?执行数(?:为)?$/;

/** 全年预算数为300万元，执行数为298.5万元 of the project of the paragraph; 涉及资金80万元 of the projects just counted. */
export function projectMoney(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (r.section !== "performance") return undefined;
  const clause = /[^，。；：\n]*$/.exec(r.view.text.slice(Math.max(0, number.start - 40), number.start))![0];
  const budgeted = BUDGETED.exec(clause);
  const label = DONE_OF.exec(clause)?.[1] ?? evaluatedProject(r, number) ?? wholeDepartment(r, number);
  // 涉及预算资金64112万元 is what it was about, not what was planned.
  const isAbout = budgeted?.[1] === undefined && clause.startsWith("涉及") && label !== undefined;
  const told = isAbout
    ? undefined
    : budgeted
      ? { stage: stageOf(budgeted[1] ?? "") }
      : GRANTED.test(clause)
        ? { stage: "budget" as const }
        : DONE.test(clause)
          ? {}
          : undefined;
  const part = label === undefined ? undefined : partOfBudget(r, number, label);
  if (part) return part;
  if (label !== undefined && !told && /(?:资金|金额|支出|拨款|经费)$/.test(clause) && /涉及/.test(clause)) {
    const fund = fundIn(clause);
    return { concept: "project-amount", dimensions: { ...(fund && { fund }), label } };
  }
  if (told && label !== undefined) {
    // 全年预算数80万元，补助下达数80万元，执行率90%: of the budget.
    const isBeside = GRANTED.test(clause) && !budgeted && r.lastBound?.dimensions.label === label;
    if (!isBeside || r.projectStage === undefined) r.projectStage = "stage" in told ? told.stage : r.projectStage;
    return { concept: "project-amount", dimensions: { ...told, label } };
  }
  const whole = spentInWhole(r, number, clause);
  if (whole) return whole;
  const projects = projectsOfSentence(r, number) ?? evaluatedByName(r, number, clause);
  if (!projects) return undefined;
  // 项目预算金额5760万元，执行金额5640万元: planned, since what came of it follows.
  const after = r.view.text.slice(number.unitEnd, number.unitEnd + 40);
  const follows =
    /^[^。；\n]{0,24}?[，、]?(?:(?:全年|实际)?执行(?:数|金额|资金)|(?:全年|实际)执行(?=\d))/.test(after) ||
    // 共8个项目，预算资金641.2万元，实际支出616.85万元, but not 涉及预算资金, which is what it was about.
    (/^项?目?预算/.test(clause) && /^，(?:全年|实际|累计)(?:支出|使用)/.test(after));
  if (budgeted && budgeted[1] === undefined && follows) {
    r.projectStage = "budget";
    return { concept: projects.concept, dimensions: { ...projects.dimensions, stage: "budget" } };
  }
  if (told && (budgeted?.[1] !== undefined || !budgeted)) {
    r.projectStage = "stage" in told ? told.stage : r.projectStage;
    return { concept: projects.concept, dimensions: { ...projects.dimensions, ...told } };
  }
  // 对11个项目1105万元资金进行绩效自评; 政府性基金2个项目、106.52万元也一并自评
  if (/^项目[，、]?$/.test(r.view.text.slice(r.lastNumberEnd, number.start))) return projects;
  const fund = fundIn(clause);
  return /(?:资金|金额|拨款|支出|经费|预算)(?:共计|合计|总额|总计|为|共|约)*$/.test(clause) &&
    /^(?:其中)?[共合总累]?计?(?:涉及|项目|安排|预算|资金|金额|总|财政|一般公共|政府性基金)/.test(clause)
    ? { concept: projects.concept, dimensions: { ...projects.dimensions, ...(fund && { fund }) } }
    : undefined;
}

/** 全年预算数66万元（年初62万元，年中追加4万元）, 全年预算数55万元，其中上年结转15万元: parts of the project's budget told right before. */
function partOfBudget(
  { lastBound, lastNumberEnd, view }: Reading,
  { start }: NumberToken,
  label: string,
): ConceptKey | undefined {
  const { dimensions } = lastBound ?? {};
  if (lastBound?.concept !== "project-amount" || dimensions?.measure !== undefined) return undefined;
  if (dimensions?.label?.startsWith(label) !== true || (dimensions.stage === undefined && dimensions.label === label))
    return undefined;
  const [, opens, words] =
    /^([，（、])(?:其中：?)?([^，。；：、（）\d]{2,8})$/.exec(view.text.slice(lastNumberEnd, start)) ?? [];
  const part = PART_OF_BUDGET.exec(words ?? "")?.[1];
  if (opens === undefined || part === undefined) return undefined;
  if (part.startsWith("上年结转")) return { concept: "project-amount", dimensions: { item: "carried-over", label } };
  return part.startsWith("年初")
    ? { concept: "project-amount", dimensions: { stage: "original-budget", label } }
    : { concept: "project-amount", dimensions: { label: `${label}${part}` } };
}

/** 选取营养改善计划、校舍维修两个项目开展重点评价，涉及资金188万元: projects that are named, and not counted in figures. */
function evaluatedByName(r: Reading, number: NumberToken, clause: string): ConceptKey | undefined {
  if (!/^[共合]?计?涉及/.test(clause)) return undefined;
  const way = /项目(?:支出)?(?:组织)?(?:开展|进行|实施)了?(?:部门)?(?:重点)?(?:绩效)?(自评|评价)/.exec(
    sentenceBefore(r, number.start),
  )?.[1];
  if (way === undefined) return undefined;
  return {
    concept: "performance-amount",
    dimensions: { item: way === "自评" ? "self-evaluation" : "department-evaluation" },
  };
}

/** 对1个单位开展整体支出绩效评价，涉及一般公共预算支出663.32万元: what was spent in all, beside what projects were given. */
function spentInWhole(r: Reading, number: NumberToken, clause: string): ConceptKey | undefined {
  if (!/^[共合]?计?涉及[^，]*(?:资金|支出|金额|拨款)(?:共计|合计|总额|为)*$/.test(clause)) return undefined;
  const told = sentenceBefore(r, number.start);
  const at = told.lastIndexOf("整体支出");
  if (at < 0 || /项目/.test(told.slice(at))) return undefined;
  const fund = fundIn(clause);
  const item = /自评/.test(told.slice(at)) ? ({ item: "self-evaluation" } as const) : {};
  return { concept: "performance-amount", dimensions: { ...(fund && { fund }), ...item, label: "整体支出" } };
}

/** 执行率100%, 完成预算的98%: of the budget named last for the project, or for the projects, of the sentence. */
export function projectRate(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (r.section !== "performance") return undefined;
  const clause = /[^，。；：\n]*$/.exec(r.view.text.slice(Math.max(0, number.start - 24), number.start))![0];
  if (
    !/^(?:总体|整体)?(?:预算|资金|支出)?(?:执行率|完成率|执行进度)(?:达到?|为)?$|^(?:占|为|完成)(?:全年|年初)?预算(?:数)?的?$|^完成$/.test(
      clause,
    )
  )
    return undefined;
  const last = r.figures.at(-1);
  if (last?.dimensions.measure !== undefined || !/^(?:project|performance)-amount$/.test(last?.concept ?? ""))
    return undefined;
  if (r.projectStage === undefined) return undefined;
  const { stage: _, ...rest } = last!.dimensions;
  return { concept: last!.concept, dimensions: { ...rest, stage: r.projectStage, measure: "completion" } };
}

/** 涉及一般公共预算支出24000万元，占项目支出总额的84%: a share of the amount told right before. */
export function amountOfProjects(r: Reading, number: NumberToken): ConceptKey | undefined {
  const last = r.lastBound;
  if (r.section !== "performance" || last === undefined || last.dimensions.measure !== undefined) return undefined;
  // 其中应急处置项目执行数54.32万元，占一般公共预算项目支出的57.92%: of one project as well.
  if (last.concept !== "performance-amount" && last.concept !== "project-amount") return undefined;
  if (!/^[，（]占/.test(r.view.text.slice(r.lastNumberEnd, number.start))) return undefined;
  return { concept: last.concept, dimensions: last.dimensions };
}
