export { evaluate, severityOf, type EvaluateOptions } from "./evaluate.ts";
export { signedReading } from "./reading.ts";
export { factsOf, lastYearKey } from "./observe.ts";
export { nameOfKey, parseKey, unitName } from "./naming.ts";
export type * from "./result.ts";
export { explainInstance, explainProblem, suggestionOf } from "./explain.ts";
export type { Witnesses } from "./network.ts";
