import type { BoundFigure } from "../../facts/disclosure.ts";
import type { Figure } from "../../figure/figure.ts";
import { formatTicks, readingOf, type Reading } from "../../figure/interval.ts";
import { slipOf, strengthOf, type Slipped } from "../../checking/slips.ts";
import { isZero, printed } from "../amounts.ts";
import { ARITHMETIC } from "../numeric/terms.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { isAlike, isKnown, mentionsOf, type Mention } from "./mentions.ts";

/** A total and its parts as one passage lists them. */
interface Listing {
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

function* listingsOf(context: CheckContext): Iterable<Listing> {
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

function nameOf({ words }: Mention): string {
  return words
    .replace(/^.*[，。；：、](?=[^）]*$)/, "")
    .replace(/^[，。；]?（\d+）/, "")
    .replace(/^（/, "")
    .replace(/^（?(?:其中|包括)/, "")
    .replace(/^(?:以?及|和)/, "");
}

interface Term {
  readonly mention: Mention;
  readonly reading: Reading;
  readonly coefficient: number;
}

/** So many subsets are looked through for a part that others are parts of. */
const MOST_PARTS = 10;

function judgementOf(context: CheckContext, { total, parts, told }: Listing): Judgement | undefined {
  const terms: Term[] = [];
  for (const mention of [total, ...parts]) {
    const reading = readingOf(mention.figure);
    if (!reading) return undefined;
    terms.push({ mention, reading, coefficient: mention === total ? 1 : -1 });
  }
  const [whole, ...own] = terms as [Term, ...Term[]];
  const exact = whole.mention.kind === "count";
  // One step more on every number than rounding allows: many are rounded table by table.
  const room = exact ? 0 : terms.reduce((sum, { reading }) => sum + reading.step, 0);
  const gap = whole.reading.middle - own.reduce((sum, { reading }) => sum + reading.middle, 0);
  const sources = terms.map(({ mention }) => mention.figure.source);
  const figures = terms.flatMap(({ mention }) => mention.bound?.id ?? []);
  if (Math.abs(gap) <= room) return { outcome: "holds", sources, figures };
  if (isNested(own, whole.reading.middle, room)) return undefined;
  const candidates = candidatesOf(terms, gap).map((candidate) => ({
    ...candidate,
    isConfirmed: isConfirmed(context, candidate.term.mention),
  }));
  const swaps = candidates.filter(({ slipped, isConfirmed: sure }) => isTelling(slipped) && !sure);
  // Where the parts exclude each other, two slips that would do leave it open which one it was, and not whether.
  const isWrong = told === "all" || (told === "some" && (gap < -room || swaps.length > 0)) || swaps.length === 1;
  if (!isWrong || candidates.length === 0) return undefined;
  const unsure = candidates.filter(({ isConfirmed: sure }) => !sure);
  // 行政编制0人 is what the form prints where there are none: hardly what was to be 10.
  const something = unsure.filter(({ term: { reading } }) => reading.middle !== 0);
  const open = something.length > 0 ? something : unsure;
  const blamed = swaps.length === 1 || (swaps.length > 1 && gap > room) ? swaps : open.length > 0 ? open : candidates;
  const sum = formatTicks(
    whole.reading.middle - gap,
    whole.mention.figure.unit,
    Math.max(...parts.map(({ figure }) => figure.decimals)),
  );
  const place = placeOf(total.figure.source);
  const calculation = `${parts.map(({ figure }) => figure.text).join("＋")}＝${say(total.figure, sum)}`;
  const named = blamed.map(
    ({ term, expected }) =>
      `${nameOf(term.mention)}${say(term.mention.figure)}应为${say(term.mention.figure, expected)}`,
  );
  const [only] = blamed.length === 1 ? blamed : [];
  const verdict = only
    ? `${named[0]}${only.slipped ? `（疑为${only.slipped.slip.zh}）` : ""}`
    : `${named.join("，或")}，凭本文件不能断定是哪一个`;
  return {
    outcome: "violated",
    severity: exact ? "warning" : "error",
    message: {
      zh: `${place.zh}称${nameOf(total)}${say(total.figure)}，但所列${calculation}；${verdict}`,
      en: `${place.en} tells ${say(total.figure)} in all, but what it lists is ${calculation}; ${
        only
          ? `${say(only.term.mention.figure)} should be ${say(only.term.mention.figure, only.expected)}${only.slipped ? ` (${only.slipped.slip.en})` : ""}`
          : `one of ${blamed.map(({ term, expected }) => `${say(term.mention.figure)} (then ${say(term.mention.figure, expected)})`).join(", ")} is wrong, and the document does not settle which`
      }`,
    },
    figures,
    sources,
    stated: say((only ?? blamed[0]!).term.mention.figure),
    ...(only && { expected: say(only.term.mention.figure, only.expected) }),
    culprits: blamed.map(({ term, expected }) => ({
      ...(term.mention.bound && { figure: term.mention.bound.id }),
      source: term.mention.figure.source,
      expected,
    })),
    key: `${nameOf(total)}|${parts.map(nameOf).join("|")}`,
  };
}

/** A number in other digits, with its own unit. */
function say(figure: Figure, text = figure.text): string {
  return printed({ ...figure, text });
}

interface Candidate {
  readonly term: Term;
  readonly expected: string;
  readonly slipped?: Slipped;
}

/** What each number would have to be for the sum to come out, where it could be that. */
function candidatesOf(terms: readonly Term[], gap: number): readonly Candidate[] {
  return terms.flatMap((term) => {
    const { mention, reading, coefficient } = term;
    const implied = reading.middle - coefficient * gap;
    if (implied < 0) return [];
    const { unit, decimals } = mention.figure;
    const others = terms.reduce(
      (sum, other) => sum + (other === term || mention.kind === "count" ? 0 : other.reading.step / 2),
      0,
    );
    const expected = formatTicks(implied, unit, decimals);
    const slipped = slipOf(
      mention.bound ?? { ...mention.figure, concept: "", dimensions: {} },
      { low: implied - others, high: implied + others },
      NO_SURROUNDINGS(unit),
      expected,
    );
    return [{ term, expected, ...(slipped && { slipped }) }];
  });
}

const NO_SURROUNDINGS = (usual: Figure["unit"]) =>
  ({ rows: [], columns: [], totals: [], lastYear: [], rates: [], usual }) as const;

/** A slip that makes up the whole difference to the last digit, of a number long enough that chance does not do so. */
function isTelling(slipped: Slipped | undefined): boolean {
  return slipped !== undefined && strengthOf(slipped.slip) >= TELLING;
}

const TELLING = 0.88;

/** 在职50人、行政30人、事业20人、退休10人: entries that are parts of one before them. */
function isNested(parts: readonly Term[], total: number, room: number): boolean {
  if (parts.length > MOST_PARTS) return true;
  for (let chosen = 1; chosen < 2 ** parts.length - 1; chosen++) {
    const sum = parts.reduce((all, { reading }, index) => all + ((chosen >> index) & 1 ? reading.middle : 0), 0);
    if (Math.abs(sum - total) <= room)
      return parts.some(({ reading }, index) => !((chosen >> index) & 1) && reading.middle !== 0);
  }
  return false;
}

/** Digits enough that the same number elsewhere is the same quantity. */
const LONG = 4;

/** Whether the number is printed once more elsewhere, so that it would have to be wrong in two places. */
function isConfirmed({ disclosure }: CheckContext, { figure }: Mention): boolean {
  if (figure.value.replace(/^0+|\D/g, "").length < LONG) return false;
  return disclosure.figures.some(
    (other: BoundFigure) => other.id !== figure.id && other.value === figure.value && other.unit === figure.unit,
  );
}

const STAFF = (administrative: number): string =>
  `第一部分 部门概况\n三、部门人员情况\n截至2023年底，本部门实有人员171人，其中行政${administrative}人、事业134人。`;

const POSTS_OF = (institutional: number): string =>
  `第一部分 部门概况\n二、机构设置\n年末实有在职人员386人，其中行政编制48人，参公管理41人，事业编制${institutional}人；退休人员304人。`;

const ESTABLISHED = (institutional: number): string =>
  `第一部分 部门概况\n二、机构设置\n2022年年末编制人数262人，其中行政编制0人，事业编制${institutional}人；实有人数371人。`;

const RUNNING = (fuel: string): string =>
  `九、“三公”经费支出决算情况说明\n公务用车运行费支出18.36万元，主要用于防汛检查所需车辆的燃料费、维修费、过路过桥费、保险费等，其中：燃料费${fuel}万元、维修费5.27万元、过桥过路费1.83万元、保险费3.12万元。`;

const AMBULANCES = (negative: number): string =>
  `十二、国有资产占用情况\n期末我单位共有车辆9辆，其中：特种专业技术用车6辆（负压救护车${negative}辆、普通救护车2辆）、其他用车3辆。`;

const PUPILS = (total: number): string =>
  `第一部分 单位概况\n二、机构设置\n2022年末在校学生${total}人，其中初中1226人、高中1576人；编制20人（含行政工勤编制1人），事业编制18人（含参公管理事业编制0人）。`;

const DIVIDED_BY_PROJECT = (sports: string): string =>
  `八、政府性基金预算财政拨款收入支出决算情况说明\n年初预算为497.83万元，支出决算为460.96万元，完成年初预算的92.59%。决算数小于预算数的主要原因：招标价低。按项目分，无障碍进家庭155.55万元、残疾人文化体育活动${sports}万元、助残公益组织扶持190.53万元。`;

const USED = (consumables: string): string =>
  `十、项目支出情况及使用方向说明\n执法办案项目，可用资金1377.54万元，当年支出1316.74万元，结转60.80万元，用于办案差旅332.04万元、用于刑事技术耗材${consumables}万元、用于案件检验鉴定350.67万元、用于办案车辆燃修250.63万元。`;

const SUMMED = (sum: string): string =>
  `十三、预算绩效情况说明\n残疾人康复项目全年支出349.19万元，救助520人；残疾人就业项目全年支出154.94万元，扶持102人；两项补贴项目全年支出766.23万元，惠及3225人。三个项目合计支出${sum}万元。`;

export const STATED_PARTS: Relation = {
  id: "list.parts",
  title: { zh: "所列各项与总数不符", en: "What is listed does not come to its total" },
  basis: ARITHMETIC,
  severity: "error",
  form: "agreement",
  byForm: true,
  purpose: {
    zh: "一句话里的总数与“其中”各项、资金与各项用途、几个项目与它们的合计，应当相符：不问所说的是什么，只看句子的写法。",
    en: "A total and its parts, money and its uses, projects and what they come to, as one passage lists them: by the form of the words, whatever they speak of.",
  },
  leavesOut: {
    zh: "“其中”可以不列全：各项之和小于总数的，只在某个数颠倒两位数字或移动小数点就正好相符时才说；各项可能互相包含的，不判断；已由其他关系核对的数，不再核对。",
    en: "A list under 其中 may leave parts out: less than the total is told only where two digits changed about, or a point moved, make up the difference; parts that may contain each other are not judged, nor what other relations judge.",
  },
  *judge(context) {
    for (const listing of listingsOf(context)) {
      const judgement = judgementOf(context, listing);
      if (judgement) yield judgement;
    }
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [STATED_PARTS.id]: [
    { text: STAFF(37), holds: true },
    { text: STAFF(41), holds: false, message: "41＋134＝175人" },
    {
      text: "第一部分 部门概况\n二、机构设置\n实有人数72人（含编外聘用人员15人），其中：在职人员57人，离退休人员31人。",
      holds: true,
    },
    {
      text: "第一部分 单位概况\n二、机构设置\n人员结构：中级17人（其中正科1人，副科2人），初级20人（其中双肩挑1人，借调1人）。",
      holds: true,
    },
    {
      text: "第三部分 2023年度部门决算情况说明\n八、政府性基金预算财政拨款支出决算情况说明\n政府性基金支出60.00万元：用于社会福利的彩票公益金支出20.00万元，用于残疾人事业的彩票公益金支出10.00万元，农村设施支出30.00万元。",
      holds: true,
    },
    { text: PUPILS(2802), holds: true },
    { text: PUPILS(2702), holds: false, message: "1226＋1576＝2802人" },
    { text: POSTS_OF(297), holds: true },
    { text: POSTS_OF(279), holds: false, message: "48＋41＋279＝368人" },
    { text: ESTABLISHED(262), holds: true },
    {
      text: ESTABLISHED(252),
      holds: false,
      message: "0＋252＝252人；2022年年末编制人数262人应为252人，或事业编制252人应为262人，",
    },
    { text: RUNNING("8.14"), holds: true },
    { text: RUNNING("9.14"), holds: false, message: "9.14＋5.27＋1.83＋3.12＝19.36万元" },
    { text: AMBULANCES(4), holds: true },
    { text: AMBULANCES(3), holds: false, message: "3＋2＝5辆" },
    // Of two kinds at once.
    { text: AMBULANCES(4).replace("普通救护车2辆", "普通救护车和体检车各1辆"), holds: true },
    { text: DIVIDED_BY_PROJECT("114.88"), holds: true },
    { text: DIVIDED_BY_PROJECT("141.88"), holds: false, message: "应为114.88万元" },
    { text: USED("383.40"), holds: true },
    { text: USED("833.40"), holds: false, message: "应为383.40万元" },
    { text: SUMMED("1270.36"), holds: true },
    { text: SUMMED("2170.36"), holds: false, message: "应为1270.36万元" },
  ],
});
