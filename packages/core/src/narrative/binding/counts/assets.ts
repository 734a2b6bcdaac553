import type { ConceptKey } from "../../../facts/key.ts";
import type { NumberToken } from "../../numbers.ts";
import type { Reading } from "../../state.ts";
import { boundLast, sentenceBefore } from "../../places.ts";
import { wordsBefore } from "./parts.ts";

// 国有资产: the kinds of equipment that are counted beside those of a price.

/** 单价50万元以上的设备42台、单价100万元以上的设备18台: the second is not the first, though both are called so. */
export function equipmentAlso(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  if (key.concept !== "large-equipment" || Object.keys(key.dimensions).length > 0) return undefined;
  const sentence = sentenceBefore(r, number.start);
  if (!/设备(?:（不含车辆）)?(?:共|为)?$/.test(sentence)) return undefined;
  const from = r.view.offsets[number.start - sentence.length] ?? 0;
  const price = /.*\D(\d+万元)/.exec(sentence)?.[1];
  const told = boundLast(r).some(
    ({ concept, dimensions, source }) =>
      source.start >= from && concept === key.concept && Object.keys(dimensions).length === 0,
  );
  return told && price !== undefined ? { concept: key.concept, dimensions: { label: `${price}以上` } } : undefined;
}

/** 固定资产5200万元，其中：…、专用设备320台: what is held of a kind, where no price is told. */
export function unpriced(r: Reading, number: NumberToken, { concept, dimensions }: ConceptKey): ConceptKey | undefined {
  if (concept !== "large-equipment" || dimensions.item === undefined || r.section !== "state-assets") return undefined;
  const sentence = sentenceBefore(r, number.start);
  const behind = r.view.text.slice(number.unitEnd, number.unitEnd + 8);
  return /固定资产[^。；]*\d/.test(sentence) &&
    !/以上|单价|单位价值|大型/.test(sentence) &&
    !/^[（，](?:其中)?单/.test(behind)
    ? { concept: "state-asset-counts", dimensions: { label: dimensions.item === "special" ? "专用设备" : "通用设备" } }
    : undefined;
}

/** 设备46台（套），其中道路检测设备11台（套）、…、其他8台（套）: kinds of them, under their own words. */
export function kindOfEquipment(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  if (key.concept !== "large-equipment" || Object.keys(key.dimensions).length > 0 || !r.inParts) return undefined;
  const label = wordsBefore(r, number).replace(/^其中：?/, "");
  return /^(?!.*(?:以上|单价|单位价值))(?:其他|[一-龥]{2,12}(?:设备|仪器|系统))$/.test(label)
    ? { concept: key.concept, dimensions: { label } }
    : undefined;
}
