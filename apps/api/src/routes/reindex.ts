import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Store } from "@juesuan/store";
import { problemResponses } from "../problem.ts";
import { refusalOf, type Token } from "../tokens.ts";

// A process of its own brings the index up to date when it opens a store. Where there is none, on an edge, whoever deployed
// a new version asks for it, some accounts at a time, until none is left.

const route = createRoute({
  method: "post",
  path: "/v1/reindex",
  tags: ["决算 Accounts"],
  summary: "升级之后重写检索用的索引 Write the index anew after an upgrade",
  description:
    "需要令牌。每次重写一部分，done 为 0 时已全部完成；其间查询照常。 Needs a token. Some accounts at a time; none are left when `done` is 0. Searches go on meanwhile.",
  security: [{ token: [] }],
  request: {
    query: z.object({
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(500)
        .optional()
        .openapi({ description: "至多几份，默认 20 At most so many accounts, 20 by default" }),
    }),
  },
  responses: {
    200: {
      description: "这次重写了几份 How many were written anew",
      content: { "application/json": { schema: z.object({ done: z.int() }) } },
    },
    ...problemResponses("bad-request", "unauthorised", "forbidden"),
  },
});

const SOME = 20;

export function reindexRoutes(store: Store, tokens: readonly Token[]) {
  const routes = new OpenAPIHono();
  routes.use("/v1/reindex", async (c, next) => (await refusalOf(c, tokens, "import")) ?? next());
  return routes.openapi(route, async (c) => {
    const { limit = SOME } = c.req.valid("query");
    return c.json({ done: await store.reindex(limit) }, 200);
  });
}
