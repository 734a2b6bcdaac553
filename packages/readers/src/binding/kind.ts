import type { BoundTable, DocumentKind, Oddity, Section, SectionId } from "@juesuan/core";

/** What a document is, and for all but a department's final accounts one sentence that says so. */
export interface Kind {
  readonly kind: DocumentKind;
  readonly refusal?: { readonly zh: string; readonly en: string };
}

/** What the kind of a document is told by. */
export interface KindEvidence {
  readonly head: string;
  readonly all: string;
  readonly sections: readonly Pick<Section, "id">[];
  /** Sections without a heading, that sentences with their figures belong to. */
  readonly told?: readonly SectionId[];
  readonly tables: readonly Pick<BoundTable, "table">[];
  readonly oddities?: readonly Oddity[];
}

/** What a reader tells of places that hold the accounts perhaps, and that it did not read. */
const UNREAD: ReadonlySet<string> = new Set([
  "scanned-document",
  "attachment",
  "embedded-object",
  "picture",
  "outlined-page",
  "unmapped-text",
]);

const REFUSALS = {
  budget: {
    zh: "这是部门预算，不是部门决算：预算说的是打算收支多少，决算说的是实际收支多少。请改用决算公开文件。",
    en: "This is a departmental budget, not final accounts: it states what was planned, not what was spent. Please give the final accounts disclosure.",
  },
  government: {
    zh: "这是一级政府的财政决算（预算执行报告），不是部门决算：两者的表和关系不同，本工具只核对部门决算。",
    en: "These are the accounts of a whole government, not of a department: their tables and relations differ, and only departmental final accounts are checked.",
  },
  summary: {
    zh: "这是一级政府汇总的“三公”经费，不是某一部门的决算。请改用部门自己公开的决算。",
    en: "These are the “three public” expenses of all bodies of a government, not of a department. Please give a department's own final accounts.",
  },
  audit: {
    zh: "这是审计机关关于决算的报告或公告，不是部门决算本身。请改用该部门自己公开的决算。",
    en: "This is an audit office's report on final accounts, not the accounts themselves. Please give the department's own disclosure.",
  },
  index: {
    zh: "这是列出各部门决算的目录页，不是某一部门的决算。请打开其中一个部门的决算再核对。",
    en: "This is a page that lists the final accounts of many departments. Please open those of one department.",
  },
  other: {
    zh: "没有在文件中找到部门决算的表或说明，无法核对。请确认文件是部门决算公开文件。",
    en: "No table or narrative of departmental final accounts was found in this file. Please check that it is a final accounts disclosure.",
  },
} as const;

/** Sections that tell money; what a department is for stands in other documents too. */
const TOLD: ReadonlySet<SectionId> = new Set<SectionId>([
  "totals",
  "revenue",
  "expenditure",
  "appropriation-totals",
  "general-expenditure",
  "basic-expenditure",
  "three-public",
  "government-fund",
  "state-capital",
  "operating-costs",
  "procurement",
  "state-assets",
]);

/** Words for what only a whole government has. */
const GOVERNMENT_WORDS =
  /税收返还|债务限额|限额和余额|社会保险基金(?:决算|预算|收入)|一般公共预算收入(?:完成|决算表|表)|税收收入|上解|预算稳定调节基金|转移支付(?:决算|执行)|(?:区|县|市|省)本级支出决算/g;

/** Final accounts, a budget, a government's own accounts, or something else, by what the document holds. */
export function kindOf({ head, all, sections, told: untitled = [], tables, oddities = [] }: KindEvidence): Kind {
  const title = head.slice(0, 400);
  const told = new Set(
    [...sections.map(({ id }) => id), ...untitled]
      .map((id) => id?.split(".")[0] as SectionId | undefined)
      .filter((id) => id && TOLD.has(id)),
  ).size;
  const declared = new Set(tables.flatMap(({ table }) => table ?? [])).size;
  const holdsAccounts = declared > 0 || told > 0;
  if (isBudget(title, all)) return { kind: "budget", refusal: REFUSALS.budget };
  if (isOfGovernment(head.slice(0, 600), all, told)) return { kind: "other", refusal: REFUSALS.government };
  if (told <= 2 && isSummary(title)) return { kind: "other", refusal: REFUSALS.summary };
  if (/审计(?:结果|查出|发现|报告)|审计(?:决定|意见)书/.test(title) && told < 3)
    return { kind: "other", refusal: REFUSALS.audit };
  if (!holdsAccounts && count(all, /(?:部门|单位)决算(?:公开)?(?:\d{4}-\d{1,2}-\d{1,2}|〔|\d{2}-\d{2})/g) >= 4)
    return { kind: "other", refusal: REFUSALS.index };
  // “三公”经费支出决算情况说明, published apart, may say the word in its title alone.
  const ofAccounts = count(all, /决算/g) >= 2 || /三公经费[^\n]{0,12}决算/.test(title);
  if (!holdsAccounts || !ofAccounts) return { kind: "other", refusal: notFound(oddities) };
  return { kind: "final-accounts" };
}

/** Nothing of the accounts was found; where they may be is said. */
function notFound(oddities: readonly Oddity[]): NonNullable<Kind["refusal"]> {
  const unread = oddities.find(({ code }) => UNREAD.has(code));
  if (!unread) return REFUSALS.other;
  return {
    zh: `没有在文件中找到部门决算的表或说明，无法核对：${unread.message}。`,
    en: `No table or narrative of departmental final accounts was found in this file: ${unread.messageEn}.`,
  };
}

function isBudget(title: string, all: string): boolean {
  const budget =
    /(?:部门|单位|区级部门|市级部门|年度?)预算(?:公开|编制说明|说明|信息|情况|表|$|\n)|三公经费(?:支出)?预算/.exec(
      title,
    );
  const accounts = /(?:部门|单位|年度?)决算/.exec(title);
  if (budget && (!accounts || budget.index < accounts.index) && count(all, /预算/g) > count(all, /决算/g)) return true;
  return !accounts && count(all, /决算/g) < 6 && count(all, /预算/g) > 20 && /部门(?:收支|财务收支)?预算/.test(all);
}

function isOfGovernment(head: string, all: string, told: number): boolean {
  if (/部门决算|单位决算/.test(head.slice(0, 60)) || told >= 4) return false;
  if (
    !/部门决算|单位决算/.test(head) &&
    /(?:财政总决算|政府决算|财政(?:收支)?决算(?:的)?(?:报告|草案|情况)|预算执行情况和.{0,12}预算草案|财政预算执行情况)/.test(
      head,
    )
  )
    return true;
  return /政府.{0,12}决算|财政.{0,8}决算|决算草案/.test(head) && new Set(all.match(GOVERNMENT_WORDS) ?? []).size >= 2;
}

/** 经县财政局汇总，全县各部门“三公”经费决算…: of all who belong to a government. */
function isSummary(title: string): boolean {
  return (
    /三公.{0,4}经费/.test(title) &&
    /财政[局厅][^。：\n]{0,16}汇总|三公[^。：\n]{0,12}汇总|各部门[^。：\n]{0,20}三公|(?:全[省市州盟县区旗]|[省市州盟县区旗]本级)[^。：\n]{0,30}三公/.test(
      title,
    ) &&
    !/部门决算|单位决算/.test(title.slice(0, 60))
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
