import type { CheckContext } from "../relations/relation.ts";
import { judgedFindings, type Judged } from "./judged.ts";
import type { Finding } from "./report.ts";

const WEIGHT: Record<Finding["severity"], number> = { error: 0, warning: 1, info: 2, rounding: 3 };

/** Findings of one cause are one finding: what else the cause breaks becomes its symptoms. */
export function groupFindings(proven: readonly Finding[], judged: readonly Judged[], context: CheckContext): Finding[] {
  const own = judgedFindings(judged, context);
  const causes = new Map<Finding, ReadonlySet<number>>();
  let index = 0;
  for (const { judgements } of judged) {
    for (const judgement of judgements) {
      if (judgement.outcome !== "violated") continue;
      const finding = own[index++]!;
      if (judgement.explains) causes.set(finding, new Set(judgement.explains));
    }
  }
  const result = [...own];
  for (const finding of proven) {
    const cause = [...causes].find(([, figures]) =>
      finding.culprits.some(({ figure }) => figure !== undefined && figures.has(figure)),
    );
    if (!cause) {
      result.push(finding);
      continue;
    }
    replace(result, cause[0], withSymptom(cause[0], finding, causes));
  }
  return foldJudged(result);
}

/** A judged finding whose figures another finding already blames for certain is a symptom of that one. */
function foldJudged(findings: readonly Finding[]): Finding[] {
  const result = [...findings];
  for (const finding of findings) {
    if (finding.verdict !== "violated" || finding.culprits.length === 0) continue;
    if (finding.culprits.some(({ figure }) => figure === undefined)) continue;
    const host = result.find(
      (other) =>
        other.verdict === "inconsistent" &&
        other.culprits.length === 1 &&
        other.culprits[0]!.certainty === "unique" &&
        finding.culprits.some(({ figure }) => figure === other.culprits[0]!.figure),
    );
    if (!host) continue;
    result.splice(result.indexOf(finding), 1);
    replace(result, host, withSymptom(host, finding));
  }
  return result;
}

function withSymptom(host: Finding, finding: Finding, causes?: Map<Finding, ReadonlySet<number>>): Finding {
  const merged: Finding = {
    ...host,
    severity: WEIGHT[finding.severity] < WEIGHT[host.severity] ? finding.severity : host.severity,
    symptoms: [
      ...host.symptoms,
      { relation: finding.relation, message: finding.message, messageEn: finding.messageEn, sources: finding.sources },
      ...finding.symptoms,
    ],
  };
  const figures = causes?.get(host);
  if (causes && figures) {
    causes.delete(host);
    causes.set(merged, figures);
  }
  return merged;
}

function replace<T>(list: T[], old: T, next: T): void {
  list.splice(list.indexOf(old), 1, next);
}

/** Weightiest first, then as they stand in the document. */
export function byWeight(left: Finding, right: Finding): number {
  const weight = WEIGHT[left.severity] - WEIGHT[right.severity];
  return weight === 0 ? (left.sources[0]?.start ?? 0) - (right.sources[0]?.start ?? 0) : weight;
}
