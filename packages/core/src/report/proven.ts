import {
  explainInstance,
  explainProblem,
  explainRounding,
  suggestionOf,
  type Blame,
  type InstanceResult,
  type Problem,
} from "../checking/index.ts";
import { keyText } from "../facts/key.ts";
import type { Source } from "../figure/figure.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { plainSource } from "./judged.ts";
import type { Culprit, Finding } from "./report.ts";
import { withUnsure } from "./uncertain.ts";

/** The findings that arithmetic proves: one for each fault, whatever number of relations it breaks. */
export function provenFindings(problems: readonly Problem[]): Finding[] {
  return problems.map(findingOf);
}

/**
 * Sums that are off by what rounding explains: no fault, but worth a look to whoever asks. The same figures in the same sum
 * are told once, rates not at all: hardly one of them is exact.
 */
export function roundingFindings(results: readonly InstanceResult[]): Finding[] {
  const seen = new Set<string>();
  return results.flatMap((result): Finding[] => {
    const { relation, instance, terms, verdict } = result;
    if (verdict !== "rounding" || instance.form !== "linear" || instance.comparator !== "=") return [];
    // One quantity printed twice with another last digit is a finding of its own.
    if (new Set(terms.map(({ key }) => key)).size < 2) return [];
    const figures = terms.flatMap(({ figure }) => figure ?? []);
    const sum = figures
      .map(({ id }) => id)
      .toSorted((a, b) => a - b)
      .join(" ");
    if (seen.has(sum)) return [];
    seen.add(sum);
    const message = explainRounding(result);
    const sources = instance.sources.length > 0 ? instance.sources : figures.map(({ source }) => source);
    return [
      {
        relation: relation.id,
        title: relation.title.zh,
        titleEn: relation.title.en,
        severity: "rounding",
        verdict: "rounding",
        message: message.zh,
        messageEn: message.en,
        stated: figures[0]?.text ?? null,
        expected: null,
        sources: sources.map(plainSource),
        culprits: [],
        suggestion: null,
        suggestionEn: null,
        basis: { ...relation.basis },
        symptoms: [],
        fingerprint: fingerprintOf(
          relation.id,
          sources[0],
          terms
            .map(({ key }) => key)
            .toSorted()
            .join(" "),
        ),
      },
    ];
  });
}

function findingOf(problem: Problem): Finding {
  const { main, certainty, culprits: sets } = problem;
  const { relation, instance, terms } = main;
  const message = withUnsure(explainProblem(problem), problem.unsure);
  const culprits = culpritsOf(problem);
  const [only] = certainty === "unique" ? culprits : [];
  const first = terms.find(({ figure }) => figure !== undefined)?.figure;
  const blame = certainty === "unique" ? sets[0]?.blames[0] : undefined;
  const suggestion = blame && suggestionOf(blame);
  const printed = terms.flatMap(({ figure }) => (figure ? [figure.source] : []));
  // Every number of the calculation has its place, also those that are printed elsewhere.
  const elsewhere = printed.filter(({ start }) => !instance.sources.some((source) => source.start === start));
  const sources = [...instance.sources, ...new Map(elsewhere.map((source) => [source.start, source])).values()];
  return {
    relation: relation.id,
    title: relation.title.zh,
    titleEn: relation.title.en,
    severity: problem.severity,
    verdict: problem.verdict,
    message: message.zh,
    messageEn: message.en,
    stated: only?.text ?? first?.text ?? null,
    expected: only?.expected ?? null,
    sources: sources.map(plainSource),
    culprits,
    suggestion: suggestion?.zh ?? null,
    suggestionEn: suggestion?.en ?? null,
    basis: { ...relation.basis },
    symptoms: symptomsOf(problem),
    fingerprint: fingerprintOf(relation.id, blame?.figure?.source ?? sources[0], keyOf(problem)),
  };
}

function culpritsOf({ certainty, culprits, main }: Problem): Culprit[] {
  if (certainty === "unknown") return [];
  const sets = certainty === "unique" ? culprits.slice(0, 1) : culprits;
  const seen = new Set<string>();
  return sets.flatMap(({ blames }) =>
    blames.flatMap((blame) => {
      const source = sourceOf(blame) ?? main.instance.sources[0];
      const place = `${blame.kind} ${blame.figure?.id ?? ""} ${source?.start ?? ""}`;
      if (!source || seen.has(place)) return [];
      seen.add(place);
      return [culpritOf(blame, source, certainty === "ambiguous" ? "one-of" : blames.length > 1 ? "all-of" : "unique")];
    }),
  );
}

function sourceOf({ figure, source, instance }: Blame): Source | undefined {
  return figure?.source ?? source ?? instance?.instance.words?.[0]?.source ?? instance?.instance.sources[0];
}

function culpritOf(blame: Blame, source: Source, certainty: Culprit["certainty"]): Culprit {
  const { figure, kind, expected, expectedUnit, expectedDirection, interval, slip } = blame;
  return {
    ...(figure === undefined ? {} : { figure: figure.id }),
    text: figure?.text ?? (kind === "blank" ? "" : source.text),
    kind,
    ...(expected === undefined ? {} : { expected }),
    ...(expectedUnit === undefined ? {} : { expectedUnit }),
    ...(expectedDirection === undefined ? {} : { expectedDirection }),
    ...(interval === undefined ? {} : { implied: { ...interval } }),
    ...(slip === undefined ? {} : { slip: { id: slip.id, zh: slip.zh, en: slip.en } }),
    certainty,
    source: plainSource(source),
  };
}

function symptomsOf({ main, symptoms, chain }: Problem): Finding["symptoms"] {
  const others = new Set([...symptoms, ...chain].filter((result) => result !== main));
  return [...others].map((result) => {
    const { zh, en } = explainInstance(result);
    return {
      relation: result.relation.id,
      message: zh,
      messageEn: en,
      sources: result.instance.sources.map(plainSource),
    };
  });
}

/** What stays the same when other parts of the document are edited: the quantities blamed, or those of the calculation. */
function keyOf({ main, certainty, culprits }: Problem): string {
  const blamed = (certainty === "unique" ? (culprits[0]?.blames ?? []) : []).flatMap(({ figure }) =>
    figure === undefined ? [] : [keyText(figure.concept, figure.dimensions)],
  );
  return [...(blamed.length > 0 ? blamed : main.terms.map(({ key }) => key))].toSorted().join(" ");
}
