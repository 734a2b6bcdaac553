import type { Dimensions } from "../../facts/key.ts";
import type { Counted, FixedRow, Sum, TableColumn } from "../declaration.ts";

/** A row that holds a number of persons, batches or vehicles. */
export const count = (
  id: string,
  label: string,
  concept: string,
  aliases: readonly string[] = [],
  dimensions: Dimensions = {},
): FixedRow => ({ id, label, concept, aliases, dimensions, quantity: "count" });

/** What the “three public” expenses bought: missions, vehicles, receptions, in the order that the forms print them. */
export const COUNT_ROWS: readonly FixedRow[] = [
  count("missions", "因公出国（境）团组数（个）", "missions", ["因公出国（境）团组数"]),
  count("mission-persons", "因公出国（境）人次数（人）", "mission-persons", [
    "因公出国（境）人次数",
    "因公出国（境）人次",
    "因公出国（境）人数（人）",
    "因公出国（境）人数",
  ]),
  count("vehicles-bought", "公务用车购置数（辆）", "vehicles-bought", ["公务用车购置数"]),
  count("vehicles-held", "公务用车保有量（辆）", "vehicles-held", ["公务用车保有量"]),
  // Until 2016, before guests from abroad were counted apart.
  {
    ...count("batches", "公务接待批次（批）", "reception-batches", ["公务接待批次", "公务接待批次（个）"]),
    owed: false,
  },
  {
    ...count("persons", "公务接待人数（人）", "reception-persons", [
      "公务接待人数",
      "公务接待人次",
      "公务接待人次（人）",
    ]),
    owed: false,
  },
  count("domestic-batches", "国内公务接待批次（个）", "reception-batches", ["国内公务接待批次"], { item: "domestic" }),
  count("foreign-batches", "其中：外事接待批次（个）", "reception-batches", ["外事接待批次", "外事接待批次（个）"], {
    item: "foreign",
  }),
  count("domestic-persons", "国内公务接待人次（人）", "reception-persons", ["国内公务接待人次"], { item: "domestic" }),
  count("foreign-persons", "其中：外事接待人次（人）", "reception-persons", ["外事接待人次", "外事接待人次（人）"], {
    item: "foreign",
  }),
  count("batches-abroad", "国（境）外公务接待批次（个）", "reception-batches", ["国（境）外公务接待批次"], {
    label: "国（境）外",
  }),
  count("persons-abroad", "国（境）外公务接待人次（人）", "reception-persons", ["国（境）外公务接待人次"], {
    label: "国（境）外",
  }),
];

/** 团组数, 人次, 批次, 车辆数 beside the money of each item: old forms. */
export const COUNT_COLUMNS: readonly TableColumn[] = (
  [
    ["missions", "团组数", ["团组", "团组数量", "出国（境）团组数", "组团数"]],
    ["persons", "人次", ["人数", "人次数", "人员数"]],
    ["batches", "批次", ["批次数", "接待批次", "批数"]],
    ["vehicles", "车辆数", ["车辆", "辆数", "车辆数量", "车辆台数"]],
  ] as const
).map(([counts, heading, aliases]) => ({
  id: counts,
  heading: [heading],
  aliases,
  counts,
  quantity: "count",
  owed: false,
}));

/** What they count for each item. 车辆数 beside purchase and running together may be either. */
export const COUNTS_OF_ITEMS: Readonly<Record<string, FixedRow["counts"]>> = {
  overseas: countsOf({ missions: "missions", persons: "mission-persons" }),
  receptions: countsOf({ batches: "reception-batches", persons: "reception-persons" }),
  "vehicle-purchase": countsOf({ vehicles: "vehicles-bought" }),
  "vehicle-running": countsOf({ vehicles: "vehicles-held" }),
};

function countsOf(concepts: Readonly<Partial<Record<Counted, string>>>): FixedRow["counts"] {
  return Object.fromEntries(
    Object.entries(concepts).map(([counted, concept]) => [counted, { concept, dimensions: {} }]),
  );
}

/** Vehicles by what they are for, in the order of the form: 国有资产占用情况表. */
export const VEHICLE_KINDS = [
  ["deputy-minister", "副部（省）级及以上领导用车", []],
  ["leaders", "主要领导干部用车", ["主要负责人用车"]],
  ["confidential", "机要通信用车", []],
  ["emergency", "应急保障用车", []],
  ["enforcement", "执法执勤用车", []],
  ["special", "特种专业技术用车", []],
  ["retired", "离退休干部用车", ["离退休干部服务用车"]],
  ["other", "其他用车", []],
] as const;

/** All vehicles are those of each kind; a form that leaves out the last kinds says nothing of the sum. */
export const VEHICLES_OF_ALL_KINDS: Sum = {
  total: "state-vehicles",
  of: VEHICLE_KINDS.map(([item]) => `state-vehicles.${item}`),
  requires: ["state-vehicles.other"],
};

/** Vehicles and equipment as rows: the ministry's own form (机构运行信息表) and 国有资产占用情况表. */
export const ASSET_ROWS: readonly FixedRow[] = [
  count("state-vehicles", "车辆数合计（辆）", "state-vehicles", [
    "车辆数合计",
    "车辆数量合计（辆）",
    "车辆合计（台、辆）",
  ]),
  ...VEHICLE_KINDS.map(([item, label, aliases]) =>
    count(`state-vehicles.${item}`, label, "state-vehicles", aliases, { item }),
  ),
  count("large-equipment", "单价100万元（含）以上设备（不含车辆）", "large-equipment", [
    "单价100万元（含）以上设备（台、套）",
    "单价100万元（含）以上设备（不含车辆）（台/套）",
    "单价100万元（含）以上设备",
    "单价100万元（含）以上设备（不含车辆）（台、套）",
    "单价100万元以上设备（不含车辆）",
  ]),
  // Until 2022.
  count(
    "large-equipment.general",
    "单价50万元以上通用设备（台、套）",
    "large-equipment",
    ["单价50万元以上通用设备（台，套）", "单价50万元以上通用设备", "单价50万元（含）以上通用设备（台、套）"],
    { item: "general" },
  ),
  count(
    "large-equipment.special",
    "单价100万元以上专用设备（台、套）",
    "large-equipment",
    ["单价100万元以上专用设备（台，套）", "单价100万元以上专用设备", "单价100万元（含）以上专用设备（台、套）"],
    { item: "special" },
  ),
].map((row) => ({ ...row, owed: false }));
