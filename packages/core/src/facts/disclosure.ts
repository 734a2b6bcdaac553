import type { Figure, Source } from "../figure/figure.ts";
import type { Oddity } from "../document/document.ts";
import type { ConceptKey, Dimensions } from "./key.ts";

/** A figure and what it measures. */
export interface BoundFigure extends Figure, ConceptKey {
  /**
   * For `change` and `growth`: which way the words say it went. The printed value stays unsigned; a checker takes
   * `decrease` as negative. `unchanged` is 持平.
   */
  readonly direction?: Direction;
  /**
   * Words beside it that no phrase knows (没有读懂的词), so that it may measure something else: it is read, and nothing is said to
   * be wrong on its word.
   */
  readonly unknownWords?: string;
}

export type Direction = "increase" | "decrease" | "unchanged";

/** A figure that could not be bound, kept in view (nothing printed is lost). */
export interface UnboundFigure extends Figure {
  /** Why, in one Chinese phrase. */
  readonly reason: string;
}

/** What kind of document was read. */
export type DocumentKind = "final-accounts" | "budget" | "other";

/** Sections of the narrative, whatever their printed titles (declared with aliases in the profiles). */
export type SectionId =
  | "responsibilities"
  | "institutions"
  | "totals"
  | "revenue"
  | "expenditure"
  | "appropriation-totals"
  | "general-expenditure"
  | "general-expenditure.total"
  | "general-expenditure.structure"
  | "general-expenditure.items"
  | "basic-expenditure"
  | "three-public"
  | "three-public.total"
  | "three-public.detail"
  | "government-fund"
  | "state-capital"
  | "other-matters"
  | "operating-costs"
  | "procurement"
  | "state-assets"
  | "performance"
  | "glossary"
  | "annex";

export type PartId = "overview" | "narrative" | "tables" | "glossary" | "annexes" | "appended-tables";

/** A heading of the body, recognised or not. `end` of the body is the start of the next heading of its level or above. */
export interface Section {
  readonly id?: SectionId;
  readonly part?: PartId;
  /** As printed, without its number. */
  readonly title: string;
  /** The printed number: 一, （二）, 第三部分, 1 … */
  readonly marker?: string;
  readonly level: number;
  readonly heading: Source;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly page?: number;
}

export interface ContentsEntry {
  readonly title: string;
  readonly marker?: string;
  readonly level: number;
  readonly page?: number;
  readonly source: Source;
}

/** A table of the document bound to its declaration (core's tables/). */
export interface BoundTable {
  /** The declaration's id, such as "revenue-and-expenditure"; absent for a table that is none of the statutory ones. */
  readonly table?: string;
  /** As printed above it; absent where it has no title. */
  readonly title?: string;
  readonly page?: number;
  readonly unit?: Figure["unit"];
  readonly source: Source;
  readonly columns: readonly BoundColumn[];
  readonly rows: readonly BoundRow[];
  /** Every cell where a row and a figure column meet, printed or empty. */
  readonly cells: readonly BoundCell[];
  /** The note under the table (注：…), if any. */
  readonly note?: string;
  /** Printed without any figure. */
  readonly empty: boolean;
  /** 部门：/编制单位： printed at its head. */
  readonly department?: string;
  /** It runs off the paper: columns at its right were not printed, and its totals are of more than is there. */
  readonly cut?: boolean;
}

export interface BoundColumn {
  /** The column's id in the declaration; absent for a column that the declaration does not know. */
  readonly id?: string;
  /** The path of headings as printed. */
  readonly heading: string;
  /** Dimensions it adds to every cell's key. */
  readonly index: number;
}

export interface BoundRow {
  readonly index: number;
  /** The row's id in the declaration, for fixed rows ("revenue.general", "total"); absent for classification rows. */
  readonly id?: string;
  /** Which block of a side-by-side table: 0, 1, 2. */
  readonly block?: number;
  readonly label: string;
  /** As printed, spaces removed. */
  readonly code?: string;
  /** `grand-total` 合计, `class` 类, `group` 款, `item` 项, `line` for fixed rows. */
  readonly level: "grand-total" | "class" | "group" | "item" | "line";
  readonly source: Source;
}

export interface BoundCell {
  readonly row: number;
  readonly column: number;
  readonly block?: number;
  /** The key that this cell states, printed or not; absent when row or column is unknown. */
  readonly key?: ConceptKey;
  /** The figure's id; absent for an empty cell. */
  readonly figure?: number;
  /** `dash` for —, -: printed as nothing. */
  readonly blank?: "empty" | "dash";
  readonly source: Source;
}

/**
 * What the words say beyond the figures. `subject` is the quantity spoken of.
 */
export type Statement =
  | {
      /** 增加, 减少, 持平 against last year; or 大于, 小于, 等于, 持平 against the budget. */
      readonly type: "comparison";
      readonly against: "previous-year" | "budget";
      /** Which budget the words name: 年初预算, 调整预算; absent where they say only 预算. */
      readonly stage?: "original-budget" | "adjusted-budget";
      readonly subject: ConceptKey;
      readonly direction: Direction;
      /** The word as printed: 增加, 下降, 大于, 基本持平 … */
      readonly word: string;
      /** Ids of the change and growth figures of the same statement. */
      readonly figures: readonly number[];
      /** The reason printed for it; absent where none is given; "" where 主要原因： is followed by nothing. */
      readonly reason?: string;
      /** Words beside it that no phrase knows: see {@link BoundFigure.unknownWords}. */
      readonly unknownWords?: string;
      readonly source: Source;
    }
  | {
      /** 无…支出, 没有…收入: says that a quantity is nothing. */
      readonly type: "none";
      readonly subject: ConceptKey;
      readonly source: Source;
    }
  | {
      /** An item named in a list without an amount: 人员经费…主要包括：基本工资、津贴补贴. */
      readonly type: "named-item";
      readonly list: "personnel" | "public" | "covered-units" | "glossary" | "expenditure-item";
      readonly name: string;
      /** For economic and functional items: the code it resolves to. */
      readonly code?: string;
      readonly source: Source;
    }
  | {
      /** A list whose count is stated: 16批次 … (1)…(16). */
      readonly type: "list";
      readonly of: ConceptKey;
      /** The ids of the figures of its entries. */
      readonly figures: readonly number[];
      readonly source: Source;
    }
  | {
      /** A name by which the department calls itself. */
      readonly type: "name";
      readonly name: string;
      readonly role: "cover" | "narrative" | "table" | "header";
      readonly source: Source;
    }
  | {
      /** A year mentioned as the fiscal year or the year compared with. */
      readonly type: "year";
      readonly year: number;
      readonly role: "fiscal" | "previous" | "date" | "other";
      readonly source: Source;
    };

export type StatementOf<T extends Statement["type"]> = Extract<Statement, { type: T }>;

/** Everything that was read from one document: the input of the checker and of the typed accounts. */
export interface Disclosure {
  readonly kind: DocumentKind;
  /** For a refusal: one clear sentence, Chinese and English. */
  readonly refusal?: { readonly zh: string; readonly en: string };
  readonly department?: string;
  readonly fiscalYear?: number;
  /** The profile's id: "sichuan-2023" … or "unknown". */
  readonly profile: string;
  /** The unit of the tables. */
  readonly unit: Figure["unit"];
  readonly figures: readonly BoundFigure[];
  readonly unbound: readonly UnboundFigure[];
  readonly sections: readonly Section[];
  readonly contents: readonly ContentsEntry[];
  readonly tables: readonly BoundTable[];
  readonly statements: readonly Statement[];
  readonly oddities: readonly Oddity[];
}

export type { Dimensions };
