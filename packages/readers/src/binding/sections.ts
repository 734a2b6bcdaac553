import type { PartId, SectionId } from "@juesuan/core";

/** How a heading is recognised, whatever the form: by the words that its title cannot do without. First match wins. */
export const SECTION_TITLES: readonly {
  readonly id: SectionId;
  readonly title: RegExp;
  readonly within?: readonly SectionId[];
}[] = [
  { id: "glossary", title: /^(?:专业性?)?(?:专有)?名词(?:解释|术语)/ },
  {
    id: "general-expenditure.total",
    title: /(?:一般公共预算|公共财政预算)(?:(?:财政)?拨款)?支出(?:决算)?(?:的)?总体(?:情况|说明)/,
  },
  {
    id: "general-expenditure.structure",
    title: /(?:一般公共预算|公共财政预算)(?:(?:财政)?拨款)?(?:支出)?(?:决算)?(?:支出)?结构/,
  },
  {
    id: "general-expenditure.items",
    title: /(?:一般公共预算|公共财政预算)(?:(?:财政)?拨款)?(?:支出)?(?:决算)?(?:支出)?具体/,
  },
  // 一般公共预算及政府性基金财政拨款“三公”经费支出: of both funds, and a section on the expenses all the same.
  { id: "government-fund", title: /政府性基金(?!.*三公)/ },
  { id: "state-capital", title: /国有资本经营(?!.*三公)/ },
  { id: "basic-expenditure", title: /(?:(?:财政)?拨款|一般公共预算|公共财政预算)基本支出/ },
  { id: "three-public.total", title: /三公.*(?:总体|总额|增减变化)/ },
  { id: "three-public.detail", title: /三公.*(?:具体|明细|分项|构成)/ },
  { id: "three-public", title: /三公/ },
  // 公务用车购置数及保有量, 国内公务接待的批次和人数: what some tell apart from the amounts.
  { id: "three-public.detail", title: /^公务用车购置数量?[及和]保有|^(?:国内)?公务接待的?批次[及和]人/ },
  // 一般公共预算财政拨款支出与年初预算比较情况
  {
    id: "general-expenditure.items",
    title: /(?:一般公共预算|公共财政预算)(?:(?:财政)?拨款)?支出(?:决算)?[与和](?:年初)?预算(?:数)?(?:比较|对比|相比)/,
  },
  {
    id: "general-expenditure",
    title: /(?:一般公共预算|公共财政预算)(?:(?:财政)?拨款)?(?:收入支出|收支|收、支|收入、支出)/,
  },
  {
    id: "appropriation-totals",
    title: /财政拨款(?:收入支出|收支|收、支|收入、支出|收入和支出)(?:决算)?(?:总体|总表|情况|总计)?/,
  },
  {
    id: "general-expenditure",
    title: /(?:一般公共预算|公共财政预算)(?:(?:财政)?拨款)?(?:收入)?支出(?:决算表(?=说明)|决算)?(?:情况|说明|$)/,
  },
  { id: "appropriation-totals", title: /^财政拨款收入(?:决算)?(?:情况|说明|$)/ },
  { id: "general-expenditure", title: /^财政拨款支出(?:决算)?(?:情况|说明|$)/ },
  // 机关运行及采购、资产情况: several matters under one heading.
  {
    id: "other-matters",
    title:
      /运行(?:经费|费用?)?(?:支出)?[、，和及与以]+[^，。；]{0,10}(?:采购|资产)|政府采购(?:支出)?[、，和及与以]+[^，。；]{0,10}(?:国有资产|资产占|绩效|运行(?:经)?费)/,
  },
  { id: "operating-costs", title: /(?:机关|机构|行政)(?:（单位）)?运行经费|履行一般行政管理职能/ },
  { id: "procurement", title: /政府采购/ },
  { id: "state-assets", title: /国有资产|^(?:固定)?资产(?:占用)?(?:情况|$)|资产占有使用|车辆及(?:单价)?/ },
  { id: "performance", title: /绩效/ },
  { id: "other-matters", title: /^其他(?:说明)?$|其他(?:重要|需要说明)?的?(?:事项|情况)|一般性支出|会议费|培训费/ },
  {
    id: "totals",
    title:
      /(?:收入支出|收支|收、支|收入、支出|收入和支出)(?:决算)?(?:总体|总计|总表|情况总体)|^(?:(?:部门|单位)?决算)?(?:收入支出|收支|收、支)(?:决算)?(?:情况|$)|^(?:\d{4}年度?|年度)?(?:收支)?预算执行情况(?:分析|说明|$)/,
  },
  {
    id: "revenue",
    title:
      /^(?:\d{4}年度?)?(?:部门|单位)?(?:决算)?(?:本年)?收入(?:决算表(?=说明)|决算)?(?:来源)?(?:情况|说明|总体|结构|构成|$)/,
  },
  {
    id: "expenditure",
    title:
      /^(?:\d{4}年度?)?(?:部门|单位)?(?:本年)?支出(?:决算表(?=说明)|决算)?(?:情况|说明|总体|结构|构成|明细|具体|$)/,
  },
  // 三、支出按功能分类: the same expenditure once more, by what it was for.
  { id: "expenditure", title: /^支出按(?:功能|经济)(?:科目)?分类/ },
  { id: "responsibilities", title: /(?:部门|单位|主要|机构|基本)?(?:职责|职能)(?!转变)/ },
  {
    id: "institutions",
    title:
      /人员(?:和车辆)?(?:的)?编制|机构设置|单位构成|机构情况|部门构成|决算单位|人员(?:构成)?情况|机构组成|机构编制/,
  },
];

/** Second-level headings within a section that alone name too little: （一）总体情况. */
export const SHORT_TITLES: Readonly<
  Partial<Record<SectionId, readonly { readonly id: SectionId; readonly title: RegExp }[]>>
> = {
  "general-expenditure": [
    { id: "general-expenditure.total", title: /总体/ },
    { id: "general-expenditure.structure", title: /结构|构成/ },
    { id: "general-expenditure.items", title: /具体|明细/ },
  ],
  "appropriation-totals": [
    { id: "basic-expenditure", title: /^(?:一般公共预算)?(?:财政拨款)?基本支出(?:决算)?(?:情况|$)/ },
  ],
  "three-public": [
    { id: "three-public.total", title: /总体/ },
    { id: "three-public.detail", title: /具体|明细|分项/ },
  ],
};

/** The section a heading opens: by its words, with or without the year and the department's name before them. */
export function sectionOfTitle(title: string): SectionId | undefined {
  // （十）国有资本经营预算支出（类）: a class among the items, not the section of that budget.
  if (/[（(][类款项][）)]/.test(title)) return undefined;
  const plain = title
    .replace(/^[^，。；]{0,40}?(?:19|20)\d{2}年?度?(?:部门|单位)?(?=[一-龥“])/, "")
    .replace(/^关于/, "")
    .replace(/的(?=说明$)/, "");
  return (
    SECTION_TITLES.find((candidate) => candidate.title.test(title)) ??
    SECTION_TITLES.find((candidate) => candidate.title.test(plain))
  )?.id;
}

/** 二、公务接待费: a notice on “three public” expenses alone has a heading for each of them. */
export function sectionOfItem(title: string): SectionId | undefined {
  return /^(?:因公出国|公务接待|公务用车购置|公车)[^，。；]{0,20}(?:费|经费|支出)/.test(title)
    ? "three-public"
    : undefined;
}

export const PART_TITLES: readonly { readonly id: PartId; readonly title: RegExp }[] = [
  { id: "glossary", title: /名词解释|名词术语/ },
  { id: "narrative", title: /(?:决算|执行)(?:数据)?(?:情况)?(?:的)?(?:分析)?说明|决算情况|情况说明/ },
  { id: "appended-tables", title: /附表/ },
  { id: "tables", title: /决算(?:公开)?(?:报)?表|决算公开表/ },
  { id: "annexes", title: /附件/ },
  { id: "overview", title: /概况|基本情况|概述|简介/ },
];

/** Parts by their order where a heading is only a title: sections that stand in the narrative. */
export const SECTION_PARTS: Readonly<Record<SectionId, PartId>> = {
  responsibilities: "overview",
  institutions: "overview",
  totals: "narrative",
  revenue: "narrative",
  expenditure: "narrative",
  "appropriation-totals": "narrative",
  "general-expenditure": "narrative",
  "general-expenditure.total": "narrative",
  "general-expenditure.structure": "narrative",
  "general-expenditure.items": "narrative",
  "basic-expenditure": "narrative",
  "three-public": "narrative",
  "three-public.total": "narrative",
  "three-public.detail": "narrative",
  "government-fund": "narrative",
  "state-capital": "narrative",
  "other-matters": "narrative",
  "operating-costs": "narrative",
  procurement: "narrative",
  "state-assets": "narrative",
  performance: "narrative",
  glossary: "glossary",
  annex: "annexes",
};
