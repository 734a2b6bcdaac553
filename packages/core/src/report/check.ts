import { evaluate } from "../checking/index.ts";
import type { ReadDocument } from "../document/document.ts";
import type { Disclosure } from "../facts/disclosure.ts";
import type { Profile } from "../profile/profile.ts";
import { RELATIONS } from "../relations/catalogue.ts";
import { buildContext } from "../relations/context.ts";
import { miscodedRows, withCodesMeant } from "../relations/miscoded.ts";
import { misnamedItems, withNamesMeant } from "../relations/misnamed.ts";
import type { ClassificationJudge, Relation } from "../relations/relation.ts";
import { byWeight } from "./folding.ts";
import { groupFindings } from "./group.ts";
import { nameItems, namesOfCodes } from "./item-names.ts";
import { judgeAll, withoutDisplaced, witnessesOf } from "./judged.ts";
import { ledgerOf } from "./ledger.ts";
import { applyPolicy, policyOf } from "./policy.ts";
import type { Policy } from "./policy-file.ts";
import { provenFindings, roundingFindings } from "./proven.ts";
import { softenRecognised } from "./recognised.ts";
import { softenUncertain, withoutEchoes } from "./uncertain.ts";
import { factsOf, readingOf, unboundOf } from "./reading.ts";
import type { DocumentReport, Finding } from "./report.ts";

export interface CheckOptions {
  readonly file: string;
  readonly sha256: string;
  readonly format: string;
  /** What was read; relations of wording and structure need it. */
  readonly document?: ReadDocument | undefined;
  /** The form that the disclosure follows; undefined for an unknown one. */
  readonly profile?: Profile | undefined;
  /** Forms that it may follow nearly as well: what one of them does not owe is not said to be missing. */
  readonly rivals?: readonly Profile[] | undefined;
  readonly classification?: ClassificationJudge | undefined;
  /** Last year's disclosure of the same department. */
  readonly previous?: Disclosure | undefined;
  readonly policy?: Policy | undefined;
  /** Also what rounding explains, as findings of that severity (default false). */
  readonly rounding?: boolean | undefined;
  /** Today, yyyy-mm-dd, for acknowledgements that expire. */
  readonly now?: string | undefined;
}

/**
 * Checks one disclosure against every relation and reports what was found, and what could not be checked.
 *
 * A document that is no final accounts is not checked: its report says why.
 */
export function checkDisclosure(disclosure: Disclosure, options: CheckOptions): DocumentReport {
  const profile = options.profile?.id ?? disclosure.profile;
  const checked = disclosure.kind === "final-accounts";
  const printed = buildContext(disclosure, {
    profile: options.profile,
    rivals: options.rivals,
    document: options.document,
    previous: options.previous,
    classification: options.classification,
    thresholds: thresholdsOf(options.policy, profile),
  });
  const coded = withCodesMeant(printed, checked ? miscodedRows(printed) : []);
  const context = withNamesMeant(coded, checked ? misnamedItems(coded) : []);
  const relations = checked ? RELATIONS : [];
  const early = relations.filter(({ first }) => first);
  const displacing = judgeAll(context, early);
  const sound = withoutDisplaced(context, displacing);
  const judged = [
    ...displacing,
    ...judgeAll(
      sound,
      relations.filter((relation) => !early.includes(relation)),
    ),
  ];
  const numeric = evaluate(sound, relations, { witnesses: witnessesOf(judged) });
  const { fiscalYear } = disclosure;
  const officialName = (code: string): string | undefined =>
    fiscalYear === undefined ? undefined : options.classification?.verdict(code, undefined, fiscalYear).name;
  const findings = nameItems(
    distinct([
      ...groupFindings(provenFindings(numeric.problems), judged, context),
      ...(options.rounding === true ? roundingFindings(numeric.instances) : []),
    ]),
    disclosure,
    officialName,
  );
  const facts = factsOf(disclosure);
  return {
    file: options.file,
    sha256: options.sha256,
    kind: disclosure.kind,
    refusal: disclosure.refusal ? { ...disclosure.refusal } : null,
    department: disclosure.department ?? null,
    fiscalYear: fiscalYear ?? null,
    profile,
    unit: disclosure.unit,
    format: options.format,
    figures: {
      printed: disclosure.figures.length + disclosure.unbound.length,
      bound: disclosure.figures.length,
      unbound: disclosure.unbound.length,
    },
    facts,
    codes: namesOfCodes(facts, officialName),
    unbound: unboundOf(disclosure),
    findings: applyPolicy(
      withoutEchoes(softenRecognised(softenUncertain(findings, disclosure), disclosure)),
      options.policy,
      {
        profile,
        department: disclosure.department,
        fiscalYear,
        now: options.now,
      },
    ).toSorted(byWeight),
    ledger: ledgerOf(disclosure, relations, judged, numeric),
    reading: readingOf(disclosure),
  };
}

/** The thresholds that a policy sets for each relation under a profile. */
function thresholdsOf(policy: Policy | undefined, profile: string): Record<string, Record<string, number>> {
  if (!policy) return {};
  return Object.fromEntries(
    RELATIONS.filter((relation: Relation) => relation.thresholds !== undefined).map((relation) => [
      relation.id,
      policyOf(policy, profile, relation.id).thresholds ?? {},
    ]),
  );
}

/** Two findings of one place and one kind are told apart by their order. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const times = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, times);
    return times === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${times}` };
  });
}
