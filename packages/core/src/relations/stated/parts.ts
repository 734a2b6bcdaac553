import type { Figure } from "../../figure/figure.ts";
import { formatTicks, readingOf } from "../../figure/interval.ts";
import { printed } from "../amounts.ts";
import { ARITHMETIC } from "../numeric/terms.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { listingsOf, nameOf, type Listing } from "./listings.ts";
import { candidatesOf, isConfirmed, isNested, isTelling, type Term } from "./suspects.ts";

// The relation between a total and its parts as one passage lists them, whatever they speak of: when it fails, and what is said.

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
