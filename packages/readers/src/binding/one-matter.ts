import type { Oddity } from "@juesuan/core";

// Some offices publish what they spent on the “three public” purposes, or their procurement, on a page of its own. It is read
// and its figures are checked; that it is no whole disclosure is said.

/** What such a page is: of one office, planned and not spent, or the sum of all offices of a place. */
export type OneMatter = "three-public" | "three-public-planned" | "three-public-of-all" | "procurement";

/** What a whole disclosure tells, and a statement of one matter does not. */
const OF_ALL_MONEY =
  /收入支出|收、支|收支(?:总|决算|预算|情况)|收入总计|支出总计|本年(?:收入|支出)|收入(?:决算)?合计|基本支出|(?:全年|总)收入|财政拨款收入/;
/** 经县财政局汇总，各乡镇、县本级部门…: the sum of all offices of a place. */
const OF_ALL_OFFICES =
  /财政[局厅][^。：\n]{0,16}汇总|各部门[^。：\n]{0,20}三公|[省市县区州盟旗]本?级(?:各?部门|行政单位|单位|党政)|[全我][省市县区州盟旗](?=[^。，；：\n]{0,24}(?:三公|部门|单位|汇总))|[省市县区州盟旗](?:直(?:部门|单位)|20\d\d年(?:度|的)?三公)|中央(?:本级|各?部门|(?:党政机关|行政)?(?:事业)?单位)[^。：\n]{0,24}三公/;
/** 根据《青禾市市级部门“三公”经费公开办法》: what an office follows is not whose expenses they are. */
const RULES_NAMED = /《[^《》]*》/g;
const AMOUNT = /\d(?:\.\d+)?(?:亿|万)?元/g;
/** Longer than these a document tells more than one matter, whatever was read of it. */
const LONGEST = 6000;

/** The one matter that a document tells; undefined for all others. `all` is its compact text. */
export function oneMatterOf(all: string): OneMatter | undefined {
  if (all.length > LONGEST || OF_ALL_MONEY.test(all) || (all.match(AMOUNT)?.length ?? 0) < 2) return undefined;
  const head = all.slice(0, 600);
  if (/三公/.test(all) && /用车/.test(all) && /接待/.test(all)) {
    if (OF_ALL_OFFICES.test(head.replace(RULES_NAMED, ""))) return "three-public-of-all";
    // 一、2022年“三公”经费预算安排情况 … 二、2021年“三公”经费决算情况: the year that is planned comes first.
    return /三公经费(?:支出)?预算(?:安排)?(?:情况|表|说明|公开)|预算三公经费(?:公开)?(?:情况)?说明/.test(
      head.slice(0, 60),
    ) || !/决算|支出(?:合计|共计|总额|数)?为?\d/.test(all)
      ? "three-public-planned"
      : "three-public";
  }
  if (/政府采购(?:支出|决算|信息|情况)/.test(head.slice(0, 80)) && /货物/.test(all) && /服务/.test(all))
    return "procurement";
  return undefined;
}

/** What is said of a page of one matter that is read. */
export function oddityOf(matter: "three-public" | "procurement"): Oddity {
  const [zh, en] =
    matter === "procurement" ? ["政府采购", "government procurement"] : ["“三公”经费", "the “three public” expenses"];
  return {
    code: "one-matter",
    message: `这是单独公开的${zh}说明，不是整份部门决算：只核对了其中的数字`,
    messageEn: `This is a statement of ${en} alone, not a whole disclosure: only the figures in it were checked`,
  };
}
