import type { BoundCell, BoundFigure, SectionId, Statement, StatementOf } from "../../facts/disclosure.ts";
import { keyText, type ConceptKey, type Dimensions } from "../../facts/key.ts";
import type { Source } from "../../figure/figure.ts";
import type { Bilingual, CheckContext, Term } from "../relation.ts";

/** The key of a quantity with some dimensions changed; `undefined` takes one away. */
export function keyWith(
  { concept, dimensions }: ConceptKey,
  changes: { readonly [name in keyof Dimensions]?: Dimensions[name] | undefined },
): string {
  return keyText(concept, { ...dimensions, ...changes } as Dimensions);
}

/** Terms over keys, for relations between places: any figure of the quantity serves. */
export function term(key: string, coefficient: number, figures: readonly number[] = []): Term {
  return { key, coefficient, figures };
}

const KEYS = new WeakMap<CheckContext, ReadonlyMap<number, string>>();

/** The key of every figure, worked out once. */
export function keysOf(context: CheckContext): ReadonlyMap<number, string> {
  const known = KEYS.get(context);
  if (known) return known;
  const keys = new Map<number, string>();
  for (const [key, figures] of context.facts) for (const { id } of figures) keys.set(id, key);
  KEYS.set(context, keys);
  return keys;
}

const BLANKS = new WeakMap<CheckContext, ReadonlyMap<BoundCell, string>>();

/** The key of every empty cell of the tables that are filled in, worked out once. */
export function blanksOf(context: CheckContext): ReadonlyMap<BoundCell, string> {
  const known = BLANKS.get(context);
  if (known) return known;
  const blanks = new Map<BoundCell, string>();
  for (const table of context.disclosure.tables) {
    if (table.empty) continue;
    for (const cell of table.cells) {
      if (cell.figure === undefined && cell.key) blanks.set(cell, keyText(cell.key.concept, cell.key.dimensions));
    }
  }
  BLANKS.set(context, blanks);
  return blanks;
}

/** What each context says is nothing: empty cells of tables that are filled in, and 「无…支出」. */
export interface Nothing {
  readonly source: Source;
}

const NOTHINGS = new WeakMap<CheckContext, ReadonlyMap<string, Nothing>>();

export function nothings(context: CheckContext): ReadonlyMap<string, Nothing> {
  const known = NOTHINGS.get(context);
  if (known) return known;
  const found = new Map<string, Nothing>();
  for (const statement of context.disclosure.statements) {
    if (statement.type !== "none") continue;
    found.set(keyText(statement.subject.concept, statement.subject.dimensions), { source: statement.source });
  }
  for (const [cell, key] of blanksOf(context)) found.set(key, { source: cell.source });
  NOTHINGS.set(context, found);
  return found;
}

/** A term of an identity: its figures anywhere, or the blank that says it is nothing; undefined where the document is silent. */
export function known(context: CheckContext, key: string, coefficient: number): Term | undefined {
  if (context.facts.has(key)) return term(key, coefficient);
  const nothing = nothings(context).get(key);
  return nothing && { key, coefficient, figures: [], blank: true, source: nothing.source };
}

/** The figure of a key that stands nearest to another in the same section, before it rather than after. */
export function beside(context: CheckContext, key: string, figure: BoundFigure): readonly number[] {
  let best: BoundFigure | undefined;
  const distance = (other: BoundFigure): number => {
    const apart = figure.source.start - other.source.start;
    return apart >= 0 ? apart : -2 * apart;
  };
  for (const other of context.facts.get(key) ?? []) {
    if (other.id === figure.id || other.source.section !== figure.source.section) continue;
    if (other.source.table !== figure.source.table) continue;
    if (!best || distance(other) < distance(best)) best = other;
  }
  return best ? [best.id] : [];
}

/** Figures that a measure stands on, of narrative and tables alike. */
export function* measured(context: CheckContext, measure: NonNullable<Dimensions["measure"]>): Iterable<BoundFigure> {
  for (const figure of context.disclosure.figures) if (figure.dimensions.measure === measure) yield figure;
}

export function placesOf(context: CheckContext, ids: readonly number[]): readonly Source[] {
  return ids.flatMap((id) => context.figures.get(id)?.source ?? []);
}

/** Whether a source lies in the section of that id. */
export function sectionAt(context: CheckContext, start: number): SectionId | undefined {
  let found: SectionId | undefined;
  for (const section of context.disclosure.sections) {
    if (section.heading.start > start) break;
    if (section.bodyStart <= start && start < section.bodyEnd && section.id) found = section.id;
  }
  return found;
}

export function statementsOf<T extends Statement["type"]>(context: CheckContext, type: T): readonly StatementOf<T>[] {
  return context.disclosure.statements.filter((statement): statement is StatementOf<T> => statement.type === type);
}

/** The value a quantity is printed with, where it is printed: as a number, for choosing where a relation applies. */
export function valueOf(context: CheckContext, key: string): number | undefined {
  const figure = context.facts.get(key)?.[0];
  return figure && Number(figure.value);
}

export const ARITHMETIC: Bilingual = { zh: "算术关系", en: "Arithmetic" };
export const TABLE_FORM: Bilingual = {
  zh: "部门决算报表表内、表间勾稽关系",
  en: "The accounting form's relations within and between tables",
};
export const DISCLOSURE_RULES: Bilingual = {
  zh: "《地方预决算公开操作规程》（财预〔2016〕143号）：公开内容应当真实、准确",
  en: "Rules for disclosure of local budgets and final accounts (Caiyu [2016] No. 143): what is disclosed must be true and accurate",
};
