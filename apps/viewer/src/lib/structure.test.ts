import { describe, expect, it } from "vitest";
import { factsByKey, type Fact } from "./facts.ts";
import { branchAt, structureOf } from "./structure.ts";

function spent(dimensions: Record<string, string>, value: string): Fact {
  const inside = Object.entries(dimensions).map(([name, text]) => `${name}=${text}`);
  return {
    id: 0,
    concept: "expenditure",
    dimensions,
    key: inside.length === 0 ? "expenditure" : `expenditure{${inside.join(",")}}`,
    value,
    unit: "ten-thousand-yuan",
    decimals: 2,
    source: { start: 0, end: 1, text: value },
  };
}

describe("structureOf", () => {
  it("takes the division that goes deepest, and hangs items under the nearest class that is stated", () => {
    const structure = structureOf(
      factsByKey([
        spent({}, "100.00"),
        spent({ functional: "208" }, "90.00"),
        spent({ fund: "general" }, "95.00"),
        spent({ fund: "general", functional: "208" }, "85.00"),
        spent({ fund: "general", functional: "2080505" }, "60.00"),
        spent({ fund: "general", functional: "2080506" }, "25.00"),
        spent({ fund: "general", functional: "221" }, "10.00"),
      ]),
      "functional",
    );
    expect(structure?.whole).toBe("expenditure{fund=general}");
    expect(structure?.branches.map(({ code }) => code)).toEqual(["208", "221"]);
    expect(structure?.branches[0]?.children.map(({ code }) => code)).toEqual(["2080505", "2080506"]);
  });

  it("divides by object too, within basic expenditure", () => {
    const structure = structureOf(
      factsByKey([
        spent({ fund: "general", economic: "301", nature: "basic" }, "70.00"),
        spent({ fund: "general", economic: "30101", nature: "basic" }, "40.00"),
      ]),
      "economic",
    );
    expect(structure?.whole).toBe("expenditure{fund=general,nature=basic}");
    expect(structure?.branches[0]?.children[0]?.code).toBe("30101");
  });

  it("has nothing to say of a document that divides nothing up", () => {
    expect(structureOf(factsByKey([spent({}, "1.00")]), "functional")).toBeUndefined();
  });
});

describe("branchAt", () => {
  const structure = structureOf(
    factsByKey([
      spent({}, "100.00"),
      spent({ functional: "201" }, "90.00"),
      spent({ functional: "20106" }, "90.00"),
      spent({ functional: "2010601" }, "60.00"),
      spent({ functional: "2010602" }, "30.00"),
      spent({ functional: "221" }, "10.00"),
    ]),
    "functional",
  )!;

  it("goes on through an only child to where the money divides", () => {
    expect(branchAt(structure, "201").map(({ code }) => code)).toEqual(["201", "20106"]);
  });

  it("names all branches above a code, and none for the whole", () => {
    expect(branchAt(structure, "2010602").map(({ code }) => code)).toEqual(["201", "20106", "2010602"]);
    expect(branchAt(structure, "")).toEqual([]);
  });
});
