import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { nameOfKey } from "../../checking/naming.ts";
import { printed } from "../amounts.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { agrees, averages, quotient, type Average } from "../stated/averages.ts";

/** What is counted in groups, and the persons in them: at least one to each. */
const GROUPS: Readonly<Record<string, string>> = {
  "reception-batches": "reception-persons",
  missions: "mission-persons",
};

/** Batches or missions and the persons of them, told in one place. */
interface Received {
  readonly groups: BoundFigure;
  readonly persons: BoundFigure;
}

function* received(context: CheckContext): Iterable<Received> {
  for (const figures of context.facts.values()) {
    const [first] = figures;
    const persons = first && GROUPS[first.concept];
    if (!first || persons === undefined || first.dimensions.measure !== undefined) continue;
    for (const groups of figures) {
      const other = besideIn(context, keyText(persons, first.dimensions), groups);
      if (other && Number(groups.value) !== 0 && Number(other.value) !== 0) yield { groups, persons: other };
    }
  }
}

/**
 * 642批次、58人次，人均115.10元: the average beside them that is right of the amount where the greater number is that of the
 * persons.
 */
function averageOfExchanged(context: CheckContext, { groups, persons }: Received): Average | undefined {
  return [...averages(context)].find(
    (told) => told.count.id === persons.id && agrees(told) === false && agrees({ ...told, count: groups }) === true,
  );
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
/** Guests of one party, at the least, where the two counts were simply exchanged. */
const PARTY = 2;

const RECEIVED = (batches: number, persons: number): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n国内公务接待支出3.03万元。国内公务接待${batches}批次，${persons}人次，共计支出3.03万元。`;

const AVERAGED = (batches: number, persons: number): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出7.39万元。国内公务接待${batches}批次、${persons}人次，人均115.10元。`;

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
  *judge(context): Iterable<Judgement> {
    for (const told of received(context)) {
      const { groups, persons } = told;
      const sources = [groups.source, persons.source];
      const figures = [groups.id, persons.id];
      if (Number(groups.value) <= Number(persons.value)) {
        yield { outcome: "holds", sources, figures };
        continue;
      }
      const proof = averageOfExchanged(context, told);
      const place = placeOf(groups.source);
      const name = nameOfKey(keyText(groups.concept, groups.dimensions));
      const meant = {
        groups: printed({ ...groups, text: persons.text }),
        persons: printed({ ...persons, text: groups.text }),
      };
      // 38批次、31人次: a party is of three guests or four, and hardly of one; a digit may be missing as well.
      const isPlain = proof !== undefined || Number(groups.value) >= PARTY * Number(persons.value);
      const because = proof && {
        zh: `${printed(proof.amount)}÷${meant.persons}≈${printed({ ...proof.average, text: quotient({ ...proof, count: groups }) })}，与所称${proof.name}${printed(proof.average)}相符`,
        en: `${printed(proof.amount)} over ${meant.persons} is the average of ${printed(proof.average)} that is printed`,
      };
      yield {
        outcome: "violated",
        message: {
          zh: `${place.zh}：${name.zh}为${printed(groups)}，多于${printed(persons)}，而每${groups.concept === "missions" ? "个团组" : "批次"}至少一人；${because ? `${because.zh}，两个数填反了，应为${meant.groups}、${meant.persons}` : isPlain ? `两个数疑为填反，应为${meant.groups}、${meant.persons}` : "两个数填反，或其中一个漏写、多写了一位数字"}`,
          en: `${place.en}: ${name.en} is ${printed(groups)}, more than ${printed(persons)}, though each is of one person at least; ${because ? `${because.en}: the two are exchanged and should be ${meant.groups} and ${meant.persons}` : isPlain ? `the two are probably exchanged and should be ${meant.groups} and ${meant.persons}` : "the two are exchanged, or one of them lacks a digit or has one too many"}`,
        },
        figures,
        sources,
        culprits: isPlain
          ? [
              { figure: groups.id, source: groups.source, expected: persons.value },
              { figure: persons.id, source: persons.source, expected: groups.value },
            ]
          : [persons, groups].map(({ id, source }) => ({ figure: id, source })),
        ...(isPlain && { areTogether: true as const }),
        // Where another place prints either as it should be, it is these two that are wrong.
        testifies: { figures, places: [] },
        stated: printed(groups),
        suggestion: isPlain
          ? { zh: `改为${meant.groups}、${meant.persons}`, en: `Print ${meant.groups} and ${meant.persons}` }
          : { zh: "核对接待台账", en: "Look both up in the record" },
        key: keyText(groups.concept, groups.dimensions),
      };
    }
  },
};

export const COUNT_RELATIONS: readonly Relation[] = [PERSONS_OF_GROUPS];

export const EXAMPLES: RelationExamples = () => ({
  [PERSONS_OF_GROUPS.id]: [
    { text: RECEIVED(16, 245), holds: true },
    { text: RECEIVED(16, 16), holds: true },
    { text: RECEIVED(245, 16), holds: false, message: "两个数疑为填反，应为16批次、245人次" },
    { text: RECEIVED(38, 31), holds: false, message: "两个数填反，或其中一个漏写、多写了一位数字" },
    { text: AVERAGED(58, 642), holds: true },
    { text: AVERAGED(642, 58), holds: false, message: "与所称人均115.10元相符，两个数填反了" },
  ],
});
