import type { BoundFigure, SectionId, Statement } from "../../facts/disclosure.ts";

/** What a passage tells, and under which heading. */
export interface Told {
  readonly section: SectionId | undefined;
  readonly figures: readonly BoundFigure[];
  readonly statements: readonly Statement[];
}
