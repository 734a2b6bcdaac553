import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { refusalToKeep, type Store } from "@juesuan/store";
import { isUnreadable, type Examine } from "../examine.ts";
import { problem, problemResponses } from "../problem.ts";
import { refusalOf, type Token } from "../tokens.ts";

const binary = z.string().openapi({ format: "binary" });

const route = createRoute({
  method: "post",
  path: "/v1/accounts",
  tags: ["决算 Accounts"],
  summary: "收录一份决算 Put an account into the store",
  description:
    "需要令牌。同一份文件收录两次不变；重新公布的成为新版本。 Needs a token. Twice changes nothing; published anew is a new revision.",
  security: [{ token: [] }],
  request: {
    query: z.object({
      name: z.string().max(255).optional().openapi({ description: "文件名 The file's name" }),
      region: z
        .string()
        .max(100)
        .optional()
        .openapi({ description: "地区 The region", example: "四川省攀枝花市仁和区" }),
    }),
    body: {
      required: true,
      content: { "application/octet-stream": { schema: binary }, "application/pdf": { schema: binary } },
    },
  },
  responses: {
    200: {
      description: "已收录 Stored",
      content: {
        "application/json": {
          schema: z.object({
            id: z.string(),
            revision: z.int(),
            outcome: z.enum(["created", "revised", "reread", "unchanged"]),
            findings: z.object({ errors: z.int(), warnings: z.int() }),
          }),
        },
      },
    },
    ...problemResponses("bad-request", "unauthorised", "forbidden", "too-large", "unreadable"),
  },
});

export function importRoutes(store: Store, examine: Examine, tokens: readonly Token[]) {
  const routes = new OpenAPIHono();
  routes.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  routes.openAPIRegistry.registerPath(route);
  return routes.post("/v1/accounts", async (c) => {
    // Before the body is read: who may not write need not send it.
    const refusal = await refusalOf(c, tokens, "import");
    if (refusal) return refusal;
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    if (bytes.length === 0) return problem(c, "empty-document");
    const { name, region } = c.req.query();
    try {
      const examination = await examine(bytes, name ? { name: name.slice(0, 255) } : {});
      const { findings, kind } = examination.report;
      const unfit = refusalToKeep(examination);
      if (unfit) return problem(c, "not-final-accounts", unfit, { kind });
      const put = await store.putDocument({
        ...examination,
        source: bytes,
        ...(region ? { region: region.slice(0, 100) } : {}),
      });
      const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
      return c.json({ ...put, findings: { errors: count("error"), warnings: count("warning") } });
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return problem(c, "unreadable", { zh: error.message, en: error.messageEn }, { reason: error.code });
    }
  });
}
