import type { ConceptKey, Dimensions } from "../facts/key.ts";

/**
 * A statutory table as data. Its schema, its heading rows, its relations and the way it is read all follow from one
 * declaration; nothing elsewhere knows a table by name.
 *
 * A table stands in one or more blocks side by side. In a block a row axis meets figure columns. The key of a meeting is
 * the concept of its row (else of its column, else of the table) with the dimensions of table, column and row together.
 */
export interface TableDeclaration {
  readonly id: string;
  /** The official title first, then the aliases met; compared through {@link normaliseTitle}. */
  readonly titles: readonly [string, ...string[]];
  readonly en: string;
  readonly concept: string;
  readonly dimensions?: Dimensions;
  readonly blocks: readonly [TableBlock, ...TableBlock[]];
  /** Sums whose terms stand in different blocks: 收入总计 = 支出总计. */
  readonly balances?: readonly Balance[];
  /** Other arrangements met in reality. They state the same keys; relations follow from `blocks` alone. */
  readonly variants?: readonly (readonly [TableBlock, ...TableBlock[]])[];
  /** What a department without such money has none of; completes 「…无{}，故本表无数据」. */
  readonly nothing: string;
  /** The printed remark that says what the table shows: 注：本表反映… */
  readonly remark?: string;
  /** Its shape is another table's too: only its title tells it. */
  readonly titleOnly?: boolean;
  /** The names of its items are those of no other table: a few of them tell it under no title. */
  readonly telling?: boolean;
  /** The table that its title is taken for where the document prints no table of that other's own title. */
  readonly insteadOf?: string;
}

export interface TableBlock {
  readonly id: string;
  /** The heading over the whole block: 收入, 支出. */
  readonly heading?: string;
  readonly rows: RowAxis;
  readonly columns: readonly TableColumn[];
  /** One column for every code of a classification, beside `columns` (the wide tables). */
  readonly columnAxis?: ColumnAxis;
  /**
   * The stages for which the form prints every column, in their order, with a heading of their own (预算数, 决算数).
   * Absent: the final figures, without such a heading. A document may print other stages than its form asks for.
   */
  readonly stages?: readonly Stage[];
  /** Sums across a row, over column ids, for every row and stage. */
  readonly sums?: readonly Sum[];
  /** Nothing but the title tells this arrangement from that of another table. */
  readonly titleOnly?: boolean;
  /** Rows of one list may be set in several groups of columns side by side (基本支出决算表). */
  readonly repeats?: boolean;
}

/** `final` is 决算数, the default that a key leaves out. */
export type Stage = "final" | NonNullable<Dimensions["stage"]>;

export interface TableColumn {
  readonly id: string;
  /** Headings from the outermost to its own; empty where only the stage is printed. */
  readonly heading: readonly string[];
  /** Other words met for its own (last) heading. */
  readonly aliases?: readonly string[];
  readonly concept?: string;
  readonly dimensions?: Dimensions;
  /** Owed by the form (default true); others are met in older or local forms. */
  readonly owed?: boolean;
  /** What the column holds; money where absent. */
  readonly quantity?: "money" | "count";
  /** It counts what the item of each row bought, as that row says: 人次 beside 公务接待费. */
  readonly counts?: Counted;
}

/** What counts beside money are of: 团组数, 人次, 批次, 车辆数. */
export type Counted = "missions" | "persons" | "batches" | "vehicles";

/**
 * `fixed`: the form prints the rows. `classification`: a row for each code of a classification, class above group above
 * item, so that sums down the table follow from the codes. `single`: one row without a label.
 */
export type RowAxis = FixedRows | ClassificationRows | SingleRow;

export interface FixedRows {
  readonly kind: "fixed";
  readonly heading: string;
  readonly rows: readonly FixedRow[];
  /** Sums down the rows, over row ids, for every column and stage. */
  readonly sums?: readonly Sum[];
  /** Rows of any other label each name a project, or a unit, and `total` is the sum of them all. */
  readonly others?: "projects" | "units";
  /** Its rows are stages, years and comparisons, told by their words as headings are: 2015年度预算数, 上年决算数, 增减额. */
  readonly staged?: boolean;
}

export interface ClassificationRows {
  readonly kind: "classification";
  readonly scheme: Scheme;
  /** 支出功能分类科目编码, over the code column or columns. */
  readonly codeHeading: string;
  readonly nameHeading: string;
  /** How the form prints codes: 208 | 05 | 05 in columns of their own, or 2080505 in one. */
  readonly codes: "split" | "joined";
  /** Where the form sets the row 合计. */
  readonly grandTotal: "above" | "below" | "none";
  /** Fixed rows beside the codes: 人员经费合计, 公用经费合计. */
  readonly rows?: readonly FixedRow[];
  /** Sums over row ids and codes, beyond those that follow from the codes. */
  readonly sums?: readonly Sum[];
  /** The codes that the form prints, in each of its side-by-side groups; absent where rows follow the department's money. */
  readonly printed?: readonly (readonly string[])[];
  /** Rows below an item may name projects, which have no code of their own. */
  readonly projects?: boolean;
}

export interface SingleRow {
  readonly kind: "single";
}

export type Scheme = "functional" | "economic";

export interface ColumnAxis {
  readonly scheme: Scheme;
  /** What every column of a code states beside it: the fund. */
  readonly dimensions?: Dimensions;
  /** The codes that the form prints: each class with its 小计, then its groups. */
  readonly printed: readonly string[];
}

export interface FixedRow {
  readonly id: string;
  /** Without its number. */
  readonly label: string;
  /** The number that the form prints before it: 一、 */
  readonly marker?: string;
  readonly aliases?: readonly string[];
  readonly concept?: string;
  readonly dimensions?: Dimensions;
  /** Default true. */
  readonly owed?: boolean;
  /** The row that this one is a part of: its label may recur elsewhere in the block. */
  readonly parent?: string;
  /** `total`: set in the middle, without a number. */
  readonly style?: "total";
  /** What the row holds where it differs from its column: counts below the money of 三公. */
  readonly quantity?: "money" | "count";
  /** It may head the rows of its parts alone: a stroke in it says that they tell the amount, not that there is none. */
  readonly heads?: boolean;
  /** What the counts in its columns are, by what they are of. */
  readonly counts?: Readonly<Partial<Record<Counted, ConceptKey>>>;
}

/**
 * `total` = Σ `of` − Σ `less`. `requires`: rows or columns that the document must print for the sum to apply, where a
 * form has two shapes.
 */
export interface Sum {
  readonly total: string;
  readonly of: readonly string[];
  readonly less?: readonly string[];
  readonly requires?: readonly string[];
  /** `parts`: `of` names only some parts (其中), so their sum is at most the total. */
  readonly relation?: "equal" | "parts";
}

/** Σ `left` = Σ `right`, each named by block, row and column. */
export interface Balance {
  readonly id: string;
  readonly left: readonly CellReference[];
  readonly right: readonly CellReference[];
}

export interface CellReference {
  readonly block: string;
  readonly row: string;
  readonly column: string;
}
