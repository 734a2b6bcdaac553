import type { TableBlock, TableColumn, TableDeclaration } from "../declaration.ts";
import { ASSET_ROWS, VEHICLE_KINDS, VEHICLES_OF_ALL_KINDS } from "./counts.ts";

const part = (id: string, heading: readonly string[], aliases: readonly string[] = []): TableColumn => ({
  id,
  heading,
  aliases,
  dimensions: { label: heading.at(-1) === "小计" ? heading[0]! : heading.at(-1)! },
});

const held = (
  id: string,
  heading: readonly string[],
  concept: string,
  more: Partial<TableColumn> = {},
): TableColumn => ({
  id,
  heading,
  concept,
  quantity: "count",
  ...more,
});

/** Jiangxi: how many vehicles of each kind and how much equipment, in one row. */
const VEHICLES_AND_EQUIPMENT: TableBlock = {
  id: "rows",
  rows: { kind: "single" },
  columns: [
    held("state-vehicles", ["车辆", "合计"], "state-vehicles", { aliases: ["小计", "车辆合计"] }),
    ...VEHICLE_KINDS.map(([item, label, aliases]) =>
      held(`state-vehicles.${item}`, ["车辆", label], "state-vehicles", { aliases, dimensions: { item } }),
    ),
    held("large-equipment", ["单价100万元（含）以上设备（不含车辆）"], "large-equipment", {
      aliases: ["单价100万元以上设备（不含车辆）", "单价100万元（含）以上设备", "单价100万元以上设备"],
    }),
    // Until 2022.
    held("large-equipment.general", ["单价50万元（含）以上通用设备"], "large-equipment", {
      aliases: ["单价50万元以上通用设备"],
      dimensions: { item: "general" },
      owed: false,
    }),
    held("large-equipment.special", ["单价100万元（含）以上专用设备"], "large-equipment", {
      aliases: ["单价100万元以上专用设备"],
      dimensions: { item: "special" },
      owed: false,
    }),
  ],
  sums: [VEHICLES_OF_ALL_KINDS],
};

/** The same, a row for each. */
const VEHICLES_AND_EQUIPMENT_BELOW: TableBlock = {
  id: "rows",
  rows: { kind: "fixed", heading: "项目", rows: ASSET_ROWS, sums: [VEHICLES_OF_ALL_KINDS] },
  columns: [
    {
      id: "number",
      heading: ["数量"],
      aliases: ["数量（台、辆、套）", "期末数", "年末数", "年末数量"],
      quantity: "count",
    },
  ],
};

/** Yunnan: what the department holds at the end of the year. */
export const STATE_ASSETS: TableDeclaration = {
  id: "state-assets",
  titles: ["国有资产使用情况表", "国有资产占有使用情况表", "国有资产占用情况表", "部门国有资产占有使用情况表"],
  en: "State assets",
  concept: "state-assets",
  nothing: "国有资产",
  blocks: [
    {
      id: "rows",
      rows: { kind: "fixed", heading: "项目", rows: [{ id: "total", label: "合计", style: "total" }] },
      columns: [
        { id: "total", heading: ["资产总额"], aliases: ["合计"] },
        part("current", ["流动资产"]),
        part("fixed", ["固定资产", "小计"], ["固定资产"]),
        part("fixed.buildings", ["固定资产", "房屋构筑物"], ["房屋和构筑物"]),
        part("fixed.vehicles", ["固定资产", "车辆"], ["汽车"]),
        part(
          "fixed.equipment",
          ["固定资产", "单价200万以上大型设备"],
          ["单价200万元以上大型设备", "单价100万元以上设备"],
        ),
        part("fixed.other", ["固定资产", "其他固定资产"]),
        part("investments", ["对外投资/有价证券"], ["对外投资及有价证券", "对外投资"]),
        part("construction", ["在建工程"]),
        part("intangible", ["无形资产"]),
        part("other", ["其他资产"]),
      ],
      sums: [
        { total: "total", of: ["current", "fixed", "investments", "construction", "intangible", "other"] },
        { total: "fixed", of: ["fixed.buildings", "fixed.vehicles", "fixed.equipment", "fixed.other"] },
      ],
    },
  ],
  variants: [[VEHICLES_AND_EQUIPMENT], [VEHICLES_AND_EQUIPMENT_BELOW]],
};
