import { type ConceptKey, type Dimensions, type Figure, type Stage } from "@juesuan/core";
import type { PrintedColumn } from "./heading.ts";
import { fundsOf } from "./performance/declaration.ts";
import { isOfBudget } from "./titles.ts";
import { headingWord, labelWord } from "./words.ts";

// Tables that no form declares. Lists of projects say plainly what their columns hold; of other tables only the words
// around a figure are known.

/** What a column of a list of projects states of each. */
export interface ProjectColumn {
  readonly concept: "project-amount" | "performance-score";
  readonly stage?: Exclude<Stage, "final">;
  readonly measure?: "completion";
  readonly unit?: Figure["unit"];
  /** Part of the project's money. */
  readonly funds?: Dimensions;
}

const COLUMNS: readonly { readonly words: RegExp; readonly column: ProjectColumn }[] = [
  {
    words: /(?:执行|完成|支出)率|完成.*%/,
    column: { concept: "project-amount", measure: "completion", unit: "percent" },
  },
  { words: /^(?:绩效)?(?:自评|评价)?(?:得分|分数|评分)$/, column: { concept: "performance-score", unit: "score" } },
  { words: /年初预算/, column: { concept: "project-amount", stage: "original-budget" } },
  { words: /(?:全年|调整后?)预算/, column: { concept: "project-amount", stage: "adjusted-budget" } },
  { words: /^(?:项目)?预算(?:数|金额|安排数?)?$/, column: { concept: "project-amount", stage: "budget" } },
  {
    words: /^(?:全年|实际|项目|资金)?(?:执行|支出|决算|使用)(?:数|金额|额|情况)?$|^(?:项目)?(?:资金|支出)?金额$/,
    column: { concept: "project-amount" },
  },
];

/** Whether the rows of a table are projects: its names stand under 项目名称. */
export function isProjectList(columns: readonly PrintedColumn[]): boolean {
  return columns.some(isOfProjects);
}

/** 一级目录 | 项目名称 | 金额: the column that names the projects, and not what they belong to. */
export function isOfProjects({ role, path }: PrintedColumn): boolean {
  return role === "name" && /^(?:项目|子项目|专项)名称$/.test(labelWord(path.at(-1) ?? ""));
}

/**
 * 重点项目支出情况表, a list with a score to each, or with how far each was carried out (全年预算数, 执行数, 执行率): some of the projects, whose
 * total is not all that was spent on projects.
 */
export function isOfChosenProjects(title: string | undefined, columns: readonly PrintedColumn[]): boolean {
  if (!isProjectList(columns)) return false;
  const states = columns.flatMap(({ path }) => projectColumn(path) ?? []);
  const isScored = states.some(({ concept }) => concept === "performance-score");
  const isFollowed = states.some(({ measure }) => measure === "completion") && states.some(({ stage }) => stage);
  return isScored || isFollowed || (title !== undefined && title.includes("重点"));
}

/** 全年执行数(B): the letter that 执行率(B/A) names it by. */
const LETTER = /\([A-Z]\)$/;

/** What one column states; of a part of the project's money under 全年预算数 | 其中：财政拨款. */
export function projectColumn(path: readonly string[]): ProjectColumn | undefined {
  for (let index = path.length - 1; index >= 0; index--) {
    const word = headingWord(path[index]!)
      .replace(/^\d{4}年?度?/, "")
      .replace(LETTER, "");
    const found = COLUMNS.find(({ words }) => words.test(word));
    if (!found) continue;
    const below = path.slice(index + 1);
    const funds = below.length === 0 ? undefined : fundsOf(below.at(-1)!);
    // Below 全年预算数 stands a word that nobody has taught: a part, though not which.
    if (below.length > 0 && !funds) return undefined;
    return funds ? { ...found.column, funds } : found.column;
  }
  return undefined;
}

/**
 * What the columns of a list state. 执行率 is of what the year was given in the end, where the list prints that; beside 年初预算数 alone
 * it may be of another budget.
 */
export function projectColumns(columns: readonly PrintedColumn[]): ReadonlyMap<number, ProjectColumn> {
  const known = columns.flatMap(({ index, path }) => {
    const column = projectColumn(path);
    return column ? [{ index, column }] : [];
  });
  const stages = known.flatMap(({ column }) => column.stage ?? []);
  const last = (["adjusted-budget", "budget"] as const).find((stage) => stages.includes(stage));
  return new Map(
    known.map(({ index, column }) => [
      index,
      column.measure === "completion" && last !== undefined ? { ...column, stage: last } : column,
    ]),
  );
}

export const isTotalOfList = (label: string): boolean => /^(?:合\s*计|总\s*计)$/.test(label);

/** The total of a list is told from that of another by its title. */
export function projectKey({ concept, stage, measure, funds }: ProjectColumn, label: string, title = ""): ConceptKey {
  return {
    concept,
    dimensions: {
      ...(stage === undefined ? {} : { stage }),
      ...funds,
      label: isTotalOfList(label) ? `${title}合计` : label,
      ...(measure === undefined ? {} : { measure }),
    },
  };
}

/** Why a figure of an undeclared table is not bound. */
export function reasonFor(title: string | undefined, isLost = false, isKnown = false): string {
  if (title === undefined) return "所在表格没有表题，也不合任何法定决算表的表式";
  if (/绩效|自评|评价/.test(title)) return `《${title}》是绩效表，表中数字只列出、不绑定`;
  if (isOfBudget(title)) return `《${title}》是预算表，不是决算表`;
  if (isLost) return `《${title}》的各栏没有对齐，分不清哪个数字在哪一栏`;
  if (isKnown) return `《${title}》的各栏与该表的表式对不上，分不清哪个数字在哪一栏`;
  return `《${title}》不是法定决算表，表中数字只列出、不绑定`;
}
