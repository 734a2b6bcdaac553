import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { keyText, SeveritySchema } from "@juesuan/core";
import type { Store } from "@juesuan/store";
import { differenceOf } from "../difference.ts";
import { problem, problemResponses } from "../problem.ts";
import { sarifOf } from "../sarif.ts";
import { VERSION } from "../version.ts";
import { idParameter, missingAccount, revisionNumber } from "./parameters.ts";
import { filterOf, FilterSchema } from "./search.ts";
import {
  DifferenceSchema,
  DocumentReportSchema,
  RevisionSchema,
  AccountPageSchema,
  AccountSchema,
  DocumentSchema,
  FigureListSchema,
  FindingListSchema,
} from "../schemas.ts";

const tags = ["决算 Accounts"];
const params = z.object({ id: idParameter });

const list = createRoute({
  method: "get",
  path: "/v1/accounts",
  tags,
  summary: "部门决算列表 List accounts",
  description:
    "年度由近及远，其次按部门名称；查询时同一年度内先收录的在后。sort=recent 时不论年度，最近收录或重新公布的在前。 Newest year first, then by name; of a search, the newest recorded first within a year. With sort=recent, what was recorded or published anew last comes first, whatever its year.",
  request: {
    query: FilterSchema.extend({
      sort: z
        .enum(["year", "recent"])
        .optional()
        .openapi({ description: "次序，默认 year；翻页时不变 Order, `year` by default; the same for every page" }),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .optional()
        .openapi({ description: "每页条数，默认 50 Rows a page, 50 by default" }),
      count: z
        .enum(["exact"])
        .optional()
        .openapi({ description: "查询结果数到底；否则数到 200 为止 Count all of a search, not only the first 200" }),
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
  description: "Accept 为 application/sarif+json 时得到 SARIF 2.1.0。 SARIF 2.1.0 for that Accept.",
  request: {
    params,
    query: z.object({
      severity: SeveritySchema.optional().openapi({ description: "程度 Severity" }),
      relation: z.string().max(100).optional().openapi({ description: "关系 Relation" }),
      revision: revisionNumber.optional(),
    }),
  },
  responses: {
    200: {
      description: "问题 Findings",
      content: {
        "application/json": { schema: FindingListSchema },
        "application/sarif+json": { schema: z.object({ version: z.literal("2.1.0") }).loose() },
      },
    },
    ...problemResponses("not-found"),
  },
});

const report = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/report",
  tags,
  summary: "完整的校验报告 The whole report",
  request: { params, query: z.object({ revision: revisionNumber.optional() }) },
  responses: {
    200: { description: "报告 The report", content: { "application/json": { schema: DocumentReportSchema } } },
    ...problemResponses("not-found"),
  },
});

const revisions = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/revisions",
  tags,
  summary: "公布的各个版本 The revisions that were published",
  request: { params },
  responses: {
    200: {
      description: "版本 Revisions",
      content: { "application/json": { schema: z.object({ id: z.string(), revisions: z.array(RevisionSchema) }) } },
    },
    ...problemResponses("not-found"),
  },
});

const difference = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/revisions/{from}/diff/{to}",
  tags,
  summary: "两个版本的差异 What changed between two revisions",
  request: { params: params.extend({ from: revisionNumber, to: revisionNumber }) },
  responses: {
    200: { description: "差异 The difference", content: { "application/json": { schema: DifferenceSchema } } },
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

export function accountRoutes(store: Store) {
  const routes = new OpenAPIHono();

  routes.openapi(list, async (c) => {
    const { sort, limit, cursor, count, ...filter } = c.req.valid("query");
    const page = await store.list({
      ...filterOf(filter),
      ...(sort ? { sort } : {}),
      ...(limit === undefined ? {} : { limit }),
      ...(cursor ? { cursor } : {}),
      ...(count ? { count } : {}),
    });
    if (page.next) {
      const next = new URL(c.req.url);
      next.searchParams.set("cursor", page.next);
      c.header("link", `<${next.pathname}${next.search}>; rel="next"`);
    }
    return c.json({ accounts: [...page.items], total: page.total, exact: page.exact, next: page.next ?? null }, 200);
  });

  routes.openapi(get, async (c) => {
    const { id } = c.req.valid("param");
    const account = await store.get(id);
    if (!account) return problem(c, "not-found", missingAccount(id));
    return c.json({ ...account, revisions: [...(await store.revisions(id))] }, 200);
  });

  routes.openapi(findings, async (c) => {
    const { id } = c.req.valid("param");
    const { severity, relation, revision } = c.req.valid("query");
    const stored = await store.findings(id, revision);
    if (!stored) return problem(c, "not-found", missingAccount(id));
    const wanted = stored.filter(
      (finding) =>
        (severity === undefined || finding.severity === severity) &&
        (relation === undefined || finding.relation === relation),
    );
    if (c.req.header("accept")?.includes("application/sarif+json")) {
      const { file, sha256, department, fiscalYear } = (await store.get(id))!;
      const log = sarifOf([{ file, sha256, department, fiscalYear, findings: wanted }], VERSION);
      return c.body(JSON.stringify(log), 200, { "content-type": "application/sarif+json" }) as never;
    }
    return c.json({ id, findings: wanted }, 200);
  });

  routes.openapi(report, async (c) => {
    const { id } = c.req.valid("param");
    const reading = await store.reading(id, c.req.valid("query").revision);
    if (!reading) return problem(c, "not-found", missingAccount(id));
    return c.json(reading.report, 200);
  });

  routes.openapi(revisions, async (c) => {
    const { id } = c.req.valid("param");
    const found = await store.revisions(id);
    if (found.length === 0) return problem(c, "not-found", missingAccount(id));
    return c.json({ id, revisions: [...found] }, 200);
  });

  routes.openapi(difference, async (c) => {
    const { id, from, to } = c.req.valid("param");
    const [before, after] = await Promise.all([store.reading(id, from), store.reading(id, to)]);
    if (!before || !after) return problem(c, "not-found", missingAccount(id));
    return c.json({ id, from, to, ...differenceOf(before.report, after.report) } as never, 200);
  });

  routes.openapi(document, async (c) => {
    const { id } = c.req.valid("param");
    const reading = await store.reading(id);
    if (!reading) return problem(c, "not-found", missingAccount(id));
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
    if (!reading) return problem(c, "not-found", missingAccount(id));
    const wanted = reading.disclosure.figures.filter((figure) => concept === undefined || figure.concept === concept);
    const keyed = wanted.map((figure) => Object.assign({ key: keyText(figure.concept, figure.dimensions) }, figure));
    return c.json({ id, figures: keyed } as never, 200);
  });

  return routes;
}
