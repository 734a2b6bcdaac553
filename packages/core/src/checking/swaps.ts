import { exchanged, movedBetween, swap } from "./culprits.ts";
import type { Blame, CulpritSet, Problem } from "./result.ts";
import { strengthOf } from "./slips.ts";

/** Two figures that stand where the other belongs, or one that stands in the wrong column, are one slip that breaks several relations. */
export function merged(problems: readonly Problem[]): readonly Problem[] {
  const kept: Problem[] = [];
  const taken = new Set<Problem>();
  for (const [position, problem] of problems.entries()) {
    if (taken.has(problem)) continue;
    const found = swapBetween(
      problem,
      problems.slice(position + 1).filter((other) => !taken.has(other)),
    );
    if (!found) {
      kept.push(problem);
      continue;
    }
    const { partner, blames } = found;
    taken.add(partner);
    const sure = problem.certainty === "unique" && partner.certainty === "unique";
    const swapped: CulpritSet = { blames, weight: 2, plausibility: strengthOf(blames[0]!.slip) };
    kept.push({
      ...problem,
      symptoms: [...problem.symptoms, partner.main, ...partner.symptoms],
      certainty: sure ? "unique" : "ambiguous",
      culprits: sure ? [swapped] : [swapped, ...problem.culprits],
    });
  }
  return kept;
}

function swapBetween(
  problem: Problem,
  others: readonly Problem[],
): { readonly partner: Problem; readonly blames: readonly Blame[] } | undefined {
  for (const first of singles(problem)) {
    for (const partner of others) {
      for (const second of singles(partner)) {
        if (exchanged(first, second)) return { partner, blames: swap(first, second) };
        const moved = movedBetween(first, second) ?? movedBetween(second, first);
        if (moved) return { partner, blames: moved };
      }
    }
  }
  return undefined;
}

const MOST_SINGLES = 12;

function singles({ culprits }: Problem): readonly Blame[] {
  return culprits
    .slice(0, MOST_SINGLES)
    .flatMap(({ blames }) => (blames.length === 1 && /^(?:figure|blank)$/.test(blames[0]!.kind) ? [blames[0]!] : []));
}
