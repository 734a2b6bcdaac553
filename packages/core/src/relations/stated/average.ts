import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { measurableOf, readingOf } from "../../figure/interval.ts";
import { isAmount, printed } from "../amounts.ts";
import { ARITHMETIC } from "../numeric/terms.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Judgement, Relation } from "../relation.ts";
import { mentionsOf } from "./mentions.ts";

/** What an average is of, by the word before it: persons, vehicles, batches. */
const OF: readonly { readonly word: RegExp; readonly counts: Readonly<Record<string, readonly string[]>> }[] = [
  {
    word: /^(?:人均|平均每人)/,
    counts: {
      receptions: ["reception-persons{item=domestic}", "reception-persons"],
      "domestic-receptions": ["reception-persons{item=domestic}", "reception-persons"],
      overseas: ["mission-persons"],
    },
  },
  {
    word: /^(?:车均|辆均|平均每[辆车])/,
    counts: { "vehicle-running": ["vehicles-held"], vehicles: ["vehicles-held"] },
  },
  {
    word: /^(?:批均|次均|批次均|平均每批)/,
    counts: {
      receptions: ["reception-batches{item=domestic}", "reception-batches"],
      "domestic-receptions": ["reception-batches{item=domestic}", "reception-batches"],
    },
  },
];

/** The one figure of a quantity in the section of another; undefined where it is told there in two ways. */
function besideIt(context: CheckContext, key: string, { source }: BoundFigure): BoundFigure | undefined {
  const told = (context.facts.get(key) ?? []).filter(
    (figure) => figure.source.section === source.section && figure.source.table === undefined,
  );
  return new Set(told.map(({ value, unit }) => `${value} ${unit}`)).size === 1 ? told[0] : undefined;
}

/** 公务用车购置费43.28万元，更新购置执法执勤用车2辆，平均每辆21.64万元: right of an amount and a count that stand before it. */
function isOfItsSentence(context: CheckContext, average: BoundFigure): boolean {
  const mentions = mentionsOf(context).find((list) => list.some(({ figure }) => figure.id === average.id)) ?? [];
  const before = mentions
    .slice(
      0,
      mentions.findIndex(({ figure }) => figure.id === average.id),
    )
    .slice(-NEAR_BY);
  const figures = before.flatMap(({ bound }) => bound ?? []);
  const counts = figures.filter(({ unit, value }) => unit === "count" && Number(value) > 0);
  return figures.some(
    (amount) =>
      amount.unit === average.unit &&
      isAmount(amount) &&
      counts.some((count) => agrees({ name: "", average, amount, count }) === true),
  );
}

/** So many numbers back an average may find what it is of. */
const NEAR_BY = 4;

interface Average {
  /** As the words call it: 人均, 平均每期. */
  readonly name: string;
  readonly average: BoundFigure;
  readonly amount: BoundFigure;
  readonly count: BoundFigure;
}

function* averages(context: CheckContext): Iterable<Average> {
  for (const figure of context.disclosure.figures) {
    const { item, label } = figure.dimensions;
    if (figure.concept !== "three-public" || !isAmount(figure) || item === undefined || label === undefined) continue;
    const keys = OF.find(({ word }) => word.test(label))?.counts[item] ?? [];
    if (isOfItsSentence(context, figure)) continue;
    const amount = besideIt(context, keyText("three-public", { item }), figure);
    const count = keys.map((key) => besideIt(context, key, figure)).find((found) => found !== undefined);
    if (amount && count && Number(count.value) > 0) yield { name: label, average: figure, amount, count };
  }
}

/** 平均每期80.9人次, 人均年补助2813.27元: what there is of it to one of something counted before. */
const EACH =
  /(?:^|[，；、（])((?:平均每([一-龥])|([人户])均))(?:年?补助|年?补贴|支出|培训|费用|接待)?(?:标准)?(?:为|约)?$/;

/** 举办各类班26期，培训学员2103人次，平均每期80.9人次: the sentence counts both, and neither twice. */
function* averagesOfSentence(context: CheckContext): Iterable<Average> {
  for (const mentions of mentionsOf(context)) {
    for (const [index, { bound: average, words }] of mentions.entries()) {
      const [, name, each, per] = EACH.exec(words) ?? [];
      const noun = each ?? per;
      if (!average || name === undefined || OF.some(({ word }) => word.test(name) && isThreePublic(average))) continue;
      const opens = mentions.slice(0, index + 1).findLastIndex((mention) => /[。；]/.test(mention.words));
      const before = mentions.slice(Math.max(0, opens), index).flatMap(({ bound }) => bound ?? []);
      const counts = before.filter(({ unit, classifier }) => unit === "count" && classifier === noun);
      const amounts = before.filter(
        (figure) =>
          measurableOf(figure.unit) === measurableOf(average.unit) &&
          figure.classifier === average.classifier &&
          isAmount(figure),
      );
      const [count, amount] = [counts[0], amounts[0]];
      if (counts.length !== 1 || amounts.length !== 1 || !count || !amount || Number(count.value) === 0) continue;
      yield { name, average, amount, count };
    }
  }
}

const isThreePublic = ({ concept }: BoundFigure): boolean => concept === "three-public";

/** Whether an average can be that of an amount over a count, each as far as it is printed. */
function agrees({ average, amount, count }: Average): boolean | undefined {
  const [own, all] = [readingOf(average), readingOf(amount)];
  if (!own || !all) return undefined;
  const number = Number(count.value);
  // One unit of the last place beyond rounding: many cut the digits off.
  return (own.low - own.step) * number <= all.high && (own.high + own.step) * number >= all.low;
}

/** What the average comes to, in its own unit and to its own last place; half up, in whole last places. */
function quotient({ average, amount, count }: Average): string {
  const [own, all] = [readingOf(average)!, readingOf(amount)!];
  const places = String(Math.round(all.middle / Number(count.value) / own.step)).padStart(average.decimals + 1, "0");
  const point = places.length - average.decimals;
  return average.decimals === 0 ? places : `${places.slice(0, point)}.${places.slice(point)}`;
}

const ALLOWANCE = (each: string): string =>
  `十二、预算绩效情况说明\n其中城市低保支出4266.35万元，年末在保9123人；农村低保支出3271.83万元，年末在保11630人，人均年补助${each}元。`;

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
  examples: [
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
    { text: ALLOWANCE("2813.27"), holds: true },
    { text: ALLOWANCE("3123.27"), holds: false, message: "≈2813.27元" },
    { text: COURSES("80.9"), holds: true },
    { text: COURSES("88.9"), holds: false, message: "2103人次÷26期≈80.9人次" },
  ],
  *judge(context): Iterable<Judgement> {
    for (const told of [...averages(context), ...averagesOfSentence(context)]) {
      const { name, average, amount, count } = told;
      const holds = agrees(told);
      const sources = [average, amount, count].map(({ source }) => source);
      if (holds === undefined) continue;
      if (holds) {
        yield { outcome: "holds", sources, figures: [average.id, amount.id, count.id] };
        continue;
      }
      const place = placeOf(average.source);
      const should = quotient(told);
      const calculation = `${printed(amount)}÷${printed(count)}≈${printed({ ...average, text: should })}`;
      yield {
        outcome: "violated",
        message: {
          zh: `${place.zh}称${name}${printed(average)}，但${calculation}`,
          en: `${place.en} prints an average of ${printed(average)}, but ${calculation}`,
        },
        figures: [average.id, amount.id, count.id],
        sources,
        culprits: [{ figure: average.id, source: average.source, expected: should }],
        expected: should,
        stated: printed(average),
        key: keyText(average.concept, average.dimensions),
      };
    }
  },
};
