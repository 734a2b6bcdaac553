import type { Policy, RelationPolicy } from "./policy-file.ts";
import type { Finding } from "./report.ts";

// What a user decides about findings: their severity, where relations begin to speak, and which ones are accepted.

/** What a policy says of one relation under one profile: the most specific word wins. */
export function policyOf(policy: Policy | undefined, profile: string, relation: string): RelationPolicy {
  if (!policy) return {};
  let found: RelationPolicy = {};
  for (const relations of [policy.relations, policy.profiles?.[profile]?.relations]) {
    if (!relations) continue;
    const families = Object.keys(relations)
      .filter((name) => name.endsWith(".*") && relation.startsWith(name.slice(0, -1)))
      .toSorted((left, right) => left.length - right.length);
    for (const name of [...families, relation]) {
      const own = relations[name];
      if (own) found = { ...found, ...own, thresholds: { ...found.thresholds, ...own.thresholds } };
    }
  }
  return found;
}

export interface PolicyOptions {
  readonly profile: string;
  /** Whose disclosure it is: acknowledgements that name a department or a year count for that one alone. */
  readonly department?: string | undefined;
  readonly fiscalYear?: number | undefined;
  /** Today, yyyy-mm-dd…; without it no acknowledgement expires. */
  readonly now?: string | undefined;
}

/**
 * The findings as the user wants them: severities changed, switched-off relations left out, accepted findings marked.
 * Accepted findings stay in the report; what is accepted should remain visible.
 */
export function applyPolicy(
  findings: readonly Finding[],
  policy: Policy | undefined,
  { profile, department, fiscalYear, now }: PolicyOptions,
): Finding[] {
  if (!policy) return [...findings];
  const accepted = new Map(
    (policy.acknowledged ?? [])
      .filter(({ until }) => until === undefined || now === undefined || now.slice(0, 10) <= until)
      .filter((entry) => entry.department === undefined || entry.department === department)
      .filter((entry) => entry.fiscalYear === undefined || entry.fiscalYear === fiscalYear)
      .map((entry) => [entry.fingerprint, entry]),
  );
  const result: Finding[] = [];
  for (const finding of findings) {
    const { severity } = policyOf(policy, profile, finding.relation);
    if (severity === "off") continue;
    const entry = accepted.get(finding.fingerprint);
    result.push({
      ...finding,
      severity: severity !== undefined && finding.severity !== "rounding" ? severity : finding.severity,
      ...(entry && {
        acknowledged: {
          reason: entry.reason,
          ...(entry.by === undefined ? {} : { by: entry.by }),
          ...(entry.until === undefined ? {} : { until: entry.until }),
        },
      }),
    });
  }
  return result;
}
