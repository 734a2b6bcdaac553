import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { BoundFigure, BoundTable, Disclosure, Statement } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import { buildContext } from "../relations/context.ts";
import { NUMERIC_RELATIONS } from "../relations/numeric/index.ts";
import { disclosureOf, figureOf, type Printed } from "../testing/printed.ts";
import { evaluate, explainProblem, parseKey, type NumericResult, type Problem } from "./index.ts";

const check = (disclosure: Disclosure, strict = false): NumericResult =>
  evaluate(buildContext(disclosure), NUMERIC_RELATIONS, { strict });

const read = (...printed: readonly Printed[]): NumericResult => check(disclosureOf(printed.map(figureOf)));

const errors = ({ problems }: NumericResult): readonly Problem[] =>
  problems.filter(({ severity }) => severity === "error");

/** What is blamed and what should stand there: 98.9 → 99.8. */
const blamed = ({ culprits }: Problem): readonly string[] =>
  culprits.map(({ blames }) =>
    blames
      .map(({ figure, expected, about, kind }) => {
        const number = about === undefined ? expected : `约${about}`;
        return `${figure?.text ?? kind}${number === undefined ? "" : ` → ${number}`}`;
      })
      .join(" & "),
  );

const RENHE: readonly Printed[] = [
  ["二", "revenue", "2826.88"],
  ["二", "revenue{fund=general}", "2819.38"],
  ["二", "revenue{fund=general,measure=share,of=revenue}", "99.7%"],
  ["二", "revenue{fund=state-capital}", "7.5"],
  ["二", "revenue{fund=state-capital,measure=share,of=revenue}", "0.3%"],
  ["三", "expenditure", "3037.9"],
  ["三", "expenditure{nature=basic}", "1135.67"],
  ["三", "expenditure{nature=basic,measure=share,of=expenditure}", "37.4%"],
  ["三", "expenditure{nature=project}", "1902.23"],
  ["三", "expenditure{nature=project,measure=share,of=expenditure}", "62.6%"],
  ["五（一）", "expenditure{fund=general}", "3030.4"],
  ["五（一）", "expenditure{fund=general,measure=change}", "↑1012.39"],
  ["五（一）", "expenditure{fund=general,measure=growth}", "↑50.2%"],
];

describe("a figure that the rest of the document contradicts", () => {
  it("is a share that no rounding explains", () => {
    const result = read(...RENHE, ["五（一）", "expenditure{fund=general,measure=share,of=expenditure}", "98.9%"]);
    const [problem, ...others] = errors(result);
    expect(others).toEqual([]);
    expect(problem!.certainty).toBe("unique");
    expect(blamed(problem!)).toEqual(["98.9 → 99.8"]);
    expect(explainProblem(problem!).zh).toBe(
      "五（一）称一般公共预算财政拨款支出占本年支出的98.9%，但3030.4÷3037.9＝99.75%，应为99.8%（疑为相邻数字颠倒）。",
    );
  });

  it("is a share that may have been bent to make the list add up to 100%, which is said", () => {
    const whole = "expenditure{fund=general}";
    const classes = [
      ["208", "2832.4", "93.5%"],
      ["210", "59.25", "1.9%"],
      ["213", "44.25", "1.5%"],
      ["221", "94.5", "3.1%"],
    ] as const;
    const result = read(
      ["五（二）", whole, "3030.4"],
      ...classes.flatMap(([code, amount, share]): Printed[] => [
        ["五（二）", `expenditure{fund=general,functional=${code}}`, amount],
        ["五（二）", `expenditure{fund=general,functional=${code},measure=share,of=${whole}}`, share],
      ]),
    );
    expect(result.problems).toMatchObject([{ severity: "info", isForced: true }]);
    expect(explainProblem(result.problems[0]!).zh).toContain(
      "但59.25÷3030.4＝1.96%，应为2.0%；所列占比相加恰为100%，可能是为凑足100%作了调整。",
    );
  });

  it("is told to as many digits as the other print has", () => {
    const total = (fund: string, change: string): Printed[] => [
      [fund, `total-receipts${fund === "四" ? "{fund=appropriation}" : ""}`, "3037.9"],
      [fund, `total-receipts{${fund === "四" ? "fund=appropriation," : ""}measure=change}`, change],
      [fund, `total-receipts{${fund === "四" ? "fund=appropriation," : ""}measure=growth}`, "↑50.5%"],
    ];
    const { problems } = read(...total("一", "↑1019.89"), ...total("四", "↑1019.8"));
    expect(problems.map((problem) => blamed(problem))).toEqual([["1019.8 → 1019.9", "1019.89 → 约1019.8"]]);
  });

  it("is told from another print by a total that stands in another fault as well", () => {
    const problems = errors(
      read(
        ...RENHE,
        ["五（一）", "expenditure{fund=general,measure=share,of=expenditure}", "98.9%"],
        ["附件", "expenditure{nature=project,measure=share,of=expenditure}", "26.6%"],
      ),
    );
    expect(problems.map((problem) => blamed(problem)).toSorted()).toEqual([["26.6 → 62.6"], ["98.9 → 99.8"]]);
  });

  it("is a number with its point moved, which goes back rather than being calculated from a rounded rate", () => {
    const result = read(
      ["四", "revenue{fund=appropriation}", "5900.52"],
      ["四", "revenue{fund=appropriation,measure=change}", "↓20990.00"],
      ["四", "revenue{fund=appropriation,measure=growth}", "↓26.24%"],
    );
    const [problem, ...others] = errors(result);
    expect(others).toEqual([]);
    expect(blamed(problem!)).toEqual(["20990.00 → 2099.00", "5900.52 → 约59002", "26.24 → 78.06"]);
  });

  it("is measured with what another fault has put right", () => {
    const result = read(
      ["三", "three-public{item=receptions}", "1.82"],
      ["七", "three-public{item=receptions}", "1.28"],
      ["八", "three-public{item=receptions}", "1.28"],
      ["三", "three-public{item=receptions,measure=change}", "↑0.10"],
      ["八", "three-public{item=receptions,measure=change}", "↑0.10"],
      ["三", "three-public{item=receptions,measure=growth}", "↑4.47%"],
    );
    const problems = errors(result);
    expect(problems.map((problem) => blamed(problem))).toEqual([["1.82 → 1.28"], ["4.47 → 8.47"]]);
    expect(explainProblem(problems[1]!).zh).toContain("但0.10÷（1.28－0.10）＝8.475%，应为8.47%");
  });

  it("is a direction word, where that word alone would put everything right", () => {
    const change = "expenditure{fund=general,measure=change}";
    const growth = "expenditure{fund=general,measure=growth}";
    const said = (words: string, rate: string): Problem => {
      const [problem, ...others] = errors(
        read(["五", "expenditure{fund=general}", "4815.32"], ["五", change, words], ["五", growth, rate]),
      );
      expect(others).toEqual([]);
      return problem!;
    };
    // 减少800.21万元，增长19.93%: 下降14.25% would take another word and another number.
    const reversed = said("↓800.21", "↑19.93%");
    expect(reversed.certainty).toBe("unique");
    expect(reversed.culprits[0]!.blames).toMatchObject([
      { figure: { text: "800.21" }, expectedDirection: "increase", slip: { id: "direction" } },
    ]);
    // 增加1.00万元，下降5.72%: told once, though the figure may be let go as well as turned.
    const other = said("↓800.21", "↑14.25%");
    expect(other.certainty).toBe("unique");
    expect(other.culprits[0]!.blames).toMatchObject([{ figure: { text: "14.25" }, expectedDirection: "decrease" }]);
    // Where neither word does it alone, nothing is sure.
    expect(said("↓800.21", "↑17.00%").certainty).toBe("ambiguous");
  });

  it("is an amount in the wrong unit", () => {
    const [problem] = errors(read(...RENHE, ["附件", "revenue{fund=general}", "2819.38元"]));
    expect(problem!.certainty).toBe("unique");
    expect(problem!.culprits[0]!.blames[0]).toMatchObject({
      expected: "2819.38",
      expectedUnit: "ten-thousand-yuan",
      slip: { id: "unit" },
    });
  });

  it("is a sentence, where a table's sums hold its figure", () => {
    const printed = RENHE.map(([section, key, text]): Printed => [
      section,
      key,
      key === "expenditure{nature=basic}" ? "1153.67" : text,
    ]);
    const [problem] = errors(read(...printed));
    expect(problem!.certainty).toBe("unique");
    expect(blamed(problem!)).toEqual(["1153.67 → 1135.67"]);
    expect(problem!.culprits[0]!.blames[0]!.slip!.id).toBe("digits-swapped");
    expect(problem!.symptoms.length).toBeGreaterThan(0);
  });

  it("is said to be one of two where nothing else speaks for either", () => {
    const [problem] = errors(read(["一", "operating-costs", "80.35"], ["十", "operating-costs", "83.05"]));
    expect(problem!.certainty).toBe("ambiguous");
    expect(blamed(problem!).toSorted()).toEqual(["80.35 → 83.05", "83.05 → 80.35"]);
    expect(problem!.settledBy).toEqual(["operating-costs"]);
  });

  it("is a total of nothing, since neither part can be less than nothing, at the precision of its parts", () => {
    const basic = "expenditure{fund=general,nature=basic";
    const [problem] = errors(
      read(
        ["六", `${basic}}`, "0"],
        ["六", `${basic},group=personnel}`, "3500"],
        ["六", `${basic},group=public}`, "534.56"],
      ),
    );
    expect(problem!.certainty).toBe("unique");
    expect(blamed(problem!)).toEqual(["0 → 4034.56"]);
  });

  it("is a direction word that its change and rate share", () => {
    const printed = RENHE.map(([section, key, text]): Printed => [section, key, text.replace("↑", "↓")]);
    const [problem] = errors(read(...printed));
    expect(problem!.culprits[0]!.blames).toMatchObject([
      { figure: { text: "1012.39" }, expectedDirection: "increase", slip: { id: "direction" } },
      { figure: { text: "50.2" }, expectedDirection: "increase" },
    ]);
  });
});

describe("what is no error", () => {
  it.each<[string, readonly Printed[]]>([
    [
      "parts rounded one by one",
      [
        ["十", "procurement", "251.25"],
        ["十", "procurement{item=goods}", "4.79"],
        ["十", "procurement{item=works}", "0"],
        ["十", "procurement{item=services}", "246.47"],
      ],
    ],
    [
      "two tables rounded apart",
      [
        ["三", "expenditure", "326.71"],
        ["五", "expenditure", "326.72"],
      ],
    ],
    [
      "a coarser print of the same",
      [
        ["三", "expenditure", "3037.9"],
        ["五", "expenditure", "3037.90"],
      ],
    ],
    [
      "a completion without decimals",
      [
        ["五", "expenditure{stage=original-budget,fund=general}", "100"],
        ["五", "expenditure{fund=general}", "97.64"],
        ["五", "expenditure{stage=original-budget,fund=general,measure=completion}", "98%"],
      ],
    ],
    [
      "a base that only rounding makes nothing",
      [
        ["七", "three-public", "0.1"],
        ["七", "three-public{measure=change}", "↑0.1"],
        ["七", "three-public{measure=growth}", "↑61.2%"],
      ],
    ],
    [
      "0% of nothing",
      [
        ["七", "three-public{stage=budget}", "0"],
        ["七", "three-public", "0"],
        ["七", "three-public{stage=budget,measure=completion}", "0%"],
      ],
    ],
    [
      "outputs that share their words",
      [
        ["附件", "performance-output{label=培训}", "16个"],
        ["附件", "performance-output{label=培训}", "18个"],
      ],
    ],
  ])("%s", (_, printed) => {
    expect(read(...printed).problems).toEqual([]);
  });

  it("is a share bent to make the list add up to 100%, which is only mentioned", () => {
    const of = "measure=share,of=expenditure{fund=general}}";
    const result = read(
      ["五（二）", "expenditure{fund=general}", "3030.4"],
      ["五（二）", "expenditure{fund=general,functional=208}", "2832.4"],
      ["五（二）", `expenditure{fund=general,functional=208,${of}`, "93.5%"],
      ["五（二）", "expenditure{fund=general,functional=210}", "59.25"],
      ["五（二）", `expenditure{fund=general,functional=210,${of}`, "1.9%"],
      ["五（二）", "expenditure{fund=general,functional=213}", "44.25"],
      ["五（二）", `expenditure{fund=general,functional=213,${of}`, "1.5%"],
      ["五（二）", "expenditure{fund=general,functional=221}", "94.5"],
      ["五（二）", `expenditure{fund=general,functional=221,${of}`, "3.1%"],
    );
    expect(result.problems.map(({ severity, verdict }) => [severity, verdict])).toEqual([["info", "suspect"]]);
  });

  it("any sums of amounts that were rounded once", () => {
    const amounts = array(integer({ min: 0, max: 10 ** 11 }), { minLength: 3, maxLength: 3 });
    assert(
      property(amounts, integer({ min: 1, max: 2 }), ([goods = 0, works = 0, services = 0], decimals) => {
        const print = (fen: number): string =>
          (Math.round(fen / 10 ** (6 - decimals)) / 10 ** decimals).toFixed(decimals);
        const result = check(
          disclosureOf(
            (
              [
                ["十", "procurement", print(goods + works + services)],
                ["十", "procurement{item=goods}", print(goods)],
                ["十", "procurement{item=works}", print(works)],
                ["十", "procurement{item=services}", print(services)],
              ] as const
            ).map(figureOf),
          ),
          true,
        );
        expect(result.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** 支出决算表 with the rows given as code → total, basic, project; an empty text is an empty cell. */
function tableOf(rows: Readonly<Record<string, readonly [string, string, string]>>): Disclosure {
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

const HOUSING = {
  合计: ["445.69", "400.69", "45.00"],
  "221": ["445.69", "400.69", "45.00"],
  "22102": ["445.69", "400.69", "45.00"],
  "2210201": ["187.19", "167.19", "20.00"],
  "2210203": ["258.50", "233.50", "25.00"],
} as const;

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

describe("a quantity that one place gives three values", () => {
  it("was read wrongly, and proves nothing", () => {
    const result = read(
      ["五（二）", "expenditure{fund=general}", "3030.4"],
      ["五（二）", "expenditure{fund=general}", "59.25"],
      ["五（二）", "expenditure{fund=general}", "44.25"],
    );
    expect(result.problems).toEqual([]);
  });
});

describe("a contradiction that no single relation shows", () => {
  // Each sum is within its own rounding; together they leave the whole no value.
  const joint: readonly Printed[] = [
    ["一", "expenditure{fund=general}", "10.01"],
    ["一", "expenditure{fund=general,nature=basic}", "5.00"],
    ["一", "expenditure{fund=general,nature=project}", "5.00"],
    ["一", "expenditure{fund=general,nature=basic,group=personnel}", "2.49"],
    ["一", "expenditure{fund=general,nature=basic,group=public}", "2.50"],
    ["一", "total-disbursements{fund=general}", "10.02"],
    ["一", "closing-carry-over{fund=general}", "0.00"],
  ];

  it("is proven where every figure is taken at its word", () => {
    const result = check(disclosureOf(joint.map(figureOf)), true);
    expect(errors(result)).toHaveLength(1);
    expect(result.instances.every(({ verdict }) => verdict !== "inconsistent")).toBe(true);
  });

  it("is told with the calculation of each relation that takes part", () => {
    const [problem] = errors(check(disclosureOf(joint.map(figureOf)), true));
    const { zh, en } = explainProblem(problem!);
    expect(zh).toContain("各项之和5.00＋5.00＝10万元，相差0.01万元，在四舍五入之内；");
    expect(zh).toContain("各项之和2.49＋2.50＝4.99万元，");
    expect(zh).toContain("；单独看都说得通，这3处不能同时成立；");
    expect(en).toContain("each is possible by itself, but these 3 cannot hold together");
  });

  it("is left alone where figures may have been rounded table by table", () => {
    expect(read(...joint).problems).toEqual([]);
  });
});

describe("a rate of nothing", () => {
  const completed = (rate: string): readonly Problem[] =>
    read(
      ["七", "three-public{stage=budget}", "0"],
      ["七", "three-public", "3.03"],
      ["七", "three-public{stage=budget,measure=completion}", rate],
    ).problems;

  it("has no meaning", () => {
    const [problem] = completed("87.5%");
    expect(problem!.severity).toBe("error");
    expect(problem!.main.relation.id).toBe("narrative.rate-of-nothing");
    expect(explainProblem(problem!).zh).toContain("没有意义");
  });

  it("is filled in awkwardly, and nothing miscalculated, where it is 0% or 100%", () => {
    for (const rate of ["0%", "100%"]) {
      const [problem, ...others] = completed(rate);
      expect(others).toEqual([]);
      expect(problem!.severity).toBe("warning");
      expect(blamed(problem!)).toEqual([rate.slice(0, -1)]);
    }
  });
});

describe("a direction word without figures of its own", () => {
  it("is held against the amounts that are compared", () => {
    const figures = [
      ["五", "expenditure{stage=original-budget,fund=general}", "1560.05"],
      ["五", "expenditure{fund=general}", "1511.89"],
      ["五", "expenditure{stage=original-budget,fund=general,measure=completion}", "96.91%"],
    ] as const;
    const statement: Statement = {
      type: "comparison",
      against: "budget",
      subject: parseKey("expenditure{fund=general}"),
      direction: "increase",
      word: "大于",
      figures: [],
      source: { start: 99, end: 101, text: "大于", section: "五" },
    };
    const [problem] = errors(check(disclosureOf(figures.map(figureOf), { statements: [statement] })));
    expect(problem!.certainty).toBe("unique");
    expect(problem!.culprits[0]!.blames[0]).toMatchObject({
      kind: "word",
      expected: "小于",
      slip: { id: "direction" },
    });
  });
});

describe("totals that are not equal", () => {
  it("are told once, though the changes of both follow from them", () => {
    const [problem, ...others] = errors(
      read(
        ["一", "total-receipts", "100.00"],
        ["一", "total-disbursements", "120.00"],
        ["一", "total-receipts{measure=change}", "↑10.00"],
        ["一", "total-receipts{measure=growth}", "↑11.11%"],
        ["一", "total-disbursements{measure=change}", "↑10.00"],
        ["一", "total-disbursements{measure=growth}", "↑9.09%"],
      ),
    );
    expect(others).toEqual([]);
    expect(problem?.certainty).toBe("ambiguous");
    expect(blamed(problem!)).toEqual(["100.00 → 120.00", "120.00 → 100.00"]);
  });
});
