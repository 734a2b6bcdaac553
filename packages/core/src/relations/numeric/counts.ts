import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, Relation } from "../relation.ts";
import { term } from "./terms.ts";

/** What is counted in groups, and the persons in them: at least one to each. */
const GROUPS: Readonly<Record<string, string>> = {
  "reception-batches": "reception-persons",
  missions: "mission-persons",
};

/** 16批次，245人次: every batch that was received, and every mission, was of one person at least. */
function* instances(context: CheckContext): Iterable<Instance> {
  for (const figures of context.facts.values()) {
    const [first] = figures;
    const persons = first && GROUPS[first.concept];
    if (!first || persons === undefined || first.dimensions.measure !== undefined) continue;
    for (const figure of figures) {
      const other = besideIn(context, keyText(persons, first.dimensions), figure);
      if (!other || Number(figure.value) === 0 || Number(other.value) === 0) continue;
      yield {
        relation: PERSONS_OF_GROUPS.id,
        form: "linear",
        comparator: "<=",
        terms: [
          term(keyText(first.concept, first.dimensions), 1, [figure.id]),
          term(keyText(persons, first.dimensions), -1, [other.id]),
        ],
        place: placeOf(figure.source),
        sources: [figure.source, other.source],
      };
    }
  }
}

/** The persons told with the groups: in the same sentence or table. */
function besideIn(
  context: CheckContext,
  key: string,
  { source, unit, approximate }: BoundFigure,
): BoundFigure | undefined {
  if (unit !== "count" || approximate) return undefined;
  return context.facts
    .get(key)
    ?.find(
      (other) =>
        other.unit === "count" &&
        !other.approximate &&
        other.source.section === source.section &&
        other.source.table === source.table &&
        Math.abs(other.source.start - source.start) < NEAR,
    );
}

const NEAR = 60;

const RECEIVED = (batches: number, persons: number): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n国内公务接待支出3.03万元。国内公务接待${batches}批次，${persons}人次，共计支出3.03万元。`;

export const PERSONS_OF_GROUPS: Relation = {
  id: "count.persons-of-groups",
  title: { zh: "批次、团组数不多于人次", en: "No more batches or missions than persons" },
  basis: {
    zh: "一批次公务接待、一个出国（境）团组至少有一人次",
    en: "A batch received, and a mission abroad, is of one person at least",
  },
  severity: "warning",
  form: "order",
  purpose: {
    zh: "公务接待的批次多于人次、出国（境）的团组多于人次的，两个数多半填反了。",
    en: "More batches than persons received, or more missions than persons sent: the two counts were probably exchanged.",
  },
  leavesOut: {
    zh: "只比较写在一处的两个数；其中一个为零的，另有核对；约数不比较。",
    en: "Only counts told in one place are compared; where one of them is zero another relation speaks; approximations are left alone.",
  },
  examples: [
    { text: RECEIVED(16, 245), holds: true },
    { text: RECEIVED(16, 16), holds: true },
    { text: RECEIVED(245, 16), holds: false, message: "245" },
  ],
  instances,
};

export const COUNT_RELATIONS: readonly Relation[] = [PERSONS_OF_GROUPS];
