import { z } from "zod";
import { unitSchema } from "../accounts/schema/figure.ts";

// The report on documents: what the terminal prints with `--format json` and what the API answers with.

const BoxSchema = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });

export const SourceSchema = z.object({
  part: z.string().optional(),
  section: z.string().optional(),
  table: z.string().optional(),
  row: z.string().optional(),
  column: z.string().optional(),
  page: z.int().positive().optional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  context: z.string().optional(),
  box: BoxSchema.optional(),
});

export const SeveritySchema = z.enum(["error", "warning", "info", "rounding"]);

/** One printed figure and what it measures. `id` is the figure's in its document; sources of findings repeat places. */
export const FactSchema = z.object({
  id: z.int().nonnegative(),
  concept: z.string(),
  dimensions: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The canonical key, `expenditure{fund=general}`: equal keys are one quantity. */
  key: z.string(),
  /** A plain decimal, as printed. */
  value: z.string(),
  unit: unitSchema,
  decimals: z.int().nonnegative(),
  classifier: z.string().optional(),
  direction: z.enum(["increase", "decrease", "unchanged"]).optional(),
  approximate: z.boolean().optional(),
  confidence: z.number().min(0).max(1).optional(),
  source: SourceSchema,
});

export const UnboundSchema = z.object({
  id: z.int().nonnegative(),
  text: z.string(),
  reason: z.string(),
  source: SourceSchema,
});

/** A figure or words to blame. `expected` is what should be printed there, at its own precision. */
export const CulpritSchema = z.object({
  figure: z.int().nonnegative().optional(),
  text: z.string(),
  /** Absent where the rest of the document does not settle it. */
  expected: z.string().optional(),
  /** The unit to print it in, where the slip is one of unit. */
  expectedUnit: unitSchema.optional(),
  /** The direction that the words should say, where they say the other. */
  expectedDirection: z.enum(["increase", "decrease"]).optional(),
  /** Of arithmetic: what is wrong there. A `blank` lacks a figure, an `omission` an entry of a list, `unit` heads a table. */
  kind: z.enum(["figure", "blank", "word", "omission", "unit", "table"]).optional(),
  /** The interval that the rest of the document implies, both ends included, in the figure's unit. */
  implied: z.object({ low: z.string(), high: z.string() }).optional(),
  /** The human slip that explains it. */
  slip: z.object({ id: z.string(), zh: z.string(), en: z.string() }).optional(),
  /** `unique`: nothing else can be wrong alone. `one-of`: any one of the culprits listed. `all-of`: they are wrong together. */
  certainty: z.enum(["unique", "one-of", "all-of"]),
  source: SourceSchema,
});

export const FindingSchema = z.object({
  /** The relation's id; the main one where several are broken by one culprit. */
  relation: z.string(),
  title: z.string(),
  titleEn: z.string(),
  severity: SeveritySchema,
  verdict: z.enum(["inconsistent", "suspect", "rounding", "violated"]),
  /** One Chinese sentence with the calculation and the places. */
  message: z.string(),
  messageEn: z.string(),
  /** What is printed. */
  stated: z.string().nullable(),
  /** What the rest of the document says it should be. */
  expected: z.string().nullable(),
  sources: z.array(SourceSchema),
  culprits: z.array(CulpritSchema),
  suggestion: z.string().nullable(),
  suggestionEn: z.string().nullable(),
  basis: z.object({ zh: z.string(), en: z.string() }),
  /** The other relations that the same culprit breaks. */
  symptoms: z.array(
    z.object({ relation: z.string(), message: z.string(), messageEn: z.string(), sources: z.array(SourceSchema) }),
  ),
  /** Stable across runs and small edits elsewhere in the document. */
  fingerprint: z.string(),
  /** Accepted by the user's policy. */
  acknowledged: z.object({ reason: z.string(), by: z.string().optional(), until: z.string().optional() }).optional(),
});

/** So that silence is never mistaken for a pass. */
export const LedgerSchema = z.object({
  /** Printed figures that at least one evaluated relation ties; free ones; ones not bound to any quantity. */
  figures: z.object({ printed: z.int(), tied: z.int(), free: z.int(), unread: z.int() }),
  /** Ids of the relations that tie each figure, by figure id. */
  ties: z.record(z.string(), z.array(z.string())),
  relations: z.array(
    z.object({
      relation: z.string(),
      title: z.string(),
      titleEn: z.string(),
      holds: z.int(),
      rounding: z.int(),
      violated: z.int(),
      /** Why it does not apply here at all. */
      notApplicable: z.object({ zh: z.string(), en: z.string() }).optional(),
      /** Places where figures it needs are missing or unread. */
      notCheckable: z.array(z.object({ zh: z.string(), en: z.string() })),
    }),
  ),
  headline: z.object({ zh: z.string(), en: z.string() }),
});

export const OdditySchema = z.object({
  code: z.string(),
  message: z.string(),
  messageEn: z.string(),
  page: z.int().optional(),
});

export const DocumentReportSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  kind: z.enum(["final-accounts", "budget", "other"]),
  /** Why the document is not checked, for a kind that is none of ours. */
  refusal: z.object({ zh: z.string(), en: z.string() }).nullable(),
  department: z.string().nullable(),
  fiscalYear: z.int().nullable(),
  /** The disclosure profile's id, `unknown` for an unknown form. */
  profile: z.string(),
  unit: unitSchema,
  format: z.string(),
  figures: z.object({ printed: z.int(), bound: z.int(), unbound: z.int() }),
  facts: z.array(FactSchema),
  /** The names that the classification of the year has for the codes in facts (类、款、项 and economic objects), by code. */
  codes: z.record(z.string(), z.string()).optional(),
  unbound: z.array(UnboundSchema),
  findings: z.array(FindingSchema),
  ledger: LedgerSchema,
  /** Sections with how many figures each has, bound and not: where reading was weak. */
  reading: z.object({
    sections: z.array(z.object({ title: z.string(), bound: z.int(), unbound: z.int() })),
    tables: z.array(
      z.object({
        title: z.string(),
        table: z.string().nullable(),
        bound: z.int(),
        unbound: z.int(),
        empty: z.boolean(),
      }),
    ),
    oddities: z.array(OdditySchema),
  }),
});

export const ReportSchema = z.object({
  documents: z.array(DocumentReportSchema),
  summary: z.object({ documents: z.int(), errors: z.int(), warnings: z.int() }),
});

export type Fact = z.infer<typeof FactSchema>;
export type Unbound = z.infer<typeof UnboundSchema>;
export type Culprit = z.infer<typeof CulpritSchema>;
export type Finding = z.infer<typeof FindingSchema>;
export type Ledger = z.infer<typeof LedgerSchema>;
export type DocumentReport = z.infer<typeof DocumentReportSchema>;
export type Report = z.infer<typeof ReportSchema>;
