import type { BoundCell, BoundFigure, BoundTable, Disclosure, Unit } from "@juesuan/core";
import type { Random } from "../disclosures/random.ts";
import type { Generated } from "./generate.ts";

/** What a hand did to a disclosure. */
export interface Injected {
  readonly disclosure: Disclosure;
  /** The figures that are now wrong. */
  readonly figures: readonly number[];
  /** Cells that are now empty: where they start. */
  readonly emptied: readonly number[];
}

type Injector = (base: Generated, random: Random) => Injected | undefined;

const isRate = ({ unit }: BoundFigure): boolean => unit === "percent";
const isAmount = ({ unit }: BoundFigure): boolean => unit === "ten-thousand-yuan";
const inTable = ({ source }: BoundFigure): boolean => source.table !== undefined;

/** Replaces figures; undefined where nothing visible changed. */
function replaced(base: Generated, changes: ReadonlyMap<number, Partial<BoundFigure>>): Injected | undefined {
  const { disclosure } = base;
  for (const [id, change] of changes) {
    const figure = disclosure.figures[id]!;
    const { value = figure.value, unit = figure.unit, direction = figure.direction } = change;
    if (Number(value) === Number(figure.value) && unit === figure.unit && direction === figure.direction)
      return undefined;
  }
  return {
    disclosure: {
      ...disclosure,
      figures: disclosure.figures.map((figure) => {
        const change = changes.get(figure.id);
        return change ? { ...figure, ...change, text: change.value ?? figure.text } : figure;
      }),
    },
    figures: [...changes.keys()],
    emptied: [],
  };
}

/** A slip of one figure's digits. */
function ofDigits(
  edit: (value: string, random: Random) => string | undefined,
  wanted: (figure: BoundFigure) => boolean = () => true,
): Injector {
  return (base, random) => {
    const figure = random.pick(base.disclosure.figures.filter(wanted));
    if (!figure) return undefined;
    const value = edit(figure.value, random);
    if (value === undefined || value === "" || value.startsWith(".")) return undefined;
    const decimals = value.split(".")[1]?.length ?? 0;
    return replaced(base, new Map([[figure.id, { value, decimals }]]));
  };
}

const digitsOf = (value: string): readonly number[] =>
  [...value].flatMap((character, index) => (/\d/.test(character) ? [index] : []));

function swapped(value: string, random: Random): string | undefined {
  const places = digitsOf(value);
  if (places.length < 2) return undefined;
  const at = random.integer(0, places.length - 2);
  const [a, b] = [places[at]!, places[at + 1]!];
  const characters = [...value];
  [characters[a], characters[b]] = [characters[b]!, characters[a]!];
  const text = characters.join("");
  return /^0\d/.test(text) ? undefined : text;
}

function dropped(value: string, random: Random): string | undefined {
  // A digit is lost before the point: the decimals of a form are always two.
  const places = digitsOf(value).filter((place) => !value.includes(".") || place < value.indexOf("."));
  if (places.length < 2) return undefined;
  const at = random.pick(places);
  const text = value.slice(0, at) + value.slice(at + 1);
  return /^0\d/.test(text) ? undefined : text;
}

function doubled(value: string, random: Random): string | undefined {
  const at = random.pick(digitsOf(value).filter((place) => !value.includes(".") || place < value.indexOf(".")));
  return at === undefined || Number(value) === 0 ? undefined : value.slice(0, at) + value[at] + value.slice(at);
}

function mistyped(value: string, random: Random): string {
  const at = random.pick(digitsOf(value));
  return value.slice(0, at) + String((Number(value[at]) + random.integer(1, 9)) % 10) + value.slice(at + 1);
}

function movedPoint(value: string, random: Random): string | undefined {
  if (Number(value) === 0) return undefined;
  const decimals = value.split(".")[1]?.length ?? 0;
  const factor = random.chance(0.5) ? 10 : 0.1;
  return (Number(value) * factor).toFixed(decimals);
}

/** A printed cell of a table with another printed cell near it. */
function neighbours(
  base: Generated,
  random: Random,
  along: "row" | "column",
): readonly [BoundFigure, BoundFigure] | undefined {
  const table = random.pick(
    base.disclosure.tables.filter(({ cells }) => cells.some(({ figure }) => figure !== undefined)),
  );
  if (!table) return undefined;
  const printed = table.cells.filter(({ figure }) => figure !== undefined);
  const cell = random.pick(printed);
  const beside = printed.filter(
    (other) => other !== cell && other.block === cell.block && isBeside(table, cell, other, along),
  );
  if (beside.length === 0) return undefined;
  const other = random.pick(beside);
  return [base.disclosure.figures[cell.figure!]!, base.disclosure.figures[other.figure!]!];
}

function isBeside(_table: BoundTable, cell: BoundCell, other: BoundCell, along: "row" | "column"): boolean {
  return along === "row"
    ? other.column === cell.column && Math.abs(other.row - cell.row) === 1
    : other.row === cell.row && Math.abs(other.column - cell.column) <= 2;
}

const copied =
  (along: "row" | "column"): Injector =>
  (base, random) => {
    const pair = neighbours(base, random, along);
    return pair && replaced(base, new Map([[pair[0].id, { value: pair[1].value }]]));
  };

const exchanged =
  (along: "row" | "column"): Injector =>
  (base, random) => {
    const pair = neighbours(base, random, along);
    if (!pair) return undefined;
    return replaced(
      base,
      new Map([
        [pair[0].id, { value: pair[1].value }],
        [pair[1].id, { value: pair[0].value }],
      ]),
    );
  };

const wrongUnit: Injector = (base, random) => {
  const figure = random.pick(
    base.disclosure.figures.filter((one) => isAmount(one) && !inTable(one) && Number(one.value) !== 0),
  );
  return replaced(base, new Map([[figure.id, { unit: "yuan" satisfies Unit }]]));
};

const lastYears: Injector = (base, random) => {
  const figure = random.pick(
    base.disclosure.figures.filter(
      (one) =>
        isAmount(one) &&
        one.dimensions.measure === undefined &&
        one.dimensions.stage === undefined &&
        Number(one.value) !== 0,
    ),
  );
  return figure && replaced(base, new Map([[figure.id, { value: base.lastYear(figure) }]]));
};

const reversed: Injector = (base, random) => {
  const { figures } = base.disclosure;
  const change = random.pick(figures.filter(({ dimensions }) => dimensions.measure === "change"));
  if (!change?.direction) return undefined;
  const direction = change.direction === "increase" ? "decrease" : "increase";
  const growth = figures[change.id + 1];
  const changes = new Map([[change.id, { direction } as Partial<BoundFigure>]]);
  if (growth?.dimensions.measure === "growth") changes.set(growth.id, { direction });
  return replaced(base, changes);
};

const copiedRate: Injector = (base, random) => {
  const rates = base.disclosure.figures.filter(isRate);
  if (rates.length < 2) return undefined;
  const at = random.integer(1, rates.length - 1);
  return replaced(base, new Map([[rates[at]!.id, { value: rates[at - 1]!.value, decimals: rates[at - 1]!.decimals }]]));
};

const copiedTotal: Injector = (base, random) => {
  const table = random.pick(base.disclosure.tables.filter(({ rows }) => rows.some(({ level }) => level === "item")));
  if (!table) return undefined;
  const row = random.pick(table.rows.filter(({ level }) => level === "item"));
  const parent = table.rows.find(({ code }) => code === row?.code?.slice(0, 3));
  if (!row || !parent) return undefined;
  const cell = random.pick(table.cells.filter((one) => one.row === row.index && one.figure !== undefined));
  const above = table.cells.find((one) => one.row === parent.index && one.column === cell?.column);
  if (cell?.figure === undefined || above?.figure === undefined) return undefined;
  return replaced(base, new Map([[cell.figure, { value: base.disclosure.figures[above.figure]!.value }]]));
};

const emptied: Injector = (base, random) => {
  const { disclosure } = base;
  const table = random.pick(disclosure.tables.filter(({ empty }) => !empty));
  if (!table) return undefined;
  const cell = random.pick(
    table.cells.filter(({ figure }) => figure !== undefined && Number(disclosure.figures[figure]!.value) !== 0),
  );
  if (cell?.figure === undefined) return undefined;
  const { figure: gone, ...rest } = cell;
  return {
    disclosure: {
      ...disclosure,
      figures: disclosure.figures.filter(({ id }) => id !== gone),
      tables: disclosure.tables.map((one) =>
        one === table
          ? { ...one, cells: one.cells.map((other) => (other === cell ? { ...rest, blank: "empty" } : other)) }
          : one,
      ),
    },
    figures: [],
    emptied: [cell.source.start],
  };
};

/** Every kind of human slip, as it is done to one place. */
export const SLIPS: Readonly<Record<string, Injector>> = {
  "digits swapped": ofDigits(swapped),
  "digit dropped": ofDigits(dropped),
  "digit doubled": ofDigits(doubled),
  "digit wrong": ofDigits(mistyped),
  "decimal point moved": ofDigits(movedPoint),
  "set to zero": ofDigits(
    (value) => (Number(value) === 0 ? undefined : value.replace(/\d/g, "0").replace(/^0+(?=\d)/, "")),
    isAmount,
  ),
  "元 for 万元": wrongUnit,
  "last year's value": lastYears,
  "neighbouring row": copied("row"),
  "neighbouring column": copied("column"),
  "rows swapped": exchanged("row"),
  "columns swapped": exchanged("column"),
  "direction reversed": reversed,
  "rate copied": copiedRate,
  "total copied to a leaf": copiedTotal,
  "cell emptied": emptied,
};

/** Two slips in one document. */
export function both(first: Injector, second: Injector): Injector {
  return (base, random) => {
    const one = first(base, random);
    if (!one || one.emptied.length > 0) return undefined;
    const two = second({ ...base, disclosure: one.disclosure }, random);
    if (!two || two.figures.some((id) => one.figures.includes(id))) return undefined;
    return { disclosure: two.disclosure, figures: [...one.figures, ...two.figures], emptied: two.emptied };
  };
}
