import { OpenAPIHono } from "@hono/zod-openapi";

export function catalogueRoutes() {
  return new OpenAPIHono();
}
