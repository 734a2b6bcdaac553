import type { Finding } from "@juesuan/core";
import { applyCorrections, type Applied, type ApplyOptions } from "./apply.ts";
import { planCorrections, type Correction, type Examined } from "./plan.ts";

/** A corrected file, checked again as it is once its changes are accepted. */
export interface Fixed extends Applied {
  readonly before: Examined;
  /** The file with every change accepted. */
  readonly after: Examined;
}

/** Reads and checks a file; a reader takes tracked insertions for text and leaves struck text out. */
export type Examine = (bytes: Uint8Array) => Promise<Examined>;

/** A correction that does not cure its finding, or breaks something else, is withdrawn; that may bring others down. */
const MOST_ROUNDS = 4;

/**
 * Corrects a Word file with tracked changes and comments, and holds itself to it: the result is checked again, and a
 * change that does not cure its finding, or causes another, is left to people with a comment instead.
 *
 * @throws where the file is no Word file that can be written
 */
export async function fixDocx(bytes: Uint8Array, examine: Examine, options: ApplyOptions): Promise<Fixed> {
  const before = await examine(bytes.slice());
  const held = new Set<string>();
  for (let round = 1; ; round++) {
    const corrections = planCorrections(before, held);
    const applied = applyCorrections(bytes, before.document, corrections, options);
    const after = await examine(applied.bytes.slice());
    const failed = failedCorrections(corrections, applied, before, after);
    if (failed.length === 0 || round === MOST_ROUNDS) return { ...applied, before, after };
    for (const { fingerprint } of failed) held.add(fingerprint);
    // The last word is a file that only says what is known to hold.
    if (round === MOST_ROUNDS - 1) for (const { finding } of corrections) held.add(finding.fingerprint);
  }
}

function failedCorrections(
  corrections: readonly Correction[],
  { changed }: Applied,
  before: Examined,
  after: Examined,
): Finding[] {
  const left = new Set(after.report.findings.map(({ fingerprint }) => fingerprint));
  const known = new Set(before.report.findings.map(({ fingerprint }) => fingerprint));
  const caused = after.report.findings.filter(
    ({ severity, fingerprint }) => severity === "error" && !known.has(fingerprint),
  );
  const places = caused.flatMap(({ sources, culprits }) => [...sources, ...culprits.map(({ source }) => source)]);
  const done = corrections.filter(({ finding }) => changed.includes(finding));
  const all = done.flatMap(({ changes }) => changes);
  /** Where a place before the changes stands after them. */
  const shifted = (offset: number): number =>
    offset + all.reduce((sum, { start, end, text }) => (start < offset ? sum + text.length - (end - start) : sum), 0);
  return done
    .filter(
      ({ finding, changes }) =>
        left.has(finding.fingerprint) ||
        changes.some(({ start, text }) => {
          const at = shifted(start);
          return places.some((place) => place.start < at + text.length && at < place.end);
        }),
    )
    .map(({ finding }) => finding);
}
