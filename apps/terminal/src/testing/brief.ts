import type { Finding } from "@juesuan/core";
import type { Brief } from "../check/entry.ts";

// Entries for tests, with the real figures of a real disclosure.

const place = {
  part: "第二部分 2023年度部门决算情况说明",
  section: "五、一般公共预算财政拨款支出决算情况说明 / （一）一般公共预算财政拨款支出决算总体情况",
  page: 7,
  start: 120,
  end: 124,
  text: "98.9",
};

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    relation: "narrative.share",
    title: "说明中的占比",
    titleEn: "Shares in the narrative",
    severity: "error",
    verdict: "inconsistent",
    message: "五(一)称一般公共预算财政拨款支出占本年支出合计的98.9%，但3030.4÷3037.9＝99.75%，应为99.8%。",
    messageEn: "Section 5(1) states 98.9%, but 3030.4 ÷ 3037.9 = 99.75%: should be 99.8%.",
    stated: "98.9",
    expected: "99.8",
    sources: [place],
    culprits: [{ text: "98.9", expected: "99.8", certainty: "unique", source: place }],
    suggestion: "将98.9%改为99.8%。",
    suggestionEn: "Change 98.9% to 99.8%.",
    basis: { zh: "算术", en: "Arithmetic" },
    symptoms: [],
    fingerprint: "5f1e",
    ...changes,
  };
}

export function brief(changes: Partial<Brief> = {}): Brief {
  return {
    file: "决算/renhe.txt",
    sha256: "a".repeat(64),
    kind: "final-accounts",
    refusal: null,
    department: "攀枝花市仁和区人力资源和社会保障局",
    fiscalYear: 2023,
    profile: "sichuan-2023",
    unit: "ten-thousand-yuan",
    format: "pdf",
    figures: { printed: 400, bound: 396, unbound: 4 },
    facts: [],
    unbound: [],
    findings: [finding()],
    ledger: {
      figures: { printed: 400, tied: 310, free: 86, unread: 4 },
      ties: {},
      relations: [
        {
          relation: "narrative.share",
          title: "说明中的占比",
          titleEn: "Shares in the narrative",
          holds: 11,
          rounding: 2,
          violated: 1,
          notCheckable: [],
        },
        {
          relation: "narrative.change",
          title: "增减额与增减率",
          titleEn: "Changes and rates",
          holds: 4,
          rounding: 0,
          violated: 0,
          notCheckable: [],
        },
        {
          relation: "table.across",
          title: "表内横向合计",
          titleEn: "Rows add up",
          holds: 0,
          rounding: 0,
          violated: 0,
          notApplicable: { zh: "文件中没有表。", en: "The document has no tables." },
          notCheckable: [],
        },
      ],
      headline: { zh: "400 个数字中 310 个受勾稽关系约束。", en: "310 of 400 figures are tied by relations." },
    },
    reading: { sections: [], tables: [], oddities: [] },
    ...changes,
  };
}

export const unread = brief({
  file: "坏.pdf",
  department: null,
  fiscalYear: null,
  findings: [],
  error: { code: "damaged", message: "文件已损坏。", messageEn: "The file is damaged." },
});
