import type { FixedRow, Sum, TableBlock, TableColumn, TableDeclaration } from "../declaration.ts";
import { AMOUNT } from "./columns.ts";
import { COUNT_COLUMNS, COUNTS_OF_ITEMS, COUNT_ROWS, count } from "./counts.ts";
import { MONEY_AND_COUNTS } from "./three-public-information.ts";
import { NAMES } from "./three-public-names.ts";

const VEHICLES = "公务用车购置及运行维护费";

const ITEMS: readonly TableColumn[] = [
  { id: "total", heading: ["合计"], aliases: ["“三公”经费合计", "“三公”经费支出合计", "小计", "总计", "支出合计"] },
  {
    id: "overseas",
    heading: ["因公出国（境）费"],
    aliases: NAMES.overseas,
    dimensions: { item: "overseas" },
  },
  {
    id: "vehicles",
    heading: [VEHICLES, "小计"],
    // One heading may hold both: 公务用车购置及运行维护费小计.
    aliases: ["合计", ...[VEHICLES, ...NAMES.vehicles].flatMap((name) => [name, `${name}小计`, `${name}合计`])],
    dimensions: { item: "vehicles" },
  },
  {
    id: "vehicle-purchase",
    heading: [VEHICLES, "公务用车购置费"],
    aliases: [...NAMES.vehiclePurchase, "购置金额"],
    dimensions: { item: "vehicle-purchase" },
  },
  {
    id: "vehicle-running",
    heading: [VEHICLES, "公务用车运行维护费"],
    aliases: [...NAMES.vehicleRunning, "运行维护金额"],
    dimensions: { item: "vehicle-running" },
  },
  {
    id: "receptions",
    heading: ["公务接待费"],
    aliases: NAMES.receptions,
    dimensions: { item: "receptions" },
  },
];

/** Shaanxi and others print meetings and training beside the three, older forms operating costs; outside their total. */
const BESIDE: readonly TableColumn[] = [
  { id: "meetings", heading: ["会议费"], aliases: ["会议支出"], dimensions: { item: "meetings" }, owed: false },
  { id: "training", heading: ["培训费"], aliases: ["培训支出"], dimensions: { item: "training" }, owed: false },
  { id: "operating-costs", heading: ["机关运行经费"], concept: "operating-costs", owed: false },
];

/** What each item bought, beside its money under one heading: older forms. */
const COUNTS_BESIDE: readonly TableColumn[] = (
  [
    ["missions", "因公出国（境）费", "团组数", ["团组", "团组数量", "因公出国（境）团组数"]],
    ["mission-persons", "因公出国（境）费", "人次", ["人数", "人次数", "因公出国（境）人次数", "因公出国（境）人数"]],
    ["vehicles-bought", VEHICLES, "购置数", ["购置数量", "购置辆数", "公务用车购置数", "公务用车购置数量"]],
    ["vehicles-held", VEHICLES, "保有量", ["保有数", "公务用车保有量", "车辆保有量", "年末保有量"]],
    ["reception-batches", "公务接待费", "批次", ["接待批次", "批次数", "公务接待批次"]],
    ["reception-persons", "公务接待费", "人次", ["接待人次", "人数", "人次数", "公务接待人次", "公务接待人数"]],
  ] as const
).map(([concept, item, heading, aliases]) => ({
  id: concept,
  heading: [item, heading],
  aliases,
  concept,
  quantity: "count",
  owed: false,
}));

const SUMS: readonly Sum[] = [
  // Where purchase and running stand without their sum, what all of them come to is told by the identity.
  { total: "total", of: ["overseas", "vehicles", "receptions"], requires: ["vehicles"] },
  { total: "vehicles", of: ["vehicle-purchase", "vehicle-running"] },
];

const AS_COLUMNS: TableBlock = {
  id: "rows",
  heading: "财政拨款“三公”经费",
  rows: { kind: "single" },
  columns: [...ITEMS, ...BESIDE, ...COUNTS_BESIDE],
  stages: ["budget", "final"],
  sums: SUMS,
};

/** 预算数 and 决算数 as rows under one heading for each item. */
const STAGES_AS_ROWS: TableBlock = {
  id: "rows",
  rows: {
    kind: "fixed",
    heading: "项目",
    staged: true,
    rows: [
      {
        id: "original-budget",
        label: "年初预算数",
        aliases: ["年初预算"],
        dimensions: { stage: "original-budget" },
        owed: false,
      },
      {
        id: "adjusted-budget",
        label: "全年预算数",
        aliases: ["调整预算数", "全年预算", "调整预算"],
        dimensions: { stage: "adjusted-budget" },
        owed: false,
      },
      { id: "budget", label: "预算数", aliases: ["预算", "本年预算数"], dimensions: { stage: "budget" } },
      { id: "final", label: "决算数", aliases: ["决算", "支出决算数", "本年决算数", "决算统计数"] },
    ],
  },
  columns: [...ITEMS, ...BESIDE],
  sums: SUMS,
};

/** What each fund paid, beside what both did: forms of Anhui. */
const FUNDS: readonly TableColumn[] = [
  {
    id: "general",
    heading: ["一般公共预算财政拨款"],
    aliases: ["一般公共预算", "一般公共预算拨款"],
    dimensions: { fund: "general" },
    owed: false,
  },
  {
    id: "government-fund",
    heading: ["政府性基金预算财政拨款"],
    aliases: ["政府性基金", "政府性基金预算", "政府性基金财政拨款"],
    dimensions: { fund: "government-fund" },
    owed: false,
  },
];

/** The items as rows under 预算数 and 决算数. */
const ITEMS_AS_ROWS: TableBlock = {
  id: "rows",
  rows: {
    kind: "fixed",
    heading: "项目",
    rows: [...ITEMS, ...BESIDE].map(({ id, heading, aliases, concept, dimensions, owed }): FixedRow => {
      const label = id === "vehicles" ? VEHICLES : heading.at(-1)!;
      return {
        id,
        label,
        aliases: (aliases ?? []).filter((alias) => alias !== label && !["小计", "合计"].includes(alias)),
        ...(concept !== undefined && { concept }),
        ...(dimensions && { dimensions }),
        ...(owed === false && { owed }),
        ...(COUNTS_OF_ITEMS[id] && { counts: COUNTS_OF_ITEMS[id] }),
      };
    }),
    sums: SUMS,
  },
  columns: [AMOUNT, ...FUNDS, ...COUNT_COLUMNS],
  stages: ["budget", "final"],
};

/** Shaanxi sets receptions before vehicles: where headings went astray, the order is what tells them. */
const receptionsFirst = (block: TableBlock): TableBlock => {
  const rank = ({ id }: TableColumn): number => (id.startsWith("vehicle") ? 1 : 0);
  const items = block.columns.filter((column) => ITEMS.includes(column));
  const rest = block.columns.filter((column) => !ITEMS.includes(column));
  return { ...block, columns: [...items.toSorted((one, other) => rank(one) - rank(other)), ...rest] };
};

/** The final figures alone, as Hunan and others printed them. */
const withoutBudget = (block: TableBlock): TableBlock => {
  const { stages: _, ...rest } = block;
  return rest;
};

/** 相关统计数: Jiangsu continues the table below its money with what it bought, two in each line. */
const COUNTS: TableBlock = {
  id: "rows",
  columns: [{ ...AMOUNT, quantity: "count" }],
  rows: {
    kind: "fixed",
    heading: "项目",
    rows: [
      ...COUNT_ROWS,
      count("meetings", "召开会议次数（个）", "meetings", ["召开会议次数"]),
      count("meeting-persons", "参加会议人次（人）", "meeting-persons", ["参加会议人次"]),
      count("trainings", "组织培训次数（个）", "trainings", ["组织培训次数"]),
      count("training-persons", "参加培训人次（人）", "training-persons", ["参加培训人次"]),
    ],
  },
  repeats: true,
};

export const THREE_PUBLIC: TableDeclaration = {
  id: "three-public",
  titles: [
    "财政拨款“三公”经费支出决算表",
    "一般公共预算财政拨款“三公”经费支出决算表",
    "“三公”经费支出决算表",
    "一般公共预算“三公”经费支出决算表",
    "一般公共预算财政拨款“三公”经费决算表",
    "“三公”经费公共预算财政拨款支出决算表",
    "财政拨款“三公”经费支出表",
    "“三公”经费支出情况表",
    "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表",
    "一般公共预算财政拨款“三公”经费、会议费、培训费支出决算表",
    "财政拨款“三公”经费、会议费和培训费支出决算表",
    "财政拨款“三公”经费、会议费、培训费支出决算表",
    "一般公共预算财政拨款“三公”经费、会议费和培训费支出决算表",
    "“三公”经费、会议费、培训费支出决算表",
    "“三公”经费及会议费、培训费支出决算表",
    "财政拨款“三公”经费及会议费、培训费支出决算表",
    "一般公共预算财政拨款“三公”经费及会议费培训费支出情况表",
    "一般公共预算“三公”经费及会议费、培训费支出决算表",
    "一般公共预算“三公”经费及会议费、培训费支出情况表",
    "财政拨款“三公”经费支出及机关运行经费决算表",
    "“三公”经费支出及机关运行经费决算表",
    "“三公”经费和机关运行经费支出决算表",
    "“三公”经费及机关运行经费支出决算表",
    "一般公共预算财政拨款“三公”经费及机关运行经费支出决算表",
    "一般公共预算“三公”经费支出表",
    "“三公”经费决算表",
    "财政拨款“三公”经费决算表",
    "“三公”经费情况表",
    "“三公”经费决算情况表",
    "“三公”经费支出决算情况表",
    "一般公共预算及政府性基金财政拨款“三公”经费支出决算表",
  ],
  en: "‘Three public’ expenses",
  concept: "three-public",
  nothing: "财政拨款“三公”经费支出",
  remark: "本表反映部门本年度“三公”经费支出预决算情况。",
  blocks: [AS_COLUMNS],
  variants: [
    [STAGES_AS_ROWS],
    [ITEMS_AS_ROWS],
    [COUNTS],
    [MONEY_AND_COUNTS],
    [withoutBudget(ITEMS_AS_ROWS)],
    [withoutBudget(MONEY_AND_COUNTS)],
    [receptionsFirst(STAGES_AS_ROWS)],
    [receptionsFirst(AS_COLUMNS)],
  ],
  telling: true,
};
