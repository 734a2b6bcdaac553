import type { Blame, CulpritSet, Problem } from "./result.ts";

/** So many relations that call for one and the same number are no accident of rounding. */
const ENOUGH = 4;

/**
 * Small differences that one figure explains are told as one: the total of a row that is off by 0.03 in its row, in its
 * column and against another table.
 */
export function together(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.verdict !== "suspect" || problem.main.instance.form !== "linear") continue;
    for (const { blames } of problem.culprits) {
      const name = blames.length === 1 ? nameOf(blames[0]!) : undefined;
      if (name === undefined) continue;
      const group = groups.get(name);
      if (group) group.push(problem);
      else groups.set(name, [problem]);
    }
  }
  const taken = new Map<Problem, Problem | undefined>();
  for (const [name, group] of [...groups].toSorted((a, b) => b[1].length - a[1].length)) {
    const own = group.filter((problem) => !taken.has(problem));
    if (own.length < 2) continue;
    const joined = join(own, name);
    for (const problem of own) taken.set(problem, undefined);
    taken.set(own[0]!, joined);
  }
  return problems.flatMap((problem) => (taken.has(problem) ? (taken.get(problem) ?? []) : [problem]));
}

/** A figure and what it should be: other figures that are wrong give other numbers in other relations. */
function nameOf({ figure, expected }: Blame): string | undefined {
  return figure && expected !== undefined ? `${figure.id} ${expected}` : undefined;
}

const WEIGHT: Readonly<Record<Problem["severity"], number>> = { error: 0, warning: 1, info: 2, rounding: 3 };

function join(problems: readonly Problem[], name: string): Problem {
  const [main, ...others] = problems.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  const culprit = (problem: Problem): CulpritSet =>
    problem.culprits.find(({ blames }) => blames.length === 1 && nameOf(blames[0]!) === name)!;
  const isClear = problems.length >= ENOUGH && stepsOff(culprit(main!).blames[0]!) >= 2;
  return {
    ...main!,
    severity: isClear && main!.severity === "info" ? "warning" : main!.severity,
    symptoms: others.map((problem) => problem.main),
    certainty: "unique",
    culprits: [culprit(main!)],
    settledBy: [],
  };
}

/** By how many units of the last place a figure is not what it should be. */
function stepsOff({ figure, expected }: Blame): number {
  if (!figure || expected === undefined) return 0;
  return Math.round(Math.abs(Math.abs(Number(figure.value)) - Number(expected)) * 10 ** figure.decimals);
}
