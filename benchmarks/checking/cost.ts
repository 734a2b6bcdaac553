import {
  assembleAccounts,
  buildContext,
  checkDisclosure,
  evaluate,
  finalAccountsSchema,
  keyText,
  NUMERIC_RELATIONS,
  type BoundCell,
  type BoundFigure,
  type BoundRow,
  type ConceptKey,
  type Disclosure,
} from "@juesuan/core";
import { generate } from "./generate.ts";

/**
 * One run, in milliseconds of processor time: on a machine with other work, the time on the wall says more about that than
 * about this.
 */
function once(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (taken: readonly number[]): number => taken.toSorted((a, b) => a - b)[taken.length >> 1]!;

/** The medians of several runs, taken in turn, so that whatever slows the machine slows all of them. */
function timed(runs: readonly (() => unknown)[], times: number): number[] {
  const taken = runs.map((): number[] => []);
  for (let round = 0; round < times; round++) {
    for (const [index, run] of runs.entries()) taken[index]!.push(once(run));
  }
  return taken.map(median);
}

export interface Cost {
  readonly figures: number;
  readonly cells: number;
  readonly decode: number;
  readonly relations: number;
  readonly report: number;
}

/** Checking all thirteen tables and the narrative, beside parsing and decoding the same accounts. */
export function costOfThirteenTables(times: number): Cost {
  const { disclosure } = generate(7, { form: 0, items: 12 });
  const json = JSON.stringify(assembleAccounts(disclosure));
  const decode = (): unknown => finalAccountsSchema.parse(JSON.parse(json));
  const relations = (): unknown => evaluate(buildContext(disclosure), NUMERIC_RELATIONS);
  const report = (): unknown => checkDisclosure(disclosure, { file: "", sha256: "", format: "accounts" });
  // Each once before any is measured, so that none pays for the others' compilation.
  timed([decode, relations, report], Math.ceil(times / 2));
  const taken = timed([decode, relations, report], times);
  return {
    figures: disclosure.figures.length,
    cells: disclosure.tables.reduce((sum, { cells }) => sum + cells.length, 0),
    decode: taken[0]!,
    relations: taken[1]!,
    report: taken[2]!,
  };
}

/** One table of expenditure with so many items, and its time. */
export function costOfRows(rows: number, times: number): number {
  const disclosure = longTable(rows);
  const run = (): unknown => evaluate(buildContext(disclosure), NUMERIC_RELATIONS);
  run();
  return timed([run], times)[0]!;
}

function longTable(count: number): Disclosure {
  const figures: BoundFigure[] = [];
  const rows: BoundRow[] = [];
  const cells: BoundCell[] = [];
  const columns = ["total", "basic", "project"].map((id, index) => ({ id, heading: id, index }));
  const print = (code: string | undefined, amounts: readonly [number, number]): void => {
    const index = rows.length;
    const source = { start: figures.length, end: figures.length, text: "", table: "expenditure" };
    rows.push({
      index,
      label: code ?? "合计",
      level: code === undefined ? "grand-total" : code.length === 3 ? "class" : code.length === 5 ? "group" : "item",
      source,
      ...(code !== undefined && { code }),
    });
    for (const [at, amount] of [amounts[0] + amounts[1], ...amounts].entries()) {
      const nature = [undefined, "basic", "project"][at] as "basic" | "project" | undefined;
      const key: ConceptKey = {
        concept: "expenditure",
        dimensions: { ...(code !== undefined && { functional: code }), ...(nature && { nature }) },
      };
      const value = (amount / 100).toFixed(2);
      const id = figures.length;
      figures.push({
        id,
        text: value,
        value,
        decimals: 2,
        unit: "ten-thousand-yuan",
        source: { ...source, start: id, text: keyText(key.concept, key.dimensions) },
        ...key,
      });
      cells.push({ row: index, column: at, key, figure: id, source });
    }
  };
  const sums = new Map<string, [number, number]>();
  const items: [string, [number, number]][] = [];
  for (let index = 0; index < count; index++) {
    const code = `${201 + Math.floor(index / 9801)}${String(1 + (Math.floor(index / 99) % 99)).padStart(2, "0")}${String(1 + (index % 99)).padStart(2, "0")}`;
    const amounts: [number, number] = [1000 + ((index * 7919) % 99_991), 500 + ((index * 104_729) % 88_883)];
    items.push([code, amounts]);
    for (const above of ["", code.slice(0, 3), code.slice(0, 5)]) {
      const [basic, project] = sums.get(above) ?? [0, 0];
      sums.set(above, [basic + amounts[0], project + amounts[1]]);
    }
  }
  print(undefined, sums.get("")!);
  const all = [...[...sums].filter(([code]) => code !== ""), ...items].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [code, amounts] of all) print(code, amounts);
  return {
    kind: "final-accounts",
    profile: "unknown",
    unit: "ten-thousand-yuan",
    figures,
    unbound: [],
    sections: [],
    contents: [],
    tables: [{ table: "expenditure", source: { start: 0, end: 0, text: "" }, columns, rows, cells, empty: false }],
    statements: [],
    oddities: [],
  };
}
