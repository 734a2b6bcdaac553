import { describe, expect, it } from "vitest";
import { figureOf } from "../testing/printed.ts";
import { blamed, check, errors, HOUSING, tableOf } from "./evaluate.test.support.ts";
import { explainProblem } from "./index.ts";

describe("a table", () => {
  it("holds across, down and by class, and ties every figure", () => {
    const result = check(tableOf(HOUSING));
    expect(result.problems).toEqual([]);
    expect(result.ties.size).toBe(15);
    expect(new Set(result.instances.map(({ relation }) => relation.id))).toEqual(
      new Set(["table.across", "table.classes"]),
    );
  });

  it("tells the cell that row and column both exclude", () => {
    const [problem] = errors(check(tableOf({ ...HOUSING, "2210201": ["187.19", "176.19", "20.00"] })));
    expect(problem!.certainty).toBe("unique");
    expect(blamed(problem!)).toEqual(["176.19 → 167.19"]);
  });

  it("tells the cell that was emptied", () => {
    const [problem] = errors(check(tableOf({ ...HOUSING, "2210201": ["187.19", "", "20.00"] })));
    expect(blamed(problem!)).toEqual(["blank → 167.19"]);
  });

  it("tells two rows that were exchanged", () => {
    const [problem, ...others] = errors(
      check(
        tableOf({ ...HOUSING, "2210201": ["187.19", "233.50", "20.00"], "2210203": ["258.50", "167.19", "25.00"] }),
      ),
    );
    expect(others).toEqual([]);
    expect(
      problem!.culprits[0]!.blames.map(({ figure, expected, slip }) => [figure!.text, expected, slip!.id]),
    ).toEqual([
      ["233.50", "167.19", "swapped"],
      ["167.19", "233.50", "swapped"],
    ]);
  });

  it("names a row that may be missing where no cell explains the gap", () => {
    const { "2210203": _, ...rest } = HOUSING;
    const [problem] = errors(check(tableOf(rest)));
    expect(problem!.culprits.flatMap(({ blames }) => blames.map(({ kind }) => kind))).toContain("omission");
  });
});

describe("a table headed by the wrong unit", () => {
  it("is one fault, whatever number of figures it concerns", () => {
    const table = tableOf(HOUSING);
    const inYuan = table.figures.map((figure) => ({ ...figure, unit: "yuan" as const }));
    const sentences = [
      ["三", "expenditure", "445.69"],
      ["三", "expenditure{nature=basic}", "400.69"],
      ["三", "expenditure{nature=project}", "45"],
      ["五", "expenditure{functional=221}", "445.69"],
      ["十", "procurement", "16.2"],
      ...Array.from({ length: 15 }, (_, index) => ["附件", `project-amount{label=项目${index}}`, "1.5"] as const),
    ] as const;
    const figures = [...inYuan, ...sentences.map((printed, index) => figureOf(printed, inYuan.length + index))];
    const [problem, ...others] = errors(check({ ...table, figures }));
    expect(others).toEqual([]);
    expect(problem!.culprits[0]!.blames[0]).toMatchObject({ kind: "unit", expectedUnit: "ten-thousand-yuan" });
    expect(explainProblem(problem!).zh).toContain("《支出决算表》的单位印作“元”");
  });
});
