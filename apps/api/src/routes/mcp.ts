import { Hono } from "hono";
import type { Store } from "@juesuan/store";
import type { Examine } from "../examine.ts";
import { answerMcp, toolsOf } from "../mcp.ts";
import { VERSION } from "../version.ts";

/** The endpoint of the Model Context Protocol. It streams nothing and keeps no session, so GET and DELETE have no use. */
export function mcpRoutes(store: Store, examine: Examine, onError?: (error: unknown, requestId: string) => void) {
  const tools = toolsOf(store, examine);
  return new Hono()
    .post("/mcp", async (c) => {
      const { status, body } = await answerMcp(await c.req.text(), tools, {
        version: VERSION,
        onError: (error) => onError?.(error, c.get("requestId") as string),
      });
      return body === undefined ? c.body(null, status) : c.json(body as object, status);
    })
    .on(["GET", "DELETE"], "/mcp", (c) => c.body(null, 405, { allow: "POST" }));
}
