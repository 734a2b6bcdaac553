import type { TableColumn, TableDeclaration } from "../declaration.ts";

const part = (id: string, heading: readonly string[], aliases: readonly string[] = []): TableColumn => ({
  id,
  heading,
  aliases,
  dimensions: { label: heading.at(-1) === "小计" ? heading[0]! : heading.at(-1)! },
});

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
};
