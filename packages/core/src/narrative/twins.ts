import { conceptOf } from "../facts/concepts.ts";
import type { ConceptKey } from "../facts/key.ts";
import type { Unit } from "../figure/figure.ts";
import type { NumberToken } from "./numbers.ts";

// One phrase names a quantity of money and its counts: 国内公务接待16批次，245人次，共计支出3.03万元. The number's unit decides.

/** The money twin of a counting concept. */
export function moneyOf(key: ConceptKey): ConceptKey | undefined {
  switch (key.concept) {
    case "vehicles-bought":
      return key.dimensions.item === undefined
        ? { concept: "three-public", dimensions: { item: "vehicle-purchase" } }
        : { concept: "vehicle-purchase-amount", dimensions: key.dimensions };
    case "missions":
    case "mission-persons":
      return { concept: "three-public", dimensions: { item: "overseas" } };
    case "reception-batches":
    case "reception-persons":
      return {
        concept: "three-public",
        dimensions: { item: key.dimensions.item === "foreign" ? "foreign-receptions" : "domestic-receptions" },
      };
    case "performance-projects":
      return { concept: "performance-amount", dimensions: key.dimensions };
    default:
      return conceptOf(key.concept)?.kind === "money" ? key : undefined;
  }
}

const CLASSIFIERS_OF_PERSONS = /^(?:人次|人|名|人\/次)$/;

/** The counting twin of a subject for a classifier: 国内公务接待16批次，245人次. */
export function countOf(key: ConceptKey, classifier: string): ConceptKey | undefined {
  const { item } = key.dimensions;
  if (key.concept === "three-public") {
    if (item === "overseas") {
      if (CLASSIFIERS_OF_PERSONS.test(classifier)) return { concept: "mission-persons", dimensions: {} };
      if (/^(?:个|批次|批|次|团)$/.test(classifier)) return { concept: "missions", dimensions: {} };
    }
    if ((item === "meetings" || item === "training") && CLASSIFIERS_OF_PERSONS.test(classifier))
      return { concept: item === "meetings" ? "meeting-persons" : "training-persons", dimensions: {} };
    if (item === "vehicle-purchase" && /^[辆台]$/.test(classifier))
      return { concept: "vehicles-bought", dimensions: {} };
    if ((item === "vehicle-running" || item === "vehicles") && /^[辆台]$/.test(classifier))
      return { concept: "vehicles-held", dimensions: {} };
    if (
      item === "receptions" ||
      item === "domestic-receptions" ||
      item === "foreign-receptions" ||
      item === "reception-entry"
    ) {
      const dimensions =
        item === "foreign-receptions"
          ? { item: "foreign" }
          : item === "domestic-receptions"
            ? { item: "domestic" }
            : {};
      if (CLASSIFIERS_OF_PERSONS.test(classifier)) return { concept: "reception-persons", dimensions };
      if (/^(?:批次|批|次|个|起)$/.test(classifier)) return { concept: "reception-batches", dimensions };
    }
    return undefined;
  }
  switch (key.concept) {
    case "missions":
    case "mission-persons":
      return CLASSIFIERS_OF_PERSONS.test(classifier)
        ? { concept: "mission-persons", dimensions: {} }
        : { concept: "missions", dimensions: key.dimensions };
    case "vehicles-bought":
    case "vehicles-held":
    case "state-vehicles":
      return /^[辆台部]?$/.test(classifier) ? key : undefined;
    case "large-equipment":
      return /台|套|件|个/.test(classifier) ? key : undefined;
    case "state-asset-counts":
      return key;
    case "meetings":
    case "trainings":
      return CLASSIFIERS_OF_PERSONS.test(classifier)
        ? { concept: key.concept === "meetings" ? "meeting-persons" : "training-persons", dimensions: {} }
        : /^(?:个|次|期|场|场次|班次|批次|批|项)$/.test(classifier)
          ? key
          : undefined;
    case "meeting-persons":
    case "training-persons":
      return CLASSIFIERS_OF_PERSONS.test(classifier) ? key : undefined;
    case "performance-projects":
      return /^[个项]$/.test(classifier) ? key : undefined;
    case "performance-issues":
      return /^[个项条]$/.test(classifier) ? key : undefined;
    case "units":
      return /^[个家]$/.test(classifier) ? key : undefined;
    case "staff":
      return /^[人名]$/.test(classifier) ? key : undefined;
    default:
      return undefined;
  }
}

/** 接待15人次、陪同5人: those who keep guests company are not guests. */
export function isCompany(text: string, start: number): boolean {
  return /(?:陪同|陪餐|工作人员|陪客)(?:人员|人数|人次)?(?:共|共计|合计|为|：)?$/.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

/** A number printed without its unit has the one that what it measures is printed in: `money` for an amount. */
export function unitOf(number: NumberToken, key: ConceptKey, money: Unit): Unit {
  if (number.unit !== "count" || number.classifier !== undefined) return number.unit;
  const { measure } = key.dimensions;
  if (measure === "share" || measure === "growth" || measure === "completion") return "percent";
  return conceptOf(key.concept)?.kind === "money" ? money : number.unit;
}
