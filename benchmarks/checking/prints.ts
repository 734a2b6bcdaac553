import type { Unit } from "@juesuan/core";
import type { DraftBlock, DraftDocument, Grid, Run } from "@juesuan/writers";

/** How one part of a disclosure prints its money. */
export interface MoneyPrint {
  readonly unit: Exclude<Unit, "percent" | "percentage-point" | "count" | "score">;
  readonly decimals: number;
  /** 1,234.50, as tables are printed. */
  readonly grouped?: boolean;
}

export interface Print {
  readonly tables: MoneyPrint;
  readonly text: MoneyPrint;
}

const UNITS = {
  yuan: { name: "元", fen: 100n },
  "ten-thousand-yuan": { name: "万元", fen: 1_000_000n },
  "hundred-million-yuan": { name: "亿元", fen: 10_000_000_000n },
} as const;

const money = (unit: MoneyPrint["unit"], decimals: number): MoneyPrint => ({ unit, decimals });

/** Ways in which offices print one and the same accounts. */
export const PRINTS: Readonly<Record<string, Print>> = {
  "元 in both": both(money("yuan", 2)),
  "whole 元 in both": both(money("yuan", 0)),
  "元 in tables, 万元 in the text": {
    tables: { ...money("yuan", 2), grouped: true },
    text: money("ten-thousand-yuan", 2),
  },
  "万元 of 0 decimals": both(money("ten-thousand-yuan", 0)),
  "万元 of 1 decimal": both(money("ten-thousand-yuan", 1)),
  "万元 of 2 decimals": both(money("ten-thousand-yuan", 2)),
  "万元 of 3 decimals": both(money("ten-thousand-yuan", 3)),
  "万元 of 4 decimals": both(money("ten-thousand-yuan", 4)),
  "万元 of 6 decimals": both({ ...money("ten-thousand-yuan", 6), grouped: true }),
  "万元 of 2 decimals in tables, 1 in the text": {
    tables: money("ten-thousand-yuan", 2),
    text: money("ten-thousand-yuan", 1),
  },
  "万元 of 6 decimals in tables, 2 in the text": {
    tables: money("ten-thousand-yuan", 6),
    text: money("ten-thousand-yuan", 2),
  },
  "万元 of 2 decimals in tables, 0 in the text": {
    tables: money("ten-thousand-yuan", 2),
    text: money("ten-thousand-yuan", 0),
  },
  "万元 in tables, 亿元 of 4 decimals in the text": {
    tables: money("ten-thousand-yuan", 2),
    text: money("hundred-million-yuan", 4),
  },
  "亿元 of 4 decimals": both(money("hundred-million-yuan", 4)),
};

function both(print: MoneyPrint): Print {
  return { tables: { ...print, grouped: true }, text: print };
}

/**
 * What a draft prints in hundredths of 万元 stands for as many 元 and some fen, so that there is something to round: a factor
 * keeps every sum, share and rate.
 */
const FEN = 10_007n;

function printed(text: string, { unit, decimals, grouped }: MoneyPrint): string {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)([\d,]*)\.?(\d*)$/.exec(text) ?? [];
  const hundredths = BigInt(whole.replaceAll(",", "") + fraction.padEnd(2, "0").slice(0, 2));
  const scaled = hundredths * FEN * 10n ** BigInt(decimals);
  const { fen } = UNITS[unit];
  const steps = ((2n * scaled + fen) / (2n * fen)).toString().padStart(decimals + 1, "0");
  const number = decimals === 0 ? steps : `${steps.slice(0, -decimals)}.${steps.slice(-decimals)}`;
  const set = grouped ? number.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ",") : number;
  return /^[0.,]*$/.test(set) ? set : `${sign}${set}`;
}

/** The same disclosure with its money printed another way. */
export function printedAs(document: DraftDocument, { tables, text }: Print): DraftDocument {
  return {
    ...document,
    blocks: document.blocks.flatMap((block): DraftBlock[] => {
      if (block.kind === "paragraph") return [{ ...block, runs: runsAs(block.runs, text) }];
      if (block.kind === "table") return [{ ...block, grid: gridAs(block.grid, tables) }];
      // Charts repeat the text in the draft's own print.
      return block.kind === "chart" ? [] : [block];
    }),
  };
}

function runsAs(runs: readonly Run[], print: MoneyPrint): Run[] {
  let isMoney = false;
  return runs.map((run) => {
    if (run.kind === "figure") {
      isMoney = run.unit === "ten-thousand-yuan";
      return isMoney ? { ...run, unit: print.unit, text: printed(run.text, print) } : run;
    }
    const words =
      isMoney && run.kind === "text"
        ? { ...run, text: run.text.replace(/^(\s*)万元/, `$1${UNITS[print.unit].name}`) }
        : run;
    isMoney = false;
    return words;
  });
}

/** Counts stand in tables of their own information: whole numbers without a unit. */
const IS_COUNT = /persons|missions|vehicles-|batches|equipment|count/;

function gridAs(grid: Grid, print: MoneyPrint): Grid {
  return {
    ...grid,
    unit: grid.unit.replace("万元", UNITS[print.unit].name),
    rows: grid.rows.map((row) =>
      row.map((cell) =>
        cell.kind !== "figure" ||
        cell.key === undefined ||
        cell.text === "" ||
        cell.missing ||
        IS_COUNT.test(cell.key) ||
        !/\d/.test(cell.text)
          ? cell
          : { ...cell, text: printed(cell.text, print) },
      ),
    ),
  };
}
