// The public face of the client.
export { createClient, type Client, type ClientOptions } from "./client.ts";
export { ApiProblem } from "./problem.ts";
export type * from "./answers.ts";
