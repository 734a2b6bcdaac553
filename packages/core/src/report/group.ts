import { keyText } from "../facts/key.ts";
import type { CheckContext } from "../relations/relation.ts";
import { judgedFindings, type Judged } from "./judged.ts";
import type { Finding } from "./report.ts";

const WEIGHT: Record<Finding["severity"], number> = { error: 0, warning: 1, info: 2, rounding: 3 };

/** What a finding explains: figures, and stretches of the text that should not be there. */
interface Cause {
  readonly figures: ReadonlySet<number>;
  /** Where those figures stand. */
  readonly starts: ReadonlySet<number>;
  readonly stretches: readonly { readonly start: number; readonly end: number }[];
}

/** Findings of one cause are one finding: what else the cause breaks becomes its symptoms. */
export function groupFindings(proven: readonly Finding[], judged: readonly Judged[], context: CheckContext): Finding[] {
  const own = judgedFindings(judged, context);
  const causes = new Map<Finding, Cause>();
  let index = 0;
  for (const { relation, judgements } of judged) {
    for (const judgement of judgements) {
      if (judgement.outcome !== "violated") continue;
      const finding = own[index++]!;
      const stretches = relation.form === "wording" && finding.severity === "error" ? finding.sources.map(reach) : [];
      if (judgement.explains || stretches.length > 0)
        causes.set(finding, {
          figures: new Set(judgement.explains),
          starts: new Set([
            ...(judgement.explains ?? []).flatMap((id) => context.figures.get(id)?.source.start ?? []),
            ...(judgement.explainsAt ?? []).map(({ start }) => start),
          ]),
          stretches,
        });
    }
  }
  const result = [...own];
  for (const finding of foldTwins(proven, context)) {
    const cause = [...causes].find(([, entry]) => isExplained(finding, entry));
    if (!cause) {
      result.push(finding);
      continue;
    }
    const [host, entry] = cause;
    const merged = withSymptom(host, finding);
    replace(result, host, merged);
    causes.delete(host);
    causes.set(merged, entry);
  }
  return foldJudged(result);
}

/** One slip printed twice in a section (（项）135.00万元 … 支出决算为135.00万元) is one finding with two culprits. */
function foldTwins(findings: readonly Finding[], context: CheckContext): Finding[] {
  const result: Finding[] = [];
  const hosts = new Map<string, Finding>();
  // The one whose relation cites its culprit tells it best.
  const cites = ({ culprits, sources }: Finding): boolean =>
    sources.some(({ start }) => start === culprits[0]?.source.start);
  for (const finding of findings) {
    const twin = twinKey(finding, context);
    const host = twin === undefined ? undefined : hosts.get(twin);
    if (!host) {
      result.push(finding);
      if (twin !== undefined) hosts.set(twin, finding);
      continue;
    }
    const [best, other] = cites(host) || !cites(finding) ? [host, finding] : [finding, host];
    const merged = { ...withSymptom(best, other), culprits: [...best.culprits, ...other.culprits] };
    replace(result, host, merged);
    hosts.set(twin!, merged);
  }
  return result;
}

/** What a printed slip says wrongly, and where; undefined where it is not certain, or stands in a table. */
function twinKey({ verdict, culprits, expected }: Finding, context: CheckContext): string | undefined {
  const [culprit, ...others] = culprits;
  const figure = culprit?.figure === undefined ? undefined : context.figures.get(culprit.figure);
  if (verdict !== "inconsistent" || !figure || others.length > 0 || culprit!.certainty !== "unique") return undefined;
  if (figure.source.table !== undefined || expected === null) return undefined;
  return [keyText(figure.concept, figure.dimensions), figure.value, expected, figure.source.section ?? ""].join("|");
}

/** A direction that nobody chose, 增加（减少）, is read into the figures right behind it. */
function reach({ start, end, text }: Finding["sources"][number]): { start: number; end: number } {
  return { start, end: /[增减大小长降]/.test(text) ? end + 24 : end };
}

function isExplained({ culprits, sources }: Finding, { figures, starts, stretches }: Cause): boolean {
  if (culprits.some(({ figure }) => figure !== undefined && figures.has(figure))) return true;
  const places = [...culprits.map(({ source }) => source), ...sources];
  if (places.some(({ start }) => starts.has(start))) return true;
  return stretches.some(({ start, end }) => places.some((place) => start <= place.start && place.start < end));
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

function withSymptom(host: Finding, finding: Finding): Finding {
  return {
    ...host,
    severity: WEIGHT[finding.severity] < WEIGHT[host.severity] ? finding.severity : host.severity,
    symptoms: [
      ...host.symptoms,
      { relation: finding.relation, message: finding.message, messageEn: finding.messageEn, sources: finding.sources },
      ...finding.symptoms,
    ],
  };
}

function replace<T>(list: T[], old: T, next: T): void {
  list.splice(list.indexOf(old), 1, next);
}

/** Weightiest first, then as they stand in the document. */
export function byWeight(left: Finding, right: Finding): number {
  const weight = WEIGHT[left.severity] - WEIGHT[right.severity];
  return weight === 0 ? (left.sources[0]?.start ?? 0) - (right.sources[0]?.start ?? 0) : weight;
}
