// The public face of the API; `@juesuan/api/node` serves it on Node.
export { createApp, type AppOptions, type Asset, type Assets } from "./app.ts";
export { isUnreadable, type Examine, type Unreadable } from "./examine.ts";
export { PROBLEMS, type ProblemCode } from "./problem.ts";
