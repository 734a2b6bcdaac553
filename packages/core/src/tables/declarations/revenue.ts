import type { TableDeclaration } from "../declaration.ts";
import { FUNCTIONAL_ROWS } from "./axes.ts";

export const REVENUE: TableDeclaration = {
  id: "revenue",
  titles: ["收入决算表", "部门收入决算表", "收入决算总表", "部门收入总体情况表", "收入总体情况表"],
  en: "Revenue",
  concept: "revenue",
  nothing: "收入",
  remark: "本表反映部门本年度取得的各项收入情况。",
  blocks: [
    {
      id: "rows",
      rows: FUNCTIONAL_ROWS,
      columns: [
        { id: "total", heading: ["本年收入合计"], aliases: ["合计", "本年收入"] },
        {
          id: "appropriation",
          heading: ["财政拨款收入"],
          aliases: ["财政拨款", "财政拨款收入小计", "小计"],
          dimensions: { fund: "appropriation" },
        },
        {
          id: "general",
          heading: ["一般公共预算财政拨款收入"],
          aliases: ["一般公共预算财政拨款", "一般公共预算"],
          dimensions: { fund: "general" },
          owed: false,
        },
        {
          id: "government-fund",
          heading: ["政府性基金预算财政拨款收入"],
          aliases: ["政府性基金预算财政拨款", "政府性基金预算", "政府性基金"],
          dimensions: { fund: "government-fund" },
          owed: false,
        },
        {
          id: "state-capital",
          heading: ["国有资本经营预算财政拨款收入"],
          aliases: ["国有资本经营预算财政拨款", "国有资本经营预算"],
          dimensions: { fund: "state-capital" },
          owed: false,
        },
        {
          id: "superior-subsidy",
          heading: ["上级补助收入"],
          aliases: ["上级补助"],
          dimensions: { source: "superior-subsidy" },
        },
        {
          id: "institutional",
          heading: ["事业收入"],
          aliases: ["事业收入小计", "小计"],
          dimensions: { source: "institutional" },
        },
        {
          id: "education-fees",
          heading: ["事业收入", "教育收费"],
          aliases: ["其中：教育收费", "含教育收费", "财政专户管理教育收费"],
          dimensions: { source: "institutional", label: "教育收费" },
          owed: false,
        },
        {
          // Jiangsu: 事业收入 as its form tells it everywhere, the fees beside it.
          id: "institutional.other",
          heading: ["事业收入（不含专户管理教育资金）"],
          aliases: [
            "事业收入（不含财政专户管理教育资金）",
            "事业收入（不含财政专户管理资金）",
            "事业收入（不含专户管理资金）",
            "事业收入（不含财政专户资金）",
            "事业收入（不含教育收费）",
          ],
          dimensions: { source: "institutional" },
          owed: false,
        },
        {
          id: "fees",
          heading: ["财政专户管理教育资金"],
          aliases: ["财政专户管理教育资金收入", "财政专户管理资金", "财政专户管理资金收入"],
          dimensions: { source: "institutional", label: "教育收费" },
          owed: false,
        },
        { id: "operating", heading: ["经营收入"], aliases: ["事业单位经营收入"], dimensions: { source: "operating" } },
        {
          id: "subordinate",
          heading: ["附属单位上缴收入"],
          aliases: ["附属单位缴款", "附属单位上缴"],
          dimensions: { source: "subordinate" },
        },
        { id: "other", heading: ["其他收入"], dimensions: { source: "other" } },
      ],
      sums: [
        {
          total: "total",
          of: [
            "appropriation",
            "superior-subsidy",
            "institutional",
            "institutional.other",
            "fees",
            "operating",
            "subordinate",
            "other",
          ],
          requires: ["appropriation"],
        },
        {
          total: "total",
          of: [
            "general",
            "government-fund",
            "state-capital",
            "superior-subsidy",
            "institutional",
            "institutional.other",
            "fees",
            "operating",
            "subordinate",
            "other",
          ],
          requires: ["general"],
        },
        { total: "institutional", of: ["education-fees"], requires: ["education-fees"], relation: "parts" },
      ],
    },
  ],
};
