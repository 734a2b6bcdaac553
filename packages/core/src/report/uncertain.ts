import type { Problem } from "../checking/index.ts";
import type { Disclosure } from "../facts/disclosure.ts";
import { relationOf } from "../relations/catalogue.ts";
import type { Bilingual } from "../relations/relation.ts";
import type { Finding } from "./report.ts";

/** What a relation says by itself of a figure beside which there are words that no phrase knows is something to look at. */
export function softenUncertain(findings: readonly Finding[], { figures }: Disclosure): readonly Finding[] {
  const uncertain = new Map(
    figures.flatMap(({ unknownWords, source }) => (unknownWords === undefined ? [] : [[source.start, unknownWords]])),
  );
  if (uncertain.size === 0) return findings;
  return findings.map((finding) => {
    const isClaim = finding.severity === "error" || finding.severity === "warning";
    if (!isClaim || finding.verdict !== "violated" || relationOf(finding.relation)?.byForm) return finding;
    const words = new Set(
      [...finding.sources, ...finding.culprits.map(({ source }) => source)].flatMap(
        ({ start }) => uncertain.get(start) ?? [],
      ),
    );
    if (words.size === 0) return finding;
    const { zh, en } = withUnsure({ zh: finding.message, en: finding.messageEn }, { words: [...words] });
    return { ...finding, severity: "info", message: zh, messageEn: en };
  });
}

/**
 * Without what only repeats a firmer finding: an uncertain calculation that leads to the number which another finding, on the form of the
 * words, asks for in the same place.
 */
export function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const asked = new Set(
    findings.flatMap(({ severity, culprits: [only, ...others] }) =>
      severity !== "info" && severity !== "rounding" && only && others.length === 0 ? askedBy(only) : [],
    ),
  );
  return findings.filter(
    ({ severity, culprits }) => severity !== "info" || !culprits.flatMap(askedBy).some((number) => asked.has(number)),
  );
}

const askedBy = ({ source, expected }: Finding["culprits"][number]): readonly string[] =>
  expected == null ? [] : [`${source.start} ${expected}`];

/** So many words are named; more of them say no more. */
const MOST_WORDS = 3;

/** A finding's sentences, and one that says why it is only something to look at. */
export function withUnsure({ zh, en }: Bilingual, unsure: Problem["unsure"]): Bilingual {
  if (!unsure) return { zh, en };
  if ("entry" in unsure)
    return {
      zh: `${zh}列表中有一项系统没有读懂，正好补足差额，故仅作提示。`,
      en: `${en} An entry of the list was not understood and makes up the difference, so this is no more than a hint.`,
    };
  const words = unsure.words.slice(0, MOST_WORDS);
  const more = unsure.words.length > words.length;
  return {
    zh: `${zh}句中${words.map((word) => `“${word}”`).join("、")}${more ? "等" : ""}字样系统没有把握读懂，故仅作提示。`,
    en: `${en} The words ${words.map((word) => `“${word}”`).join(", ")}${more ? " and others" : ""} in it are not known for sure, so this is no more than a hint.`,
  };
}
