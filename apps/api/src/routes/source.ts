import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Store } from "@juesuan/store";
import { matches } from "../cache.ts";
import { problem, problemResponses } from "../problem.ts";
import { whole } from "../ranges.ts";
import { idParameter, revisionNumber } from "./parameters.ts";

// The bytes that were published. They come from anyone: a browser must neither run them nor show them as ours.

const TYPES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xls: "application/vnd.ms-excel",
  html: "text/html",
  text: "text/plain",
};

const route = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/source",
  tags: ["决算 Accounts"],
  summary: "公布的原文件 The published file itself",
  description:
    "逐字节与公布的相同；ETag 是其 SHA-256。没有留存时为 404。 The published bytes; the ETag is their SHA-256. 404 where they were not kept.",
  request: {
    params: z.object({ id: idParameter }),
    query: z.object({ revision: revisionNumber.optional() }),
  },
  responses: {
    200: {
      description: "原文件 The file",
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
    206: {
      description: "一部分 A part of it",
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
    },
    304: { description: "未变 Not modified" },
    416: { description: "没有这一部分 There is no such part" },
    ...problemResponses("bad-request", "not-found"),
  },
});

export function sourceRoutes(store: Store) {
  return new OpenAPIHono().openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const { revision } = c.req.valid("query");
    const source = await store.source(id, revision);
    if (!source) {
      return problem(c, "not-found", {
        zh: `没有编号为“${id}”的决算，或没有留存它的原文件。`,
        en: `There is no account with the id "${id}", or its file was not kept.`,
      });
    }
    const etag = `"${source.sha256}"`;
    const headers = {
      // A revision's bytes never change; the newest revision may be another tomorrow.
      "cache-control": revision === undefined ? "no-cache" : "public, max-age=31536000, immutable",
      "content-type": TYPES[source.format] ?? "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(source.file)}`,
    };
    if (matches(c.req.header("if-none-match"), etag)) {
      return c.body(null, 304, { etag, "cache-control": headers["cache-control"] }) as never;
    }
    const { size } = source;
    return whole(c, { size, etag, bytes: (start, end) => source.parts(start, end) }, headers) as never;
  });
}
