import type { Disclosure } from "../facts/disclosure.ts";
import type { Finding } from "./report.ts";

/** The names that the tables print beside their codes. */
function namesOf({ tables }: Pick<Disclosure, "tables">): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { rows } of tables)
    for (const { code, label } of rows)
      if (code !== undefined && label !== "" && !/\d/.test(label) && !names.has(code)) names.set(code, label);
  return names;
}

/** “2120199”支出 says little: items below the class are named as the document's own tables name them. */
export function nameItems(findings: readonly Finding[], disclosure: Pick<Disclosure, "tables">): Finding[] {
  const names = namesOf(disclosure);
  const named = (text: string): string =>
    text.replace(/“(2\d{4}(?:\d{2})?)”(支出)?(?!支出)/g, (whole, code: string, noun: string | undefined) => {
      const name = names.get(code);
      if (name === undefined) return whole;
      return noun !== undefined && name.endsWith("支出") ? `“${name}”` : `“${name}”${noun ?? ""}`;
    });
  return findings.map((finding) => ({
    ...finding,
    message: named(finding.message),
    symptoms: finding.symptoms.map((symptom) => ({ ...symptom, message: named(symptom.message) })),
  }));
}
