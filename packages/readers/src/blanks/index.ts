import { placeOf, type Culprit, type DocumentReport, type Finding, type ReadDocument } from "@juesuan/core";
import { edited, type Edit, type Edited } from "./edited.ts";

// A blank that nobody filled in (“支出XX万元”, “支出万元”) can often be filled from the rest of the document. What belongs
// there is found by asking: a number that cannot be right is put in, the document is bound and checked again, and what the
// relations say should stand there instead is the answer. So blanks need no rules of their own.

/** A place that wants a number. */
interface Blank extends Edit {
  readonly finding: Finding;
  /** What stands behind it: 万元, %, 人. */
  readonly unit: string;
}

interface Answer {
  readonly value: string;
  /** The other places of the calculation, in the original document. */
  readonly sources: Finding["sources"];
}

const RELATIONS = new Set(["wording.leftover", "wording.empty-slot"]);
const MARKS = /^(?:[XＸxX×✕╳☓]{2,}|[*＊]{3,}|[_＿﹍]{2,})$/;
const AMOUNT = /^\s*(?:万元|亿元|元|[%％]|个?百分点)/;
const COUNT = /^\s*(?:人次|批次|辆|人|批|个|台)/;
const LAST_UNIT = /(?:万元|亿元|元|[%％]|辆|个|台（套）|人次)$/;

/** Beyond so many, a draft is not yet written: its author will fill it in, and each blank costs a check. */
const MOST = 12;

/** Characters bound and checked again for all blanks together: a real disclosure has some fifty thousand, tables and all. */
const MOST_CHARACTERS = 1_000_000;

/** Numbers that nothing in a disclosure comes near, with decimals and without. */
const ABSURD_AMOUNT = "987654321.23";
const ABSURD_COUNT = "9876543";

/**
 * The report with what belongs in its blanks, wherever the rest of the document settles it.
 *
 * @param check binds and checks a document as the report's own was
 */
export function withBlanksFilled(
  report: DocumentReport,
  document: ReadDocument,
  check: (document: ReadDocument) => DocumentReport,
): DocumentReport {
  const blanks = report.findings.flatMap((finding) => blanksOf(finding, document.text));
  if (blanks.length === 0 || blanks.length > MOST) return report;
  if (blanks.length * document.text.length > MOST_CHARACTERS) return report;
  const answers = new Map<Blank, Answer>();
  for (const blank of blanks) {
    const others = blanks.filter((other) => other !== blank);
    const answer = answerFor(blank, others.reduce(silenced, document), check);
    if (answer) answers.set(blank, answer);
  }
  if (answers.size === 0) return report;
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const own = blanks.filter((blank) => blank.finding === finding);
      return own.some((blank) => answers.has(blank)) ? filled(finding, own, answers) : finding;
    }),
  };
}

function blanksOf(finding: Finding, text: string): Blank[] {
  if (!RELATIONS.has(finding.relation)) return [];
  return finding.sources.flatMap(({ start, end }): Blank[] => {
    const words = text.slice(start, end);
    if (MARKS.test(words)) {
      const behind = text.slice(end, end + 6);
      const amount = AMOUNT.exec(behind);
      const unit = amount ?? COUNT.exec(behind);
      if (!unit) return [];
      return [{ finding, start, end, text: amount ? ABSURD_AMOUNT : ABSURD_COUNT, unit: unit[0].trim() }];
    }
    const unit = finding.relation === "wording.empty-slot" ? LAST_UNIT.exec(words)?.[0] : undefined;
    if (unit === undefined) return [];
    const at = end - unit.length;
    return [{ finding, start: at, end: at, text: AMOUNT.test(unit) ? ABSURD_AMOUNT : ABSURD_COUNT, unit }];
  });
}

/** The blank as words that say nothing: a mark that stays is a finding of its own, which takes its sentence to itself. */
function silenced(document: ReadDocument, { start, end }: Blank): ReadDocument {
  return edited(document, { start, end, text: "某".repeat(end - start) }).document;
}

function answerFor(
  blank: Blank,
  document: ReadDocument,
  check: (document: ReadDocument) => DocumentReport,
): Answer | undefined {
  const trial = edited(document, blank);
  const { findings } = check(trial.document);
  const told = findings.flatMap((finding) =>
    [finding.culprits.find((culprit) => isAt(culprit, blank))].flatMap((culprit) =>
      culprit?.expected === undefined || culprit.expectedUnit !== undefined ? [] : [{ finding, ...culprit }],
    ),
  );
  const [first] = told;
  const value = first?.expected?.replace(/%$/, "");
  // Two answers are none.
  if (value === undefined || told.some(({ expected }) => expected?.replace(/%$/, "") !== value)) return undefined;
  const others = told.flatMap(({ finding }) => finding.sources).filter((source) => !isWithin(source, blank));
  return { value, sources: distinct(others.map((source) => inOriginal(source, trial))) };
}

function isAt({ source, figure }: Culprit, blank: Blank): boolean {
  return figure !== undefined && isWithin(source, blank);
}

/** Whether a place of the trial is that of the number put in. */
function isWithin({ start }: { readonly start: number }, blank: Blank): boolean {
  return start >= blank.start && start < blank.start + blank.text.length;
}

function inOriginal(source: Finding["sources"][number], { original }: Edited): Finding["sources"][number] {
  return { ...source, start: original(source.start), end: original(source.end) };
}

function distinct(sources: Finding["sources"]): Finding["sources"] {
  const seen = new Set<number>();
  return sources.filter(({ start }) => !seen.has(start) && seen.add(start));
}

/** How many places of the calculation are worth naming in a sentence. */
const NAMED = 3;

function filled(finding: Finding, blanks: readonly Blank[], answers: ReadonlyMap<Blank, Answer>): Finding {
  const told = blanks.flatMap((blank) => {
    const answer = answers.get(blank);
    return answer ? [{ ...blank, ...answer }] : [];
  });
  // What the finding is about besides is still to be done as it says.
  const rest = finding.sources.length > told.length ? [finding.suggestion] : [];
  const restEn = finding.sources.length > told.length ? [finding.suggestionEn] : [];
  return {
    ...finding,
    ...(told.length === 1 ? { expected: told[0]!.value } : {}),
    sources: distinct([...finding.sources, ...told.flatMap(({ sources }) => sources)]),
    culprits: finding.sources.map((source): Culprit => {
      const blank = blanks.find(({ start, end }) => source.start <= start && end <= source.end);
      const expected = blank && answers.get(blank)?.value;
      const certainty = finding.sources.length > 1 ? "all-of" : "unique";
      if (!blank || expected === undefined) return { text: source.text, certainty, source };
      if (blank.start < blank.end) return { text: source.text, expected, certainty, source };
      const place = { ...source, start: blank.start, end: blank.end, text: "" };
      return { text: "", expected, kind: "blank", certainty, source: place };
    }),
    suggestion: [...told.map(({ value, unit, sources }) => `应填${value}${unit}（据${named(sources, "zh")}）`), ...rest]
      .filter(Boolean)
      .join("；"),
    suggestionEn: [
      ...told.map(({ value, unit, sources }) => `Fill in ${value}${unit} (from ${named(sources, "en")})`),
      ...restEn,
    ]
      .filter(Boolean)
      .join("; "),
  };
}

function named(sources: Finding["sources"], lang: "zh" | "en"): string {
  return sources
    .slice(0, NAMED)
    .map((source) =>
      lang === "zh" ? `${placeOf(source).zh}的${source.text}` : `${source.text} in ${placeOf(source).en}`,
    )
    .join(lang === "zh" ? "、" : ", ");
}
