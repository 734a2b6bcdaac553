import type { Examine } from "./examine.ts";

const UNIT = "ten-thousand-yuan";

/** For tests: reads nothing; the report names the bytes, so that a test sees what arrived. Real documents: bulk.test.ts. */
export const examine: Examine = async (bytes, { name = "stdin" }) => {
  const text = new TextDecoder().decode(bytes);
  if (text.startsWith("broken"))
    throw Object.assign(new Error("文件已损坏。"), { code: "damaged", messageEn: "The file is damaged." });
  const refusal = text.startsWith("budget") ? { refusal: { zh: "这是预算，不是决算。", en: "This is a budget." } } : {};
  const kind = text.startsWith("budget") ? ("budget" as const) : ("final-accounts" as const);
  const source = { start: 0, end: 4, text: "98.9" };
  const place = {
    department: "攀枝花市仁和区人力资源和社会保障局",
    fiscalYear: 2023,
    profile: "sichuan-2023",
    unit: UNIT,
  } as const;
  const figure = { id: 0, text: "98.9", value: "98.9", decimals: 1, unit: "percent", source } as const;
  return {
    report: {
      file: name,
      sha256: String(bytes.length).padStart(64, "0"),
      kind,
      refusal: refusal.refusal ?? null,
      format: "text",
      ...place,
      figures: { printed: 1, bound: 1, unbound: 0 },
      facts: [],
      unbound: [],
      findings: [
        {
          relation: "share",
          title: "占比",
          titleEn: "Share",
          severity: "error",
          verdict: "inconsistent",
          message: "称占98.9%，应为99.8%。",
          messageEn: "98.9% is stated and should be 99.8%.",
          stated: "98.9",
          expected: "99.8",
          sources: [source],
          culprits: [],
          suggestion: null,
          suggestionEn: null,
          basis: { zh: "算术", en: "Arithmetic" },
          symptoms: [],
          fingerprint: "share-1",
        },
      ],
      ledger: {
        figures: { printed: 1, tied: 1, free: 0, unread: 0 },
        ties: {},
        relations: [],
        headline: { zh: "1 个数字", en: "1 figure" },
      },
      reading: { sections: [], tables: [], oddities: [] },
    },
    document: { format: "text", text, pages: [{ number: 1 }], blocks: [], oddities: [] },
    disclosure: {
      kind,
      ...refusal,
      ...place,
      figures: [
        { ...figure, concept: "expenditure", dimensions: { fund: "general", measure: "share" } },
        { ...figure, id: 1, text: "3037.90", value: "3037.90", unit: UNIT, concept: "total-receipts", dimensions: {} },
      ],
      unbound: [],
      sections: [],
      contents: [],
      tables: [],
      statements: [],
      oddities: [],
    },
  };
};
