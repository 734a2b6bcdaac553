import type { BoundFigure, Direction, SectionId, Statement, UnboundFigure } from "../facts/disclosure.ts";
import type { ConceptKey, Dimensions } from "../facts/key.ts";
import type { Unit } from "../figure/figure.ts";
import { baseOf } from "./bases.ts";
import { compact, type Compact, type Stretch } from "./compact.ts";
import type { BudgetStage, Cue } from "./cues.ts";
import type { ItemsBelow } from "./items-below.ts";
import { withNamesAsWords } from "./in-names.ts";
import { scanNumbers } from "./numbers.ts";
import { withWrittenAmounts } from "./written.ts";
import { tokenise, type Token } from "./grammar.ts";

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
  /** The one item (项) or group (款) of a name: of those that the disclosure's own tables print, or of the year's classification. */
  readonly item?: (name: string) => string | undefined;
}

export interface Context {
  readonly text: string;
  readonly resolver: NameResolver;
  /** The year accounted for: with it 2023年决算数为… in the accounts of 2024 is last year's figure. */
  readonly fiscalYear?: number;
  readonly pageOf: (offset: number) => number | undefined;
  readonly nextId: () => number;
  /** Whose accounts they are, as the cover or the tables name it: in a sentence it says who and not what. */
  readonly department?: string;
  /** The unit of an amount that is printed without one; 万元 where absent. */
  readonly money?: Unit;
}

/** What a number was found to measure, with the words that leave it open (none: ""; absent: those beside it). */
export type Told = ConceptKey & { readonly unsure?: string };

/** What one of a row of figures is of, and which way it went. */
export type Turn = Told & { readonly direction?: Direction };

/** What a number was found to measure, and which way it went; a string says in Chinese why nothing was found. */
export type Binding = (Told & { direction?: Direction }) | string;

export type Comparison = {
  -readonly [K in keyof Extract<Statement, { type: "comparison" }>]: Extract<Statement, { type: "comparison" }>[K];
};

export const ENDS_SENTENCE = new Set(["。", "\n", "！", "？"]);
export const ANNEX_LIKE = new Set<SectionId>(["annex", "performance", "responsibilities", "institutions"]);

/** How far one passage has been read: what is spoken of, what was said last, what was found. */
export class Reading {
  readonly figures: BoundFigure[] = [];
  readonly unbound: UnboundFigure[] = [];
  readonly statements: Statement[] = [];

  /** The text that the rules read: what belongs to names is words in it, digits too. */
  readonly view: Compact;
  /** The same as it is printed, character by character. */
  readonly printed: string;
  readonly tokens: readonly Token[];

  /** What the passage speaks of where nothing else is said. */
  readonly base: ConceptKey | undefined;
  subject: ConceptKey | undefined;
  /** The subject of the sentence's head, to which parts after 其中 and bare continuations belong. */
  head: ConceptKey | undefined;
  /** A part under its own words, and what was spoken of before it: the part ends with its sentence. */
  strange: { readonly key: ConceptKey; readonly before: ConceptKey | undefined } | undefined;
  className: string | undefined;
  groupName: string | undefined;
  cue: Cue | undefined;
  whole: ConceptKey | undefined;
  against: "previous-year" | "budget" | undefined;
  againstStage: BudgetStage | undefined;
  /** 与年初预算相比，收入增加…；支出增加…: what opens a sentence by saying with what it compares holds to its end. */
  againstInSentence:
    | { readonly against: "previous-year" | "budget"; readonly stage: BudgetStage | undefined }
    | undefined;
  /** The fund that the paragraph named last: 1.一般公共预算财政拨款本年收入…；本年支出…. */
  fund: Dimensions["fund"];
  /** The fund of the numbered items below a list by functions. */
  itemsFund: Dimensions["fund"];
  /** 其中：⏎（1）…: what the entries of the lines that follow are parts of. */
  itemsBelow: ItemsBelow | undefined;
  /** The amounts of the sentence, in their order. */
  amounts: BoundFigure[] = [];
  /** 基本支出和项目支出分别为A和B: the quantities that the sentence has named or told so last, of which it may tell more in turn. */
  named: readonly ConceptKey[] | undefined;
  /** What the figures of a row are of that its first has said, by where they begin. */
  readonly turns = new Map<number, Turn>();
  /** 由A增加到B: what A was read to be of, and where it ended. */
  went:
    | { readonly key: ConceptKey; readonly unit: Unit; readonly end: number; readonly unknown: string | undefined }
    | undefined;
  inParts = false;
  firstOfSentence: BoundFigure | undefined;
  /** 其中A，较上年…: the comparison may be A's or that of the sum before it. */
  nested: { readonly sum: BoundFigure; readonly part: BoundFigure } | undefined;
  /** The same of the sentence before, up to the next amount. */
  nestedBefore: Reading["nested"];
  /** Where the name of an account ended last: 公共安全（类）支出 goes on speaking of it. */
  nameEnd = -1;
  /** Up to here the text is a name that was read as a whole. */
  readTo = 0;
  inReason = false;
  inUse = false;
  listOrdinal: number | undefined;
  /** 常年项目绩效分析。该类项目总数7个: a paragraph that opens with its subject speaks of it to its end. */
  paragraphSubject: ConceptKey | undefined;
  comparison: Comparison | undefined;
  /** The words say with what the comparison is made. */
  compared = false;
  lastNumberEnd = 0;
  /** 收入支出总计分别为A、B: the amounts that follow one phrase in a row. */
  run = 0;
  lastBound: BoundFigure | undefined;
  /** The figures that a reason says something changed by. */
  readonly reasoned = new Set<number>();
  /** The classes that the passage has named. */
  readonly classNames = new Set<string>();
  readonly outside: {
    readonly inUse: boolean;
    readonly inReason: boolean;
    readonly subject: ConceptKey | undefined;
    readonly head: ConceptKey | undefined;
    readonly fund: Dimensions["fund"];
    /** What the figure right before the parenthesis measures. */
    readonly figure: BoundFigure | undefined;
  }[] = [];
  /** The sentence tells what last year was, after this year has been told. */
  onLastYear = false;
  spokenYear: { readonly year: number; readonly end: number } | undefined;
  /** 年初预算为A，… 完成预算的B%: the budget that the sentence itself has named. */
  stageOfSentence: { readonly subject: string; readonly stage: NonNullable<Dimensions["stage"]> } | undefined;
  /** 全年预算数为300万元，执行数为298.5万元，完成预算的99.5%: the budget named last for a project. */
  projectStage: Dimensions["stage"];
  /** What the comparison is with, where that is neither last year's accounts nor this year's budget: 较2019年, 较上年预算. */
  otherBase: string | undefined;
  /** 三公经费预算168.53万元，其中：因公出国（境）费39万元: the budget that the parts being told are parts of. */
  partsStage: Dimensions["stage"];
  /** 一般公共预算财政拨款支出324万元。其中：基本支出61万元: the fund that the parts being told are of. */
  partsFund: Dimensions["fund"];
  completion: Extract<Cue, { kind: "completion" }> | undefined;

  readonly passage: Passage;
  readonly context: Context;

  constructor(passage: Passage, context: Context) {
    this.passage = passage;
    this.context = context;
    const view = withWrittenAmounts(compact(context.text, passage.stretches));
    const numbers = scanNumbers(view.text);
    this.printed = view.text;
    this.view = {
      text: withNamesAsWords(
        view.text,
        numbers.filter(({ role }) => role === "name"),
      ),
      offsets: view.offsets,
    };
    const { key, className, groupName } = baseOf(passage);
    this.base = key;
    this.className = className;
    this.groupName = groupName;
    this.tokens = tokenise(this.view.text, passage.section, numbers);
  }

  get section(): SectionId | undefined {
    return this.passage.section;
  }

  get money(): Unit {
    return this.context.money ?? "ten-thousand-yuan";
  }
}
