import {
  assembleAccounts,
  checkDisclosure,
  classificationJudge,
  loadClassification,
  nameLookup,
  placeOfDepartment,
  recogniseProfile,
  type RecognisedProfile,
  type Disclosure,
  type DocumentReport,
  type FinalAccounts,
  type Policy,
  type Profile,
  type ReadDocument,
} from "@juesuan/core";
import { bindDisclosure } from "./binding/bind.ts";
import { withBlanksFilled } from "./blanks/index.ts";
import { readDocument, type ReadOptions } from "./read.ts";

export interface ExamineOptions extends ReadOptions {
  /** The hash of the bytes, where the caller has taken it already. */
  readonly sha256?: string;
  /** The user's severities, thresholds and acknowledged findings. */
  readonly policy?: Policy;
  /** Also what rounding explains, as findings of that severity (default false). */
  readonly rounding?: boolean;
  /** Today, yyyy-mm-dd, for acknowledgements that expire; the clock's day where absent. */
  readonly now?: string;
  /** Last year's disclosure of the same department, for relations across years. */
  readonly previous?: Disclosure;
  /** The form to check against; recognised from the document where absent. */
  readonly profile?: Profile;
}

/** Everything that one file gives. */
export interface Examination {
  readonly report: DocumentReport;
  readonly document: ReadDocument;
  readonly disclosure: Disclosure;
  /** What was read, arranged as the accounts of a department's year. */
  readonly accounts: FinalAccounts;
}

/**
 * Reads and checks one file: bytes to document, to facts, to report. A document that is no final accounts has a report
 * that says so.
 *
 * @throws ReadError for what cannot be read: encrypted, damaged, too large, of a format that is not read.
 */
export async function examine(bytes: Uint8Array, options: ExamineOptions = {}): Promise<Examination> {
  const [document, classification] = await Promise.all([readDocument(bytes, options), loadClassification()]);
  const bind = (read: ReadDocument): Disclosure => bindDisclosure(read, (year) => nameLookup(classification, year));
  const bound = bind(document);
  const { profile, rivals } = options.profile
    ? { profile: options.profile, rivals: [] }
    : await profileOfDocument(document, bound);
  const disclosure = { ...bound, profile: profile.id };
  const sha256 = options.sha256 ?? (await sha256Of(bytes));
  const check = (read: ReadDocument, facts: Disclosure): DocumentReport =>
    checkDisclosure(facts, {
      file: options.name ?? "",
      sha256,
      format: document.format,
      document: read,
      classification: classificationJudge(classification),
      profile,
      rivals,
      ...(options.previous === undefined ? {} : { previous: options.previous }),
      ...(options.rounding === undefined ? {} : { rounding: options.rounding }),
      ...(options.policy === undefined
        ? {}
        : { policy: options.policy, now: options.now ?? new Date().toISOString().slice(0, 10) }),
    });
  const report = withBlanksFilled(check(document, disclosure), document, (other) =>
    check(other, { ...bind(other), profile: profile.id }),
  );
  let accounts: FinalAccounts | undefined;
  return {
    report,
    document,
    disclosure,
    // Arranged when asked for: a check alone never asks.
    get accounts() {
      return (accounts ??= assembleAccounts(disclosure, { text: document.text }));
    },
  };
}

const COVER = 300;

/** The cover may name a place that the department's own name leaves out, and the name a county whose province it leaves out. */
async function profileOfDocument({ text }: ReadDocument, bound: Disclosure): Promise<RecognisedProfile> {
  const place = bound.department === undefined ? undefined : await placeOfDepartment(bound.department);
  const places = [text.slice(0, COVER), ...(place === undefined ? [] : [place])];
  return recogniseProfile(bound, { places, isLocated: place !== undefined });
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
