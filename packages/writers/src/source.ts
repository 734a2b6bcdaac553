import {
  ECONOMIC_ITEMS,
  FUNCTIONAL_CLASSES,
  isEconomicItemOf,
  keyText,
  profileOf,
  tableOf,
  TABLES,
  type Disclosure,
  type TableDeclaration,
} from "@juesuan/core";
import { tableGrid, type CodeName, type Grid, type GridOptions, type GridSource } from "./grid.ts";

const ECONOMIC = new Map(ECONOMIC_ITEMS.map(([code, name]) => [code, name]));
const CLASSES = new Map(FUNCTIONAL_CLASSES.map(([code, name]) => [code, name]));

/** What tables are filled from: the figures of a disclosure, each once, those of its tables before those of its prose. */
export function sourceOf(disclosure: Disclosure): GridSource {
  return sourcesOf(disclosure).all;
}

/** The same, and what its tables alone state: a table that was printed is not filled from the prose. */
function sourcesOf(disclosure: Disclosure): { readonly all: GridSource; readonly tables: GridSource } {
  const figures = new Map<string, string>();
  const tabular = new Map<string, string>();
  const codes = new Set<string>();
  const crossed = new Set<string>();
  const names = new Map<string, string>();
  const rank = (figure: Disclosure["figures"][number]) => (figure.source.table === undefined ? 1 : 0);
  for (const figure of disclosure.figures.toSorted((left, right) => rank(left) - rank(right))) {
    const key = keyText(figure.concept, figure.dimensions);
    if (!figures.has(key)) figures.set(key, figure.text);
    if (figure.source.table !== undefined && !tabular.has(key)) tabular.set(key, figure.text);
    const { functional, economic } = figure.dimensions;
    if (functional === undefined) continue;
    if (/^\d{3}(?:\d{2}){0,2}$/.test(functional)) codes.add(functional);
    if (economic !== undefined) crossed.add(economic);
  }
  for (const { code, label } of disclosure.tables.flatMap(({ rows }) => rows)) {
    if (code !== undefined && !names.has(code)) names.set(code, label);
  }
  const functional: CodeName[] = [...codes]
    .toSorted()
    .map((code) => ({ code, name: names.get(code) ?? CLASSES.get(code) ?? code }));
  const { fiscalYear } = disclosure;
  const figureOf =
    (stated: ReadonlyMap<string, string>) =>
    (key: string): string | undefined => {
      const figure = stated.get(key);
      if (figure !== undefined || !key.includes(BUDGET)) return figure;
      // 预算数 of a table is one of the budgets, where the narrative says which: the cell prints it all the same.
      return BUDGETS.map((stage) => tabular.get(key.replace(BUDGET, stage))).find(Boolean);
    };
  const all: GridSource = {
    department: disclosure.department ?? "",
    figure: figureOf(figures),
    functional,
    crossed,
    economicName: (code) => names.get(code) ?? ECONOMIC.get(code),
    isOfYear: (code) => isEconomicItemOf(code, fiscalYear),
  };
  return { all, tables: { ...all, figure: figureOf(tabular) } };
}

const BUDGET = "stage=budget";
const BUDGETS = ["stage=original-budget", "stage=adjusted-budget"];

/** The tables of the disclosure's form for which it states a figure, and all that it prints, empty or not. */
export function gridsOf(disclosure: Disclosure, options: GridOptions = { axis: "used" }): Grid[] {
  const source = sourcesOf(disclosure);
  const printed = new Map(disclosure.tables.map((table) => [table.table, table]));
  const form = formOf(disclosure.profile);
  const isKnown = form.some(({ number }) => number !== undefined);
  return form.flatMap(({ declaration, number }) => {
    const bound = printed.get(declaration.id);
    // Of a form that nobody knows, what is printed is what it has; where no table is printed, all that the text can fill.
    const isOwed = isKnown ? number !== undefined : form.every(({ declaration: { id } }) => !printed.has(id));
    if (bound === undefined && !isOwed) return [];
    const grid = tableGrid(declaration, bound === undefined ? source.all : source.tables, {
      ...options,
      ...(number === undefined ? {} : { number }),
      ...(bound?.title === undefined ? {} : { title: bound.title }),
      unit: unitLine(disclosure.unit),
    });
    return bound !== undefined || grid.emptiness === undefined ? [grid] : [];
  });
}

/** 单位：万元, as it stands at the head of a table. */
export function unitLine(unit: Disclosure["unit"]): string {
  return `单位：${UNITS[unit] ?? "万元"}`;
}

const UNITS: Partial<Readonly<Record<Disclosure["unit"], string>>> = {
  yuan: "元",
  "ten-thousand-yuan": "万元",
  "hundred-million-yuan": "亿元",
};

interface FormTable {
  readonly declaration: TableDeclaration;
  /** Its number in the form that owes it. */
  readonly number?: number;
}

/** The tables of a form in its order, then all others that a document may print. */
function formOf(profile: string): FormTable[] {
  const owed = (profileOf(profile)?.tables ?? []).filter((entry) => entry.owed !== false);
  const own = owed.flatMap(({ table, number }): FormTable[] => {
    const declaration = tableOf(table);
    return declaration ? [{ declaration, number }] : [];
  });
  const others = TABLES.filter(({ id }) => !owed.some(({ table }) => table === id));
  return [...own, ...others.map((declaration) => ({ declaration }))];
}
