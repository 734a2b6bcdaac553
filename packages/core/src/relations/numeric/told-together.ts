import { keyText } from "../../facts/key.ts";
import { readingOf } from "../../figure/interval.ts";
import type { CheckContext } from "../relation.ts";
import type { Identity, Quantity } from "./identity.ts";

/** How far apart the first and the last of what one passage tells may stand. */
const ONE_PASSAGE = 400;

/** Whether one passage of the text tells all of these quantities, the first of them first, and none as a part of the one before it. */
export function areToldTogether({ facts, text }: CheckContext, quantities: readonly Quantity[]): boolean {
  const [first, ...others] = quantities.map(({ concept, dimensions }) =>
    (facts.get(keyText(concept, dimensions)) ?? []).filter(({ source }) => source.table === undefined),
  );
  return (first ?? []).some(({ source: { section, start } }) => {
    const told = others.flatMap(
      (figures) =>
        figures.find(
          ({ source }) => source.section === section && source.start > start && source.start - start < ONE_PASSAGE,
        ) ?? [],
    );
    if (told.length < others.length) return false;
    const places = told.map(({ source }) => source).toSorted((one, other) => one.start - other.start);
    return !places.some((place, at) => at > 0 && NESTS.test(text?.slice(places[at - 1]!.end, place.start) ?? ""));
  });
}

/** 项目支出40万元（其中：对附属单位补助支出5万元）; 其他收入15万元，含上级补助收入5万元 */
const NESTS = /^[^。；]*(?:其中|包[含括]|含|（[^）]*$)/;

/**
 * 本年收入100万元，其中：财政拨款收入80万元；事业收入30万元: where one passage tells the whole and some of its parts, and more than one part is told
 * nowhere, the parts told are within the whole, or are the whole where they come to it. Nothing where the identity is no sum of parts.
 */
export function withinWhole(context: CheckContext, identity: Identity): Identity | undefined {
  const [whole, ...parts] = identity.quantities;
  if (!whole || whole.coefficient !== 1 || identity.comparator !== undefined) return undefined;
  const told = parts.filter(({ concept, dimensions }) => context.facts.has(keyText(concept, dimensions)));
  if (told.length < 2 || told.some(({ coefficient }) => coefficient !== -1)) return undefined;
  if (!areToldTogether(context, [whole, ...told])) return undefined;
  const mild = identity.severity && { severity: identity.severity };
  // What comes to the whole leaves nothing for the parts that are told nowhere: the amounts bear each other out.
  if (comeTo(context, whole, told)) return { ...mild, quantities: [whole, ...told] };
  const turned = [whole, ...told].map((each) => ({ ...each, coefficient: -each.coefficient }));
  return { ...mild, comparator: "<=", quantities: turned };
}

/** Whether the parts, as they are first printed, come to the whole but for rounding. */
function comeTo({ facts }: CheckContext, whole: Quantity, parts: readonly Quantity[]): boolean {
  const readings = [whole, ...parts].map(({ concept, dimensions }) => {
    const [first] = facts.get(keyText(concept, dimensions)) ?? [];
    return first && readingOf(first);
  });
  const [all, ...own] = readings;
  if (!all || own.includes(undefined)) return false;
  const sum = own.reduce((total, reading) => total + reading!.middle, 0);
  const room = readings.reduce((total, reading) => total + reading!.step, 0);
  return Math.abs(all.middle - sum) <= room / 2;
}
