import type { Disclosure } from "../facts/disclosure.ts";
import type { Fact, Finding } from "./report.ts";

/** A code alone in quotes, as messages name what has no name at hand: a class, a group or an item of the functional classification. */
const CODE = /(?<!编码)“(2\d{2}(?:\d{2}){0,2})”(支出)?(?!支出)/g;

/** The names that the tables print beside their codes. */
function printedNames({ tables }: Pick<Disclosure, "tables">): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { rows } of tables)
    for (const { code, label } of rows)
      if (code !== undefined && label !== "" && !/\d/.test(label) && !names.has(code)) names.set(code, label);
  return names;
}

/**
 * “2120199”支出 says little: items are named as the document's own tables name them, and where it has none that do, as the
 * classification of its year does.
 */
export function itemNamer(
  disclosure: Pick<Disclosure, "tables">,
  official: (code: string) => string | undefined = () => undefined,
): (text: string) => string {
  const printed = printedNames(disclosure);
  return (text) =>
    text.replace(CODE, (whole, code: string, noun: string | undefined) => {
      const name = printed.get(code) ?? official(code);
      if (name === undefined) return whole;
      return noun !== undefined && name.endsWith("支出") ? `“${name}”` : `“${name}”${noun ?? ""}`;
    });
}

/** Findings with the names of the items that they speak of by code. */
export function nameItems(
  findings: readonly Finding[],
  disclosure: Pick<Disclosure, "tables">,
  official: (code: string) => string | undefined = () => undefined,
): Finding[] {
  const named = itemNamer(disclosure, official);
  return findings.map((finding) => ({
    ...finding,
    message: named(finding.message),
    messageEn: named(finding.messageEn),
    suggestion: finding.suggestion === null ? null : named(finding.suggestion),
    suggestionEn: finding.suggestionEn === null ? null : named(finding.suggestionEn),
    symptoms: finding.symptoms.map((symptom) => ({
      ...symptom,
      message: named(symptom.message),
      messageEn: named(symptom.messageEn),
    })),
  }));
}

/** The names of the codes that facts are classified by, so that who shows them needs no classification at hand. */
export function namesOfCodes(
  facts: readonly Pick<Fact, "dimensions">[],
  official: (code: string) => string | undefined,
): Record<string, string> {
  const names = new Map<string, string | undefined>();
  for (const { dimensions } of facts)
    for (const code of [dimensions["functional"], dimensions["economic"]])
      if (typeof code === "string" && /^\d+$/.test(code) && !names.has(code)) names.set(code, official(code));
  return Object.fromEntries([...names].flatMap(([code, name]) => (name === undefined ? [] : [[code, name]])));
}
