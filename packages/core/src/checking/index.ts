export { evaluate, type EvaluateOptions } from "./evaluate.ts";
export { severityOf } from "./result.ts";
export { signedReading } from "./reading.ts";
export { factsOf, lastYearKey } from "./observe.ts";
export { nameOfKey, parseKey, unitName } from "./naming.ts";
export type * from "./result.ts";
export { explainProblem, suggestionOf } from "./accusation.ts";
export { explainInstance, explainRounding } from "./explain.ts";
export type { Witnesses } from "./network.ts";
