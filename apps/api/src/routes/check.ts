import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { isUnreadable, type Examine } from "../examine.ts";
import { problem, problemResponses } from "../problem.ts";
import { reportOf, ReportSchema } from "../schemas.ts";

const binary = z.string().openapi({ format: "binary" });

const route = createRoute({
  method: "post",
  path: "/v1/check",
  tags: ["校验 Checking"],
  summary: "校验一份文件 Check a document",
  description:
    "文件作为请求体，或作为 multipart 的 file 字段；不留存。 The file is the body, or the field `file` of a form; nothing is stored.",
  request: {
    query: z.object({
      name: z
        .string()
        .max(255)
        .optional()
        .openapi({ description: "文件名，有助于识别格式 The file's name, a hint of its format" }),
    }),
    body: {
      required: true,
      content: {
        "application/octet-stream": { schema: binary },
        "text/plain": { schema: z.string() },
        "application/pdf": { schema: binary },
        "multipart/form-data": { schema: z.object({ file: binary }) },
      },
    },
  },
  responses: {
    200: { description: "校验报告 The report", content: { "application/json": { schema: ReportSchema } } },
    ...problemResponses("bad-request", "too-large", "unreadable"),
  },
});

export function checkRoutes(examine: Examine) {
  const routes = new OpenAPIHono();
  // The route is described above and handled here without the validator, which would read the body as text or form.
  routes.openAPIRegistry.registerPath(route);
  return routes.post("/v1/check", async (c) => {
    const type = c.req.header("content-type") ?? "";
    const multipart = type.startsWith("multipart/form-data");
    const sent = multipart
      ? await formFile(c.req.raw)
      : { bytes: new Uint8Array(await c.req.arrayBuffer()), name: c.req.query("name"), type };
    if (!sent || sent.bytes.length === 0) {
      return problem(c, "empty-document", {
        zh: "请把文件作为请求体发送，或作为 multipart 表单的 file 字段。",
        en: "Send the file as the body, or as the field `file` of a multipart form.",
      });
    }
    try {
      const { report, disclosure } = await examine(sent.bytes, {
        ...(sent.name ? { name: sent.name } : {}),
        ...(sent.type && sent.type !== "application/octet-stream" ? { type: sent.type } : {}),
      });
      if (disclosure.refusal) return problem(c, "not-final-accounts", disclosure.refusal, { kind: disclosure.kind });
      return c.json(reportOf([report]));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      return problem(c, "unreadable", { zh: error.message, en: error.messageEn }, { reason: error.code });
    }
  });
}

async function formFile(request: Request) {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get("file");
  if (!(file instanceof File)) return undefined;
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, type: file.type };
}
