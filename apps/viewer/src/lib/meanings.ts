import type { Words } from "./language.tsx";

/** What the main quantities mean, in plain words, by key; a key finds its own entry or its concept's. */
export const MEANINGS: Readonly<Record<string, Words>> = {
  "total-receipts": {
    zh: "这一年能用的全部的钱：当年收入，加上以前年度结转下来的和动用的结余。它与支出总计相等。",
    en: "All the money at hand in the year: revenue, what was carried over from earlier years, and surplus drawn on. It equals total disbursements.",
  },
  "total-disbursements": {
    zh: "当年支出、结余分配与转到下一年的钱之和。它与收入总计相等。",
    en: "Expenditure of the year, distributed surplus and what is carried to the next year. It equals total receipts.",
  },
  revenue: { zh: "当年取得的收入，不含以前年度结转。", en: "Received in the year, without what earlier years left." },
  expenditure: { zh: "当年实际花出去的钱。", en: "What was actually spent in the year." },
  "expenditure{nature=basic}": {
    zh: "维持机构运转、完成日常工作的支出：人员工资和日常办公。",
    en: "What keeps the department running: pay and daily office costs.",
  },
  "expenditure{nature=project}": {
    zh: "为特定任务和事业发展目标，在基本支出之外的支出。",
    en: "Spent on particular tasks, beyond what keeps the department running.",
  },
  "three-public": {
    zh: "因公出国（境）、公务用车购置和运行、公务接待三项，用财政拨款支付的部分。",
    en: "Overseas travel, official vehicles and receptions, paid out of appropriation.",
  },
  "operating-costs": {
    zh: "行政单位（含参照公务员法管理的事业单位）用财政拨款安排的公用经费。",
    en: "Public funds of administrative units, out of appropriation.",
  },
  procurement: {
    zh: "依法采购货物、工程和服务的支出。",
    en: "Goods, works and services bought under the procurement law.",
  },
  "opening-carry-over": {
    zh: "以前年度没有用完、结转到本年继续使用的钱。",
    en: "Unspent money of earlier years, carried into this one.",
  },
  "closing-carry-over": {
    zh: "本年没有用完、结转到以后年度继续使用的钱。",
    en: "Unspent money, carried into later years.",
  },
  "use-of-surplus": {
    zh: "当年收入不够时，动用以前年度的非财政拨款结余来弥补的钱。",
    en: "Surplus of earlier years, other than appropriation, drawn on to cover the year.",
  },
  "three-public{item=overseas}": {
    zh: "公务人员出国（境）的国际旅费、住宿、伙食、培训等支出。",
    en: "Travel, board and training of officials abroad.",
  },
  "three-public{item=vehicles}": {
    zh: "买公务用车的钱，加上油费、维修、保险、过路费等用车的钱。",
    en: "Vehicles bought, and what running them costs: fuel, repair, insurance, tolls.",
  },
  "three-public{item=vehicle-purchase}": {
    zh: "买公务用车的支出，含车辆购置税和牌照费。",
    en: "Official vehicles bought, with their tax and plates.",
  },
  "three-public{item=vehicle-running}": {
    zh: "公务用车的油费、维修、保险、过路过桥费和安全奖励等。",
    en: "Fuel, repair, insurance and tolls of official vehicles.",
  },
  "three-public{item=receptions}": {
    zh: "按规定开支的各类公务接待，含外宾接待。",
    en: "Guests received on official business, from abroad too.",
  },
  "expenditure{fund=general}": {
    zh: "用一般公共预算拨给的钱实际花出去的部分，是多数部门支出的主体。",
    en: "Spent out of the general public budget: most of what most departments spend.",
  },
  "expenditure{fund=general,nature=basic}": {
    zh: "用一般公共预算维持机构运转的支出，分为人员经费和公用经费。",
    en: "What keeps the department running out of the general budget: pay and daily costs.",
  },
  "expenditure{fund=general,nature=basic,group=personnel}": {
    zh: "发给人的钱：工资、津贴、社会保险、离退休费和补助。",
    en: "Paid to people: wages, allowances, insurance, pensions.",
  },
  "expenditure{fund=general,nature=basic,group=public}": {
    zh: "日常办公的钱：办公、水电、差旅、会议、维修等。",
    en: "Daily costs: office, power, travel, meetings, repair.",
  },
  "vehicles-held": { zh: "年末在册的公务用车数量。", en: "Official vehicles on the books at the end of the year." },
  "reception-batches": { zh: "一年里接待了多少批来客。", en: "How many groups of guests were received." },
  "reception-persons": { zh: "一年里接待的来客总人次。", en: "How many guests were received." },
  missions: { zh: "组织出国（境）的团组个数。", en: "Delegations sent abroad." },
  "mission-persons": { zh: "出国（境）的人次。", en: "Persons sent abroad." },
  "state-vehicles": {
    zh: "年末单位占有使用的各类车辆，不只是公务用车。",
    en: "All vehicles in the department’s use at the end of the year.",
  },
  "large-equipment": {
    zh: "单价在规定金额（多为 100 万元）以上的设备台数。",
    en: "Equipment above a unit price, mostly one million yuan.",
  },
  "performance-score": {
    zh: "部门给自己的项目或整体绩效打的分，满分 100；是自评，不是外部评价。",
    en: "The department’s own score of its performance, out of 100; not an outside judgement.",
  },
  "performance-weight": {
    zh: "绩效自评表里一项指标最多能得的分；各项合起来一般是 100 分。",
    en: "The most points that an indicator can score; all together make up 100 as a rule.",
  },
  "performance-target": {
    zh: "为一项绩效指标定的目标值。",
    en: "What an indicator of performance was to reach.",
  },
  "surplus-distribution": {
    zh: "按规定对非财政拨款结余的分配，如提取专用基金、缴纳所得税。",
    en: "Surplus distributed by rule, such as to funds or taxes.",
  },
};

/** Funds, as a part of many keys. */
const FUNDS: Readonly<Record<string, Words>> = {
  appropriation: {
    zh: "财政拨款：本级财政当年拨付的资金。",
    en: "Appropriation: paid by the treasury of the same level.",
  },
  general: {
    zh: "一般公共预算：以税收为主，用于保障民生、经济社会发展和机构运转。",
    en: "General public budget: mostly taxes, for public services and the running of government.",
  },
  "government-fund": {
    zh: "政府性基金预算：向特定对象收取、专款专用，如土地出让收入。",
    en: "Government funds: levied for, and tied to, a purpose, such as land sales.",
  },
  "state-capital": {
    zh: "国有资本经营预算：国有资本收益安排的支出。",
    en: "State capital: spent out of the returns on state capital.",
  },
};

export function meaningsOf(concept: string, key: string, fund: string | undefined): readonly Words[] {
  const own = MEANINGS[key] ?? MEANINGS[concept];
  return [own, fund === undefined ? undefined : FUNDS[fund]].filter((words) => words !== undefined);
}
