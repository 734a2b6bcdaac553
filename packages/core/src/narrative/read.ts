import type { BoundFigure, Direction, SectionId, Statement, UnboundFigure } from "../facts/disclosure.ts";
import type { ConceptKey, Dimensions, Measure } from "../facts/key.ts";
import { keyText } from "../facts/key.ts";
import { conceptOf } from "../facts/concepts.ts";
import type { Source } from "../figure/figure.ts";
import { compact, type Compact, type Stretch } from "./compact.ts";
import type { Cue } from "./cues.ts";
import { tokenise, type Token } from "./grammar.ts";
import {
  COUNTED_NOUNS,
  COUNTED_NOUNS_BEFORE,
  HEAD,
  SECTION_SUBJECTS,
  VEHICLE_KINDS,
  type SubjectPhrase,
} from "./lexicon/index.ts";
import { readReason } from "./reasons.ts";
import { carriedToNextYear, labelOf } from "./labels.ts";
import type { NumberToken } from "./numbers.ts";
import { countOf, isCompany, moneyOf, unitOf } from "./twins.ts";

/** A stretch of narrative under one heading, with where it belongs. */
export interface Passage {
  readonly section?: SectionId;
  /** The path of headings as printed. */
  readonly title: string;
  readonly part?: string;
  readonly stretches: readonly Stretch[];
}

/** Names to codes: first by the disclosure's own tables, then by the classification of its year. */
export interface NameResolver {
  /** The code of a path of functional names (class, group, item); undefined where none fits. */
  readonly functional: (names: readonly string[]) => string | undefined;
  readonly economic: (name: string) => string | undefined;
}

export interface NarrativeReading {
  readonly figures: readonly BoundFigure[];
  readonly unbound: readonly UnboundFigure[];
  readonly statements: readonly Statement[];
}

interface Context {
  readonly text: string;
  readonly resolver: NameResolver;
  /** The year accounted for: with it 2023年决算数为… in the accounts of 2024 is last year's figure. */
  readonly fiscalYear?: number;
  readonly pageOf: (offset: number) => number | undefined;
  readonly nextId: () => number;
}

/**
 * Reads the statements of a disclosure's narrative: every number becomes a bound or an unbound figure, comparisons with
 * last year and with the budget become statements.
 *
 * The grammar is one pass over tokens: phrases that name a quantity set the subject, cues say what the next number is to
 * it (its share, growth, budget …), punctuation ends their reach.
 */
export function readNarrative(passages: readonly Passage[], context: Context): NarrativeReading {
  const figures: BoundFigure[] = [];
  const unbound: UnboundFigure[] = [];
  const statements: Statement[] = [];
  for (const passage of passages) {
    const reader = new PassageReader(passage, context);
    reader.read();
    figures.push(...reader.figures);
    unbound.push(...reader.unbound);
    statements.push(...reader.statements);
  }
  return { figures, unbound, statements };
}

const ANNEX_LIKE = new Set<SectionId>(["annex", "performance", "responsibilities", "institutions"]);
const ENDS_SENTENCE = new Set(["。", "\n", "！", "？"]);

type MutableStatement = {
  -readonly [K in keyof Extract<Statement, { type: "comparison" }>]: Extract<Statement, { type: "comparison" }>[K];
};

class PassageReader {
  readonly figures: BoundFigure[] = [];
  readonly unbound: UnboundFigure[] = [];
  readonly statements: Statement[] = [];

  private readonly passage: Passage;
  private readonly context: Context;
  private readonly view: Compact;
  private readonly tokens: Token[];

  private subject: ConceptKey | undefined;
  /** The subject of the sentence's head, to which parts after 其中 and bare continuations belong. */
  private head: ConceptKey | undefined;
  private className: string | undefined;
  private groupName: string | undefined;
  private cue: Cue | undefined;
  private whole: ConceptKey | undefined;
  private against: "previous-year" | "budget" | undefined;
  private inReason = false;
  private inUse = false;
  private listOrdinal: number | undefined;
  /** 常年项目绩效分析。该类项目总数7个: a paragraph that opens with its subject speaks of it to its end. */
  private paragraphSubject: ConceptKey | undefined;
  private comparison: MutableStatement | undefined;
  /** The words say with what the comparison is made. */
  private compared = false;
  private lastNumberEnd = 0;
  /** 收入支出总计分别为A、B: the amounts that follow one phrase in a row. */
  private run = 0;
  private lastBound: BoundFigure | undefined;
  private readonly outside: { subject: ConceptKey | undefined; head: ConceptKey | undefined }[] = [];
  private spokenYear: { readonly year: number; readonly end: number } | undefined;
  /** 年初预算为A，… 完成预算的B%: the budget that the sentence itself has named. */
  private stageOfSentence: { readonly subject: string; readonly stage: NonNullable<Dimensions["stage"]> } | undefined;
  /** The year of the comparison in words, where it is not last year. */
  private otherYear: number | undefined;
  private completion: Extract<Cue, { kind: "completion" }> | undefined;

  constructor(passage: Passage, context: Context) {
    this.passage = passage;
    this.context = context;
    this.view = compact(context.text, passage.stretches);
    this.tokens = tokenise(this.view.text);
  }

  read(): void {
    this.resetSubject();
    for (let index = 0; index < this.tokens.length; index++) {
      const token = this.tokens[index]!;
      switch (token.type) {
        case "mark":
          this.onMark(token);
          break;
        case "path":
          this.onPath(token.names, token.from);
          break;
        case "subject":
          this.onSubject(token.phrase, token.start, token.end);
          break;
        case "cue":
          this.onCue(token.phrase.cue(this.view.text.slice(token.start, token.end)), token);
          break;
        case "number":
          this.onNumber(token.number);
          break;
      }
    }
    this.finishComparison();
  }

  private get section(): SectionId | undefined {
    return this.passage.section;
  }

  private resetSubject(): void {
    const base = this.section ? SECTION_SUBJECTS[this.section] : undefined;
    this.subject = base;
    this.head = base;
    this.run = 0;
  }

  private onMark(token: Extract<Token, { type: "mark" }>): void {
    const { mark } = token;
    if (ENDS_SENTENCE.has(mark)) {
      this.finishComparison();
      this.cue = undefined;
      this.completion = undefined;
      this.whole = undefined;
      this.against = undefined;
      this.inReason = false;
      this.inUse = false;
      this.run = 0;
      this.outside.length = 0;
      this.spokenYear = undefined;
      this.stageOfSentence = undefined;
      if (mark === "\n") {
        this.listOrdinal = undefined;
        this.paragraphSubject = undefined;
        if (this.continuesItem(token.end)) return;
        this.resetSubject();
        if (this.section && ANNEX_LIKE.has(this.section)) this.subject = undefined;
      }
      return;
    }
    if (mark === "；") {
      this.finishComparison();
      this.cue = undefined;
      this.whole = undefined;
      this.inReason = false;
      this.inUse = false;
      this.against = undefined;
    }
    if (mark === "（") this.outside.push({ subject: this.subject, head: this.head });
    if (mark === "）") {
      const outside = this.outside.pop();
      // 15批次（其中外事接待0批次），105人次: what a parenthesis speaks of ends with it.
      if (outside?.subject && this.subject !== outside.subject && this.section?.startsWith("three-public"))
        ({ subject: this.subject, head: this.head } = outside);
    }
    if (mark === "，" || mark === "（" || mark === "）") {
      if (this.cue?.kind !== "against" && this.cue?.kind !== "direction") this.cue = undefined;
      if (this.cue?.kind === "direction" && mark === "，") this.cue = undefined;
      this.completion = undefined;
    }
    if (mark === "、" && this.cue?.kind === "share") this.cue = undefined;
  }

  /** 主要用于… 年初预算为…: an item of section five told in several paragraphs stays the subject up to the next number. */
  private continuesItem(from: number): boolean {
    if ((this.subject?.dimensions.functional?.length ?? 0) < 4) return false;
    if (
      this.section !== "general-expenditure.items" &&
      this.section !== "government-fund" &&
      this.section !== "state-capital"
    )
      return false;
    return !/^(?:（?[\d一二三四五六七八九十]{1,3}[、.）]|[^。\n]{2,60}（[类款项]）)/.test(
      this.view.text.slice(from, from + 80),
    );
  }

  private onPath(names: readonly string[], from: number): void {
    let full = names;
    if (from === 0) {
      this.className = names[0];
      if (names[1] !== undefined) this.groupName = names[1];
    } else if (from === 1 && this.className !== undefined) {
      this.groupName = names[0];
      full = [this.className, ...names];
    } else if (from === 2 && this.className !== undefined && this.groupName !== undefined) {
      full = [this.className, this.groupName, ...names];
    }
    this.setFunctional(full);
    this.inReason = false;
    this.inUse = false;
  }

  private setFunctional(names: readonly string[]): void {
    const base = this.section ? SECTION_SUBJECTS[this.section] : undefined;
    const fund = base?.dimensions.fund ?? this.head?.dimensions.fund;
    const functional = this.context.resolver.functional(names) ?? this.pathOf(names);
    this.subject = { concept: "expenditure", dimensions: { ...(fund ? { fund } : {}), functional } };
    this.cue = undefined;
    this.completion = undefined;
  }

  /** An item under a name that no list knows is still one of its class: 208/抚恤/伤残人员. */
  private pathOf(names: readonly string[]): string {
    const [first, ...rest] = names;
    const code = rest.length === 0 ? undefined : this.context.resolver.functional([first!]);
    return [code ?? first, ...rest].join("/");
  }

  private onSubject(phrase: SubjectPhrase, start: number, end: number): void {
    if (phrase.only && !(this.section && phrase.only.includes(this.section))) return;
    if (this.isForeignTotal(phrase)) return;
    // 主要用于…，公务接待2批次: a phrase with its number right behind it ends what the money was used for.
    if (this.inUse && this.section?.startsWith("three-public") && /\d/.test(this.view.text[end] ?? ""))
      this.inUse = false;
    if (this.inReason || this.inUse) return;
    const isWhole = this.cue?.kind === "share";
    const key = this.resolve(phrase, isWhole);
    if (isWhole) {
      this.whole = this.ofTheYear(start, end) ?? key;
      return;
    }
    // 决算数小于预算数 …: a completed figure's own words do not change the subject.
    if (this.isRefinedBy(key)) return;
    const previous = this.view.text[start - 1] ?? "\n";
    if (ENDS_SENTENCE.has(previous) || start === 0) this.head = key;
    this.subject = key;
    this.run = 0;
    if (
      key.concept === "performance-projects" &&
      previous === "\n" &&
      /^[^，；：\n]{0,8}。/.test(this.view.text.slice(start + 2, start + 24))
    ) {
      this.paragraphSubject = key;
    }
    if (this.cue?.kind !== "direction" && this.cue?.kind !== "against") this.cue = undefined;
  }

  /** 占总支出的, 占一般公共预算财政拨款总支出的: what was spent in the year, carry-over left aside. */
  private ofTheYear(start: number, end: number): ConceptKey | undefined {
    const words = this.view.text.slice(start, end);
    if (!/总(?:支出|收入)$/.test(words)) return undefined;
    const before = this.view.text.slice(Math.max(0, start - 12), start);
    const fund = /一般公共预算(?:财政)?(?:拨款)?$/.test(before)
      ? "general"
      : before.endsWith("财政拨款")
        ? "appropriation"
        : undefined;
    const concept = words.endsWith("支出") ? "expenditure" : "revenue";
    return { concept, dimensions: fund === undefined ? {} : { fund } };
  }

  /** 支出总额 in the section of "three public" expenses is their total, not the department's. */
  private isForeignTotal(phrase: SubjectPhrase): boolean {
    if (!phrase.concept.startsWith("total-") || phrase.dimensions?.fund !== undefined) return false;
    const base = this.section ? SECTION_SUBJECTS[this.section] : undefined;
    return base !== undefined && !/^(?:total-receipts|revenue|expenditure)$/.test(base.concept);
  }

  /** In the items of section five the item stays the subject: 「…（项）一般公共预算支出决算为」 speaks of the item. */
  private isRefinedBy(key: ConceptKey): boolean {
    const subject = this.subject;
    if (!subject || subject.dimensions.functional === undefined || subject.dimensions.functional.length < 4)
      return false;
    return (
      key.concept === "expenditure" && key.dimensions.nature === undefined && key.dimensions.functional === undefined
    );
  }

  /** The whole of a share is what its words say, without the section's fund: 占本年支出合计的. */
  private resolve(phrase: SubjectPhrase, isWhole: boolean): ConceptKey {
    if (phrase.concept === HEAD) {
      const concept = this.head && /receipts|revenue/.test(this.head.concept) ? "revenue" : "expenditure";
      return { concept, dimensions: phrase.dimensions ?? {} };
    }
    const base = this.section ? SECTION_SUBJECTS[this.section] : undefined;
    const own = phrase.dimensions ?? {};
    if (VEHICLE_KINDS.includes(phrase)) {
      const concept = this.subject && /vehicle/.test(this.subject.concept) ? this.subject.concept : "state-vehicles";
      return { concept: concept === "vehicle-purchase-amount" ? "vehicles-bought" : concept, dimensions: own };
    }
    const inherited: { fund?: NonNullable<Dimensions["fund"]>; nature?: NonNullable<Dimensions["nature"]> } = {};
    if (phrase.inherit !== undefined && !isWhole) {
      const fund = base?.dimensions.fund ?? (phrase.inherit === "fund-and-nature" ? "general" : undefined);
      if (fund !== undefined && own.fund === undefined) inherited.fund = fund;
      if (phrase.inherit === "fund-and-nature") inherited.nature = "basic";
    }
    return { concept: phrase.concept, dimensions: { ...inherited, ...own } };
  }

  private onCue(cue: Cue, token: { start: number; end: number }): void {
    switch (cue.kind) {
      case "reason":
        if (!this.inReason) this.takeReason(token.end);
        this.inReason = true;
        this.cue = undefined;
        return;
      case "use":
        if (this.section === "general-expenditure.structure" || this.section === "general-expenditure.total") return;
        this.inUse = true;
        this.cue = undefined;
        return;
      case "parts":
        this.inReason = false;
        this.inUse = false;
        this.finishComparison();
        if (this.section && this.subject) this.head = this.subject;
        this.cue = undefined;
        return;
      default:
    }
    if (cue.kind === "stage" || cue.kind === "completion" || cue.kind === "comparison") {
      this.inUse = false;
      if (cue.kind === "stage" && this.inReason && this.startsClause(token.start)) this.inReason = false;
    }
    if (this.inReason || this.inUse) return;
    switch (cue.kind) {
      case "against":
        this.against = cue.against;
        this.otherYear = this.comparedYear(token.start, token.end);
        this.cue = cue;
        return;
      case "comparison":
        this.startComparison("budget", cue.direction, cue.word, token.start, token.end);
        // 决算数大于预算数55.93万元
        if (cue.direction !== "unchanged" && /\d/.test(this.view.text[token.end] ?? "")) {
          this.against = "budget";
          this.cue = { kind: "direction", direction: cue.direction, word: cue.word };
        }
        return;
      case "direction": {
        this.cue = cue;
        const against = this.against ?? "previous-year";
        if (cue.direction === "unchanged") {
          this.startComparison(against, "unchanged", cue.word, token.start, token.end);
          return;
        }
        if (this.comparison && this.comparison.against === against && this.sameSubject(this.comparison.subject)) {
          return;
        }
        this.startComparison(against, cue.direction, cue.word, token.start, token.end);
        return;
      }
      case "completion":
        this.completion = cue;
        this.cue = cue;
        return;
      case "stage":
        this.cue = cue.stage === "final" && this.speaksOfLastYear(token.start) ? { kind: "previous-amount" } : cue;
        return;
      default:
        this.cue = cue;
    }
  }

  /** 2023年决算数为57.43万元 in the accounts of 2024. */
  private speaksOfLastYear(start: number): boolean {
    const spoken = this.spokenYear;
    if (!spoken || this.context.fiscalYear === undefined || spoken.year !== this.context.fiscalYear - 1) return false;
    return /^年度?(?:的)?$/.test(this.view.text.slice(spoken.end, start));
  }

  /** 比2019年（疫情前）决算数减少: a year that is neither last year nor a slip for it, since last year was compared too. */
  private comparedYear(start: number, end: number): number | undefined {
    const year = Number(/(?:19|20)\d{2}/.exec(this.view.text.slice(start, end))?.[0] ?? NaN);
    const { fiscalYear } = this.context;
    if (Number.isNaN(year) || fiscalYear === undefined || year >= fiscalYear - 1) return undefined;
    const before = this.lastBound;
    const compared = before?.dimensions.measure === "growth" || before?.dimensions.measure === "change";
    return compared && before.dimensions.label === undefined ? year : undefined;
  }

  private startsClause(start: number): boolean {
    return /[，。；：\n]/.test(this.view.text[start - 1] ?? "\n");
  }

  private sameSubject(key: ConceptKey): boolean {
    return (
      this.subject !== undefined &&
      keyText(key.concept, key.dimensions) === keyText(this.subject.concept, this.subject.dimensions)
    );
  }

  private startComparison(
    against: "previous-year" | "budget",
    direction: Direction,
    word: string,
    start: number,
    end: number,
  ): void {
    this.finishComparison();
    if (!this.subject) return;
    // 比2019年（疫情前）决算数减少: that last year's figure was higher is not said.
    if (against === "previous-year" && this.otherYear !== undefined) return;
    this.compared =
      this.against !== undefined || against === "budget" || this.section?.startsWith("three-public") === true;
    this.comparison = {
      type: "comparison",
      against,
      subject: this.subject,
      direction,
      word,
      figures: [],
      source: this.source(start, end),
    };
  }

  private takeReason(from: number): void {
    const reason = readReason(this.view.text, from);
    if (this.comparison) {
      this.comparison.reason = reason;
      return;
    }
    // A reason in a sentence of its own belongs to the comparison before it.
    for (let index = this.statements.length - 1; index >= 0; index--) {
      const statement = this.statements[index]!;
      if (statement.type !== "comparison") continue;
      if (statement.reason === undefined) this.statements[index] = { ...statement, reason };
      return;
    }
  }

  /** 提高效率 is no comparison: one needs figures, or words that say with what. */
  private finishComparison(): void {
    if (this.comparison && (this.comparison.figures.length > 0 || this.compared)) this.statements.push(this.comparison);
    this.compared = false;
    this.comparison = undefined;
  }

  private source(start: number, end: number): Source {
    const from = this.view.offsets[start] ?? 0;
    const to = (this.view.offsets[end - 1] ?? from) + 1;
    const page = this.context.pageOf(from);
    return {
      ...(this.passage.part === undefined ? {} : { part: this.passage.part }),
      section: this.passage.title,
      ...(page === undefined ? {} : { page }),
      start: from,
      end: to,
      text: this.context.text.slice(from, to),
      context: this.sentenceAround(start, end),
    };
  }

  private sentenceAround(start: number, end: number): string {
    const { text } = this.view;
    let from = start;
    while (from > 0 && !/[。；\n]/.test(text[from - 1]!) && start - from < 60) from--;
    let to = end;
    while (to < text.length && !/[。；\n]/.test(text[to]!) && to - end < 40) to++;
    return text.slice(from, to);
  }

  private onNumber(number: NumberToken): void {
    if (number.role !== "figure") {
      if (number.role === "year" || number.role === "date") this.onYear(number);
      if (number.role === "enumerator") this.listOrdinal = Number(number.value);
      return;
    }
    const bound = this.bind(number);
    const source = this.source(number.start, number.end);
    const figure = {
      id: this.context.nextId(),
      text: source.text.replace(/\s+/g, ""),
      value: number.value,
      decimals: number.decimals,
      unit: typeof bound === "string" ? number.unit : unitOf(number, bound),
      ...(number.classifier === undefined ? {} : { classifier: number.classifier }),
      ...(number.approximate === undefined ? {} : { approximate: number.approximate }),
      source,
    };
    if (typeof bound === "string") {
      this.unbound.push({ ...figure, reason: bound });
    } else {
      const complete: BoundFigure = {
        ...figure,
        concept: bound.concept,
        dimensions: bound.dimensions,
        ...(bound.direction === undefined ? {} : { direction: bound.direction }),
      };
      this.figures.push(complete);
      this.lastBound = complete;
      if (this.comparison && (bound.dimensions.measure === "change" || bound.dimensions.measure === "growth")) {
        this.comparison.figures = [...this.comparison.figures, complete.id];
      }
    }
    this.lastNumberEnd = number.unitEnd;
  }

  private onYear(number: NumberToken): void {
    if (!/^(?:19|20)\d{2}$/.test(number.value)) return;
    this.spokenYear = { year: Number(number.value), end: number.end };
    const before = this.view.text.slice(Math.max(0, number.start - 2), number.start);
    const after = this.view.text.slice(number.end, number.end + 8);
    const role = /^年\d{1,2}月|^年[初末底]/.test(after)
      ? "date"
      : /[与和较比同]$/.test(before) &&
          /^年(?:度)?(?:决算)?(?:数)?(?:相比|相较|比较|增|减|下|上|持|基|无|，|$)/.test(after)
        ? "previous"
        : /^年度?/.test(after)
          ? "fiscal"
          : "other";
    this.statements.push({
      type: "year",
      year: Number(number.value),
      role,
      source: this.source(number.start, number.end),
    });
  }

  private bind(number: NumberToken): (ConceptKey & { direction?: Direction }) | string {
    const counted = this.counted(number);
    if (counted) return counted;
    if (this.inReason || this.inUse) return this.labelled(number);
    const chunk = this.structureName(number);
    if (chunk) this.setFunctionalKeepingHead(chunk);
    const entry = this.receptionEntry(number);
    if (entry) return entry;

    const { unit } = number;
    if (unit === "percent") return this.bindRate(number);
    if (unit === "percentage-point") {
      if (!this.subject) return this.labelled(number);
      return this.withMeasure(this.subject, "change", this.cue?.kind === "direction" ? this.cue.direction : undefined);
    }
    if (unit === "score") {
      if (this.section === "performance") return { concept: "performance-score", dimensions: {} };
      if (this.section !== "annex" && this.subject?.concept !== "performance-score") return this.labelled(number);
      const report = /([^/]*(?:报告|评价|自评)[^/]*) \/ /.exec(this.passage.title)?.[1];
      const ofDepartment = report === undefined || /部门(?:预算|整体|支出)/.test(report);
      return { concept: "performance-score", dimensions: ofDepartment ? {} : { label: report } };
    }
    if (unit === "count") return this.bindCount(number);
    return this.bindMoney(number);
  }

  private bindMoney(number: NumberToken): (ConceptKey & { direction?: Direction }) | string {
    if (this.subject?.concept === "threshold") {
      const key = this.subject;
      this.subject = { concept: "large-equipment", dimensions: {} };
      return key;
    }
    const subject = this.subject ? moneyOf(this.subject) : undefined;
    if (!subject || this.isForeign(subject, number)) return this.labelled(number);
    const cue = this.cue;
    if (cue?.kind === "direction" && cue.direction !== "unchanged") {
      this.cue = undefined;
      return this.withMeasure(subject, "change", cue.direction);
    }
    const twin = this.secondOfPair(subject, number, "change");
    if (twin) return twin;
    if (
      cue?.kind === "against" &&
      /^(?:相比|比较|对比)?[，]?(?:增|减|下降|降低|持平|基本持平|少|多|上升|提高|节约|无增减)|^(?:相比|比较|对比)/.test(
        this.view.text.slice(number.unitEnd, number.unitEnd + 6),
      )
    ) {
      // 较上年1174万元减少40万元: the amount compared with stands between the words.
      const base = cue.against === "budget" ? ({ stage: "budget" } as const) : ({ period: "previous" } as const);
      return { concept: subject.concept, dimensions: { ...subject.dimensions, ...base } };
    }
    // 涉及预算金额598.42万元: what the projects were planned at is the amount itself.
    if (subject.dimensions.stage !== undefined || subject.concept === "performance-amount") return subject;
    if (cue?.kind === "completion") {
      this.stageOfSentence = { subject: keyText(subject.concept, subject.dimensions), stage: cue.stage };
      // 完成预算12.02万元的100%: the budget stands between the verb and the rate.
      return { concept: subject.concept, dimensions: { ...subject.dimensions, stage: cue.stage } };
    }
    if (cue?.kind === "previous-amount") {
      this.cue = undefined;
      return { concept: subject.concept, dimensions: { ...subject.dimensions, period: "previous" } };
    }
    if (cue?.kind === "stage" && cue.stage !== "final") {
      this.cue = undefined;
      this.stageOfSentence = { subject: keyText(subject.concept, subject.dimensions), stage: cue.stage };
      return { concept: subject.concept, dimensions: { ...subject.dimensions, stage: cue.stage } };
    }
    this.run++;
    if (this.run === 2 && subject.concept === "total-receipts" && /^(?:，|、|和|,)$/.test(this.between(number))) {
      return { concept: "total-disbursements", dimensions: subject.dimensions };
    }
    return subject;
  }

  private bindRate(number: NumberToken): (ConceptKey & { direction?: Direction }) | string {
    const cue = this.cue;
    if (this.subject?.concept === "threshold") {
      const key = this.subject;
      this.subject = { concept: "performance-projects", dimensions: { item: "high-surplus" } };
      return key;
    }
    const subject = this.subject ? moneyOf(this.subject) : undefined;
    if (!subject || this.isForeign(subject, number)) return this.labelled(number);
    if (cue?.kind === "share") {
      const whole = this.whole ?? this.wholeOf(subject);
      this.cue = undefined;
      this.whole = undefined;
      return {
        concept: subject.concept,
        dimensions: {
          ...subject.dimensions,
          measure: "share",
          ...(whole ? { of: keyText(whole.concept, whole.dimensions) } : {}),
        },
      };
    }
    const completion = cue?.kind === "completion" ? cue : this.completion;
    if (completion) {
      this.cue = undefined;
      this.completion = undefined;
      const named = this.stageOfSentence;
      const stage =
        completion.stage === "budget" && named?.subject === keyText(subject.concept, subject.dimensions)
          ? named.stage
          : completion.stage;
      return { concept: subject.concept, dimensions: { ...subject.dimensions, stage, measure: "completion" } };
    }
    if (cue?.kind === "direction") {
      this.cue = undefined;
      return this.withMeasure(subject, "growth", cue.direction);
    }
    const twin = this.secondOfPair(subject, number, "growth");
    if (twin) return twin;
    const last = this.lastBound;
    if (last?.dimensions.measure === "change" && /^[，、（为]?$/.test(this.between(number))) {
      return this.withMeasure(subject, "growth", last.direction);
    }
    if (
      last &&
      last.unit !== "percent" &&
      /^[，、（]$/.test(this.between(number)) &&
      this.section === "general-expenditure.structure"
    ) {
      const whole = this.wholeOf(subject);
      return {
        concept: subject.concept,
        dimensions: {
          ...subject.dimensions,
          measure: "share",
          ...(whole ? { of: keyText(whole.concept, whole.dimensions) } : {}),
        },
      };
    }
    return this.isAnnex()
      ? this.labelled(number)
      : { concept: subject.concept, dimensions: { ...subject.dimensions, measure: "rate" } };
  }

  /** 收、支总计各减少A、B万元，各下降C、D: the second of a pair speaks of disbursements. */
  private secondOfPair(
    subject: ConceptKey,
    number: NumberToken,
    measure: "change" | "growth",
  ): (ConceptKey & { direction?: Direction }) | undefined {
    const last = this.lastBound;
    if (
      subject.concept !== "total-receipts" ||
      last?.dimensions.measure !== measure ||
      last.concept !== "total-receipts"
    )
      return undefined;
    if (!/^[，、和,]$/.test(this.between(number))) return undefined;
    return this.withMeasure(
      { concept: "total-disbursements", dimensions: subject.dimensions },
      measure,
      last.direction,
    );
  }

  private between(number: NumberToken): string {
    return this.view.text.slice(this.lastNumberEnd, number.start);
  }

  private withMeasure(
    subject: ConceptKey,
    measure: Measure,
    direction: Direction | undefined,
  ): ConceptKey & { direction?: Direction } {
    const stage = this.against === "budget" ? ({ stage: "budget" } as const) : {};
    const base =
      this.against === "previous-year" && this.otherYear !== undefined ? { label: `较${this.otherYear}年` } : {};
    return {
      concept: subject.concept,
      dimensions: { ...subject.dimensions, ...stage, ...base, measure },
      ...(direction === undefined ? {} : { direction }),
    };
  }

  private bindCount(number: NumberToken): (ConceptKey & { direction?: Direction }) | string {
    const { subject } = this;
    const classifier = number.classifier ?? "";
    if (subject && !this.isForeign(subject, number)) {
      const key = countOf(subject, classifier);
      if (key?.concept === "reception-persons" && isCompany(this.view.text, number.start))
        return { concept: key.concept, dimensions: { item: "company" } };
      if (key) {
        const cue = this.cue;
        if (cue?.kind === "direction" && cue.direction !== "unchanged") {
          this.cue = undefined;
          return this.withMeasure(key, "change", cue.direction);
        }
        if (cue?.kind === "previous-amount")
          return { concept: key.concept, dimensions: { ...key.dimensions, period: "previous" } };
        return key;
      }
      // A number without its unit: 占76.23；支出决算为4.19。年初预算为0，
      if (classifier === "" && conceptOf(subject.concept)?.kind === "money") {
        if (this.cue?.kind === "share") return this.bindRate(number);
        if (number.decimals > 0 || this.cue?.kind === "stage") return this.bindMoney(number);
      }
    }
    if (classifier === "" && number.decimals === 0 && number.value.length > 4) return "看不出这个数字的单位";
    return this.labelled(number);
  }

  /**
   * In annexes a report speaks of its own projects: 上年度结转资金 of one project is not the department's. Statutory
   * quantities are taken only from its account of the department's funds, the rest keep their own words.
   */
  private isForeign(subject: ConceptKey, number: NumberToken): boolean {
    if (!this.isAnnex()) return false;
    if (this.paragraphSubject !== undefined && this.subject === this.paragraphSubject) return false;
    if (!this.saidInClause(number)) return true;
    if (/^(?:staff|units|performance|threshold|large-equipment)/.test(subject.concept)) return false;
    return !(
      this.section === "annex" &&
      /收支|收入|支出情况|资金情况|资金使用情况|结转/.test(this.passage.title) &&
      !/项目/.test(this.passage.title)
    );
  }

  private isAnnex(): boolean {
    return this.section === undefined || ANNEX_LIKE.has(this.section);
  }

  /** In annexes a phrase reaches only to the end of its clause, so that a report's other numbers are not mistaken for it. */
  private saidInClause(number: NumberToken): boolean {
    const { text } = this.view;
    let from = number.start;
    while (from > 0 && !/[。；\n]/.test(text[from - 1]!)) from--;
    return this.tokens.some(
      (token) =>
        (token.type === "subject" || token.type === "path") &&
        token.start >= from &&
        token.end <= number.start + 1 &&
        this.reaches(token.end, number.start),
    );
  }

  private reaches(from: number, to: number): boolean {
    const stretch = this.view.text.slice(from, to);
    if (stretch.length > 40) return false;
    return (
      !/，/.test(stretch) ||
      /^[^，]*[\d%元个分]，(?:占|共?涉及|预算|完成|其中|平均|总?金额|增|减|下降|比|较|与)/.test(stretch) ||
      stretch.startsWith("，")
    );
  }

  /** Nouns around a count decide: 5个股室; 对9个项目编制了绩效目标. */
  private counted(number: NumberToken): ConceptKey | undefined {
    if (number.unit !== "count") return undefined;
    const { text } = this.view;
    const after = text.slice(number.unitEnd, number.unitEnd + 40);
    const isPlace = this.section === "institutions" || this.section === "annex" || this.section === "responsibilities";
    if (number.classifier === "个" && isPlace) {
      for (const noun of COUNTED_NOUNS)
        if (new RegExp(noun.pattern).test(after)) return { concept: noun.concept, dimensions: noun.dimensions ?? {} };
    }
    if ((number.classifier === "个" || number.classifier === "家") && isPlace) {
      const before = text.slice(Math.max(0, number.start - 30), number.start);
      for (const noun of COUNTED_NOUNS_BEFORE)
        if (new RegExp(noun.pattern).test(before)) return { concept: noun.concept, dimensions: noun.dimensions ?? {} };
    }
    if (
      number.classifier === "个" &&
      after.startsWith("项目") &&
      (this.section === "performance" || this.section === "annex")
    ) {
      const clause = /^[^，。；\n]*/.exec(after)![0];
      const item = /事前/.test(clause)
        ? "pre-assessment"
        : /绩效目标/.test(clause)
          ? "targets"
          : /监控|跟踪/.test(clause)
            ? "monitoring"
            : /自评/.test(clause)
              ? "self-evaluation"
              : /评价/.test(clause)
                ? "department-evaluation"
                : undefined;
      if (item) return { concept: "performance-projects", dimensions: { item } };
    }
    return undefined;
  }

  /** In the structure of section five: the name right before an amount, 卫生健康支出59.25万元，占1.9%. */
  private structureName(number: NumberToken): readonly string[] | undefined {
    if (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan") return undefined;
    if (this.section !== "general-expenditure.structure" && this.section !== "general-expenditure.items")
      return undefined;
    if (this.cue && this.cue.kind !== "share") return undefined;
    const chunk =
      /(?:^|[：；，。、\n.])(?:\d+[、.])?([^：；，。、\n\d]{3,30}?)(?:（类）)?(?:决算(?:数)?)?(?:为|共)?$/.exec(
        this.view.text.slice(Math.max(0, number.start - 40), number.start),
      )?.[1];
    if (chunk === undefined || /^(?:其中|年初|支出|一般公共预算|本年|当年|全年|实际|决算|调整)/.test(chunk))
      return undefined;
    const name = chunk.replace(/^(?:其中|主要用于)/, "");
    if (this.context.resolver.functional([name]) !== undefined) return [name];
    // A class under a name that no list knows (农林水利支出) is itself, and not the class named before it.
    const isClass = this.section === "general-expenditure.structure" && /[^拨款基本项目]支出$/.test(name);
    return isClass && !/^(?:财政拨款|政府性基金|国有资本)/.test(name) ? [name] : undefined;
  }

  private setFunctionalKeepingHead(names: readonly string[]): void {
    const { cue } = this;
    this.setFunctional(names);
    this.cue = cue;
  }

  /** Entries of the list of receptions: （3）接待…就餐费0.13万元. */
  private receptionEntry(number: NumberToken): ConceptKey | undefined {
    if (this.listOrdinal === undefined || !this.section?.startsWith("three-public")) return undefined;
    if (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan") return undefined;
    if (this.cue) return undefined;
    const { text } = this.view;
    let from = number.start;
    while (from > 0 && text[from - 1] !== "\n") from--;
    const line = text.slice(from, number.start);
    if (!/^（?\d{1,3}[）、.]/.test(line) || !/接待|就餐|用餐|餐费/.test(line)) return undefined;
    if (/^（?\d{1,3}[）、.]?(?:国内)?(?:公务)?接待费?(?:支出)?/.test(line) && /公务接待费/.test(line)) return undefined;
    return { concept: "three-public", dimensions: { item: "reception-entry", ordinal: this.listOrdinal } };
  }

  /** A figure that no list foresees keeps its own words as label. In the statutory sections such a figure stays unbound. */
  private labelled(number: NumberToken): ConceptKey | string {
    const label = labelOf(this.view.text, number);
    const carried = carriedToNextYear(this.view.text, number, label);
    if (carried) return carried;
    if (!this.isAnnex() && !this.inReason && !this.inUse) return "没有认出这个数字说的是什么";
    if (label === "") return "数字前没有说明它的词";
    if (number.unit === "percent" || number.unit === "percentage-point") {
      return { concept: "performance-output", dimensions: { label, measure: "rate" } };
    }
    if (number.unit === "count" || number.unit === "score")
      return { concept: "performance-output", dimensions: { label } };
    return { concept: "project-amount", dimensions: { label } };
  }

  private wholeOf(subject: ConceptKey): ConceptKey | undefined {
    const {
      functional: _functional,
      source,
      nature,
      group,
      item: _item,
      economic: _economic,
      ...rest
    } = subject.dimensions;
    if (subject.concept === "revenue") {
      const { fund: _fund, ...others } = rest;
      return {
        concept: "revenue",
        dimensions: source === undefined && subject.dimensions.fund === undefined ? rest : others,
      };
    }
    if (group !== undefined)
      return { concept: subject.concept, dimensions: { ...rest, ...(nature ? { nature } : {}) } };
    return { concept: subject.concept, dimensions: rest };
  }
}
