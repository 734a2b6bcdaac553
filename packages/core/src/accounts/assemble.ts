import type { BoundFigure, Disclosure, Section, SectionId, StatementOf } from "../facts/disclosure.ts";
import { conceptOf } from "../facts/concepts.ts";
import { normaliseLabel } from "../tables/normalise.ts";
import { evaluationsOf } from "./evaluations.ts";
import { Ledger, measuredOf, quantityOf } from "./ledger.ts";
import type {
  DepartmentProfile,
  FinalAccounts,
  PerformanceAccounts,
  StateAssetsAccounts,
  ThreePublicAccounts,
} from "./schema/accounts.ts";
import type { Measured, Quantity } from "./schema/figure.ts";
import type { NarrativeSection } from "./schema/narrative.ts";
import { accountsTable } from "./tables.ts";

export interface AssembleOptions {
  /** The text that the disclosure's offsets point into: gives sections their words. */
  readonly text?: string;
}

/**
 * Arranges what was read from a disclosure into typed accounts. Nothing is computed: a quantity is there when a figure
 * states it.
 *
 * @example assembleAccounts(disclosure, { text: document.text }).threePublic.items.receptions?.final?.value // "3.03"
 */
export function assembleAccounts(disclosure: Disclosure, { text }: AssembleOptions = {}): FinalAccounts {
  const ledger = new Ledger(disclosure.figures);
  const { kind, refusal, fiscalYear, profile, unit, contents, statements, figures, unbound, oddities } = disclosure;
  const expenditure = (nature: "basic" | "project") => ledger.measured("expenditure", { nature });
  return {
    format: "juesuan/final-accounts",
    version: 1,
    kind,
    ...(refusal === undefined ? {} : { refusal }),
    department: departmentOf(disclosure, ledger, text),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    profile,
    unit,
    totals: stated({
      receipts: ledger.measured("total-receipts"),
      disbursements: ledger.measured("total-disbursements"),
      revenue: ledger.measured("revenue"),
      expenditure: ledger.measured("expenditure"),
      basicExpenditure: expenditure("basic"),
      projectExpenditure: expenditure("project"),
      openingCarryOver: ledger.measured("opening-carry-over"),
      closingCarryOver: ledger.measured("closing-carry-over"),
      useOfSurplus: ledger.measured("use-of-surplus"),
      surplusDistribution: ledger.measured("surplus-distribution"),
    }),
    threePublic: threePublicOf(ledger),
    ...stated({ operatingCosts: ledger.measured("operating-costs") }),
    procurement: {
      ...stated({ total: ledger.measured("procurement") }),
      byItem: itemsOf("procurement", (item) => ledger.measured("procurement", { item })),
    },
    stateAssets: stateAssetsOf(ledger),
    performance: performanceOf(disclosure, ledger),
    glossary: namedItems(disclosure, "glossary").map(({ name, code, source }) => ({
      term: name,
      ...(code === undefined ? {} : { functional: code }),
      source,
    })),
    contents,
    sections: sectionsOf(disclosure, text),
    statements,
    tables: disclosure.tables.map(accountsTable),
    facts: ledger.facts(),
    figures,
    unbound,
    oddities,
  };
}

/** Without the entries that are undefined. */
function stated<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function itemsOf<T>(concept: string, read: (item: string) => T | undefined): Record<string, T> {
  const found: Record<string, T> = {};
  for (const item of Object.keys(conceptOf(concept)?.items ?? {})) {
    const value = read(item);
    if (value !== undefined) found[item] = value;
  }
  return found;
}

function countsOf(ledger: Ledger, concept: string): { total?: Quantity; byItem: Record<string, Quantity> } {
  return {
    ...stated({ total: ledger.quantity(concept) }),
    byItem: itemsOf(concept, (item) => ledger.quantity(concept, { item })),
  };
}

function namedItems(
  { statements }: Disclosure,
  list: StatementOf<"named-item">["list"],
): readonly StatementOf<"named-item">[] {
  return statements.filter(
    (statement): statement is StatementOf<"named-item"> => statement.type === "named-item" && statement.list === list,
  );
}

function departmentOf(disclosure: Disclosure, ledger: Ledger, text: string | undefined): DepartmentProfile {
  const { department, sections, tables } = disclosure;
  const listed = namedItems(disclosure, "covered-units").map(({ name, source }) => ({ name, source }));
  return {
    ...stated({
      name: department,
      responsibilities: wordsOf("responsibilities", sections, text),
      institutions: wordsOf("institutions", sections, text),
    }),
    unitsCovered: listed.length > 0 ? listed : unitsOfTables(tables),
    units: countsOf(ledger, "units"),
    staff: countsOf(ledger, "staff"),
  };
}

/** The table 序号 | 单位名称 | 备注 that lists the units covered. */
function unitsOfTables(tables: Disclosure["tables"]): DepartmentProfile["unitsCovered"] {
  return tables
    .filter(
      ({ table, columns }) =>
        table === undefined && columns.some(({ heading }) => /^(?:预算)?单位名称$/.test(normaliseLabel(heading))),
    )
    .flatMap(({ rows }) => rows.map(({ label, source }) => ({ name: label, source })));
}

function wordsOf(id: SectionId, sections: readonly Section[], text: string | undefined): readonly string[] | undefined {
  const section = sections.find((entry) => entry.id === id);
  if (!section || text === undefined) return undefined;
  const paragraphs = text
    .slice(section.bodyStart, section.bodyEnd)
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    // The marks of the next heading (##) stand before its words.
    .filter((paragraph) => /[^#*\s]/.test(paragraph));
  return paragraphs.length === 0 ? undefined : paragraphs;
}

function threePublicOf(ledger: Ledger): ThreePublicAccounts {
  const entries = ledger.of("three-public").filter(({ dimensions }) => dimensions.item === "reception-entry");
  return {
    ...stated({ total: ledger.measured("three-public") }),
    items: itemsOf("three-public", (item) =>
      item === "reception-entry" ? undefined : ledger.measured("three-public", { item }),
    ),
    ...stated({ missions: ledger.quantity("missions"), missionPersons: ledger.quantity("mission-persons") }),
    vehiclesBought: countsOf(ledger, "vehicles-bought"),
    vehiclePurchaseAmount: countsOf(ledger, "vehicle-purchase-amount"),
    vehiclesHeld: countsOf(ledger, "vehicles-held"),
    receptionBatches: countsOf(ledger, "reception-batches"),
    receptionPersons: countsOf(ledger, "reception-persons"),
    receptionList: entries.map((figure) => ({
      ...stated({ ordinal: figure.dimensions.ordinal, label: figure.dimensions.label }),
      amount: quantityOf([figure]),
    })),
  };
}

function stateAssetsOf(ledger: Ledger): StateAssetsAccounts {
  return {
    ...stated({ total: ledger.measured("state-assets") }),
    byLabel: Object.fromEntries(byLabel(ledger.of("state-assets")).filter(([label]) => label !== "")),
    vehicles: countsOf(ledger, "state-vehicles"),
    largeEquipment: countsOf(ledger, "large-equipment"),
  };
}

function performanceOf({ sections }: Disclosure, ledger: Ledger): PerformanceAccounts {
  const labelled = (figure: BoundFigure) => stated({ label: figure.dimensions.label });
  return {
    projects: countsOf(ledger, "performance-projects"),
    amounts: countsOf(ledger, "performance-amount"),
    issues: countsOf(ledger, "performance-issues"),
    scores: ledger
      .of("performance-score")
      .filter(isOfProject)
      .map((figure) => ({ ...labelled(figure), score: quantityOf([figure]) })),
    projectAmounts: byLabel(ledger.of("project-amount").filter(isOfProject)).map(([label, amount]) => ({
      ...(label === "" ? {} : { label }),
      amount,
    })),
    outputs: ledger
      .of("performance-output")
      .filter(isOfProject)
      .map((figure) => ({ ...labelled(figure), amount: quantityOf([figure]) })),
    ...stated({ evaluations: evaluationsOf(ledger) }),
    reports: sections
      .filter(({ part, title }) => part === "annexes" && /绩效/.test(title))
      .map(({ title, heading, bodyEnd }) => ({ title, start: heading.start, end: Math.max(heading.start, bodyEnd) })),
  };
}

/** Of the project itself: no part of its funds and none of its indicators. */
function isOfProject({ dimensions: { item, indicator } }: BoundFigure): boolean {
  return (item ?? indicator) === undefined;
}

function byLabel(figures: readonly BoundFigure[]): [label: string, amount: Measured][] {
  const labels = new Map<string, BoundFigure[]>();
  for (const figure of figures) {
    const label = figure.dimensions.label ?? "";
    labels.set(label, [...(labels.get(label) ?? []), figure]);
  }
  return [...labels].flatMap(([label, same]): [string, Measured][] => {
    const amount = measuredOf(same);
    return amount === undefined ? [] : [[label, amount]];
  });
}

/** Sections with the figures and statements that stand in them and in no section below. */
function sectionsOf(
  { sections, figures, unbound, statements }: Disclosure,
  text: string | undefined,
): NarrativeSection[] {
  const ownEnd = sections.map(({ bodyStart, bodyEnd }, index) =>
    Math.max(bodyStart, Math.min(bodyEnd, sections[index + 1]?.heading.start ?? bodyEnd)),
  );
  const within = (start: number, index: number): boolean =>
    sections[index]!.bodyStart <= start && start < ownEnd[index]!;
  return sections.map((section, index) => ({
    ...section,
    figures: [...figures, ...unbound]
      .filter(({ source }) => source.table === undefined && within(source.start, index))
      .map(({ id }) => id)
      .toSorted((a, b) => a - b),
    statements: [...statements.keys()].filter((place) => within(statements[place]!.source.start, index)),
    ...(text === undefined ? {} : { text: text.slice(section.bodyStart, ownEnd[index]) }),
  }));
}
