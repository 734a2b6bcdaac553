import { keyText } from "../facts/key.ts";
import { placeOf } from "../relations/place.ts";
import type { CheckContext, Judgement } from "../relations/relation.ts";
import { judgedFindings, sentence, type Judged } from "./judged.ts";
import { foldAlike, foldEvidence, foldJudged, withSymptom, type Cause, type Stretch } from "./folding.ts";
import type { Finding } from "./report.ts";

/** Findings of one cause are one finding: what else the cause breaks becomes its symptoms. */
export function groupFindings(proven: readonly Finding[], judged: readonly Judged[], context: CheckContext): Finding[] {
  const own = judgedFindings(judged, context);
  const causes = new Map<Finding, Cause>();
  const evidence = new Map<Finding, ReadonlySet<number>>();
  const joining = new Map<Finding, NonNullable<Judgement["joins"]>>();
  let index = 0;
  for (const { relation, judgements } of judged) {
    for (const judgement of judgements) {
      if (judgement.outcome !== "violated") continue;
      const finding = own[index++]!;
      const stretches =
        relation.form === "wording" && finding.severity === "error"
          ? finding.sources.map((source) => reach(source, context.text))
          : judgement.spoilsList
            ? (judgement.explainsAt ?? []).map(({ start, end, section }) => ({ start, end, spoils: section ?? "" }))
            : [];
      if (judgement.joins) joining.set(finding, judgement.joins);
      if (judgement.testifies) {
        const { figures, places, directions = [] } = judgement.testifies;
        const printed = [...figures, ...directions].flatMap((id) => context.figures.get(id)?.source ?? []);
        evidence.set(finding, new Set([...printed, ...places].map(({ start }) => start)));
      }
      if (judgement.explains || judgement.explainsAt || stretches.length > 0)
        causes.set(finding, {
          figures: new Set(judgement.explains),
          starts: new Set([
            ...(judgement.explains ?? []).flatMap((id) => context.figures.get(id)?.source.start ?? []),
            ...(judgement.explainsAt ?? []).map(({ start }) => start),
          ]),
          stretches,
        });
    }
  }
  const result = [...own];
  for (const finding of foldTwins(proven, context)) {
    const cause = [...causes].find(([, entry]) => isExplained(finding, entry) && !isOfItsOwn(finding, entry, context));
    if (!cause) {
      result.push(finding);
      continue;
    }
    const [host, entry] = cause;
    const merged = withSymptom(host, finding);
    replace(result, host, merged);
    causes.delete(host);
    causes.set(merged, entry);
  }
  const folded = foldCopies(foldAlike(foldEvidence(foldJudged(result), evidence), causes), context);
  return foldBlanks(joinAlike(folded, joining));
}

/** One sentence where several of one kind stand in one list: items that it names and the table has no amounts of. */
function joinAlike(
  findings: readonly Finding[],
  joining: ReadonlyMap<Finding, NonNullable<Judgement["joins"]>>,
): Finding[] {
  const groups = Map.groupBy(
    findings.filter((finding) => joining.has(finding)),
    (finding) => `${finding.relation} ${joining.get(finding)!.group}`,
  );
  const result = [...findings];
  for (const [host, ...others] of groups.values()) {
    if (!host || others.length === 0) continue;
    const all = [host, ...others];
    const message = joining.get(host)!.message(all.map((finding) => joining.get(finding)!.name));
    for (const other of others) result.splice(result.indexOf(other), 1);
    replace(result, host, {
      ...host,
      message: sentence(message.zh, "。"),
      messageEn: sentence(message.en, "."),
      sources: all.flatMap(({ sources }) => sources),
      culprits: all.flatMap(({ culprits }) => culprits),
      suggestion: joined(all.map(({ suggestion }) => suggestion)),
      suggestionEn: joined(all.map(({ suggestionEn }) => suggestionEn)),
      symptoms: all.flatMap(({ symptoms }) => symptoms),
    });
  }
  return result;
}

function joined(suggestions: readonly (string | null)[]): string | null {
  const told = [...new Set(suggestions.flatMap((suggestion) => suggestion ?? []))];
  return told.length === 0 ? null : told.join("；");
}

/** What the plainest of several relations over the blanks of one row says is told, the others with it. */
const PLAIN: readonly string[] = ["agreement.quantity", "table.classes", "table.down", "table.parts", "table.across"];

/** A row of totals printed without its amounts is one slip: each of its blanks is named, and told once. */
function foldBlanks(findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings.filter(isBlank), ({ culprits: [only] }) =>
    [only!.source.table, only!.source.row].join("|"),
  );
  const result = [...findings];
  for (const group of groups.values()) {
    const rank = ({ relation }: Finding): number => (PLAIN.indexOf(relation) + PLAIN.length + 1) % (PLAIN.length + 1);
    const [host, ...others] = group.toSorted((one, other) => rank(one) - rank(other));
    if (!host || others.length === 0) continue;
    for (const other of others) result.splice(result.indexOf(other), 1);
    const also = others.map(({ culprits: [only] }) => only!);
    replace(result, host, {
      ...others.reduce(withSymptom, host),
      culprits: group.flatMap(({ culprits }) => culprits),
      message: `${host.message}同一行${also.map(({ source, expected }) => `“${source.column}”列也漏填${expected === undefined ? "" : `（应为${expected}）`}`).join("，")}。`,
      messageEn: `${host.messageEn} In the same row ${also.map(({ source, expected }) => `“${source.column}” is empty too${expected === undefined ? "" : ` (${expected})`}`).join(", ")}.`,
      suggestion: joined(group.map(({ suggestion }) => suggestion)),
      suggestionEn: joined(group.map(({ suggestionEn }) => suggestionEn)),
    });
  }
  return result;
}

/** An empty cell of a table that is sure to be the one that is wrong. */
function isBlank({ verdict, culprits: [only, ...others] }: Finding): boolean {
  return (
    verdict === "inconsistent" &&
    others.length === 0 &&
    only?.kind === "blank" &&
    only.certainty === "unique" &&
    only.source.row !== undefined &&
    only.source.column !== undefined
  );
}

/** One slip printed twice in a section (（项）135.00万元 … 支出决算为135.00万元) is one finding with two culprits. */
function foldTwins(findings: readonly Finding[], context: CheckContext): Finding[] {
  const result: Finding[] = [];
  const hosts = new Map<string, Finding>();
  // The one whose relation cites its culprit tells it best.
  const cites = ({ culprits, sources }: Finding): boolean =>
    sources.some(({ start }) => start === culprits[0]?.source.start);
  for (const finding of findings) {
    const twin = twinKey(finding, context);
    const host = twin === undefined ? undefined : hosts.get(twin);
    if (!host) {
      result.push(finding);
      if (twin !== undefined) hosts.set(twin, finding);
      continue;
    }
    const [best, other] = cites(host) || !cites(finding) ? [host, finding] : [finding, host];
    const merged = { ...withSymptom(best, other), culprits: [...best.culprits, ...other.culprits] };
    replace(result, host, merged);
    hosts.set(twin!, merged);
  }
  return result;
}

/** What a printed slip says wrongly, and where; undefined where it is not certain, or stands in a table. */
function twinKey({ verdict, culprits, expected }: Finding, context: CheckContext): string | undefined {
  const [culprit, ...others] = culprits;
  const figure = culprit?.figure === undefined ? undefined : context.figures.get(culprit.figure);
  if (verdict !== "inconsistent" || !figure || others.length > 0 || culprit!.certainty !== "unique") return undefined;
  if (figure.source.table !== undefined || expected === null) return undefined;
  return [keyText(figure.concept, figure.dimensions), figure.value, expected, figure.source.section ?? ""].join("|");
}

/** Fewer digits may agree by chance. */
const TELLING = 4;
const NAMED = 6;

/**
 * One wrong number copied into the rows above and into the tables that repeat it is one slip: 城乡社区支出 and the group that is
 * all of it, in the table of all expenditure and in that of the general budget.
 */
function foldCopies(findings: readonly Finding[], context: CheckContext): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const copy = copyKey(finding, context);
    if (copy !== undefined) groups.set(copy, [...(groups.get(copy) ?? []), finding]);
  }
  const result = [...findings];
  for (const [host, ...others] of groups.values()) {
    if (!host || others.length === 0) continue;
    const culprits = [host, ...others].flatMap((finding) => finding.culprits);
    const places = others
      .slice(0, NAMED)
      .map(({ culprits: [only] }) => placeOf(context.figures.get(only!.figure!)!.source));
    const merged = others.reduce(withSymptom, host);
    for (const other of others) result.splice(result.indexOf(other), 1);
    replace(result, host, {
      ...merged,
      message: `${host.message}同一个错数还印在${places.map(({ zh }) => zh).join("、")}${others.length > NAMED ? `等${others.length}处` : ""}。`,
      messageEn: `${host.messageEn} The same wrong number also stands in ${places.map(({ en }) => en).join("; ")}.`,
      culprits,
    });
  }
  return result;
}

/** A wrong number of a table and what it should be. */
function copyKey({ verdict, culprits }: Finding, context: CheckContext): string | undefined {
  const [culprit, ...others] = culprits;
  const figure = culprit?.figure === undefined ? undefined : context.figures.get(culprit.figure);
  if (verdict !== "inconsistent" || !figure || others.length > 0 || culprit!.certainty !== "unique") return undefined;
  if (figure.source.table === undefined || culprit!.expected === undefined) return undefined;
  if (figure.value.replace(/^0|\D/g, "").length < TELLING) return undefined;
  const { concept, unit, dimensions } = figure;
  return [concept, unit, dimensions.nature, dimensions.stage, Number(figure.value), Number(culprit!.expected)].join(
    "|",
  );
}

const UNFILLED = /^[XＸ×✕╳☓xX_＿﹍*]{2,}$/;
const CLAUSE = 40;
/** As far behind a direction as the figures stand that are read with it. */
const DIRECTED = 24;

/**
 * How far words that should not be there reach: a direction that nobody chose, 增加（减少）, is read into the figures right
 * behind it; what follows a number that was never filled in, 教育支出XX万元，占11.53%, is read as if it belonged to the one before.
 */
function reach({ start, end, text, section }: Finding["sources"][number], document: string | undefined): Stretch {
  if (UNFILLED.test(text) && document !== undefined) {
    const clause = /^[^。；\n]*/.exec(document.slice(end, end + CLAUSE))![0];
    return { start, end: end + clause.length, spoils: section ?? "" };
  }
  if (!/[增减大小长降]/.test(text)) return { start, end };
  // 出国费增加/减少0万元；公务用车费增加0.57万元，增长12.47%: the next item tells its own direction.
  const item = document === undefined ? undefined : /^[^。；;\n]*/.exec(document.slice(end, end + DIRECTED))![0];
  return { start, end: end + (item?.length ?? DIRECTED) };
}

/** Whether a sum is over a list that has the stretch in its midst. */
function isSumOver({ verdict, sources }: Finding, { start, spoils }: Stretch): boolean {
  if (spoils === undefined || verdict === "violated") return false;
  const own = sources.filter(({ section, table }) => table === undefined && (section ?? "") === spoils);
  return own.length > 1 && (own.some((source) => source.start > start) || own.some((source) => source.end < start));
}

function isExplained(finding: Finding, { figures, starts, stretches }: Cause): boolean {
  const { culprits, sources } = finding;
  if (culprits.some(({ figure }) => figure !== undefined && figures.has(figure))) return true;
  const places = [...culprits.map(({ source }) => source), ...sources];
  if (places.some(({ start }) => starts.has(start))) return true;
  return stretches.some(
    (stretch) =>
      places.some((place) => stretch.start <= place.start && place.start < stretch.end) ||
      (culprits.every(({ slip }) => slip?.id === "omitted" || slip === undefined || culprits.length > 1) &&
        isSumOver(finding, stretch)),
  );
}

/**
 * Whether a rate behind a number that was never filled in is wrong by itself: 基本支出XX万元，占37.9% of which the amount is known
 * from elsewhere. A rate that was read of what stands before the blank is none: the amount of that is printed there.
 */
function isOfItsOwn({ culprits }: Finding, { stretches }: Cause, { figures, facts }: CheckContext): boolean {
  const [culprit] = culprits;
  const figure = culprit?.figure === undefined ? undefined : figures.get(culprit.figure);
  if (!figure || figure.dimensions.measure === undefined) return false;
  const { measure: _, of: __, ...rest } = figure.dimensions;
  const { start, section } = figure.source;
  const stretch = stretches.find(
    ({ start: from, end, spoils }) => spoils !== undefined && from <= start && start < end,
  );
  const printed = facts.get(keyText(figure.concept, rest)) ?? [];
  return (
    stretch !== undefined &&
    printed.length > 0 &&
    !printed.some(({ source }) => source.section === section && source.start < stretch.start)
  );
}

function replace<T>(list: T[], old: T, next: T): void {
  list.splice(list.indexOf(old), 1, next);
}
