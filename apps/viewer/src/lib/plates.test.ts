import { describe, expect, it } from "vitest";
import { factsByKey, type Fact } from "./facts.ts";
import { platesOf } from "./plates.ts";

function fact(key: string, value: string, others: Partial<Fact> = {}): Fact {
  const inside = /\{(?<inside>.*)\}$/.exec(key)?.groups?.["inside"];
  return {
    id: 0,
    concept: key.split("{")[0]!,
    dimensions: Object.fromEntries((inside?.split(",") ?? []).map((pair) => pair.split("="))),
    key,
    value,
    unit: "ten-thousand-yuan",
    decimals: value.split(".")[1]?.length ?? 0,
    source: { start: 0, end: 1, text: value },
    ...others,
  };
}

/** Of a bureau of human resources, 2023, as its text states them. */
const FACTS = factsByKey([
  fact("total-receipts", "3037.9"),
  fact("total-receipts{measure=change}", "1019.89", { direction: "increase" }),
  fact("total-disbursements", "3037.9"),
  fact("revenue", "2826.88"),
  fact("revenue{fund=general}", "2819.38"),
  fact("revenue{fund=state-capital}", "7.5"),
  fact("expenditure", "3037.90"),
  fact("expenditure{nature=basic}", "1135.67"),
  fact("expenditure{nature=project}", "1902.23"),
  fact("expenditure{fund=general}", "3030.4"),
  fact("expenditure{fund=general,functional=208}", "2832.4"),
  fact("expenditure{fund=general,functional=221}", "94.5"),
  fact("expenditure{fund=general,functional=210}", "59.25"),
  fact("expenditure{fund=general,functional=213}", "44.25"),
  fact("three-public", "0"),
]);

describe("the seven charts of the form", () => {
  const plates = platesOf(FACTS);

  it("are seven, in the order of the form", () => {
    expect(plates.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      "1 change",
      "2 structure",
      "3 structure",
      "4 change",
      "5 change",
      "6 structure",
      "7 structure",
    ]);
  });

  it("take last year from the printed change where it is not stated itself", () => {
    const [first] = plates;
    expect(first?.kind === "change" && first.pairs.map(({ before }) => before)).toEqual([
      { value: "2018.01", stated: false },
      { value: "2018.01", stated: false },
    ]);
  });

  it("divide a whole into what the document divides it into", () => {
    const [, revenue, , , , classes] = plates;
    expect(revenue?.kind === "structure" && revenue.parts?.map(({ share }) => share)).toEqual(["99.7", "0.3"]);
    expect(classes?.kind === "structure" && classes.parts?.map(({ value }) => value)).toEqual([
      "2832.4",
      "94.5",
      "59.25",
      "44.25",
    ]);
  });

  it("do not draw what is nothing or not stated", () => {
    const last = plates[6];
    expect(last?.kind === "structure" && [last.whole?.value, last.parts]).toEqual(["0", undefined]);
    const appropriation = plates[3];
    expect(appropriation?.kind === "change" && appropriation.pairs).toEqual([]);
  });
});
