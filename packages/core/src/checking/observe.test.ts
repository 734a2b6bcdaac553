import { describe, expect, it } from "vitest";
import type { BoundFigure, Disclosure } from "../facts/disclosure.ts";
import { TICKS } from "../figure/interval.ts";
import { buildContext } from "../relations/context.ts";
import { cellOf, disclosureOf, figureOf } from "../testing/printed.ts";
import { factsOf, lastYearKey, Observations, trusted } from "./observe.ts";

const KEY = "expenditure{fund=general}";

const observing = (figures: readonly BoundFigure[], previous?: Disclosure): Observations =>
  new Observations(buildContext(disclosureOf(figures), { previous }));

const texts = (figures: readonly BoundFigure[]): readonly string[] => figures.map(({ text }) => text);

/** Figures of one quantity: `[五（一）] 3030.4` in a section, `[表5] 3030.40` in a table, `[表5 p.8]` on a page of it. */
function figuresOf(...printed: readonly string[]): readonly BoundFigure[] {
  return printed.map((text, id) => {
    const [, place, page, value] = /^(?:\[(.*?)(?: p\.(\d+))?\] )?(.*)$/.exec(text)!;
    const figure = place?.startsWith("表") ? cellOf(place, KEY, value!, id) : figureOf([place ?? "", KEY, value!], id);
    const { section: _, ...nowhere } = figure.source;
    return {
      ...figure,
      source: { ...(place === undefined ? nowhere : figure.source), ...(page && { page: Number(page) }) },
    };
  });
}

describe("what a document says of a quantity", () => {
  it("is what its figures stand for, in the order of print", () => {
    const observed = observing(figuresOf("[五（一）] 3030.4", "[表5] 3030.40")).of(KEY);
    expect(observed.map(({ figure, reading, foreign }) => [figure.text, reading.low / TICKS, foreign])).toEqual([
      ["3030.4", 3030.35, false],
      ["3030.40", 3030.395, false],
    ]);
  });

  it("is not what an approximation says, nor a figure in a unit of something else", () => {
    const observations = observing(figuresOf("[一] 约3000", "[二] 98.9%", "[三] 3030.4"));
    expect(observations.of(KEY).map(({ figure }) => figure.text)).toEqual(["3030.4"]);
  });

  it("is nothing where it is printed nowhere", () => {
    expect(observing([]).of(KEY)).toEqual([]);
    expect(observing([]).best(KEY)).toBeUndefined();
  });

  it("is looked up once", () => {
    const observations = observing(figuresOf("[五（一）] 3030.4"));
    expect(observations.of(KEY)).toBe(observations.of(KEY));
  });
});

describe("last year's own disclosure", () => {
  const lastYear = disclosureOf([figureOf(["五（一）", KEY, "2018.01"], 0), figureOf(["一", "revenue", "2100.00"], 1)]);

  it("is evidence from elsewhere", () => {
    const [observed, ...others] = observing(figuresOf("[五（一）] 3030.4"), lastYear).of(lastYearKey(KEY));
    expect(others).toEqual([]);
    expect([observed!.figure.text, observed!.foreign]).toEqual(["2018.01", true]);
  });

  it("says nothing of what it does not print, and nothing where it is not at hand", () => {
    expect(observing([], lastYear).of(lastYearKey("procurement"))).toEqual([]);
    expect(observing(figuresOf("[五（一）] 3030.4")).of(lastYearKey(KEY))).toEqual([]);
  });

  it("is not mixed up with this year's", () => {
    const observations = observing(figuresOf("[五（一）] 3030.4"), lastYear);
    expect(observations.of(KEY).map(({ figure }) => figure.text)).toEqual(["3030.4"]);
    expect(observations.of("revenue")).toEqual([]);
  });
});

describe("the figure that speaks best for a quantity", () => {
  it.each([
    ["a table's before a sentence's, even with fewer decimals", ["[五] 3030.39", "[表5] 3030.4"], "3030.4"],
    ["a table's before a sentence's, whichever comes first", ["[表5] 3030.40", "[五] 3030.41"], "3030.40"],
    ["more decimals before fewer", ["[五] 3030", "[三] 3030.40", "[二] 3030.4"], "3030.40"],
    ["more decimals in yuan than in 万元", ["[五] 3030.40", "[三] 30304012元"], "30304012"],
    ["the first of equals", ["[五] 3030.40", "[三] 3030.41"], "3030.40"],
    ["the first of a table's equals", ["[五] 3030.45", "[表3] 3030.40", "[表5] 3030.41"], "3030.40"],
  ])("is %s", (_, printed, best) => {
    expect(observing(figuresOf(...printed)).best(KEY)!.figure.text).toBe(best);
  });
});

describe("figures that were surely read wrongly", () => {
  it("are three values of one quantity in one section: a list taken for one thing", () => {
    expect(texts(trusted(figuresOf("[九] 12.5", "[九] 30.2", "[九] 7.1")))).toEqual([]);
    expect(texts(trusted(figuresOf("[九] 12.5", "[九] 30.2", "[九] 7.1", "[三] 49.8")))).toEqual(["49.8"]);
    expect(texts(trusted(figuresOf("12.5", "30.2", "7.1", "[三] 49.8")))).toEqual(["49.8"]);
  });

  it("are three values of one quantity on one page of one table", () => {
    expect(texts(trusted(figuresOf("[表5 p.8] 12.5", "[表5 p.8] 30.2", "[表5 p.8] 7.1")))).toEqual([]);
    expect(texts(trusted(figuresOf("[表5] 12.5", "[表5] 30.2", "[表5] 7.1", "[五] 49.8")))).toEqual(["49.8"]);
  });

  it("are not two values, which are a contradiction to be told", () => {
    expect(texts(trusted(figuresOf("[九] 12.5", "[九] 30.2", "[九] 12.5", "[九] 30.2")))).toHaveLength(4);
  });

  it("are not three values in three places", () => {
    expect(texts(trusted(figuresOf("[三] 12.5", "[五] 30.2", "[九] 7.1")))).toHaveLength(3);
    expect(texts(trusted(figuresOf("[表3] 12.5", "[表5] 30.2", "[表7] 7.1")))).toHaveLength(3);
    expect(texts(trusted(figuresOf("[表5 p.8] 12.5", "[表5 p.9] 30.2", "[表5 p.10] 7.1")))).toHaveLength(3);
    expect(texts(trusted(figuresOf("[三] 12.5", "[表3] 30.2", "7.1")))).toHaveLength(3);
  });

  it("are not figures beside them that another section prints", () => {
    const figures = figuresOf("[九] 12.5", "[表5] 49.80", "[九] 30.2", "[三] 49.8", "[九] 7.1");
    expect(texts(trusted(figures))).toEqual(["49.80", "49.8"]);
    expect(
      observing(figures)
        .of(KEY)
        .map(({ figure }) => figure.text),
    ).toEqual(["49.80", "49.8"]);
  });
});

it("groups what a disclosure states by quantity, in the order of print", () => {
  const figures = [
    figureOf(["一", "revenue", "2826.88"], 0),
    figureOf(["二", KEY, "3030.4"], 1),
    figureOf(["三", "revenue", "2826.9"], 2),
  ];
  expect([...factsOf(disclosureOf(figures))].map(([key, of]) => [key, texts(of)])).toEqual([
    ["revenue", ["2826.88", "2826.9"]],
    [KEY, ["3030.4"]],
  ]);
});
