import { z } from "@hono/zod-openapi";
import {
  DocumentReportSchema,
  FactSchema,
  FindingSchema,
  ReportSchema,
  SourceSchema,
  UnboundSchema,
  type DocumentReport,
} from "@juesuan/core";

// What the API answers with. The report's schemas are the core's own.

export { DocumentReportSchema, ReportSchema };

/** The report over documents. */
export function reportOf(documents: DocumentReport[]) {
  const count = (severity: string) =>
    documents.reduce(
      (sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length,
      0,
    );
  return { documents, summary: { documents: documents.length, errors: count("error"), warnings: count("warning") } };
}

export const AccountSummarySchema = z
  .object({
    id: z.string(),
    department: z.string(),
    division: z.string().openapi({ description: "行政区划代码；名称不能确定时为空 Empty where names do not tell" }),
    level: z.string(),
    fiscalYear: z.int(),
    region: z.string(),
    profile: z.string(),
    kind: z.string(),
    unit: z.string(),
    revision: z.int(),
    sha256: z.string(),
    figures: z.object({ printed: z.int(), bound: z.int(), unbound: z.int() }),
    findings: z.object({ errors: z.int(), warnings: z.int() }),
    recordedAt: z.iso.datetime().openapi({ description: "最新版本何时收录 When the newest revision was recorded" }),
    updatedAt: z.iso
      .datetime()
      .openapi({ description: "何时变动，含重新读取 When anything changed, read anew included" }),
  })
  .openapi("AccountSummary");

export const AccountPageSchema = z
  .object({
    accounts: z.array(AccountSummarySchema),
    total: z
      .int()
      .openapi({ description: "共有多少；exact 为 false 时至少这么多 At least so many where `exact` is false" }),
    exact: z.boolean(),
    next: z.string().nullable(),
  })
  .openapi("AccountPage");

export const RevisionSchema = z
  .object({ number: z.int(), sha256: z.string(), file: z.string(), recordedAt: z.iso.datetime() })
  .openapi("Revision");

export const DifferenceSchema = z
  .object({
    id: z.string(),
    from: z.int(),
    to: z.int(),
    figures: z.array(z.object({ key: z.string(), before: z.array(z.string()), after: z.array(z.string()) })),
    findings: z.object({
      cured: z.array(FindingSchema),
      remaining: z.array(FindingSchema),
      new: z.array(FindingSchema),
    }),
  })
  .openapi("Difference");

export const AccountSchema = AccountSummarySchema.extend({
  file: z.string(),
  source: z.int().nullable().openapi({
    description:
      "原文件的字节数，在 /source；没有留存时为 null Size of the file at /source, null where it was not kept",
  }),
  staff: z.int().nullable().openapi({ description: "实有人数；未列示为 null Staff in post, null where not stated" }),
  spending: z.int().nullable().openapi({ description: "支出合计，以分计 Total expenditure in 分" }),
  accounts: z
    .unknown()
    .openapi({ description: "结构化决算；未汇成时为 null The typed accounts, null where there are none" }),
  revisions: z.array(RevisionSchema),
}).openapi("Account");

export const FindingListSchema = z.object({ id: z.string(), findings: z.array(FindingSchema) }).openapi("FindingList");

export const DocumentSchema = z
  .object({
    id: z.string(),
    revision: z.int(),
    format: z.string(),
    text: z.string(),
    pages: z.array(z.object({ number: z.int() }).loose()),
    blocks: z.array(
      z.object({ kind: z.enum(["paragraph", "table"]), start: z.int(), end: z.int(), page: z.int() }).loose(),
    ),
    sections: z.array(z.object({ title: z.string(), level: z.int(), bodyStart: z.int(), bodyEnd: z.int() }).loose()),
    tables: z.array(z.object({ empty: z.boolean() }).loose()),
    oddities: z.array(z.object({ code: z.string(), message: z.string(), messageEn: z.string() }).loose()),
    facts: z.array(FactSchema),
    unbound: z.array(UnboundSchema),
  })
  .openapi("Document");

export const FigureListSchema = z
  .object({
    id: z.string(),
    figures: z.array(
      z
        .object({
          key: z.string().openapi({ example: "expenditure{fund=general}" }),
          id: z.int(),
          concept: z.string(),
          dimensions: z.record(z.string(), z.unknown()),
          text: z.string(),
          value: z.string(),
          decimals: z.int(),
          unit: z.string(),
          source: SourceSchema,
        })
        .loose(),
    ),
  })
  .openapi("FigureList");
