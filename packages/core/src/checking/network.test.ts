import { describe, expect, it } from "vitest";
import { atMost, cellAt, ledger, OPEN, ratio, sum, word, type Ledger } from "../testing/ledger.ts";
import type { Witnesses } from "./network.ts";

const CHANGE = "expenditure{measure=change}";
const GROWTH = "expenditure{measure=growth}";

const against = (told: {
  readonly figures?: number[];
  readonly places?: number[];
  readonly directions?: number[];
}): Witnesses => ({
  figures: new Set(told.figures),
  places: new Set(told.places),
  directions: new Set(told.directions),
});

/** Everything that can be wrong, and what it costs to blame it. */
const weights = ({ network, nameOf }: Ledger): Readonly<Record<string, number>> =>
  Object.fromEntries(network.observations.map(({ weight }, index) => [nameOf(index), weight]));

const kinds = ({ network }: Ledger): readonly string[] => network.observations.map(({ kind }) => kind);

describe("what it costs to blame", () => {
  const relations = [sum("total", ["basic", "空 project"])];
  const printed = { total: "10.00", basic: "8.00" };

  it("is one for a figure, and more for an empty cell", () => {
    const made = ledger(printed, relations);
    expect(weights(made)).toEqual({ "空 project": 1.5, "total 10.00": 1, "basic 8.00": 1 });
    expect(kinds(made).toSorted()).toEqual(["blank", "figure", "figure"]);
  });

  it("is less for what something else speaks against", () => {
    const made = ledger(printed, relations, {
      witnesses: against({ figures: [1], places: [cellAt("project").start] }),
    });
    expect(weights(made)).toEqual({ "空 project": 0.75, "total 10.00": 1, "basic 8.00": 0.75 });
    expect([made.network.isDoubted(0), made.network.isDoubted(1)]).toEqual([false, true]);
    expect(ledger(printed, relations).network.isDoubted(1)).toBe(false);
  });

  it("is more than any repair for what last year's disclosure prints", () => {
    const made = ledger({ before: "5.00", now: "6.00" }, [sum("now", ["before", "more"])], { foreign: ["before"] });
    expect(made.network.observations.map(({ kind, weight, figure }) => [kind, weight, figure?.text])).toEqual([
      ["figure", 1, "6.00"],
      ["foreign", 4, undefined],
    ]);
  });

  it("is one for a direction word, or less", () => {
    const relation = [atMost("spent", "budget", word("小于", 77))];
    expect(weights(ledger({}, relation))).toEqual({ 小于: 1 });
    expect(weights(ledger({}, relation, { witnesses: against({ places: [77] }) }))).toEqual({ 小于: 0.75 });
    expect(weights(ledger({}, relation, { witnesses: against({ places: [78] }) }))).toEqual({ 小于: 1 });
  });

  it("is more for a list that leaves something out, unless what it leaves out is named", () => {
    expect(weights(ledger({}, [sum("total", ["a"], OPEN)]))).toEqual({ 其他项目: 1.75 });
    expect(weights(ledger({}, [sum("total", ["a"], { ...OPEN, leftOut: "住房公积金" })]))).toEqual({ 其他项目: 1 });
    expect(weights(ledger({}, [sum("total", ["a"])]))).toEqual({});
  });

  it("is one for turning a word round, less where something else says so", () => {
    const made = ledger(
      { [CHANGE]: "↑5.00", [GROWTH]: "↑50.0%" },
      [sum("now", [CHANGE, "before"]), ratio(GROWTH, [CHANGE], ["before"])],
      {
        witnesses: against({ directions: [1] }),
      },
    );
    expect(made.network.reversalWeight([made.at(CHANGE)])).toBe(1);
    expect(made.network.reversalWeight([made.at(CHANGE), made.at(GROWTH)])).toBe(0.75);
    const untold = ledger({ [CHANGE]: "↑5.00" }, [sum("now", [CHANGE, "before"])]);
    expect(untold.network.reversalWeight([untold.at(CHANGE)])).toBe(1);
    const switched = ledger({}, [atMost("spent", "budget", word("小于"))], { witnesses: against({ directions: [1] }) });
    expect(switched.network.reversalWeight([0])).toBe(1);
  });
});

describe("what can be wrong is counted once", () => {
  it("however many relations a quantity stands in", () => {
    const { network } = ledger({ total: "10.00", basic: "6.00" }, [
      sum("total", ["basic", "project"]),
      sum("total", ["basic", "other"]),
    ]);
    expect(network.keys).toEqual(["total", "basic", "project", "other"]);
    expect(network.observations).toHaveLength(2);
    expect(network.bounds).toEqual([[0], [1], [], []]);
    expect(network.touching).toEqual([[0, 1], [0, 1], [0], [1]]);
  });

  it("an empty cell, in every sum that it stands in", () => {
    const made = ledger({}, [sum("total", ["空 basic"]), sum("sum", ["空 basic"]), sum("all", ["空 project"])]);
    expect(kinds(made)).toEqual(["blank", "blank"]);
    expect(made.network.blankAt(cellAt("basic"))).toBe(0);
    expect(made.network.blankAt(cellAt("project"))).toBe(1);
    expect(made.network.blankAt(cellAt("capital"))).toBeUndefined();
  });

  it("a list whose columns are summed one by one", () => {
    const made = ledger({}, [
      sum("total", ["a"], { ...OPEN, list: "表5" }),
      sum("basic", ["b"], { ...OPEN, list: "表5" }),
      sum("project", ["c"], { ...OPEN, list: "表6" }),
      sum("other", ["d"], OPEN),
      sum("more", ["e"], OPEN),
    ]);
    expect(made.network.constraints.map((constraint) => constraint.switch)).toEqual([0, 0, 1, 2, 3]);
  });

  it("is no empty cell without a place, or with a figure in it", () => {
    const cell = { key: "basic", coefficient: -1, figures: [], blank: true };
    const total = { key: "total", coefficient: 1, figures: [] };
    expect(kinds(ledger({}, [{ ...sum("total", []), terms: [total, cell] }]))).toEqual([]);
    const filled = { ...cell, figures: [7], source: cellAt("basic") };
    expect(kinds(ledger({}, [{ ...sum("total", []), terms: [total, filled] }]))).toEqual([]);
    const unsaid = { ...cell, blank: false, source: cellAt("basic") };
    expect(kinds(ledger({}, [{ ...sum("total", []), terms: [total, unsaid] }]))).toEqual([]);
  });
});

describe("what a figure and a relation became", () => {
  it("can be looked up", () => {
    const { network, figures } = ledger({ total: ["10.00", "10.0"] }, [
      sum("total", ["total"]),
      sum("total", ["basic"]),
    ]);
    expect(figures.map(({ id }) => network.observationOf(id))).toEqual([0, 1]);
    expect(network.observationOf(7)).toBeUndefined();
    expect([network.constraintOf(0), network.constraintOf(1), network.constraintOf(2)]).toEqual([
      undefined,
      0,
      undefined,
    ]);
    expect([network.variableOf("total"), network.variableOf("basic"), network.variableOf("project")]).toEqual([
      0,
      1,
      undefined,
    ]);
  });
});

describe("a relation over one quantity alone is its prints, and bounds nothing else", () => {
  it.each([
    ["two prints agree", sum("total", ["total"])],
    ["terms that cancel out", sum("total", ["basic", "total", "-basic"])],
    ["a share of nothing", ratio("rate", ["part"], [])],
    ["a share of itself", ratio("rate", ["part"], ["part"])],
    ["a share of what cancels out", ratio("rate", ["part"], ["whole", "-whole"])],
    ["a sum of nothing", { ...sum("total", []), terms: [] }],
  ])("%s", (_, instance) => {
    const { network } = ledger({ total: "10.00", basic: "1.00", part: "2.00", rate: "5%" }, [instance]);
    expect(network.constraints).toEqual([]);
    const keys =
      instance.form === "linear" ? instance.terms : [instance.result, ...instance.numerator, ...instance.denominator];
    for (const { key } of keys) expect(network.variableOf(key)).toBeDefined();
  });
});

describe("the form of a relation", () => {
  const formOf = (...relations: Parameters<typeof ledger>[1]) => {
    const { network } = ledger({}, relations);
    return network.constraints.map(({ variables, ...rest }) => ({
      ...rest,
      variables: variables.map((variable) => network.keys[variable]),
    }));
  };

  it("is a sum, of each quantity once", () => {
    expect(formOf(sum("total", ["basic", "-project"]))).toEqual([
      {
        form: "linear",
        instance: 0,
        switch: -1,
        upperOnly: false,
        variables: ["total", "basic", "project"],
        coefficients: [1, -1, 1],
      },
    ]);
    expect(formOf(sum("total", ["half", "half"]))).toMatchObject([
      { variables: ["total", "half"], coefficients: [1, -2] },
    ]);
    expect(formOf(sum("total", ["a", "b", "-b"]))).toMatchObject([
      { variables: ["total", "a"], coefficients: [1, -1] },
    ]);
    expect(
      formOf({
        ...sum("total", []),
        terms: [
          { key: "a", coefficient: 1, figures: [] },
          { key: "a", coefficient: 1, figures: [] },
        ],
      }),
    ).toMatchObject([{ variables: ["a"], coefficients: [2] }]);
    expect(
      formOf({
        ...sum("total", []),
        terms: [
          { key: "a", coefficient: 1, figures: [] },
          { key: "b", coefficient: -1, figures: [] },
        ],
      }),
    ).toMatchObject([{ variables: ["a", "b"], coefficients: [1, -1] }]);
  });

  it("is one way only for at most and less than", () => {
    expect(formOf(atMost("spent", "budget"), atMost("spent", "budget", word("小于")))).toMatchObject([
      { upperOnly: true, switch: -1 },
      { upperOnly: true, switch: 0 },
    ]);
  });

  it("keeps the parts of an open list within their total, whichever is taken away", () => {
    expect(formOf(sum("total", ["a", "b"], OPEN))).toMatchObject([{ coefficients: [1, -1, -1], within: [-1, 1, 1] }]);
    const turned = {
      ...sum("total", [], OPEN),
      terms: [
        { key: "total", coefficient: -1, figures: [] },
        { key: "a", coefficient: 1, figures: [] },
      ],
    };
    expect(formOf(turned)).toMatchObject([{ coefficients: [-1, 1], within: [-1, 1] }]);
    expect(formOf(sum("total", ["a", "b"]))[0]).not.toHaveProperty("within");
  });

  it("is a rate of two quantities: a share, a growth on the change, a growth on last year", () => {
    const pair = (...relation: Parameters<typeof ratio>) => formOf(ratio(...relation))[0];
    const common = { form: "pair", instance: 0, switch: -1 };
    expect(pair("r", ["part"], ["whole"])).toEqual({
      ...common,
      variables: ["r", "part", "whole"],
      ax: 1,
      ay: 0,
      bx: 0,
      by: 1,
    });
    expect(pair("r", ["c"], ["now", "-c"])).toEqual({
      ...common,
      variables: ["r", "c", "now"],
      ax: 1,
      ay: 0,
      bx: -1,
      by: 1,
    });
    expect(pair("r", ["now", "-last"], ["last"])).toEqual({
      ...common,
      variables: ["r", "now", "last"],
      ax: 1,
      ay: -1,
      bx: 0,
      by: 1,
    });
    // Rising with the part, not falling with the rest.
    expect(pair("r", ["part"], ["part", "rest"])).toEqual({
      ...common,
      variables: ["r", "part", "rest"],
      ax: 1,
      ay: 0,
      bx: 1,
      by: 1,
    });
    expect(pair("r", ["part"], ["rest", "part"])).toMatchObject({ variables: ["r", "part", "rest"], bx: 1, by: 1 });
    // What falls with both is a quotient.
    expect(pair("r", ["-part"], ["whole"])).toMatchObject({ form: "quotient", coefficients: [1, -1, 1], shift: 0 });
  });

  it("is a rate of several, without a quantity that stands above and below", () => {
    const quotient = (...relation: Parameters<typeof ratio>) => formOf(ratio(...relation))[0];
    const common = { form: "quotient", instance: 0, switch: -1 };
    expect(quotient("r", ["a"], ["b", "c"])).toEqual({
      ...common,
      variables: ["r", "a", "b", "c"],
      coefficients: [1, 1, 1, 1],
      above: 1,
      shift: 0,
    });
    // 100 (now − b − c) ÷ (b + c) = 100 now ÷ (b + c) − 100
    expect(quotient("r", ["now", "-b", "-c"], ["b", "c"])).toEqual({
      ...common,
      variables: ["r", "now", "b", "c"],
      coefficients: [1, 1, 1, 1],
      above: 1,
      shift: -100,
    });
    // 100 b ÷ (2b + c + d) = 50 − 100 (c + d) ÷ 2 ÷ (2b + c + d)
    expect(quotient("r", ["b"], ["b", "b", "c", "d"])).toEqual({
      ...common,
      variables: ["r", "c", "d", "b", "c", "d"],
      coefficients: [1, -0.5, -0.5, 2, 1, 1],
      above: 2,
      shift: 50,
    });
  });
});
