import {
  compactText,
  firstAtLeast,
  readNarrative,
  settleWholes,
  type BoundFigure,
  type Disclosure,
  type Passage,
  type ReadDocument,
  type Section,
  type SectionId,
  type Statement,
  type UnboundFigure,
} from "@juesuan/core";
import { identify, namedOverTables } from "./identity/index.ts";
import { kindOf } from "./kind.ts";
import { readItems } from "./items.ts";
import { disjoint, leftOver } from "./leftover.ts";
import { outline } from "./outline/index.ts";
import { pageFinder, placeFigures } from "./places.ts";
import { nameTheBudget } from "./stages.ts";
import { preferTags } from "./tags.ts";
import { resolverOf, type NameLookup } from "./resolver.ts";
import { bindTables } from "../tables/index.ts";

const NO_LOOKUP: NameLookup = { functional: () => undefined, economic: () => undefined, item: () => undefined };

/** From a read document to a disclosure: outline, identity, tables, narrative, and every figure bound or listed. */
export function bindDisclosure(
  document: ReadDocument,
  lookupOf: (fiscalYear: number | undefined) => NameLookup = () => NO_LOOKUP,
): Disclosure {
  const { sections, contents, passages, cover } = outline(document);
  const titled = identify(document, cover);
  const { fiscalYear } = titled;
  const lookup = lookupOf(fiscalYear);
  const tables = bindTables(document, { firstFigureId: 0, fiscalYear, lookup });
  const identity = namedOverTables(titled, document, cover, tables.tables);
  let next = tables.figures.length + tables.unbound.length;
  const nextId = (): number => next++;
  const resolver = resolverOf(tables.tables, lookup);
  const narrative = passages.filter((passage) => !isOfTables(passage));
  const reading = readNarrative(narrative, {
    text: document.text,
    resolver,
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    ...(identity.department === undefined ? {} : { department: identity.department }),
    pageOf: pageFinder(document),
    nextId,
  });
  const bound = nameTheBudget(settleWholes([...tables.figures, ...reading.figures]), tables.tables);
  const unbound: UnboundFigure[] = [
    ...tables.unbound,
    ...reading.unbound,
    ...leftOver(document, narrative, tables.consumed, nextId),
  ];
  const tagged = preferTags(bound.figures, unbound, document.tags);
  const statements: Statement[] = [
    ...identity.names,
    ...reading.statements,
    ...readItems(document, narrative, reading.figures, resolver),
  ];
  const { oddity, ...kind } = kindOf({
    ...identity,
    sections,
    contents,
    told: toldUntitled(narrative, sections, reading.figures),
    tables: tables.tables,
    figures: tables.figures.length + tables.unbound.length + reading.figures.length + reading.unbound.length,
    spoken: narrative.flatMap(({ section, stretches }) =>
      section !== undefined && stretches.some(({ start, end }) => isSentence(document.text.slice(start, end)))
        ? section
        : [],
    ),
    oddities: document.oddities,
  });
  return placeFigures(document, {
    ...kind,
    ...(identity.department === undefined ? {} : { department: identity.department }),
    ...(fiscalYear === undefined ? {} : { fiscalYear }),
    profile: "unknown",
    unit: tables.tables.find((table) => table.unit !== undefined)?.unit ?? "ten-thousand-yuan",
    figures: tagged.figures,
    unbound: tagged.unbound,
    sections,
    contents,
    tables: bound.tables,
    statements,
    oddities: oddity === undefined ? document.oddities : [oddity, ...document.oddities],
  });
}

/** What stands below a heading of the body, and not below one of the contents: words with a mark, that send to no attachment. */
function isSentence(words: string): boolean {
  const beginning = compactText(words.slice(0, 400));
  return /[^，。；\n]{6}[，。；]/.test(beginning) && !/^[^。]*见[^。]{0,8}附[件表]/.test(beginning);
}

/** A sentence or two of news does not make a disclosure. */
const LEAST_TOLD = 3;

/** Sections that stand under no heading of theirs, where enough is told in them. */
function toldUntitled(
  passages: readonly Passage[],
  sections: readonly Section[],
  figures: readonly BoundFigure[],
): SectionId[] {
  const titled = new Set(sections.map(({ id }) => id));
  const untitled = passages.filter(({ section }) => section !== undefined && !titled.has(section));
  const places = disjoint(untitled.flatMap(({ stretches }) => stretches));
  const told = figures.filter(({ source }) => {
    const place = places[firstAtLeast(places, source.end, ({ end }) => end)];
    return place !== undefined && place.start <= source.start;
  });
  return told.length < LEAST_TOLD ? [] : untitled.flatMap(({ section }) => section ?? []);
}

/** The part of the tables holds titles, units and notes, no sentences. */
function isOfTables(passage: Passage): boolean {
  return (
    passage.section === undefined &&
    /决算(?:公开)?(?:报)?表|附表/.test(passage.part ?? "") &&
    !/说明/.test(passage.part ?? "")
  );
}
