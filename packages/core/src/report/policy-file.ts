import { z } from "zod";

// A policy file: what a user decides about findings. Apart from what applies it, since a check without a policy need not
// load what reads one.

const RelationPolicySchema = z.strictObject({
  severity: z
    .enum(["error", "warning", "info", "off"])
    .optional()
    .describe("严重程度；off 表示不再报告 / Severity; off: not reported"),
  thresholds: z
    .record(z.string(), z.number())
    .optional()
    .describe("阈值，名称见该关系的说明页 / Thresholds by name, listed on the relation's page"),
});

const RelationsPolicySchema = z
  .record(z.string(), RelationPolicySchema)
  .describe("按关系编号，或以 .* 结尾的一族关系 / By relation id, or a family that ends in .*");

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const AcknowledgementSchema = z.strictObject({
  fingerprint: z.string().min(1).describe("报告中该问题的 fingerprint / The finding's fingerprint in a report"),
  reason: z.string().min(1).describe("为什么接受 / Why it is accepted"),
  by: z.string().optional().describe("由谁接受 / Who accepted it"),
  kind: z
    .enum(["accepted", "false-alarm"])
    .optional()
    .describe("属实而接受，或检查有误 / Right and accepted, or a mistake of the check"),
  department: z
    .string()
    .optional()
    .describe("只用于该部门；不写则用于所有部门 / For this department only; for all where absent"),
  fiscalYear: z.int().optional().describe("只用于该年度 / For this fiscal year only"),
  until: z.string().regex(DATE).optional().describe("有效期至（含当日） / The last day it counts, yyyy-mm-dd"),
});

/** A policy file. */
export const PolicySchema = z.strictObject({
  $schema: z.string().optional(),
  relations: RelationsPolicySchema.optional().describe("适用于所有公开格式 / For every form"),
  profiles: z
    .record(z.string(), z.strictObject({ relations: RelationsPolicySchema }))
    .optional()
    .describe("只适用于某一公开格式，优先于上一项 / For one form, over the above"),
  acknowledged: z
    .array(AcknowledgementSchema)
    .optional()
    .describe("已确认、不再作为问题的发现 / Findings that are accepted"),
});

/** The JSON Schema of a policy file, for editors; published as docs/policy.schema.json. */
export function policyJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(PolicySchema, { io: "input" }), title: "juesuan 策略文件 / policy file" };
}

export type Policy = z.infer<typeof PolicySchema>;
export type RelationPolicy = z.infer<typeof RelationPolicySchema>;
