import { keyText, type Disclosure } from "@juesuan/core";

export interface Amount {
  readonly key: string;
  readonly concept: string;
  readonly fund: string;
  readonly functional: string;
  readonly economic: string;
  readonly nature: string;
  /** What else narrows it: a source of revenue, a group of expenditure, an item of the concept. */
  readonly part: string;
  readonly fen: number;
}

/** How many 分 one of the printed unit is, as a power of ten. */
const POWERS: Readonly<Record<string, number | undefined>> = {
  yuan: 2,
  "ten-thousand-yuan": 6,
  "hundred-million-yuan": 10,
};

/** The year's own amounts, each quantity once: what a table prints before what the prose says. */
export function amountsOf({ figures }: Disclosure): Amount[] {
  const amounts = new Map<string, Amount>();
  const inProse = ({ source }: Figure) => (source.table === undefined ? 1 : 0);
  for (const figure of figures.toSorted((left, right) => inProse(left) - inProse(right))) {
    const { concept, dimensions, value, unit } = figure;
    const { period, stage, measure, label, indicator, ordinal } = dimensions;
    if (period || stage || measure || label || indicator || ordinal !== undefined) continue;
    const fen = fenOf(value, unit);
    const key = keyText(concept, dimensions);
    if (fen === undefined || amounts.has(key)) continue;
    const { fund = "", functional = "", economic = "", nature = "", source, group, item } = dimensions;
    const part = [source, group, item].filter((name) => name !== undefined).join(",");
    amounts.set(key, { key, concept, fund, functional, economic, nature, part, fen });
  }
  return [...amounts.values()];
}

type Figure = Disclosure["figures"][number];

/** 实有人数 at the end of the year; undefined where it is not printed as one whole number. */
export function staffOf({ figures }: Disclosure): number | undefined {
  const printed = figures
    .filter(({ concept, dimensions }) => keyText(concept, dimensions) === "staff{item=actual}")
    .map(({ value }) => value);
  // A document that prints two numbers of its staff says neither.
  return new Set(printed).size === 1 && /^\d{1,7}$/.test(printed[0]!) ? Number(printed[0]) : undefined;
}

/** A printed amount in 分, exactly; undefined for what is no money, finer than that or too large to be counted. */
export function fenOf(value: string, unit: string): number | undefined {
  const power = POWERS[unit];
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (power === undefined || !match) return undefined;
  const [, sign, whole = "0", fraction = ""] = match;
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > power) return undefined;
  const fen = Number(`${sign}${whole}${kept.padEnd(power, "0")}`);
  return Number.isSafeInteger(fen) ? fen : undefined;
}
