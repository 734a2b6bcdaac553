import type { ReadDocument } from "../document/document.ts";
import type { BoundFigure, BoundRow, BoundTable, Disclosure } from "../facts/disclosure.ts";
import type { Source } from "../figure/figure.ts";
import type { Profile } from "../profile/profile.ts";
import type { TabledItem } from "./tabled-items.ts";

/** Words in both languages of the interface. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Severity = "error" | "warning" | "info" | "rounding";

/** What kind of claim a relation makes. The first four are arithmetic over intervals; the rest are judged directly. */
export type RelationForm =
  | "linear"
  | "ratio"
  | "sign"
  | "order"
  | "count"
  | "presence"
  | "agreement"
  | "catalogue"
  | "wording";

/**
 * A relation that accounts must satisfy (勾稽关系, 审核公式), declared as data with the two functions that find where it
 * applies. A numeric relation yields `instances`, which the engine evaluates, propagates and localises without knowing
 * any relation by name; the others `judge` the disclosure themselves.
 */
export interface Relation {
  /** Stable, dotted, in English: `table.across`, `narrative.share`, `structure.table-missing`. */
  readonly id: string;
  readonly title: Bilingual;
  /** Law, rule, table form, or arithmetic. An article number only where it is certain. */
  readonly basis: Bilingual;
  /** The severity of an inconsistency. */
  readonly severity: Exclude<Severity, "rounding">;
  readonly form: RelationForm;
  /** What it protects a reader from, in one sentence. */
  readonly purpose: Bilingual;
  /** What it deliberately does not claim, and why. */
  readonly leavesOut: Bilingual;
  /**
   * Judges by the form of words alone, whatever the figures measure (一句之内的写法), or a mark of its own: words that no phrase knows beside a figure take
   * nothing from it.
   */
  readonly byForm?: true;
  /** Judged before the others, which then see nothing of what it finds displaced ({@link Judgement.displaces}). */
  readonly first?: true;
  /** Numbers that a user's policy may set; read through the context's `thresholds`. */
  readonly thresholds?: Readonly<Record<string, Threshold>>;
  /** What changed about it, latest last; absent for one that is as it was first included. */
  readonly history?: readonly (Bilingual & { readonly version: string })[];
  readonly instances?: (context: CheckContext) => Iterable<Instance>;
  readonly judge?: (context: CheckContext) => Iterable<Judgement>;
}

/** A number that decides where a relation begins to speak, such as the least change that owes a reason. */
export interface Threshold extends Bilingual {
  readonly default: number;
}

/** A small document in words, and what the relation says of it. */
export interface RelationExample {
  /** As a plain text disclosure would print it; tables as Markdown. */
  readonly text: string;
  readonly holds: boolean;
  /** For a failing one: a part of the message that must appear. */
  readonly message?: string;
  readonly fiscalYear?: number;
  /** The id of the form it is checked against; recognised from the text where absent. */
  readonly profile?: string;
  /** Last year's disclosure, for relations across years. */
  readonly previous?: string;
}

/**
 * The examples of the relations that a file declares, by their ids: at least one that holds and one that fails for each; they are its
 * tests. Made when asked for, so that a bundler leaves them out where nobody asks.
 */
export type RelationExamples = () => Readonly<Record<string, readonly RelationExample[]>>;

/** What relations may look at. */
export interface CheckContext {
  readonly disclosure: Disclosure;
  readonly profile: Profile | undefined;
  /** Forms that the disclosure may follow nearly as well. */
  readonly rivals: readonly Profile[];
  /** Every quantity stated, by canonical key ({@link keyText}). */
  readonly facts: ReadonlyMap<string, readonly BoundFigure[]>;
  readonly figures: ReadonlyMap<number, BoundFigure>;
  /** The text of the document, where offsets point; absent when only the disclosure is at hand. */
  readonly text?: string;
  /** What was read, block by block; absent when only the disclosure is at hand. */
  readonly document?: ReadDocument;
  /** Last year's disclosure of the same department. */
  readonly previous?: Disclosure;
  /** The classification of the years (政府收支分类科目); absent where none is loaded. */
  readonly classification?: ClassificationJudge;
  /** What the user's policy sets, by relation id and the threshold's name. */
  readonly thresholds?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Rows of its tables whose code was miswritten; the disclosure has them under the codes that were meant. */
  readonly miscoded?: readonly Miscoded[];
  /** Items told under another's name; the disclosure has their figures as those that were meant. */
  readonly misnamed?: readonly Misnamed[];
}

/** A row under another code than its name has in the other tables. */
export interface Miscoded {
  readonly table: BoundTable;
  readonly row: BoundRow;
  readonly printed: string;
  readonly meant: string;
}

/** A paragraph that tells an item under the name of another. */
export interface Misnamed {
  readonly figure: BoundFigure;
  readonly from: number;
  readonly to: number;
  readonly named: TabledItem;
  readonly meant: TabledItem;
}

/** What the classification of a year says of a printed code and its name. */
export interface ClassificationJudge {
  readonly verdict: (code: string, name: string | undefined, year: number) => ClassificationVerdict;
  /** Where the last of the names 类, 款, 项 stands, if not under the ones before it. */
  readonly misplaced: (names: readonly string[], year: number) => MisplacedName | undefined;
}

/** A name of the classification under a class or group that it does not belong to. */
export interface MisplacedName {
  /** The only code that carries the name. */
  readonly code: string;
  /** Its path, 类（类）款（款）项（项）. */
  readonly path: string;
  /** Whether every name under that class or group is known. */
  readonly certain: boolean;
}

export interface ClassificationVerdict {
  /** `unknown-year`, `unknown-scheme`: the lists say nothing about it. */
  readonly verdict: "agrees" | "other-name" | "no-such-code" | "unknown-year" | "unknown-scheme";
  /** The name that the classification gives the code. */
  readonly name?: string;
  /** The code that carries the printed name, where just one does. */
  readonly code?: string;
  /** Whether a person may rely on it (default true). */
  readonly certain?: boolean;
  /** For `other-name`: the code had this name in other years. */
  readonly former?: boolean;
}

/** One place where a numeric relation applies. */
export type Instance = LinearInstance | RatioInstance;

/**
 * A quantity in a relation. `key` names the variable; figures of that key are observations of it. `figures` are those
 * which stand in this very place (the cells of this row, the amounts of this sentence): the calculation shown to people
 * uses them. Empty: the quantity is not printed here.
 */
export interface Term {
  readonly key: string;
  readonly figures: readonly number[];
  readonly coefficient: number;
  /** Absent cells that mean zero by the form (a blank beside printed parts of one row). */
  readonly blank?: boolean;
  /** Where the blank stands: an empty cell, or the words that say there is none. */
  readonly source?: Source;
}

interface InstanceBase {
  readonly relation: string;
  /** Where it applies, in words for the message: 表3第5行, 五（二）. */
  readonly place: Bilingual;
  readonly sources: readonly Source[];
  /** Statements that printed the direction words, where the relation reads one. */
  readonly words?: readonly {
    readonly word: string;
    readonly source: Source;
    /** Of a part of a sum that is said to be 持平: which, so that the words add nothing to the sum and may be wrong. */
    readonly of?: Bilingual;
  }[];
  /** Set where parts may be left out of print, so that the place may be incomplete instead of a figure wrong: what is left out. */
  readonly open?: Bilingual;
  /** The printed list whose columns are summed: one entry left out of it explains all of them. */
  readonly list?: string;
  /** An entry that other parts of the document name and the list does not: its omission is as likely as a wrong figure. */
  readonly leftOut?: string;
  /** Its amount, where the document prints it elsewhere. */
  readonly leftOutFigure?: number;
  /** Where this case is milder than the relation's own severity. */
  readonly severity?: Exclude<Severity, "rounding">;
}

/** Σ coefficient · term (comparator) 0, all money in one unit after conversion. */
export interface LinearInstance extends InstanceBase {
  readonly form: "linear";
  readonly terms: readonly Term[];
  /** `<`: the words say more or less; equal prints do not disprove them but are suspect. */
  readonly comparator: "=" | "<=" | "<";
  /** What the parts are called together, where naming each of them would make a sentence of names: 逐项说明的年初预算. */
  readonly parts?: Bilingual;
}

/** `result` (in percent) = 100 · Σ numerator / Σ denominator. */
export interface RatioInstance extends InstanceBase {
  readonly form: "ratio";
  readonly result: Term;
  readonly numerator: readonly Term[];
  readonly denominator: readonly Term[];
}

/** What a judged relation says of one place. */
export interface Judgement {
  readonly outcome: "holds" | "violated" | "not-applicable" | "not-checkable";
  /** For `not-applicable` and `not-checkable`: why. */
  readonly reason?: Bilingual;
  /** For `violated`: one sentence with the calculation or the two places that disagree. */
  readonly message?: Bilingual;
  /** Where this case is milder than the relation's own severity. */
  readonly severity?: Exclude<Severity, "rounding">;
  /** The figures it ties. */
  readonly figures?: readonly number[];
  readonly sources: readonly Source[];
  readonly stated?: string;
  readonly expected?: string;
  readonly culprits?: readonly { readonly figure?: number; readonly source: Source; readonly expected?: string }[];
  /** All culprits are wrong, and not one of them: two numbers that stand in each other's place. */
  readonly areTogether?: true;
  readonly suggestion?: Bilingual;
  /** Figures whose own failures this explains: those of a table under a wrong unit. */
  readonly explains?: readonly number[];
  /** Places without a figure whose failures it explains: the empty cells of rows that have slipped. */
  readonly explainsAt?: readonly Source[];
  /** What it explains stands beside other rows than its own (错行): nothing else is judged by it. */
  readonly displaces?: boolean;
  /** The sums and lists around those places fail by it too: an entry is there twice. */
  readonly spoilsList?: boolean;
  /**
   * Figures and empty cells that it speaks against, without proof, whether it holds or not: they are doubted first where arithmetic finds that one of
   * several is wrong. An item that the text names and the table leaves empty.
   */
  readonly testifies?: {
    readonly figures: readonly number[];
    readonly places: readonly Source[];
    /** Figures whose direction word it speaks against. */
    readonly directions?: readonly number[];
  };
  /** What stays the same about it when the text around it is edited; the words of the first source where absent. */
  readonly key?: string;
  /** Findings of one group are told in one sentence that names each. */
  readonly joins?: {
    readonly group: string;
    readonly name: string;
    readonly message: (names: readonly string[]) => Bilingual;
  };
}
