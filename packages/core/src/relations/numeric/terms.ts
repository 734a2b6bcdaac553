import type { BoundCell, BoundFigure, SectionId, Statement, StatementOf } from "../../facts/disclosure.ts";
import { keyText, type ConceptKey, type Dimensions } from "../../facts/key.ts";
import type { Source } from "../../figure/figure.ts";
import { firstAtLeast } from "../../document/sorted.ts";
import { perContext } from "../per-context.ts";
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

/** The key of every figure. */
export const keysOf = perContext((context): ReadonlyMap<number, string> => {
  const keys = new Map<number, string>();
  for (const [key, figures] of context.facts) for (const { id } of figures) keys.set(id, key);
  return keys;
});

/** The key of every empty cell of the tables that are filled in. */
export const blanksOf = perContext((context): ReadonlyMap<BoundCell, string> => {
  const blanks = new Map<BoundCell, string>();
  for (const { empty, cells } of context.disclosure.tables) {
    if (empty) continue;
    const keyed = cells.flatMap((cell) =>
      cell.key ? [{ cell, key: keyText(cell.key.concept, cell.key.dimensions) }] : [],
    );
    // 一、“三公”经费支出 and nothing, then （一）支出合计 and the amount: the first row is a heading.
    const stated = new Set(keyed.flatMap(({ cell, key }) => (cell.figure === undefined ? [] : key)));
    for (const { cell, key } of keyed) if (cell.figure === undefined && !stated.has(key)) blanks.set(cell, key);
  }
  return blanks;
});

/** What each context says is nothing: empty cells of tables that are filled in, and 「无…支出」. */
export interface Nothing {
  readonly source: Source;
}

/** 上年无政府性基金支出, 2023年度无“三公”经费支出 in the accounts of 2024: of another year than the document's. */
export function isOfAnotherYear({ disclosure, text }: CheckContext, { start }: Source): boolean {
  const clause =
    text
      ?.slice(Math.max(0, start - 24), start)
      .replace(/\s/g, "")
      .split(/[。；，、]/)
      .at(-1) ?? "";
  // 2023年度、2024年度均无: of both.
  if (/均|都|本年/.test(clause) || clause.includes(`${disclosure.fiscalYear}年`)) return false;
  const named = /(?:(20\d\d)年|上年|上一年|去年)度?[^\d]*$/.exec(clause);
  return named !== null && (named[1] === undefined || Number(named[1]) !== disclosure.fiscalYear);
}

/** 局本级未购置公务用车: of one of several, of which the others may have. */
function isOfSome({ text }: CheckContext, { start }: Source): boolean {
  const before = text?.slice(Math.max(0, start - 24), start).replace(/\s/g, "") ?? "";
  return /本级|机关|所属|下属|其他单位/.test(before.split(/[。；，]/).at(-1)!);
}

export const nothings = perContext((context): ReadonlyMap<string, Nothing> => {
  const found = new Map<string, Nothing>();
  for (const statement of context.disclosure.statements) {
    if (statement.type !== "none" || isOfAnotherYear(context, statement.source) || isOfSome(context, statement.source))
      continue;
    found.set(keyText(statement.subject.concept, statement.subject.dimensions), { source: statement.source });
  }
  for (const [cell, key] of blanksOf(context)) found.set(key, { source: cell.source });
  return found;
});

/** A term of an identity: its figures anywhere, or the blank that says it is nothing; undefined where the document is silent. */
export function known(context: CheckContext, key: string, coefficient: number): Term | undefined {
  if (context.facts.has(key)) return term(key, coefficient);
  const nothing = nothings(context).get(key);
  return nothing && { key, coefficient, figures: [], blank: true, source: nothing.source };
}

/** The figures of a key in one section's text or one table, as they follow on each other. */
const inPlaces = perContext((): Map<string, ReadonlyMap<string, readonly BoundFigure[]>> => new Map());

const placeNameOf = ({ source: { section, table } }: BoundFigure): string => `${section}|${table}`;

/** The figure of a key that stands nearest to another in the same section, before it rather than after. */
export function beside(context: CheckContext, key: string, figure: BoundFigure): readonly number[] {
  const known = inPlaces(context);
  let places = known.get(key);
  if (!places) {
    const inOrder = (context.facts.get(key) ?? []).toSorted((a, b) => a.source.start - b.source.start);
    known.set(key, (places = Map.groupBy(inOrder, placeNameOf)));
  }
  const printed = places.get(placeNameOf(figure)) ?? [];
  const { start } = figure.source;
  const after = firstAtLeast(printed, start + 1, (other) => other.source.start);
  const isOther = (other: BoundFigure | undefined): boolean => other !== undefined && other.id !== figure.id;
  let before = after - 1;
  while (printed[before] && !isOther(printed[before])) before--;
  const [last, next] = [printed[before], printed[after]];
  if (!last || !next) return last || next ? [(last ?? next)!.id] : [];
  // What follows has to be twice as near as what went before.
  return [2 * (next.source.start - start) < start - last.source.start ? next.id : last.id];
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

/** Why a list may not add up though no figure of it is wrong. */
export const LEFT_OUT = { zh: "可能有项目没有列出", en: "an entry may be left out" };
