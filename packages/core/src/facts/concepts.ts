import type { Dimensions } from "./key.ts";

/** What kind of quantity a concept is. */
export type QuantityKind = "money" | "count" | "score" | "rate";

export interface Concept {
  /** The quantity that it is for most departments, though nothing requires it: evidence of what was meant, never of a mistake. */
  readonly usually?: { readonly concept: string; readonly dimensions: Dimensions };
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: QuantityKind;
  /** The values of the dimension `item`, with their names. */
  readonly items?: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
}

function concept(
  id: string,
  zh: string,
  en: string,
  kind: QuantityKind,
  items?: Record<string, readonly [zh: string, en: string]>,
): Concept {
  if (!items) return { id, zh, en, kind };
  return {
    id,
    zh,
    en,
    kind,
    items: Object.fromEntries(
      Object.entries(items).map(([key, [zhName, enName]]) => [key, { zh: zhName, en: enName }]),
    ),
  };
}

const VEHICLE_KINDS: Record<string, readonly [string, string]> = {
  sedan: ["轿车", "sedans"],
  "off-road": ["越野车", "off-road vehicles"],
  coach: ["载客汽车", "passenger coaches"],
  "small-coach": ["小型载客汽车", "small passenger coaches"],
  "large-coach": ["大中型载客汽车", "medium and large passenger coaches"],
  "deputy-minister": ["副部（省）级及以上领导用车", "vehicles for officials of vice-ministerial rank and above"],
  minister: ["部级领导干部用车", "vehicles for officials of ministerial rank"],
  "leading-officials": ["领导干部用车", "vehicles for leading officials"],
  leaders: ["主要领导干部用车", "vehicles for principal leaders"],
  confidential: ["机要通信用车", "confidential communication vehicles"],
  emergency: ["应急保障用车", "emergency support vehicles"],
  enforcement: ["执法执勤用车", "law enforcement vehicles"],
  special: ["特种专业技术用车", "special technical vehicles"],
  retired: ["离退休干部用车", "vehicles for retired officials"],
  business: ["一般公务用车", "general official vehicles"],
  other: ["其他用车", "other vehicles"],
};

/** The vocabulary of quantities that a final accounts disclosure states (部门决算). */
export const CONCEPTS: readonly Concept[] = [
  concept("total-receipts", "收入总计", "total receipts", "money"),
  concept("total-disbursements", "支出总计", "total disbursements", "money"),
  concept("revenue", "本年收入", "revenue of the year", "money"),
  concept("expenditure", "本年支出", "expenditure of the year", "money"),
  concept("opening-carry-over", "年初结转和结余", "opening carry-over", "money"),
  concept("closing-carry-over", "年末结转和结余", "closing carry-over", "money"),
  concept("use-of-surplus", "使用非财政拨款结余（含专用结余）", "use of non-appropriation surplus", "money"),
  concept("surplus-distribution", "结余分配", "distribution of surplus", "money"),
  concept("three-public", "“三公”经费", "“three public” expenses", "money", {
    overseas: ["因公出国（境）费", "overseas travel"],
    vehicles: ["公务用车购置及运行维护费", "official vehicles"],
    "vehicle-purchase": ["公务用车购置费", "purchase of official vehicles"],
    "vehicle-running": ["公务用车运行维护费", "running of official vehicles"],
    receptions: ["公务接待费", "official receptions"],
    "domestic-receptions": ["国内公务接待费", "domestic receptions"],
    "foreign-receptions": ["外事接待费", "foreign receptions"],
    "reception-entry": ["公务接待明细", "entry of the list of receptions"],
    meetings: ["会议费", "meetings"],
    training: ["培训费", "training"],
  }),
  concept("missions", "因公出国（境）团组", "overseas missions", "count", {
    own: ["本单位组织的团组", "sent by the department itself"],
    joined: ["参加其他单位组织的团组", "joined missions of others"],
  }),
  concept("mission-persons", "因公出国（境）人次", "persons on overseas missions", "count", {
    joined: ["参加其他单位组织的团组", "on missions of others"],
  }),
  concept("vehicles-bought", "更新购置公务用车", "official vehicles bought", "count", VEHICLE_KINDS),
  concept("vehicle-purchase-amount", "公务用车购置金额", "amount of vehicles bought", "money", VEHICLE_KINDS),
  concept("vehicles-held", "公务用车保有量", "official vehicles held", "count", VEHICLE_KINDS),
  concept("reception-batches", "公务接待批次", "batches of receptions", "count", {
    domestic: ["国内公务接待", "domestic"],
    foreign: ["外事接待", "foreign"],
  }),
  concept("reception-persons", "公务接待人次", "persons received", "count", {
    domestic: ["国内公务接待", "domestic"],
    foreign: ["外事接待", "foreign"],
    company: ["陪同人员", "hosts in attendance"],
  }),
  concept("meetings", "召开会议", "meetings held", "count"),
  concept("meeting-persons", "参加会议人次", "persons at meetings", "count"),
  concept("trainings", "组织培训", "trainings held", "count"),
  concept("training-persons", "参加培训人次", "persons trained", "count"),
  {
    ...concept("operating-costs", "机关运行经费", "agency operating costs", "money"),
    // 行政单位（含参公单位）使用一般公共预算安排的基本支出中的公用经费.
    usually: { concept: "expenditure", dimensions: { fund: "general", nature: "basic", group: "public" } },
  },
  concept("procurement", "政府采购支出", "government procurement", "money", {
    goods: ["货物", "goods"],
    works: ["工程", "works"],
    services: ["服务", "services"],
    sme: ["授予中小企业合同金额", "contracts to small and medium-sized enterprises"],
    micro: ["授予小微企业合同金额", "contracts to small and micro enterprises"],
    "sme-goods": ["货物采购授予中小企业合同金额", "goods contracts to small and medium-sized enterprises"],
    "sme-works": ["工程采购授予中小企业合同金额", "works contracts to small and medium-sized enterprises"],
    "sme-services": ["服务采购授予中小企业合同金额", "services contracts to small and medium-sized enterprises"],
    "sme-reserved": ["面向中小企业预留项目预算金额", "budget reserved for small and medium-sized enterprises"],
    "micro-reserved": ["面向小微企业预留项目预算金额", "budget reserved for small and micro enterprises"],
    "sme-reserved-won": [
      "预留项目中由中小企业中标或成交金额",
      "reserved projects won by small and medium-sized enterprises",
    ],
    "micro-reserved-won": [
      "预留项目中由小微企业中标或成交金额",
      "reserved projects won by small and micro enterprises",
    ],
    "other-sme-won": ["其他项目中由中小企业中标或成交金额", "other projects won by small and medium-sized enterprises"],
    "other-micro-won": ["其他项目中由小微企业中标或成交金额", "other projects won by small and micro enterprises"],
  }),
  concept("state-vehicles", "共有车辆", "vehicles (state assets)", "count", VEHICLE_KINDS),
  concept("large-equipment", "单价100万元（含）以上设备", "equipment of 1 million yuan and above", "count", {
    general: ["单价50万元以上通用设备", "general equipment of 500,000 yuan and above"],
    special: ["单价100万元以上专用设备", "special equipment of 1 million yuan and above"],
  }),
  concept("state-assets", "国有资产", "state assets", "money", {
    total: ["资产总额", "assets in total"],
    current: ["流动资产", "current assets"],
    fixed: ["固定资产", "fixed assets"],
    investments: ["对外投资及有价证券", "investments and securities"],
    construction: ["在建工程", "construction in progress"],
    intangible: ["无形资产", "intangible assets"],
    other: ["其他资产", "other assets"],
  }),
  concept("state-asset-counts", "国有资产数量", "state assets by number or area", "count"),
  concept("performance-projects", "绩效管理项目数", "projects under performance management", "count", {
    "pre-assessment": ["事前绩效评估", "ex-ante assessment"],
    targets: ["编制绩效目标", "performance targets"],
    monitoring: ["绩效运行监控（跟踪）", "performance monitoring"],
    "self-evaluation": ["绩效自评", "self-evaluation"],
    "department-evaluation": ["部门评价", "evaluation by the department"],
    "financial-evaluation": ["财政评价", "evaluation by the finance department"],
    excellent: ["绩效评级为“优”", "graded excellent"],
    good: ["绩效评级为“良”", "graded good"],
    pass: ["绩效评级为“合格”（中）", "graded pass"],
    fail: ["绩效评级为“不合格”（差）", "graded fail"],
    recurrent: ["常年项目", "recurrent projects"],
    "one-off": ["阶段（一次性）项目", "one-off projects"],
    "high-surplus": ["预算结余率大于10%的项目", "projects with a surplus above 10%"],
  }),
  concept("performance-amount", "绩效管理项目金额", "amount of projects under performance management", "money", {
    targets: ["编制绩效目标", "performance targets"],
    monitoring: ["绩效运行监控（跟踪）", "performance monitoring"],
    "self-evaluation": ["绩效自评", "self-evaluation"],
    "department-evaluation": ["部门评价", "evaluation by the department"],
    "financial-evaluation": ["财政评价", "evaluation by the finance department"],
    recurrent: ["常年项目", "recurrent projects"],
    "one-off": ["阶段（一次性）项目", "one-off projects"],
  }),
  concept("performance-issues", "绩效自评发现问题", "issues found in self-evaluation", "count", {
    rectified: ["已经完成整改", "rectified"],
    rectifying: ["正在整改", "being rectified"],
  }),
  concept("performance-score", "绩效得分", "performance score", "score"),
  concept("performance-weight", "绩效指标分值", "weight of a performance indicator", "score", {
    group: ["各指标合计", "of a group of indicators"],
  }),
  concept("performance-target", "绩效指标目标值", "target of a performance indicator", "count", {
    original: ["年初指标值", "as set at the start of the year"],
  }),
  concept("staff", "人员", "staff", "count", {
    establishment: ["编制人数", "establishment"],
    "administrative-establishment": ["行政编制", "administrative establishment"],
    "institutional-establishment": ["事业编制", "institutional establishment"],
    "civil-service-establishment": ["参公编制", "establishment under the civil service law"],
    "support-establishment": ["工勤编制", "establishment of support staff"],
    actual: ["实有人数", "staff in post"],
    administrative: ["行政人员", "administrative staff"],
    "civil-service-managed": ["参照公务员法管理人员", "staff managed under the civil service law"],
    institutional: ["事业人员", "institutional staff"],
    support: ["工勤人员", "support staff"],
    serving: ["在职人员", "staff in service"],
    retired: ["退休人员", "retired staff"],
    "all-retired": ["离退休人员", "retired staff and cadres"],
    pensioners: ["由养老保险基金发放养老金的离退休人员", "retired staff paid by the pension fund"],
    other: ["其他人员", "other persons"],
    students: ["学生", "students"],
    included: ["其中所含人员", "staff included in a number"],
    "retired-cadres": ["离休人员", "retired cadres"],
    contract: ["聘用人员", "contract staff"],
    "within-establishment": ["编制内人员", "staff within the establishment"],
  }),
  concept("units", "单位数", "units", "count", {
    offices: ["内设机构", "internal offices"],
    subordinate: ["下属单位", "subordinate units"],
    administrative: ["行政单位", "administrative units"],
    "civil-service-managed": ["参照公务员法管理的事业单位", "units managed under the civil service law"],
    institutional: ["事业单位", "public institutions"],
    covered: ["纳入决算编制范围的单位", "units covered"],
  }),
  concept("project-amount", "项目金额", "amount of a project", "money", {
    appropriation: ["财政拨款", "appropriation"],
    "carried-over": ["上年结转资金", "carried over from last year"],
    "special-account": ["财政专户管理资金", "in the special fiscal account"],
    own: ["单位自有资金", "the unit's own funds"],
    other: ["其他资金", "other funds"],
    superior: ["上级补助资金", "from superior governments"],
    central: ["中央资金", "from the central government"],
    provincial: ["省级资金", "from the province"],
    municipal: ["市级资金", "from the municipality"],
    county: ["县（区）级资金", "from the county or district"],
    local: ["本级（地方）资金", "from the own or local government"],
  }),
  concept("performance-output", "绩效指标完成值", "performance output", "count"),
  concept("threshold", "口径数值", "a number that defines, not measures", "count"),
];

const BY_ID = new Map(CONCEPTS.map((entry) => [entry.id, entry]));

/** The declaration of a concept; undefined for an unknown id. */
export function conceptOf(id: string): Concept | undefined {
  return BY_ID.get(id);
}
