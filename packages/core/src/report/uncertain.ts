import type { Disclosure } from "../facts/disclosure.ts";
import type { Finding } from "./report.ts";

/** What a relation says by itself of a figure beside which there are words that no phrase knows is something to look at. */
export function softenUncertain(findings: readonly Finding[], { figures }: Disclosure): readonly Finding[] {
  const uncertain = new Set(
    figures.flatMap(({ unknownWords, source }) => (unknownWords === undefined ? [] : [source.start])),
  );
  if (uncertain.size === 0) return findings;
  return findings.map((finding) => {
    const rests = [...finding.sources, ...finding.culprits.map(({ source }) => source)].some(({ start }) =>
      uncertain.has(start),
    );
    const isClaim = finding.severity === "error" || finding.severity === "warning";
    return rests && isClaim && finding.verdict === "violated" ? { ...finding, severity: "info" } : finding;
  });
}
