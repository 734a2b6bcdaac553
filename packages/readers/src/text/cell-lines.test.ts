import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readText } from "./index.ts";

const TITLE =
  "青禾镇人民政府2020年度一般公共预算财政拨款“三公”经费支出决算情况说明\n一、2020年度一般公共预算财政拨款“三公”经费支出决算表\n单位:万元\n";
const ROWS = [
  ["项 目", "预 算 数", "决 算 数"],
  ["合 计", "30", "25.7"],
  ["因公出国(境)费", "0", "0"],
  ["公务接待费", "14", "16.3"],
  ["公务用车购置及运行维护费", "16", "9.4"],
  ["其中:公务用车运行维护费", "16", "9.4"],
  ["公务用车购置费", "0", "0"],
] as const;
const END = "二、2020年度一般公共预算财政拨款“三公”经费支出情况说明\n";

const read = (text: string) => {
  const { figures, unbound } = bindDisclosure(readText(new TextEncoder().encode(TITLE + text + END)));
  return [
    ...figures.map(({ text: printed, dimensions: { item = "", stage = "final" } }) => `${printed} ${item} ${stage}`),
    ...unbound.map(({ text: printed }) => `${printed} unbound`),
  ];
};

const BOUND = [
  "30  budget",
  "25.7  final",
  "0 overseas budget",
  "0 overseas final",
  "14 receptions budget",
  "16.3 receptions final",
  "16 vehicles budget",
  "9.4 vehicles final",
  "16 vehicle-running budget",
  "9.4 vehicle-running final",
  "0 vehicle-purchase budget",
  "0 vehicle-purchase final",
];

describe("a table with a line for each cell", () => {
  it.each([
    ["each with a stroke behind it", ROWS.flat().map((cell) => `${cell} |\n`)],
    ["each with a stroke on a line of its own", ROWS.flat().map((cell) => `${cell}\n|\n`)],
    ["each row behind a stroke", ROWS.map((row) => `|\n${row.map((cell) => `${cell} |\n`).join("")}`)],
    ["without strokes", ROWS.flat().map((cell) => `${cell}\n`)],
  ])("is read by the order of its cells, %s", (_, cells) => {
    expect(read(cells.join(""))).toEqual(BOUND);
  });

  it("has rows without any figure, between others and at its end", () => {
    const rows = ROWS.map(([label, ...figures], row) => (row === 2 || row > 4 ? [label] : [label, ...figures]));
    expect(
      read(
        rows
          .flat()
          .map((cell) => `${cell}\n`)
          .join(""),
      ),
    ).toEqual(BOUND.filter((figure) => !/overseas|running|purchase/.test(figure)));
  });

  it("is not read where a row has a cell less: all that follows would be one column off", () => {
    const cells = ROWS.flat().map((cell) => `${cell} |\n`);
    cells.splice(7, 1);
    expect(read(cells.join("")).every((figure) => figure.endsWith("unbound"))).toBe(true);
  });
});
