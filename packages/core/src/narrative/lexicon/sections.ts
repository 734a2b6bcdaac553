import type { Dimensions } from "../../facts/key.ts";
import type { SectionId } from "../../facts/disclosure.ts";

/** What a section speaks of before its first phrase does. */
export const SECTION_SUBJECTS: Readonly<Partial<Record<SectionId, { concept: string; dimensions: Dimensions }>>> = {
  totals: { concept: "total-receipts", dimensions: {} },
  revenue: { concept: "revenue", dimensions: {} },
  expenditure: { concept: "expenditure", dimensions: {} },
  "appropriation-totals": { concept: "total-receipts", dimensions: { fund: "appropriation" } },
  "general-expenditure": { concept: "expenditure", dimensions: { fund: "general" } },
  "general-expenditure.total": { concept: "expenditure", dimensions: { fund: "general" } },
  "general-expenditure.structure": { concept: "expenditure", dimensions: { fund: "general" } },
  "general-expenditure.items": { concept: "expenditure", dimensions: { fund: "general" } },
  "basic-expenditure": { concept: "expenditure", dimensions: { fund: "general", nature: "basic" } },
  "three-public": { concept: "three-public", dimensions: {} },
  "three-public.total": { concept: "three-public", dimensions: {} },
  "three-public.detail": { concept: "three-public", dimensions: {} },
  "government-fund": { concept: "expenditure", dimensions: { fund: "government-fund" } },
  "state-capital": { concept: "expenditure", dimensions: { fund: "state-capital" } },
  "operating-costs": { concept: "operating-costs", dimensions: {} },
  procurement: { concept: "procurement", dimensions: {} },
  "state-assets": { concept: "state-vehicles", dimensions: {} },
};
