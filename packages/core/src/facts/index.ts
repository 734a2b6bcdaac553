export * from "./key.ts";
export * from "./concepts.ts";
export type * from "./disclosure.ts";
