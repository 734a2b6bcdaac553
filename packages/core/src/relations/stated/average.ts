import { keyText } from "../../facts/key.ts";
import { printed } from "../amounts.ts";
import { ARITHMETIC } from "../numeric/terms.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";
import { agrees, averages, averagesOfSentence, otherPrints, quotient, type Average } from "./averages.ts";

const ALLOWANCE = (each: string): string =>
  `十二、预算绩效情况说明\n其中城市低保支出4266.35万元，年末在保9123人；农村低保支出3271.83万元，年末在保11630人，人均年补助${each}元。`;

const TWICE = (persons: number): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n（一）总体情况\n公务接待费支出0.72万元，国内公务接待11批次、92人次。\n（二）具体情况\n2024年国内公务接待11批次、${persons}人次，人均接待费78.26元。`;

const COURSES = (each: string): string =>
  `第一部分 部门概况\n三、主要工作总结\n全年共举办各类主体班、专题班26期，培训学员2103人次，平均每期${each}人次。`;

export const AVERAGE: Relation = {
  id: "narrative.average",
  title: { zh: "人均、车均与金额、数量不符", en: "An average is not the amount over the count" },
  basis: ARITHMETIC,
  severity: "warning",
  form: "agreement",
  purpose: {
    zh: "人均接待费、车均运行维护费等于同一节写明的金额除以人数、车辆数；“平均每期”“平均每场”等于同一句写明的总数除以期数、场数。",
    en: "Reception expenses a head and running costs a vehicle are the amount over the count told in the same section; what there is to each course or event is the total over their number as the sentence tells both.",
  },
  leavesOut: {
    zh: "同一节没有写明金额或数量、或写法不一的不判断；截去尾数的不算错。",
    en: "Not judged where the section does not tell the amount and the count in one way; digits cut off are no mistake.",
  },
  *judge(context): Iterable<Judgement> {
    for (const told of [...averages(context), ...averagesOfSentence(context)]) {
      const holds = agrees(told);
      if (holds === undefined || isExchanged(context, told)) continue;
      yield holds ? confirmed(context, told) : (belied(context, told) ?? miscounted(told) ?? violated(told));
    }
  },
};

const partsOf = ({ average, amount, count }: Average): Pick<Judgement, "sources" | "figures"> => ({
  sources: [average, amount, count].map(({ source }) => source),
  figures: [average.id, amount.id, count.id],
});

/** More batches than persons: both counts are told to be wrong, and the average was taken of the right ones. */
function isExchanged(context: CheckContext, { count }: Average): boolean {
  const groups = GROUPS_OF[count.concept];
  if (groups === undefined) return false;
  const told = context.facts.get(keyText(groups, count.dimensions)) ?? [];
  return told.some(
    ({ source, value }) => Math.abs(source.start - count.source.start) < NEAR && Number(value) > Number(count.value),
  );
}

const NEAR = 60;
const GROUPS_OF: Readonly<Record<string, string>> = {
  "reception-persons": "reception-batches",
  "mission-persons": "missions",
};

/** It is right of this count, and so speaks against other prints of it. */
function confirmed(context: CheckContext, told: Average): Judgement {
  const others = otherPrints(context, told).filter((count) => agrees({ ...told, count }) === false);
  return {
    outcome: "holds",
    ...partsOf(told),
    ...(others.length === 0 ? {} : { testifies: { figures: others.map(({ id }) => id), places: [] } }),
  };
}

/** 人均78.26元 is no average of the 126 persons beside it, and right of the 92 that the table has: the 126 are wrong. */
function belied(context: CheckContext, told: Average): Judgement | undefined {
  const { name, average, amount, count } = told;
  const right = otherPrints(context, told).find((other) => agrees({ ...told, count: other }) === true);
  if (!right) return undefined;
  const [place, there] = [placeOf(count.source), placeOf(right.source)];
  const own = printed({ ...average, text: quotient(told) });
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}称${name}${printed(average)}，但${printed(amount)}÷${printed(count)}≈${own}；按${there.zh}的${printed(right)}计则相符，${printed(count)}应为${printed(right)}`,
      en: `${place.en} prints an average of ${printed(average)}, but ${printed(amount)} over ${printed(count)} is ${own}; it is right of the ${printed(right)} in ${there.en}, so that ${printed(count)} should be ${printed(right)}`,
    },
    ...partsOf(told),
    culprits: [{ figure: count.id, source: count.source, expected: right.value }],
    testifies: { figures: [count.id], places: [] },
    expected: right.value,
    stated: printed(count),
    key: keyText(average.concept, average.dimensions),
  };
}

/** Fewer digits than these are right of some count by chance. */
const TELLING = 4;

/** 481人次，人均149.09元, which is right of 418: two digits of the count changed places. */
function miscounted(told: Average): Judgement | undefined {
  const { name, average, amount, count } = told;
  if (average.value.replace(/^0+|\D/g, "").length < TELLING) return undefined;
  const right = turned(count.value).filter((value) => agrees({ ...told, count: { ...count, value } }) === true);
  const [expected] = right;
  if (expected === undefined || right.length > 1) return undefined;
  const place = placeOf(count.source);
  const own = printed({ ...average, text: quotient(told) });
  const meant = printed({ ...count, text: expected });
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}称${name}${printed(average)}，但${printed(amount)}÷${printed(count)}≈${own}；按${meant}计则相符，${printed(count)}应为${meant}（疑为相邻数字颠倒）`,
      en: `${place.en} prints an average of ${printed(average)}, but ${printed(amount)} over ${printed(count)} is ${own}; it is right of ${meant}, with two digits changed about`,
    },
    ...partsOf(told),
    culprits: [{ figure: count.id, source: count.source, expected }],
    expected,
    stated: printed(count),
    key: keyText(average.concept, average.dimensions),
  };
}

/** A whole number with two neighbouring digits changed about, in each way that makes another. */
function turned(value: string): readonly string[] {
  if (!/^\d{2,}$/.test(value)) return [];
  return Array.from(
    { length: value.length - 1 },
    (_, at) => value.slice(0, at) + value[at + 1]! + value[at]! + value.slice(at + 2),
  ).filter((other) => other !== value && !other.startsWith("0"));
}

function violated(told: Average): Judgement {
  const { name, average, amount, count } = told;
  const place = placeOf(average.source);
  const should = quotient(told);
  const calculation = `${printed(amount)}÷${printed(count)}≈${printed({ ...average, text: should })}`;
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}称${name}${printed(average)}，但${calculation}`,
      en: `${place.en} prints an average of ${printed(average)}, but ${calculation}`,
    },
    ...partsOf(told),
    culprits: [{ figure: average.id, source: average.source, expected: should }],
    expected: should,
    stated: printed(average),
    key: keyText(average.concept, average.dimensions),
  };
}

const RECEIVED = (persons: number): string =>
  `七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n公务接待费支出6.23万元，国内公务接待46批次、${persons}人次，人均接待费149.04元。`;

export const EXAMPLES: RelationExamples = () => ({
  [AVERAGE.id]: [
    { text: RECEIVED(418), holds: true, fiscalYear: 2024 },
    { text: RECEIVED(481), holds: false, message: "481人次应为418人次（疑为相邻数字颠倒）", fiscalYear: 2024 },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n公务用车运行维护费支出21.39万元，公务用车保有量7辆，车均运行维护费3.06万元。",
      holds: true,
      fiscalYear: 2024,
    },
    {
      text: "七、财政拨款“三公”经费支出决算情况说明\n（二）具体情况\n公务用车运行维护费支出21.39万元，公务用车保有量7辆，车均运行维护费4.06万元。",
      holds: false,
      message: "21.39万元÷7辆≈3.06万元",
      fiscalYear: 2024,
    },
    { text: TWICE(92), holds: true, fiscalYear: 2024 },
    { text: TWICE(126), holds: false, message: "126人次应为92人次", fiscalYear: 2024 },
    { text: ALLOWANCE("2813.27"), holds: true },
    { text: ALLOWANCE("3123.27"), holds: false, message: "≈2813.27元" },
    { text: COURSES("80.9"), holds: true },
    { text: COURSES("88.9"), holds: false, message: "2103人次÷26期≈80.9人次" },
  ],
});
