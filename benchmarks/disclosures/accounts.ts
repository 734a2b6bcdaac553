import { Random } from "./random.ts";

/** Amounts in hundredths of 万元, as integers, so that every sum is exact. */
export type Amount = number;

export interface FunctionalItem {
  readonly code: string;
  readonly names: readonly [className: string, group: string, item: string];
  readonly basic: Amount;
  readonly project: Amount;
  readonly budget: Amount;
  /** Paid out of 其他收入, beside the appropriation. */
  readonly other: Amount;
}

export interface EconomicItem {
  readonly code: string;
  readonly name: string;
  readonly amount: Amount;
}

export interface ThreePublic {
  readonly overseas: Amount;
  readonly purchase: Amount;
  readonly running: Amount;
  readonly receptions: Amount;
}

/** One department's year, consistent in itself. */
export interface RandomAccounts {
  readonly department: string;
  readonly fiscalYear: number;
  readonly general: readonly FunctionalItem[];
  readonly fund: readonly FunctionalItem[];
  readonly otherRevenue: Amount;
  readonly opening: Amount;
  readonly openingGeneral: Amount;
  /** 使用非财政拨款结余（用事业基金弥补收支差额）; nothing where absent. */
  readonly surplusUsed?: Amount;
  /** 结余分配; nothing where absent. More than there was leaves a negative closing carry-over. */
  readonly distributed?: Amount;
  readonly economic: readonly EconomicItem[];
  readonly threePublic: { readonly final: ThreePublic; readonly budget: ThreePublic; readonly previous: ThreePublic };
  readonly previousTotal: Amount;
  readonly previousAppropriation: Amount;
  readonly previousGeneral: Amount;
  readonly operatingCosts: Amount;
  readonly previousOperatingCosts: Amount;
  readonly procurement: { readonly goods: Amount; readonly works: Amount; readonly services: Amount };
}

type Item = readonly [code: string, className: string, group: string, item: string];

const GENERAL: readonly Item[] = [
  ["2010301", "一般公共服务支出", "政府办公厅（室）及相关机构事务", "行政运行"],
  ["2010302", "一般公共服务支出", "政府办公厅（室）及相关机构事务", "一般行政管理事务"],
  ["2010601", "一般公共服务支出", "财政事务", "行政运行"],
  ["2010602", "一般公共服务支出", "财政事务", "一般行政管理事务"],
  ["2010607", "一般公共服务支出", "财政事务", "信息化建设"],
  ["2010608", "一般公共服务支出", "财政事务", "财政委托业务支出"],
  ["2013202", "一般公共服务支出", "组织事务", "一般行政管理事务"],
  ["2040607", "公共安全支出", "司法", "公共法律服务"],
  ["2050202", "教育支出", "普通教育", "小学教育"],
  ["2050203", "教育支出", "普通教育", "初中教育"],
  ["2060702", "科学技术支出", "科学技术普及", "科普活动"],
  ["2070109", "文化旅游体育与传媒支出", "文化和旅游", "群众文化"],
  ["2070308", "文化旅游体育与传媒支出", "体育", "群众体育"],
  ["2080501", "社会保障和就业支出", "行政事业单位养老支出", "行政单位离退休"],
  ["2080502", "社会保障和就业支出", "行政事业单位养老支出", "事业单位离退休"],
  ["2080505", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"],
  ["2080506", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位职业年金缴费支出"],
  ["2080599", "社会保障和就业支出", "行政事业单位养老支出", "其他行政事业单位养老支出"],
  ["2080801", "社会保障和就业支出", "抚恤", "死亡抚恤"],
  ["2089999", "社会保障和就业支出", "其他社会保障和就业支出", "其他社会保障和就业支出"],
  ["2100717", "卫生健康支出", "计划生育事务", "计划生育服务"],
  ["2101101", "卫生健康支出", "行政事业单位医疗", "行政单位医疗"],
  ["2101102", "卫生健康支出", "行政事业单位医疗", "事业单位医疗"],
  ["2120101", "城乡社区支出", "城乡社区管理事务", "行政运行"],
  ["2120102", "城乡社区支出", "城乡社区管理事务", "一般行政管理事务"],
  ["2120199", "城乡社区支出", "城乡社区管理事务", "其他城乡社区管理事务支出"],
  ["2120399", "城乡社区支出", "城乡社区公共设施", "其他城乡社区公共设施支出"],
  ["2120501", "城乡社区支出", "城乡社区环境卫生", "城乡社区环境卫生"],
  ["2210201", "住房保障支出", "住房改革支出", "住房公积金"],
  ["2210203", "住房保障支出", "住房改革支出", "购房补贴"],
  ["2240299", "灾害防治及应急管理支出", "消防救援事务", "其他消防救援事务支出"],
];

const FUND: readonly Item[] = [
  ["2120803", "城乡社区支出", "国有土地使用权出让收入安排的支出", "城市建设支出"],
  ["2120899", "城乡社区支出", "国有土地使用权出让收入安排的支出", "其他国有土地使用权出让收入安排的支出"],
  ["2296002", "其他支出", "彩票公益金安排的支出", "用于社会福利的彩票公益金支出"],
];

const PERSONNEL: readonly (readonly [code: string, name: string])[] = [
  ["30101", "基本工资"],
  ["30102", "津贴补贴"],
  ["30103", "奖金"],
  ["30107", "绩效工资"],
  ["30108", "机关事业单位基本养老保险缴费"],
  ["30109", "职业年金缴费"],
  ["30110", "职工基本医疗保险缴费"],
  ["30112", "其他社会保障缴费"],
  ["30113", "住房公积金"],
  ["30199", "其他工资福利支出"],
  ["30302", "退休费"],
  ["30305", "生活补助"],
  ["30309", "奖励金"],
];

const PUBLIC: readonly (readonly [code: string, name: string])[] = [
  ["30201", "办公费"],
  ["30202", "印刷费"],
  ["30204", "手续费"],
  ["30205", "水费"],
  ["30206", "电费"],
  ["30207", "邮电费"],
  ["30209", "物业管理费"],
  ["30211", "差旅费"],
  ["30213", "维修（护）费"],
  ["30216", "培训费"],
  ["30226", "劳务费"],
  ["30228", "工会经费"],
  ["30229", "福利费"],
  ["30239", "其他交通费用"],
  ["30299", "其他商品和服务支出"],
  ["31002", "办公设备购置"],
];

const DEPARTMENTS = [
  "上海市普陀区财政局",
  "上海市普陀区人民政府宜川路街道办事处",
  "上海市普陀区文化和旅游局",
  "上海市浦东新区教育局",
  "上海市徐汇区生态环境局",
];

/** One random department's year; a `small` one spends on a few items alone, and is written and read in a fraction of the time. */
export function randomAccounts(seed: number, size: "any" | "small" = "any"): RandomAccounts {
  const random = new Random(seed);
  const amount = (low = 50, high = 90_000): Amount => random.integer(low, high);
  const item = ([code, ...names]: Item, projectOnly = false): FunctionalItem => {
    const isBasic = !projectOnly && /(?:01|05|06|99)$/.test(code) && random.chance(0.8);
    const basic = isBasic ? amount(2000, 150_000) : 0;
    const project = !isBasic || random.chance(0.3) ? amount() : 0;
    const final = basic + project;
    const budget = random.chance(0.12)
      ? 0
      : random.chance(0.15)
        ? final
        : Math.max(1, Math.round(final * (0.7 + random.next() * 0.6)));
    const other = !projectOnly && random.chance(0.1) ? amount(1, 900) : 0;
    return { code, names, basic, project, budget, other };
  };
  const share = size === "small" ? 0.02 + random.next() * 0.1 : 0.25 + random.next() * 0.6;
  const listed = size === "small" ? 0.25 : 0.8;
  let general = random.some(GENERAL, share).map((entry) => item(entry));
  if (!general.some(({ basic }) => basic > 0))
    general = [{ ...item(GENERAL[2]!), basic: amount(5000) }, ...general.filter(({ code }) => code !== "2010601")].sort(
      (a, b) => (a.code < b.code ? -1 : 1),
    );
  const fund = random.chance(0.3) ? random.some(FUND, 0.6).map((entry) => item(entry, true)) : [];
  const basic = sum(general.map((entry) => entry.basic));
  const personnelShare = Math.round(basic * (0.7 + random.next() * 0.2));
  const running = random.chance(0.6) ? amount(50, 2000) : 0;
  const receptions = random.chance(0.5) ? amount(10, 500) : 0;
  const personnel = random.some(PERSONNEL, listed);
  const ownPublic = random.some(PUBLIC, listed);
  const publicTotal = basic - personnelShare;
  const isLarge = publicTotal > running + receptions + 200;
  const final: ThreePublic = {
    overseas: random.chance(0.2) ? amount(100, 3000) : 0,
    purchase: random.chance(0.2) ? amount(1000, 3000) : 0,
    running,
    receptions,
  };
  const perPersonnel = random.split(personnelShare, Math.max(1, personnel.length));
  const perPublic = random.split(publicTotal - (isLarge ? running + receptions : 0), Math.max(1, ownPublic.length));
  const economic: EconomicItem[] = [
    ...(personnel.length > 0 ? personnel : [PERSONNEL[0]!]).map(([code, name], index) => ({
      code,
      name,
      amount: perPersonnel[index]!,
    })),
    ...(ownPublic.length > 0 ? ownPublic : [PUBLIC[0]!]).map(([code, name], index) => ({
      code,
      name,
      amount: perPublic[index]!,
    })),
    ...(isLarge && running > 0 ? [{ code: "30231", name: "公务用车运行维护费", amount: running }] : []),
    ...(isLarge && receptions > 0 ? [{ code: "30217", name: "公务接待费", amount: receptions }] : []),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
  const varied = (value: Amount): Amount =>
    random.chance(0.2) ? value : Math.round(value * (0.6 + random.next() * 0.8));
  const variedParts = (parts: ThreePublic): ThreePublic => ({
    overseas: varied(parts.overseas),
    purchase: varied(parts.purchase),
    running: varied(parts.running) + (random.chance(0.2) ? 100 : 0),
    receptions: varied(parts.receptions),
  });
  const openingGeneral = random.chance(0.4) ? amount() : 0;
  const opening = openingGeneral + (random.chance(0.3) ? amount(100, 9000) : 0);
  const generalTotal = sum(general.map(finalOf));
  return {
    department: random.pick(DEPARTMENTS),
    fiscalYear: random.integer(2023, 2025),
    general,
    fund,
    otherRevenue: sum(general.map((entry) => entry.other)) + (random.chance(0.3) ? amount(10, 2000) : 0),
    opening,
    openingGeneral,
    economic,
    threePublic: { final, budget: variedParts(final), previous: variedParts(final) },
    previousTotal: varied(generalTotal) + 10,
    previousAppropriation: varied(generalTotal) + 10,
    previousGeneral: varied(generalTotal) + 10,
    operatingCosts: publicTotal,
    previousOperatingCosts: varied(publicTotal) + 1,
    procurement: { goods: amount(0, 9000), works: random.chance(0.4) ? amount() : 0, services: amount() },
  };
}

export function finalOf(item: FunctionalItem): Amount {
  return item.basic + item.project;
}

export function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((total, amount) => total + amount, 0);
}

export function totalOf(parts: ThreePublic): Amount {
  return parts.overseas + parts.purchase + parts.running + parts.receptions;
}
