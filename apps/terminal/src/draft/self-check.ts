import { profileOf, type Finding } from "@juesuan/core";
import { examine } from "@juesuan/readers";
import type { Draft } from "@juesuan/writers";

/** What the check of a written draft found. */
export interface SelfCheck {
  /** Errors that are wrong whatever will be filled in. */
  readonly faults: readonly string[];
  /** How many errors hang on what is still to be filled in: they are looked at again when it is. */
  readonly waiting: number;
}

/**
 * Reads and checks the draft as it was written, also where it has gaps: an error in a sentence or table with a gap waits
 * for it, any other is told at once. Tables alone are not held to a whole disclosure.
 */
export async function selfCheck(written: string | Uint8Array, format: string, { document }: Draft): Promise<SelfCheck> {
  if (format === "csv" || format === "xlsx") return { faults: [], waiting: 0 };
  const bytes = typeof written === "string" ? new TextEncoder().encode(written) : written;
  const profile = profileOf(document.profile);
  const { report } = await examine(bytes, { name: `draft.${format}`, ...(profile ? { profile } : {}) });
  const errors = report.findings.filter(({ severity }) => severity === "error");
  const open = document.gaps.flatMap(({ kind, section }) => (kind === "table" ? [section] : []));
  const faults = errors.filter((finding) => !waits(finding, open));
  return { faults: faults.map(({ message }) => message), waiting: errors.length - faults.length };
}

/** Whether what a finding speaks of is not whole: a sentence with a gap, a table that lacks cells. */
function waits({ sources, message }: Finding, tables: readonly string[]): boolean {
  if (message.includes(GAP)) return true;
  return sources.some(
    ({ context = "", table }) =>
      context.includes(GAP) || tables.some((title) => table === title || context.startsWith(`${title}，`)),
  );
}

/** How a gap is printed in the text. */
const GAP = "待填";
