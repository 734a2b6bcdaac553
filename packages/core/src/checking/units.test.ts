import { describe, expect, it } from "vitest";
import type { BoundFigure, BoundTable } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Unit } from "../figure/figure.ts";
import { buildContext } from "../relations/context.ts";
import { NUMERIC_RELATIONS } from "../relations/numeric/index.ts";
import type { CheckContext } from "../relations/relation.ts";
import { cellOf, disclosureOf, figureOf } from "../testing/printed.ts";
import { unitFaults, unitProblem, withUnitsMeant } from "./units.ts";

/** Classes of expenditure by function (功能分类), as 支出决算表 prints them. */
const CLASSES = {
  "201": "1511.89",
  "205": "12.40",
  "208": "187.19",
  "210": "59.25",
  "213": "44.25",
  "215": "7.31",
  "221": "94.50",
  "222": "3.18",
  "224": "26.66",
  "229": "1.07",
} as const;
type Class = keyof typeof CLASSES;

const keyOf = (code: string): string => `expenditure{functional=${code}}`;

/** A document of sentences as [key, printed], and tables as their id and the cells, [key, printed] too; `空` is an empty cell. */
function document(
  sentences: readonly (readonly [key: string, printed: string])[],
  tables: Readonly<Record<string, readonly (readonly [key: string, printed: string])[]>>,
): CheckContext {
  const figures: BoundFigure[] = sentences.map(([key, printed], id) => figureOf(["五（二）", key, printed], id));
  const bound = Object.entries(tables).map(([table, printed]): BoundTable => {
    const cells = printed.map(([key, text], row): BoundTable["cells"][number] => {
      const figure = cellOf(table, key, text, figures.length);
      if (text === "空") return { row, column: 0, key: figure, blank: "empty", source: figure.source };
      figures.push(figure);
      return { row, column: 0, key: figure, figure: figure.id, source: figure.source };
    });
    return { table, source: { start: 0, end: 1, text: table }, columns: [], rows: [], cells, empty: false };
  });
  return buildContext(disclosureOf(figures, { tables: bound }));
}

/** The first so many classes, with some printed differently; all in yuan by mistake where `元` ends them. */
function classes(
  count: number,
  ending = "",
  otherwise: Readonly<Partial<Record<Class, string>>> = {},
): readonly (readonly [key: string, printed: string])[] {
  return Object.entries({ ...CLASSES, ...otherwise })
    .slice(0, count)
    .map(([code, printed]) => [keyOf(code), printed + ending]);
}

/** Amounts that only sentences print, so that 万元 is what the document is usually in. */
const USUAL = Array.from({ length: 25 }, (_, index) => [`project-amount{label=项目${index}}`, `${index}.5`] as const);

const found = (context: CheckContext): readonly (readonly [string, Unit, Unit, readonly string[]])[] =>
  unitFaults(context).map(({ table, printed, meant, figures }) => [
    table.table!,
    printed,
    meant,
    figures.map(({ text }) => text),
  ]);

describe("a table under a wrong unit", () => {
  it("is one whose amounts are elsewhere in another", () => {
    const context = document([...classes(3), ...USUAL], { expenditure: classes(3, "元") });
    expect(found(context)).toEqual([["expenditure", "yuan", "ten-thousand-yuan", ["1511.89", "12.40", "187.19"]]]);
  });

  it("is so in 亿元 too, and in whatever unit the document is usually in", () => {
    const units = (context: CheckContext): readonly Unit[] =>
      found(context).flatMap(([, printed, meant]) => [printed, meant]);
    expect(units(document([...classes(3), ...USUAL], { expenditure: classes(3, "亿元") }))).toEqual([
      "hundred-million-yuan",
      "ten-thousand-yuan",
    ]);
    expect(units(document(classes(6, "元"), { expenditure: classes(3) }))).toEqual(["ten-thousand-yuan", "yuan"]);
  });

  it("is none where its amounts agree as they are printed", () => {
    expect(found(document([...classes(10), ...USUAL], { expenditure: classes(10) }))).toEqual([]);
    const inYuan = [
      [keyOf("201"), "15118900.00元"],
      [keyOf("208"), "1871900.00元"],
      [keyOf("210"), "592500.00元"],
    ] as const;
    expect(found(document([...classes(10), ...USUAL], { expenditure: inYuan }))).toEqual([]);
  });

  // Every figure with a look at all the others would run into the limit of the test.
  it("is told in one pass over a quantity that tables print again and again", { timeout: 20_000 }, () => {
    const often = Array.from({ length: 30_000 }, () => [keyOf("201"), "1511.89元"] as const);
    expect(found(document([...classes(1), ...USUAL], { expenditure: often }))).toEqual([]);
    const tables = Object.fromEntries(
      Array.from({ length: 3000 }, (_, table) => [`expenditure-${table}`, classes(10)]),
    );
    expect(found(document(USUAL, tables))).toEqual([]);
  });

  it("takes more than two agreements, which may be chance", () => {
    expect(found(document([...classes(2), ...USUAL], { expenditure: classes(10, "元") }))).toEqual([]);
  });

  it("may have a figure or so that is wrong besides: four in five agree", () => {
    const wrong = { "210": "95.25" } as const;
    expect(found(document([...classes(5, "", wrong), ...USUAL], { expenditure: classes(5, "元") }))).toHaveLength(1);
    expect(found(document([...classes(4, "", wrong), ...USUAL], { expenditure: classes(4, "元") }))).toEqual([]);
  });

  it("may have one in ten that agrees as it is printed", () => {
    const one = { "229": "0.000107" } as const;
    expect(found(document([...classes(10, "", one), ...USUAL], { expenditure: classes(10, "元") }))).toHaveLength(1);
    const two = { ...one, "222": "0.000318" } as const;
    expect(found(document([...classes(10, "", two), ...USUAL], { expenditure: classes(10, "元") }))).toEqual([]);
  });

  it("is not told by nothing, which is nothing in every unit", () => {
    const zeros = (ending: string): readonly (readonly [string, string])[] =>
      ["230", "231", "232"].map((code) => [keyOf(code), `0.00${ending}`]);
    expect(
      found(document([...classes(3), ...zeros(""), ...USUAL], { expenditure: [...zeros("元"), ...classes(3, "元")] })),
    ).toMatchObject([["expenditure", "yuan", "ten-thousand-yuan", ["1511.89", "12.40", "187.19"]]]);
    // Where one says nothing and the other an amount, neither speaks about units.
    const one = [[keyOf("230"), "12.00"]] as const;
    expect(
      found(document([...classes(3), ...one, ...USUAL], { expenditure: [...classes(3, "元"), [keyOf("230"), "0元"]] })),
    ).toHaveLength(1);
    expect(
      found(
        document([...classes(3), [keyOf("230"), "0"], ...USUAL], {
          expenditure: [...classes(3, "元"), [keyOf("230"), "12.00元"]],
        }),
      ),
    ).toHaveLength(1);
  });

  it("is not told by amounts that only the table prints", () => {
    expect(found(document([...classes(4), ...USUAL], { expenditure: classes(10, "元") }))).toMatchObject([
      ["expenditure", "yuan", "ten-thousand-yuan", ["1511.89", "12.40", "187.19", "59.25"]],
    ]);
  });

  it("is told by one of several other prints", () => {
    const again = classes(3, "", { "201": "1511.98", "205": "14.20", "208": "178.19" });
    for (const sentences of [
      [...classes(3), ...again],
      [...again, ...classes(3)],
    ]) {
      expect(found(document([...sentences, ...USUAL], { expenditure: classes(3, "元") }))).toMatchObject([
        ["expenditure", "yuan", "ten-thousand-yuan", ["1511.89", "12.40", "187.19"]],
      ]);
    }
  });

  it("is told by prints that rounding leaves apart, above and below, and by none further off", () => {
    const apart = { "201": "1511.88", "205": "12.41", "208": "187.19" } as const;
    expect(found(document([...classes(3, "", apart), ...USUAL], { expenditure: classes(3, "元") }))).toHaveLength(1);
    for (const off of [{ "201": "1511.87" }, { "201": "1511.91" }]) {
      expect(found(document([...classes(3, "", off), ...USUAL], { expenditure: classes(3, "元") }))).toEqual([]);
    }
  });

  it("is not told by approximations", () => {
    const about = classes(3).map(([key, printed]) => [key, `约${printed}`] as const);
    expect(found(document([...about, ...USUAL], { expenditure: classes(3, "元") }))).toEqual([]);
  });

  it("is not told by the percentages in it", () => {
    const rates = ["201", "205"].map((code): readonly [string, string] => [
      `expenditure{functional=${code},measure=growth}`,
      "-3.1%",
    ]);
    expect(
      found(document([...classes(3), ...rates, ...USUAL], { expenditure: [...rates, ...classes(3, "元")] })),
    ).toMatchObject([["expenditure", "yuan", "ten-thousand-yuan", ["1511.89", "12.40", "187.19"]]]);
  });

  it("is told though cells of it are empty", () => {
    const printed = [[keyOf("230"), "空"], ...classes(3, "元")] as const;
    expect(found(document([...classes(3), ...USUAL], { expenditure: printed }))).toHaveLength(1);
  });

  it("is the one of two that is alone with its unit", () => {
    const tables = { expenditure: classes(6, "元"), "general-expenditure": classes(6) };
    expect(found(document(USUAL, tables)).map(([table]) => table)).toEqual(["expenditure"]);
    const usual = USUAL.map(([key, printed]) => [key, `${printed}元`] as const);
    expect(found(document(usual, tables)).map(([table]) => table)).toEqual(["general-expenditure"]);
    // Counts and rates are in no unit of money, however many.
    const counts = Array.from({ length: 20 }, (_, index) => [`staff{label=${index}}`, "16个"] as const);
    expect(found(document([...counts, ...USUAL.slice(0, 3)], tables)).map(([table]) => table)).toEqual(["expenditure"]);
  });

  it("is none in a document without amounts", () => {
    expect(found(document([], {}))).toEqual([]);
    expect(found(document([["staff", "16个"]], { expenditure: [["staff", "17个"]] }))).toEqual([]);
  });
});

describe("the document with the unit that was meant", () => {
  const rate = [keyOf("201").replace("}", ",measure=growth}"), "-3.1%"] as const;
  const read = (): { readonly context: CheckContext; readonly meant: CheckContext } => {
    const context = document([...classes(3), ...USUAL], {
      expenditure: [...classes(3, "元"), rate, [keyOf("230"), "空"]],
    });
    return { context, meant: withUnitsMeant(context, unitFaults(context)) };
  };

  it("has the amounts of the table in it, wherever they are looked up", () => {
    const { context, meant } = read();
    for (const { figure } of context.disclosure.tables[0]!.cells.slice(0, 3)) {
      const printed = context.figures.get(figure!)!;
      const corrected = meant.figures.get(figure!)!;
      expect(corrected).toEqual({ ...printed, unit: "ten-thousand-yuan" });
      expect(meant.disclosure.figures.find(({ id }) => id === figure)).toBe(corrected);
      expect(meant.facts.get(keyText(printed.concept, printed.dimensions))!.some((one) => one === corrected)).toBe(
        true,
      );
    }
  });

  it("has everything else as it was", () => {
    const { context, meant } = read();
    const cells = new Set(context.disclosure.tables[0]!.cells.slice(0, 3).map(({ figure }) => figure));
    for (const figure of context.disclosure.figures) {
      if (!cells.has(figure.id)) expect(meant.figures.get(figure.id)).toBe(figure);
    }
    expect([...meant.facts.keys()]).toEqual([...context.facts.keys()]);
    expect([...meant.figures.keys()]).toEqual([...context.figures.keys()]);
    expect(meant.disclosure.tables).toBe(context.disclosure.tables);
  });
});

describe("the finding about it", () => {
  const printed = [
    ...classes(3),
    ["procurement", "16.2"],
    ["procurement", "61.2"],
    ["total-disbursements", "1711.50"],
  ] as const;
  const read = (): CheckContext =>
    document([...printed, ...USUAL], {
      expenditure: [
        ["expenditure", "1711.48元"],
        ["expenditure{nature=basic}", "711.48元"],
        ["expenditure{nature=project}", "1000.00元"],
        ...classes(3, "元"),
      ],
      other: [["expenditure", "1711.48"]],
    });

  it("is one, shown by every amount that is printed in two places, and blames the heading", () => {
    const context = read();
    const [fault] = unitFaults(context);
    const problem = unitProblem(fault!, context, NUMERIC_RELATIONS)!;
    expect(problem).toMatchObject({
      severity: "error",
      verdict: "inconsistent",
      chain: [],
      certainty: "unique",
      settledBy: [],
      culprits: [
        {
          weight: 1,
          plausibility: 0.95,
          blames: [{ kind: "unit", printedUnit: "yuan", expectedUnit: "ten-thousand-yuan", slip: { id: "unit" } }],
        },
      ],
    });
    expect(problem.culprits[0]!.blames[0]!.source).toBe(fault!.table.source);
    const shown = [problem.main, ...problem.symptoms];
    expect(shown.map(({ terms }) => [...new Set(terms.map(({ key }) => key))])).toEqual([
      [keyOf("201")],
      [keyOf("205")],
      [keyOf("208")],
      ["expenditure"],
    ]);
    expect(shown.every(({ verdict }) => verdict === "inconsistent")).toBe(true);
  });

  it("is none where no relation shows it", () => {
    const context = read();
    const [fault] = unitFaults(context);
    expect(unitProblem(fault!, context, [])).toBeUndefined();
  });
});
