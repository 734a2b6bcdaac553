// The public face of the API; `@juesuan/api/node` serves it on Node.
export { createApp, type AppOptions, type Asset, type Assets, type RequestRecord } from "./app.ts";
export { isUnreadable, type Examine, type Unreadable } from "./examine.ts";
export { USUAL_LIMITS, type CallerOf, type Limits } from "./limits.ts";
export { parseTokens, type Scope, type Token } from "./tokens.ts";
export { PROBLEMS, type ProblemCode } from "./problem.ts";
