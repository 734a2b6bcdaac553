import type { Disclosure, DocumentReport, ReadDocument } from "@juesuan/core";
import type { Entry } from "./model.ts";

// A small document as the readers give it, for the tests of every engine.

export const document = {
  format: "text",
  text: "收入总计3037.90万元",
  pages: [{ number: 1 }],
  blocks: [],
  oddities: [],
} satisfies ReadDocument;
export const disclosure = {
  kind: "final-accounts",
  department: "攀枝花市仁和区人力资源和社会保障局",
  fiscalYear: 2023,
  profile: "sichuan-2023",
  unit: "ten-thousand-yuan",
  figures: [],
  unbound: [],
  sections: [],
  contents: [],
  tables: [],
  statements: [],
  oddities: [],
} satisfies Disclosure;

export function entry(changes: Partial<DocumentReport> = {}, rest: Partial<Entry> = {}): Entry {
  return {
    report: {
      file: "renhe.txt",
      sha256: "a".repeat(64),
      kind: "final-accounts",
      refusal: null,
      format: "text",
      department: disclosure.department,
      fiscalYear: 2023,
      profile: "sichuan-2023",
      unit: "ten-thousand-yuan",
      figures: { printed: 3, bound: 2, unbound: 1 },
      facts: [],
      unbound: [],
      findings: [],
      ledger: {
        figures: { printed: 3, tied: 0, free: 2, unread: 1 },
        ties: {},
        relations: [],
        headline: { zh: "3 个数字，0 个受约束", en: "3 figures, none tied" },
      },
      reading: { sections: [], tables: [], oddities: [] },
      ...changes,
    },
    document,
    disclosure,
    ...rest,
  };
}
