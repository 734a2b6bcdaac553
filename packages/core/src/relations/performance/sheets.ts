import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText } from "../../facts/key.ts";
import { perContext } from "../per-context.ts";
import type { Bilingual, CheckContext, Term } from "../relation.ts";

/** 项目支出绩效自评表: what one project's table prints. */
export interface EvaluationSheet {
  readonly project: string;
  /** 分值 and 得分 of the indicators themselves, the rate of execution among them; of a group none. */
  readonly weights: ReadonlyMap<string, BoundFigure>;
  readonly scores: ReadonlyMap<string, BoundFigure>;
  /** 总分 */
  readonly weight: BoundFigure | undefined;
  readonly score: BoundFigure | undefined;
  /** 项目资金, as the table of the indicators prints it: a list of projects has amounts of the same name. */
  readonly amounts: readonly BoundFigure[];
}

/** Its annex gives the form its hundred points, ten of them in proportion to the rate of execution. */
export const EVALUATION_RULES: Bilingual = {
  zh: "《项目支出绩效评价管理办法》（财预〔2020〕10号）所附自评表",
  en: "Self-evaluation form of the rules for evaluating project expenditure (Caiyu [2020] No. 10)",
};

/** Points on top, or taken off, beside the hundred: such a form adds up by rules of its own. */
const OF_ITS_OWN = /加分|扣分|减分|附加|奖励分/;

export const EXECUTION = /执行率|预算执行|资金执行|支出进度|预算完成率/;

/** The self-evaluation tables whose points add up plainly. */
export const sheetsOf = perContext((context: CheckContext): readonly EvaluationSheet[] => {
  const own = context.disclosure.figures.filter(
    ({ source, dimensions }) => source.table !== undefined && dimensions.label !== undefined,
  );
  const tables = new Map(
    context.disclosure.tables.flatMap((table) =>
      table.cells.flatMap(({ figure }) => (figure === undefined ? [] : [[figure, table] as const])),
    ),
  );
  return [...Map.groupBy(own, ({ dimensions }) => dimensions.label!)].flatMap(([project, figures]) => {
    const evaluated = new Set(
      figures.flatMap(({ id, dimensions }) => (dimensions.indicator === undefined ? [] : [tables.get(id)])),
    );
    if (evaluated.size === 0) return [];
    const points = (concept: string): BoundFigure[] =>
      figures.filter((figure) => figure.concept === concept && figure.dimensions.item === undefined);
    const all = [...points("performance-weight"), ...points("performance-score")];
    const isPlain = all.every(
      ({ unit, dimensions }) => unit === "score" && !OF_ITS_OWN.test(dimensions.indicator ?? ""),
    );
    const byIndicator = (concept: string) =>
      new Map(
        points(concept)
          .filter(({ dimensions }) => dimensions.indicator !== undefined)
          .map((figure) => [indicatorOf(figure), figure]),
      );
    const whole = (concept: string) => points(concept).find(({ dimensions }) => dimensions.indicator === undefined);
    return [
      {
        project,
        weights: isPlain ? byIndicator("performance-weight") : new Map(),
        scores: isPlain ? byIndicator("performance-score") : new Map(),
        weight: isPlain ? whole("performance-weight") : undefined,
        score: isPlain ? whole("performance-score") : undefined,
        amounts: figures.filter(({ concept, id }) => concept === "project-amount" && evaluated.has(tables.get(id))),
      },
    ];
  });
});

const indicatorOf = ({ dimensions: { indicator, ordinal = 1 } }: BoundFigure): string => `${indicator} ${ordinal}`;

export function termOf(figure: BoundFigure, coefficient: number): Term {
  return { key: keyText(figure.concept, figure.dimensions), coefficient, figures: [figure.id] };
}

/** The sum of what is printed, in thousandths: points have a decimal or two. */
export function sumOf(figures: Iterable<BoundFigure>): number {
  let sum = 0;
  for (const { value } of figures) sum += Math.round(Number(value) * 1000);
  return sum;
}

export const thousandths = ({ value }: BoundFigure): number => Math.round(Number(value) * 1000);

/** Whether the rate of execution is among what is weighed, so that nothing of the hundred is left out. */
export function weighsExecution({ weights }: EvaluationSheet): boolean {
  return [...weights.values()].some(({ dimensions }) => EXECUTION.test(dimensions.indicator!));
}

export const HUNDRED = 100_000;

/** Whether the weights add up to the total that is printed, or to a hundred where none is. */
export function isWhole({ weights, weight }: EvaluationSheet): boolean {
  return weights.size > 1 && sumOf(weights.values()) === (weight ? thousandths(weight) : HUNDRED);
}
