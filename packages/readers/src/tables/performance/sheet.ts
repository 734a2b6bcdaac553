import type { Cell, ConceptKey, Dimensions, Figure } from "@juesuan/core";
import type { Grid } from "../grid.ts";
import { unitOfHeading } from "../words.ts";
import {
  EXECUTION,
  fundsOf,
  isTotal,
  namesCode,
  namesDepartment,
  namesProject,
  rolesOf,
  WHOLE_DEPARTMENT,
  wordOf,
  type Role,
} from "./declaration.ts";
import { bandsOf, type Band } from "./bands.ts";
import { IndicatorRows } from "./indicators.ts";
import { nameIn } from "./name.ts";

/** A number of a cell and what it measures. */
export interface PrintedFact {
  readonly cell: Cell;
  readonly row: number;
  /** What its row is called, and its column. */
  readonly label: string;
  readonly heading: string;
  readonly key: ConceptKey;
  /** Which of the cell's numbers, where it prints several: 98.95%／9.9. */
  readonly nth: number;
  readonly unit?: Figure["unit"] | undefined;
  readonly classifier?: string;
}

/** A table read as a self-evaluation; `labels` are cells that name rows and columns and state nothing. */
export interface ReadSheet {
  readonly facts: readonly PrintedFact[];
  readonly labels: ReadonlySet<Cell>;
  /** For the rest of the table on the next page. */
  readonly state: SheetState;
}

/** Where the reading of a table stands at the end of a page. */
export interface SheetState {
  readonly project: string | undefined;
  readonly heading: Heading | undefined;
  /** The label of the project's keys. */
  readonly label?: string | undefined;
}

/** The last row of headings: what each column holds below it. */
export interface Heading {
  readonly row: number;
  readonly columns: readonly HeadedColumn[];
  readonly unit: Figure["unit"] | undefined;
}

export interface HeadedColumn {
  readonly index: number;
  readonly text: string;
  readonly roles: readonly Role[];
}

export const holds = ({ roles }: HeadedColumn, kind: Role["kind"]): boolean => roles.some((role) => role.kind === kind);
export const isOfIndicators = ({ columns }: Heading): boolean => columns.some((column) => holds(column, "level"));

/** Whether a grid is laid out as a self-evaluation: indicators under a heading of their own, with targets, weights or scores. */
export function isEvaluation(grid: Grid): boolean {
  return bandsOf(grid).some((band) => {
    for (let row = 0; row < grid.rowCount; row++) {
      const heading = headingAt(grid, row, band);
      if (!heading || !isOfIndicators(heading)) continue;
      const held = (kind: Role["kind"]): boolean => heading.columns.some((column) => holds(column, kind));
      const isScored = held("weight") && (held("score") || held("target"));
      if (isScored || (held("target") && (held("actual") || levels(heading) > 1)) || (held("actual") && held("score")))
        return true;
    }
    return false;
  });
}

const levels = ({ columns }: Heading): number =>
  new Set(columns.filter((column) => holds(column, "level")).map(({ text }) => text)).size;

/** What the words around a table say of it. */
interface Around {
  readonly project: string | undefined;
  /** Its title says that it is of a project: 单位名称 in it is whose. */
  readonly isOfProject: boolean;
  readonly before: SheetState | undefined;
}

/** Reads a self-evaluation; `labelOf` gives a project the label of its keys. */
export function readSheet(grid: Grid, around: Around, labelOf: (project: string | undefined) => string): ReadSheet {
  const readers = bandsOf(grid).map((band) => new SheetReader(grid, band, around, labelOf));
  const read = readers.map((reader) => reader.read());
  return {
    facts: read.flatMap(({ facts }) => facts),
    labels: new Set(read.flatMap(({ labels }) => [...labels])),
    state: read.at(-1)?.state ?? { project: undefined, heading: undefined },
  };
}

/** The heading that a row is: two or more words for columns, and no number. */
function headingAt(grid: Grid, row: number, band: Band, above?: Heading): Heading | undefined {
  const own = grid.filled(row).filter(({ column }) => band.from <= column && column < band.to);
  const roled = own.filter(({ text }) => rolesOf(text).length > 0);
  if (own.some((cell) => grid.content(cell).kind === "number")) return undefined;
  const kinds = new Set(roled.flatMap(({ text }) => rolesOf(text).map((role) => JSON.stringify(role))));
  if (kinds.size < 2 || roled.length * 2 < own.length) return undefined;
  const columns: HeadedColumn[] = [];
  for (let index = band.from; index < band.to; index++) {
    const cell = grid.at(row, index);
    const roles = cell ? rolesOf(cell.text) : [];
    if (cell && roles.length > 0) columns.push({ index, text: cell.text.replace(/\s+/g, ""), roles });
    // The other half of a heading over two rows stands above.
    else if ((!cell || cell.text === "") && above?.row === row - 1)
      columns.push(...above.columns.filter((column) => column.index === index));
  }
  const texts = Array.from({ length: band.to - band.from }, (_, at) => grid.text(row, band.from + at));
  const unit = texts
    .map((text) => unitOfHeading([text]))
    .find((found) => found !== undefined && found !== "percent" && found !== "count");
  return { row, columns, unit };
}

class SheetReader {
  private readonly facts: PrintedFact[] = [];
  private readonly labels = new Set<Cell>();
  private readonly grid: Grid;
  private readonly band: Band;
  private readonly labelOf: (project: string | undefined) => string;
  private readonly isOfProject: boolean;
  private project: string | undefined;
  private label: string | undefined;
  private heading: Heading | undefined;
  private indicators: IndicatorRows;
  /** 预算数 over 其中：财政拨款, each beside its amount: the stage that stands last above, by column. */
  private readonly stages = new Map<number, AmountStage | "final">();

  constructor(grid: Grid, band: Band, around: Around, labelOf: (project: string | undefined) => string) {
    this.grid = grid;
    this.band = band;
    this.labelOf = labelOf;
    this.project = around.before?.project ?? around.project;
    this.isOfProject = around.isOfProject;
    this.heading = around.before?.heading && { ...around.before.heading, row: -1 };
    this.indicators = new IndicatorRows(grid, this.heading);
    if (around.before?.project !== undefined) this.label = labelOf(around.before.project);
  }

  read(): ReadSheet {
    for (let row = 0; row < this.grid.rowCount; row++) this.readRow(row);
    return { facts: this.facts, labels: this.labels, state: { project: this.project, heading: this.heading } };
  }

  private readRow(row: number): void {
    const { grid, band } = this;
    const cells = grid.filled(row).filter(({ column }) => band.from <= column && column < band.to);
    this.nameProject(cells);
    const heading = headingAt(grid, row, band, this.heading);
    if (heading) {
      this.heading = heading;
      if (isOfIndicators(heading)) this.indicators = new IndicatorRows(grid, heading, this.indicators);
      for (const cell of cells) this.labels.add(cell);
      return;
    }
    for (const [index, cell] of cells.entries())
      if (namesCode(cell.text) && cells[index + 1]) this.labels.add(cells[index + 1]!);
    if (this.heading?.columns.some((column) => holds(column, "total"))) this.readTotals(row, cells, this.heading);
    else if (this.heading && isOfIndicators(this.heading)) this.readIndicator(row, cells, this.heading);
    else if (!this.readFunds(row, cells)) this.readPairs(row, cells);
  }

  private nameProject(cells: readonly Cell[]): void {
    for (const [index, cell] of cells.entries()) {
      const next = cells[index + 1];
      const isHead = next !== undefined && (rolesOf(next.text).length > 0 || this.grid.content(next).kind === "number");
      const name = isHead ? nameIn(cell.text) : nameIn(cell.text, next?.text);
      const isWhole = this.project === undefined && !this.isOfProject && namesDepartment(cell.text) && !isHead;
      if (name === undefined && !isWhole) continue;
      this.labels.add(cell);
      if (namesProject(cell.text) && next) this.labels.add(next);
      const project = name ?? WHOLE_DEPARTMENT;
      if (isWhole && name === undefined) {
        this.project = project;
        continue;
      }
      // The next project of the sheet begins with its own name, under headings of its own.
      if (this.facts.length > 0) this.heading = undefined;
      this.indicators = new IndicatorRows(this.grid, this.heading);
      this.project = project;
      this.label = undefined;
      this.stages.clear();
    }
  }

  private own(): string {
    return (this.label ??= this.labelOf(this.project));
  }

  private put(
    row: number,
    cell: Cell,
    label: string,
    heading: string,
    key: ConceptKey,
    more: Partial<PrintedFact> = {},
  ): void {
    this.facts.push({
      cell,
      row,
      label,
      heading,
      nth: 0,
      ...more,
      key: { ...key, dimensions: { label: this.own(), ...key.dimensions } },
    });
  }

  /** 年度资金总额 | 400.00 | 9274.12 | 8642.30 | 10 | 93.19% | 9.32 */
  private readFunds(row: number, cells: readonly Cell[]): boolean {
    const { heading, grid } = this;
    const first = heading?.columns.find((column) => holds(column, "amount"))?.index;
    if (!heading || first === undefined) return false;
    let at = first - 1;
    while (at >= this.band.from && (grid.text(row, at) === "" || grid.content(grid.at(row, at)!).kind === "number"))
      at--;
    const name = at < this.band.from ? undefined : grid.at(row, at);
    const dimensions = name && fundsOf(name.text);
    if (!name || !dimensions) return false;
    this.labels.add(name);
    const isWhole = Object.keys(dimensions).length === 0;
    for (const cell of cells) {
      const column = heading.columns.find(({ index }) => index === cell.column);
      if (!column || cell === name) continue;
      for (const [nth, role] of column.roles.entries()) {
        const key = fundsKey(role, heading, dimensions, isWhole);
        if (!key) continue;
        const unit =
          role.kind === "amount"
            ? (unitOfHeading([column.text]) ?? unitOfHeading([name.text]) ?? heading.unit)
            : undefined;
        this.put(row, cell, name.text.replace(/\s+/g, ""), column.text, key, { nth, unit });
      }
    }
    return true;
  }

  /** 全年执行数（万元） | 90 | 执行率 | 90% | 自评总分 | 95: labels beside what they name. */
  private readPairs(row: number, cells: readonly Cell[]): void {
    for (const [index, cell] of cells.entries()) {
      const value = cells[index + 1];
      if (!value || this.grid.content(value).kind !== "number" || this.grid.content(cell).kind !== "words") continue;
      const [role] = rolesOf(cell.text);
      const text = cell.text.replace(/\s+/g, "");
      const unit = unitOfHeading([cell.text]);
      if (isTotal(cell.text) && !fundsOf(cell.text))
        this.put(row, value, text, text, { concept: "performance-score", dimensions: {} });
      else if (role?.kind === "amount") {
        this.stages.set(cell.column, role.stage ?? "final");
        this.put(row, value, text, text, amountKey(role.stage, {}), { unit });
      } else if (role?.kind === "rate") {
        const stages = [...this.stages.values()];
        this.put(
          row,
          value,
          text,
          text,
          rateKey(
            (["adjusted-budget", "budget"] as const).find((known) => stages.includes(known)),
            {},
          ),
        );
      } else {
        const stage = this.stages.get(cell.column);
        const dimensions = fundsOf(cell.text);
        if (stage === undefined || !dimensions || Object.keys(dimensions).length === 0) continue;
        this.put(row, value, text, text, amountKey(stage === "final" ? undefined : stage, dimensions), { unit });
      }
      this.labels.add(cell);
    }
  }

  /** 总分值 | 总得分 | 自评等级, and 100 | 97 | 优 below. */
  private readTotals(row: number, cells: readonly Cell[], { columns }: Heading): void {
    for (const cell of cells) {
      const column = columns.find(({ index }) => index === cell.column);
      const [role] = column?.roles ?? [];
      if (!column || role?.kind !== "total" || this.grid.content(cell).kind !== "number") continue;
      this.put(row, cell, "总分", column.text, { concept: `performance-${role.of}`, dimensions: {} });
    }
  }

  private readIndicator(row: number, cells: readonly Cell[], heading: Heading): void {
    const total = cells.find((cell) => this.grid.content(cell).kind === "words" && isTotal(cell.text));
    if (total) {
      this.labels.add(total);
      const numbers = cells.filter((cell) => this.grid.content(cell).kind === "number");
      for (const cell of numbers) {
        const column = heading.columns.find(({ index }) => index === cell.column);
        const isWeight = column && holds(column, "weight");
        // 总分 | 97.55 across the columns: the score alone.
        if (!isWeight && !(column && holds(column, "score")) && numbers.length > 1) continue;
        const concept = isWeight ? "performance-weight" : "performance-score";
        this.put(row, cell, wordOf(total.text), column?.text ?? "得分", { concept, dimensions: {} });
      }
      return;
    }
    const { facts, labels } = this.indicators.read(row, cells);
    for (const cell of labels) this.labels.add(cell);
    for (const { cell, label, heading: column, key, ...more } of facts) this.put(row, cell, label, column, key, more);
  }
}

type AmountStage = Exclude<Dimensions["stage"], undefined>;

function amountKey(stage: AmountStage | undefined, dimensions: Dimensions): ConceptKey {
  return { concept: "project-amount", dimensions: { ...(stage === undefined ? {} : { stage }), ...dimensions } };
}

function rateKey(stage: AmountStage | undefined, dimensions: Dimensions): ConceptKey {
  return amountKey(stage, { ...dimensions, measure: "completion" });
}

function fundsKey(role: Role, { columns }: Heading, dimensions: Dimensions, isWhole: boolean): ConceptKey | undefined {
  const stages = columns.flatMap(({ roles }) =>
    roles.flatMap((other) => (other.kind === "amount" ? (other.stage ?? []) : [])),
  );
  if (role.kind === "amount") return amountKey(role.stage, dimensions);
  if (role.kind === "rate") {
    // 执行率 is of what the year was given in the end, where the table prints that.
    return rateKey(
      (["adjusted-budget", "budget"] as const).find((known) => stages.includes(known)),
      dimensions,
    );
  }
  if (!isWhole || (role.kind !== "weight" && role.kind !== "score")) return undefined;
  return { concept: `performance-${role.kind}`, dimensions: { indicator: EXECUTION } };
}
