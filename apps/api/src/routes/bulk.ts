import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AccountSummary, Store } from "@juesuan/store";
import { gridsToXlsx, tablesOf } from "@juesuan/writers";
import { csvHeader, csvRow } from "../bulk/csv.ts";
import { ACCOUNT_FIELDS, accountCells, FIGURE_FIELDS, figureCells, type Cell, type Field } from "../bulk/fields.ts";
import { packageOf } from "../bulk/package.ts";
import { parquetOf } from "../bulk/parquet.ts";
import type { Spool } from "../bulk/spool.ts";
import { zipOf } from "../bulk/zip.ts";
import { matches } from "../cache.ts";
import { problemResponses } from "../problem.ts";
import { streamOf, whole } from "../ranges.ts";
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
      206: { description: "一部分 A part, of a file that is kept whole", content: { [type]: { schema: z.string() } } },
      304: { description: "未变 Not modified" },
      416: { description: "没有这一部分 There is no such part" },
      ...problemResponses("bad-request"),
    },
  });

const reports = download("reports.ndjson", "application/x-ndjson", "各份报告，每行一份 Reports, one a line");
const figures = download("figures.csv", "text/csv", "全部数字及出处 Every figure and its place");
const accounts = download("accounts.csv", "text/csv", "各份决算的摘要 A line for each account");
const PARQUET = "application/vnd.apache.parquet";
const accountsParquet = download("accounts.parquet", PARQUET, "各份决算的摘要，Parquet A row for each account");
const figuresParquet = download("figures.parquet", PARQUET, "全部数字，Parquet，金额为 DECIMAL Every figure");
const workbooks = download(
  "workbooks.zip",
  "application/zip",
  "各份的官方表式，Excel The official tables as workbooks",
);
const descriptor = download("datapackage.json", "application/json", "财政数据包的描述 The data package's descriptor");

const years = createRoute({
  method: "get",
  path: "/v1/bulk",
  tags,
  summary: "有哪些年度、哪些文件 Which years there are, and which files of each",
  responses: {
    200: {
      description: "年度 Years",
      content: {
        "application/json": {
          schema: z
            .object({
              years: z.array(
                z.object({
                  year: z.int(),
                  accounts: z.int(),
                  files: z.array(z.object({ name: z.string(), type: z.string(), href: z.string() })),
                }),
              ),
            })
            .openapi("BulkYears"),
        },
      },
    },
  },
});

/** The files of a year, as they are described above. */
const FILES = [reports, figures, accounts, figuresParquet, accountsParquet, workbooks, descriptor].map(
  ({ path, responses }) => ({
    name: path.slice(path.lastIndexOf("/") + 1),
    type: Object.keys(responses[200].content)[0]!,
  }),
);

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

const encoder = new TextEncoder();

async function* reportLines(store: Store, wanted: number): AsyncGenerator<Uint8Array> {
  for await (const { id } of accountsOf(store, wanted)) {
    const reading = await store.reading(id);
    if (reading) yield encoder.encode(`${JSON.stringify({ id, ...reading.report })}\n`);
  }
}

async function* accountRows(store: Store, wanted: number): AsyncGenerator<Cell[]> {
  for await (const account of accountsOf(store, wanted)) yield accountCells(account);
}

async function* figureRows(store: Store, wanted: number): AsyncGenerator<Cell[]> {
  for await (const { id } of accountsOf(store, wanted)) {
    const reading = await store.reading(id);
    for (const fact of reading?.report.facts ?? []) yield figureCells(id, fact);
  }
}

/** Lines that are handed on together. */
const LINES = 500;

async function* csvOf(fields: readonly Field[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Uint8Array> {
  let lines = [csvHeader(fields)];
  for await (const row of rows) {
    lines.push(csvRow(row));
    if (lines.length >= LINES) {
      yield encoder.encode(lines.join(""));
      lines = [];
    }
  }
  yield encoder.encode(lines.join(""));
}

/** The tables of every account, a workbook each. */
async function* workbooksOf(store: Store, wanted: number) {
  for await (const { id, department } of accountsOf(store, wanted)) {
    const reading = await store.reading(id);
    const grids = reading ? tablesOf(reading.disclosure, reading.document) : [];
    if (grids.length === 0) continue;
    // Names of the store's own making, and no path of anyone else's.
    const name = `${id} ${department}`.replace(/[^\p{L}\p{N} ._-]/gu, "_").replace(/^\.+/, "_");
    yield { name: `${name}.xlsx`, bytes: gridsToXlsx(grids) };
  }
}

/** A file of a year: what it is called, what it is, and how it is made. */
interface Made {
  readonly name: string;
  readonly type: string;
  readonly make: () => AsyncGenerator<Uint8Array>;
}

export function bulkRoutes(store: Store, spool?: Spool) {
  const routes = new OpenAPIHono();

  /** The file, of which a caller who has it need not be told again; a part of it where it is kept whole. */
  async function give(c: Context, wanted: number, { name, type, make }: Made): Promise<never> {
    const version = `${await store.state(wanted)}-${VERSION}`;
    const usual = {
      "content-type": type,
      "content-disposition": `attachment; filename="juesuan-${wanted}-${name}"`,
      "cache-control": "no-cache",
    };
    const file = `${wanted}/${name}`;
    const kept = spool?.whole(file, version);
    // While it is made it has no tag of its bytes yet; that of the year says the same as long as nothing changes.
    const etag = `W/"${version}"`;
    const known = c.req.header("if-none-match");
    if (matches(known, etag) || (kept && matches(known, kept.etag)))
      return c.body(null, 304, { etag: kept?.etag ?? etag, "cache-control": "no-cache" }) as never;
    if (kept) return whole(c, kept, usual) as never;
    const headers = { ...usual, etag, "accept-ranges": "none" };
    if (c.req.method === "HEAD") return c.body(null, 200, headers) as never;
    return c.body(streamOf(spool?.made(file, version, make) ?? make()), 200, headers) as never;
  }

  const CSV = "text/csv; charset=utf-8";
  routes.openapi(years, async (c) => {
    const counts = (await store.facets()).year.filter(({ value }) => Number(value) > 0);
    const named = counts
      .map(({ value, count }) => ({
        year: Number(value),
        accounts: count,
        files: FILES.map((file) => Object.assign({ href: `/v1/bulk/${value}/${file.name}` }, file)),
      }))
      .sort((left, right) => right.year - left.year);
    return c.json({ years: named }, 200);
  });
  routes.openapi(reports, (c) => {
    const { year: wanted } = c.req.valid("param");
    return give(c, wanted, {
      name: "reports.ndjson",
      type: "application/x-ndjson",
      make: () => reportLines(store, wanted),
    });
  });
  routes.openapi(accounts, (c) => {
    const { year: wanted } = c.req.valid("param");
    return give(c, wanted, {
      name: "accounts.csv",
      type: CSV,
      make: () => csvOf(ACCOUNT_FIELDS, accountRows(store, wanted)),
    });
  });
  routes.openapi(figures, (c) => {
    const { year: wanted } = c.req.valid("param");
    return give(c, wanted, {
      name: "figures.csv",
      type: CSV,
      make: () => csvOf(FIGURE_FIELDS, figureRows(store, wanted)),
    });
  });
  routes.openapi(accountsParquet, (c) => {
    const { year: wanted } = c.req.valid("param");
    return give(c, wanted, {
      name: "accounts.parquet",
      type: PARQUET,
      make: () => parquetOf(ACCOUNT_FIELDS, accountRows(store, wanted)),
    });
  });
  routes.openapi(figuresParquet, (c) => {
    const { year: wanted } = c.req.valid("param");
    return give(c, wanted, {
      name: "figures.parquet",
      type: PARQUET,
      make: () => parquetOf(FIGURE_FIELDS, figureRows(store, wanted)),
    });
  });
  routes.openapi(workbooks, (c) => {
    const { year: wanted } = c.req.valid("param");
    return give(c, wanted, {
      name: "workbooks.zip",
      type: "application/zip",
      make: () => zipOf(workbooksOf(store, wanted)),
    });
  });
  routes.openapi(descriptor, (c) => c.json(packageOf(c.req.valid("param").year) as never, 200));
  return routes;
}
