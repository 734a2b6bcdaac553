import type { PartId, SectionId } from "../facts/disclosure.ts";
import { tableOf } from "../tables/catalogue.ts";
import type { ProfilePart, ProfileSection, ProfileTable } from "./profile.ts";

/** The parts of most forms: the tables stand before the narrative. */
export const TABLES_BEFORE_NARRATIVE: readonly ProfilePart[] = [
  { id: "overview", titles: ["部门概况", "单位概况", "概况", "基本情况"] },
  { id: "tables", titles: ["部门决算表", "单位决算表", "部门决算报表", "决算表"] },
  { id: "narrative", titles: ["部门决算情况说明", "单位决算情况说明", "决算情况说明"] },
  { id: "glossary", titles: ["名词解释", "专业名词解释"] },
];

export const ANNEXES: ProfilePart = { id: "annexes", titles: ["附件"] };

/** The titles of the sections met in any form: what a form adds stands before them. */
const SECTION_TITLES: Readonly<Partial<Record<SectionId, readonly string[]>>> = {
  responsibilities: ["部门职责", "主要职能", "主要职责", "部门主要职责", "部门主要职能", "单位主要职责", "职能职责"],
  institutions: [
    "机构设置",
    "部门决算单位构成",
    "机构设置及决算单位构成",
    "部门基本情况",
    "机构设置情况",
    "机构设置及人员情况",
    "部门机构设置",
    "决算单位构成",
    "单位构成",
  ],
  totals: [
    "收入支出决算总体情况说明",
    "收入支出决算总体情况",
    "年度收入支出决算总体情况",
    "收支决算总体情况说明",
    "收入支出总体情况说明",
  ],
  revenue: ["收入决算情况说明", "收入决算情况", "收入情况说明"],
  expenditure: ["支出决算情况说明", "支出决算情况", "支出情况说明"],
  "appropriation-totals": [
    "财政拨款收入支出决算总体情况说明",
    "财政拨款收入支出总体情况说明",
    "财政拨款收入支出决算情况说明",
    "财政拨款收支决算总体情况说明",
  ],
  "general-expenditure": [
    "一般公共预算财政拨款支出决算情况说明",
    "一般公共预算支出决算情况说明",
    "一般公共预算财政拨款支出决算情况",
    "财政拨款支出决算情况说明",
  ],
  "general-expenditure.total": ["一般公共预算财政拨款支出决算总体情况"],
  "general-expenditure.structure": ["一般公共预算财政拨款支出决算结构情况"],
  "general-expenditure.items": ["一般公共预算财政拨款支出决算具体情况"],
  "basic-expenditure": ["一般公共预算财政拨款基本支出决算情况说明", "一般公共预算基本支出决算情况说明"],
  "three-public": [
    "财政拨款“三公”经费支出决算情况说明",
    "一般公共预算财政拨款“三公”经费支出决算情况说明",
    "“三公”经费支出决算情况说明",
  ],
  "three-public.total": ["“三公”经费财政拨款支出决算总体情况说明", "“三公”经费财政拨款支出决算总体情况"],
  "three-public.detail": ["“三公”经费财政拨款支出决算具体情况说明", "“三公”经费财政拨款支出决算具体情况"],
  "government-fund": [
    "政府性基金预算财政拨款收入支出决算情况说明",
    "政府性基金预算支出决算情况说明",
    "政府性基金预算财政拨款支出决算情况说明",
    "政府性基金预算收入支出决算情况",
  ],
  "state-capital": [
    "国有资本经营预算财政拨款收入支出决算情况说明",
    "国有资本经营预算支出决算情况说明",
    "国有资本经营预算财政拨款支出决算情况说明",
    "国有资本经营预算财政拨款支出决算情况",
  ],
  "other-matters": ["其他重要事项的情况说明", "其他重要事项说明", "其他重要事项情况说明"],
  "operating-costs": ["机关运行经费支出情况", "机关运行经费支出情况说明", "机关运行经费支出说明"],
  procurement: ["政府采购支出情况", "政府采购支出情况说明", "政府采购情况说明"],
  "state-assets": ["国有资产占有使用情况", "国有资产占有使用情况说明", "国有资产占用情况", "国有资产占用情况说明"],
  performance: [
    "预算绩效管理情况",
    "预算绩效情况说明",
    "部门绩效自评情况",
    "预算绩效管理工作开展情况说明",
    "预算绩效管理工作开展情况",
    "部门绩效管理情况说明",
    "绩效自评情况",
    "项目绩效自评情况",
    "绩效评价情况",
    "绩效管理情况",
  ],
  glossary: ["名词解释", "专业名词解释"],
  annex: ["附件"],
};

function first(official: readonly string[], known: readonly string[]): readonly string[] {
  return [...new Set([...official, ...known])];
}

/** A section under its official titles in a form, with all aliases met elsewhere. */
export function section(part: PartId, id: SectionId, ...official: string[]): ProfileSection {
  return { id, part, titles: first(official, SECTION_TITLES[id] ?? []) };
}

/** A section that a form knows but does not owe. */
export function optional(entry: ProfileSection): ProfileSection {
  return { ...entry, owed: false };
}

/** A section whose form tells by how much the year changed, and asks for no reason. */
export function unexplained(entry: ProfileSection): ProfileSection {
  return { ...entry, explained: false };
}

/** The tables of a form in their order: the declaration's id, and the form's own titles where they differ. */
export function tables(...entries: readonly (readonly [table: string, ...official: string[]])[]): ProfileTable[] {
  return entries.map(([table, ...official], index) => ({
    table,
    number: index + 1,
    titles: first(official, tableOf(table)?.titles ?? []),
  }));
}
