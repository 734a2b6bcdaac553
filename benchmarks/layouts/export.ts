import { ECONOMIC_ITEMS, type Dimensions } from "@juesuan/core";
import type { RandomAccounts } from "../disclosures/accounts.ts";
import { CLASSES } from "../disclosures/shanghai-items.ts";
import { cell, cells, type LaidOutCell, type LaidOutTable, type Ledger } from "./laid-out.ts";
import { classified, codeCells, flow, functionalLines, type FigureColumn, type Item } from "./ministry.ts";

// The workbook that the ministry's software exports (Z01 … (财决01表) and so on), and the tables that provinces add.

const NUMERALS = "一二三四五六七八九十".split("");
const numeral = (index: number): string => {
  const number = index + 1;
  if (number <= 10) return NUMERALS[number - 1]!;
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? NUMERALS[tens - 1]! : ""}十${number % 10 === 0 ? "" : NUMERALS[(number % 10) - 1]!}`;
};

const STAGES = ["original-budget", "adjusted-budget", undefined] as const;

/** 收入支出决算总表 (财决01表): three lists side by side, each with 年初预算数, 全年预算数 and 决算数. */
export function summaryExport(ledger: Ledger): LaidOutTable {
  const three = (concept: string, dimensions: Dimensions = {}): LaidOutCell[] =>
    STAGES.map((stage) => ledger.at(concept, { ...(stage && { stage }), ...dimensions }));
  const blank = (): LaidOutCell[] => cells("", "", "");
  type Line = readonly [label: string, figures: LaidOutCell[]];
  const receipts: Line[] = [
    ["一、一般公共预算财政拨款收入", three("revenue", { fund: "general" })],
    ["二、政府性基金预算财政拨款收入", three("revenue", { fund: "government-fund" })],
    ["三、国有资本经营预算财政拨款收入", three("revenue", { fund: "state-capital" })],
    ["四、上级补助收入", three("revenue", { source: "superior-subsidy" })],
    ["五、事业收入", three("revenue", { source: "institutional" })],
    ["六、经营收入", three("revenue", { source: "operating" })],
    ["七、附属单位上缴收入", three("revenue", { source: "subordinate" })],
    ["八、其他收入", three("revenue", { source: "other" })],
  ];
  const functional: Line[] = CLASSES.map(([code, name], index) => [
    `${numeral(index)}、${name}`,
    three("expenditure", { functional: code }),
  ]);
  const natures: Line[] = [
    ["一、基本支出", three("expenditure", { nature: "basic" })],
    ["    人员经费", three("expenditure", { nature: "basic", group: "personnel" })],
    ["    日常公用经费", three("expenditure", { nature: "basic", group: "public" })],
    ["二、项目支出", three("expenditure", { nature: "project" })],
    ["三、上缴上级支出", three("expenditure", { nature: "superior-payment" })],
    ["四、经营支出", three("expenditure", { nature: "operating" })],
    ["五、对附属单位补助支出", three("expenditure", { nature: "subordinate-subsidy" })],
    ["", blank()],
    ["经济分类支出合计", [cell("—"), cell("—"), ledger.at("expenditure")]],
    ...ECONOMIC_ITEMS.filter(([code]) => code.length === 3).map(([code, name], index): Line => [
      `${numeral(index)}、${name}`,
      [cell("—"), cell("—"), ledger.at("expenditure", { economic: code })],
    ]),
  ];
  const length = Math.max(receipts.length, functional.length, natures.length);
  const row = (lines: Line[], index: number, at: number): LaidOutCell[] => {
    const [label, figures] = lines[index] ?? ["", blank()];
    return [cell(label), cell(String(at * 40 + index + 1)), ...figures];
  };
  const rows = Array.from({ length }, (_, index) => [
    ...row(receipts, index, 0),
    ...row(functional, index, 1),
    ...row(natures, index, 2),
  ]);
  const totals: [Line, Line][] = [
    [
      ["本年收入合计", three("revenue")],
      ["本年支出合计", three("expenditure")],
    ],
    [
      ["使用非财政拨款结余（含专用结余）", three("use-of-surplus")],
      ["结余分配", three("surplus-distribution")],
    ],
    [
      ["年初结转和结余", three("opening-carry-over")],
      ["年末结转和结余", three("closing-carry-over")],
    ],
    [
      ["总计", three("total-receipts")],
      ["总计", three("total-disbursements")],
    ],
  ];
  totals.forEach(([left, right], index) =>
    rows.push([
      cell(left[0]),
      cell(String(31 + index)),
      ...left[1],
      // The third list's totals are those of both: the label spans the second.
      cell(right[0], 6),
      cell(String(111 + index)),
      ...right[1],
    ]),
  );
  const block = ["行次", "年初预算数", "全年预算数", "决算数"];
  return {
    title: "收入支出决算总表",
    form: "财决01表",
    unit: "",
    head: [
      [cell("收入", 5), cell("支出", 10)],
      cells("项目", ...block, "项目（按功能分类）", ...block, "项目（按支出性质和经济分类）", ...block),
      cells("栏次", "", "1", "2", "3", "栏次", "", "4", "5", "6", "栏次", "", "7", "8", "9"),
    ],
    rows,
    notes: [],
    widths: [12, 2, 5, 5, 5, 12, 2, 5, 5, 5, 12, 2, 5, 5, 5],
  };
}

const carry = (name: string, concept: string, fund?: Dimensions["fund"]): FigureColumn[] => {
  const own = fund === undefined ? {} : { fund };
  return [
    { heading: [name, "合计"], concept, dimensions: own },
    { heading: [name, "基本支出结转"], concept, dimensions: { ...own, nature: "basic" } },
    { heading: [name, "项目支出结转和结余"], concept, dimensions: { ...own, nature: "project" } },
    { heading: [name, "经营结余"], concept, dimensions: { ...own, nature: "operating" } },
  ];
};

/** 收入支出决算表 (财决02表): what was carried over, received, spent and left, by item. */
export function flowExport(ledger: Ledger, lines: readonly Item[]): LaidOutTable {
  return classified(
    ledger,
    lines,
    [
      ...carry("年初结转和结余", "opening-carry-over"),
      { heading: ["本年收入"], concept: "revenue" },
      { heading: ["本年支出"], concept: "expenditure" },
      { heading: ["使用非财政拨款结余（含专用结余）"], concept: "use-of-surplus" },
      { heading: ["结余分配"], concept: "surplus-distribution" },
      ...carry("年末结转和结余", "closing-carry-over"),
    ],
    { title: "收入支出决算表", form: "财决02表", notes: [] },
  );
}

/** 支出决算明细表 and its kin: items against economic items. */
export function detailExport(
  ledger: Ledger,
  lines: readonly Item[],
  title: string,
  form: string,
  dimensions: Dimensions,
): LaidOutTable {
  const columns: FigureColumn[] = [{ heading: ["合计"], concept: "expenditure", dimensions }];
  for (const [code, name] of ECONOMIC_ITEMS) {
    const over = ECONOMIC_ITEMS.find(([own]) => own === code.slice(0, 3))![1];
    columns.push({
      heading: [over, code.length === 3 ? "小计" : name],
      concept: "expenditure",
      dimensions: { ...dimensions, economic: code },
    });
  }
  return classified(ledger, lines, columns, { title, form, notes: [] });
}

export function exportTables(ledger: Ledger, accounts: RandomAccounts): LaidOutTable[] {
  const all = functionalLines(accounts);
  const general = functionalLines(accounts, "general");
  const fund = functionalLines(accounts, "fund");
  const revenue: FigureColumn[] = [
    { heading: ["本年收入合计"], concept: "revenue" },
    { heading: ["财政拨款收入"], concept: "revenue", dimensions: { fund: "appropriation" } },
    { heading: ["上级补助收入"], concept: "revenue", dimensions: { source: "superior-subsidy" } },
    { heading: ["事业收入", "小计"], concept: "revenue", dimensions: { source: "institutional" } },
    {
      heading: ["事业收入", "其中：教育收费"],
      concept: "revenue",
      dimensions: { source: "institutional", label: "教育收费" },
    },
    { heading: ["经营收入"], concept: "revenue", dimensions: { source: "operating" } },
    { heading: ["附属单位上缴收入"], concept: "revenue", dimensions: { source: "subordinate" } },
    { heading: ["其他收入"], concept: "revenue", dimensions: { source: "other" } },
  ];
  return [
    summaryExport(ledger),
    flowExport(ledger, all),
    classified(ledger, all, revenue, { title: "收入决算表", form: "财决03表", notes: [] }),
    detailExport(ledger, all, "支出决算明细表", "财决05表", {}),
    detailExport(ledger, all, "基本支出决算明细表", "财决05-1表", { nature: "basic" }),
    detailExport(ledger, all, "项目支出决算明细表", "财决05-2表", { nature: "project" }),
    detailExport(ledger, general, "一般公共预算财政拨款支出决算明细表", "财决08表", { fund: "general" }),
    detailExport(ledger, general, "一般公共预算财政拨款基本支出决算明细表", "财决08-1表", {
      fund: "general",
      nature: "basic",
    }),
    detailExport(ledger, general, "一般公共预算财政拨款项目支出决算明细表", "财决08-2表", {
      fund: "general",
      nature: "project",
    }),
    classified(ledger, fund, flow("government-fund"), {
      title: "政府性基金预算财政拨款收入支出决算表",
      form: "财决09表",
      notes: [],
    }),
  ];
}

/** 江苏: appropriation by item and by object, meetings and training beside the three, agency costs, procurement. */
export function jiangsuTables(ledger: Ledger, accounts: RandomAccounts): LaidOutTable[] {
  const all = functionalLines(accounts);
  const natures = (own: Dimensions): FigureColumn[] => [
    { heading: ["本年支出合计"], concept: "expenditure", dimensions: own },
    { heading: ["基本支出"], concept: "expenditure", dimensions: { ...own, nature: "basic" } },
    { heading: ["项目支出"], concept: "expenditure", dimensions: { ...own, nature: "project" } },
  ];
  const objects = ECONOMIC_ITEMS.filter(([code]) => /^30[123]|^310/.test(code)).map(([code, name]) => ({ code, name }));
  const byObject = (own: Dimensions): FigureColumn[] => [
    { heading: ["合计"], concept: "expenditure", dimensions: { ...own, nature: "basic" } },
    { heading: ["人员经费"], concept: "expenditure", dimensions: { ...own, nature: "basic", group: "personnel" } },
    { heading: ["公用经费"], concept: "expenditure", dimensions: { ...own, nature: "basic", group: "public" } },
  ];
  const VEHICLES = "公务用车购置及运行维护费";
  const item = (name: string) => ledger.at("three-public", { item: name });
  const three: LaidOutTable = {
    title: "财政拨款“三公”经费、会议费和培训费支出决算表",
    form: "公开09表",
    unit: "",
    head: [
      [cell("“三公”经费", 6), cell("会议费", 1, 3), cell("培训费", 1, 3)],
      [cell("合计", 1, 2), cell("因公出国（境）费", 1, 2), cell(VEHICLES, 3), cell("公务接待费", 1, 2)],
      cells("小计", "公务用车购置费", "公务用车运行维护费"),
    ],
    rows: [
      [
        ledger.at("three-public"),
        ...["overseas", "vehicles", "vehicle-purchase", "vehicle-running", "receptions", "meetings", "training"].map(
          item,
        ),
      ],
    ],
    notes: ["注：本表反映部门本年度财政拨款“三公”经费、会议费和培训费支出情况。"],
    widths: Array.from({ length: 8 }, () => 5),
  };
  const costs: LaidOutTable = {
    title: "机关运行经费支出决算表",
    form: "公开12表",
    unit: "",
    head: [cells("科目编码", "科目名称", "机关运行经费支出决算")],
    rows: [
      [cell("合计", 2), ledger.at("operating-costs")],
      ...objects
        .filter(({ code }) => code.startsWith("302"))
        .map(({ code, name }) => [cell(code), cell(name), ledger.at("operating-costs", { economic: code })]),
    ],
    notes: [
      "注：“机关运行经费”指行政单位和参照公务员法管理的事业单位使用一般公共预算财政拨款安排的基本支出中的公用经费支出。",
    ],
    widths: [4, 10, 6],
  };
  const procurement: LaidOutTable = {
    title: "政府采购支出决算表",
    form: "公开13表",
    unit: "",
    head: [cells("项目", "金额")],
    rows: [
      [cell("政府采购支出合计"), ledger.at("procurement")],
      [cell("（一）政府采购货物支出"), ledger.at("procurement", { item: "goods" })],
      [cell("（二）政府采购工程支出"), ledger.at("procurement", { item: "works" })],
      [cell("（三）政府采购服务支出"), ledger.at("procurement", { item: "services" })],
    ],
    notes: [],
    widths: [10, 6],
  };
  return [
    classified(ledger, all, natures({ fund: "appropriation" }), {
      title: "财政拨款支出决算表（功能科目）",
      form: "公开05表",
      notes: [],
    }),
    classified(ledger, objects, byObject({ fund: "appropriation" }), {
      title: "财政拨款基本支出决算表（经济科目）",
      form: "公开06表",
      notes: [],
      scheme: "economic",
    }),
    classified(ledger, functionalLines(accounts, "general"), natures({ fund: "general" }), {
      title: "一般公共预算支出决算表",
      form: "公开07表",
      notes: [],
    }),
    classified(ledger, objects, byObject({ fund: "general" }), {
      title: "一般公共预算基本支出决算表",
      form: "公开08表",
      notes: [],
      scheme: "economic",
    }),
    three,
    classified(ledger, functionalLines(accounts, "fund"), natures({ fund: "government-fund" }), {
      title: "政府性基金预算支出决算表",
      form: "公开10表",
      notes: [],
    }),
    costs,
    procurement,
  ];
}

/** 内蒙古: items and the projects under them, between carry-over and carry-over. */
export function projectFlow(ledger: Ledger, accounts: RandomAccounts): LaidOutTable {
  const rows: LaidOutCell[][] = [];
  const figures = (dimensions: Dimensions) =>
    ["opening-carry-over", "revenue", "expenditure", "closing-carry-over"].map((concept) =>
      ledger.at(concept, { ...dimensions, nature: "project" }),
    );
  rows.push([cell("合计", ledger.habit.codes === "joined" ? 2 : 4), ...figures({})]);
  for (const { code, name } of functionalLines(accounts))
    rows.push([...codeCells(code, ledger.habit.codes), cell(name), ...figures({ functional: code })]);
  const width = ledger.habit.codes === "joined" ? 1 : 3;
  return {
    title: "项目收入支出决算表",
    form: "财决06表",
    unit: "",
    head: [
      [
        cell("科目编码", width),
        ...cells("科目名称（项目）", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"),
      ],
    ],
    rows,
    notes: [],
    widths: [...Array.from({ length: width }, () => 3), 12, 6, 6, 6, 6],
  };
}
