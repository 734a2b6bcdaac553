import { ECONOMIC_ITEMS, type Dimensions } from "@juesuan/core";
import type { RandomAccounts } from "../disclosures/accounts.ts";
import { CLASSES } from "../disclosures/shanghai-items.ts";
import { cell, cells, type Habit, type LaidOutCell, type LaidOutTable, type Ledger } from "./laid-out.ts";

// The nine tables of the Ministry of Finance's form (公开01表 to 公开09表), and the blocks that local forms build on.

const NUMERALS =
  "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 二十五 二十六".split(
    " ",
  );

export interface Item {
  readonly code: string;
  readonly name: string;
}

/** Class, group and item lines of a department, in order. */
export function functionalLines(accounts: RandomAccounts, which: "all" | "general" | "fund" = "all"): Item[] {
  const items = which === "all" ? [...accounts.general, ...accounts.fund] : accounts[which];
  const lines: Item[] = [];
  for (const { code, names } of [...items].sort((a, b) => (a.code < b.code ? -1 : 1)))
    for (const [index, length] of [3, 5, 7].entries())
      if (!lines.some((line) => line.code === code.slice(0, length)))
        lines.push({ code: code.slice(0, length), name: names[index]! });
  return lines;
}

type Side = readonly { readonly label: string; readonly figures: readonly LaidOutCell[] }[];

/** Two lists side by side, each with its labels, line numbers and figures; the shorter one ends in empty cells. */
function sideBySide(left: Side, right: Side, habit: Habit): LaidOutCell[][] {
  const rows = Math.max(left.length, right.length);
  const widths = [left[0]!.figures.length, right[0]!.figures.length];
  // Totals stand in the last rows of both sides.
  return Array.from({ length: rows }, (_, row) =>
    [left, right].flatMap((side, at) => {
      const line = side[row];
      const number = String(at * rows + row + 1);
      return [
        cell(line?.label ?? ""),
        ...(habit.lineNumbers ? [cell(number)] : []),
        ...(line?.figures ?? Array.from({ length: widths[at]! }, () => cell(""))),
      ];
    }),
  );
}

export function revenueAndExpenditure(ledger: Ledger): LaidOutTable {
  const { habit } = ledger;
  const sources: [string, LaidOutCell][] = [
    ["一、一般公共预算财政拨款收入", ledger.at("revenue", { fund: "general" })],
    ["二、政府性基金预算财政拨款收入", ledger.at("revenue", { fund: "government-fund" })],
    ["三、国有资本经营预算财政拨款收入", ledger.at("revenue", { fund: "state-capital" })],
    ["四、上级补助收入", ledger.at("revenue", { source: "superior-subsidy" })],
    ["五、事业收入", ledger.at("revenue", { source: "institutional" })],
    ["六、经营收入", ledger.at("revenue", { source: "operating" })],
    ["七、附属单位上缴收入", ledger.at("revenue", { source: "subordinate" })],
    ["八、其他收入", ledger.at("revenue", { source: "other" })],
  ];
  const left: { label: string; figures: LaidOutCell[] }[] = sources.map(([label, figure]) => ({
    label,
    figures: [figure],
  }));
  while (left.length < CLASSES.length) left.push({ label: "", figures: [cell("")] });
  left.push(
    { label: "本年收入合计", figures: [ledger.at("revenue")] },
    { label: "使用非财政拨款结余（含专用结余）", figures: [ledger.at("use-of-surplus")] },
    { label: "年初结转和结余", figures: [ledger.at("opening-carry-over")] },
    { label: "总计", figures: [ledger.at("total-receipts")] },
  );
  const right = CLASSES.map(([code, name], index) => ({
    label: `${NUMERALS[index]!}、${name}`,
    figures: [ledger.at("expenditure", { functional: code })],
  }));
  right.push(
    { label: "本年支出合计", figures: [ledger.at("expenditure")] },
    { label: "结余分配", figures: [ledger.at("surplus-distribution")] },
    { label: "年末结转和结余", figures: [ledger.at("closing-carry-over")] },
    { label: "总计", figures: [ledger.at("total-disbursements")] },
  );
  const lines = habit.lineNumbers;
  return {
    title: "收入支出决算总表",
    form: "公开01表",
    unit: "",
    head: [
      [cell("收入", lines ? 3 : 2), cell("支出", lines ? 3 : 2)],
      lines ? cells("项目", "行次", "决算数", "项目", "行次", "决算数") : cells("项目", "决算数", "项目", "决算数"),
      ...(lines ? [cells("栏次", "", "1", "栏次", "", "2")] : []),
    ],
    rows: sideBySide(left, right, habit),
    notes: ["注：1.本表反映部门本年度的总收支和年末结转结余情况。", "2.本套报表金额单位转换时可能存在尾数误差。"],
    widths: lines ? [12, 2, 6, 12, 2, 6] : [12, 6, 12, 6],
  };
}

const FUNDS = [
  ["一、一般公共预算财政拨款", "general"],
  ["二、政府性基金预算财政拨款", "government-fund"],
  ["三、国有资本经营预算财政拨款", "state-capital"],
] as const;

export function appropriation(ledger: Ledger): LaidOutTable {
  const { habit } = ledger;
  const left: { label: string; figures: LaidOutCell[] }[] = FUNDS.map(([label, fund]) => ({
    label,
    figures: [ledger.at("revenue", { fund })],
  }));
  while (left.length < CLASSES.length) left.push({ label: "", figures: [cell("")] });
  left.push(
    { label: "本年收入合计", figures: [ledger.at("revenue", { fund: "appropriation" })] },
    { label: "年初财政拨款结转和结余", figures: [ledger.at("opening-carry-over", { fund: "appropriation" })] },
    ...FUNDS.map(([label, fund]) => ({ label, figures: [ledger.at("opening-carry-over", { fund })] })),
    { label: "总计", figures: [ledger.at("total-receipts", { fund: "appropriation" })] },
  );
  const own = ["appropriation", "general", "government-fund", "state-capital"] as const;
  const across = (concept: string, dimensions: Dimensions = {}) =>
    own.map((fund) => ledger.at(concept, { fund, ...dimensions }));
  const right = CLASSES.map(([code, name], index) => ({
    label: `${NUMERALS[index]!}、${name}`,
    figures: across("expenditure", { functional: code }),
  }));
  right.push(
    { label: "本年支出合计", figures: across("expenditure") },
    { label: "年末财政拨款结转和结余", figures: across("closing-carry-over") },
    { label: "", figures: own.map(() => cell("")) },
    { label: "", figures: own.map(() => cell("")) },
    { label: "", figures: own.map(() => cell("")) },
    { label: "总计", figures: across("total-disbursements") },
  );
  const lines = habit.lineNumbers;
  const line = lines ? ["行次"] : [];
  return {
    title: "财政拨款收入支出决算总表",
    form: "公开04表",
    unit: "",
    head: [
      [cell("收入", lines ? 3 : 2), cell("支出", lines ? 6 : 5)],
      cells(
        "项目",
        ...line,
        "金额",
        "项目",
        ...line,
        "合计",
        "一般公共预算财政拨款",
        "政府性基金预算财政拨款",
        "国有资本经营预算财政拨款",
      ),
      ...(lines ? [cells("栏次", "", "1", "栏次", "", "2", "3", "4", "5")] : []),
    ],
    rows: sideBySide(left, right, habit),
    notes: [
      "注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。",
    ],
    widths: lines ? [11, 2, 5, 11, 2, 5, 5, 5, 5] : [11, 5, 11, 5, 5, 5, 5],
  };
}

export interface FigureColumn {
  readonly heading: readonly string[];
  readonly concept: string;
  readonly dimensions?: Dimensions;
}

/** A table by classification: codes, names, then figure columns under headings of one or two rows. */
export function classified(
  ledger: Ledger,
  lines: readonly Item[],
  columns: readonly FigureColumn[],
  table: Pick<LaidOutTable, "title" | "form" | "notes"> & {
    readonly scheme?: "functional" | "economic";
    readonly total?: "above" | "below";
  },
): LaidOutTable {
  const { habit } = ledger;
  const scheme = table.scheme ?? "functional";
  const codeColumns = habit.codes === "joined" ? 1 : 3;
  const depth = Math.max(...columns.map(({ heading }) => heading.length));
  const top: LaidOutCell[] = [cell("项目", codeColumns + 1)];
  const second: LaidOutCell[] = [
    cell(scheme === "functional" ? "功能分类科目编码" : "经济分类科目编码", codeColumns, depth),
    cell("科目名称", 1, depth),
  ];
  for (let index = 0; index < columns.length;) {
    const { heading } = columns[index]!;
    let end = index + 1;
    if (heading.length > 1) while (columns[end]?.heading.length === 2 && columns[end]!.heading[0] === heading[0]) end++;
    if (heading.length === 1) top.push(cell(heading[0]!, 1, depth + 1));
    else {
      top.push(cell(heading[0]!, end - index, 1));
      for (let at = index; at < end; at++) second.push(cell(columns[at]!.heading[1]!, 1, depth));
    }
    index = end;
  }
  const head: LaidOutCell[][] = [top, second];
  for (let extra = 1; extra < depth; extra++) head.push([]);
  const counted = columns.map((_, index) => cell(String(index + 1)));
  if (habit.codes === "split") head.push([...cells("类", "款", "项", "栏次"), ...counted]);
  else head.push([cell("栏次", codeColumns + 1), ...counted]);
  const figures = (dimensions: Dimensions) =>
    columns.map((column) => ledger.at(column.concept, { ...column.dimensions, ...dimensions }));
  const total = [cell("合计", codeColumns + 1), ...figures({})];
  const body = lines.map(({ code, name }) => [
    ...codeCells(code, habit.codes),
    cell(name),
    ...figures({ [scheme]: code }),
  ]);
  return {
    title: table.title,
    ...(table.form === undefined ? {} : { form: table.form }),
    unit: "",
    head,
    rows: table.total === "below" ? [...body, total] : [total, ...body],
    notes: table.notes,
    widths: [...(codeColumns === 1 ? [5] : [2, 2, 2]), 12, ...columns.map(() => 6)],
  };
}

export function codeCells(code: string, codes: Habit["codes"]): LaidOutCell[] {
  if (codes === "joined") return [cell(code)];
  if (codes === "merged") return [cell(code, 3)];
  return [cell(code.slice(0, 3)), cell(code.slice(3, 5)), cell(code.slice(5, 7))];
}

const REVENUE: readonly FigureColumn[] = [
  { heading: ["本年收入合计"], concept: "revenue" },
  { heading: ["财政拨款收入"], concept: "revenue", dimensions: { fund: "appropriation" } },
  { heading: ["上级补助收入"], concept: "revenue", dimensions: { source: "superior-subsidy" } },
  { heading: ["事业收入"], concept: "revenue", dimensions: { source: "institutional" } },
  { heading: ["经营收入"], concept: "revenue", dimensions: { source: "operating" } },
  { heading: ["附属单位上缴收入"], concept: "revenue", dimensions: { source: "subordinate" } },
  { heading: ["其他收入"], concept: "revenue", dimensions: { source: "other" } },
];

const EXPENDITURE: readonly FigureColumn[] = [
  { heading: ["本年支出合计"], concept: "expenditure" },
  { heading: ["基本支出"], concept: "expenditure", dimensions: { nature: "basic" } },
  { heading: ["项目支出"], concept: "expenditure", dimensions: { nature: "project" } },
  { heading: ["上缴上级支出"], concept: "expenditure", dimensions: { nature: "superior-payment" } },
  { heading: ["经营支出"], concept: "expenditure", dimensions: { nature: "operating" } },
  { heading: ["对附属单位补助支出"], concept: "expenditure", dimensions: { nature: "subordinate-subsidy" } },
];

const natures = (fund: Dimensions["fund"], over?: string): FigureColumn[] => {
  const own = fund === undefined ? {} : { fund };
  return (["小计", "基本支出", "项目支出"] as const).map((name, index) => ({
    heading: over === undefined ? [name] : [over, name],
    concept: "expenditure",
    dimensions: { ...own, ...(index === 0 ? {} : { nature: index === 1 ? ("basic" as const) : ("project" as const) }) },
  }));
};

export const flow = (fund: Dimensions["fund"]): FigureColumn[] => {
  const own = fund === undefined ? {} : { fund };
  return [
    { heading: ["年初结转和结余"], concept: "opening-carry-over", dimensions: own },
    { heading: ["本年收入"], concept: "revenue", dimensions: own },
    ...natures(fund, "本年支出"),
    { heading: ["年末结转和结余"], concept: "closing-carry-over", dimensions: own },
  ];
};

const ECONOMIC = ECONOMIC_ITEMS.map(([code, name]) => ({ code, name }));

/** 人员经费 | 公用经费 | 公用经费: three lists of economic items side by side. */
export function basicExpenditure(ledger: Ledger, blocks: 2 | 3 = 3): LaidOutTable {
  const own = (...classes: string[]) =>
    ECONOMIC.filter(({ code }) => classes.includes(code.slice(0, 3))).map(({ code, name }) => [
      cell(code),
      cell(name),
      ledger.at("expenditure", { fund: "general", economic: code, nature: "basic" }),
    ]);
  const lists =
    blocks === 3
      ? [own("301", "303"), own("302"), own("307", "310", "312", "399")]
      : [own("301", "303"), own("302", "307", "310", "312", "399")];
  const length = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length }, (_, row) => lists.flatMap((list) => list[row] ?? cells("", "", "")));
  const group = (name: "personnel" | "public") =>
    ledger.at("expenditure", { fund: "general", nature: "basic", group: name });
  rows.push([cell("人员经费合计", 2), group("personnel"), cell("公用经费合计", blocks === 3 ? 5 : 2), group("public")]);
  return {
    title: "一般公共预算财政拨款基本支出决算明细表",
    form: "公开06表",
    unit: "",
    head: [
      [cell("人员经费", 3), cell("公用经费", blocks === 3 ? 6 : 3)],
      lists.flatMap(() => cells("科目编码", "科目名称", "决算数")),
    ],
    rows,
    notes: ["注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"],
    widths: lists.flatMap(() => [4, 10, 5]),
  };
}

const VEHICLES = "公务用车购置及运行维护费";

export function threePublic(ledger: Ledger): LaidOutTable {
  const items = [undefined, "overseas", "vehicles", "vehicle-purchase", "vehicle-running", "receptions"];
  const top = [cell("合计", 1, 2), cell("因公出国（境）费", 1, 2), cell(VEHICLES, 3), cell("公务接待费", 1, 2)];
  const figure = (stage?: "budget") =>
    items.map((item) => ledger.at("three-public", { ...(stage && { stage }), ...(item && { item }) }));
  return {
    title: "财政拨款“三公”经费支出决算表",
    form: "公开07表",
    unit: "",
    head: [
      [cell("预算数", 6), cell("决算数", 6)],
      [...top, ...top],
      [
        ...cells("小计", "公务用车购置费", "公务用车运行维护费"),
        ...cells("小计", "公务用车购置费", "公务用车运行维护费"),
      ],
      cells(...Array.from({ length: 12 }, (_, index) => String(index + 1))),
    ],
    rows: [[...figure("budget"), ...figure()]],
    notes: [
      "注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。",
    ],
    widths: Array.from({ length: 12 }, () => 5),
  };
}

const note = (text: string) => [`注：本表反映部门本年度${text}情况。`];

/** 公开01表 to 公开09表. */
export function ministryTables(ledger: Ledger, accounts: RandomAccounts): LaidOutTable[] {
  const all = functionalLines(accounts);
  const general = functionalLines(accounts, "general");
  const fund = functionalLines(accounts, "fund");
  return [
    revenueAndExpenditure(ledger),
    classified(ledger, all, REVENUE, { title: "收入决算表", form: "公开02表", notes: note("取得的各项收入") }),
    classified(ledger, all, EXPENDITURE, { title: "支出决算表", form: "公开03表", notes: note("各项支出") }),
    appropriation(ledger),
    classified(ledger, general, natures("general", "本年支出"), {
      title: "一般公共预算财政拨款支出决算表",
      form: "公开05表",
      notes: note("一般公共预算财政拨款支出"),
    }),
    basicExpenditure(ledger),
    threePublic(ledger),
    classified(ledger, fund, flow("government-fund"), {
      title: "政府性基金预算财政拨款收入支出决算表",
      form: "公开08表",
      notes: note("政府性基金预算财政拨款收入、支出及结转和结余"),
    }),
    classified(ledger, [], natures("state-capital", "本年支出"), {
      title: "国有资本经营预算财政拨款支出决算表",
      form: "公开09表",
      notes: note("国有资本经营预算财政拨款支出"),
    }),
  ];
}
