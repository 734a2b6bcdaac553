import { BODY, cleanName, isNoName, NAMES_A_PLACE, YEAR } from "./names.ts";

// A page without a title: whose it is, and of which year, is told in its text.

export function toldIdentity(text: string, head: string): { department?: string; fiscalYear?: number } | undefined {
  const found =
    new RegExp(`第一部分：?([^\\n。，；：\\d]{2,30}?${BODY})(?:单位|部门)?概况`).exec(head)?.[1] ??
    new RegExp(
      `(?:从预算单位构成看，|纳入|^|\\n|。)([^\\n。，；：\\d]{3,36}?${BODY})(?=${YEAR}(?:部门)?(?:决算|收入支出))`,
    ).exec(text)?.[1] ??
    introduced(head, text) ??
    writtenAbove(head);
  const name = found === undefined || isNoName(found) ? undefined : found;
  const year = yearOf(text);
  if (year === undefined && name === undefined) return undefined;
  return {
    ...(name === undefined ? {} : { department: cleanName(name) }),
    ...(year === undefined ? {} : { fiscalYear: year }),
  };
}

/** 编制单位：青禾市民政局, in lines of its own at the beginning: whose it is, where all of them say the same. */
function writtenAbove(head: string): string | undefined {
  const names = new Set<string>();
  for (const [, name] of head.matchAll(WRITTEN_ABOVE)) names.add(name!);
  const [only] = names;
  return names.size === 1 ? only : undefined;
}

const WRITTEN_ABOVE = new RegExp(
  `(?:^|\\n)(?:编制|公开|填报)?(?:部门|单位)(?:名称)?：([一-龥（）]{2,40}?${BODY})(?=金额单位|单位：|\\n|$)`,
  "g",
);

const NAME = `(?![本我该各全])([一-龥（）]{2,30}?${BODY})`;
const INTRODUCTIONS: readonly RegExp[] = [
  // 一、青禾市市场监督管理局概况
  new RegExp(`(?:^|\\n)一、${NAME}(?:单位|部门)?(?:（[^（）\\n]{1,12}）)?(?:概况|基本情况)(?=\\n|$)`, "g"),
  // 北京市财政局（以下简称“市财政局”）是负责本市财政收支的市政府组成部门
  new RegExp(
    `(?:\\n|职责。)${NAME}(?:（以?下?简称[^（）\\n]{2,20}）)?(?:是|为|系|包括|隶属于|成立于|属于|内设|共设|承担|行政编制|事业编制)`,
    "g",
  ),
  new RegExp(`[\\n。，：、]${NAME}(?:的?主要职[责能]|主要履行|主要负责)`, "g"),
  // 根据《青禾县水利局职能配置、内设机构和人员编制规定》
  new RegExp(`《${NAME}(?:主要职责|职能配置|机构设置|机构编制|职责配置)`, "g"),
];
/** 说明：甘露镇人民政府没有使用国有资本经营预算安排的支出，故本表无数据。 */
const NOTED = new RegExp(`(?:说明|注|备注)：${NAME}(?=(?:20\\d\\d年度?)?(?:没有|无|未)[^。\\n]{2,60}(?:本|此)表)`, "g");
const A_TOWN = /^[一-龥]{2,8}(?:镇|乡|街道)/;

/** Who is introduced by a sentence of the first section, or of a table that it has nothing for. */
function introduced(head: string, text: string): string | undefined {
  for (const pattern of INTRODUCTIONS)
    for (const [, name] of head.matchAll(pattern)) if (NAMES_A_PLACE.test(name!)) return name!;
  for (const [, name] of text.matchAll(NOTED)) if (NAMES_A_PLACE.test(name!) || A_TOWN.test(name!)) return name!;
  return undefined;
}

/** What a year is told of, the surest first. */
const YEARS: readonly RegExp[] = [
  new RegExp(
    `(?<![较比与和同])${YEAR}(?=本年|一般公共|财政拨款|总?收入|总?支出|(?:本|我)?(?:部门|单位)?三公经费|实际支出)`,
    "g",
  ),
  new RegExp(`(?<![较比与和同])${YEAR}(?=(?:主要|重点|度)*工作(?:完成)?(?:情况|任务))`, "g"),
  // Over a table: 编制单位：青禾市水务局 2023年度 金额单位：万元
  new RegExp(`${YEAR}\\n?(?=(?:金额)?单位：|公开\\d|财决)`, "g"),
];

/** The year that the accounts are of, by what is told of it; the year that it is compared with comes less often. */
function yearOf(text: string): number | undefined {
  const told = new RegExp(`(?<![较比与和同])${YEAR}(?:部门|单位)?(?:收入支出|收、支|收支)?(?:决算)?(?:总计|决算)`).exec(
    text,
  );
  if (told) return Number(told[1]);
  for (const pattern of YEARS) {
    const times = new Map<string, number>();
    for (const [, year] of text.matchAll(pattern)) times.set(year!, (times.get(year!) ?? 0) + 1);
    const [most] = [...times].toSorted(([, a], [, b]) => b - a);
    if (most) return Number(most[0]);
  }
  return undefined;
}
