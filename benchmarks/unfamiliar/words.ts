// Words for tables, columns and rows that no reader was told, as provinces and bureaus write them: set down from what such
// documents look like, before looking at which of them the reader knows, and never to be copied into its declarations.

/** What stands for a word of which nobody can know what it means: only the rows and the sums can tell. */
export const NONSENSE = { title: "附列事项统计表（甲类）", heading: "核定口径甲类", label: "甲类核定事项" } as const;

/** Other titles, by the id of the table. */
export const TITLES: Readonly<Record<string, readonly string[]>> = {
  "revenue-and-expenditure": ["部门收支决算总体情况表", "{year}年度收支总决算表", "收入支出总表", "部门收支总表"],
  revenue: ["部门本年收入情况表", "各项收入决算情况表", "{department}收入明细表", "{year}年度收入构成表"],
  expenditure: ["部门本年支出情况表", "各项支出决算情况表", "支出分项决算表", "{year}年度支出构成表"],
  appropriation: ["财政拨款收支总表", "财政拨款收支情况总表", "{department}财政拨款收支决算情况表"],
  "appropriation-detail": ["财政拨款支出经济分类情况表", "财政拨款支出（按经济科目）决算表"],
  "general-expenditure": [
    "一般公共预算拨款支出决算明细情况表",
    "公共预算财政拨款支出表",
    "一般公共预算当年拨款支出情况表",
  ],
  "general-expenditure-detail": ["一般公共预算拨款支出分经济科目明细表", "一般公共预算支出经济分类明细情况表"],
  "basic-expenditure": [
    "一般公共预算财政拨款基本支出经济分类情况表",
    "一般公共预算基本支出分经济科目表",
    "公共预算基本经费情况表",
  ],
  "project-expenditure": ["一般公共预算项目支出情况明细表", "公共预算拨款项目经费决算表"],
  "government-fund": ["政府性基金收支情况表", "政府性基金预算拨款收支及结余情况表"],
  "state-capital": ["国有资本经营收支情况表", "国有资本经营预算拨款收支及结余情况表"],
  "state-capital-expenditure": ["国有资本经营支出情况表", "国有资本经营预算拨款支出明细情况表"],
  "three-public": ["“三公”经费情况表", "“三公”经费预决算对比情况表", "三公经费支出明细情况表"],
  "general-flow": ["一般公共预算拨款收支及结余情况表", "公共预算拨款收支情况表"],
};
export const ANY_TITLE: readonly string[] = ["部门决算分项情况表", "{department}{year}年决算附表"];

/** Other words for the heading of a column of amounts, by its own. */
export const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  合计: ["总额", "合计数", "共计"],
  小计: ["计", "共计", "小计数"],
  本年收入合计: ["收入总额", "全年收入", "当年收入合计"],
  本年支出合计: ["支出总额", "全年支出", "当年支出合计"],
  本年收入: ["当年收入", "本期收入"],
  本年支出: ["当年支出", "本期支出"],
  财政拨款收入: ["财政补助收入", "财政拨入资金"],
  上级补助收入: ["上级单位补助", "主管部门补助收入"],
  事业收入: ["事业性收入", "业务收入"],
  经营收入: ["经营性收入", "生产经营收入"],
  附属单位上缴收入: ["下属单位上缴", "所属单位上缴收入"],
  其他收入: ["其它各项收入", "其余收入"],
  基本支出: ["基本经费", "基本支出小计", "基本支出数"],
  项目支出: ["项目经费", "专项支出", "项目支出数"],
  上缴上级支出: ["上缴支出", "上解上级支出"],
  经营支出: ["经营性支出", "生产经营支出"],
  对附属单位补助支出: ["补助下级支出", "对下属单位补助"],
  决算数: ["{year}年决算", "本期数", "本年实际数", "本年发生额", "决算"],
  预算数: ["预算安排数", "核定预算", "本年预算安排"],
  年初结转和结余: ["期初结余", "年初余额"],
  年末结转和结余: ["期末结余", "年末余额"],
  一般公共预算财政拨款: ["公共财政预算", "一般公共预算资金"],
  政府性基金预算财政拨款: ["基金预算拨款", "政府性基金资金"],
  国有资本经营预算财政拨款: ["国资预算", "国有资本预算拨款"],
  "因公出国（境）费": ["出国出境经费", "因公出国（境）开支"],
  公务用车购置及运行维护费: ["公车经费", "公务车购置与运行支出"],
  公务用车购置费: ["购车费用", "公务车购置"],
  公务用车运行维护费: ["用车运行费", "公务车运行"],
  公务接待费: ["接待经费", "公务接待开支"],
};

/** Other words over codes, names and rows. */
export const LABEL_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  项目: ["预算科目", "事项", "收支内容"],
  科目名称: ["功能科目", "支出功能分类", "科目（单位）", "分类"],
  支出功能分类科目编码: ["功能科目代码", "编码号", "科目号"],
  功能分类科目编码: ["功能科目代码", "编码号", "科目号"],
  支出经济分类科目编码: ["经济科目代码", "编码号"],
  科目编码: ["科目号", "分类码"],
};

/** Other words for rows that the form prints. */
export const LABELS: Readonly<Record<string, readonly string[]>> = {
  一般公共预算财政拨款收入: ["公共财政拨款", "一般公共预算资金收入"],
  一般公共预算财政拨款: ["公共财政拨款", "一般公共预算资金"],
  政府性基金预算财政拨款收入: ["基金拨款", "政府性基金资金收入"],
  政府性基金预算财政拨款: ["基金拨款", "政府性基金资金"],
  国有资本经营预算财政拨款收入: ["国资预算拨款", "国有资本预算收入"],
  国有资本经营预算财政拨款: ["国资预算拨款", "国有资本预算资金"],
  上级补助收入: ["上级单位补助", "主管部门补助收入"],
  事业收入: ["事业性收入", "业务收入"],
  经营收入: ["经营性收入"],
  附属单位上缴收入: ["下属单位上缴"],
  其他收入: ["其余收入", "其它各项收入"],
  本年收入合计: ["全年收入合计", "本年收入总额", "当年收入"],
  本年支出合计: ["全年支出合计", "本年支出总额", "当年支出"],
  年初结转和结余: ["期初结转结余", "上年余额"],
  年初财政拨款结转和结余: ["期初财政结余", "上年财政拨款余额"],
  年末结转和结余: ["期末结转结余", "年末余额"],
  年末财政拨款结转和结余: ["期末财政结余", "年末财政拨款余额"],
  总计: ["收支总计", "总额"],
  人员经费合计: ["人员支出小计"],
  公用经费合计: ["公用支出小计"],
};

/** Columns that some places add, with what stands in each row. */
export const EXTRA: readonly {
  readonly heading: string;
  readonly at: "front" | "end" | "middle";
  readonly holds: "count" | "nothing" | "budget" | "change" | "share" | "last-year";
}[] = [
  { heading: "序号", at: "front", holds: "count" },
  { heading: "编号", at: "front", holds: "count" },
  { heading: "备注", at: "end", holds: "nothing" },
  { heading: "年初预算", at: "middle", holds: "budget" },
  { heading: "增减额", at: "end", holds: "change" },
  { heading: "占比（%）", at: "end", holds: "share" },
  { heading: "上年数", at: "end", holds: "last-year" },
];
