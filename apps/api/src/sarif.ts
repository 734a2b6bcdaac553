import type { Finding } from "@juesuan/core";

// SARIF 2.1.0 (OASIS), so that findings show up wherever static analysis does.

/** A document and what was found in it, for {@link sarifOf}. */
export interface SarifDocument {
  readonly file: string;
  readonly sha256: string;
  readonly department?: string | null;
  readonly fiscalYear?: number | null;
  readonly findings: readonly Finding[];
  /** Why it was not checked. */
  readonly error?: { readonly code: string; readonly message: string; readonly messageEn: string };
  /** Fingerprints that an earlier report has too; absent where there was none. */
  readonly known?: readonly string[];
}

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

const LEVELS = { error: "error", warning: "warning", info: "note", rounding: "none" } as const;

/** The log of one run. What rounding explains is left out: a reader of SARIF takes every result for a problem. */
export function sarifOf(documents: readonly SarifDocument[], version: string, lang: "zh" | "en" = "zh") {
  const rules = new Map<string, Finding>();
  for (const { findings } of documents) for (const finding of findings) rules.set(finding.relation, finding);
  const ruleIds = [...rules.keys()];
  const unread = documents.filter(({ error }) => error !== undefined);
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "juesuan",
            version,
            rules: ruleIds.map((id) => ruleOf(rules.get(id)!, lang)),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            ...(unread.length > 0
              ? {
                  toolExecutionNotifications: unread.map(({ file, error }) => ({
                    level: "error",
                    descriptor: { id: error!.code },
                    message: { text: lang === "en" ? error!.messageEn : error!.message },
                    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
                  })),
                }
              : {}),
          },
        ],
        artifacts: documents.map(({ file, sha256 }) => ({
          location: { uri: uriOf(file) },
          ...(sha256 === "" ? {} : { hashes: { "sha-256": sha256 } }),
        })),
        results: documents.flatMap((document, index) =>
          document.findings
            .filter(({ severity }) => severity !== "rounding")
            .map((finding) => resultOf(finding, document, index, ruleIds.indexOf(finding.relation), lang)),
        ),
      },
    ],
  };
}

function ruleOf(finding: Finding, lang: "zh" | "en") {
  return {
    id: finding.relation,
    shortDescription: { text: lang === "en" ? finding.titleEn : finding.title },
    fullDescription: { text: finding.basis[lang] },
  };
}

function resultOf(finding: Finding, document: SarifDocument, index: number, ruleIndex: number, lang: "zh" | "en") {
  const culprits = finding.culprits.map(({ source }) => source);
  const [first, ...others] = [...culprits, ...finding.sources];
  const location = (source: Finding["sources"][number]) => ({
    physicalLocation: {
      artifactLocation: { uri: uriOf(document.file), index },
      region: {
        charOffset: source.start,
        charLength: Math.max(0, source.end - source.start),
        snippet: { text: source.text },
      },
    },
    logicalLocations: [{ fullyQualifiedName: placeOf(source) }],
    ...(source.page === undefined ? {} : { properties: { page: source.page } }),
  });
  const suggestion = lang === "en" ? finding.suggestionEn : finding.suggestion;
  return {
    ruleId: finding.relation,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: lang === "en" ? finding.messageEn : finding.message },
    locations: first ? [location(first)] : [],
    ...(others.length > 0
      ? { relatedLocations: others.map((source, id) => Object.assign(location(source), { id })) }
      : {}),
    partialFingerprints: { "juesuan/v1": finding.fingerprint },
    ...(document.known ? { baselineState: document.known.includes(finding.fingerprint) ? "unchanged" : "new" } : {}),
    ...(finding.acknowledged
      ? { suppressions: [{ kind: "external", justification: finding.acknowledged.reason }] }
      : {}),
    properties: {
      verdict: finding.verdict,
      stated: finding.stated,
      expected: finding.expected,
      ...(suggestion ? { suggestion } : {}),
    },
  };
}

function placeOf({ part, section, table, row, column }: Finding["sources"][number]): string {
  return [part, section, table, row, column].filter((step) => step !== undefined && step !== "").join(" › ");
}

/** A relative reference, with what a URI may not hold encoded; an address as it is. */
function uriOf(file: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return file;
  return file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
