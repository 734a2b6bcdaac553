import type { BoundFigure, BoundTable, Disclosure } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { buildContext } from "../relations/context.ts";
import { NUMERIC_RELATIONS } from "../relations/numeric/index.ts";
import { disclosureOf, figureOf, type Printed } from "../testing/printed.ts";
import { evaluate, type NumericResult, type Problem } from "./index.ts";

export const check = (disclosure: Disclosure, strict = false): NumericResult =>
  evaluate(buildContext(disclosure), NUMERIC_RELATIONS, { strict });

export const read = (...printed: readonly Printed[]): NumericResult => check(disclosureOf(printed.map(figureOf)));

export const errors = ({ problems }: NumericResult): readonly Problem[] =>
  problems.filter(({ severity }) => severity === "error");

/** What is blamed and what should stand there: 98.9 → 99.8. */
export const blamed = ({ culprits }: Problem): readonly string[] =>
  culprits.map(({ blames }) =>
    blames
      .map(({ figure, expected, about, kind }) => {
        const number = about === undefined ? expected : `约${about}`;
        return `${figure?.text ?? kind}${number === undefined ? "" : ` → ${number}`}`;
      })
      .join(" & "),
  );

/** 支出决算表 with the rows given as code → total, basic, project; an empty text is an empty cell. */
export function tableOf(rows: Readonly<Record<string, readonly [string, string, string]>>): Disclosure {
  const figures: BoundFigure[] = [];
  const cells: BoundTable["cells"][number][] = [];
  const ids = ["total", "basic", "project"] as const;
  const bound = Object.entries(rows).map(([code, printed], index) => {
    const source = { start: index * 100, end: index * 100 + 1, text: code, table: "expenditure", row: code };
    for (const [column, text] of printed.entries()) {
      const nature = ids[column] === "total" ? undefined : (ids[column] as "basic" | "project");
      const key = {
        concept: "expenditure",
        dimensions: { ...(code !== "合计" && { functional: code }), ...(nature && { nature }) },
      };
      const at = { ...source, start: index * 100 + column + 1, column: ids[column]! };
      if (text === "") cells.push({ row: index, column, key, blank: "empty", source: at });
      else {
        const figure = { ...figureOf(["", keyText(key.concept, key.dimensions), text], figures.length), source: at };
        figures.push(figure);
        cells.push({ row: index, column, key, figure: figure.id, source: at });
      }
    }
    return {
      index,
      label: code,
      source,
      ...(code === "合计"
        ? ({ id: "total", level: "grand-total" } as const)
        : ({ code, level: code.length === 3 ? "class" : code.length === 5 ? "group" : "item" } as const)),
    };
  });
  const table: BoundTable = {
    table: "expenditure",
    source: { start: 0, end: 1, text: "支出决算表" },
    columns: ids.map((id, index) => ({ id, heading: id, index })),
    rows: bound,
    cells,
    empty: false,
  };
  return disclosureOf(figures, { tables: [table] });
}

export const HOUSING = {
  合计: ["445.69", "400.69", "45.00"],
  "221": ["445.69", "400.69", "45.00"],
  "22102": ["445.69", "400.69", "45.00"],
  "2210201": ["187.19", "167.19", "20.00"],
  "2210203": ["258.50", "233.50", "25.00"],
} as const;
