import type { Disclosure, DocumentReport } from "@juesuan/core";
import type { Entry } from "./model.ts";

/**
 * Why a document is not to be kept: it is no department's final accounts, or tells one matter of them alone, and would stand
 * for the whole year. undefined where it is.
 */
export function refusalToKeep({
  report,
  disclosure,
}: {
  readonly report: Pick<Entry["report"], "refusal">;
  readonly disclosure: Pick<Disclosure, "oddities">;
}): NonNullable<DocumentReport["refusal"]> | undefined {
  if (report.refusal) return report.refusal;
  const part = disclosure.oddities.find(({ code }) => code === "one-matter");
  return (
    part && {
      zh: `${part.message}。收进库会代替这个部门整年的决算，所以没有收。`,
      en: `${part.messageEn}. Kept, it would stand for the department's whole year, so it is not.`,
    }
  );
}
