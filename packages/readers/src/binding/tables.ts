import type { BoundFigure, BoundTable, UnboundFigure } from "@juesuan/core";

/** What binding the tables of a document gives. */
export interface TableReading {
  readonly tables: readonly BoundTable[];
  readonly figures: readonly BoundFigure[];
  readonly unbound: readonly UnboundFigure[];
  /** Ranges of the text that belong to tables: titles, units and notes beside them. */
  readonly consumed: readonly { readonly start: number; readonly end: number }[];
}
