import type { MiddlewareHandler } from "hono";
import { sayUsual } from "./headers.ts";
import { problem } from "./problem.ts";

// The description of the API (OpenAPI) held against what is asked of it: what it does not know is said, and not left out of
// account. A misspelt filter would otherwise give a sum over everything.

/** What of an OpenAPI document is needed here. */
export interface Described {
  readonly paths?: Readonly<Record<string, object>> | undefined;
}

interface Operation {
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
}

interface Place {
  readonly pattern: RegExp;
  /** The names of the query, by method in capitals. */
  readonly methods: ReadonlyMap<string, readonly string[]>;
}

function placesOf({ paths = {} }: Described): Place[] {
  return Object.entries(paths).map(([path, operations]) => ({
    pattern: new RegExp(`^${path.replace(/[.]/g, "\\.").replace(/\{[^}]+\}/g, "[^/]+")}$`),
    methods: new Map(
      Object.entries(operations as Record<string, Operation>).map(([method, { parameters = [] }]) => [
        method.toUpperCase(),
        parameters.filter((one) => one.in === "query").map(({ name }) => name!),
      ]),
    ),
  }));
}

/** Refuses an address with the character NUL in it: no name has one, and PostgreSQL takes no text that does. */
export function withoutNul(): MiddlewareHandler {
  return (c, next) => {
    if (!/%00/.test(c.req.url)) return next();
    sayUsual(c);
    const detail = { zh: "地址里有空字符（%00）。", en: "The address has the character NUL (%00) in it." };
    return Promise.resolve(problem(c, "bad-request", detail));
  };
}

/** Refuses methods that a path does not have, and parameters that an operation does not have. */
export function asDescribed(document: () => Described): MiddlewareHandler {
  let places: Place[] | undefined;
  return (c, next) => {
    places ??= placesOf(document());
    const { path } = c.req;
    const here = places.filter(({ pattern }) => pattern.test(path));
    if (here.length === 0) return next();
    const method = c.req.method === "HEAD" ? "GET" : c.req.method;
    const names = here.map(({ methods }) => methods.get(method)).filter((one) => one !== undefined);
    if (names.length === 0) {
      const methods = [...new Set(here.flatMap((place) => [...place.methods.keys()]))];
      const allowed = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
      c.header("allow", allowed);
      return Promise.resolve(
        problem(c, "method-not-allowed", {
          zh: `${path} 只接受 ${allowed}。`,
          en: `${path} takes ${allowed} only.`,
        }),
      );
    }
    const known = new Set(names.flat());
    const unknown = Object.keys(c.req.query()).find((name) => !known.has(name));
    if (unknown === undefined) return next();
    const all = [...known].join("、");
    return Promise.resolve(
      problem(c, "bad-request", {
        zh: `没有参数“${unknown}”。${all === "" ? "这里没有参数。" : `有：${all}。`}`,
        en: `There is no parameter "${unknown}". ${all === "" ? "There is none here." : `There are: ${[...known].join(", ")}.`}`,
      }),
    );
  };
}
