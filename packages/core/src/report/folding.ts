import { firstAtLeast } from "../document/sorted.ts";
import type { Finding } from "./report.ts";

const WEIGHT: Record<Finding["severity"], number> = { error: 0, warning: 1, info: 2, rounding: 3 };

/** What a finding explains: figures, and stretches of the text that should not be there. */
export interface Cause {
  readonly figures: ReadonlySet<number>;
  /** Where those figures stand. */
  readonly starts: ReadonlySet<number>;
  readonly stretches: readonly Stretch[];
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The section whose sums and lists it spoils: by a number that was never filled in, or by an entry printed twice. */
  readonly spoils?: string | undefined;
}

/** Findings in their order, of which some become symptoms of others. */
interface Folding {
  /** The finding, with the symptoms that it has by now; nothing where it has become one itself. */
  now(finding: Finding): Finding | undefined;
  into(host: Finding, finding: Finding): void;
  list(): Finding[];
}

function folding(findings: readonly Finding[]): Folding {
  const current = new Map(findings.map((finding) => [finding, finding]));
  return {
    now: (finding) => current.get(finding),
    into(host, finding) {
      current.set(host, withSymptom(current.get(host)!, current.get(finding)!));
      current.delete(finding);
    },
    list: () => [...current.values()],
  };
}

/** The findings by each of the keys that they go by, in their order. */
function byKey<Key>(findings: readonly Finding[], keysOf: (finding: Finding) => readonly Key[]): Map<Key, Finding[]> {
  const found = new Map<Key, Finding[]>();
  for (const finding of findings)
    for (const key of new Set(keysOf(finding))) {
      const same = found.get(key);
      if (same) same.push(finding);
      else found.set(key, [finding]);
    }
  return found;
}

/** A judged finding whose figures another finding already blames for certain is a symptom of that one. */
export function foldJudged(findings: readonly Finding[]): Finding[] {
  const folded = folding(findings);
  const order = new Map(findings.map((finding, index) => [finding, index]));
  const blamed = byKey(
    findings.filter(
      ({ verdict, culprits: [only, ...others] }) =>
        verdict === "inconsistent" && others.length === 0 && only?.certainty === "unique",
    ),
    ({ culprits: [only] }) => (only?.figure === undefined ? [] : [only.figure]),
  );
  for (const finding of findings) {
    if (finding.verdict !== "violated" || finding.culprits.length === 0) continue;
    // 说“无公务接待”，而印有1.53万元: words and an amount are blamed, and elsewhere the amount is found to be what the words say.
    const isOpen = finding.culprits.some(({ figure }) => figure === undefined);
    const hosts = finding.culprits.flatMap(
      ({ figure, expected }) =>
        (figure === undefined ? undefined : blamed.get(figure))?.find(
          ({ culprits: [only] }) => !isOpen || isSameNumber(expected, only!.expected),
        ) ?? [],
    );
    const [host] = hosts.toSorted((one, other) => order.get(one)! - order.get(other)!);
    if (host) folded.into(host, finding);
  }
  return folded.list();
}

function isSameNumber(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && Number(one) === Number(other);
}

/** What shows that a cell was left empty is a symptom of the empty cell. */
export function foldEvidence(
  findings: readonly Finding[],
  evidence: ReadonlyMap<Finding, ReadonlySet<number>>,
): Finding[] {
  const folded = folding(findings);
  const order = new Map(findings.map((finding, index) => [finding, index]));
  const blamed = byKey(
    findings.filter(
      ({ verdict, culprits }) => verdict !== "violated" && culprits.every(({ certainty }) => certainty !== "one-of"),
    ),
    ({ culprits }) => culprits.map(({ source }) => source.start),
  );
  for (const [finding, starts] of evidence) {
    const hosts = [...starts].flatMap((start) => blamed.get(start)?.[0] ?? []);
    const [host] = hosts.toSorted((one, other) => order.get(one)! - order.get(other)!);
    if (host && folded.now(finding)) folded.into(host, finding);
  }
  return folded.list();
}

/** One wrong word or number judged by two relations: the year in a heading that the contents print rightly. */
export function foldAlike(findings: readonly Finding[], causes: ReadonlyMap<Finding, Cause>): Finding[] {
  const folded = folding(findings);
  const order = new Map(findings.map((finding, index) => [finding, index]));
  const hosts = findings.filter(
    (finding) => finding.verdict === "violated" && (finding.severity === "error" || causes.has(finding)),
  );
  const spoiledAt = spoilers(hosts, causes);
  for (const finding of findings) {
    if (finding.verdict !== "violated" || finding.severity === "error") continue;
    const [host] = [...spoiledAt(finding), ...(finding.relation === CONTENTS ? hosts : []).filter(isAbout(finding))]
      .filter((other) => other !== finding && folded.now(other) !== undefined)
      .toSorted((one, other) => order.get(one)! - order.get(other)!);
    if (host) folded.into(host, finding);
  }
  return folded.list();
}

const CONTENTS = "structure.contents";

/** Whether one of the places compared in the contents holds what the other finding blames. */
function isAbout({ relation, sources }: Finding): (other: Finding) => boolean {
  return ({ relation: other, culprits: [only, ...others] }) =>
    relation !== other &&
    only !== undefined &&
    others.length === 0 &&
    sources.some(({ start, end }) => start <= only.source.start && only.source.end <= end);
}

/** Relations that miss something in a section, as they do where its number was never filled in. */
const LACKING: ReadonlySet<string> = new Set([
  "list.count",
  "items.functional",
  "items.classes",
  "structure.element-missing",
]);

/** The findings of words that should not be there and that a finding speaks of, or of what was never filled in and that it misses. */
function spoilers(
  hosts: readonly Finding[],
  causes: ReadonlyMap<Finding, Cause>,
): (finding: Finding) => readonly Finding[] {
  const all = hosts.flatMap((host) => (causes.get(host)?.stretches ?? []).map((stretch) => ({ host, stretch })));
  const within = stretchesAt(all);
  const outsideLists = stretchesAt(all.filter(({ stretch }) => stretch.spoils === undefined));
  const bySection = Map.groupBy(
    all.filter(({ stretch }) => stretch.spoils !== undefined),
    ({ stretch }) => stretch.spoils,
  );
  return ({ sources, relation }) =>
    sources
      .flatMap(({ start, section }) =>
        LACKING.has(relation)
          ? [...outsideLists(start), ...(section === undefined ? [] : (bySection.get(section) ?? []))]
          : within(start),
      )
      .map(({ host }) => host);
}

/** Those whose stretch a place stands in. */
function stretchesAt<Item extends { readonly stretch: Stretch }>(items: readonly Item[]): (place: number) => Item[] {
  const sorted = items.toSorted((one, other) => one.stretch.start - other.stretch.start);
  let furthest = -Infinity;
  /** How far those up to each reach: none before a place beyond that needs a look. */
  const reaches = sorted.map(({ stretch }) => (furthest = Math.max(furthest, stretch.end)));
  return (place) => {
    const found: Item[] = [];
    for (
      let at = firstAtLeast(sorted, place + 1, ({ stretch }) => stretch.start) - 1;
      at >= 0 && reaches[at]! > place;
      at--
    )
      if (sorted[at]!.stretch.end > place) found.push(sorted[at]!);
    return found;
  };
}

export function withSymptom(host: Finding, finding: Finding): Finding {
  return {
    ...host,
    severity: WEIGHT[finding.severity] < WEIGHT[host.severity] ? finding.severity : host.severity,
    symptoms: [
      ...host.symptoms,
      { relation: finding.relation, message: finding.message, messageEn: finding.messageEn, sources: finding.sources },
      ...finding.symptoms,
    ],
  };
}

/** Weightiest first, then as they stand in the document. */
export function byWeight(left: Finding, right: Finding): number {
  const weight = WEIGHT[left.severity] - WEIGHT[right.severity];
  return weight === 0 ? (left.sources[0]?.start ?? 0) - (right.sources[0]?.start ?? 0) : weight;
}
