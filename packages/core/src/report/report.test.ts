import { describe, expect, it } from "vitest";
import type { ReadDocument } from "../document/document.ts";
import type { BoundFigure, Disclosure, Section } from "../facts/disclosure.ts";
import { RELATIONS, relationOf } from "../relations/catalogue.ts";
import { checkDisclosure, type CheckOptions } from "./check.ts";
import { compareReports } from "./compare.ts";
import { applyPolicy } from "./policy.ts";
import { PolicySchema, type Policy } from "./policy-file.ts";
import { DocumentReportSchema, type Finding } from "./report.ts";

/** One section of a narrative, a paragraph a line. */
function documentOf(text: string): ReadDocument {
  let start = 0;
  const blocks = text.split("\n").map((line) => {
    const block = { kind: "paragraph" as const, start, end: start + line.length, page: 1, role: "body" as const };
    start += line.length + 1;
    return block;
  });
  return { format: "text", text, pages: [{ number: 1 }], blocks, oddities: [] };
}

function sectionOf(text: string): Section {
  return {
    id: "totals",
    part: "narrative",
    title: "收入支出决算总体情况说明",
    marker: "一",
    level: 1,
    heading: { start: 0, end: 0, text: "" },
    bodyStart: 0,
    bodyEnd: text.length,
  };
}

function disclosureOf(text: string, figures: readonly BoundFigure[] = []): Disclosure {
  return {
    kind: "final-accounts",
    department: "上海市普陀区财政局",
    fiscalYear: 2024,
    profile: "unknown",
    unit: "ten-thousand-yuan",
    figures,
    unbound: [],
    sections: [sectionOf(text)],
    contents: [],
    tables: [],
    statements: [],
    oddities: [],
  };
}

function figureAt(
  text: string,
  words: string,
  id: number,
  key: Pick<BoundFigure, "concept" | "dimensions">,
): BoundFigure {
  const start = text.indexOf(words);
  return {
    id,
    text: words,
    value: words,
    decimals: words.split(".")[1]?.length ?? 0,
    unit: key.dimensions.measure === "share" ? "percent" : "ten-thousand-yuan",
    source: { section: "一、收入支出决算总体情况说明", start, end: start + words.length, text: words },
    ...key,
  };
}

function check(text: string, options: Partial<CheckOptions> & { readonly figures?: readonly BoundFigure[] } = {}) {
  return checkDisclosure(disclosureOf(text, options.figures), {
    file: "a.txt",
    sha256: "0",
    format: "text",
    document: documentOf(text),
    ...options,
  });
}

const CLEAN = "2024年度收入支出总计3037.90万元。";
const LEFTOVER = "2024年度收入支出总计3037.90万元。主要原因：XXXX。";

describe("the report of a disclosure", () => {
  it("is what its schema says", () => {
    expect(DocumentReportSchema.safeParse(check(LEFTOVER)).error).toBeUndefined();
  });

  it("lists every relation in the ledger, with why it does not apply", () => {
    const { ledger } = check(CLEAN);
    expect(ledger.relations).toHaveLength(RELATIONS.length);
    const silent = ledger.relations.filter(
      (entry) => entry.holds + entry.rounding + entry.violated + entry.notCheckable.length === 0,
    );
    expect(silent.filter(({ notApplicable }) => notApplicable === undefined)).toEqual([]);
  });

  it("says how many of the printed figures are tied, free and unread", () => {
    const text = "本年支出合计3037.90万元，其中：基本支出1135.67万元，占37.38%；项目支出1902.23万元。共30万元。";
    const figures = [
      figureAt(text, "3037.90", 0, { concept: "expenditure", dimensions: {} }),
      figureAt(text, "1135.67", 1, { concept: "expenditure", dimensions: { nature: "basic" } }),
      figureAt(text, "37.38", 2, {
        concept: "expenditure",
        dimensions: { nature: "basic", measure: "share", of: "expenditure" },
      }),
    ];
    const { ledger } = check(text, { figures });
    expect(ledger.figures).toEqual({ printed: 3, tied: 3, free: 0, unread: 0 });
    expect(ledger.headline.zh).toContain("已勾稽 3 个数字中的 3 个");
    expect(ledger.ties["2"]).toContain("narrative.share");
  });

  it("names the culprit of a wrong share, with its slip and its basis", () => {
    const text = "本年支出合计3037.90万元，其中：一般公共预算财政拨款支出3030.40万元，占98.9%。";
    const figures = [
      figureAt(text, "3037.90", 0, { concept: "expenditure", dimensions: {} }),
      figureAt(text, "3030.40", 1, { concept: "expenditure", dimensions: { fund: "general" } }),
      figureAt(text, "98.9", 2, {
        concept: "expenditure",
        dimensions: { fund: "general", measure: "share", of: "expenditure" },
      }),
    ];
    const [finding] = check(text, { figures }).findings;
    expect(finding).toMatchObject({ relation: "narrative.share", severity: "error", verdict: "inconsistent" });
    expect(finding!.message).toContain("3030.40÷3037.90＝99.75%");
    expect(finding!.culprits.map(({ expected }) => expected)).toContain("99.8");
    expect(finding!.basis.zh).not.toBe("");
  });

  it("tells one slip that a section prints twice once, and marks both places", () => {
    const text = "政府性基金预算财政拨款支出64.00万元。其中46.00万元用于改造，支出决算为46.00万元。支出共64.00万元。";
    const key = { concept: "expenditure", dimensions: { fund: "government-fund" } } as const;
    const table = { ...figureAt(text, "64.00", 0, key), id: 0 };
    const figures = [
      { ...table, source: { ...table.source, table: "government-fund" } },
      figureAt(text, "46.00", 1, key),
      { ...figureAt(text, "46.00", 2, key), source: { ...figureAt(text, "46.00", 2, key).source, start: 42, end: 47 } },
      { ...table, id: 3, source: { ...table.source, table: "all", start: 50, end: 55 } },
      { ...table, id: 4, source: { ...table.source, table: "appropriation", start: 55, end: 60 } },
    ];
    const findings = check(text, { figures }).findings.filter(({ relation }) => relation === "agreement.quantity");
    expect(findings).toHaveLength(1);
    expect(findings[0]!.culprits.map(({ text: printed, expected }) => `${printed} → ${expected}`)).toEqual([
      "46.00 → 64.00",
      "46.00 → 64.00",
    ]);
  });

  it("does not check what is no final accounts", () => {
    const refusal = { zh: "这是部门预算", en: "a budget" };
    const report = checkDisclosure(
      { ...disclosureOf(LEFTOVER), kind: "budget", refusal },
      { file: "b.txt", sha256: "0", format: "text", document: documentOf(LEFTOVER) },
    );
    expect(report).toMatchObject({ kind: "budget", refusal, findings: [] });
    expect(report.ledger.relations).toEqual([]);
  });
});

describe("fingerprints", () => {
  it("stay the same when text is put in elsewhere, and figures near by change", () => {
    const [before] = check(LEFTOVER).findings;
    const [after] = check(`公开时间：2025年9月。\n${LEFTOVER.replace("3037.90", "3038.00")}`).findings;
    expect(after!.sources[0]!.start).not.toBe(before!.sources[0]!.start);
    expect(after!.fingerprint).toBe(before!.fingerprint);
  });

  it("tell two findings of one kind apart", () => {
    const { findings } = check(`${LEFTOVER}\n二、收入决算情况说明\n${LEFTOVER}`);
    expect(findings).toHaveLength(2);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

describe("a user's policy", () => {
  const policyOf = (policy: Policy): Policy => PolicySchema.parse(policy);
  const found = (policy: Policy, now?: string): Finding[] =>
    check(LEFTOVER, { policy: policyOf(policy), now }).findings;

  it("changes severities, of one relation or a family, for all forms or one", () => {
    expect(found({ relations: { "wording.leftover": { severity: "info" } } })[0]!.severity).toBe("info");
    expect(found({ relations: { "wording.*": { severity: "warning" } } })[0]!.severity).toBe("warning");
    expect(
      found({
        relations: { "wording.*": { severity: "warning" } },
        profiles: { unknown: { relations: { "wording.leftover": { severity: "error" } } } },
      })[0]!.severity,
    ).toBe("error");
    expect(found({ relations: { "wording.leftover": { severity: "off" } } })).toEqual([]);
  });

  it("marks accepted findings and keeps them in view, until the day they expire", () => {
    const [{ fingerprint }] = check(LEFTOVER).findings as [Finding];
    const acknowledged = [{ fingerprint, reason: "等待补充", by: "张会计", until: "2026-12-31" }];
    expect(found({ acknowledged }, "2026-12-31")[0]!.acknowledged).toEqual({
      reason: "等待补充",
      by: "张会计",
      until: "2026-12-31",
    });
    expect(found({ acknowledged }, "2027-01-01")[0]!.acknowledged).toBeUndefined();
  });

  it("sets where a relation begins to speak", () => {
    const relation = relationOf("reasons.change")!;
    expect(relation.thresholds).toHaveProperty("rate");
    const text = "与2023年度相比，收入支出总计增加10.00万元，增长3.00%。";
    const change = figureAt(text, "10.00", 0, { concept: "total-receipts", dimensions: { measure: "change" } });
    const rate: BoundFigure = {
      ...figureAt(text, "3.00", 1, { concept: "total-receipts", dimensions: { measure: "growth" } }),
      unit: "percent",
    };
    const disclosure: Disclosure = {
      ...disclosureOf(text, [change, rate]),
      statements: [
        {
          type: "comparison",
          against: "previous-year",
          subject: { concept: "total-receipts", dimensions: {} },
          direction: "increase",
          word: "增加",
          figures: [0, 1],
          source: { start: 17, end: 19, text: "增加" },
        },
      ],
    };
    const relations = (policy?: Policy): string[] =>
      checkDisclosure(disclosure, {
        file: "",
        sha256: "",
        format: "text",
        document: documentOf(text),
        policy,
      }).findings.map((finding) => finding.relation);
    expect(relations()).toContain("reasons.change");
    expect(relations({ relations: { "reasons.change": { thresholds: { rate: 5 } } } })).not.toContain("reasons.change");
  });

  it("refuses what it does not know", () => {
    expect(PolicySchema.safeParse({ relations: { "wording.leftover": { severity: "fatal" } } }).success).toBe(false);
    expect(PolicySchema.safeParse({ acknowledged: [{ fingerprint: "x", reason: "" }] }).success).toBe(false);
    expect(PolicySchema.safeParse({ ignore: [] }).success).toBe(false);
  });

  it("leaves differences of rounding alone", () => {
    const [finding] = check(LEFTOVER).findings as [Finding];
    const rounding: Finding = { ...finding, severity: "rounding" };
    const policy: Policy = { relations: { "wording.leftover": { severity: "error" } } };
    expect(applyPolicy([rounding], policy, { profile: "unknown" })[0]!.severity).toBe("rounding");
  });
});

describe("before and after a correction", () => {
  it("says what is cured, what remains and what is new", () => {
    const before = check(`${LEFTOVER}\n本年收入合计10.00万元，，其中：财政拨款收入10.00万元。`);
    const after = check(`${LEFTOVER}\n本年收入合计10.00万元，其中：财政拨款收入10.00万元万元。`);
    const { cured, remaining, new: fresh } = compareReports(before, after);
    expect(cured.map(({ relation }) => relation)).toEqual(["wording.punctuation"]);
    expect(remaining.map(({ relation }) => relation)).toEqual(["wording.leftover"]);
    expect(fresh.map(({ relation }) => relation)).toEqual(["wording.garbled"]);
  });
});
