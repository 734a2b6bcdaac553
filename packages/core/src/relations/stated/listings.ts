import { isZero } from "../amounts.ts";
import type { CheckContext } from "../relation.ts";
import { isAlike, isKnown, mentionsOf, type Mention } from "./mentions.ts";

// Where a passage lists a total and its parts, and whether it tells all of them: 其中, 用于, 按项目分, 合计.

/** A total and its parts as one passage lists them. */
export interface Listing {
  readonly total: Mention;
  readonly parts: readonly Mention[];
  /**
   * `all`: every part is told, so that they come to the total. `some`: parts that exclude each other, of which a few may be left out,
   * so that they never exceed it. `any`: they may overlap, and only a slip that makes up the whole difference tells.
   */
  readonly told: "all" | "some" | "any";
}

/** A name as lists have it: no number, no clause of its own, no comparison. */
const NAME =
  "(?:(?!占(?!用)|较|增加|减少|上升|下降|增长|降低|比上|比去|完成|预算|上年|年初|年末|其中|合计|共计|总计|累计|平均|人均|每|剩余|结余|结转|未)[^，。；：、（）\\d]){1,24}";
const ASIDE = "(?:（[^（）\\d]{0,24}）)?";
const OPENS = new RegExp(
  `^(?:）?[，：（；。]?(?:其中|包括|具体包括|具体为|具体内容包括|分别为|分别是)[：，]?|（(?!含|其中))(${NAME}${ASIDE})$`,
);
/** 使用方向： opens a sentence of its own. */
const HEADED = /^。(?:使用方向|资金使用方向|支出方向|资金用途|主要用途|具体用途|其中)：/;
/** 用于残疾人事业的彩票公益金支出 is an account beside the one before it. */
const USES = new RegExp(`^，(?:主要)?(用于(?![^，。；：\\d]{2,14}的彩票公益金)${NAME}${ASIDE})$`);
const GOES_ON = new RegExp(`^）?(?:[、，；]|以?及|和|，以及)(${NAME}${ASIDE})$`);
const SPENT = /(?:支出|投入|使用)(?:资金|金额|决算)?(?:数|额)?(?:为|共|合计|共计)*$/;
const TOTAL = /^(项目|工程|课题|活动)(?:合计|共计|总计|共)(?:支出|投入|安排|使用|资金|金额|执行|经费)*(?:为)?$/;

/** 按项目分，甲155.55万元、乙114.88万元: every part of what was told before. */
const DIVIDED = new RegExp(`。按(?:项目|用途|类别|内容)分[，：](${NAME}${ASIDE})$`);
/** 行政编制20人（含行政工勤编制1人）: of the part before it. */
const WITHIN = /^（(?:含|其中)/;

/** Kinds of persons that exclude each other: by what post they hold, by whether they serve at all, pupils by their years. */
const POSTS = /公务员|行政|参公|参照公务员|事业|工勤|机关工人|聘用|临聘|编外|合同制/;
const SERVICE = /在职|离休|退休|遗属/;
const YEARS =
  /^(?:学前|幼儿园?|小学|初中|高中|初[一二三]|高[一二三]|[一二三四五六七八九]年级|职高|中职)(?:在校)?(?:生|学生)?$/;
const areKinds = (names: readonly string[], total: string): boolean =>
  names.every((name) => YEARS.test(name)) ||
  names.every((name) => POSTS.test(name) && !SERVICE.test(name)) ||
  (!SERVICE.test(total) && names.every((name) => SERVICE.test(name) && !POSTS.test(name)));

/** 在职416人，退休120人: who serves and who has retired are all there are. */
const isEveryone = (names: readonly string[]): boolean =>
  names.length === 2 && names.some((name) => /在职|在编/.test(name)) && names.some((name) => name.includes("退休"));

export function* listingsOf(context: CheckContext): Iterable<Listing> {
  for (const mentions of mentionsOf(context)) {
    for (const [index, total] of mentions.entries()) {
      const listing =
        runningCostsAt(mentions, index) ??
        openedAt(mentions, index) ??
        usedAt(mentions, index) ??
        summedAt(mentions, index);
      // 勘查车2辆、指挥车和防暴车各1辆: of several at once.
      if (listing?.parts.some((part) => nameOf(part).endsWith("各"))) continue;
      if (listing && !(isKnown(total) && listing.parts.every(isKnown))) yield listing;
    }
  }
}

/** 行政编制0人，事业编制252人: a list of posts that names a kind of which there is none leaves out no kind of which there are some. */
function areAllPosts(parts: readonly Mention[], total: string): boolean {
  const names = parts.map(nameOf);
  return (
    /编制/.test(total) &&
    names.every((name) => /编制?$/.test(name) || POSTS.test(name)) &&
    ["行政", "事业"].every((kind) => names.some((name) => name.includes(kind))) &&
    parts.some(({ figure }) => isZero(figure))
  );
}

/** What running a car costs, by kind: what goes to one kind goes to no other. */
const RUNNING_COSTS =
  /^(?:车辆)?(?:燃[料油气]|油料|加油|维[修护]|维修维护|修理|保养|维修保养|过路过桥|过桥过路|路桥|过路|过桥|通行|保险|停车|年检|审验|检测|充电|清洗|洗车)费?(?:支出)?$/;
/** 运行费18.36万元，主要用于…燃料费、维修费等，其中：燃料费8.14万元: what the money is for, said before the list of its parts. */
const PURPOSE = /^，(?:主要|全部)?用于[^。；\d]{1,80}[，；。](?=(?:其中|包括|具体为|分别为))/;

/** 公务用车运行费18.36万元，…，其中：燃料费8.14万元、维修费5.27万元 */
function runningCostsAt(mentions: readonly Mention[], index: number): Listing | undefined {
  const total = mentions[index]!;
  const first = mentions[index + 1];
  if (!first || total.kind !== "money" || first.kind !== "money" || !/(?:运行|维护)/.test(total.words))
    return undefined;
  if (!OPENS.test(first.words.replace(PURPOSE, "，"))) return undefined;
  const parts = partsFrom(mentions, index + 1);
  const names = new Set(parts.map(nameOf));
  return parts.length > 1 && names.size === parts.length && [...names].every((name) => RUNNING_COSTS.test(name))
    ? { total, parts, told: "some" }
    : undefined;
}

/** 实有人员171人，其中行政37人、事业134人 */
function openedAt(mentions: readonly Mention[], index: number): Listing | undefined {
  const total = mentions[index]!;
  const first = mentions[index + 1];
  if (!first || total.kind === "percent" || !OPENS.test(first.words) || !isAlike(total, first)) return undefined;
  // 72人（含编外15人），其中：在职57人: parts of what stands before the parenthesis.
  if (first.words.startsWith("）")) return undefined;
  const parts = partsFrom(mentions, index + 1);
  if (parts.length < 2) return undefined;
  const names = parts.map(nameOf);
  if (total.figure.classifier === "辆" && isWhole(mentions, parts)) return { total, parts, told: "all" };
  if (total.figure.classifier === "人" || total.figure.classifier === "名")
    return {
      total,
      parts,
      told: areAllPosts(parts, nameOf(total))
        ? "all"
        : !areKinds(names, nameOf(total))
          ? "any"
          : isEveryone(names)
            ? "all"
            : "some",
    };
  return { total, parts, told: "any" };
}

/** 用车6辆（救护车4辆、采血车2辆）: a parenthesis right behind the number says what all of them are. */
function isWhole(mentions: readonly Mention[], parts: readonly Mention[]): boolean {
  const next = mentions[mentions.indexOf(parts.at(-1)!) + 1];
  return /^（(?!含|其中|包括|如|主要)/.test(parts[0]!.words) && next?.words.startsWith("）") === true;
}

/** 当年支出1316.74万元，…，用于办案差旅332.04万元、用于刑事技术耗材383.40万元: what a sum was used for, once for each use. */
function usedAt(mentions: readonly Mention[], index: number): Listing | undefined {
  const first = mentions[index + 1];
  if (first?.kind !== "money") return undefined;
  const isDivided = DIVIDED.test(first.words);
  if (!isDivided && !USES.test(first.words.replace(HEADED, "，"))) return undefined;
  const mayStandBetween = ({ words, kind }: Mention): boolean =>
    isDivided ? kind === "percent" : !words.includes("。") && (kind !== "money" || /结转|结余|剩余/.test(words));
  const total = spentAt(mentions, index, mayStandBetween);
  const parts = total ? partsFrom(mentions, index + 1) : [];
  return total && parts.length > 1 ? { total, parts, told: isDivided ? "all" : "some" } : undefined;
}

/** The sum that was spent, told last up to here; nothing where something else stands between. */
function spentAt(
  mentions: readonly Mention[],
  index: number,
  mayStandBetween: (mention: Mention) => boolean,
): Mention | undefined {
  for (let at = index; at >= 0; at--) {
    const mention = mentions[at]!;
    if (mention.kind === "money" && SPENT.test(mention.words)) return mention;
    if (!mayStandBetween(mention)) return undefined;
  }
  return undefined;
}

/** A项目支出10万元，…；B项目支出20万元，…；两个项目合计支出30万元 */
function summedAt(mentions: readonly Mention[], index: number): Listing | undefined {
  const total = mentions[index]!;
  const [, noun] =
    TOTAL.exec(total.words.replace(/^.*[，。；](?:上述|以上|全部)?(?=[^，。；]*$)/, "").replace(COUNTED, "")) ?? [];
  const count = countBefore(mentions, index);
  if (noun === undefined || count === undefined || total.kind !== "money") return undefined;
  const amounts = mentions.slice(0, index).filter(({ kind }) => kind === "money");
  const named = amounts.filter(({ words }) => words.includes(noun));
  // 甲项目全年预算494.92万元，执行数435.49万元；…。两个项目合计执行720.69万元: what was spent of each, not what was planned.
  const isPlanned = named.some(({ words }) => PLANNED.test(words)) && !PLANNED.test(total.words);
  const own = isPlanned ? amounts.filter(({ words }) => DONE.test(words)) : named;
  return own.length === count && count > 1 ? { total, parts: own, told: "all" } : undefined;
}

const PLANNED = /预算|安排/;
const DONE = /执行|支出|决算|使用|投入/;

const NUMERALS = "两二三四五六七八九十";
const COUNTED = new RegExp(`^(?:[${NUMERALS}][个项]|个)`);

/** How many there are said to be: 三个项目合计, 3个项目合计 (a number of its own). */
function countBefore(mentions: readonly Mention[], index: number): number | undefined {
  const [, numeral] =
    new RegExp(`([${NUMERALS}])[个项](?:项目|工程|课题|活动)[^，。；]*$`).exec(mentions[index]!.words) ?? [];
  if (numeral !== undefined) return numeral === "两" ? 2 : NUMERALS.indexOf(numeral) + 1;
  const before = mentions[index - 1];
  return before?.kind === "count" && /^[个项]$/.test(before.figure.classifier ?? "")
    ? Number(before.figure.value)
    : undefined;
}

/** What goes on for longer is an enumeration, and no total is told of it. */
const LONGEST_LIST = 100;

/** The parts of a list from its first on: set apart all in one way, with nothing between but what share each is. */
function partsFrom(mentions: readonly Mention[], from: number): readonly Mention[] {
  const parts = [mentions[from]!];
  const isInside = parts[0]!.words.startsWith("（");
  let mark: string | undefined;
  for (let at = from + 1; at < mentions.length; at++) {
    if (at - from > LONGEST_LIST) return [];
    const mention = mentions[at]!;
    if (mention.kind === "percent" && /^，占[^，。；]{0,24}$/.test(mention.words)) continue;
    if (WITHIN.test(mention.words)) continue;
    if (isInside && mention.words.startsWith("）")) break;
    if (!isAlike(parts[0]!, mention) || !GOES_ON.test(mention.words)) break;
    const own = /^）?([、，；])/.exec(mention.words)?.[1];
    mark ??= own;
    if (own !== undefined && own !== mark) break;
    parts.push(mention);
  }
  return parts;
}

export function nameOf({ words }: Mention): string {
  return words
    .replace(/^.*[，。；：、](?=[^）]*$)/, "")
    .replace(/^[，。；]?（\d+）/, "")
    .replace(/^（/, "")
    .replace(/^（?(?:其中|包括)/, "")
    .replace(/^(?:以?及|和)/, "");
}
