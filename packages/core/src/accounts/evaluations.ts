import { conceptOf } from "../facts/concepts.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import type { Ledger } from "./ledger.ts";
import { measuredOf, quantityOf } from "./ledger.ts";
import type { PerformanceAccounts } from "./schema/accounts.ts";

type Evaluation = NonNullable<PerformanceAccounts["evaluations"]>[number];
type Indicator = Evaluation["indicators"][number];

/** What each column of the table measures of an indicator. */
const MEASURES = {
  "performance-weight": "weight",
  "performance-target": "target",
  "performance-output": "actual",
  "performance-score": "score",
} as const;

/** The self-evaluation tables (绩效自评表): the projects that have indicators, with their funds. */
export function evaluationsOf(ledger: Ledger): PerformanceAccounts["evaluations"] {
  const projects = Map.groupBy(
    ledger.figures.filter(({ dimensions }) => dimensions.label !== undefined),
    ({ dimensions }) => dimensions.label!,
  );
  const evaluations = [...projects]
    .filter(([, figures]) => figures.some(({ dimensions }) => dimensions.indicator !== undefined))
    .map(([project, figures]) => evaluationOf(project, figures));
  return evaluations.length === 0 ? undefined : evaluations;
}

function evaluationOf(project: string, figures: readonly BoundFigure[]): Evaluation {
  const amounts = figures.filter(({ concept }) => concept === "project-amount");
  const funds = measuredOf(amounts.filter(({ dimensions: { item, fund, nature } }) => !(item ?? fund ?? nature)));
  const parts = Object.keys(conceptOf("project-amount")!.items!).flatMap((item) => {
    const part = measuredOf(amounts.filter(({ dimensions }) => dimensions.item === item));
    return part === undefined ? [] : [[item, part] as const];
  });
  const whole = (concept: string) => {
    const own = figures.filter(
      ({ concept: other, dimensions: { indicator, item } }) => other === concept && (indicator ?? item) === undefined,
    );
    return own.length === 0 ? undefined : quantityOf(own);
  };
  const weight = whole("performance-weight");
  const score = whole("performance-score");
  return {
    project,
    ...(funds && { funds }),
    parts: Object.fromEntries(parts),
    ...(weight && { weight }),
    ...(score && { score }),
    indicators: indicatorsOf(figures),
  };
}

function indicatorsOf(figures: readonly BoundFigure[]): Indicator[] {
  const indicators = Map.groupBy(
    figures.filter(({ dimensions: { indicator, item } }) => indicator !== undefined && item === undefined),
    ({ dimensions: { indicator, ordinal = 0 } }) => `${ordinal} ${indicator}`,
  );
  return [...indicators.values()].map((own) => {
    const { indicator, ordinal } = own[0]!.dimensions;
    const measures = Object.entries(MEASURES).flatMap(([concept, name]) => {
      const same = own.filter((figure) => figure.concept === concept);
      return same.length === 0 ? [] : [[name, quantityOf(same)] as const];
    });
    return {
      name: indicator!,
      ...(ordinal === undefined ? {} : { ordinal }),
      ...Object.fromEntries(measures),
    };
  });
}
