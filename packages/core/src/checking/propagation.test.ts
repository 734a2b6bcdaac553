import { describe, expect, it } from "vitest";
import { TICKS } from "../figure/interval.ts";
import { atMost, ledger, OPEN, ratio, sum, word, type Ledger } from "../testing/ledger.ts";
import { Propagation } from "./propagation.ts";
import { contradiction, left, POSSIBLE } from "./propagation.test.support.ts";

describe("a sum", () => {
  it("says what its total is, from the parts", () => {
    const made = ledger({ basic: "1135.67", project: "1902.23" }, [sum("total", ["basic", "project"])]);
    expect(left(made, "total")).toEqual([3037.89, 3037.91]);
  });

  it("says what a part is, from the total and the others", () => {
    const made = ledger({ total: "3037.90", basic: "1135.67" }, [sum("total", ["basic", "project"])]);
    expect(left(made, "project")).toEqual([1902.22, 1902.24]);
  });

  it("narrows what is printed coarsely", () => {
    const made = ledger({ total: "3038", basic: "1135.67", project: "1902.23" }, [sum("total", ["basic", "project"])]);
    expect(left(made, "total")).toEqual([3037.89, 3037.91]);
    expect(left(made, "basic")).toEqual([1135.665, 1135.675]);
  });

  it("says nothing of two that are printed nowhere", () => {
    const made = ledger({ total: "3037.90" }, [sum("total", ["basic", "project"])]);
    expect(left(made, "basic")).toEqual([-Infinity, Infinity]);
    expect(left(made, "project")).toEqual([-Infinity, Infinity]);
    expect(left(made, "total")).toEqual([3037.895, 3037.905]);
  });

  it("carries what it says on to other sums", () => {
    const made = ledger({ total: "3037.90", basic: "1135.67", capital: "100.00" }, [
      sum("total", ["basic", "project"]),
      sum("project", ["capital", "other"]),
    ]);
    expect(left(made, "other")).toEqual([1802.215, 1802.245]);
  });

  it("counts a part twice that stands in it twice, and not at all one that cancels out", () => {
    expect(left(ledger({ total: "20.00" }, [sum("total", ["half", "half"])]), "half")).toEqual([9.9975, 10.0025]);
    const cancels = ledger({ total: "20.00", a: "5.00" }, [sum("total", ["a", "b", "-b"])]);
    expect(left(cancels, "b")).toBe(false);
    expect(left(ledger({ total: "20.00", a: "20.00" }, [sum("total", ["a", "b", "-b"])]), "b")).toEqual([
      -Infinity,
      Infinity,
    ]);
  });

  it("takes away what it is less by", () => {
    const made = ledger({ closing: "5.00", opening: "7.00", spent: "12.00" }, [
      sum("closing", ["opening", "received", "-spent"]),
    ]);
    expect(left(made, "received")).toEqual([9.985, 10.015]);
  });

  it("is impossible where no values that round to the print make it up", () => {
    const made = ledger({ total: "3037.90", basic: "1135.67", project: "1902.26", other: "1.00" }, [
      sum("total", ["basic", "project"]),
      sum("elsewhere", ["other"]),
    ]);
    expect(contradiction(made)).toEqual(["basic 1135.67", "project 1902.26", "total 3037.90"]);
    const less = ledger({ total: "3037.90", basic: "1135.67", project: "1902.20" }, [
      sum("total", ["basic", "project"]),
    ]);
    expect(contradiction(less)).toEqual(["basic 1135.67", "project 1902.20", "total 3037.90"]);
  });

  it("is possible where values that round to the print just make it up", () => {
    for (const project of ["1902.24", "1902.22"]) {
      const made = ledger({ total: "3037.90", basic: "1135.67", project }, [sum("total", ["basic", "project"])]);
      expect(contradiction(made)).toEqual(POSSIBLE);
    }
  });

  it("shows a contradiction that stands across two of them, and what is behind it", () => {
    const made = ledger(
      { total: "10.00", basic: "6.00", project: "4.00", capital: "3.00", other: "2.00", income: "10.00", fees: "3.00" },
      [
        sum("income", ["fees", "grants"]),
        sum("total", ["basic", "works"]),
        sum("works", ["capital", "other"]),
        sum("total", ["basic", "project"]),
      ],
    );
    expect(contradiction(made)).toEqual(["basic 6.00", "capital 3.00", "other 2.00", "total 10.00"]);
  });
});

describe("one quantity that is printed twice", () => {
  it("is what both prints allow", () => {
    expect(left(ledger({ total: ["3037.9", "3037.90"] }, [sum("total", ["basic"])]), "total")).toEqual([
      3037.895, 3037.905,
    ]);
    expect(left(ledger({ total: ["326.71", "326.72"] }, [sum("total", ["basic"])]), "total")).toEqual([
      326.715, 326.715,
    ]);
  });

  it("is impossible where they exclude each other", () => {
    const made = ledger({ total: ["80.35", "83.05"], basic: "1.00" }, [sum("total", ["basic", "project"])]);
    expect(contradiction(made)).toEqual(["total 80.35", "total 83.05"]);
    expect(contradiction(made, ["total 80.35"])).toEqual(POSSIBLE);
  });
});

describe("at most", () => {
  it("bounds the less from above and the greater from below, and no more", () => {
    const made = ledger({ spent: "97.64" }, [atMost("spent", "budget")]);
    expect(left(made, "budget")).toEqual([97.635, Infinity]);
    expect(left(ledger({ budget: "100.00" }, [atMost("spent", "budget")]), "spent")).toEqual([-Infinity, 100.005]);
  });

  it("carries one end on through a sum", () => {
    const made = ledger({ spent: "97.64", reserve: "10.00" }, [
      atMost("spent", "budget"),
      sum("budget", ["reserve", "allotted"]),
    ]);
    expect(left(made, "allotted")).toEqual([87.63, Infinity]);
    const above = ledger({ budget: "100.00", reserve: "10.00" }, [
      atMost("spent", "budget"),
      sum("spent", ["reserve", "rest"]),
    ]);
    expect(left(above, "rest")).toEqual([-Infinity, 90.01]);
    const both = ledger({ spent: "97.64", reserve: "10.00", low: "1.00" }, [
      atMost("spent", "budget"),
      atMost("low", "allotted"),
      sum("budget", ["reserve", "allotted", "rest"]),
    ]);
    expect(left(both, "rest")).toEqual([-Infinity, Infinity]);
  });

  it("is impossible only where it is surely more", () => {
    const made = ledger({ spent: "100.02", budget: "100.00", other: "1.00" }, [atMost("spent", "budget")]);
    expect(contradiction(made)).toEqual(["budget 100.00", "spent 100.02"]);
    expect(contradiction(ledger({ spent: "100.01", budget: "100.00" }, [atMost("spent", "budget")]))).toEqual(POSSIBLE);
    expect(contradiction(ledger({ spent: "1.00", budget: "100.00" }, [atMost("spent", "budget")]))).toEqual(POSSIBLE);
  });

  it("shows a contradiction through two of them", () => {
    const made = ledger({ a: "9.00", c: "8.00", d: "2.00" }, [atMost("a", "b"), atMost("b", "c"), atMost("d", "c")]);
    expect(contradiction(made)).toEqual(["a 9.00", "c 8.00"]);
  });
});

describe("a direction word", () => {
  const made = (): Ledger => ledger({ spent: "1560.05", budget: "1511.89" }, [atMost("spent", "budget", word("小于"))]);

  it("speaks while it is believed, and is named among what contradicts", () => {
    expect(contradiction(made())).toEqual(["budget 1511.89", "spent 1560.05", "小于"]);
  });

  it("says nothing once it is not", () => {
    expect(contradiction(made(), ["小于"])).toEqual(POSSIBLE);
    expect(left(made(), "spent", ["小于"])).toEqual([1560.045, 1560.055]);
  });
});

describe("a list that may leave entries out", () => {
  const list = (printed: Record<string, string>): Ledger => ledger(printed, [sum("total", ["a", "b"], OPEN)]);

  it("adds up while it is believed to be whole", () => {
    const made = list({ total: "10.00", a: "4.00", b: "3.00" });
    expect(contradiction(made)).toEqual(["a 4.00", "b 3.00", "total 10.00", "其他项目"]);
    expect(contradiction(made, ["其他项目"])).toEqual(POSSIBLE);
  });

  it("lists no more than its total, whole or not", () => {
    const made = list({ total: "10.00", a: "8.00", b: "3.00" });
    expect(contradiction(made, ["其他项目"])).toEqual(["a 8.00", "b 3.00", "total 10.00"]);
    expect(left(list({ total: "10.00", a: "4.00" }), "b", ["其他项目"])).toEqual([-Infinity, 6.01]);
    expect(left(list({ a: "4.00", b: "3.00" }), "total", ["其他项目"])).toEqual([6.99, Infinity]);
    expect(left(list({ a: "4.00", b: "3.00" }), "total")).toEqual([6.99, 7.01]);
  });

  it("does so though its total is what is taken away", () => {
    const terms = [
      { key: "total", coefficient: -1, figures: [] },
      { key: "a", coefficient: 1, figures: [] },
    ];
    const made = ledger({ total: "10.00" }, [{ ...sum("total", ["a"], OPEN), terms }]);
    expect(left(made, "a", ["其他项目"])).toEqual([-Infinity, 10.005]);
  });
});

describe("an empty cell", () => {
  it("is nothing while it is believed", () => {
    const made = ledger({ total: "10.00" }, [sum("total", ["basic", "空 project"])]);
    expect(left(made, "basic")).toEqual([9.995, 10.005]);
    expect(left(made, "basic", ["空 project"])).toEqual([-Infinity, Infinity]);
    const wrong = ledger({ total: "10.00", basic: "8.00" }, [sum("total", ["basic", "空 project"])]);
    expect(contradiction(wrong)).toEqual(["basic 8.00", "total 10.00", "空 project"]);
  });
});

/** Whole ticks outwards, and a double's own error. */
describe("a supposition", () => {
  const made = (): Ledger =>
    ledger({ total: "3037.90", basic: "1135.67" }, [
      sum("total", ["basic", "project"]),
      sum("project", ["capital", "other"]),
    ]);

  it("is taken back with all that followed from it", () => {
    const { network } = made();
    const propagation = new Propagation(network, false);
    expect(propagation.enforce(network.observations.keys()) && propagation.run()).toBe(true);
    const before = [[...propagation.low], [...propagation.high]];
    const mark = propagation.mark();
    const variable = network.variableOf("capital")!;
    expect(propagation.suppose(variable, 100 * TICKS, 101 * TICKS) && propagation.run()).toBe(true);
    expect(propagation.low[network.variableOf("other")!]! / TICKS).toBeCloseTo(1801.22, 6);
    propagation.undo(mark);
    expect([[...propagation.low], [...propagation.high]]).toEqual(before);
    expect(propagation.suppose(variable, 100 * TICKS, 101 * TICKS) && propagation.run()).toBe(true);
  });

  it("is no one's word where it leads to a contradiction", () => {
    const { network, nameOf } = made();
    const propagation = new Propagation(network, false);
    propagation.enforce(network.observations.keys());
    propagation.run();
    propagation.suppose(network.variableOf("capital")!, 100 * TICKS, 101 * TICKS);
    propagation.run();
    expect(propagation.suppose(network.variableOf("other")!, 0, TICKS) && propagation.run()).toBe(false);
    expect(propagation.explain().observations.map(nameOf).toSorted()).toEqual(["basic 1135.67", "total 3037.90"]);
    expect(propagation.suppose(network.variableOf("other")!, 2 * TICKS, TICKS)).toBe(false);
  });

  it("of words and lists is taken back by name", () => {
    const { network } = ledger({ spent: "9.00" }, [atMost("spent", "budget", word("小于"))]);
    const propagation = new Propagation(network, false);
    const all = [...network.observations.keys()];
    propagation.enforce(all);
    propagation.run();
    expect(propagation.low[network.variableOf("budget")!]! / TICKS).toBe(8.995);
    propagation.undo(0, all);
    propagation.enforce(all.filter((index) => network.observations[index]!.kind === "figure"));
    propagation.run();
    expect(propagation.low[network.variableOf("budget")!]).toBe(-Infinity);
  });

  it("leaves nothing to explain where all holds", () => {
    const { network } = made();
    const propagation = new Propagation(network, false);
    propagation.enforce(network.observations.keys());
    propagation.run();
    expect(propagation.explain()).toEqual({ observations: [], constraints: [] });
  });
});

describe("figures that may stray as roundings do", () => {
  const extent = (printed: string, loose: boolean, steps = 1): readonly [number, number] => {
    const made = ledger({ one: printed }, [sum("one", ["other"])], {
      looseness: { [printed.replace(/\D+$/, "")]: steps },
    });
    const { low, high } = new Propagation(made.network, loose).extent(made.at("one"));
    return [low / TICKS, high / TICKS];
  };

  it("stray by one unit of their last place, or by as many as their sums are off", () => {
    expect(extent("3037.90", false)).toEqual([3037.895, 3037.905]);
    expect(extent("3037.90", true)).toEqual([3037.885, 3037.915]);
    expect(extent("3037.90", true, 3)).toEqual([3037.865, 3037.935]);
    expect(extent("3037.90", false, 3)).toEqual([3037.895, 3037.905]);
  });

  it("are none of counts, nor of empty cells", () => {
    expect(extent("16个", true)).toEqual([16, 16]);
    const { network } = ledger({ total: "10.00" }, [sum("total", ["basic", "空 project"])]);
    const blank = network.observations.findIndex(({ kind }) => kind === "blank");
    expect(new Propagation(network, true).extent(blank)).toEqual({ low: 0, high: 0 });
  });
});

describe("a bound", () => {
  /** What is left of a coarse print when something else bounds it by so much. */
  const after = (low: number, high: number): readonly [number, number] | false => {
    const made = ledger({ total: "100" }, [sum("total", ["same"])]);
    const propagation = new Propagation(made.network, false);
    propagation.enforce(made.network.observations.keys());
    propagation.run();
    const [total, same] = [made.network.variableOf("total")!, made.network.variableOf("same")!];
    propagation.undo(0);
    propagation.enforce(made.network.observations.keys());
    return (
      propagation.suppose(same, low * TICKS, high * TICKS) &&
      propagation.run() && [propagation.low[total]! / TICKS, propagation.high[total]! / TICKS]
    );
  };

  it("moves by a visible part of what is left, so that long chains come to an end", () => {
    expect(after(99, 102)).toEqual([99.5, 100.5]);
    expect(after(99.502, 102)).toEqual([99.502, 100.5]);
    expect(after(99.501, 102)).toEqual([99.5, 100.5]);
    expect(after(99, 100.498)).toEqual([99.5, 100.498]);
    expect(after(99, 100.499)).toEqual([99.5, 100.5]);
  });

  it("that excludes all of it is a contradiction, however little is missing", () => {
    expect(after(100.5, 102)).toEqual([100.5, 100.5]);
    expect(after(100.501, 102)).toBe(false);
    expect(after(98, 99.5)).toEqual([99.5, 99.5]);
    expect(after(98, 99.499)).toBe(false);
  });

  it("of sums that feed each other comes to an end", () => {
    // a = b ÷ 2 + …, b = a ÷ 2 + …: each round halves what is left to say.
    const made = ledger({ one: "1.00" }, [sum("a", ["half", "one"]), sum("b", ["half", "half"]), sum("b", ["a"])]);
    expect(left(made, "a")).not.toBe(false);
  });
});

describe("what is behind a contradiction", () => {
  /** `a` is from 4.95 (by its first print) to 4.955 (by its second). */
  const A = { a: ["5.0", "4.95"] } as const;

  it.each([
    ["too high", ["a"], "limit", "total", "6.00", ["a 4.95", "b 1.00", "limit 6.00"]],
    ["too low", ["a"], "total", "limit", "5.90", ["a 5.0", "b 1.00", "limit 5.90"]],
    ["too low, taken away", ["-a"], "limit", "total", "-3.90", ["a 5.0", "b 1.00", "limit -3.90"]],
    ["too high, taken away", ["-a"], "total", "limit", "-4.00", ["a 4.95", "b 1.00", "limit -4.00"]],
  ] as const)("is only the print that bounds that side: %s", (_, parts, least, greatest, limit, expected) => {
    const made = ledger({ ...A, b: "1.00", limit }, [sum("total", [...parts, "b"]), atMost(least, greatest)]);
    expect(contradiction(made)).toEqual(expected);
  });

  it("is so for what is worked out from a total", () => {
    const made = ledger({ ...A, b: "1.00", limit: "-3.90" }, [sum("b", ["a", "rest"]), atMost("limit", "rest")]);
    expect(contradiction(made)).toEqual(["a 5.0", "b 1.00", "limit -3.90"]);
    const low = ledger({ ...A, b: "1.00", limit: "-4.00" }, [sum("b", ["a", "rest"]), atMost("rest", "limit")]);
    expect(contradiction(low)).toEqual(["a 4.95", "b 1.00", "limit -4.00"]);
  });

  it("is everything that a rate was worked out from", () => {
    const RATE = "rate{measure=share,of=whole}";
    const relations = [ratio(RATE, ["part"], ["whole"]), sum("total", ["part", "other"])];
    const high = contradiction(ledger({ [RATE]: "50%", whole: "10.00", other: "2.00", total: "6.00" }, relations));
    expect(high).toEqual(["other 2.00", `${RATE} 50%`, "total 6.00", "whole 10.00"]);
    const low = contradiction(ledger({ [RATE]: "50%", whole: "10.00", other: "2.00", total: "8.00" }, relations));
    expect(low).toEqual(high.map((name) => name.replace("6.00", "8.00")));
    const prints = { [RATE]: ["50%", "49.5%"], whole: "10.00", other: "2.00" };
    expect(contradiction(ledger({ ...prints, total: "6.93" }, relations))).toContain(`${RATE} 50%`);
    expect(contradiction(ledger({ ...prints, total: "6.98" }, relations))).toContain(`${RATE} 49.5%`);
  });

  it("is a word that was heard first as well as one heard later", () => {
    const made = ledger({ a: "9.00", b: "8.00" }, [
      atMost("spent", "budget", word("小于")),
      sum("spent", ["a"]),
      sum("budget", ["b"]),
    ]);
    expect(made.nameOf(0)).toBe("小于");
    expect(contradiction(made)).toEqual(["a 9.00", "b 8.00", "小于"]);
    expect(contradiction(made, ["小于"])).toEqual(POSSIBLE);
    const propagation = new Propagation(made.network, false);
    expect(propagation.enforce([1, 2]) && propagation.run()).toBe(true);
    expect(propagation.enforce([0]) && propagation.run()).toBe(false);
    expect(propagation.explain().observations.map(made.nameOf).toSorted()).toEqual(["a 9.00", "b 8.00", "小于"]);
  });

  it("is not what was tried before and taken back", () => {
    const made = ledger({ total: "10.00", basic: "6.00" }, [
      sum("total", ["basic", "project"]),
      sum("project", ["a", "b"]),
    ]);
    const { network, nameOf } = made;
    const propagation = new Propagation(network, false);
    const mark = propagation.mark();
    propagation.enforce([made.at("total")]);
    propagation.suppose(network.variableOf("project")!, 9 * TICKS, 9 * TICKS);
    propagation.run();
    propagation.undo(mark);
    expect(propagation.mark()).toBe(mark);
    propagation.enforce(network.observations.keys());
    propagation.run();
    propagation.suppose(network.variableOf("a")!, 1 * TICKS, 1 * TICKS);
    propagation.run();
    expect(propagation.suppose(network.variableOf("b")!, 9 * TICKS, 9 * TICKS)).toBe(false);
    expect(propagation.explain().observations.map(nameOf).toSorted()).toEqual(["basic 6.00", "total 10.00"]);
  });
});

describe("one relation alone", () => {
  it("is violated or not, and nothing is changed by asking", () => {
    const { network } = ledger({ total: "10.00", basic: "6.00", project: "5.00", capital: "1.00" }, [
      sum("total", ["basic", "project"]),
      sum("project", ["capital", "other"]),
    ]);
    const propagation = new Propagation(network, false);
    expect(propagation.enforce(network.observations.keys())).toBe(true);
    expect([propagation.violates(0), propagation.violates(1)]).toEqual([true, false]);
    expect(propagation.low[network.variableOf("other")!]).toBe(-Infinity);
    propagation.allowed = Uint8Array.of(0, 1);
    propagation.undo(0);
    expect(propagation.enforce(network.observations.keys()) && propagation.run()).toBe(true);
    expect(propagation.low[network.variableOf("other")!]! / TICKS).toBeCloseTo(3.99, 6);
  });
});
