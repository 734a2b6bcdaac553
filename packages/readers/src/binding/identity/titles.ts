import { BODY, cleanName, isNoName, NAME_ENDS_IN_BODY, NAMES_A_PLACE, YEAR } from "./names.ts";

export interface Titled {
  readonly department: string;
  readonly fiscalYear: number;
}

const ACCOUNTS =
  "(?:部门|单位)?(?:整体)?(?:收支)?决算(?:公开)?(?:编制)?(?:情况)?(?:说明|报告|公开报?表|公开|公示|信息公开|草案)?";
/** What a title calls the document, behind a name, and behind a year: 2023年度（本级）决算. */
const KIND = `(?:${ACCOUNTS}|(?<!算)公开文档)`;
const KIND_OF_LEVEL = `(?:（[本各]级）\\n?)?${KIND}`;

/** A notice of one page: 青禾镇2015年“三公”经费支出说明. */
const THREE_PUBLIC =
  "\\n?(?:部门|单位)?(?:一般公共预算)?(?:[及和、]政府性基金)?(?:预算)?(?:财政\\n?拨款)?(?:安排的?)?三公经费(?:财政拨款)?(?:支出)?(?:决算)?(?:支出)?(?:汇总)?(?:执行)?(?:情况)?(?:的)?(?:说明|公开|公示|表)?";

/** What a title ends before: the contents, or the date of the cover, may follow it without a break. */
const ENDS = "(?=\\n|$|-?\\d{0,3}-?目录|（|公开|20\\d{2}年\\d{1,2}月)";

/**
 * The lines of a title as it was written: without what lists, files and pages put around it (• , 【决算公开】, 063-, .pdf), with
 * the letters of 目录 together that a PDF set on both sides of its first entry, and with digits for a year in words.
 */
export function titleLines(text: string): string {
  return withDigits(text)
    .replace(/目(第一部分|一、)录/g, "目录\n$1")
    .replace(/\.(?:pdf|docx?|wps|xlsx?|html?)(?![a-z])\n?/gi, "\n")
    .replace(/[.…·]{3,}（?\d{0,3}）?(?=\n|$)/g, "")
    .replace(
      /^(?:[•●▪■◆·]+|标题：|【[^】\n]{1,12}】|〔[^〕\n]{1,12}〕|(?:0\d{1,2}[-—_]?|\d{1,3}[-—_])(?=[一-龥]))+/gm,
      "",
    );
}

/** 二〇一八年决算情况: a year written in words, in as many digits. */
function withDigits(text: string): string {
  return text.replace(/二[〇○零]([一二])([〇○零一二三四五六七八九])(?=年)/g, (_, tens: string, ones: string) =>
    [2, 0, tens === "一" ? 1 : 2, Math.max(0, "〇一二三四五六七八九".indexOf(ones))].join(""),
  );
}

/** 2023年度黔西南布依族苗族自治州民⏎政局部门决算: a name that the width of the cover breaks. */
const BROKEN = "((?![年度])[^\\n。，；：\\d]{6,40}\\n[^\\n。，；：\\d]{1,16}?)";

/** （2023年度）, below the title or behind it. */
const YEAR_BEHIND = `(?:\\n|(?=（))（?${YEAR}）?(?=\\n|$)`;
const NAMED_BELOW = `\\n(?:（?(?:部门|单位)(?:名称)?：?)?([^\\n。，；：\\d]{2,40}?${BODY}(?:（[^（）\\n]{1,12}）)?)）?(?=\\n|$)`;

interface Form {
  readonly pattern: RegExp;
  /** Whether the year stands before the name. */
  readonly yearFirst?: true;
}

const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`^(?:#*)${YEAR}\\n?((?![年度])[^\\n。，；：\\d]{2,40}?)\\n?${KIND}${ENDS}`, "gm"),
    yearFirst: true,
  },
  { pattern: new RegExp(`^([^\\n。，；：\\d]{2,40}?)\\n?(?:关于)?${YEAR}\\n?(?:度)?${KIND_OF_LEVEL}${ENDS}`, "gm") },
  {
    pattern: new RegExp(
      `^(?:[一-龥]{2,10}[省市县区州旗盟])?${YEAR}\\n?${KIND_OF_LEVEL}\\n（?(?:(?:部门|单位)(?:名称)?：?)?([^\\n。，；：\\d]{3,40}?)）?(?=\\n|$)`,
      "gm",
    ),
    yearFirst: true,
  },
  { pattern: new RegExp(`^([^\\n。，；：\\d]{3,40}?)\\n?${YEAR}${THREE_PUBLIC}(?=\\n|$)`, "gm") },
  { pattern: new RegExp(`([^\\n。，；：\\d]{3,40}?)${YEAR}(?:部门|单位)决算`, "g") },
  { pattern: new RegExp(`${YEAR}([^\\n。，；：\\d]{3,40}?)(?:部门|单位)决算`, "g"), yearFirst: true },
  { pattern: new RegExp(`^${YEAR}([^\\n。，；：\\d]{3,40}?)${THREE_PUBLIC}(?=\\n|$)`, "gm"), yearFirst: true },
  { pattern: new RegExp(`^${YEAR}${BROKEN}(?:部门|单位)决算[^\\n]{0,12}$`, "gm"), yearFirst: true },
  { pattern: new RegExp(`^([^\\n。，；：\\d]{2,40}?)\\n?${KIND}${YEAR_BEHIND}`, "gm") },
  { pattern: new RegExp(`^${KIND}(?:\\n|(?=（))（?${YEAR}）?${NAMED_BELOW}`, "gm"), yearFirst: true },
  { pattern: new RegExp(`^${YEAR}${THREE_PUBLIC}${NAMED_BELOW}`, "gm"), yearFirst: true },
];

/** 青禾市⏎水务局: a cover sets the place on a line of its own, and the office below it. */
const PLACE_LINE = new RegExp(
  `^([一-龥]{1,8}(?:省|市|县|自治区|区|州|旗|盟))\\n(?!\\1)(?=[一-龥（）]{2,24}${BODY}(?:\\n|（|$|20\\d\\d))`,
  "gm",
);

/** 2023年度X部门决算; X2024年度部门决算; either broken over lines. */
export function titleOf(text: string): Titled | undefined {
  // 首页 > 财政 > X2024年度部门决算: what the page stands under is no part of the name.
  const joined = text
    .slice(0, 3000)
    .replace(/[>＞»›]+|(?<=：)(?=20\d\d年)/g, "\n")
    .replace(PLACE_LINE, "$1");
  const titles: Titled[] = [];
  for (const { pattern, yearFirst } of FORMS) {
    for (const match of joined.matchAll(pattern)) {
      const name = cleanName((yearFirst ? match[2]! : match[1]!).replace("\n", ""));
      if (isNoName(name)) continue;
      titles.push({ department: name, fiscalYear: Number(yearFirst ? match[1] : match[2]) });
    }
  }
  const title =
    titles.find(({ department }) => NAME_ENDS_IN_BODY.test(department) && !A_PLACE_ALONE.test(department)) ?? titles[0];
  return title && inFull(title, titles, joined);
}

/** 北京市朝阳区2020年度部门决算公开专栏 is where the page stands. */
const A_PLACE_ALONE = /^[一-龥]{2,12}[省市县区州旗盟]$/;
/** Places, and nothing else, before a name. */
const PLACES = /^[一-龥]{2,12}(?:省|市|县|自治区|区|州|旗|盟)$/;

/** A page calls its office 公路养护中心 above, and the cover, or the line that says who published it, gives the name in full. */
function inFull(title: Titled, titles: readonly Titled[], text: string): Titled {
  const name = title.department.replace(/（汇总）$/, "");
  const others = titles.filter(({ fiscalYear }) => fiscalYear === title.fiscalYear).map(({ department }) => department);
  const isWithPlaces = (other: string): boolean => other.endsWith(name) && PLACES.test(other.slice(0, -name.length));
  const isWithPlace = (other: string): boolean => other.endsWith(name) && NAMES_A_PLACE.test(other);
  const full =
    others.find(isWithPlaces) ??
    (NAMES_A_PLACE.test(name) ? undefined : (others.find(isWithPlace) ?? published(text, name)));
  return full === undefined ? title : { ...title, department: full };
}

/** 来源：青禾市财政局 时间：…: the name with its place, where who published the page is said. */
function published(text: string, name: string): string | undefined {
  for (const [, words] of text.matchAll(/(?:来源|发布机构|发文机关|发布单位|作者)：([一-龥]{2,30})/g)) {
    const at = words!.indexOf(name);
    if (at > 0 && PLACES.test(words!.slice(0, at))) return words!.slice(0, at + name.length);
  }
  return undefined;
}
