import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { keyText } from "@juesuan/core";
import type { Store } from "@juesuan/store";
import { problem, problemResponses } from "../problem.ts";
import { AccountPageSchema, AccountSchema, DocumentSchema, FigureListSchema, FindingListSchema } from "../schemas.ts";

const tags = ["决算 Accounts"];
const params = z.object({
  id: z
    .string()
    .max(200)
    .openapi({ param: { name: "id", in: "path" }, example: "renhe-hrss-2023" }),
});

const list = createRoute({
  method: "get",
  path: "/v1/accounts",
  tags,
  summary: "部门决算列表 List accounts",
  description: "年度由近及远，其次按部门名称。 Newest year first, then by name.",
  request: {
    query: z.object({
      department: z
        .string()
        .max(100)
        .optional()
        .openapi({ description: "部门名称包含的文字 Words in the department's name", example: "人力资源" }),
      year: z.coerce
        .number()
        .int()
        .min(1949)
        .max(2999)
        .optional()
        .openapi({ description: "年度 Fiscal year", example: 2023 }),
      region: z
        .string()
        .max(100)
        .optional()
        .openapi({ description: "地区包含的文字 Words in the region", example: "攀枝花" }),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .optional()
        .openapi({ description: "每页条数，默认 50 Rows a page, 50 by default" }),
      cursor: z
        .string()
        .max(1000)
        .optional()
        .openapi({ description: "上一页给出的 next The `next` of the page before" }),
    }),
  },
  responses: {
    200: { description: "一页 A page", content: { "application/json": { schema: AccountPageSchema } } },
    ...problemResponses("bad-request"),
  },
});

const get = createRoute({
  method: "get",
  path: "/v1/accounts/{id}",
  tags,
  summary: "一个部门一年的决算 One department's one year",
  request: { params },
  responses: {
    200: { description: "决算 The account", content: { "application/json": { schema: AccountSchema } } },
    ...problemResponses("not-found"),
  },
});

const findings = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/findings",
  tags,
  summary: "校验发现的问题 What checking found",
  request: { params },
  responses: {
    200: { description: "问题 Findings", content: { "application/json": { schema: FindingListSchema } } },
    ...problemResponses("not-found"),
  },
});

const document = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/document",
  tags,
  summary: "原文与其中的数字 The text and the figures in it",
  description: "start、end 是 text 的 UTF-16 偏移。 Offsets are UTF-16 offsets into `text`.",
  request: { params },
  responses: {
    200: { description: "原文 The document", content: { "application/json": { schema: DocumentSchema } } },
    ...problemResponses("not-found"),
  },
});

const figures = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/figures",
  tags,
  summary: "已识别的数字，按含义 Bound figures by what they measure",
  request: {
    params,
    query: z.object({
      concept: z.string().max(100).optional().openapi({ description: "概念 Concept", example: "expenditure" }),
    }),
  },
  responses: {
    200: { description: "数字 Figures", content: { "application/json": { schema: FigureListSchema } } },
    ...problemResponses("not-found"),
  },
});

const missing = (id: string) => ({ zh: `没有编号为“${id}”的决算。`, en: `There is no account with the id "${id}".` });

export function accountRoutes(store: Store) {
  const routes = new OpenAPIHono();

  routes.openapi(list, async (c) => {
    const { department, year, region, limit, cursor } = c.req.valid("query");
    const page = await store.list({
      ...(department ? { department } : {}),
      ...(year === undefined ? {} : { year }),
      ...(region ? { region } : {}),
      ...(limit === undefined ? {} : { limit }),
      ...(cursor ? { cursor } : {}),
    });
    if (page.next) {
      const next = new URL(c.req.url);
      next.searchParams.set("cursor", page.next);
      c.header("link", `<${next.pathname}${next.search}>; rel="next"`);
    }
    return c.json({ accounts: [...page.items], total: page.total, next: page.next ?? null }, 200);
  });

  routes.openapi(get, async (c) => {
    const { id } = c.req.valid("param");
    const account = await store.get(id);
    if (!account) return problem(c, "not-found", missing(id));
    return c.json({ ...account, revisions: [...(await store.revisions(id))] }, 200);
  });

  routes.openapi(findings, async (c) => {
    const { id } = c.req.valid("param");
    const found = await store.findings(id);
    if (!found) return problem(c, "not-found", missing(id));
    return c.json({ id, findings: [...found] }, 200);
  });

  routes.openapi(document, async (c) => {
    const { id } = c.req.valid("param");
    const reading = await store.reading(id);
    if (!reading) return problem(c, "not-found", missing(id));
    const { document: read, report, disclosure, revision } = reading;
    const { format, text, pages, blocks, oddities } = read;
    const { sections, tables } = disclosure;
    const { facts, unbound } = report;
    return c.json(
      { id, revision, format, text, pages, blocks, sections, tables, oddities, facts, unbound } as never,
      200,
    );
  });

  routes.openapi(figures, async (c) => {
    const { id } = c.req.valid("param");
    const { concept } = c.req.valid("query");
    const reading = await store.reading(id);
    if (!reading) return problem(c, "not-found", missing(id));
    const wanted = reading.disclosure.figures.filter((figure) => concept === undefined || figure.concept === concept);
    const keyed = wanted.map((figure) => Object.assign({ key: keyText(figure.concept, figure.dimensions) }, figure));
    return c.json({ id, figures: keyed } as never, 200);
  });

  return routes;
}
