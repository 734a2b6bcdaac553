import { conceptOf, type ConceptKey, type Dimensions, type FigureTag } from "@juesuan/core";

/** What a `data` element says of the figure in it, before its place is known. */
export type Tag = Omit<FigureTag, "start" | "end">;

const NAMES = [
  "period",
  "stage",
  "fund",
  "source",
  "functional",
  "economic",
  "nature",
  "group",
  "item",
  "label",
  "indicator",
  "measure",
  "of",
] as const;

const DIRECTIONS = ["increase", "decrease", "unchanged"] as const;

/** Reads the attributes of a `data` element (docs/twin.md); undefined for one that is about something else. */
export function tagOf(attributes: Readonly<Record<string, string>>): Tag | undefined {
  const concept = attributes["data-concept"];
  const value = attributes["value"];
  if (concept === undefined || value === undefined || !conceptOf(concept)) return undefined;
  if (!/^-?\d{1,15}(?:\.\d{1,6})?$/.test(value)) return undefined;
  const dimensions: Record<string, string | number> = {};
  for (const name of NAMES) {
    const text = attributes[`data-${name}`];
    if (text !== undefined && text.length <= 200) dimensions[name] = text;
  }
  const ordinal = Number(attributes["data-ordinal"]);
  if (Number.isSafeInteger(ordinal) && ordinal > 0) dimensions["ordinal"] = ordinal;
  const direction = DIRECTIONS.find((way) => way === attributes["data-direction"]);
  const key: ConceptKey = { concept, dimensions: dimensions as Dimensions };
  return { ...key, value, ...(direction === undefined ? {} : { direction }) };
}
