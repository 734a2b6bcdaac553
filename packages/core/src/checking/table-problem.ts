import type { Blame, InstanceResult, Problem } from "./result.ts";
import { strengthOf } from "./slips.ts";

/** A fault of a table as a whole, which nothing else explains: what fails because of it are its symptoms. */
export function tableProblem(blame: Blame, main: InstanceResult, symptoms: readonly InstanceResult[]): Problem {
  return {
    severity: "error",
    verdict: "inconsistent",
    main,
    symptoms,
    chain: [],
    certainty: "unique",
    culprits: [{ blames: [blame], weight: 1, plausibility: strengthOf(blame.slip) }],
    settledBy: [],
  };
}
