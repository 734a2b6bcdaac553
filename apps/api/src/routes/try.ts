import { Hono } from "hono";
import { problem } from "../problem.ts";

// The page at /docs has no script: its forms come here, and go on to the address that they describe.

/** The hidden field that says which address of the description is tried. */
export const TRIED = "_path";

/** What of an OpenAPI document is needed here. */
interface Described {
  readonly paths?: Readonly<Record<string, object>> | undefined;
}

/**
 * Sends a form of the page on to what it asks: the fields that stand in the path are put there, those that nobody filled in
 * are left out. It leads to addresses of the description alone, and nowhere else.
 */
export function tryRoutes(document: () => Described) {
  return new Hono().get("/docs/try", (c) => {
    const { [TRIED]: path = "", ...fields } = c.req.query();
    const described = document().paths ?? {};
    if (!Object.hasOwn(described, path) || !("get" in described[path]!)) {
      return problem(c, "not-found", { zh: `接口说明里没有 ${path}。`, en: `There is no ${path} in the description.` });
    }
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(fields[name]?.trim() ?? ""));
    const query = new URLSearchParams(
      Object.entries(fields).filter(([name, value]) => value.trim() !== "" && !path.includes(`{${name}}`)),
    );
    return c.redirect(query.size === 0 ? address : `${address}?${query.toString()}`, 303);
  });
}
