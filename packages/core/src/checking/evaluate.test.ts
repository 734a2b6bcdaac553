import { describe, expect, it } from "vitest";
import type { Statement } from "../facts/disclosure.ts";
import { disclosureOf, figureOf, type Printed } from "../testing/printed.ts";
import { blamed, check, errors, read } from "./evaluate.test.support.ts";
import { explainProblem, parseKey, type Problem } from "./index.ts";

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

  it("is one of two totals that are not equal, and not the rate that a rounding leaves beside them", () => {
    const result = read(
      ["一", "total-receipts", "4125.49"],
      ["一", "total-disbursements", "4143.91"],
      ["一", "total-receipts{measure=change}", "↓1267.86"],
      ["一", "total-disbursements{measure=change}", "↓2570.97"],
      ["一", "total-receipts{measure=growth}", "↓23.51%"],
      ["一", "total-disbursements{measure=growth}", "↓38.28%"],
    );
    const [problem, ...others] = errors(result);
    expect(others).toEqual([]);
    expect(problem!.main.relation.id).toBe("identity.totals");
    expect(blamed(problem!)).toEqual(["4143.91 → 4125.49", "4125.49 → 4143.91"]);
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
