import type { Cell, ConceptKey, Dimensions, Figure } from "@juesuan/core";
import type { Grid } from "../grid.ts";
import { UNITS } from "../words.ts";
import { ANY_LEVEL } from "./declaration.ts";
import type { HeadedColumn, Heading } from "./sheet.ts";
import { printedValue } from "./value.ts";

/** A number of an indicator's row. */
interface IndicatorFact {
  readonly cell: Cell;
  readonly label: string;
  readonly heading: string;
  readonly key: ConceptKey;
  readonly unit?: Figure["unit"];
  readonly classifier?: string;
}

interface Level {
  readonly depth: number;
  readonly columns: readonly number[];
}

/** 产出指标（50分）: a group of indicators with its weight. */
const WEIGHED = /^(.+?)[（(](\d+(?:\.\d+)?)分[）)]$/;

const PERCENT = /^(?:[%％]|百分比)$/;

/** The rows under 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分. */
export class IndicatorRows {
  private readonly grid: Grid;
  private readonly columns: readonly HeadedColumn[];
  private readonly levels: readonly Level[];
  /** The name that holds at each level until the next: where cells are not merged, the rows below leave it empty. */
  private readonly names = new Map<number, string>();
  private readonly counted: Map<string, number>;

  constructor(grid: Grid, heading: Heading | undefined, before?: IndicatorRows) {
    this.grid = grid;
    this.columns = heading?.columns ?? [];
    const depths = Map.groupBy(
      this.columns.flatMap(({ index, roles }) =>
        roles.flatMap((role) => (role.kind === "level" ? { index, depth: role.depth } : [])),
      ),
      ({ depth }) => depth,
    );
    this.levels = [...depths]
      .filter(([depth]) => depth !== ANY_LEVEL || depths.size === 1)
      .map(([depth, columns]) => ({ depth, columns: columns.map(({ index }) => index) }))
      .toSorted((a, b) => a.depth - b.depth);
    this.counted = before?.counted ?? new Map();
  }

  read(row: number, cells: readonly Cell[]): { facts: readonly IndicatorFact[]; labels: readonly Cell[] } {
    const facts: IndicatorFact[] = [];
    const labels: Cell[] = [];
    const named = this.levels.flatMap((level) => {
      const cell = level.columns
        .map((column) => this.grid.at(row, column))
        .find((found) => found !== undefined && found.text !== "");
      return cell && this.grid.content(cell).kind !== "number" ? [{ level, cell }] : [];
    });
    for (const { level, cell } of named) {
      const { name, weight } = weighed(cell.text);
      if (this.names.get(level.depth) !== name)
        for (const { depth } of this.levels) if (depth > level.depth) this.names.delete(depth);
      this.names.set(level.depth, name);
      if (cell.row !== row) continue;
      // 相关性（5分）, at the deepest level, is weighed itself.
      const key = level === this.levels.at(-1) ? ownWeight(name) : groupWeight(name);
      if (weight) facts.push({ cell, label: name, heading: "分值", key });
      else labels.push(cell);
    }
    const deepest = named.at(-1);
    if (!deepest) return { facts, labels };
    const name = weighed(deepest.cell.text).name;
    const values = cells.filter((cell) => !named.some((other) => other.cell === cell));
    const own = values.flatMap((cell) => this.factOf(row, cell, name));
    if (own.length === 0) return { facts, labels };
    const nth = (this.counted.get(name) ?? 0) + 1;
    if (own.some(({ key }) => key.dimensions.item !== "group")) this.counted.set(name, nth);
    for (const fact of own) {
      const { concept, dimensions } = fact.key;
      const isOwn = dimensions.item !== "group" && nth > 1;
      facts.push({ ...fact, key: { concept, dimensions: isOwn ? { ...dimensions, ordinal: nth } : dimensions } });
    }
    return { facts, labels };
  }

  private factOf(row: number, cell: Cell, name: string): readonly IndicatorFact[] {
    const column = this.columns.find(({ index }) => index === cell.column);
    const role = column?.roles[0];
    if (!column || !role || column.roles.length > 1) return [];
    const fact = (key: ConceptKey, more: Partial<IndicatorFact> = {}): IndicatorFact[] => [
      { cell, label: name, heading: column.text, key, ...more },
    ];
    switch (role.kind) {
      case "weight": {
        const group = this.groupOf(row, cell);
        if (group === null || this.grid.content(cell).kind !== "number") return [];
        return fact(group === undefined ? ownWeight(name) : groupWeight(group));
      }
      case "score":
        if (this.groupOf(row, cell) !== undefined || this.grid.content(cell).kind !== "number") return [];
        // 自评得分 beside what others gave.
        if (this.headed("score") > 1 && !column.text.includes("自评")) return [];
        return fact({ concept: "performance-score", dimensions: { indicator: name } });
      case "target":
      case "actual": {
        if (this.groupOf(row, cell) !== undefined) return [];
        const value = printedValue(cell.text);
        if (!value) return [];
        const printed = value.unit ?? this.unitBeside(row);
        const isRate = printed !== undefined && PERCENT.test(printed);
        const dimensions: Dimensions = { indicator: name, ...(isRate ? { measure: "rate" } : {}) };
        if (role.kind === "actual") return fact({ concept: "performance-output", dimensions }, unitOf(printed));
        // 年初指标值 | 调整指标值: the target is what was to be reached in the end.
        const isFirst = role.isOriginal === true && this.headed("target") > 1;
        const key = {
          concept: "performance-target",
          dimensions: { ...dimensions, ...(isFirst ? { item: "original" } : {}) },
        };
        return fact(key, unitOf(printed));
      }
      case "completion":
        if (this.groupOf(row, cell) !== undefined || !/[%％]/.test(cell.text + column.text)) return [];
        return fact(
          { concept: "performance-output", dimensions: { indicator: name, measure: "completion" } },
          { unit: "percent" },
        );
      default:
        return [];
    }
  }

  /** How many headings say that their column holds such. */
  private headed(kind: "target" | "score"): number {
    const headings = this.columns.filter(({ roles }) => roles.some((role) => role.kind === kind));
    return new Set(headings.map(({ text }) => text)).size;
  }

  /** 计量单位 in a column of its own. */
  private unitBeside(row: number): string | undefined {
    const column = this.columns.find(({ roles }) => roles.some(({ kind }) => kind === "unit"));
    const text = column && this.grid.text(row, column.index).normalize("NFKC").replace(/\s/g, "");
    return text === undefined || text === "" || /^[-—/]+$/.test(text) ? undefined : text;
  }

  /**
   * The group of indicators that a cell is of: one beside 一级指标 where each level has weights of its own, or one merged over the rows of
   * a group. Undefined for the indicator of the row itself; null where the cell reaches over rows that no level tells apart.
   */
  private groupOf(row: number, cell: Cell): string | null | undefined {
    const last = this.levels.at(-1)!;
    const weights = this.columns.filter(({ roles }) => roles.some(({ kind }) => kind === "weight"));
    const isWeight = weights.some(({ index }) => index === cell.column);
    if (isWeight && new Set(weights.map(({ index }) => this.grid.at(row, index))).size > 1) {
      const level = this.levels
        .filter(({ columns }) => Math.max(...columns) < cell.column)
        .toSorted((a, b) => Math.max(...b.columns) - Math.max(...a.columns))[0];
      if (level && level !== last) return this.names.get(level.depth) ?? null;
    }
    if (cell.rowSpan <= 1) return undefined;
    const covered = new Set<Cell>();
    for (let at = cell.row; at < cell.row + cell.rowSpan; at++) {
      const own = last.columns
        .map((column) => this.grid.at(at, column))
        .find((found) => found !== undefined && found.text !== "");
      if (own) covered.add(own);
    }
    if (covered.size <= 1) return undefined;
    const group = this.levels.slice(0, -1).findLast(({ columns }) =>
      columns.some((column) => {
        const own = this.grid.at(row, column);
        return own?.row === cell.row && own.rowSpan === cell.rowSpan && own.text !== "";
      }),
    );
    return group === undefined ? null : (this.names.get(group.depth) ?? null);
  }
}

function weighed(text: string): { readonly name: string; readonly weight: boolean } {
  const plain = text.replace(/\s+/g, "");
  const [, name] = WEIGHED.exec(plain) ?? [];
  return name === undefined ? { name: plain, weight: false } : { name, weight: true };
}

function ownWeight(name: string): ConceptKey {
  return { concept: "performance-weight", dimensions: { indicator: name } };
}

function groupWeight(name: string): ConceptKey {
  return { concept: "performance-weight", dimensions: { item: "group", indicator: name } };
}

/** %, 万元 are units; whatever else is counted keeps its own word. */
function unitOf(printed: string | undefined): Pick<IndicatorFact, "unit" | "classifier"> {
  if (printed === undefined) return { unit: "count" };
  const plain = PERCENT.test(printed) ? "%" : printed;
  const money = UNITS[plain];
  if (money !== undefined) return { unit: money };
  return plain === "分" ? { unit: "score" } : { unit: "count", classifier: plain };
}
