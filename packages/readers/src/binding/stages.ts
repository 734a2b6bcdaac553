import { keyText, type BoundFigure, type BoundTable, type ConceptKey } from "@juesuan/core";

/**
 * The “three public” table heads its columns 预算数 without saying which budget. Where the narrative says 年初预算 and never
 * speaks of an adjusted one, the column is that budget, and so is 完成预算 in the sentences.
 */
export function nameTheBudget(
  figures: readonly BoundFigure[],
  tables: readonly BoundTable[],
): {
  readonly figures: BoundFigure[];
  readonly tables: BoundTable[];
} {
  const stages = new Set(
    figures.filter((figure) => figure.concept === "three-public").map((figure) => figure.dimensions.stage),
  );
  if (!stages.has("original-budget") || stages.has("adjusted-budget"))
    return { figures: [...figures], tables: [...tables] };
  return {
    figures: figures.map((figure) => {
      const key = named(figure);
      const { of } = key.dimensions;
      return of === undefined
        ? key
        : { ...key, dimensions: { ...key.dimensions, of: of.replace(THREE_PUBLIC_BUDGET, ORIGINAL) } };
    }),
    tables: tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => (cell.key === undefined ? cell : { ...cell, key: named(cell.key) })),
    })),
  };
}

const THREE_PUBLIC_BUDGET = keyText("three-public", { stage: "budget" });
const ORIGINAL = keyText("three-public", { stage: "original-budget" });

function named<K extends ConceptKey>(key: K): K {
  if (key.concept !== "three-public" || key.dimensions.stage !== "budget") return key;
  return { ...key, dimensions: { ...key.dimensions, stage: "original-budget" as const } };
}
