import { CARRY, FUNDS, WITH_CARRY, WITH_FLOW, CHANGED } from "./flow-words.ts";
import { HEAD, type SubjectPhrase } from "./phrase.ts";

/** Phrases for the totals, the revenue, the funds and the balances of all sections (收入、结转). */
export const TOTALS: readonly SubjectPhrase[] = [
  {
    pattern: "(?:年度)?财政拨款(?:收入支出|收、支|收支|收入、支出|收入和支出)(?:决算)?(?:总计|总数|合计|总额)?",
    concept: "total-receipts",
    dimensions: { fund: "appropriation" },
  },
  {
    pattern: "(?:年度)?财政拨款(?:收入总计[、和与及]支出总计|总收入[、和与及]总支出)(?=均|各|都)",
    concept: "total-receipts",
    dimensions: { fund: "appropriation" },
  },
  {
    pattern: `(?:年度)?财政拨款收入(?:决算)?(?:合计)?(?:数)?${WITH_FLOW("收入")}`,
    concept: "total-receipts",
    dimensions: { fund: "appropriation" },
    only: ["appropriation-totals"],
  },
  {
    pattern: `(?:年度)?财政拨款支出(?:决算)?(?:合计)?(?:数)?${WITH_FLOW("支出")}`,
    concept: "total-disbursements",
    dimensions: { fund: "appropriation" },
    only: ["appropriation-totals"],
  },
  {
    pattern: "(?:年度)?财政拨款收入(?:决算)?总(?:计|决算)",
    concept: "total-receipts",
    dimensions: { fund: "appropriation" },
  },
  {
    pattern: "(?:年度)?财政拨款支出(?:决算)?总(?:计|决算)",
    concept: "total-disbursements",
    dimensions: { fund: "appropriation" },
  },
  // 当年一般公共预算财政拨款5318.65万元，占财政拨款总计的97.68%
  { pattern: "(?<=占)财政拨款总计", concept: "total-receipts", dimensions: { fund: "appropriation" } },
  {
    pattern:
      "(?:收入支出|收、支|收支|收入、支出|收入和支出|收入与支出|收入及支出)(?:决算)?(?:总计|总数|总体|总额|总和|各)|(?:收入总计[、和与及]支出总计|总收入[、和与及]总支出)(?=均|各|都)",
    concept: "total-receipts",
    inherit: "fund",
  },
  // 与上年相比，今年支出增加: of the total that the list before it adds up to
  { pattern: "今年收入(?=[增减])", concept: "total-receipts", only: ["totals"] },
  { pattern: "今年支出（不含年末结转(?:和结余)?）(?=[增减])", concept: "expenditure", only: ["totals"] },
  { pattern: "今年支出(?=[增减])", concept: "total-disbursements", only: ["totals"] },
  // 收支总计减少95万元，其中收入减少90万元，上年结转减少5万元；支出减少85万元，年末结转减少10万元: what came in and was spent, and not the totals again.
  ...(["收入", "支出"] as const).map((words): SubjectPhrase => ({
    pattern: `(?<=其中：?(?:本年)?${words === "收入" ? "" : "收入(?:增|减|下降)[^。\\n]{0,80}[；，](?:本年)?"})${words}(?=${CHANGED})`,
    concept: words === "收入" ? "revenue" : "expenditure",
    inherit: "fund",
    only: ["totals", "appropriation-totals"],
  })),
  // 除财政拨款收入以外其他各项收入均为0万元: of all the others together.
  {
    pattern: "除财政拨款收入?(?:以外|之外|外)，?(?:的)?(?:其他|其它)?(?:各项|各类|各种)?收入(?:均)?(?=为?\\d)",
    concept: "revenue",
    labelled: true,
  },
  // 其中：…经营支出0万元。与上年相比，支出减少182.41万元: of all that the section tells of.
  ...(["收入", "支出"] as const).map((words): SubjectPhrase => ({
    pattern: `(?<=(?:相比|对比|比较|相较)，?|[比较](?:上年|去年))${words}(?=增加|减少|增长|下降|降低|上升|持平)`,
    concept: words === "收入" ? "revenue" : "expenditure",
    inherit: "fund",
    only: ["revenue", "expenditure", "government-fund", "state-capital"],
  })),
  // 收支较上年增加, 收支各增加
  {
    pattern: "(?<=[，。；：\\n年度])(?:收支|收、支)(?=较|比|与|同|各|均|总)",
    concept: "total-receipts",
    inherit: "fund",
  },
  // 收入共计856.32万元，支出共计856.32万元
  { pattern: "收入共计(?=\\d)", concept: "total-receipts", inherit: "fund", only: ["totals", "appropriation-totals"] },
  {
    pattern: "支出共计(?=\\d)",
    concept: "total-disbursements",
    inherit: "fund",
    only: ["totals", "appropriation-totals"],
  },
  {
    pattern: `(?<=[，。；：\\n度年）\\d])(?:年度|全年|部门|单位)*收入(?:决算)?(?:合计|总额|数)?${WITH_FLOW("收入")}`,
    concept: "total-receipts",
    inherit: "fund",
  },
  {
    pattern: `(?<=[，。；：\\n度年）\\d])(?:年度|全年|部门|单位)*支出(?:决算)?(?:合计|总额|数)?${WITH_FLOW("支出")}`,
    concept: "total-disbursements",
    inherit: "fund",
  },
  // 收入总计100.00万元，支出总120.00万元: the last word of 总计 is lost.
  { pattern: "收入总(?=为?\\d)", concept: "total-receipts", inherit: "fund" },
  { pattern: "支出总(?=为?\\d)", concept: "total-disbursements", inherit: "fund" },
  {
    pattern: "(?:决算)?(?:报表)?收入(?:(?:决算)?(?:总计|总数|总额)|总决算)|决算报表收入|(?:部门)?(?:决算)?总收入",
    concept: "total-receipts",
    inherit: "fund",
  },
  {
    pattern: "(?:决算)?(?:报表)?支出(?:(?:决算)?(?:总计|总数|总额)|总决算)|决算报表支出|(?:部门)?(?:决算)?总支出",
    concept: "total-disbursements",
    inherit: "fund",
  },

  // 政府性基金预算财政拨款年初预算为0万元, 国有资本经营预算财政拨款收支年初预算与决算均为0万元: of that fund, whatever the heading is of.
  ...FUNDS.flatMap(([words, fund]): SubjectPhrase[] => [
    {
      pattern: `${words}(?:财政)?(?:拨款)?(?:收入支出|收、支|收支)(?:总计)?(?=(?:年初|全年|调整)预算)`,
      concept: "total-receipts",
      dimensions: { fund },
    },
    { pattern: `${words}财政拨款(?=(?:年初|全年|调整)预算)`, concept: HEAD, dimensions: { fund } },
  ]),
  // 年初结转（财政拨款部分1948.29万元，非财政拨款部分920.64万元）: what of it the appropriations left, and what other money did.
  ...(["closing", "opening"] as const).flatMap((end): SubjectPhrase[] => {
    const carried = `(?:${end === "closing" ? "年末|年终" : "年初|上年"})(?:财政拨款)?结[转余]`;
    const before = `(?<=${carried}[^，。；：（\\n]{0,8}\\d[\\d.,]*[万亿]?元[（，](?:其中：?)?(?:[^。；）\\n]{2,12}\\d[\\d.,]*[万亿]?元[，、])?|${carried}[^，。；：（\\n\\d]{0,6}（(?:[^。；）\\n\\d]{2,12}\\d[\\d.,]*[万亿]?元[，、])?)`;
    return [
      {
        pattern: `${before}财政拨款部分(?=为?\\d)`,
        concept: `${end}-carry-over`,
        dimensions: { fund: "appropriation" },
      },
      { pattern: `${before}非财政拨款部分(?=为?\\d)`, concept: `${end}-carry-over`, labelled: true },
    ];
  }),
  // 政府性基金预算财政拨款收支均为0万元: of that fund, and not of all appropriations.
  ...FUNDS.map(([words, fund]): SubjectPhrase => ({
    pattern: `${words}(?:财政)?(?:拨款)?(?:收入支出|收、支|收支)(?:决算)?(?=[均都各]?为)`,
    concept: "total-receipts",
    dimensions: { fund },
  })),
  // 政府性基金预算财政拨款收入、支出均为0万元
  {
    pattern: "(?<=收入[、和与及])支出(?=[均都])",
    concept: "expenditure",
    inherit: "fund",
    only: ["government-fund", "state-capital"],
  },
  ...FUNDS.flatMap(([words, fund]): SubjectPhrase[] => [
    // 政府性基金预算财政拨款收入总计1000万元，其中年初结转和结余0万元，本年收入1000万元
    {
      pattern: `${words}(?:财政)?(?:拨款)?(?:(?:收入支出|收、支|收支)总计|收入总计${WITH_CARRY})`,
      concept: "total-receipts",
      dimensions: { fund },
    },
    {
      pattern: `${words}(?:财政)?(?:拨款)?支出总计${WITH_CARRY}`,
      concept: "total-disbursements",
      dimensions: { fund },
    },
    {
      pattern: `${words}(?:财政)?(?:拨款)?(?:本年|当年)?收入(?:决算)?(?:合计)?(?:数)?`,
      concept: "revenue",
      dimensions: { fund },
    },
  ]),
  {
    pattern: "财政拨款(?:本年)?收入(?:合计|决算)?(?:数)?|本年财政拨款收入(?:合计)?|财政补助收入(?:合计)?",
    concept: "revenue",
    dimensions: { fund: "appropriation" },
  },
  // 年末尚余58.75万元结转下年
  {
    pattern: "(?:年末|期末|年底)(?:尚|还|仍)?(?:余|结余|剩余)(?:资金)?(?:为)?(?=\\d)",
    concept: "closing-carry-over",
    inherit: "fund",
    only: ["totals", "appropriation-totals", "government-fund", "state-capital"],
  },
  // 年末结转中财政拨款166.18万元
  ...(["closing", "opening"] as const).map((end): SubjectPhrase => ({
    pattern: `(?<=${end === "closing" ? "年末" : "年初|上年"}[^，。；：\\d]{0,4}结[转余][^，。；：\\d]{0,6}中)财政拨款(?=\\d)`,
    concept: `${end}-carry-over`,
    dimensions: { fund: "appropriation" },
  })),
  {
    pattern: `(?<=[，：；中（]|\\n（?\\d{1,2}[）、.．])(?:当年|本年)?财政拨款(?=\\d|${CHANGED})`,
    concept: HEAD,
    dimensions: { fund: "appropriation" },
    only: ["totals", "revenue", "expenditure", "government-fund"],
  },
  // 教育（类）96万元，占财政拨款96%
  {
    pattern: "(?<=占)(?:本年|当年)?财政拨款(?=的?\\d|的?(?:比例|比重))",
    concept: HEAD,
    dimensions: { fund: "appropriation" },
    only: ["revenue"],
  },
  // 非财政拨款收入50万元（其中事业收入42万元…）: all that is no appropriation.
  { pattern: "非财政拨款收入", concept: "revenue", labelled: true },
  // 上年结转安排支出20万元，当年预算安排支出430万元: what paid for it, and not what was carried over.
  {
    pattern: "(?:(?:上年|以前年度|年初)结转(?:和结余)?(?:资金)?|(?:当年|本年)预算)安排的?支出(?=\\d)",
    concept: "expenditure",
    labelled: true,
  },
  // 事业收入安排的基本支出14.16万元: a part of it, by what paid for it
  {
    pattern:
      "(?:事业收入|经营收入|其他收入|上级补助收入|非财政拨款(?:资金|收入)?|自有资金)安排的(?:基本|项目)支出(?=为?\\d)",
    concept: "expenditure",
    labelled: true,
  },
  // 按资金来源看，财政拨款安排的支出10836.11万元，其他资金安排的支出18.59万元
  {
    pattern: "财政拨款(?:安排|形成)的支出",
    concept: "expenditure",
    dimensions: { fund: "appropriation" },
  },
  {
    pattern: "(?:使用|动用)?(?:其他|非财政拨款|自有)资金(?:(?:安排|形成)?的)?支出",
    concept: "expenditure",
    labelled: true,
  },
  // 项目支出按资金来源又可分为：一般公共预算安排1789.30万元，政府性基金安排147.84万元
  ...FUNDS.map(([words, fund]): SubjectPhrase => ({
    pattern: `(?<=资金来源[^。\\n]{0,100})${words}(?:财政)?(?:拨款)?(?:资金)?(?:安排|列支|支出)?(?=\\d)`,
    concept: HEAD,
    dimensions: { fund },
    only: ["expenditure"],
  })),
  // 财政拨款总计的来源是：当年拨款2771.47万元，年初结转71.9万元
  {
    pattern: "(?<=总计[^。\\n]{0,60})(?:当年|本年)度?(?:财政)?(?:预算)?拨款(?:收入)?(?=为?\\d)",
    concept: "revenue",
    dimensions: { fund: "appropriation" },
    only: ["appropriation-totals"],
  },
  // 年末结转和结余164.61万元（其中：项目支出结转和结余27.80万元）: what was carried over of either, and not what was spent.
  ...(["closing", "opening"] as const).flatMap((end) =>
    (["basic", "project"] as const).map((nature): SubjectPhrase => ({
      pattern: `(?<=(?:${end === "closing" ? "年末|年终|结转下年" : "年初|上年"})(?:财政拨款)?结[转余](?:(?!年初|年末|上年)[^。；\\n]){0,80})${nature === "basic" ? "基本" : "项目"}支出${CARRY}(?=为?\\d)`,
      concept: `${end}-carry-over`,
      dimensions: { nature },
      inherit: "fund",
    })),
  ),
  // 上年结转和结余218.95万元，占收入总计的2.9%。其中：财政拨款结转182.11万元
  ...(["closing", "opening"] as const).flatMap((end) =>
    (["", "非"] as const).map((other): SubjectPhrase => ({
      pattern: `(?<=(?:${end === "closing" ? "年末|年终" : "年初|上年"})结[转余](?:(?!年初|年末|上年(?:末|结)|总计\\d)[^；\\n]){0,80}(?:其中：?|[，、]))${other}财政拨款(?:结转和结余|结转结余|结转|结余)(?=为?\\d)`,
      concept: `${end}-carry-over`,
      ...(other === "" ? { dimensions: { fund: "appropriation" } } : { labelled: true }),
    })),
  ),
  // 年初结转和结余3134.96万元，其中财政拨款结转和结余794.01万元
  {
    pattern: `(?<=其中：?)财政拨款(?:结转和结余|结转结余|结转|结余)(?=为?\\d)`,
    concept: HEAD,
    dimensions: { fund: "appropriation" },
  },
  { pattern: "上级补助收入", concept: "revenue", dimensions: { source: "superior-subsidy" } },
  { pattern: "(?:事业)?(?:单位)?经营收入", concept: "revenue", dimensions: { source: "operating" } },
  {
    pattern: "(?:财政专户管理(?:的)?(?:教育收费|非税收入|资金)（)?事业收入",
    concept: "revenue",
    dimensions: { source: "institutional" },
  },
  {
    pattern: "附属单位(?:上缴收入|缴款|上缴)(?:收入)?|下级单位上缴收入",
    concept: "revenue",
    dimensions: { source: "subordinate" },
  },
  { pattern: "其他收入", concept: "revenue", dimensions: { source: "other" } },
  {
    pattern: "(?:本年|本年度|当年)(?:度)?收入(?:决算)?(?:合计|总计|数)?|收入(?:决算)?合计",
    concept: "revenue",
    inherit: "fund",
  },

  {
    pattern: `(?:使用|动用)(?:以前年度)?非财政拨款结余(?:（含专用结余）|(?:和|及)专用结余)?|(?:使?用)?事业基金弥补收支差额|使用(?:非财政拨款)?(?:结余|专用结余)`,
    concept: "use-of-surplus",
  },
  { pattern: "结余分配", concept: "surplus-distribution" },
  ...FUNDS.map(([words, fund]): SubjectPhrase => ({
    pattern: `(?:年初|上年|上年末|以前年度)${words}${CARRY}`,
    concept: "opening-carry-over",
    dimensions: { fund },
  })),
  {
    pattern: `(?:年初|上年度?|上年末|以前年度)财政拨款(?:结转和结余|结转结余|结余和结转|结转|结余)`,
    concept: "opening-carry-over",
    dimensions: { fund: "appropriation" },
  },
  ...FUNDS.map(([words, fund]): SubjectPhrase => ({
    pattern: `(?:年末|年终|结转下年)${words}${CARRY}`,
    concept: "closing-carry-over",
    dimensions: { fund },
  })),
  {
    pattern: `(?:年末|年终|结转下年)财政拨款(?:结转和结余|结转结余|结余和结转|结转|结余)`,
    concept: "closing-carry-over",
    dimensions: { fund: "appropriation" },
  },
  // “两庭”建设支出391.83万元，其中使用上年结转资金218.64万元: what an amount spent was paid from, and not all that was carried over.
  {
    pattern: `(?<=支出\\d[\\d.,]*万?元[，（(](?:其中[，：]?(?:使用|动用|消化)?|使用|动用|消化))(?:年初|上年度?末?|以前年度)${CARRY}`,
    concept: "project-amount",
    labelled: true,
  },
  { pattern: `(?<!追加[及和、])(?:年初|上年度?末?|以前年度)${CARRY}`, concept: "opening-carry-over", inherit: "fund" },
  { pattern: "(?:当年|年度)(?:收支)?(?:结转)?结余(?!分配)", concept: "closing-carry-over", labelled: true },
  // 支出850万元，其中：使用上年结转60万元，当年拨款790万元: what it was paid from.
  {
    pattern: "(?:当年|本年)度?(?:财政)?(?:预算)?拨款(?:安排)?(?=\\d)",
    concept: "expenditure",
    labelled: true,
    inherit: "fund",
    only: ["general-expenditure", "general-expenditure.total", "general-expenditure.items", "expenditure"],
  },
  {
    pattern: "(?:年末)?滚存(?:结转|结余|结转结余|结转和结余)(?=(?:为|共)?\\d)",
    concept: "closing-carry-over",
    inherit: "fund",
  },
  {
    pattern: `(?:年末|年终|今年(?:年末)?|本年度?末?)(?:仍有?|尚有?|还有|共有|实有)?${CARRY}|结转(?:到|至)?下年(?:使用)?|决算报表(?:结转结余|结转和结余|结余)`,
    concept: "closing-carry-over",
    inherit: "fund",
  },

  { pattern: "(?:年度|全年)支出(?:决算)?(?:总计|总数|总额)", concept: "total-disbursements", inherit: "fund" },
  {
    pattern: "年初(?:部门|单位)?预算收入(?:合计)?(?:数)?",
    concept: "revenue",
    dimensions: { stage: "original-budget" },
  },
  // 年末结转和结余55.54万元，其中：一般公共预算40万元，政府性基金14.22万元，其他资金1.32万元
  {
    pattern: "(?<=(?:年末|年终)结[转余][^。；\\n]{0,80}[，、])其他资金(?=\\d)",
    concept: "closing-carry-over",
    labelled: true,
  },
  // 年初预算收入16843.27万元，决算收入20174.29万元
  { pattern: "(?<!财政|拨款|预)决算收入(?:合计|总额)?(?=为?\\d)", concept: "revenue", only: ["annex", "totals"] },
  {
    pattern: "(?<!财政|拨款|预)决算支出(?:合计|总额)?(?=为?\\d)",
    concept: "expenditure",
    only: ["annex", "totals"],
  },
  {
    pattern: "年初(?:部门|单位)?预算支出(?:合计)?(?:数)?",
    concept: "expenditure",
    dimensions: { stage: "original-budget" },
    only: ["annex", "totals"],
  },
  ...FUNDS.map(([words, fund]): SubjectPhrase => ({
    pattern: `${words}(?:财政)?(?:拨款)?(?=\\d)`,
    concept: HEAD,
    dimensions: { fund },
  })),
  ...FUNDS.map(([words, fund]): SubjectPhrase => ({
    pattern: `(?<=[，：；中、和及])${words}(?:财政)?(?:拨款)?(?=${CHANGED})`,
    concept: HEAD,
    dimensions: { fund },
    only: ["totals", "revenue", "expenditure", "appropriation-totals"],
  })),
];
