import { keyText, type BoundFigure, type BoundTable, type ConceptKey } from "@juesuan/core";

/**
 * The “three public” table heads its columns 预算数 without saying which budget. Where the document says 年初预算 of them and never
 * speaks of an adjusted one, the column is that budget, and so is 完成预算 in the sentences; where it says 调整预算 (全年预算) alone, the
 * column is the adjusted one, as the note of the form has it (预算数为全年预算数，反映按规定程序调整后的预算数).
 */
export function nameTheBudget(
  figures: readonly BoundFigure[],
  tables: readonly BoundTable[],
): {
  readonly figures: BoundFigure[];
  readonly tables: BoundTable[];
} {
  const said = new Set(
    figures.filter((figure) => figure.concept === "three-public").map((figure) => figure.dimensions.stage),
  );
  const [stage, ...others] = (["original-budget", "adjusted-budget"] as const).filter((one) => said.has(one));
  if (stage === undefined || others.length > 0) return { figures: [...figures], tables: [...tables] };
  const whole = keyText("three-public", { stage });
  return {
    figures: figures.map((figure) => {
      const key = named(figure, stage);
      const { of } = key.dimensions;
      return of === undefined
        ? key
        : { ...key, dimensions: { ...key.dimensions, of: of.replace(THREE_PUBLIC_BUDGET, whole) } };
    }),
    tables: tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => (cell.key === undefined ? cell : { ...cell, key: named(cell.key, stage) })),
    })),
  };
}

const THREE_PUBLIC_BUDGET = keyText("three-public", { stage: "budget" });

function named<K extends ConceptKey>(key: K, stage: "original-budget" | "adjusted-budget"): K {
  if (key.concept !== "three-public" || key.dimensions.stage !== "budget") return key;
  return { ...key, dimensions: { ...key.dimensions, stage } };
}
