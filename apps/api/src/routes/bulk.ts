import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AccountSummary, Store } from "@juesuan/store";
import { problemResponses } from "../problem.ts";
import { VERSION } from "../version.ts";

// All of a year at once, streamed: a nation's accounts need not fit into memory here or there.

const tags = ["批量 Bulk"];
const year = z.coerce
  .number()
  .int()
  .min(1949)
  .max(2999)
  .openapi({ param: { name: "year", in: "path" }, example: 2023 });

const download = (suffix: string, type: string, summary: string) =>
  createRoute({
    method: "get",
    path: `/v1/bulk/{year}/${suffix}`,
    tags,
    summary,
    request: { params: z.object({ year }) },
    responses: {
      200: { description: summary, content: { [type]: { schema: z.string() } } },
      ...problemResponses("bad-request"),
    },
  });

const reports = download("reports.ndjson", "application/x-ndjson", "各份报告，每行一份 Reports, one a line");
const figures = download("figures.csv", "text/csv", "全部数字及出处 Every figure and its place");
const accounts = download("accounts.csv", "text/csv", "各份决算的摘要 A line for each account");
const descriptor = download("datapackage.json", "application/json", "财政数据包的描述 The data package's descriptor");

const PAGE = 100;

/** Every account of a year, page by page. */
async function* accountsOf(store: Store, wanted: number): AsyncGenerator<AccountSummary> {
  let cursor: string | undefined;
  do {
    const page = await store.list({ year: wanted, limit: PAGE, ...(cursor ? { cursor } : {}) });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}

/** RFC 4180; text that a spreadsheet would run as a formula gets an apostrophe, a signed number does not. */
function rowOf(cells: readonly (string | number | undefined)[]): string {
  const fields = cells.map((cell) => {
    const text = String(cell ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d.,]*%?$/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${fields.join(",")}\r\n`;
}

interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number";
  readonly title: string;
}

const ACCOUNT_FIELDS: readonly Field[] = [
  { name: "id", type: "string", title: "编号" },
  { name: "department", type: "string", title: "部门" },
  { name: "fiscal_year", type: "integer", title: "年度" },
  { name: "region", type: "string", title: "地区" },
  { name: "profile", type: "string", title: "公开格式" },
  { name: "revision", type: "integer", title: "版本" },
  { name: "sha256", type: "string", title: "文件哈希" },
  { name: "printed", type: "integer", title: "印出的数字" },
  { name: "bound", type: "integer", title: "已识别" },
  { name: "errors", type: "integer", title: "错误" },
  { name: "warnings", type: "integer", title: "提示" },
];

const FIGURE_FIELDS: readonly Field[] = [
  { name: "account", type: "string", title: "决算编号" },
  { name: "key", type: "string", title: "含义" },
  { name: "concept", type: "string", title: "概念" },
  { name: "value", type: "number", title: "数值，按印出的" },
  { name: "unit", type: "string", title: "单位" },
  { name: "direction", type: "string", title: "增减" },
  { name: "functional", type: "string", title: "功能分类" },
  { name: "economic", type: "string", title: "经济分类" },
  { name: "fund", type: "string", title: "资金" },
  { name: "section", type: "string", title: "章节" },
  { name: "table", type: "string", title: "表" },
  { name: "row", type: "string", title: "行" },
  { name: "column", type: "string", title: "列" },
  { name: "page", type: "integer", title: "页" },
];

const header = (fields: readonly Field[]) => rowOf(fields.map(({ name }) => name));

async function* reportLines(store: Store, wanted: number): AsyncGenerator<string> {
  for await (const { id } of accountsOf(store, wanted)) {
    const reading = await store.reading(id);
    if (reading) yield `${JSON.stringify({ id, ...reading.report })}\n`;
  }
}

async function* accountRows(store: Store, wanted: number): AsyncGenerator<string> {
  yield header(ACCOUNT_FIELDS);
  for await (const account of accountsOf(store, wanted)) {
    const { id, department, fiscalYear, region, profile, revision, sha256, figures: counted, findings } = account;
    const { printed, bound } = counted;
    const { errors, warnings } = findings;
    yield rowOf([id, department, fiscalYear, region, profile, revision, sha256, printed, bound, errors, warnings]);
  }
}

async function* figureRows(store: Store, wanted: number): AsyncGenerator<string> {
  yield header(FIGURE_FIELDS);
  for await (const { id } of accountsOf(store, wanted)) {
    const reading = await store.reading(id);
    const rows = (reading?.report.facts ?? []).map(({ key, concept, value, unit, direction, dimensions, source }) => {
      const { functional, economic, fund } = dimensions;
      const { section, table, row, column, page } = source;
      const place = [section, table, row, column, page];
      return rowOf([id, key, concept, value, unit, direction, functional, economic, fund, ...place]);
    });
    if (rows.length > 0) yield rows.join("");
  }
}

/** A Fiscal Data Package: the resources, their fields, what is measure and what is dimension. */
function packageOf(wanted: number) {
  const resource = (name: string, fields: readonly Field[], keys: readonly string[]) => ({
    name,
    path: `${name}.csv`,
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { lineTerminator: "\r\n" },
    schema: {
      fields: fields.map(({ name: own, type, title }) => ({ name: own, type, title })),
      missingValues: [""],
      ...(keys.length > 0 ? { primaryKey: keys } : {}),
      ...(name === "figures"
        ? { foreignKeys: [{ fields: "account", reference: { resource: "accounts", fields: "id" } }] }
        : {}),
    },
  });
  return {
    profile: "tabular-data-package",
    name: `juesuan-${wanted}`,
    title: `${wanted} 年度部门决算`,
    version: VERSION,
    countryCode: "CN",
    fiscalPeriod: { start: `${wanted}-01-01`, end: `${wanted}-12-31` },
    resources: [resource("accounts", ACCOUNT_FIELDS, ["id"]), resource("figures", FIGURE_FIELDS, [])],
  };
}

function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

export function bulkRoutes(store: Store) {
  const routes = new OpenAPIHono();
  const stream = (lines: AsyncGenerator<string>, type: string, name: string) =>
    new Response(streamOf(lines), {
      headers: { "content-type": type, "content-disposition": `attachment; filename="${name}"` },
    }) as never;
  routes.openapi(reports, (c) => {
    const { year: wanted } = c.req.valid("param");
    return stream(reportLines(store, wanted), "application/x-ndjson", `juesuan-${wanted}-reports.ndjson`);
  });
  routes.openapi(accounts, (c) => {
    const { year: wanted } = c.req.valid("param");
    return stream(accountRows(store, wanted), "text/csv; charset=utf-8", `juesuan-${wanted}-accounts.csv`);
  });
  routes.openapi(figures, (c) => {
    const { year: wanted } = c.req.valid("param");
    return stream(figureRows(store, wanted), "text/csv; charset=utf-8", `juesuan-${wanted}-figures.csv`);
  });
  routes.openapi(descriptor, (c) => c.json(packageOf(c.req.valid("param").year) as never, 200));
  return routes;
}
