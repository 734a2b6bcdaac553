import {
  finalOf,
  sum,
  totalOf,
  type Amount,
  type FunctionalItem,
  type RandomAccounts,
  type ThreePublic,
} from "./accounts.ts";
import {
  printed,
  rate,
  type CellTruth,
  type WrittenCell,
  type WrittenDisclosure,
  type WrittenTable,
} from "./document.ts";
import { change, keyOf, Page } from "./page.ts";

/** The functional classes as the summary tables print them. */
export const CLASSES = [
  ["201", "一般公共服务支出"],
  ["202", "外交支出"],
  ["203", "国防支出"],
  ["204", "公共安全支出"],
  ["205", "教育支出"],
  ["206", "科学技术支出"],
  ["207", "文化旅游体育与传媒支出"],
  ["208", "社会保障和就业支出"],
  ["210", "卫生健康支出"],
  ["211", "节能环保支出"],
  ["212", "城乡社区支出"],
  ["213", "农林水支出"],
  ["214", "交通运输支出"],
  ["215", "资源勘探工业信息等支出"],
  ["216", "商业服务业等支出"],
  ["217", "金融支出"],
  ["219", "援助其他地区支出"],
  ["220", "自然资源海洋气象等支出"],
  ["221", "住房保障支出"],
  ["222", "粮油物资储备支出"],
  ["223", "国有资本经营预算支出"],
  ["224", "灾害防治及应急管理支出"],
  ["229", "其他支出"],
  ["231", "债务还本支出"],
  ["232", "债务付息支出"],
  ["234", "抗疫特别国债安排的支出"],
] as const;

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const numeral = (value: number): string =>
  value <= 10
    ? NUMERALS[value - 1]!
    : value < 20
      ? `十${NUMERALS[value - 11]!}`
      : `二十${value === 20 ? "" : NUMERALS[value - 21]!}`;

/** How a document is set: what differs between departments that follow one form. */
export interface Setting {
  /** 208 | 05 | 05 in three columns, or 2080505 in one. */
  readonly codes: "split" | "joined";
  /** Empty cells, or 0.00 everywhere. */
  readonly zeros: "blank" | "zero";
}

/** The disclosure that the Shanghai form asks for: nine tables, then eleven sections. */
export function writeShanghai(accounts: RandomAccounts, setting: Setting): WrittenDisclosure {
  return new Shanghai(accounts, setting).write();
}

class Shanghai {
  private readonly page = new Page();
  private readonly cells: CellTruth[] = [];
  private readonly accounts: RandomAccounts;
  private readonly setting: Setting;
  private table = "";

  constructor(accounts: RandomAccounts, setting: Setting) {
    this.accounts = accounts;
    this.setting = setting;
  }

  write(): WrittenDisclosure {
    const { department, fiscalYear } = this.accounts;
    const tables = this.tables();
    this.page.blocks.push({ kind: "cover", lines: [`${department}${fiscalYear}年度`, "部门决算"] }, { kind: "page" });
    this.page.blocks.push(
      {
        kind: "contents",
        entries: [
          `第一部分 ${department}概况`,
          "一、主要职能",
          "二、部门决算单位构成",
          `第二部分 ${department}${fiscalYear}年度部门决算表`,
          ...tables.map((table, index) => `${numeral(index + 1)}、${table.title}`),
          `第三部分 ${department}${fiscalYear}年度部门决算情况说明`,
          ...SECTIONS.map((title, index) => `${numeral(index + 1)}、${title}`),
          "第四部分 名词解释",
        ],
      },
      { kind: "page" },
    );
    this.page.part(`第一部分 ${department}概况`);
    this.page.heading("一、主要职能");
    this.page.plain(`${department}主要职能包括：`);
    this.page.plain("（一）贯彻执行国家和本市有关法律法规；");
    this.page.plain("（二）完成区委、区政府交办的其他任务。");
    this.page.heading("二、部门决算单位构成");
    this.page.plain(`从预算单位构成看，${department}部门决算包括：${department}本级决算、下属行政事业单位决算。`);
    this.page.blocks.push({ kind: "page" });
    this.page.part(`第二部分 ${department}${fiscalYear}年度部门决算表`);
    for (const table of tables) {
      this.page.blocks.push(table);
      const empty = table.rows.length === 0;
      this.page.blocks.push({ kind: "note", text: `注：本表反映部门本年度${table.title.replace(/表$/, "")}情况。` });
      if (empty)
        this.page.blocks.push({
          kind: "note",
          text: `说明：${department}本年度没有${table.title.includes("政府性") ? "政府性基金" : "国有资本经营"}预算财政拨款收入和支出，故本表无数据。`,
        });
      this.page.blocks.push({ kind: "page" });
    }
    this.page.part(`第三部分 ${department}${fiscalYear}年度部门决算情况说明`);
    this.sections();
    this.page.part("第四部分 名词解释");
    this.page.plain("一、财政拨款收入：指单位本年度从本级财政部门取得的财政拨款。");
    this.page.plain("二、基本支出：指单位为保障机构正常运转、完成日常工作任务而发生的各项支出。");
    this.page.plain("三、机关运行经费：指行政单位使用一般公共预算财政拨款安排的基本支出中的日常公用经费支出。");
    return { department, fiscalYear, blocks: this.page.blocks, narrative: this.page.narrative, cells: this.cells };
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

  private tables(): WrittenTable[] {
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

  private get all(): FunctionalItem[] {
    const { general, fund } = this.accounts;
    return [...general, ...fund].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  private get generalTotal(): Amount {
    return sum(this.accounts.general.map(finalOf));
  }
  private get fundTotal(): Amount {
    return sum(this.accounts.fund.map(finalOf));
  }
  private get appropriation(): Amount {
    return this.generalTotal + this.fundTotal;
  }
  private get revenue(): Amount {
    return this.appropriation + this.accounts.otherRevenue;
  }
  private get expenditure(): Amount {
    return this.appropriation + sum(this.accounts.general.map(({ other }) => other));
  }
  private get receipts(): Amount {
    return this.revenue + this.accounts.opening;
  }
  private get closing(): Amount {
    return this.receipts - this.expenditure;
  }
  private get basic(): Amount {
    return sum(this.accounts.general.map(({ basic }) => basic));
  }

  private totalsTable(): WrittenTable {
    this.table = "revenue-and-expenditure";
    const left: [string, string][] = [
      ["一、一般公共预算财政拨款收入", this.cell(this.generalTotal, "revenue{fund=general}")],
      ["二、政府性基金预算财政拨款收入", this.cell(this.fundTotal, "revenue{fund=government-fund}")],
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
        sum(this.all.filter((item) => item.code.startsWith(code)).map((item) => finalOf(item) + item.other)),
        `expenditure{functional=${code}}`,
      ),
    ]);
    rows.push(
      ["本年收入合计", this.cell(this.revenue, "revenue"), "本年支出合计", this.cell(this.expenditure, "expenditure")],
      ["使用非财政拨款结余（含专用结余）", "", "结余分配", ""],
      [
        "年初结转和结余",
        this.cell(this.accounts.opening, "opening-carry-over"),
        "年末结转和结余",
        this.cell(this.closing, "closing-carry-over"),
      ],
      ["总计", this.cell(this.receipts, "total-receipts"), "总计", this.cell(this.receipts, "total-disbursements")],
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
    const [first, ...rest] = this.all;
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
      this.all,
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
      ["一、一般公共预算财政拨款", this.cell(this.generalTotal, "revenue{fund=general}")],
      ["二、政府性基金预算财政拨款", this.cell(this.fundTotal, "revenue{fund=government-fund}")],
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
    const total = this.appropriation + openingGeneral;
    rows.push(
      [
        "本年收入合计",
        this.cell(this.appropriation, "revenue{fund=appropriation}"),
        "本年支出合计",
        this.cell(this.appropriation, "expenditure{fund=appropriation}"),
        this.cell(this.generalTotal, "expenditure{fund=general}"),
        this.cell(this.fundTotal, "expenditure{fund=government-fund}"),
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
        this.cell(this.generalTotal + openingGeneral, "total-disbursements{fund=general}"),
        this.cell(this.fundTotal, "total-disbursements{fund=government-fund}"),
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

  private sections(): void {
    const { accounts } = this;
    const { department, fiscalYear, general, fund, threePublic } = accounts;
    const reason = "主要原因：工作任务调整。";
    const last = fiscalYear - 1;
    this.page.heading(`一、${SECTIONS[0]}`);
    this.page.say(
      `${department}${fiscalYear}年度收入支出总计{${printed(this.receipts)}|total-receipts}万元。与${last}年度相比，${change("收入支出总计", this.receipts, accounts.previousTotal, "total-receipts")}。${reason}`,
    );
    this.page.heading(`二、${SECTIONS[1]}`);
    const other = accounts.otherRevenue;
    this.page.say(
      `本年收入合计{${printed(this.revenue)}|revenue}万元，其中：财政拨款收入{${printed(this.appropriation)}|revenue{fund=appropriation}}万元，占{${rate(this.appropriation, this.revenue)}|revenue{fund=appropriation,measure=share,of=revenue}}%${other > 0 ? `；其他收入{${printed(other)}|revenue{source=other}}万元，占{${rate(other, this.revenue)}|revenue{source=other,measure=share,of=revenue}}%` : ""}。`,
    );
    this.page.heading(`三、${SECTIONS[2]}`);
    const project = this.expenditure - this.basic;
    this.page.say(
      `本年支出合计{${printed(this.expenditure)}|expenditure}万元，其中：基本支出{${printed(this.basic)}|expenditure{nature=basic}}万元，占{${rate(this.basic, this.expenditure)}|expenditure{nature=basic,measure=share,of=expenditure}}%；项目支出{${printed(project)}|expenditure{nature=project}}万元，占{${rate(project, this.expenditure)}|expenditure{nature=project,measure=share,of=expenditure}}%。`,
    );
    this.page.heading(`四、${SECTIONS[3]}`);
    const appropriation = this.appropriation + accounts.openingGeneral;
    this.page.say(
      `${department}${fiscalYear}年度财政拨款收入支出总计{${printed(appropriation)}|total-receipts{fund=appropriation}}万元。与${last}年度相比，${change("财政拨款收入支出总计", appropriation, accounts.previousAppropriation, "total-receipts{fund=appropriation}")}。${reason}`,
    );
    this.page.heading(`五、${SECTIONS[4]}`);
    this.page.heading("（一）一般公共预算财政拨款支出决算总体情况");
    this.page.say(
      `一般公共预算财政拨款支出{${printed(this.generalTotal)}|expenditure{fund=general}}万元，占本年支出合计的{${rate(this.generalTotal, this.expenditure)}|expenditure{fund=general,measure=share,of=expenditure}}%。与${last}年度相比，${change("一般公共预算财政拨款支出", this.generalTotal, accounts.previousGeneral, "expenditure{fund=general}")}。${reason}`,
    );
    this.page.heading("（二）一般公共预算财政拨款支出决算结构情况");
    const classes = [...new Set(general.map(({ code }) => code.slice(0, 3)))];
    this.page.say(
      `一般公共预算财政拨款支出{${printed(this.generalTotal)}|expenditure{fund=general}}万元，主要用于以下方面：${classes
        .map((code) => {
          const members = general.filter((item) => item.code.startsWith(code));
          const amount = sum(members.map(finalOf));
          return `${members[0]!.names[0]}（类）{${printed(amount)}|expenditure{fund=general,functional=${code}}}万元，占{${rate(amount, this.generalTotal)}|expenditure{fund=general,functional=${code},measure=share,of=expenditure{fund=general}}}%`;
        })
        .join("；")}。`,
    );
    this.page.heading("（三）一般公共预算财政拨款支出决算具体情况");
    const budget = sum(general.map((item) => item.budget));
    this.page.say(
      `一般公共预算财政拨款支出年初预算为{${printed(budget)}|expenditure{stage=original-budget,fund=general}}万元，支出决算为{${printed(this.generalTotal)}|expenditure{fund=general}}万元，完成年初预算的{${rate(this.generalTotal, budget)}|expenditure{stage=original-budget,fund=general,measure=completion}}%。${against(this.generalTotal, budget)}其中：`,
    );
    for (const [index, item] of general.entries()) this.item(index + 1, item, "general");
    this.page.heading(`六、${SECTIONS[5]}`);
    const of = (pattern: RegExp): { readonly amount: Amount; readonly names: string } => {
      const items = accounts.economic.filter(({ code, amount }) => pattern.test(code) && amount > 0);
      return { amount: sum(items.map(({ amount }) => amount)), names: items.map(({ name }) => name).join("、") };
    };
    const personnel = of(/^30[13]/);
    const publics = of(/^(?:302|310)/);
    this.page.say(
      `一般公共预算财政拨款基本支出{${printed(this.basic)}|expenditure{fund=general,nature=basic}}万元。其中：人员经费{${printed(personnel.amount)}|expenditure{fund=general,nature=basic,group=personnel}}万元，主要包括：${personnel.names}；公用经费{${printed(publics.amount)}|expenditure{fund=general,nature=basic,group=public}}万元，主要包括：${publics.names}。`,
    );
    this.page.heading(`七、${SECTIONS[6]}`);
    this.threePublicSection(threePublic, department, fiscalYear);
    this.page.heading(`八、${SECTIONS[7]}`);
    if (fund.length === 0) this.page.plain(`${department}${fiscalYear}年度无政府性基金预算财政拨款收入和支出。`);
    else {
      this.page.say(
        `政府性基金预算财政拨款收入{${printed(this.fundTotal)}|revenue{fund=government-fund}}万元，支出{${printed(this.fundTotal)}|expenditure{fund=government-fund}}万元，支出具体情况如下：`,
      );
      for (const [index, item] of fund.entries()) this.item(index + 1, item, "government-fund");
    }
    this.page.heading(`九、${SECTIONS[8]}`);
    this.page.plain(`${department}${fiscalYear}年度无国有资本经营预算财政拨款收入和支出。`);
    this.page.heading(`十、${SECTIONS[9]}`);
    this.page.say(
      `${department}${fiscalYear}年度预算绩效管理工作开展情况如下：编报绩效目标的${fiscalYear}年度项目{4|performance-projects{item=targets}}个，涉及预算金额{598.42|performance-amount{item=targets}}万元；绩效自评的${fiscalYear}年度项目{4|performance-projects{item=self-evaluation}}个，涉及预算金额{598.42|performance-amount{item=self-evaluation}}万元，平均得分{99.43|performance-score{label=项目平均}}分（其中，绩效评级为“优”的项目{4|performance-projects{item=excellent}}个；绩效评级为“良”的项目{0|performance-projects{item=good}}个）。`,
    );
    this.page.heading(`十一、${SECTIONS[10]}`);
    this.page.heading("（一）机关运行经费支出情况");
    this.page.say(
      `机关运行经费支出{${printed(accounts.operatingCosts)}|operating-costs}万元，${accounts.operatingCosts === accounts.previousOperatingCosts ? `与${last}年度持平` : `比${last}年度${change("", accounts.operatingCosts, accounts.previousOperatingCosts, "operating-costs")}。主要原因是业务量变化`}。`,
    );
    this.page.heading("（二）政府采购支出情况");
    const { goods, works, services } = accounts.procurement;
    this.page.say(
      `${department}${fiscalYear}年度政府采购金额（以合同签订为准）为{${printed(goods + works + services)}|procurement}万元，其中：货物采购金额{${printed(goods)}|procurement{item=goods}}万元、工程采购金额{${printed(works)}|procurement{item=works}}万元、服务采购金额{${printed(services)}|procurement{item=services}}万元。`,
    );
    this.page.heading("（三）国有资产占有使用情况说明");
    this.page.say(
      `截至${fiscalYear}年12月31日，${department}共有车辆{3|state-vehicles}辆，其中：部级领导干部用车{0|state-vehicles{item=minister}}辆、执法执勤用车{2|state-vehicles{item=enforcement}}辆、其他用车{1|state-vehicles{item=other}}辆。单价{100|threshold}万元（含）以上设备（不含车辆）{2|large-equipment}台（套）。`,
    );
  }

  private item(number: number, item: FunctionalItem, fund: "general" | "government-fund"): void {
    const final = finalOf(item);
    const base = `fund=${fund},functional=${item.code}`;
    this.page.say(
      `${number}、${item.names[0]}（类）${item.names[1]}（款）${item.names[2]}（项）。主要用于：日常工作开展。年初预算为{${printed(item.budget)}|expenditure{stage=original-budget,${base}}}万元，支出决算为{${printed(final)}|expenditure{${base}}}万元。${against(final, item.budget)}`,
    );
  }

  private threePublicSection(all: RandomAccounts["threePublic"], department: string, year: number): void {
    const { final, budget, previous } = all;
    const total = totalOf(final);
    const planned = totalOf(budget);
    this.page.heading("（一）“三公”经费财政拨款支出决算总体情况说明。");
    const parts = [
      ["因公出国（境）费决算", "overseas", final.overseas, budget.overseas, previous.overseas],
      [
        "公务用车购置及运行维护费支出决算",
        "vehicles",
        final.purchase + final.running,
        budget.purchase + budget.running,
        previous.purchase + previous.running,
      ],
      ["公务接待费支出决算", "receptions", final.receptions, budget.receptions, previous.receptions],
    ] as const;
    const completion = (amount: Amount, plan: Amount, item?: string): string =>
      plan === 0
        ? ""
        : `，完成预算的{${rate(amount, plan)}|${keyOf("three-public", { stage: "original-budget", item, measure: "completion" })}}%`;
    this.page.say(
      `“三公”经费财政拨款支出年初预算为{${printed(planned)}|three-public{stage=original-budget}}万元，支出决算为{${printed(total)}|three-public}万元${completion(total, planned)}，其中：${parts
        .map(
          ([name, item, amount, plan]) =>
            `${name}为{${printed(amount)}|three-public{item=${item}}}万元${completion(amount, plan, item)}`,
        )
        .join("；")}。${against(total, planned, `${year}年度“三公”经费支出`)}`,
    );
    const before = totalOf(previous);
    const compare = ([name, item, amount, , last]: (typeof parts)[number]): string =>
      amount === last
        ? `${name.replace("决算", "")}支出决算持平`.replace("支出支出", "支出")
        : last === 0
          ? `${name}增加{${printed(amount)}|three-public{item=${item},measure=change}}万元`
          : change(name, amount, last, `three-public{item=${item}}`);
    const overall =
      total === before
        ? `与${year - 1}年度持平`
        : before === 0
          ? `比${year - 1}年度增加{${printed(total)}|three-public{measure=change}}万元`
          : `比${year - 1}年度${change("", total, before, "three-public")}`;
    this.page.say(
      `${year}年度“三公”经费财政拨款支出决算数${overall}。其中：${parts.map(compare).join("；")}。${total === before ? "" : "变动的主要原因是业务量变化。"}`,
    );
    this.page.heading("（二）“三公”经费财政拨款支出决算具体情况说明。");
    if (total === 0) {
      this.page.plain(`${department}${year}年度无“三公”经费财政拨款支出。`);
      return;
    }
    const share = (amount: Amount, item: string): string =>
      `{${printed(amount)}|three-public{item=${item}}}万元，占{${rate(amount, total)}|three-public{item=${item},measure=share,of=three-public}}%`;
    this.page.say(
      `“三公”经费财政拨款支出决算中，因公出国（境）费支出决算${share(final.overseas, "overseas")}；公务用车购置及运行维护费支出决算${share(final.purchase + final.running, "vehicles")}；公务接待费支出决算${share(final.receptions, "receptions")}。具体情况如下：`,
    );
    const missions = final.overseas > 0 ? 1 : 0;
    this.page.say(
      `1、因公出国（境）费支出{${printed(final.overseas)}|three-public{item=overseas}}万元。全年安排因公出国（境）团组{${missions}|missions}个、累计{${missions * 3}|mission-persons}人次。`,
    );
    this.page.say(
      `2、公务用车购置及运行维护费支出{${printed(final.purchase + final.running)}|three-public{item=vehicles}}万元。其中：公务用车购置支出为{${printed(final.purchase)}|three-public{item=vehicle-purchase}}万元${final.purchase > 0 ? "，购置公务用车{1|vehicles-bought}辆" : ""}。公务用车运行维护支出{${printed(final.running)}|three-public{item=vehicle-running}}万元。主要用于车辆燃料、维修、保险等。${year}年，${department}所属各预算单位开支财政拨款的公务用车保有量为{3|vehicles-held}辆。`,
    );
    const batches = final.receptions > 0 ? 5 : 0;
    this.page.say(
      `3、公务接待费支出{${printed(final.receptions)}|three-public{item=receptions}}万元。其中：国内公务接待支出{${printed(final.receptions)}|three-public{item=domestic-receptions}}万元（含外宾接待支出{0|three-public{item=foreign-receptions}}万元）。主要用于工作交流，公务接待{${batches}|reception-batches}批次、{${batches * 7}|reception-persons}人次，其中：接待外宾{0|reception-batches{item=foreign}}批次、{0|reception-persons{item=foreign}}人次。`,
    );
  }
}

const SECTIONS = [
  "收入支出决算总体情况说明",
  "收入决算情况说明",
  "支出决算情况说明",
  "财政拨款收入支出决算总体情况说明",
  "一般公共预算财政拨款支出决算情况说明",
  "一般公共预算财政拨款基本支出决算情况说明",
  "财政拨款“三公”经费支出决算情况说明",
  "政府性基金预算财政拨款收入支出决算情况说明",
  "国有资本经营预算财政拨款收入支出决算情况说明",
  "预算绩效管理情况",
  "其他重要事项的情况说明",
];

const ECONOMIC: readonly (readonly [code: string, name: string])[] = [
  ["301", "工资福利支出"],
  ["30101", "基本工资"],
  ["30102", "津贴补贴"],
  ["30103", "奖金"],
  ["30106", "伙食补助费"],
  ["30107", "绩效工资"],
  ["30108", "机关事业单位基本养老保险缴费"],
  ["30109", "职业年金缴费"],
  ["30110", "职工基本医疗保险缴费"],
  ["30111", "公务员医疗补助缴费"],
  ["30112", "其他社会保障缴费"],
  ["30113", "住房公积金"],
  ["30114", "医疗费"],
  ["30199", "其他工资福利支出"],
  ["303", "对个人和家庭的补助"],
  ["30301", "离休费"],
  ["30302", "退休费"],
  ["30303", "退职（役）费"],
  ["30304", "抚恤金"],
  ["30305", "生活补助"],
  ["30306", "救济费"],
  ["30307", "医疗费补助"],
  ["30308", "助学金"],
  ["30309", "奖励金"],
  ["30310", "个人农业生产补贴"],
  ["30311", "代缴社会保险费"],
  ["30399", "其他对个人和家庭的补助"],
  ["302", "商品和服务支出"],
  ["30201", "办公费"],
  ["30202", "印刷费"],
  ["30203", "咨询费"],
  ["30204", "手续费"],
  ["30205", "水费"],
  ["30206", "电费"],
  ["30207", "邮电费"],
  ["30208", "取暖费"],
  ["30209", "物业管理费"],
  ["30211", "差旅费"],
  ["30212", "因公出国（境）费用"],
  ["30213", "维修（护）费"],
  ["30214", "租赁费"],
  ["30215", "会议费"],
  ["30216", "培训费"],
  ["30217", "公务接待费"],
  ["30218", "专用材料费"],
  ["30224", "被装购置费"],
  ["30225", "专用燃料费"],
  ["30226", "劳务费"],
  ["30227", "委托业务费"],
  ["30228", "工会经费"],
  ["30229", "福利费"],
  ["30231", "公务用车运行维护费"],
  ["30239", "其他交通费用"],
  ["30240", "税金及附加费用"],
  ["30299", "其他商品和服务支出"],
  ["310", "资本性支出"],
  ["31001", "房屋建筑物购建"],
  ["31002", "办公设备购置"],
  ["31003", "专用设备购置"],
  ["31007", "信息网络及软件购置更新"],
  ["31013", "公务用车购置"],
  ["31019", "其他交通工具购置"],
  ["31021", "文物和陈列品购置"],
  ["31022", "无形资产购置"],
  ["31099", "其他资本性支出"],
];

function against(final: Amount, budget: Amount, subject = ""): string {
  if (final === budget) return `${subject}决算数与预算数持平。`;
  return `${subject}决算数${final > budget ? "大于" : "小于"}预算数的主要原因：年中调整。`;
}
