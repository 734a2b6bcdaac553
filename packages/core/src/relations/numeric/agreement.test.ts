import { describe, expect, it } from "vitest";
import type { BoundFigure, BoundTable } from "../../facts/disclosure.ts";
import { cellOf, disclosureOf, figureOf } from "../../testing/printed.ts";
import { buildContext } from "../context.ts";
import type { CheckContext } from "../relation.ts";
import { AGREEMENT, LAST_DIGIT } from "./agreement.ts";

/** A figure as [place, key, printed]; a place that begins with 表 is a table, `空` an empty cell of it. */
type Written = readonly [place: string, key: string, text: string];

function contextOf(...printed: readonly Written[]): CheckContext {
  const figures: BoundFigure[] = [];
  const blanks: BoundTable["cells"][number][] = [];
  for (const [place, key, text] of printed) {
    if (!place.startsWith("表")) figures.push(figureOf([place, key, text], figures.length));
    else {
      const cell = cellOf(place, key, text, figures.length);
      if (text === "空") blanks.push({ row: 0, column: 0, key: cell, blank: "empty", source: cell.source });
      else figures.push(cell);
    }
  }
  const source = { start: 0, end: 1, text: "" };
  const table = { table: "表", source, columns: [], rows: [], cells: blanks, empty: false };
  return buildContext(disclosureOf(figures, { tables: [table] }));
}

/** What is held against what, as the two are printed. */
const compared = (...printed: readonly Written[]): readonly string[] => {
  const context = contextOf(...printed);
  return [...AGREEMENT.instances!(context)].map((instance) => {
    if (instance.form !== "linear") return "";
    const [first, second] = instance.terms.map(({ figures, blank }) =>
      blank ? "空" : context.figures.get(figures[0]!)!.text,
    );
    expect(instance.terms.map(({ coefficient }) => coefficient)).toEqual([1, -1]);
    expect([instance.comparator, instance.relation]).toEqual(["=", "agreement.quantity"]);
    return `${instance.place.zh}：${first} – ${second}${instance.severity ? `（${instance.severity}）` : ""}`;
  });
};

describe("one quantity, one value", () => {
  it("holds every print against one: the first of two sentences, a table before a sentence", () => {
    expect(compared(["一", "revenue", "2826.88"], ["二", "revenue", "2826.9"])).toEqual(["二：2826.9 – 2826.88"]);
    expect(compared(["一", "revenue", "2826.9"], ["表3", "revenue", "2826.88"])).toEqual(["一：2826.9 – 2826.88"]);
    expect(compared(["表3", "revenue", "2826.88"], ["一", "revenue", "2826.9"])).toEqual(["一：2826.9 – 2826.88"]);
    expect(compared(["表1", "revenue", "2826.88"], ["表3", "revenue", "2826.98"])).toEqual([
      "《表3》：2826.98 – 2826.88",
    ]);
  });

  it("holds three and more against the value that most print, and of as many against a table's", () => {
    expect(compared(["一", "revenue", "28.68"], ["二", "revenue", "28.86"], ["三", "revenue", "28.86"])).toEqual([
      "一：28.68 – 28.86",
      "三：28.86 – 28.86",
    ]);
    expect(compared(["一", "revenue", "28.86"], ["二", "revenue", "28.68"], ["三", "revenue", "28.86"])).toEqual([
      "二：28.68 – 28.86",
      "三：28.86 – 28.86",
    ]);
    expect(
      compared(
        ["一", "revenue", "28.68"],
        ["二", "revenue", "28.68"],
        ["表1", "revenue", "28.86"],
        ["表3", "revenue", "28.86"],
      ),
    ).toEqual(["一：28.68 – 28.86", "二：28.68 – 28.86", "《表3》：28.86 – 28.86"]);
    // Two sentences outweigh one table.
    expect(compared(["表1", "revenue", "28.86"], ["一", "revenue", "28.68"], ["二", "revenue", "28.68"])).toEqual([
      "《表1》：28.86 – 28.68",
      "二：28.68 – 28.68",
    ]);
  });

  it("compares nothing that is printed once, or that bounds nothing", () => {
    expect(compared(["一", "revenue", "2826.88"], ["二", "expenditure", "3037.90"])).toEqual([]);
    expect(compared(["一", "revenue", "2826.88"], ["二", "revenue", "约2800"])).toEqual([]);
    expect(compared(["一", "revenue", "2826.88"], ["二", "revenue", "98.9%"])).toEqual([]);
    expect(
      compared(["一", "revenue", "1"], ["一", "revenue", "2"], ["一", "revenue", "3"], ["二", "revenue", "6"]),
    ).toEqual([]);
  });

  it("compares nothing where the document's own words name the quantity", () => {
    for (const key of ["performance-output", "project-amount", "units", "threshold"]) {
      expect(compared(["一", key, "16个"], ["二", key, "18个"])).toEqual([]);
    }
    expect(compared(["一", "revenue{label=培训}", "1.00"], ["二", "revenue{label=培训}", "2.00"])).toEqual([]);
    expect(compared(["一", "revenue{ordinal=1}", "1.00"], ["二", "revenue{ordinal=1}", "2.00"])).toEqual([]);
  });

  it("only warns of what is counted at dates and in scopes that the words seldom give", () => {
    for (const key of ["staff", "performance-projects", "performance-issues"]) {
      expect(compared(["一", key, "16个"], ["二", key, "18个"])).toEqual(["二：18 – 16（warning）"]);
    }
    expect(compared(["一", "performance-amount", "16.00"], ["二", "performance-amount", "18.00"])).toHaveLength(1);
    expect(compared(["一", "performance-score", "91.4分"], ["二", "performance-score", "94.1分"])).toEqual([
      "二：94.1 – 91.4（warning）",
    ]);
  });

  it("holds an empty cell against what is printed elsewhere, unless that is nothing too", () => {
    expect(compared(["表1", "revenue", "空"], ["一", "revenue", "7.50"])).toEqual(["《表1》：7.50 – 空"]);
    expect(compared(["表1", "revenue", "空"], ["一", "revenue", "0.00"])).toEqual([]);
    expect(compared(["表1", "revenue", "空"], ["一", "revenue", "0.00"], ["二", "revenue", "7.50"])).toEqual([
      "二：7.50 – 0.00",
      "《表1》：7.50 – 空",
    ]);
    expect(compared(["表1", "revenue", "空"], ["一", "expenditure", "7.50"])).toEqual([]);
    expect(compared(["表1", "revenue{label=培训}", "空"], ["一", "revenue{label=培训}", "7.50"])).toEqual([]);
    const context = contextOf(["表1", "revenue", "空"], ["一", "revenue", "7.50"]);
    const [instance] = AGREEMENT.instances!(context);
    expect(instance!.sources.map(({ table, section }) => table ?? section)).toEqual(["一", "表1"]);
    expect(instance!.form === "linear" && instance!.terms[1]!.source).toBe(instance!.sources[1]);
  });

  it("says where both are printed", () => {
    const [instance] = AGREEMENT.instances!(contextOf(["一", "revenue", "2826.88"], ["二", "revenue", "2826.9"]));
    expect(instance!.sources.map(({ section }) => section)).toEqual(["二", "一"]);
  });
});

/** What is said of last digits: the outcome, and the two that differ. */
const said = (...printed: readonly Written[]): readonly (string | undefined)[] =>
  [...LAST_DIGIT.judge!(contextOf(...printed))].map(({ outcome, message, severity }) =>
    outcome === "holds" ? "holds" : `${message?.zh}${severity ? `（${severity}）` : ""}`,
  );

describe("two prints that differ in the last digit", () => {
  it("are told, where a sentence agrees with no table", () => {
    expect(said(["二", "revenue", "2946.26"], ["表3", "revenue", "2946.25"])).toEqual([
      "本年收入在二印作2946.26万元，在《表3》印作2946.25万元，末位不一致",
      "holds",
    ]);
    expect(said(["二", "revenue", "2946.25"], ["三", "revenue", "2946.26"])).toEqual([
      "本年收入在二印作2946.25万元，在三印作2946.26万元，末位不一致",
      "holds",
    ]);
  });

  it("are warned of within one section, which was written in one go", () => {
    expect(said(["二", "revenue", "2946.25"], ["二", "revenue", "2946.26"])).toEqual([
      "本年收入在二印作2946.25万元，在同一节又印作2946.26万元，末位不一致（warning）",
      "holds",
    ]);
    expect(said(["二", "revenue", "2946.25"], ["二", "revenue", "2946.26"], ["表3", "revenue", "2946.25"])).toEqual([
      "本年收入在二印作2946.26万元，在同一节又印作2946.25万元，末位不一致（warning）",
      "holds",
    ]);
  });

  it("are none where the sentence copies one of the tables, each of which is rounded for itself", () => {
    expect(said(["二", "revenue", "2946.26"], ["表1", "revenue", "2946.25"], ["表3", "revenue", "2946.26"])).toEqual([
      "holds",
    ]);
    expect(said(["表1", "revenue", "2946.25"], ["表3", "revenue", "2946.26"])).toEqual([]);
  });

  it("are none where they are the same, further apart, or not printed alike", () => {
    expect(said(["二", "revenue", "2946.26"], ["三", "revenue", "2946.26"])).toEqual(["holds"]);
    expect(said(["二", "revenue", "2946.26"], ["三", "revenue", "2946.28"])).toEqual(["holds"]);
    expect(said(["二", "revenue", "2946.3"], ["三", "revenue", "2946.26"])).toEqual(["holds"]);
    expect(said(["二", "revenue", "2946.26"], ["三", "revenue", "29462600.01元"])).toEqual(["holds"]);
    expect(said(["二", "revenue", "2946"], ["三", "revenue", "2947"])).toEqual([]);
    expect(said(["二", "revenue", "2946.26"], ["三", "revenue", "约2946.27"])).toEqual([]);
    expect(said(["二", "revenue{label=培训}", "2946.26"], ["三", "revenue{label=培训}", "2946.27"])).toEqual([]);
    expect(said(["二", "revenue", "2946.26"])).toEqual([]);
  });

  it("name both figures and the quantity, and what to do", () => {
    const [judgement] = LAST_DIGIT.judge!(contextOf(["二", "revenue", "2946.26"], ["表3", "revenue", "2946.25"]));
    expect(judgement).toMatchObject({
      outcome: "violated",
      stated: "2946.26",
      figures: [0, 1],
      sources: [{ section: "二" }, { table: "表3" }],
      key: "revenue",
      suggestion: { en: "Print one value for one quantity" },
    });
    expect(judgement!.message!.en).toContain("the last digits differ");
  });
});
