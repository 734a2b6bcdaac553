import type { Dimensions } from "../facts/key.ts";
import type { SectionId } from "../facts/disclosure.ts";

/**
 * A phrase that names a quantity. `pattern` is a regular expression over compact text (no spaces, no quotation marks).
 * The first that matches at a place wins, so longer phrases stand before shorter ones.
 */
export interface SubjectPhrase {
  readonly pattern: string;
  readonly concept: string;
  readonly dimensions?: Dimensions;
  /** `section`: take the fund of the section it stands in; `basic`: and the nature too. */
  readonly inherit?: "fund" | "fund-and-nature";
  /** Only in these sections. */
  readonly only?: readonly SectionId[];
  /** Names the quantity only when a number or a verb of statement follows at once. */
  readonly bare?: boolean;
}

/** A phrase that names only a fund: it is revenue or expenditure as the head of its sentence is. */
export const HEAD = "head";

const FINAL = "(?:支出)?(?:决算)?(?:数|额|合计|总额|总计)?";
const CARRY = "(?:财政拨款)?(?:结转和结余|结转结余|结余和结转|结余结转|结转及结余|结转与结余|结转|结余)(?:资金)?";
const THREE_PUBLIC: readonly SectionId[] = ["three-public", "three-public.total", "three-public.detail"];
const FUND_SECTIONS: readonly SectionId[] = ["government-fund", "state-capital"];
const PERFORMANCE: readonly SectionId[] = ["performance", "annex"];

/** Phrases for the totals, the revenue and the expenditure of all sections (收入、支出、结转). */
const TOTALS: readonly SubjectPhrase[] = [
  {
    pattern: "财政拨款(?:收入支出|收、支|收支|收入、支出|收入和支出)(?:决算)?(?:总计|总数|合计|总额)?",
    concept: "total-receipts",
    dimensions: { fund: "appropriation" },
  },
  { pattern: "财政拨款收入总计", concept: "total-receipts", dimensions: { fund: "appropriation" } },
  { pattern: "财政拨款支出总计", concept: "total-disbursements", dimensions: { fund: "appropriation" } },
  {
    pattern:
      "(?:收入支出|收、支|收支|收入、支出|收入和支出|收入与支出|收入及支出)(?:决算)?(?:总计|总数|总体|总额|总和|各)",
    concept: "total-receipts",
    inherit: "fund",
  },
  {
    pattern: "(?:决算)?(?:报表)?收入(?:决算)?(?:总计|总数|总额)|决算报表收入|(?:部门)?(?:决算)?总收入",
    concept: "total-receipts",
    inherit: "fund",
  },
  {
    pattern: "(?:决算)?(?:报表)?支出(?:决算)?(?:总计|总数|总额)|决算报表支出|(?:部门)?(?:决算)?总支出",
    concept: "total-disbursements",
    inherit: "fund",
  },

  { pattern: "一般公共预算(?:财政)?(?:拨款)?收入", concept: "revenue", dimensions: { fund: "general" } },
  { pattern: "政府性基金(?:预算)?(?:财政)?(?:拨款)?收入", concept: "revenue", dimensions: { fund: "government-fund" } },
  { pattern: "国有资本经营(?:预算)?(?:财政)?(?:拨款)?收入", concept: "revenue", dimensions: { fund: "state-capital" } },
  {
    pattern: "财政拨款(?:本年)?收入(?:合计|决算)?(?:数)?|本年财政拨款收入(?:合计)?",
    concept: "revenue",
    dimensions: { fund: "appropriation" },
  },
  { pattern: "上级补助收入", concept: "revenue", dimensions: { source: "superior-subsidy" } },
  { pattern: "(?:事业)?(?:单位)?经营收入", concept: "revenue", dimensions: { source: "operating" } },
  { pattern: "事业收入", concept: "revenue", dimensions: { source: "institutional" } },
  {
    pattern: "附属单位(?:上缴收入|缴款|上缴)(?:收入)?|下级单位上缴收入",
    concept: "revenue",
    dimensions: { source: "subordinate" },
  },
  { pattern: "其他收入", concept: "revenue", dimensions: { source: "other" } },
  {
    pattern: "(?:本年|本年度|当年)(?:度)?收入(?:决算)?(?:合计|总计|数)?|收入(?:决算)?合计",
    concept: "revenue",
    inherit: "fund",
  },

  {
    pattern: `(?:使用|动用)(?:以前年度)?非财政拨款结余(?:（含专用结余）)?|用事业基金弥补收支差额|使用(?:非财政拨款)?(?:结余|专用结余)`,
    concept: "use-of-surplus",
  },
  { pattern: "结余分配", concept: "surplus-distribution" },
  {
    pattern: `(?:年初|上年|上年末|以前年度)(?:一般公共预算)${CARRY}`,
    concept: "opening-carry-over",
    dimensions: { fund: "general" },
  },
  {
    pattern: `(?:年初|上年|上年末|以前年度)(?:政府性基金预算)${CARRY}`,
    concept: "opening-carry-over",
    dimensions: { fund: "government-fund" },
  },
  {
    pattern: `(?:年初|上年|上年末|以前年度)(?:国有资本经营预算)${CARRY}`,
    concept: "opening-carry-over",
    dimensions: { fund: "state-capital" },
  },
  {
    pattern: `(?:年初|上年度?|上年末|以前年度)财政拨款(?:结转和结余|结转结余|结余和结转|结转|结余)`,
    concept: "opening-carry-over",
    dimensions: { fund: "appropriation" },
  },
  {
    pattern: `(?:年末|年终|结转下年)财政拨款(?:结转和结余|结转结余|结余和结转|结转|结余)`,
    concept: "closing-carry-over",
    dimensions: { fund: "appropriation" },
  },
  { pattern: `(?:年初|上年度?末?|以前年度)${CARRY}`, concept: "opening-carry-over", inherit: "fund" },
  {
    pattern: `(?:年末|年终|本年度?末?)${CARRY}|结转(?:到|至)?下年(?:使用)?|决算报表(?:结转结余|结转和结余|结余)`,
    concept: "closing-carry-over",
    inherit: "fund",
  },

  { pattern: "(?:年度|全年)支出(?:决算)?(?:总计|总数|总额)", concept: "total-disbursements", inherit: "fund" },
  { pattern: "年初预算收入(?:合计)?(?:数)?", concept: "revenue", dimensions: { stage: "original-budget" } },
  {
    pattern: "年初预算支出(?:合计)?(?:数)?",
    concept: "expenditure",
    dimensions: { stage: "original-budget" },
    only: ["annex"],
  },
  { pattern: "一般公共预算(?:财政)?(?:拨款)?(?=\\d)", concept: HEAD, dimensions: { fund: "general" } },
  { pattern: "政府性基金(?:预算)?(?:财政)?(?:拨款)?(?=\\d)", concept: HEAD, dimensions: { fund: "government-fund" } },
  { pattern: "国有资本经营预算(?:财政)?(?:拨款)?(?=\\d)", concept: HEAD, dimensions: { fund: "state-capital" } },
  {
    pattern: `一般公共预算(?:财政)?(?:拨款)?基本支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "general", nature: "basic" },
  },
  {
    pattern: `一般公共预算(?:财政)?(?:拨款)?项目支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "general", nature: "project" },
  },
  {
    pattern: `一般公共预算(?:当年)?(?:财政)?(?:拨款)?(?:本年)?支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "general" },
  },
  {
    pattern: `政府性基金(?:预算)?(?:当年)?(?:财政)?(?:拨款)?(?:本年)?支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "government-fund" },
  },
  {
    pattern: `国有资本经营(?:预算)?(?:当年)?(?:财政)?(?:拨款)?(?:本年)?支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "state-capital" },
  },
  {
    pattern: `财政拨款基本支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "appropriation", nature: "basic" },
  },
  {
    pattern: `财政拨款项目支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "appropriation", nature: "project" },
  },
  {
    pattern: "人员(?:经费|支出)(?:支出)?(?:决算)?(?:数)?",
    concept: "expenditure",
    dimensions: { group: "personnel" },
    inherit: "fund-and-nature",
  },
  {
    pattern: "(?:日常)?公用(?:经费|支出)(?:支出)?(?:决算)?(?:数)?",
    concept: "expenditure",
    dimensions: { group: "public" },
    inherit: "fund-and-nature",
  },
  { pattern: `基本支出${FINAL}`, concept: "expenditure", dimensions: { nature: "basic" }, inherit: "fund" },
  {
    // 其中：基本建设类项目支出 is one kind of project expenditure.
    pattern: `基本建设(?:类)?项目(?:支出)?${FINAL}`,
    concept: "project-amount",
    dimensions: { label: "基本建设类项目支出" },
  },
  {
    pattern: `(?:项目支出|项目经费支出)${FINAL}`,
    concept: "expenditure",
    dimensions: { nature: "project" },
    inherit: "fund",
  },
  { pattern: "上缴上级(?:单位)?(?:支出)?", concept: "expenditure", dimensions: { nature: "superior-payment" } },
  { pattern: "(?:事业单位)?经营支出", concept: "expenditure", dimensions: { nature: "operating" } },
  { pattern: "对附属单位补助(?:支出)?", concept: "expenditure", dimensions: { nature: "subordinate-subsidy" } },
  {
    pattern: `(?:当年|本年|年度|本年度)?财政拨款(?:本年)?支出${FINAL}`,
    concept: "expenditure",
    dimensions: { fund: "appropriation" },
  },
  {
    pattern: "(?:本年|本年度|当年|年度|全年)(?:度)?(?:实际)?支出(?:决算)?(?:合计|总计|数)?|支出(?:决算)?合计",
    concept: "expenditure",
    inherit: "fund",
  },
  { pattern: "收入(?:决算)?(?=为?\\d)", concept: "revenue", inherit: "fund", only: FUND_SECTIONS },
  { pattern: "支出(?:收入|决算)?(?=为?\\d)", concept: "expenditure", inherit: "fund", only: FUND_SECTIONS },
];

/** “三公”经费 down to vehicles, missions and receptions. */
const THREE_PUBLIC_PHRASES: readonly SubjectPhrase[] = [
  { pattern: `(?:一般公共预算)?(?:财政拨款)?三公(?:两费)?经费(?:财政拨款)?${FINAL}`, concept: "three-public" },
  { pattern: "因公出国（境）(?:费用|费|经费)?(?:财政拨款)?(?:支出)?(?:团组|批次|团)", concept: "missions" },
  { pattern: "(?:全年)?(?:安排)?(?:因公)?出国（境）(?:团组|团|批次)", concept: "missions" },
  {
    pattern: "(?:参加)?(?:其他单位组织的|本单位组织的)?(?:因公)?出国（境）(?:团组)?(?:人次|人数|累计|人员)?(?=\\d)",
    concept: "mission-persons",
    only: THREE_PUBLIC,
  },
  {
    pattern: `因公出国（境）(?:费用|费|经费)?(?:财政拨款)?${FINAL}|因公出国(?:境)?(?:费|经费)${FINAL}|因公出国(?=支出|决算)${FINAL}|出国（境）(?:费|经费)${FINAL}`,
    concept: "three-public",
    dimensions: { item: "overseas" },
  },
  {
    pattern:
      "(?:按规定)?(?:更新)?(?:购置|新购|购买)(?:更新)?(?:公务)?(?:用车|车辆|公车)(?!购置|运行|费|支出|及|经费|数量?为?0?万)(?:数量|数)?",
    concept: "vehicles-bought",
    only: THREE_PUBLIC,
  },
  {
    pattern: "公务用车购置数(?:量)?|(?:本年|全年|当年)?(?:更新)?购置数(?:量)?",
    concept: "vehicles-bought",
    only: THREE_PUBLIC,
  },
  {
    pattern: `公务用车(?:的)?(?:购置及运行维护|购置及运行|购置和运行维护|购置和运行|购置与运行维护|购置、运行维护|购置、运行)(?:维护)?(?:费用|费|经费)?${FINAL}|(?:公务用车|公车)费${FINAL}`,
    concept: "three-public",
    dimensions: { item: "vehicles" },
  },
  {
    pattern: `公务用车购置(?:更新)?(?:费用|费|经费)?${FINAL}|购置(?:公务用车)?(?:费|支出)${FINAL}|购车(?:经费|费)`,
    concept: "three-public",
    dimensions: { item: "vehicle-purchase" },
  },
  {
    pattern: `(?:公务用车|公车)(?:的)?运行(?:维护)?(?:及维护)?(?:和维护)?(?:费用|费|经费)?${FINAL}|运行维护(?:费)${FINAL}`,
    concept: "three-public",
    dimensions: { item: "vehicle-running" },
  },
  {
    pattern:
      "(?:本部门|本单位)?(?:所属各?预算单位)?(?:开支)?(?:一般公共预算)?(?:财政拨款)?(?:开支)?(?:的)?(?:公务用车|公车)(?:的)?(?:保有量|实有数|实有)|(?:共有|现有|保有)(?:公务用车|公车|车辆)|公务用车(?=\\d)|(?:期末|年末)?(?:公务用车)?保有量|车辆保有量",
    concept: "vehicles-held",
    only: THREE_PUBLIC,
  },
  {
    pattern: `(?:国内|境内)(?:公务)?接待(?:费用|费|经费)?${FINAL}`,
    concept: "three-public",
    dimensions: { item: "domestic-receptions" },
  },
  {
    pattern: `(?:外事|国（境）外(?:公务)?|外宾|境外)接待(?:费用|费|经费)?${FINAL}|接待(?:外宾|国（境）外)`,
    concept: "three-public",
    dimensions: { item: "foreign-receptions" },
  },
  { pattern: `公务接待(?:费用|费|经费)?${FINAL}`, concept: "three-public", dimensions: { item: "receptions" } },
  {
    pattern: `会议费${FINAL}`,
    concept: "three-public",
    dimensions: { item: "meetings" },
    only: [...THREE_PUBLIC, "other-matters"],
  },
  {
    pattern: `培训费${FINAL}`,
    concept: "three-public",
    dimensions: { item: "training" },
    only: [...THREE_PUBLIC, "other-matters"],
  },
];

const VEHICLE_WORDS: readonly (readonly [string, string])[] = [
  ["轿车", "sedan"],
  ["越野车", "off-road"],
  ["载客汽车|小型载客汽车|大中型载客汽车", "coach"],
  ["副部（省）级(?:及)?以上领导(?:干部)?用车|副省级(?:及)?以上领导(?:干部)?用车", "deputy-minister"],
  ["部（?省?）?级(?:及以上)?领导干部用车", "minister"],
  ["主要(?:领导|负责人)(?:干部)?用车", "leaders"],
  ["机要通信(?:应急)?(?:保障)?用车", "confidential"],
  ["应急保障用车", "emergency"],
  ["执法执勤用车", "enforcement"],
  ["特种专业技术用车", "special"],
  ["离退休干部(?:服务)?用车", "retired"],
  ["一般公务用车", "business"],
  ["其他(?:公务)?用车|其它(?:公务)?用车|其他车型|其他车辆", "other"],
];

/** Kinds of vehicles refine whatever count of vehicles is spoken of. */
export const VEHICLE_KINDS: readonly SubjectPhrase[] = VEHICLE_WORDS.map(([pattern, item]) => ({
  pattern,
  concept: "state-vehicles",
  dimensions: { item },
}));

const OTHER: readonly SubjectPhrase[] = [
  { pattern: "(?:机关|本部门|部门)?机?关?运行经费(?:财政拨款)?(?:支出)?(?:决算)?(?:数)?", concept: "operating-costs" },
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
    pattern: "货物(?:类)?(?:采购)?授予中小企业(?:的)?合同(?:金额|总额)?",
    concept: "procurement",
    dimensions: { item: "sme-goods" },
  },
  {
    pattern: "工程(?:类)?(?:采购)?授予中小企业(?:的)?合同(?:金额|总额)?",
    concept: "procurement",
    dimensions: { item: "sme-works" },
  },
  {
    pattern: "服务(?:类)?(?:采购)?授予中小企业(?:的)?合同(?:金额|总额)?",
    concept: "procurement",
    dimensions: { item: "sme-services" },
  },
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
  {
    pattern: "政府采购(?:支出)?(?:决算)?(?:金额|总额|支出总额|总金额|支出)?(?:（[^）]{0,12}）)?",
    concept: "procurement",
    only: ["procurement", "other-matters"],
  },
  { pattern: "单(?:价|位价值)(?:人民币)?(?:在)?(?=\\d+(?:\\.\\d+)?万元)", concept: "threshold" },
  { pattern: "(?:以上)?(?:的)?(?:（含）以上)?通用设备", concept: "large-equipment", dimensions: { item: "general" } },
  { pattern: "(?:以上)?(?:的)?(?:（含）以上)?专用设备", concept: "large-equipment", dimensions: { item: "special" } },
  {
    pattern: "（含）以上(?:的)?(?:大型)?设备(?:（不含车辆）)?|以上(?:（含）)?(?:的)?(?:大型)?设备(?:（不含车辆）)?",
    concept: "large-equipment",
  },
  {
    pattern: "(?:共有|实有|保有|拥有)(?:公务用车|车辆|公务车辆)|车辆(?:共有|总数|合计|保有量)?(?=\\d)|公务用车(?=\\d)",
    concept: "state-vehicles",
    only: ["state-assets", "other-matters"],
  },
];

const PERFORMANCE_PHRASES: readonly SubjectPhrase[] = [
  {
    pattern: "评(?:级|价|定)?(?:等级)?(?:结果)?(?:为|是)优秀?(?:的)?(?:项目)?",
    concept: "performance-projects",
    dimensions: { item: "excellent" },
    only: PERFORMANCE,
  },
  {
    pattern: "评(?:级|价|定)?(?:等级)?(?:结果)?(?:为|是)良好?(?:的)?(?:项目)?",
    concept: "performance-projects",
    dimensions: { item: "good" },
    only: PERFORMANCE,
  },
  {
    pattern: "评(?:级|价|定)?(?:等级)?(?:结果)?(?:为|是)(?:合格|中)(?:的)?(?:项目)?",
    concept: "performance-projects",
    dimensions: { item: "pass" },
    only: PERFORMANCE,
  },
  {
    pattern: "评(?:级|价|定)?(?:等级)?(?:结果)?(?:为|是)(?:不合格|差)(?:的)?(?:项目)?",
    concept: "performance-projects",
    dimensions: { item: "fail" },
    only: PERFORMANCE,
  },
  {
    pattern: "已(?:经)?完成整改(?:的)?(?:问题)?",
    concept: "performance-issues",
    dimensions: { item: "rectified" },
    only: PERFORMANCE,
  },
  {
    pattern: "正在整改(?:的)?(?:问题)?",
    concept: "performance-issues",
    dimensions: { item: "rectifying" },
    only: PERFORMANCE,
  },
  { pattern: "(?:共)?发现问题", concept: "performance-issues", only: PERFORMANCE },
  {
    pattern: "(?:平均|综合|自评|评价|绩效|最终|自评综合)?(?:自评)?得分",
    concept: "performance-score",
    only: PERFORMANCE,
  },
  { pattern: "常年项目", concept: "performance-projects", dimensions: { item: "recurrent" }, only: PERFORMANCE },
  {
    pattern: "阶段（一次性）项目|阶段性项目|一次性项目",
    concept: "performance-projects",
    dimensions: { item: "one-off" },
    only: PERFORMANCE,
  },
  { pattern: "预算结余率大于(?=\\d)", concept: "threshold", only: PERFORMANCE },
  {
    pattern: "(?:结余率大于)?的项目共",
    concept: "performance-projects",
    dimensions: { item: "high-surplus" },
    only: PERFORMANCE,
  },
  {
    pattern: "(?:开展了?)?(?:预算)?事前绩效评估(?:的)?",
    concept: "performance-projects",
    dimensions: { item: "pre-assessment" },
    only: PERFORMANCE,
  },
  {
    pattern: "(?:编报|编制|填报|设定|申报)了?(?:项目)?(?:支出)?绩效目标(?:的)?",
    concept: "performance-projects",
    dimensions: { item: "targets" },
    only: PERFORMANCE,
  },
  {
    pattern: "绩效(?:运行)?(?:监控|跟踪(?:评价|监控)?)(?:的)?",
    concept: "performance-projects",
    dimensions: { item: "monitoring" },
    only: PERFORMANCE,
  },
  {
    pattern: "(?:开展|进行)?了?(?:部门)?(?:项目)?绩效自评(?:价)?(?:的)?(?!价?[报综中得])",
    concept: "performance-projects",
    dimensions: { item: "self-evaluation" },
    only: PERFORMANCE,
  },
  {
    pattern: "(?:部门|重点)(?:绩效)?评价(?:的)?(?:项目)",
    concept: "performance-projects",
    dimensions: { item: "department-evaluation" },
    only: PERFORMANCE,
  },
];

const STAFF: readonly SubjectPhrase[] = [
  { pattern: "行政编制(?:人数)?", concept: "staff", dimensions: { item: "administrative-establishment" } },
  { pattern: "(?:事业|参公)编制(?:人数)?", concept: "staff", dimensions: { item: "institutional-establishment" } },
  {
    pattern: "(?:人员)?(?:核定)?(?:总)?编制(?:总)?(?:人?数)?(?=为?\\d)|编制人数",
    concept: "staff",
    dimensions: { item: "establishment" },
  },
  {
    pattern: "(?:年末)?(?:实有|在职|在编|现有)(?:在职|在编)?(?:人员|人数|职工)?(?:总数)?(?=为?共?\\d)",
    concept: "staff",
    dimensions: { item: "actual" },
  },
  {
    pattern: "(?:参照公务员(?:法)?管理(?:的)?(?:事业)?(?:单位)?人员|参公(?:管理)?(?:事业)?人员)(?=为?\\d)",
    concept: "staff",
    dimensions: { item: "civil-service-managed" },
  },
  { pattern: "(?:行政(?:在职)?人员|公务员)(?=为?\\d)", concept: "staff", dimensions: { item: "administrative" } },
  {
    pattern: "(?:非参公)?(?:其他)?事业(?:在职)?人员(?=为?\\d)",
    concept: "staff",
    dimensions: { item: "institutional" },
  },
  { pattern: "离休人员(?=为?\\d)", concept: "staff", dimensions: { item: "retired-cadres" } },
  { pattern: "(?:离)?退休(?:人员|职工)?(?=为?\\d)", concept: "staff", dimensions: { item: "retired" } },
  { pattern: "(?:编外|聘用|临聘|合同制?)(?:人员)?(?=为?\\d)", concept: "staff", dimensions: { item: "contract" } },
];

export const SUBJECTS: readonly SubjectPhrase[] = [
  ...THREE_PUBLIC_PHRASES,
  ...OTHER,
  ...PERFORMANCE_PHRASES,
  ...STAFF,
  ...VEHICLE_KINDS,
  ...TOTALS,
];

/** What a noun right after a count makes of it: 「2个事业单位」, 「9个项目编制了绩效目标」. */
export const COUNTED_NOUNS: readonly SubjectPhrase[] = [
  {
    pattern: "^(?:独立编制的)?(?:参照公务员法管理的事业单位|参公(?:管理)?(?:事业)?单位)",
    concept: "units",
    dimensions: { item: "civil-service-managed" },
  },
  {
    pattern: "^(?:下属|所属|直属)?(?:非财务独立核算的)?(?:其他)?(?:公益[一二]类)?(?:全额拨款)?事业单位",
    concept: "units",
    dimensions: { item: "institutional" },
  },
  { pattern: "^(?:独立核算的)?行政(?:预算)?单位", concept: "units", dimensions: { item: "administrative" } },
  {
    pattern: "^(?:内设)?(?:机构|股室|科室|处室|股|科|处|职能科室|业务科室|内设机构)(?!长)",
    concept: "units",
    dimensions: { item: "offices" },
  },
  {
    pattern: "^(?:下属|所属|直属|二级|基层|独立核算)(?:二级)?(?:预算)?(?:事业)?单位",
    concept: "units",
    dimensions: { item: "subordinate" },
  },
];
/** The same nouns before the count: 「事业单位3个」. */
export const COUNTED_NOUNS_BEFORE: readonly SubjectPhrase[] = [
  {
    pattern: "(?:参照公务员法管理的事业单位|参公(?:管理)?(?:事业)?单位)(?:共|有)?$",
    concept: "units",
    dimensions: { item: "civil-service-managed" },
  },
  { pattern: "(?:其他)?(?:公益[一二]类)?事业单位(?:共|有)?$", concept: "units", dimensions: { item: "institutional" } },
  { pattern: "行政(?:预算)?单位(?:共|有)?$", concept: "units", dimensions: { item: "administrative" } },
  {
    pattern: "(?:内设(?:机构|科室|股室|处室)|股室|科室|处室)(?:共|有)?$",
    concept: "units",
    dimensions: { item: "offices" },
  },
  { pattern: "(?:下属|所属|直属|二级)(?:预算)?单位(?:共|有)?$", concept: "units", dimensions: { item: "subordinate" } },
  {
    pattern: "(?:纳入[^，。]{0,20}(?:编制范围|预算单位)(?:的)?[^，。]{0,8}单位)(?:共|有|包括)*$",
    concept: "units",
    dimensions: { item: "covered" },
  },
];

/** What a section speaks of before its first phrase does. */
export const SECTION_SUBJECTS: Readonly<Partial<Record<SectionId, { concept: string; dimensions: Dimensions }>>> = {
  totals: { concept: "total-receipts", dimensions: {} },
  revenue: { concept: "revenue", dimensions: {} },
  expenditure: { concept: "expenditure", dimensions: {} },
  "appropriation-totals": { concept: "total-receipts", dimensions: { fund: "appropriation" } },
  "general-expenditure": { concept: "expenditure", dimensions: { fund: "general" } },
  "general-expenditure.total": { concept: "expenditure", dimensions: { fund: "general" } },
  "general-expenditure.structure": { concept: "expenditure", dimensions: { fund: "general" } },
  "general-expenditure.items": { concept: "expenditure", dimensions: { fund: "general" } },
  "basic-expenditure": { concept: "expenditure", dimensions: { fund: "general", nature: "basic" } },
  "three-public": { concept: "three-public", dimensions: {} },
  "three-public.total": { concept: "three-public", dimensions: {} },
  "three-public.detail": { concept: "three-public", dimensions: {} },
  "government-fund": { concept: "expenditure", dimensions: { fund: "government-fund" } },
  "state-capital": { concept: "expenditure", dimensions: { fund: "state-capital" } },
  "operating-costs": { concept: "operating-costs", dimensions: {} },
  procurement: { concept: "procurement", dimensions: {} },
  "state-assets": { concept: "state-vehicles", dimensions: {} },
};
