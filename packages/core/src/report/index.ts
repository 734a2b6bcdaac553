export * from "./report.ts";
export { checkDisclosure, type CheckOptions } from "./check.ts";
export { compareReports, type Comparison } from "./compare.ts";
export { AcknowledgementSchema, applyPolicy, policyJsonSchema, PolicySchema, type Policy } from "./policy.ts";
