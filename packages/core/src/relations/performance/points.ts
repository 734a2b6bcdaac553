import type { BoundCell, BoundFigure } from "../../facts/disclosure.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, Relation, RelationExamples } from "../relation.ts";
import { ARITHMETIC } from "../numeric/terms.ts";
import { sheet } from "./example.ts";
import {
  EVALUATION_RULES,
  HUNDRED,
  isWhole,
  sheetsOf,
  sumOf,
  termOf,
  thousandths,
  weighsExecution,
  type EvaluationSheet,
} from "./sheets.ts";

function sumOfPoints(relation: string, total: BoundFigure, parts: readonly BoundFigure[]): Instance {
  return {
    relation,
    form: "linear",
    comparator: "=",
    terms: [termOf(total, 1), ...parts.map((part) => termOf(part, -1))],
    place: placeOf(total.source),
    sources: [total, ...parts].map(({ source }) => source),
  };
}

function* weights(context: CheckContext): Iterable<Instance> {
  const whole = new Set<string>();
  for (const evaluation of sheetsOf(context)) {
    const { weight, project } = evaluation;
    if (isWhole(evaluation)) whole.add(project);
    const parts = [...evaluation.weights.values()];
    // Ten points for the execution of the budget may stand in no row.
    const isPart = !weighsExecution(evaluation) && weight !== undefined && sumOf(parts) < thousandths(weight);
    if (weight && parts.length > 1 && !isPart && !lacksRow(evaluation)) yield sumOfPoints(WEIGHTS.id, weight, parts);
  }
  yield* groups(context, whole);
}

/** Whether neither the weights nor the scores make up their totals: then an indicator was not read, more likely than two are wrong. */
function lacksRow(evaluation: EvaluationSheet): boolean {
  if (isWhole(evaluation)) return false;
  const parts = scored(evaluation);
  if (!parts) return true;
  return evaluation.score !== undefined && Math.abs(sumOf(parts) - thousandths(evaluation.score)) >= A_POINT;
}

const A_POINT = 1000;

/** 产出指标（50分）: as many points as its own indicators have. */
function* groups({ disclosure, figures }: CheckContext, whole: ReadonlySet<string>): Iterable<Instance> {
  for (const { cells } of disclosure.tables) {
    const weighed = cells.filter(({ key, figure }) => key?.concept === "performance-weight" && figure !== undefined);
    const columns = Map.groupBy(
      weighed.filter(({ key }) => key!.dimensions.item === "group" && whole.has(key!.dimensions.label!)),
      ({ column }) => column,
    );
    for (const own of columns.values()) {
      const firsts = own.filter((cell, index) => nameOf(cell) !== nameOf(own[index - 1]));
      for (const [index, first] of firsts.entries()) {
        const end = firsts[index + 1]?.row;
        const parts = weighed
          .filter(
            ({ row, key }) =>
              key!.dimensions.item === undefined &&
              key!.dimensions.indicator !== undefined &&
              key!.dimensions.label === first.key!.dimensions.label &&
              row >= first.row &&
              row < (end ?? Infinity),
          )
          .flatMap(({ figure }) => figures.get(figure!) ?? []);
        const group = figures.get(first.figure!);
        // The last group may go on overleaf.
        const isCut = end === undefined && group !== undefined && sumOf(parts) < thousandths(group);
        if (group && parts.length > 1 && !isCut && [group, ...parts].every(({ unit }) => unit === "score"))
          yield sumOfPoints(WEIGHTS.id, group, parts);
      }
    }
  }
}

const nameOf = (cell: BoundCell | undefined): string | undefined => cell?.key?.dimensions.indicator;

function* scores(context: CheckContext): Iterable<Instance> {
  for (const evaluation of sheetsOf(context)) {
    const { score } = evaluation;
    const parts = scored(evaluation);
    if (score && parts && isWhole(evaluation)) yield sumOfPoints(SCORES.id, score, parts);
  }
}

/** The scores of all that is weighed; undefined where one is not printed, or something is scored that is not weighed. */
function scored({ weights: all, scores: own }: EvaluationSheet): readonly BoundFigure[] | undefined {
  return own.size === all.size && [...all.keys()].every((indicator) => own.has(indicator))
    ? [...own.values()]
    : undefined;
}

function* bounds(context: CheckContext): Iterable<Instance> {
  for (const evaluation of sheetsOf(context)) {
    const pairs = [...evaluation.scores].flatMap(([indicator, score]) => {
      const weight = evaluation.weights.get(indicator);
      return weight ? [{ score, weight }] : [];
    });
    // Scored out of a hundred each, or by weights that are no points: then more than one is above.
    const above = pairs.filter(({ score, weight }) => thousandths(score) > thousandths(weight));
    const sum = sumOf(evaluation.weights.values());
    if (above.length > 1 || !(isWhole(evaluation) || sum === HUNDRED || sum === HUNDRED - 10_000)) continue;
    for (const { score, weight } of pairs)
      yield {
        relation: WITHIN_WEIGHT.id,
        form: "linear",
        comparator: "<=",
        terms: [termOf(score, 1), termOf(weight, -1)],
        place: placeOf(score.source),
        sources: [score.source, weight.source],
      };
  }
}

export const WEIGHTS: Relation = {
  id: "performance.weights",
  title: { zh: "自评表各项分值之和等于总分值", en: "The weights of a self-evaluation add up" },
  basis: EVALUATION_RULES,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "预算执行率与各项指标的分值之和等于总分值，一级指标的分值等于其下各指标之和。",
    en: "The weights of execution and indicators add up to the total, those of a group to the group's.",
  },
  leavesOut: {
    zh: "没有总分值的、分值与得分都不等于总分的（可能有一行没有读到）、差额可能是没有印出的预算执行率的、有加分扣分的，不判定。",
    en: "Not judged without a total, where scores do not add up either (a row may not have been read), where the points of execution may be missing, or points are added or taken off.",
  },
  instances: weights,
};

export const SCORES: Relation = {
  id: "performance.scores",
  title: { zh: "自评表各项得分之和等于总分", en: "The scores of a self-evaluation add up" },
  basis: ARITHMETIC,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "预算执行率与各项指标的得分之和等于总分。",
    en: "The scores of execution and indicators add up to the total.",
  },
  leavesOut: {
    zh: "分值之和不等于总分值的、有得分没有印出的、有加分扣分的，不判定。",
    en: "Not judged where the weights do not add up, a score is missing, or points are added or taken off.",
  },
  instances: scores,
};

export const WITHIN_WEIGHT: Relation = {
  id: "performance.within-weight",
  title: { zh: "得分不高于分值", en: "No score above its weight" },
  basis: EVALUATION_RULES,
  severity: "error",
  form: "linear",
  purpose: {
    zh: "一项的得分不高于它的分值。",
    en: "No indicator scores more points than it has.",
  },
  leavesOut: {
    zh: "几项都高于分值的（每项按百分制打分）、分值之和不是100分或90分的、有加分的，不判定。",
    en: "Not judged where several are above (each scored out of a hundred), the weights make up neither 100 nor 90, or points are added.",
  },
  instances: bounds,
};

export const EXAMPLES: RelationExamples = () => ({
  [WEIGHTS.id]: [
    { text: sheet(), holds: true },
    { text: sheet({ weight: "50" }), holds: false, message: "50" },
  ],
  [SCORES.id]: [
    { text: sheet(), holds: true },
    { text: sheet({ total: "97.60" }), holds: false, message: "97.60" },
  ],
  [WITHIN_WEIGHT.id]: [
    { text: sheet(), holds: true },
    { text: sheet({ score: "48", total: "107.00" }), holds: false, message: "48" },
  ],
});
