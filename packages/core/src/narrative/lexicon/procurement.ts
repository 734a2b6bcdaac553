import type { SectionId } from "../../facts/disclosure.ts";
import type { SubjectPhrase } from "./phrase.ts";

const KINDS = [
  ["货物", "goods"],
  ["工程", "works"],
  ["服务", "services"],
] as const;

const RESERVED = "(?:政府)?(?:采购)?(?:项目)?(?:预算)?(?:金额|总额|份额)?(?=为?\\d)";

/** Sections that may end in a sentence on procurement: 2024年政府采购预算200万元，其中：货物50万元. */
const NEIGHBOURS: readonly SectionId[] = [
  "three-public",
  "three-public.total",
  "three-public.detail",
  "operating-costs",
  "state-assets",
];

/** 政府采购支出, by kind and by the size of the contractor. */
export const PROCUREMENT: readonly SubjectPhrase[] = [
  // 公开招标2项300万元，竞争性谈判80万元: of all that was procured, by the way it was.
  {
    pattern:
      "(?:公开招标|邀请招标|竞争性谈判|竞争性磋商|单一来源|询价|框架协议|网上商城|电子卖场|其他(?:采购)?方式)(?:方式)?(?:采购)?(?:金额|支出|项目)?(?:为)?(?=\\d)",
    concept: "procurement",
    labelled: true,
    only: ["procurement", "other-matters"],
  },
  // 授予中小企业合同金额240万元，其中小微企业151万元
  {
    pattern: "(?<=其中：?)小微企业(?:合同)?(?:金额)?(?=为?\\d)",
    concept: "procurement",
    dimensions: { item: "micro" },
    only: ["procurement"],
  },
  {
    pattern: "(?:授予|签订)小微企业(?:的)?(?:合同)?(?:金额|总额)?|小微企业合同(?:金额)?",
    concept: "procurement",
    dimensions: { item: "micro" },
  },
  {
    pattern:
      "(?:面向|预留)小微企业预留(?:政府)?(?:采购)?(?:项目)?(?:预算)?(?:金额)?|面向小微企业预留[^，。；]{0,10}?金额",
    concept: "procurement",
    dimensions: { item: "micro-reserved" },
  },
  // 预留给小型和微型企业的政府采购项目预算为1349.94万元: a part of what was reserved, and not all procurement.
  {
    pattern: `预留给?(?:小型和微型|小型、微型|小型微型|小微型?|微型)企业(?:的)?${RESERVED}`,
    concept: "procurement",
    dimensions: { item: "micro-reserved" },
  },
  {
    pattern: `预留给?中小型?企业(?:的)?${RESERVED}`,
    concept: "procurement",
    dimensions: { item: "sme-reserved" },
  },
  {
    pattern: "面向中小企业预留(?:政府)?(?:采购)?(?:项目)?(?:预算)?(?:金额)(?!的)",
    concept: "procurement",
    dimensions: { item: "sme-reserved" },
  },
  {
    pattern:
      "在面向中小企业预留[^。；]{0,20}?由中小企业(?:供应商)?(?:中标或成交|中标（成交）|中标)的?，?采购(?:项目)?金额",
    concept: "procurement",
    dimensions: { item: "sme-reserved-won" },
  },
  {
    pattern:
      "在面向小微企业预留[^。；]{0,20}?由小微企业(?:供应商)?(?:中标或成交|中标（成交）|中标)的?，?采购(?:项目)?金额",
    concept: "procurement",
    dimensions: { item: "micro-reserved-won" },
  },
  {
    pattern: "在其他政府采购项目中，?由中小企业(?:供应商)?(?:中标或成交|中标（成交）|中标)的?，?采购(?:项目)?金额",
    concept: "procurement",
    dimensions: { item: "other-sme-won" },
  },
  {
    pattern: "在其他政府采购项目中，?由小微企业(?:供应商)?(?:中标或成交|中标（成交）|中标)的?，?采购(?:项目)?金额",
    concept: "procurement",
    dimensions: { item: "other-micro-won" },
  },
  {
    pattern: "面向小微企业(?:的)?(?:政府)?采购(?:项目)?(?:金额|支出)?",
    concept: "procurement",
    dimensions: { item: "micro" },
  },
  {
    pattern: "面向中小企业(?:的)?(?:政府)?采购(?:项目)?(?:金额|支出)?",
    concept: "procurement",
    dimensions: { item: "sme" },
  },
  // 其中，中小企业采购金额7074万元（其中小微企业采购金额3537万元）
  {
    pattern: "(?:由)?小微企业(?:政府)?采购(?:合同)?(?:金额|支出|总额)",
    concept: "procurement",
    dimensions: { item: "micro" },
  },
  {
    pattern: "(?:由)?(?<!其)中小(?:微)?企业(?:政府)?采购(?:合同)?(?:金额|支出|总额)",
    concept: "procurement",
    dimensions: { item: "sme" },
  },
  // 货物采购预算120万元，实际采购110.35万元
  ...KINDS.flatMap(([words, item]): SubjectPhrase[] => [
    {
      pattern: `${words}(?:类)?(?:采购)?预算(?:数|金额|总额)?(?=为?\\d)`,
      concept: "procurement",
      dimensions: { item, stage: "budget" },
    },
    {
      pattern: `(?<=${words}(?:类)?采购预算(?:数|金额|总额)?为?\\d[\\d.,]*万?元[，、])实际(?:完成)?采购(?:支出|金额|总额|数)?(?=为?\\d)`,
      concept: "procurement",
      dimensions: { item },
    },
    {
      pattern: `${words}(?:类)?(?:采购|支出|项目)*授予中小企业(?:(?:的)?合同(?:金额|总额)?|(?=占))`,
      concept: "procurement",
      dimensions: { item: `sme-${item}` },
    },
    // 货物采购授予中小企业合同金额占货物支出的100%，工程占95.24%，服务占50%
    {
      pattern: `(?<=(?:货物|工程|服务)[^，。；\\d]{0,8}授予中小企业[^，。；\\d]{0,24}\\d[\\d.]*%(?:[，、；](?:货物|工程|服务)[^，。；\\d]{0,12}占[^，。；\\d]{0,12}\\d[\\d.]*%)?[，、；])${words}(?:类)?(?:采购|支出|项目)*(?=占)`,
      concept: "procurement",
      dimensions: { item: `sme-${item}` },
    },
  ]),
  {
    pattern:
      "(?:政府采购)?(?:授予|签订)(?:给)?中小(?:微)?(?:型)?企业(?:的)?(?:合同)?(?:金额|总额)?|中小企业合同(?:金额)?",
    concept: "procurement",
    dimensions: { item: "sme" },
  },
  {
    pattern: "(?:政府)?(?:采购)?货物(?:类)?(?:采购)?(?:项目)?(?:支出|金额|预算)?(?:金额)?(?=为?\\d|支出|占|，)",
    concept: "procurement",
    dimensions: { item: "goods" },
    only: ["procurement", "other-matters"],
  },
  {
    pattern: "(?:政府)?(?:采购)?工程(?:类)?(?:采购)?(?:项目)?(?:支出|金额|预算)?(?:金额)?(?=为?\\d|支出|占|，)",
    concept: "procurement",
    dimensions: { item: "works" },
    only: ["procurement", "other-matters"],
  },
  {
    pattern: "(?:政府)?(?:采购)?服务(?:类)?(?:采购)?(?:项目)?(?:支出|金额|预算)?(?:金额)?(?=为?\\d|支出|占|，)",
    concept: "procurement",
    dimensions: { item: "services" },
    only: ["procurement", "other-matters"],
  },
  // 政府采购计划130万元、预算120万元: two of them, of which the budget is told last.
  {
    pattern: "政府采购计划(?:金额|数|总额)?(?=为?\\d[\\d.,]*万?元[，、](?:政府采购)?预算)",
    concept: "procurement",
    labelled: true,
    only: ["procurement", "other-matters", ...NEIGHBOURS],
  },
  {
    pattern: "(?<=政府采购计划(?:金额|数|总额)?为?\\d[\\d.,]*万?元[，、])(?:政府采购)?预算(?:金额|数|总额)?(?=为?\\d)",
    concept: "procurement",
    dimensions: { stage: "budget" },
    only: ["procurement", "other-matters", ...NEIGHBOURS],
  },
  {
    pattern: "政府采购(?:计划|预算)(?:金额|数|总额|安排)?(?=为?\\d)",
    concept: "procurement",
    dimensions: { stage: "budget" },
    only: ["procurement", "other-matters", ...NEIGHBOURS],
  },
  ...KINDS.map(([words, item]): SubjectPhrase => ({
    pattern: `(?<=政府采购(?:预算|支出|总额|金额)[^。\\n]{0,80})(?:政府采购)?${words}(?:类)?(?:采购)?(?:支出|预算)?(?:金额)?(?=为?\\d)`,
    concept: "procurement",
    dimensions: { item },
    only: NEIGHBOURS,
  })),
  {
    pattern: "政府采购(?:支出|总额|总金额)(?=为?\\d)",
    concept: "procurement",
    only: NEIGHBOURS,
  },
  // Nothing else is called so, wherever it is told.
  { pattern: "政府采购支出总额(?=为?\\d)", concept: "procurement" },
  {
    pattern: "(?:实际(?:完成)?(?:政府)?采购(?:金额|总额|支出)?|全年采购(?:金额|总额))(?=为?\\d)",
    concept: "procurement",
    only: ["procurement"],
  },
  // （五）政府采购12.6万元。: a heading that tells by itself, wherever it stands.
  {
    pattern: "(?<=(?:^|\\n)（?[一二三四五六七八九十\\d]{1,2}[）、.])政府采购(?:支出)?(?:总额)?(?=为?\\d)",
    concept: "procurement",
  },
  {
    pattern: "政府采购(?:支出)?(?:决算)?(?:金额|总额|支出总额|总金额|支出)?(?:（[^）]{0,12}）)?",
    concept: "procurement",
    only: ["procurement", "other-matters"],
  },
];
