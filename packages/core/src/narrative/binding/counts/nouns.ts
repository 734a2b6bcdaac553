import type { ConceptKey } from "../../../facts/key.ts";
import { COUNTED_NOUNS, COUNTED_NOUNS_BEFORE } from "../../lexicon/index.ts";
import type { NumberToken } from "../../numbers.ts";
import type { Reading } from "../../state.ts";
import { speaksOfAnotherYear } from "../../years.ts";
import { countedProjects, gradedAs } from "../evaluation/counted-nouns.ts";

// Counts that the noun behind or right before them decides, whatever is spoken of: 5个股室, 购置的0辆公务用车.

/** 内设职能科室14个，临床科室12个，医技科室7个: each of them a part. */
function kindOfOffice(text: string, number: NumberToken): { label?: string } {
  const own = /(职能|临床|医技|行政|业务|教学|教辅|党政)(?:科室|处室|部门)(?:共|有)?$/.exec(
    text.slice(Math.max(0, number.start - 8), number.start),
  )?.[1];
  if (own === undefined) return {};
  const around =
    text.slice(Math.max(0, number.start - 30), number.start) + text.slice(number.unitEnd, number.unitEnd + 16);
  return (around.match(/科室|处室|部门/g)?.length ?? 0) > 1 ? { label: `${own}科室` } : {};
}

/** Nouns around a count decide: 5个股室; 对9个项目编制了绩效目标. */
export function countedNoun(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (number.unit !== "count") return undefined;
  const { text } = r.view;
  // 主要用于经批准购置的0辆公务用车
  if (
    /^[辆台]$/.test(number.classifier ?? "") &&
    r.section?.startsWith("three-public") &&
    /购置(?:了|的)?$/.test(text.slice(Math.max(0, number.start - 4), number.start)) &&
    /^(?:公务)?(?:用车|车辆)/.test(text.slice(number.unitEnd, number.unitEnd + 4))
  )
    return speaksOfAnotherYear(r, number.start) ? undefined : { concept: "vehicles-bought", dimensions: {} };
  // 主要用于2个因公出国（境）团组10人次的费用
  if (
    /^[个批]/.test(number.classifier ?? "") &&
    r.section?.startsWith("three-public") &&
    /^(?:因公)?(?:临时)?出国（?境?）?(?:的)?团组?/.test(text.slice(number.unitEnd, number.unitEnd + 12))
  )
    return { concept: "missions", dimensions: {} };
  const after = text.slice(number.unitEnd, number.unitEnd + 40);
  // 对8个项目开展自评，其中6个为优、2个为良
  const barely = /^(?:评级|等级|结果)?(?:均)?为(优|良|中|合格|差)[秀好]?(?=[，、；。）])/.exec(after)?.[1];
  if (barely !== undefined && r.section === "performance" && /^[个项]$/.test(number.classifier ?? ""))
    return gradedAs(r, number, barely);
  // 用于召开经济工作会议等9次会议
  const held = /^(会议|培训)/.exec(after)?.[1];
  if (held !== undefined && number.classifier === "次" && /^(?:three-public|other-matters)/.test(r.section ?? ""))
    return { concept: held === "会议" ? "meetings" : "trainings", dimensions: {} };
  const isPlace = r.section === "institutions" || r.section === "annex" || r.section === "responsibilities";
  const isUnit =
    /^(?:独立编制的|独立核算的)?(?:行政|参照公务员法管理(?:的)?(?:事业)?|事业)单位|^(?:内设|职能)(?:机构|[科处]室|处（科）室)/.test(
      after,
    );
  // 内设9个科室
  const isInside = text.endsWith("内设", number.start);
  if ((number.classifier === "个" || number.classifier === "家") && (isPlace || isUnit || isInside)) {
    for (const noun of COUNTED_NOUNS)
      if (new RegExp(noun.pattern).test(after)) return { concept: noun.concept, dimensions: noun.dimensions ?? {} };
  }
  const before = text.slice(Math.max(0, number.start - 80), number.start);
  // 公务用车购置数及保有量分别为0辆、11辆
  const inTurn = /购置(?:数|量)*[及和与、](?:公务用车)?保有(?:量|数)*分别(?:为|是)(\d+[辆台][、，和])?$/.exec(before);
  if (inTurn) return { concept: inTurn[1] === undefined ? "vehicles-bought" : "vehicles-held", dimensions: {} };
  // 镇人民政府内设机构6个，下属事业单位4个, under a heading of no section.
  const saysUnits =
    (r.section === undefined &&
      /(?:内设(?:机构|科室|股室)|(?:下属|所属|直属)[一-龥]{0,6}单位)(?:共|有)?$/.test(before)) ||
    /(?:预算|行政|参公事业|财政补助事业|公益[一二]类事业)单位(?:共|有)?$/.test(before);
  if ((number.classifier === "个" || number.classifier === "家") && (isPlace || saysUnits)) {
    for (const noun of COUNTED_NOUNS_BEFORE)
      if (new RegExp(noun.pattern).test(before))
        return { concept: noun.concept, dimensions: { ...noun.dimensions, ...kindOfOffice(text, number) } };
  }
  return countedProjects(r, number, before, after);
}
