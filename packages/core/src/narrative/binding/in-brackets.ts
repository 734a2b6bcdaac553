import type { ConceptKey } from "../../facts/key.ts";
import { VEHICLE_KINDS } from "../lexicon/index.ts";
import type { NumberToken } from "../numbers.ts";
import { paragraphBefore, tokensIn } from "../places.ts";
import type { Reading } from "../state.ts";
import { resolve } from "../subject-key.ts";
import { countOf } from "../twins.ts";

// 固定资产480万元，主要为房屋（2590平方米，413万元）、一般公务用车（1辆，16万元）及其他固定资产（51万元）: what is held under its name, with how much or how
// many of it there is and what it is worth in brackets behind.

const OPENED =
  /(?:^|[，。；：、）\n])(?<words>[一-龥]{2,16})（(?<count>(?:[\d,.]+(?:平方米|㎡|[辆台套件册个架张组宗幢栋处亩]|台（套）|台\/套)[，、]){0,2})(?:(?:账面)?(?:总?价值|原值|净值|金额)(?:为)?)?$/;
const LEADS = /^(?:其中|以及|(?:主要|具体|分别)?(?:包括|为|是|有(?!价))|[及和与])+/;
const CLASSIFIER = /^(?:平方米|㎡|[辆台套件册个架张组宗幢栋处亩])$/;
const AREA = /^(?:平方米|㎡|亩)$/;

export function heldInBrackets(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (r.section !== undefined && r.section !== "state-assets" && r.section !== "other-matters") return undefined;
  const { words, count } = OPENED.exec(r.view.text.slice(Math.max(0, number.start - 48), number.start))?.groups ?? {};
  if (words === undefined) return undefined;
  const name = words.replace(LEADS, "");
  const sentence = paragraphBefore(r, number.start);
  if (name.length < 2 || !/资产/.test(r.section === undefined ? sentence : "资产")) return undefined;
  if (number.unit === "count") {
    const { classifier = "" } = number;
    // 房屋（2幢，2590平方米，413万元）: how many of them, and how large they are.
    const isThere = CLASSIFIER.test(classifier) && (count === "" || AREA.test(classifier));
    return isThere ? (namedCount(r, number, classifier) ?? counted(name, classifier)) : undefined;
  }
  if (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan") return undefined;
  // 固定资产480万元，主要为…; 固定资产由上年的450万元增加到480万元，主要为…: a part of them.
  const isPart = /固定资产[^，。；：]{0,24}\d[\d.,]*[万亿]?元[，：（][^。；\n]*$/.test(sentence);
  if (!isPart && count === "") return undefined;
  return { concept: "state-assets", dimensions: isPart ? { item: "fixed", label: name } : { label: `${name}价值` } };
}

/** 一般公务用车（1辆: by the phrase that names it. */
function namedCount(r: Reading, number: NumberToken, classifier: string): ConceptKey | undefined {
  const at = r.view.text.lastIndexOf("（", number.start);
  const token = tokensIn(r, at - 1, at).find((candidate) => candidate.type === "subject" && candidate.end === at);
  // 专用设备（12台，35.6万元） need not cost as much as the equipment that is told of by its price.
  return token?.type === "subject" && VEHICLE_KINDS.includes(token.phrase)
    ? countOf(resolve(r, token.phrase, false, token.start), classifier)
    : undefined;
}

function counted(name: string, classifier: string): ConceptKey {
  if (name === "车辆" || name === "公务用车") return { concept: "state-vehicles", dimensions: {} };
  return {
    concept: "state-asset-counts",
    dimensions: { label: AREA.test(classifier) && !name.endsWith("面积") ? `${name}面积` : name },
  };
}
