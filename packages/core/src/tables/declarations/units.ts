import type { TableDeclaration } from "../declaration.ts";

/** Fujian: the units that the accounts cover, and the staff of each. */
export const UNITS: TableDeclaration = {
  id: "units",
  titles: [
    "列入决算编制范围单位情况表",
    "列入部门决算编制范围单位情况表",
    "列入决算编制范围的单位情况表",
    "纳入决算编制范围单位情况表",
    "纳入决算编制范围的单位情况表",
    "纳入部门决算编制范围单位情况表",
    "纳入部门决算编制范围的单位情况表",
    "决算编制范围单位情况表",
  ],
  en: "Units in the accounts and their staff",
  concept: "staff",
  nothing: "所属单位",
  titleOnly: true,
  blocks: [
    {
      id: "rows",
      rows: {
        kind: "fixed",
        heading: "单位名称",
        rows: [{ id: "total", label: "合计", aliases: ["总计"], style: "total" }],
        others: "units",
      },
      columns: [
        {
          id: "establishment",
          heading: ["人员编制数"],
          aliases: ["编制数", "编制人数", "人员编制", "核定编制数", "编制"],
          dimensions: { item: "establishment" },
          quantity: "count",
        },
        {
          id: "actual",
          heading: ["在职人数"],
          aliases: ["在职人员数", "在职人员", "实有人数", "年末在职人数", "年末实有人数", "在职在编人数"],
          dimensions: { item: "actual" },
          quantity: "count",
        },
      ],
    },
  ],
};
