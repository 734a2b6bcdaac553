export * from "./report.ts";
export { checkDisclosure, type CheckOptions } from "./check.ts";
export { compareReports, type Comparison } from "./compare.ts";
export { applyPolicy } from "./policy.ts";
export { AcknowledgementSchema, policyJsonSchema, PolicySchema, type Policy } from "./policy-file.ts";
