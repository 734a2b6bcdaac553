import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Store } from "@juesuan/store";

const route = createRoute({
  method: "get",
  path: "/health",
  tags: ["服务 Service"],
  summary: "是否正常 Whether the service and its store answer",
  responses: {
    200: {
      description: "正常 Well",
      content: { "application/json": { schema: z.object({ status: z.literal("ok"), accounts: z.int() }) } },
    },
  },
});

export function healthRoutes(store: Store) {
  return new OpenAPIHono().openapi(route, async (c) => {
    const { total } = await store.list({ limit: 1 });
    return c.json({ status: "ok" as const, accounts: total }, 200);
  });
}
