import {
  columnIdAt,
  fixedRowsOf,
  keyOf,
  keyText,
  tableOf,
  type BoundCell,
  type BoundColumn,
  type BoundFigure,
  type BoundRow,
  type BoundTable,
  type ConceptKey,
  type Dimensions,
  type Direction,
  type Disclosure,
  type FixedRow,
  type Source,
  type Stage,
  type Statement,
  type TableBlock,
  type TableColumn,
  type TableDeclaration,
  type Unit,
} from "@juesuan/core";
import { Random } from "../disclosures/random.ts";
import { printAmount, printRate, styleOf, trimmed, type Printed, type Style } from "./printing.ts";
import { World, type Fen } from "./world.ts";

const THREE = ["overseas", "vehicles", "receptions"] as const;

/** The tables that forms owe; Sichuan's thirteen, the national nine, Yunnan's with its flow table. */
const FORMS: readonly (readonly string[])[] = [
  [
    "revenue-and-expenditure",
    "revenue",
    "expenditure",
    "appropriation",
    "appropriation-detail",
    "general-expenditure",
    "general-expenditure-detail",
    "basic-expenditure",
    "project-expenditure",
    "government-fund",
    "state-capital",
    "state-capital-expenditure",
    "three-public",
  ],
  [
    "revenue-and-expenditure",
    "revenue",
    "expenditure",
    "appropriation",
    "general-expenditure",
    "basic-expenditure",
    "three-public",
    "government-fund",
    "state-capital",
  ],
  [
    "revenue-and-expenditure",
    "revenue",
    "expenditure",
    "appropriation",
    "general-flow",
    "basic-expenditure",
    "government-fund",
    "state-capital",
  ],
];

export interface GenerateOptions {
  /** About how many items of the functional classification. */
  readonly items?: number;
  readonly form?: number;
  /** Totals added up from printed parts, as people do; else every figure is the truth rounded once. */
  readonly addsPrinted?: boolean;
  /** Without any table, as a disclosure that was read from text. */
  readonly narrativeOnly?: boolean;
}

export interface Generated {
  readonly disclosure: Disclosure;
  readonly world: World;
  /** Last year's value of a key, as printed in the same style; for the slip of leaving it in place. */
  readonly lastYear: (figure: BoundFigure) => string;
}

/** A random disclosure that is consistent because it is true. */
export function generate(seed: number, options: GenerateOptions = {}): Generated {
  const random = new Random(seed);
  const world = new World(random, { items: options.items ?? random.integer(2, 14) });
  const style = styleOf(random, options.addsPrinted);
  const writer = new Writer(world, style, random);
  const form = FORMS[options.form ?? random.integer(0, FORMS.length - 1)]!;
  if (!options.narrativeOnly) for (const id of form) writer.table(tableOf(id)!);
  writer.narrative();
  return {
    disclosure: writer.disclosure(),
    world,
    lastYear: (figure) => printAmount(writer.previous(figure), figure.decimals).value,
  };
}

class Writer {
  private readonly figures: BoundFigure[] = [];
  private readonly tables: BoundTable[] = [];
  private readonly statements: Statement[] = [];
  private readonly world: World;
  private readonly style: Style;
  private readonly random: Random;
  private readonly before = new Map<string, Fen>();
  private position = 0;
  private section = "";

  constructor(world: World, style: Style, random: Random) {
    this.world = world;
    this.style = style;
    this.random = random;
  }

  disclosure(): Disclosure {
    return {
      kind: "final-accounts",
      department: "示例局",
      fiscalYear: 2024,
      profile: "unknown",
      unit: "ten-thousand-yuan",
      figures: this.figures,
      unbound: [],
      sections: [],
      contents: [],
      tables: this.tables,
      statements: this.statements,
      oddities: [],
    };
  }

  private source(text: string, place: Partial<Source> = {}): Source {
    const start = this.position;
    this.position += text.length + 1;
    return { start, end: start + text.length, text, ...(this.section !== "" && { section: this.section }), ...place };
  }

  private add(key: ConceptKey, printed: Printed, unit: Unit, source: Source, direction?: Direction): BoundFigure {
    const figure: BoundFigure = {
      id: this.figures.length,
      text: printed.value,
      value: printed.value,
      decimals: printed.decimals,
      unit,
      source,
      concept: key.concept,
      dimensions: key.dimensions,
      ...(direction && { direction }),
    };
    this.figures.push(figure);
    return figure;
  }

  // Tables

  table(declaration: TableDeclaration): void {
    this.section = "";
    const columns: BoundColumn[] = [];
    const rows: BoundRow[] = [];
    const cells: BoundCell[] = [];
    const width = { value: 0 };
    for (const [position, block] of declaration.blocks.entries()) {
      this.block(declaration, block, declaration.blocks.length > 1 ? position : undefined, {
        columns,
        rows,
        cells,
        width,
      });
    }
    this.tables.push({
      table: declaration.id,
      title: declaration.titles[0],
      unit: "ten-thousand-yuan",
      source: this.source(declaration.titles[0]),
      columns,
      rows,
      cells,
      empty: cells.every(({ figure }) => figure === undefined),
    });
  }

  private block(
    declaration: TableDeclaration,
    block: TableBlock,
    position: number | undefined,
    out: { columns: BoundColumn[]; rows: BoundRow[]; cells: BoundCell[]; width: { value: number } },
  ): void {
    const declared = block.columns.filter(({ owed, quantity }) => owed !== false && quantity !== "count");
    const axis = block.columnAxis?.printed.filter((code) => this.isUsed(code)) ?? [];
    const stages: readonly Stage[] = block.stages ?? ["final"];
    const columns: { id: string; column?: TableColumn; code?: string; stage: Stage; index: number }[] = [];
    for (const column of declared) {
      for (const stage of stages)
        columns.push({ id: columnIdAt(column, stage), column, stage, index: out.width.value++ });
    }
    for (const code of axis) columns.push({ id: code, code, stage: "final", index: out.width.value++ });
    for (const { id, index } of columns) out.columns.push({ id, heading: id, index });
    let line = 0;
    // Some tables of one document are exported, others are added up by hand.
    const byHand = this.style.addsPrinted && this.random.chance(0.5);
    const print = (row: Omit<BoundRow, "index" | "source">, meeting: { row?: FixedRow; rowCode?: string }): void => {
      const index = line++;
      out.rows.push({
        ...row,
        index,
        source: this.source(row.label),
        ...(position !== undefined && { block: position }),
      });
      for (const { id, column, code, stage, index: at } of columns) {
        const scheme = block.rows.kind === "classification" ? block.rows.scheme : "functional";
        const key = keyOf(declaration, {
          ...(meeting.row && { row: meeting.row }),
          ...(meeting.rowCode !== undefined && { rowCode: { scheme, code: meeting.rowCode } }),
          ...(column && { column }),
          ...(code !== undefined && { columnCode: { scheme: "economic" as const, code } }),
          stage,
        });
        const amount = byHand
          ? this.world.addedUp(key.concept, key.dimensions, declaration.id)
          : this.world.amount(key.concept, key.dimensions);
        const source = this.source(String(amount), { table: declaration.id, row: row.label, column: id });
        const cell = { row: index, column: at, key, source, ...(position !== undefined && { block: position }) };
        if (amount === 0 && this.style.blank !== "zero") out.cells.push({ ...cell, blank: this.style.blank });
        else out.cells.push({ ...cell, figure: this.add(key, printAmount(amount, 2), "ten-thousand-yuan", source).id });
      }
    };
    const axisRows = block.rows;
    if (axisRows.kind === "single") print({ label: "", level: "line" }, {});
    if (axisRows.kind === "fixed") {
      for (const row of axisRows.rows) {
        if (row.owed === false || row.quantity === "count") continue;
        print({ id: row.id, label: row.label, level: "line" }, { row });
      }
    }
    if (axisRows.kind === "classification") {
      if (axisRows.grandTotal === "above") print({ id: "total", label: "合计", level: "grand-total" }, {});
      for (const code of this.codesOf(declaration, axisRows.scheme)) {
        const level = code.length === 3 ? "class" : code.length === 5 ? "group" : "item";
        print({ code, label: code, level }, { rowCode: code });
      }
      for (const row of fixedRowsOf(axisRows)) print({ id: row.id, label: row.label, level: "line" }, { row });
    }
  }

  private isUsed(code: string): boolean {
    return this.world.amount("expenditure", { economic: code }) !== 0;
  }

  /** Codes with any money in the table, each level above its own. */
  private codesOf(declaration: TableDeclaration, scheme: "functional" | "economic"): readonly string[] {
    const fund = declaration.dimensions?.fund;
    const has = (dimensions: Dimensions): boolean =>
      ["revenue", "expenditure", "opening-carry-over", "closing-carry-over"].some(
        (concept) => this.world.amount(concept, { ...dimensions, ...(fund && { fund }) }) !== 0,
      );
    const codes = new Set<string>();
    const leaves =
      scheme === "functional"
        ? this.world.functional
        : [...new Set(this.world.postings.flatMap(({ economic }) => economic ?? []))];
    for (const leaf of leaves) {
      if (!has(scheme === "functional" ? { functional: leaf } : { economic: leaf })) continue;
      for (let length = 3; length <= leaf.length; length += 2) codes.add(leaf.slice(0, length));
    }
    return [...codes].sort();
  }

  // Narrative

  private decimalsOf(): number {
    return this.style.amountDecimals;
  }

  private say(concept: string, dimensions: Dimensions, amount = this.world.amount(concept, dimensions)): BoundFigure {
    const printed = printAmount(amount, this.decimalsOf());
    const shown = this.style.trims ? trimmed(printed, amount) : printed;
    return this.add({ concept, dimensions }, shown, "ten-thousand-yuan", this.source(shown.value));
  }

  private rate(
    concept: string,
    dimensions: Dimensions,
    part: Fen,
    whole: Fen,
    direction?: Direction,
  ): BoundFigure | undefined {
    if (whole <= 0) return undefined;
    const printed = printRate(Math.abs(part), whole, this.style.percentDecimals);
    return this.add({ concept, dimensions }, printed, "percent", this.source(printed.value), direction);
  }

  private share(concept: string, dimensions: Dimensions, whole: string, total: Fen): void {
    const amount = this.world.amount(concept, dimensions);
    this.say(concept, dimensions);
    if (this.isInvisible(total)) return;
    this.rate(concept, { ...dimensions, measure: "share", of: whole }, amount, total);
  }

  private isInvisible(amount: Fen): boolean {
    return Number(printAmount(amount, 1).value) === 0;
  }

  previous(figure: ConceptKey): Fen {
    const { measure: _, of: __, ...dimensions } = figure.dimensions;
    return this.past(figure.concept, dimensions);
  }

  private past(concept: string, dimensions: Dimensions): Fen {
    const key = keyText(concept, dimensions);
    const known = this.before.get(key);
    if (known !== undefined) return known;
    const now = this.world.amount(concept, dimensions);
    // Last year, too, the whole was its parts.
    const then =
      concept === "three-public" && dimensions.item === undefined
        ? THREE.reduce((sum, item) => sum + this.past(concept, { ...dimensions, item }), 0)
        : Math.max(1, Math.round(now * (0.6 + this.random.next())));
    this.before.set(key, then);
    return then;
  }

  private change(concept: string, dimensions: Dimensions): void {
    const now = this.world.amount(concept, dimensions);
    const then = this.past(concept, dimensions);
    // Nobody prints a rate of what is printed as 0.00.
    if (this.isInvisible(now) || this.isInvisible(then) || this.isInvisible(now - then)) return;
    const direction = now > then ? "increase" : "decrease";
    const printed = printAmount(Math.abs(now - then), this.decimalsOf());
    const shown = this.style.trims ? trimmed(printed, now - then) : printed;
    const change = this.add(
      { concept, dimensions: { ...dimensions, measure: "change" } },
      shown,
      "ten-thousand-yuan",
      this.source(shown.value),
      direction,
    );
    const growth = this.rate(concept, { ...dimensions, measure: "growth" }, now - then, then, direction);
    this.statements.push({
      type: "comparison",
      against: "previous-year",
      subject: { concept, dimensions },
      direction,
      word: direction === "increase" ? "增加" : "减少",
      figures: [change.id, ...(growth ? [growth.id] : [])],
      source: this.source("增加"),
    });
  }

  private budgeted(concept: string, dimensions: Dimensions, budget: Fen): void {
    const now = this.world.amount(concept, dimensions);
    const stage = "original-budget" as const;
    this.say(concept, { ...dimensions, stage }, budget);
    this.say(concept, dimensions);
    if (!this.isInvisible(budget)) this.rate(concept, { ...dimensions, stage, measure: "completion" }, now, budget);
    const [a, b] = [now, budget].map((amount) => Number(printAmount(amount, this.decimalsOf()).value));
    if (a === b) return;
    const direction = a! > b! ? "increase" : "decrease";
    this.statements.push({
      type: "comparison",
      against: "budget",
      subject: { concept, dimensions },
      direction,
      word: direction === "increase" ? "大于" : "小于",
      figures: [],
      source: this.source("大于"),
    });
  }

  narrative(): void {
    const { world } = this;
    const amount = (concept: string, dimensions: Dimensions = {}): Fen => world.amount(concept, dimensions);
    this.section = "一、收入支出决算总体情况说明";
    this.say("total-receipts", {});
    this.change("total-receipts", {});
    this.section = "二、收入决算情况说明";
    this.say("revenue", {});
    const sources: Dimensions[] = [
      { fund: "general" },
      { fund: "government-fund" },
      { fund: "state-capital" },
      ...(["superior-subsidy", "institutional", "operating", "subordinate", "other"] as const).map((source) => ({
        source,
      })),
    ];
    for (const dimensions of sources) {
      if (amount("revenue", dimensions) !== 0) this.share("revenue", dimensions, "revenue", amount("revenue"));
    }
    this.section = "三、支出决算情况说明";
    this.say("expenditure", {});
    for (const nature of ["basic", "project", "operating"] as const) {
      if (amount("expenditure", { nature }) !== 0)
        this.share("expenditure", { nature }, "expenditure", amount("expenditure"));
    }
    this.section = "四、财政拨款收入支出决算总体情况说明";
    this.say("total-receipts", { fund: "appropriation" });
    this.change("total-receipts", { fund: "appropriation" });
    this.section = "五、一般公共预算财政拨款支出决算情况说明 / （一）总体情况";
    const general = { fund: "general" } as const;
    const total = amount("expenditure", general);
    this.share("expenditure", general, "expenditure", amount("expenditure"));
    this.change("expenditure", general);
    this.section = "五、一般公共预算财政拨款支出决算情况说明 / （二）结构情况";
    this.say("expenditure", general);
    const classes = [...new Set(world.functional.map((code) => code.slice(0, 3)))];
    for (const functional of classes) {
      const dimensions = { fund: "general", functional } as const;
      if (amount("expenditure", dimensions) !== 0) {
        this.share("expenditure", dimensions, keyText("expenditure", general), total);
      }
    }
    this.section = "五、一般公共预算财政拨款支出决算情况说明 / （三）具体情况";
    const items = world.functional.filter((functional) => amount("expenditure", { fund: "general", functional }) !== 0);
    const budgets = items.map((functional) => {
      const now = amount("expenditure", { fund: "general", functional });
      return this.random.chance(0.4) ? now : Math.round(now * (0.7 + 0.6 * this.random.next()));
    });
    this.budgeted(
      "expenditure",
      general,
      budgets.reduce((sum, budget) => sum + budget, 0),
    );
    for (const [index, functional] of items.entries()) {
      this.budgeted("expenditure", { fund: "general", functional }, budgets[index]!);
    }
    this.section = "六、一般公共预算财政拨款基本支出决算情况说明";
    this.say("expenditure", { fund: "general", nature: "basic" });
    for (const group of ["personnel", "public"] as const)
      this.say("expenditure", { fund: "general", nature: "basic", group });
    this.section = "七、财政拨款“三公”经费支出决算情况说明";
    const publicTotal = amount("three-public");
    this.say("three-public", {});
    this.change("three-public", {});
    for (const item of THREE) {
      if (publicTotal > 0) this.share("three-public", { item }, "three-public", publicTotal);
      else this.say("three-public", { item });
      this.change("three-public", { item });
    }
    for (const item of ["vehicle-purchase", "vehicle-running"]) this.say("three-public", { item });
    this.section = "八、政府性基金预算支出决算情况说明";
    this.say("expenditure", { fund: "government-fund" });
    this.section = "九、国有资本经营预算支出决算情况说明";
    this.say("expenditure", { fund: "state-capital" });
    this.section = "十、其他重要事项的情况说明";
    this.say("operating-costs", {});
    this.change("operating-costs", {});
    this.say("procurement", {});
    for (const item of ["goods", "works", "services"]) this.say("procurement", { item });
  }
}
