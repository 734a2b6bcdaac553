import {
  buildContext,
  evaluate,
  NUMERIC_RELATIONS,
  type Blame,
  type CheckContext,
  type Disclosure,
  type Problem,
} from "@juesuan/core";
import type { Injected } from "./inject.ts";

/** What the engine said of a disclosure whose slips are known. */
export interface Score {
  /** Any error or warning. */
  readonly found: boolean;
  /** An error, with every figure taken at its word: what the bound is compared with. */
  readonly proven: boolean;
  /** What is blamed first is what was done. */
  readonly first: boolean;
  /** What was done is among the culprits offered. */
  readonly among: boolean;
  /** Every error names one culprit and no other. */
  readonly sure: boolean;
  readonly milliseconds: number;
}

const serious = ({ severity }: Problem): boolean => severity === "error" || severity === "warning";

function placeOf({ figure, source, kind }: Blame): string {
  return figure ? `figure ${figure.id}` : kind === "blank" ? `cell ${source?.start}` : kind;
}

function isWhatWasDone(blames: readonly Blame[], { figures, emptied }: Injected): boolean {
  const wanted = new Set([...figures.map((id) => `figure ${id}`), ...emptied.map((start) => `cell ${start}`)]);
  const named = new Set(blames.map(placeOf));
  return named.size === wanted.size && [...wanted].every((place) => named.has(place));
}

/** Whether the first blames of several problems, together, are what was done; or one problem's are, and alone. */
function firstOf(problems: readonly Problem[]): readonly Blame[] {
  return problems.flatMap(({ culprits }) => culprits[0]?.blames ?? []);
}

export function score(injected: Injected): Score {
  const context = contextOf(injected.disclosure);
  const start = process.cpuUsage();
  const { problems } = evaluate(context, NUMERIC_RELATIONS);
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  const strict = evaluate(context, NUMERIC_RELATIONS, { strict: true });
  const told = problems.filter(serious);
  const errors = told.filter(({ severity }) => severity === "error");
  const blamed = errors.length > 0 ? errors : told;
  return {
    found: told.length > 0,
    proven: strict.problems.some(({ severity, main }) => severity === "error" && !main.undefinedRate),
    first: told.length > 0 && isWhatWasDone(firstOf(blamed), injected),
    among:
      isWhatWasDone(firstOf(blamed), injected) ||
      told.some(({ culprits }) => culprits.some(({ blames }) => isWhatWasDone(blames, injected))),
    sure: errors.length > 0 && errors.every(({ certainty }) => certainty === "unique"),
    milliseconds,
  };
}

export function contextOf(disclosure: Disclosure): CheckContext {
  return buildContext(disclosure);
}
