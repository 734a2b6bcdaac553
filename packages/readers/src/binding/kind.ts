import type { BoundTable, ContentsEntry, DocumentKind, Oddity, Section, SectionId } from "@juesuan/core";
import { oddityOf, oneMatterOf } from "./one-matter.ts";
import { REFUSALS } from "./refusals.ts";
import { isTraditional } from "../text/script.ts";
import { sectionOfTitle } from "./sections.ts";

/** What a document is, and for all but a department's final accounts one sentence that says so. */
export interface Kind {
  readonly kind: DocumentKind;
  readonly refusal?: { readonly zh: string; readonly en: string };
  /** What is to be said of a document that is read nevertheless. */
  readonly oddity?: Oddity;
}

/** What the kind of a document is told by. */
export interface KindEvidence {
  readonly head: string;
  readonly all: string;
  readonly sections: readonly Pick<Section, "id">[];
  readonly contents?: readonly Pick<ContentsEntry, "title">[];
  /** Sections without a heading, that sentences with their figures belong to. */
  readonly told?: readonly SectionId[];
  readonly tables: readonly Pick<BoundTable, "table">[];
  /** How many figures were found in the tables and in the narrative, bound or not. */
  readonly figures: number;
  /** Sections that have words below their headings. */
  readonly spoken?: readonly SectionId[];
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
  /税收返还|债务限额|限额和余额|社会保险基金(?:决算|预算|收入)|一般公共预算收入(?:完成|决算表|表|(?=\d))|税收收入|非税收入|增值税|企业所得税|上解|预算稳定调节基金|转移支付(?:决算|执行)|(?:区|县|市|省)本级支出决算|[全本][省市县区盟旗州](?:本级)?一般公共预算(?:收入|支出)|[省市县区盟旗州]本?级一般公共预算(?:收入|支出)/g;

/** Final accounts, a budget, a government's own accounts, or something else, by what the document holds. */
export function kindOf(evidence: KindEvidence): Kind {
  const { head, all, sections, contents = [], told: untitled = [], tables, oddities = [] } = evidence;
  const title = head.slice(0, 400);
  const told = howManyTold([...sections.map(({ id }) => id), ...untitled]);
  const declared = new Set(tables.flatMap(({ table }) => table ?? [])).size;
  // Headings with nothing below them are a contents, or the beginning of a document that was cut.
  const isTold = evidence.figures > 0 || howManyTold(evidence.spoken ?? []) > 0;
  const holdsAccounts = declared > 0 || (told > 0 && isTold);
  const finals = count(all, /决算/g);
  if (AUDITED.test(head.slice(0, 600)) && told < 3) return { kind: "other", refusal: REFUSALS.audit };
  if (isOfGovernment(head.slice(0, 600), all, told)) return { kind: "other", refusal: REFUSALS.government };
  if (told < 3 && declared === 0 && NEWS.test(head.slice(0, 800))) return { kind: "other", refusal: REFUSALS.news };
  const matter = CALLED_ACCOUNTS.test(title) ? undefined : oneMatterOf(all);
  if (matter === "three-public-of-all") return { kind: "other", refusal: REFUSALS.summary };
  if (matter === "three-public-planned") return { kind: "budget", refusal: REFUSALS.threePublicBudget };
  if (matter !== undefined)
    return holdsAccounts
      ? { kind: "final-accounts", oddity: oddityOf(matter) }
      : { kind: "other", refusal: matter === "procurement" ? REFUSALS.procurement : REFUSALS.threePublic };
  if (isBudget(title, all)) return { kind: "budget", refusal: REFUSALS.budget };
  if (told <= 2 && isSummary(title)) return { kind: "other", refusal: REFUSALS.summary };
  if (/审计(?:结果|查出|发现|报告)|审计(?:决定|意见)书/.test(title) && told < 3)
    return { kind: "other", refusal: REFUSALS.audit };
  if (told < 3 && declared === 0 && isOnPerformance(title)) return { kind: "other", refusal: REFUSALS.performance };
  if (!holdsAccounts && count(all, /(?:部门|单位)决算(?:公开)?(?:\d{4}-\d{1,2}-\d{1,2}|〔|\d{2}-\d{2})/g) >= 4)
    return { kind: "other", refusal: REFUSALS.index };
  if (isTraditional(all)) return { kind: "other", refusal: REFUSALS.traditional };
  // What a bureau of finance is for sounds like a government's accounts, under a title of its own.
  if (
    told < 3 &&
    declared === 0 &&
    !/(?:部门|单位)决算/.test(title) &&
    new Set(all.match(GOVERNMENT_WORDS) ?? []).size >= 2
  )
    return { kind: "other", refusal: REFUSALS.government };
  if (finals === 0 && count(all, /预算/g) > 3 && count(all, AMOUNT) > 3)
    return { kind: "budget", refusal: REFUSALS.budget };
  // “三公”经费支出决算情况说明, published apart, may say the word in its title alone.
  const ofAccounts = finals >= 2 || CALLED_ACCOUNTS.test(title) || /三公经费[^\n]{0,12}决算/.test(title);
  const listed = howManyTold(contents.map((entry) => sectionOfTitle(entry.title)));
  const isCalledAccounts = CALLED_ACCOUNTS.test(title) || (finals >= 2 && (told > 0 || listed >= 2));
  if (!holdsAccounts || !ofAccounts) return { kind: "other", refusal: notFound(isCalledAccounts, oddities) };
  return { kind: "final-accounts" };
}

/** How many of the sections that tell money are among these. */
function howManyTold(ids: readonly (SectionId | undefined)[]): number {
  return new Set(ids.map((id) => id?.split(".")[0] as SectionId).filter((id) => TOLD.has(id))).size;
}

const AMOUNT = /\d(?:\.\d+)?(?:亿|万)?元/g;

/** 2022年度区本级预算执行和其他财政收支审计情况: what auditors report to a people's congress. */
const AUDITED = /预算执行(?:情况)?和其他财政收支(?:情况)?的?审计/;

/** Who wrote it, or sent it: （记者王某）, 新华社北京8月30日电. */
const NEWS =
  /(?:新华[社网]|中新[社网]|中广网|本报|本网).{0,14}[电讯]|新闻(?:客户端|网)|记者.{0,8}(?:获悉|了解到|报道)|（记者[一-龥、]{2,12}(?:[，）])|[一-龥]日报/;

/** What a document calls itself first: an evaluation, before the word for accounts comes. */
function isOnPerformance(title: string): boolean {
  const report = /绩效(?:单位|部门)?(?:自我)?(?:评价|自评)[^。，；\n]{0,12}(?:报告|表)/.exec(title);
  const accounts = /(?:部门|单位)决算(?!收支|报表|中)|20\d\d年?度?决算公开/.exec(title);
  return report !== null && (!accounts || report.index < accounts.index);
}

/** A line that is the title of a disclosure, or names it among the contents, with the page where it is. */
const CALLED_ACCOUNTS =
  /(?:^|\n)(?![^\n]{0,40}(?:公开|公布|晒出?)了?20)[^\n。，；]{0,40}(?:(?:(?:部门|单位)(?:收支)?决算|20\d\d年?度?(?:（[^（）\n]{1,6}）\n?)?决算)(?:信息)?(?:公开)?(?:编制)?(?:表|情况)?(?:说明|报告)?|20\d\d年?度?[^\n。，；]{2,40}(?<!算)公开文档)(?:（[^（）\n]{1,12}）)?\d{0,3}(?:目录)?(?=\n|$)/;

/** Nothing of the accounts was found; where they may be is said. */
function notFound(isCalledAccounts: boolean, oddities: readonly Oddity[]): NonNullable<Kind["refusal"]> {
  const unread = oddities.find(({ code }) => UNREAD.has(code));
  if (!unread) return isCalledAccounts ? REFUSALS.bare : REFUSALS.other;
  return {
    zh: `没有在文件中找到部门决算的表或说明，无法核对：${unread.message}。`,
    en: `No table or narrative of departmental final accounts was found in this file: ${unread.messageEn}.`,
  };
}

function isBudget(title: string, all: string): boolean {
  const budget =
    /(?:部门|单位|区级部门|市级部门|年度?)(?:综合|收支)?预算(?:公开|编制|说明|信息|情况|数据|明细|总?表|及三公|$|\n)|(?:^|\n)(?:20\d\d年度?)[^\n。，；]{2,40}预算(?:信息)?公开|三公经费(?:支出)?预算(?!(?:数|安排|合计|总额)?(?:共|为)?\d[\d.,]*万?元)/.exec(
      title,
    );
  const accounts = /(?:部门|单位|年度?|三公经费(?:支出)?)决算/.exec(title);
  if (budget && (!accounts || budget.index < accounts.index) && count(all, /预算/g) > count(all, /决算/g)) return true;
  return !accounts && count(all, /决算/g) < 6 && count(all, /预算/g) > 20 && /部门(?:收支|财务收支)?预算/.test(all);
}

function isOfGovernment(beginning: string, all: string, told: number): boolean {
  const head = beginning.replaceAll("（草案）", "草案");
  if (/部门决算|单位决算/.test(head.slice(0, 60)) || told >= 4) return false;
  if (
    !/部门决算|单位决算/.test(head) &&
    /(?:财政总决算|(?<!(?:乡|镇|街道)(?:人民)?)政府预?决算|财政(?:收支)?决算(?:收支)?(?:的)?(?:报告|草案|情况)|年度?(?:[省市县区州盟旗]?本?级)?决算草案的?(?:报告|议案)|年度?[省市县区州盟旗]本?级决算草案|(?<!(?:乡|镇|街道)(?:人民)?)政府\n?关于20\d\d年度?决算(?:情况)?的?(?:报告|公告)|决算[和及]20\d\d年.{0,8}预算执行情况|预算执行情况和.{0,12}预算草案|财政预算执行情况)/.test(
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
    /财政[局厅][^。：\n]{0,16}汇总|三公[^。：\n]{0,12}(?<!部门)汇总|各部门[^。：\n]{0,20}三公|^[一-龥]{2,12}[省市州盟县区旗](?:19|20)\d{2}年度?三公|(?:全[省市州盟县区旗]|[省市州盟县区旗]本?级)[^。：\n]{0,30}三公/.test(
      title,
    ) &&
    !/部门决算|单位决算/.test(title.slice(0, 60)) &&
    // A town calls its own expenses those of all its offices.
    !/(?:镇|乡|街道)(?:人民政府|办事处|党工委|(?:19|20)\d{2}年|\n|三公|本级)|(?:全|我|本)(?:镇|乡|街道)/.test(
      title.slice(0, 60),
    )
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
