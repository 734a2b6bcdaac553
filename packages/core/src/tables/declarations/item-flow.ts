import type { TableColumn, TableDeclaration } from "../declaration.ts";
import { FUNCTIONAL_ROWS } from "./axes.ts";
import { FLOW_COLUMNS } from "./columns.ts";

const carried = (id: "opening" | "closing", name: string, concept: string): readonly TableColumn[] => [
  { id, heading: [name, "合计"], aliases: ["小计", name], concept },
  {
    id: `${id}.basic`,
    heading: [name, "基本支出结转"],
    aliases: ["基本支出结转和结余"],
    concept,
    dimensions: { nature: "basic" },
    owed: false,
  },
  {
    id: `${id}.project`,
    heading: [name, "项目支出结转和结余"],
    aliases: ["项目支出结转"],
    concept,
    dimensions: { nature: "project" },
    owed: false,
  },
  {
    id: `${id}.operating`,
    heading: [name, "经营结余"],
    concept,
    dimensions: { nature: "operating" },
    owed: false,
  },
];

const CARRIED_SUMS = (["opening", "closing"] as const).map((id) => ({
  total: id,
  of: [`${id}.basic`, `${id}.project`, `${id}.operating`],
  requires: [`${id}.basic`, `${id}.project`, `${id}.operating`],
}));

/** 财决02表: the flow of each item from carry-over to carry-over. Its title is also a short one of the summary's. */
export const ITEM_FLOW: TableDeclaration = {
  id: "item-flow",
  titles: ["收入支出决算表"],
  en: "Revenue and expenditure by item",
  concept: "expenditure",
  nothing: "收入和支出",
  blocks: [
    {
      id: "rows",
      rows: FUNCTIONAL_ROWS,
      columns: [
        ...carried("opening", "年初结转和结余", "opening-carry-over"),
        { id: "revenue", heading: ["本年收入"], concept: "revenue" },
        { id: "expenditure", heading: ["本年支出"] },
        {
          id: "use-of-surplus",
          heading: ["使用非财政拨款结余（含专用结余）"],
          aliases: ["使用非财政拨款结余", "用事业基金弥补收支差额"],
          concept: "use-of-surplus",
        },
        { id: "distribution", heading: ["结余分配"], concept: "surplus-distribution" },
        ...carried("closing", "年末结转和结余", "closing-carry-over"),
      ],
      sums: [
        {
          total: "closing",
          of: ["opening", "revenue", "use-of-surplus"],
          less: ["expenditure", "distribution"],
          requires: ["opening", "revenue", "expenditure", "use-of-surplus", "distribution"],
        },
        ...CARRIED_SUMS,
      ],
    },
  ],
};

/** 财决06表 and Inner Mongolia's form: the flow of project money, item by item and project by project. */
export const PROJECT_FLOW: TableDeclaration = {
  id: "project-flow",
  titles: ["项目收入支出决算表", "项目支出收入支出决算表"],
  en: "Projects: revenue and expenditure",
  concept: "expenditure",
  dimensions: { nature: "project" },
  nothing: "项目收入和支出",
  titleOnly: true,
  blocks: [
    {
      id: "rows",
      rows: { ...FUNCTIONAL_ROWS, projects: true },
      columns: FLOW_COLUMNS.filter(({ id }) => !id.includes(".")).map((column) =>
        column.id === "expenditure" ? { ...column, heading: ["本年支出"], aliases: ["本年支出合计"] } : column,
      ),
      sums: [
        {
          total: "closing",
          of: ["opening", "revenue"],
          less: ["expenditure"],
          requires: ["opening", "revenue", "expenditure"],
        },
      ],
    },
  ],
};
