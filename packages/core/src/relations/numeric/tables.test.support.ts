import { expect } from "vitest";
import type { BoundCell, BoundFigure, BoundRow, UnboundFigure } from "../../facts/disclosure.ts";
import { cellOf, disclosureOf } from "../../testing/printed.ts";
import { buildContext } from "../context.ts";
import type { CheckContext, Relation } from "../relation.ts";

// A document of one table as a few rows of text, and the sums that a relation makes of it.

/**
 * A row as its name and what its columns print: `空` is an empty cell, `·` none at all (a heading merged over it), `?` a number
 * that could not be read. The name is a code, 合计, `款:名称` for a line without a code, or a declared row, after the number of
 * its block where tables stand side by side (`1:total`). A code and a dash (`2080505-`) is a project under that item.
 */
export type Row = readonly [name: string, ...cells: string[]];

const LEVELS: Readonly<Record<number, BoundRow["level"]>> = { 3: "class", 5: "group", 7: "item" };

function rowOf(name: string, index: number): BoundRow {
  const [, block, own] = /^(?:(\d):)?(.*)$/.exec(name)!;
  const source = { start: index * 100, end: index * 100 + 1, text: own! };
  const placed = { index, source, label: own!, ...(block !== undefined && { block: Number(block) }) };
  if (own === "合计") return { ...placed, level: "grand-total" };
  if (/^\d+-$/.test(own!)) return { ...placed, level: "line", code: own!.slice(0, -1) };
  if (/^\d+$/.test(own!)) return { ...placed, level: LEVELS[own!.length] ?? "item", code: own! };
  if (own!.startsWith("款:")) return { ...placed, level: "group", code: "—" };
  if (own!.startsWith("项目:")) return { ...placed, label: own!.slice(3), level: "line" };
  return { ...placed, level: "line", id: own! };
}

/** A number that no column took, as far as it differs from one that stands within the table, in no row of it. */
export type Stray = Partial<UnboundFigure["source"]> & { readonly unit?: UnboundFigure["unit"] };

/** A document of one table. */
export function printed(
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
  {
    strays = [],
    empty = false,
    cut = false,
  }: { readonly strays?: readonly Stray[]; readonly empty?: boolean; readonly cut?: boolean } = {},
): CheckContext {
  const figures: BoundFigure[] = [];
  const cells: BoundCell[] = [];
  const bound = rows.map(([name], index) => rowOf(name, index));
  for (const [row, [name, ...texts]] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      if (text === "·") continue;
      const figure = cellOf(table, `cell{label=${name},item=${columns[column]}}`, text, row * 20 + column);
      const { block } = bound[row]!;
      const cell = { row, column, key: figure, source: figure.source, ...(block !== undefined && { block }) };
      if (text === "空") cells.push({ ...cell, blank: "empty" });
      else cells.push({ ...cell, figure: figure.id });
      if (text !== "空" && text !== "?") figures.push(figure);
    }
  }
  const bounds = {
    table,
    source: { start: 0, end: 1000, text: "" },
    columns: columns.map((id, index) => (id === "" ? { index, heading: "备注" } : { index, id, heading: id })),
    rows: bound,
    cells,
    empty,
    cut,
  };
  const unbound = strays.map(({ unit = "ten-thousand-yuan", ...place }, id): UnboundFigure => {
    const source = { start: 0, end: 1, text: "7.50", ...place };
    return { id: 900 + id, text: "7.50", value: "7.50", decimals: 2, unit, source, reason: "没有列" };
  });
  return buildContext({ ...disclosureOf(figures, { tables: [bounds] }), unbound });
}

/** The sums made of a table, as it prints them. */
export function sums(relation: Relation, context: CheckContext): readonly string[] {
  return [...relation.instances!(context)].map((instance) => {
    if (instance.form !== "linear") return "";
    expect(instance.relation).toBe(relation.id);
    const own = instance.terms.flatMap(({ figures }) => figures);
    expect(instance.sources).toEqual(own.map((id) => context.figures.get(id)!.source));
    expect(instance.place.zh).toContain("《");
    const terms = instance.terms.map(({ figures, coefficient, blank, source }) => {
      expect(source !== undefined).toBe(blank === true);
      return `${coefficient < 0 ? "−" : "+"}${blank ? "空" : context.figures.get(figures[0]!)!.text}`;
    });
    const rest = [instance.open?.zh, instance.list].filter((one) => one !== undefined);
    return [`${terms.join(" ")} ${instance.comparator} 0`, ...rest].join("; ");
  });
}

export const SPENT = ["total", "basic", "project"];
