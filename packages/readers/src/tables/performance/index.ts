import type { BoundColumn, BoundRow, Cell, ReadDocument } from "@juesuan/core";
import type { Draft, DraftCell, Drafts, DraftTable } from "../drafts.ts";
import type { Grid } from "../grid.ts";
import type { Part } from "../parts.ts";
import { fundsOf, wordOf } from "./declaration.ts";
import { nameAround } from "./name.ts";
import { isEvaluation, readSheet, type PrintedFact, type ReadSheet, type SheetState } from "./sheet.ts";

/** What a self-evaluation without a title is called where its figures stand. */
const NAME = "绩效自评表";

/** A table of some columns that may go on at the top of the next page. */
interface Page {
  readonly state: SheetState;
  readonly columnCount: number;
  readonly title: string;
  /** Which names are whose could not be told, nor can it be of what goes on from here. */
  readonly torn?: true;
}

/** The self-evaluation tables of a document (绩效自评表), in their order: each is bound to its project. */
export class Evaluations {
  private readonly document: ReadDocument;
  private readonly drafts: Drafts;
  private readonly labels = new Map<string, number>();
  private before: Page | undefined;

  constructor(document: ReadDocument, drafts: Drafts) {
    this.document = document;
    this.drafts = drafts;
  }

  /** The figures of a table that is a self-evaluation, or goes on from one; undefined for any other. */
  read(part: Part): DraftTable | undefined {
    const { grid, around, tables } = part;
    const { before } = this;
    this.before = undefined;
    if (tables.some(({ table }) => table.hidden || table.cut)) return undefined;
    const isRest =
      around.title === undefined &&
      !around.apart &&
      before?.columnCount === grid.columnCount &&
      (isEvaluation(grid) || goesOn(grid));
    if (!isEvaluation(grid) && !isRest) return undefined;
    const project = nameAround(this.document, tables[0]!.table.start, around.title);
    const title = around.title ?? (isRest ? before!.title : NAME);
    const state = isRest && before ? before.state : undefined;
    let label: string | undefined;
    const sheet = readSheet(grid, { project, isOfProject: title.includes("项目"), before: state }, (named) => {
      if (state && named === state.project && state.label !== undefined) return state.label;
      return (label = this.labelOf(named ?? title));
    });
    if (sheet.facts.length === 0) return undefined;
    if ((isRest && before?.torn) || (tables.some(({ table }) => table.ruled === false) && isTorn(sheet))) {
      this.before = { state: sheet.state, columnCount: grid.columnCount, title, torn: true };
      return this.drafted(part, title, [], sheet.labels);
    }
    this.before = { state: { ...sheet.state, label: label ?? state?.label }, columnCount: grid.columnCount, title };
    return this.drafted(part, title, sheet.facts, sheet.labels);
  }

  /** Another table stands between. */
  end(): void {
    this.before = undefined;
  }

  /** Two tables of one project, or two without a name, are told apart. */
  private labelOf(project: string): string {
    const count = (this.labels.get(project) ?? 0) + 1;
    this.labels.set(project, count);
    return count === 1 ? project : `${project}（第${count}张表）`;
  }

  private drafted(part: Part, title: string, facts: readonly PrintedFact[], labels: ReadonlySet<Cell>): DraftTable {
    const cells: DraftCell[] = [];
    const rows = new Map<number, BoundRow>();
    const columns = new Map<number, BoundColumn>();
    const seen = new Set<Cell>(labels);
    for (const [cell, own] of Map.groupBy(facts, (fact) => fact.cell)) {
      const source = this.drafts.sourceOf([cell], part, title, own[0]!.label, own[0]!.heading);
      const printed = this.printedIn(part, cell, own, source);
      if (printed.length === 0) continue;
      seen.add(cell);
      const { row, label, heading } = own[0]!;
      if (!rows.has(row)) rows.set(row, { index: row, label, level: "line", source: { ...source, text: label } });
      const headings = new Set([...(columns.get(cell.column)?.heading.split("；") ?? []), heading]);
      columns.set(cell.column, { heading: [...headings].join("；"), index: cell.column });
      for (const draft of printed)
        cells.push({
          row,
          column: cell.column,
          ...(draft.key && { key: draft.key }),
          source: draft.figure.source,
          draft,
        });
    }
    const rest = this.drafts.restOf(part, title, seen, "绩效表中的文字或没有学过的栏目，其中的数字只列出、不绑定", 0);
    const shown = part.around.title === undefined ? {} : { title: part.around.title };
    return { table: { ...shown, columns: [...columns.values()], rows: [...rows.values()] }, cells, rest };
  }

  /** The numbers of a cell with their keys; none where it prints more or fewer than its heading names. */
  private printedIn(
    part: Part,
    cell: Cell,
    own: readonly PrintedFact[],
    source: DraftCell["source"],
  ): readonly Draft[] {
    const content = part.grid.content(cell);
    const [first] = own;
    if (content.kind === "number" && own.length === 1 && !cell.hidden) {
      const isOfMoney = first!.key.concept === "project-amount" && first!.key.dimensions.measure === undefined;
      const unit = unitIn(first!, content.unit) ?? (isOfMoney ? (part.around.unit ?? this.drafts.unit) : "count");
      if (isRatio(first!, content.unit, content.value)) return [];
      const { classifier, key } = first!;
      return [this.drafts.draftOf(cell, content, source, unit, { key, reason: "", classifier })];
    }
    const drafts = content.kind === "words" ? this.drafts.numbersIn(cell, source, part) : [];
    if (drafts.length !== Math.max(...own.map(({ nth }) => nth)) + 1) return [];
    return own.map((fact) => {
      const draft = drafts[fact.nth]!;
      const { unit: printed, classifier: _, ...figure } = draft.figure;
      // A bare number with decimals is taken for money where nothing else is known of it.
      const isBare = !/[%％元万]/.test(cell.text);
      const unit = unitIn(fact, isBare ? undefined : printed) ?? printed;
      const classifier = unit === "count" ? (fact.classifier ?? draft.figure.classifier) : undefined;
      return {
        ...draft,
        key: fact.key,
        figure: { ...figure, unit, ...(classifier === undefined ? {} : { classifier }) },
      };
    });
  }
}

/**
 * Whether names came apart where no lines hold a cell together: no project is named, an indicator is called by the words of
 * the level above (数量指标), of the funds or by its own target (≥2600人次), or a name has grown into those of the headings.
 */
function isTorn({ facts, state: { project } }: ReadSheet): boolean {
  if (project === undefined || /级指标|指标值/.test(project)) return true;
  return facts.some(({ key }) => {
    const { indicator, item } = key.dimensions;
    if (item === "group") return false;
    return (
      indicator !== undefined && (/指标|[≥≤>＞<＜=＝%％]|\d{3}/.test(indicator) || fundsOf(indicator) !== undefined)
    );
  });
}

/** Whether a page without headings has rows of such a table: 满意度指标, 总分. */
function goesOn(grid: Grid): boolean {
  for (let row = 0; row < grid.rowCount; row++)
    if (grid.filled(row).some(({ text }) => /指标$|满意度|^总分/.test(wordOf(text)))) return true;
  return false;
}

/** What a number is measured in: as it prints, else as its heading says, else as is so for scores and rates. */
function unitIn({ key, unit }: PrintedFact, printed: PrintedFact["unit"]): PrintedFact["unit"] {
  const isScore = key.concept === "performance-score" || key.concept === "performance-weight";
  if (printed !== undefined && !(isScore && printed !== "percent")) return printed;
  if (unit !== undefined) return unit;
  if (key.dimensions.measure === "completion") return "percent";
  return isScore ? "score" : undefined;
}

/** 0.95 under 执行率, without %: a ratio, or hardly anything of a hundred? */
function isRatio({ key }: PrintedFact, printed: PrintedFact["unit"], value: string): boolean {
  return key.dimensions.measure === "completion" && printed === undefined && Number(value) <= 1.5;
}
