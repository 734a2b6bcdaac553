import {
  finalOf,
  sum,
  totalOf,
  type Amount,
  type FunctionalItem,
  type RandomAccounts,
  type ThreePublic,
} from "./accounts.ts";
import { printed, type CellTruth, type WrittenCell, type WrittenTable } from "./document.ts";
import { keyOf } from "./page.ts";
import { CLASSES, ECONOMIC, numeral, type Setting } from "./shanghai-items.ts";
import { Totals } from "./totals.ts";

/** The nine tables that the Shanghai form asks for, and what every cell of them states. */
export class ShanghaiTables {
  readonly cells: CellTruth[] = [];
  private readonly accounts: RandomAccounts;
  private readonly setting: Setting;
  private readonly totals: Totals;
  private table = "";

  constructor(accounts: RandomAccounts, setting: Setting) {
    this.accounts = accounts;
    this.setting = setting;
    this.totals = new Totals(accounts);
  }

  private cell(amount: Amount, key: string): string {
    if (amount === 0 && this.setting.zeros === "blank") return "";
    const text = printed(amount, true);
    this.cells.push({ table: this.table, key, printed: text });
    return text;
  }

  private codes(code: string): string[] {
    if (this.setting.codes === "joined") return [code];
    return [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
  }

  private get codeHead(): { readonly rows: WrittenCell[][]; readonly count: number } {
    if (this.setting.codes === "joined") return { count: 1, rows: [["支出功能分类科目编码"]] };
    return { count: 3, rows: [[{ text: "支出功能分类科目编码", across: 3 }], ["类", "款", "项"]] };
  }

  /** Rows of classes, groups and items with the sums of what `of` picks. */
  private classified(
    items: readonly FunctionalItem[],
    columns: readonly {
      readonly of: (item: FunctionalItem) => Amount;
      readonly key: (functional: string | undefined) => string;
    }[],
    total: "first" | "last",
  ): WrittenCell[][] {
    const rows: WrittenCell[][] = [];
    const line = (code: string, name: string, members: readonly FunctionalItem[]): WrittenCell[] => [
      ...this.codes(code),
      name,
      ...columns.map(({ of, key }) => this.cell(sum(members.map(of)), key(code))),
    ];
    const totalRow = (): WrittenCell[] => [
      { text: "合计", across: this.codes("").length + 1 },
      ...columns.map(({ of, key }) => this.cell(sum(items.map(of)), key(undefined))),
    ];
    if (total === "first") rows.push(totalRow());
    for (const className of new Set(items.map(({ code }) => code.slice(0, 3)))) {
      const ofClass = items.filter(({ code }) => code.startsWith(className));
      rows.push(line(className, ofClass[0]!.names[0], ofClass));
      for (const group of new Set(ofClass.map(({ code }) => code.slice(0, 5)))) {
        const ofGroup = ofClass.filter(({ code }) => code.startsWith(group));
        rows.push(line(group, ofGroup[0]!.names[1], ofGroup));
        for (const item of ofGroup) rows.push(line(item.code, item.names[2], [item]));
      }
    }
    if (total === "last") rows.push(totalRow());
    return rows;
  }

  /** The nine tables, in the order of the form. */
  all(): WrittenTable[] {
    return [
      this.totalsTable(),
      this.revenueTable(),
      this.expenditureTable(),
      this.appropriationTable(),
      this.generalTable(),
      this.basicTable(),
      this.threePublicTable(),
      this.flowTable("government-fund"),
      this.flowTable("state-capital"),
    ];
  }

  private totalsTable(): WrittenTable {
    this.table = "revenue-and-expenditure";
    const left: [string, string][] = [
      ["一、一般公共预算财政拨款收入", this.cell(this.totals.generalTotal, "revenue{fund=general}")],
      ["二、政府性基金预算财政拨款收入", this.cell(this.totals.fundTotal, "revenue{fund=government-fund}")],
      ["三、国有资本经营预算财政拨款收入", ""],
      ["四、上级补助收入", ""],
      ["五、事业收入", ""],
      ["六、经营收入", ""],
      ["七、附属单位上缴收入", ""],
      ["八、其他收入", this.cell(this.accounts.otherRevenue, "revenue{source=other}")],
    ];
    const rows: WrittenCell[][] = CLASSES.map(([code, name], index) => [
      ...(left[index] ?? ["", ""]),
      `${numeral(index + 1)}、${name}`,
      this.cell(
        sum(this.totals.all.filter((item) => item.code.startsWith(code)).map((item) => finalOf(item) + item.other)),
        `expenditure{functional=${code}}`,
      ),
    ]);
    rows.push(
      [
        "本年收入合计",
        this.cell(this.totals.revenue, "revenue"),
        "本年支出合计",
        this.cell(this.totals.expenditure, "expenditure"),
      ],
      ["使用非财政拨款结余（含专用结余）", "", "结余分配", ""],
      [
        "年初结转和结余",
        this.cell(this.accounts.opening, "opening-carry-over"),
        "年末结转和结余",
        this.cell(this.totals.closing, "closing-carry-over"),
      ],
      [
        "总计",
        this.cell(this.totals.receipts, "total-receipts"),
        "总计",
        this.cell(this.totals.receipts, "total-disbursements"),
      ],
    );
    return {
      kind: "table",
      title: "收入支出决算总表",
      unit: "单位：万元",
      head: [
        [
          { text: "收入", across: 2 },
          { text: "支出", across: 2 },
        ],
        ["项目", "决算数", "项目", "决算数"],
      ],
      rows,
      widths: [32, 16, 32, 16],
    };
  }

  private revenueTable(): WrittenTable {
    this.table = "revenue";
    const { otherRevenue } = this.accounts;
    const { rows: head, count } = this.codeHead;
    const placed = sum(this.accounts.general.map(({ other }) => other));
    // What other revenue is not spent stands with the first item, as a real department would book it.
    const [first, ...rest] = this.totals.all;
    const items = [{ ...first!, other: first!.other + otherRevenue - placed }, ...rest];
    const rows = this.classified(
      items,
      [
        { of: (item) => finalOf(item) + item.other, key: (code) => keyOf("revenue", { functional: code }) },
        { of: finalOf, key: (code) => keyOf("revenue", { fund: "appropriation", functional: code }) },
        { of: () => 0, key: (code) => keyOf("revenue", { functional: code, source: "superior-subsidy" }) },
        { of: () => 0, key: (code) => keyOf("revenue", { functional: code, source: "institutional" }) },
        { of: () => 0, key: (code) => keyOf("revenue", { functional: code, source: "operating" }) },
        { of: () => 0, key: (code) => keyOf("revenue", { functional: code, source: "subordinate" }) },
        { of: (item) => item.other, key: (code) => keyOf("revenue", { source: "other", functional: code }) },
      ],
      "first",
    );
    return {
      kind: "table",
      title: "收入决算表",
      unit: "单位：万元",
      landscape: true,
      head: [
        [
          { text: "项目", across: count + 1 },
          ...[
            "本年收入合计",
            "财政拨款收入",
            "上级补助收入",
            "事业收入",
            "经营收入",
            "附属单位上缴收入",
            "其他收入",
          ].map((text) => ({ text, down: head.length + 1 })),
        ],
        [...head[0]!, { text: "科目名称", down: head.length }],
        ...head.slice(1),
      ],
      rows,
      widths: [...Array.from({ length: count }, () => (count === 1 ? 10 : 5)), 26, 12, 12, 8, 8, 8, 8, 10],
    };
  }

  private expenditureTable(): WrittenTable {
    this.table = "expenditure";
    const { rows: head, count } = this.codeHead;
    const rows = this.classified(
      this.totals.all,
      [
        { of: (item) => finalOf(item) + item.other, key: (code) => keyOf("expenditure", { functional: code }) },
        { of: (item) => item.basic, key: (code) => keyOf("expenditure", { functional: code, nature: "basic" }) },
        {
          of: (item) => item.project + item.other,
          key: (code) => keyOf("expenditure", { functional: code, nature: "project" }),
        },
        { of: () => 0, key: (code) => keyOf("expenditure", { functional: code, nature: "superior-payment" }) },
        { of: () => 0, key: (code) => keyOf("expenditure", { functional: code, nature: "operating" }) },
        { of: () => 0, key: (code) => keyOf("expenditure", { functional: code, nature: "subordinate-subsidy" }) },
      ],
      "first",
    );
    return {
      kind: "table",
      title: "支出决算表",
      unit: "单位：万元",
      head: [
        [
          { text: "项目", across: count + 1 },
          ...["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"].map((text) => ({
            text,
            down: head.length + 1,
          })),
        ],
        [...head[0]!, { text: "科目名称", down: head.length }],
        ...head.slice(1),
      ],
      rows,
      widths: [...Array.from({ length: count }, () => (count === 1 ? 10 : 5)), 26, 12, 12, 12, 8, 8, 10],
    };
  }

  private appropriationTable(): WrittenTable {
    this.table = "appropriation";
    const { general, fund, openingGeneral } = this.accounts;
    const left: [string, string][] = [
      ["一、一般公共预算财政拨款", this.cell(this.totals.generalTotal, "revenue{fund=general}")],
      ["二、政府性基金预算财政拨款", this.cell(this.totals.fundTotal, "revenue{fund=government-fund}")],
      ["三、国有资本经营预算财政拨款", ""],
    ];
    const rows: WrittenCell[][] = CLASSES.map(([code, name], index) => {
      const ofGeneral = sum(general.filter((item) => item.code.startsWith(code)).map(finalOf));
      const ofFund = sum(fund.filter((item) => item.code.startsWith(code)).map(finalOf));
      return [
        ...(left[index] ?? ["", ""]),
        `${numeral(index + 1)}、${name}`,
        this.cell(ofGeneral + ofFund, `expenditure{fund=appropriation,functional=${code}}`),
        this.cell(ofGeneral, `expenditure{fund=general,functional=${code}}`),
        this.cell(ofFund, `expenditure{fund=government-fund,functional=${code}}`),
        "",
      ];
    });
    const total = this.totals.appropriation + openingGeneral;
    rows.push(
      [
        "本年收入合计",
        this.cell(this.totals.appropriation, "revenue{fund=appropriation}"),
        "本年支出合计",
        this.cell(this.totals.appropriation, "expenditure{fund=appropriation}"),
        this.cell(this.totals.generalTotal, "expenditure{fund=general}"),
        this.cell(this.totals.fundTotal, "expenditure{fund=government-fund}"),
        "",
      ],
      [
        "年初财政拨款结转和结余",
        this.cell(openingGeneral, "opening-carry-over{fund=appropriation}"),
        "年末财政拨款结转和结余",
        this.cell(openingGeneral, "closing-carry-over{fund=appropriation}"),
        this.cell(openingGeneral, "closing-carry-over{fund=general}"),
        "",
        "",
      ],
      ["一、一般公共预算财政拨款", this.cell(openingGeneral, "opening-carry-over{fund=general}"), "", "", "", "", ""],
      ["二、政府性基金预算财政拨款", "", "", "", "", "", ""],
      ["三、国有资本经营预算财政拨款", "", "", "", "", "", ""],
      [
        "总计",
        this.cell(total, "total-receipts{fund=appropriation}"),
        "总计",
        this.cell(total, "total-disbursements{fund=appropriation}"),
        this.cell(this.totals.generalTotal + openingGeneral, "total-disbursements{fund=general}"),
        this.cell(this.totals.fundTotal, "total-disbursements{fund=government-fund}"),
        "",
      ],
    );
    return {
      kind: "table",
      title: "财政拨款收入支出决算总表",
      unit: "单位：万元",
      head: [
        [
          { text: "收入", across: 2 },
          { text: "支出", across: 5 },
        ],
        [
          "项目",
          "决算数",
          "项目",
          "合计",
          "一般公共预算财政拨款",
          "政府性基金预算财政拨款",
          "国有资本经营预算财政拨款",
        ],
      ],
      rows,
      widths: [22, 12, 24, 12, 12, 12, 10],
    };
  }

  private generalTable(): WrittenTable {
    this.table = "general-expenditure";
    const { rows: head, count } = this.codeHead;
    const rows = this.classified(
      this.accounts.general,
      [
        { of: finalOf, key: (code) => keyOf("expenditure", { fund: "general", functional: code }) },
        {
          of: (item) => item.basic,
          key: (code) => keyOf("expenditure", { fund: "general", functional: code, nature: "basic" }),
        },
        {
          of: (item) => item.project,
          key: (code) => keyOf("expenditure", { fund: "general", functional: code, nature: "project" }),
        },
      ],
      "last",
    );
    return {
      kind: "table",
      title: "一般公共预算财政拨款支出决算表",
      unit: "单位：万元",
      head: [
        [
          { text: "项目", across: count + 1 },
          ...["合计", "基本支出", "项目支出"].map((text) => ({ text, down: head.length + 1 })),
        ],
        [...head[0]!, { text: "科目名称", down: head.length }],
        ...head.slice(1),
      ],
      rows,
      widths: [...Array.from({ length: count }, () => (count === 1 ? 12 : 6)), 34, 14, 14, 14],
    };
  }

  private basicTable(): WrittenTable {
    this.table = "basic-expenditure";
    const { economic } = this.accounts;
    const amounts = new Map(economic.map(({ code, amount }) => [code, amount]));
    const list = (classes: readonly string[]): (readonly [string, string])[] =>
      ECONOMIC.filter(([code]) => classes.includes(code.slice(0, 3)));
    const left = list(["301", "303"]);
    const right = list(["302", "310"]);
    const half = (entry: readonly [string, string] | undefined): WrittenCell[] => {
      if (!entry) return this.setting.codes === "split" ? ["", "", "", ""] : ["", "", ""];
      const [code, name] = entry;
      const amount =
        code.length === 3
          ? sum(economic.filter((item) => item.code.startsWith(code)).map((item) => item.amount))
          : (amounts.get(code) ?? 0);
      return [
        ...(this.setting.codes === "split" ? [code.slice(0, 3), code.slice(3)] : [code]),
        name,
        this.cell(amount, `expenditure{fund=general,economic=${code},nature=basic}`),
      ];
    };
    const rows: WrittenCell[][] = [];
    for (let index = 0; index < Math.max(left.length, right.length); index++)
      rows.push([...half(left[index]), ...half(right[index])]);
    const across = this.setting.codes === "split" ? 3 : 2;
    const of = (classes: readonly string[]): Amount =>
      sum(economic.filter(({ code }) => classes.includes(code.slice(0, 3))).map(({ amount }) => amount));
    rows.push([
      { text: "人员经费合计", across },
      this.cell(of(["301", "303"]), "expenditure{fund=general,nature=basic,group=personnel}"),
      { text: "公用经费合计", across },
      this.cell(of(["302", "310"]), "expenditure{fund=general,nature=basic,group=public}"),
    ]);
    const head: WrittenCell[][] =
      this.setting.codes === "split"
        ? [
            [
              { text: "经济分类科目编码", across: 2 },
              { text: "科目名称", down: 2 },
              { text: "决算数", down: 2 },
              { text: "经济分类科目编码", across: 2 },
              { text: "科目名称", down: 2 },
              { text: "决算数", down: 2 },
            ],
            ["类", "款", "类", "款"],
          ]
        : [["经济分类科目编码", "科目名称", "决算数", "经济分类科目编码", "科目名称", "决算数"]];
    const block = this.setting.codes === "split" ? [5, 5, 26, 14] : [10, 26, 14];
    return {
      kind: "table",
      title: "一般公共预算财政拨款基本支出决算表",
      unit: "单位：万元",
      head,
      rows,
      widths: [...block, ...block],
    };
  }

  private threePublicTable(): WrittenTable {
    this.table = "three-public";
    const { final, budget } = this.accounts.threePublic;
    const values = (parts: ThreePublic): readonly (readonly [string, Amount])[] => [
      ["", totalOf(parts)],
      ["overseas", parts.overseas],
      ["vehicles", parts.purchase + parts.running],
      ["vehicle-purchase", parts.purchase],
      ["vehicle-running", parts.running],
      ["receptions", parts.receptions],
    ];
    const finals = values(final);
    const row = values(budget).flatMap(([item, amount], index) => [
      this.cell(amount, keyOf("three-public", { stage: "original-budget", item: item || undefined })),
      this.cell(finals[index]![1], keyOf("three-public", { item: item || undefined })),
    ]);
    return {
      kind: "table",
      title: "财政拨款“三公”经费支出决算表",
      unit: "单位：万元",
      landscape: true,
      head: [
        [{ text: "财政拨款“三公”经费", across: 12 }],
        [
          { text: "合计", across: 2, down: 2 },
          { text: "因公出国（境）费", across: 2, down: 2 },
          { text: "公务用车购置及运行维护费", across: 6 },
          { text: "公务接待费", across: 2, down: 2 },
        ],
        [
          { text: "小计", across: 2 },
          { text: "公务用车购置费", across: 2 },
          { text: "公务用车运行维护费", across: 2 },
        ],
        Array.from({ length: 6 }, () => ["预算数", "决算数"]).flat(),
      ],
      rows: [row],
      widths: Array.from({ length: 12 }, () => 8),
    };
  }

  private flowTable(which: "government-fund" | "state-capital"): WrittenTable {
    this.table = which;
    const items = which === "government-fund" ? this.accounts.fund : [];
    const { rows: head, count } = this.codeHead;
    const rows =
      items.length === 0
        ? []
        : this.classified(
            items,
            [
              { of: () => 0, key: (code) => keyOf("opening-carry-over", { fund: which, functional: code }) },
              { of: finalOf, key: (code) => keyOf("revenue", { fund: which, functional: code }) },
              { of: finalOf, key: (code) => keyOf("expenditure", { fund: which, functional: code }) },
              {
                of: (item) => item.basic,
                key: (code) => keyOf("expenditure", { fund: which, functional: code, nature: "basic" }),
              },
              {
                of: (item) => item.project,
                key: (code) => keyOf("expenditure", { fund: which, functional: code, nature: "project" }),
              },
              { of: () => 0, key: (code) => keyOf("closing-carry-over", { fund: which, functional: code }) },
            ],
            "first",
          );
    const name = which === "government-fund" ? "政府性基金预算" : "国有资本经营预算";
    return {
      kind: "table",
      title: `${name}财政拨款收入支出决算表`,
      unit: "单位：万元",
      landscape: true,
      head: [
        [
          { text: "项目", across: count + 1 },
          { text: "年初结转和结余", down: head.length + 1 },
          { text: "本年收入", down: head.length + 1 },
          { text: "本年支出", across: 3 },
          { text: "年末结转和结余", down: head.length + 1 },
        ],
        [
          ...head[0]!,
          { text: "科目名称", down: head.length },
          ...["合计", "基本支出", "项目支出"].map((text) => ({ text, down: head.length })),
        ],
        ...head.slice(1),
      ],
      rows,
      widths: [...Array.from({ length: count }, () => (count === 1 ? 12 : 6)), 28, 12, 12, 12, 12, 12, 12],
    };
  }
}
