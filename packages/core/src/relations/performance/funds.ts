import type { BoundFigure } from "../../facts/disclosure.ts";
import type { Dimensions } from "../../facts/key.ts";
import { formatTicks, readingOf, TICKS } from "../../figure/interval.ts";
import { printed } from "../amounts.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, Judgement, Relation, RelationExamples } from "../relation.ts";
import { ARITHMETIC, LEFT_OUT } from "../numeric/terms.ts";
import { sheet } from "./example.ts";
import { EVALUATION_RULES, EXECUTION, sheetsOf, termOf } from "./sheets.ts";

const STAGES: readonly Dimensions["stage"][] = ["original-budget", "adjusted-budget", "budget", undefined];

/** What a project's money consists of side by side; 中央资金 and 省级资金 lie within 财政拨款. */
const PARTS = ["appropriation", "carried-over", "special-account", "own", "other"];

function* parts(context: CheckContext): Iterable<Instance> {
  for (const { amounts } of sheetsOf(context)) {
    for (const stage of STAGES) {
      const own = amounts.filter(({ dimensions }) => dimensions.stage === stage && dimensions.measure === undefined);
      const total = own.find(({ dimensions: { item, fund, nature } }) => !(item ?? fund ?? nature));
      const known = PARTS.flatMap((item) => own.filter(({ dimensions }) => dimensions.item === item));
      const names = new Set(known.map(({ dimensions }) => dimensions.item));
      if (!total || !names.has("appropriation") || names.size !== known.length) continue;
      const isAll = names.has("other");
      // 财政拨款, and 上年结转资金 out of it: what was carried over may lie within the appropriation.
      const others = known.filter(({ dimensions }) => dimensions.item !== "carried-over");
      if (differs(total, known, isAll) && !differs(total, others, isAll)) continue;
      const terms = [termOf(total, isAll ? 1 : -1), ...known.map((part) => termOf(part, isAll ? -1 : 1))];
      yield {
        relation: PROJECT_FUNDS.id,
        form: "linear",
        comparator: isAll ? "=" : "<=",
        terms,
        place: placeOf(total.source),
        sources: [total, ...known].map(({ source }) => source),
        ...(isAll ? {} : { open: LEFT_OUT }),
        // Left as the system sets it: 年度资金总额 0, 其中：本年财政拨款 90.
        ...(Number(total.value) === 0 ? { severity: "info" } : {}),
      };
    }
  }
}

function differs(total: BoundFigure, known: readonly BoundFigure[], isAll: boolean): boolean {
  const whole = readingOf(total);
  const own = known.flatMap((part) => readingOf(part) ?? []);
  if (!whole) return false;
  const low = own.reduce((sum, part) => sum + part.low, 0);
  const high = own.reduce((sum, part) => sum + part.high, 0);
  return low > whole.high || (isAll && high < whole.low);
}

/** 执行率93.19%，分值10，得分9.32: as a rule the rate of the points. */
function* executions(context: CheckContext): Iterable<Judgement> {
  for (const { amounts, weights, scores } of sheetsOf(context)) {
    const rate = amounts.find(
      ({ dimensions: { measure, item, fund, nature } }) => measure === "completion" && !(item ?? fund ?? nature),
    );
    const [indicator, score] = [...scores].find(([, { dimensions }]) => EXECUTION.test(dimensions.indicator!)) ?? [];
    const weight = indicator === undefined ? undefined : weights.get(indicator);
    // A whole number of points may have been given by steps.
    if (!rate || !score || !weight || !/\.\d*[1-9]/.test(score.value)) continue;
    const due = dueOf(score, rate, weight);
    if (!due) continue;
    const sources = [score, rate, weight].map(({ source }) => source);
    const figures = [score.id, rate.id, weight.id];
    if (due.isGiven) {
      yield { outcome: "holds", sources, figures };
      continue;
    }
    const { expected } = due;
    const place = placeOf(score.source);
    yield {
      outcome: "violated",
      message: {
        zh: `${place.zh}印作${printed(score)}，按执行率${printed(rate)}×分值${printed(weight)}为${expected}分`,
        en: `${place.en} prints ${printed(score)}; ${printed(rate)} of ${printed(weight)} is ${expected}`,
      },
      sources,
      figures,
      stated: score.text,
      expected,
      culprits: [{ figure: score.id, source: score.source, expected }],
      // Where the scores do not add up either, it is the likeliest.
      testifies: { figures: [score.id], places: [] },
    };
  }
}

/**
 * The score that a rate gives of a weight, rounded half up as it is printed, and whether the printed one is that: to one and a half
 * of its last place, and what the rate leaves open. In whole ticks times {@link WHOLE}, so exactly.
 */
function dueOf(
  score: BoundFigure,
  rate: BoundFigure,
  weight: BoundFigure,
): { readonly isGiven: boolean; readonly expected: string } | undefined {
  const [given, rated, weighed] = [score, rate, weight].map(({ value, decimals, unit }) =>
    readingOf({ value, decimals, unit }),
  );
  if (!given || !rated || !weighed) return undefined;
  const points = BigInt(weighed.middle);
  const due = BigInt(Math.min(rated.middle, Number(WHOLE))) * points;
  const [step, open] = [BigInt(Math.ceil(given.step)), BigInt(Math.ceil(rated.step))];
  const off = due - BigInt(given.middle) * WHOLE;
  const isGiven = 2n * (off < 0n ? -off : off) <= 3n * step * WHOLE + open * points;
  const steps = (2n * due + step * WHOLE) / (2n * step * WHOLE);
  return { isGiven, expected: formatTicks(Number(steps * step), "score", score.decimals) };
}

/** 100% */
const WHOLE = BigInt(100 * TICKS);

const LISTED =
  "项目支出绩效自评结果汇总表\n单位：万元\n| 序号 | 项目名称 | 全年预算数 | 执行数 | 执行率 |\n| --- | --- | --- | --- | --- |\n| 1 | 河道管护 | 101.00 | 99.00 | 98.02% |\n| 2 | 农村供水 | 50.00 | 40.00 | 80.00% |\n\n";

export const PROJECT_FUNDS: Relation = {
  id: "performance.funds",
  title: { zh: "项目资金各部分之和等于资金总额", en: "The parts of a project's funds add up" },
  basis: ARITHMETIC,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "当年财政拨款、上年结转资金、其他资金之和等于年度资金总额，没有列全的不超过总额。",
    en: "Appropriation, funds carried over and others add up to the total; where not all are listed they do not exceed it.",
  },
  leavesOut: {
    zh: "上年结转资金可能含在财政拨款之内的、只按中央省市县列出的，不判定。",
    en: "Not judged where funds carried over may lie within the appropriation, or only levels of government are listed.",
  },
  instances: parts,
};

export const EXECUTION_SCORE: Relation = {
  id: "performance.execution-score",
  title: { zh: "预算执行率的得分与执行率不符", en: "The score of execution is not the rate of its weight" },
  basis: EVALUATION_RULES,
  severity: "info",
  form: "agreement",
  purpose: {
    zh: "预算执行率的得分一般等于执行率乘以分值。",
    en: "The score of execution is as a rule its rate of the weight.",
  },
  leavesOut: {
    zh: "整数可能是分档计的分，不判定；各地办法不同，只作提示。",
    en: "Whole points may be given by steps and are not judged; rules differ, so this is for information.",
  },
  judge: executions,
};

export const EXAMPLES: RelationExamples = () => ({
  [PROJECT_FUNDS.id]: [
    { text: sheet(), holds: true },
    { text: sheet({ appropriation: "101.00" }), holds: false, message: "101.00" },
  ],
  [EXECUTION_SCORE.id]: [
    { text: sheet({ rate: "92.73%", execution: "9.27" }), holds: true },
    // Just as far off as both roundings allow.
    { text: sheet({ rate: "92.7%", execution: "9.29" }), holds: true },
    // A list of projects that prints another rate is none of the sheet.
    { text: LISTED + sheet({ rate: "92.73%", execution: "9.27" }), holds: true },
    { text: sheet({ rate: "92.73%", execution: "9.72" }), holds: false, message: "9.27" },
    // 9.345, rounded half up.
    { text: sheet({ rate: "93.45%", execution: "9.54" }), holds: false, message: "为9.35分" },
  ],
});
