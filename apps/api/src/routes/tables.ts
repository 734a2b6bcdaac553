import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Store } from "@juesuan/store";
import { gridToCsv, gridsToXlsx, tablesOf, type Grid } from "@juesuan/writers";
import { problem, problemResponses } from "../problem.ts";
import { idParameter, missingAccount } from "./parameters.ts";

// All tables of an account, as JSON, CSV or a workbook: by the suffix of the address, or by Accept.

const tags = ["决算 Accounts"];
const GridSchema = z
  .object({
    table: z.string(),
    title: z.string(),
    unit: z.string(),
    head: z.array(z.array(z.object({ text: z.string() }).loose())),
    rows: z.array(z.array(z.object({ kind: z.string(), text: z.string(), key: z.string().optional() }).loose())),
    columnCount: z.int(),
    remark: z.string().optional(),
    emptiness: z.string().optional(),
    printed: z
      .object({
        at: z.int(),
        page: z.int().optional(),
        figures: z.int(),
        unread: z.int(),
        about: z.string().optional(),
        declared: z.string().optional(),
      })
      .optional()
      .openapi({
        description:
          "照原样逐格排出的表：在全文中的位置、印出的数字、没有读懂的数字。官方格式会丢失内容的表、没有登记的表（printed-1…）都这样给出 Set cell by cell as printed: where it begins in the text, how many figures it prints and how many were not understood; so stand tables of which the official form would lose something, and those that no form has (printed-1 …)",
      }),
  })
  .openapi("Grid", { description: "表头与各行；合并的单元格只出现一次 Headings and rows; a merged cell stands once" });

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const list = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/tables",
  tags,
  summary: "各张报表 The tables",
  description: "Accept 为 xlsx 时得到一个工作簿。 With an Accept for xlsx, a workbook.",
  request: { params: z.object({ id: idParameter }) },
  responses: {
    200: {
      description: "报表 Tables",
      content: {
        "application/json": { schema: z.object({ id: z.string(), tables: z.array(GridSchema) }) },
        [XLSX]: { schema: z.string().openapi({ format: "binary" }) },
      },
    },
    ...problemResponses("not-found"),
  },
});

const one = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/tables/{table}",
  tags,
  summary: "一张报表 One table",
  description: "表的编号，可带 .json、.csv、.xlsx。 The table's id, with .json, .csv or .xlsx if wanted.",
  request: {
    params: z.object({
      id: idParameter,
      table: z
        .string()
        .max(100)
        .openapi({ param: { name: "table", in: "path" }, example: "revenue-and-expenditure.csv" }),
    }),
  },
  responses: {
    200: {
      description: "报表 The table",
      content: {
        "application/json": { schema: GridSchema },
        "text/csv": { schema: z.string() },
        [XLSX]: { schema: z.string().openapi({ format: "binary" }) },
      },
    },
    ...problemResponses("not-found"),
  },
});

export function tableRoutes(store: Store) {
  const routes = new OpenAPIHono();
  const grids = async (account: string): Promise<readonly Grid[] | undefined> => {
    const reading = await store.reading(account);
    return reading && tablesOf(reading.disclosure, reading.document);
  };

  routes.openapi(list, async (c) => {
    const { id: account } = c.req.valid("param");
    const found = await grids(account);
    if (!found) return problem(c, "not-found", missingAccount(account));
    if (c.req.header("accept")?.includes(XLSX)) return workbook(c.body.bind(c), found, account);
    return c.json({ id: account, tables: [...found] } as never, 200);
  });

  routes.openapi(one, async (c) => {
    const { id: account, table } = c.req.valid("param");
    const { name, suffix } = /^(?<name>.+?)(?:\.(?<suffix>json|csv|xlsx))?$/s.exec(table)!.groups as {
      name: string;
      suffix?: string;
    };
    const found = await grids(account);
    if (!found) return problem(c, "not-found", missingAccount(account));
    const grid = found.find((candidate) => candidate.table === name);
    if (!grid) {
      return problem(c, "not-found", { zh: `此决算没有表“${name}”。`, en: `This account has no table "${name}".` });
    }
    const accept = c.req.header("accept") ?? "";
    if (suffix === "xlsx" || (!suffix && accept.includes(XLSX))) return workbook(c.body.bind(c), [grid], account);
    if (suffix === "csv" || (!suffix && accept.includes("text/csv"))) {
      // With a byte order mark: Excel takes Chinese without one for Latin.
      return c.body(`\ufeff${gridToCsv(grid)}`, 200, { "content-type": "text/csv; charset=utf-8" }) as never;
    }
    return c.json(grid as never, 200);
  });
  return routes;
}

type Body = (data: Uint8Array<ArrayBuffer>, status: 200, headers: Record<string, string>) => unknown;

function workbook(body: Body, grids: readonly Grid[], account: string) {
  const name = encodeURIComponent(`${account}.xlsx`);
  return body(new Uint8Array(gridsToXlsx(grids)), 200, {
    "content-type": XLSX,
    "content-disposition": `attachment; filename*=UTF-8''${name}`,
  }) as never;
}
