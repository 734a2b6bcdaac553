import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { ratioOf, type Filter, type Store } from "@juesuan/store";
import { problem, problemResponses } from "../problem.ts";

// What can be asked of all accounts together.

const tags = ["查询 Search"];

/** The query parameters that choose accounts; the list, the facets and the sums take the same ones. */
export const FilterSchema = z.object({
  q: z.string().max(200).optional().openapi({
    description: "部门、地区、科目、标题和正文中的文字，一个字也可 Words in names, items, headings and the prose",
    example: "养老",
  }),
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
  division: z
    .string()
    .regex(/^\d{2}(?:\d{2}){0,2}$/)
    .optional()
    .openapi({
      description: "行政区划代码，两位、四位或六位 Code of the division or what contains it",
      example: "5104",
    }),
  level: z
    .enum(["province", "prefecture", "county", "township"])
    .optional()
    .openapi({ description: "省级、地级、县级、乡级 Level" }),
  functional: z
    .string()
    .regex(/^\d{3}(?:\d{2}){0,2}$/)
    .optional()
    .openapi({ description: "有此功能分类科目支出的 With expenditure under this functional code", example: "208" }),
  fund: z
    .enum(["appropriation", "general", "government-fund", "state-capital"])
    .optional()
    .openapi({ description: "有此类资金的 With money of this fund" }),
  severity: z
    .enum(["error", "warning"])
    .optional()
    .openapi({ description: "有此类问题的 With findings of this severity" }),
});

/** The filter without what was not given. */
export function filterOf(query: z.infer<typeof FilterSchema>): Filter {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ""));
}

/** How some accounts fare. */
const FARE = {
  errorsFound: z.int().openapi({
    description:
      "这些决算里的错误总数，除以份数即每份错误数 Errors in all of them: divided by their number, errors per document",
  }),
  figures: z
    .object({ printed: z.int(), bound: z.int() })
    .openapi({ description: "印出的数字，和其中读懂了的 Figures printed, and those of them understood" }),
};

const FacetSchema = z.object({
  value: z.string(),
  count: z.int().openapi({ description: "份数 Accounts" }),
  withErrors: z.int().openapi({ description: "其中有错误的份数 Those with at least one error" }),
  ...FARE,
});

const facets = createRoute({
  method: "get",
  path: "/v1/facets",
  tags,
  summary: "可按什么缩小范围，各有多少 What the list can be narrowed by, with counts",
  request: { query: FilterSchema },
  responses: {
    200: {
      description: "分组计数 Counts",
      content: {
        "application/json": {
          schema: z
            .object({
              total: z.int(),
              exact: z
                .boolean()
                .openapi({ description: "false：只数了最近的 1000 份 Only the newest 1,000 were counted" }),
              errors: z.int().openapi({ description: "有错误的份数 Accounts with at least one error" }),
              warnings: z.int().openapi({ description: "有提示的份数 Accounts with at least one warning" }),
              ...FARE,
              year: z.array(FacetSchema),
              region: z.array(FacetSchema),
              province: z.array(FacetSchema),
              functional: z.array(FacetSchema),
            })
            .openapi("Facets"),
        },
      },
    },
    ...problemResponses("bad-request"),
  },
});

const aggregate = createRoute({
  method: "get",
  path: "/v1/aggregate",
  tags,
  summary: "按年度、地区、功能分类或经济分类合计 Sums by year, region, functional or economic class",
  description:
    "金额以分计，为精确整数；yuan 为元。总是全部符合条件的决算之和：全国、一省、一市（division 两位或四位）与年度的合计在收录时已经算好，其他条件逐份相加。 Amounts are whole 分 (0.01 yuan); `yuan` is the same in yuan. Always the sum of all accounts that answer to the filter: those of the nation, a province or a prefecture (`division` of two or four digits) and of a year are kept; with other filters they are added up.",
  request: {
    query: FilterSchema.extend({
      by: z
        .enum(["year", "region", "functional", "economic"])
        .openapi({ description: "分组 Group", example: "functional" }),
      concept: z
        .enum(["revenue", "expenditure"])
        .optional()
        .openapi({ description: "默认支出 Expenditure by default" }),
      of: FilterSchema.shape.fund.openapi({ description: "只计此类资金 Of this fund only" }),
    }),
  },
  responses: {
    200: {
      description: "合计 Sums",
      content: {
        "application/json": {
          schema: z
            .object({
              by: z.string(),
              sums: z.array(z.object({ value: z.string(), accounts: z.int(), fen: z.int(), yuan: z.string() })),
            })
            .openapi("Sums"),
        },
      },
    },
    ...problemResponses("bad-request"),
  },
});

const compare = createRoute({
  method: "get",
  path: "/v1/compare",
  tags,
  summary: "并列几份决算的金额 Amounts of several accounts side by side",
  request: {
    query: z.object({
      ids: z.string().max(4000).openapi({ description: "编号，以逗号分隔，至多 20 个 Ids, at most 20, by commas" }),
      keys: z
        .string()
        .max(4000)
        .optional()
        .openapi({ description: "只要这些，以分号分隔 Only these, by semicolons", example: "revenue;expenditure" }),
      per: z
        .enum(["head", "million"])
        .optional()
        .openapi({ description: "按在职人数或每百万元支出折算 For each head of staff, or each million yuan spent" }),
    }),
  },
  responses: {
    200: {
      description: "各行为一项，各列为一份，以分计 A row for each quantity, a column for each account, in 分",
      content: {
        "application/json": {
          schema: z
            .object({
              ids: z.array(z.string()),
              rows: z.array(
                z.object({
                  key: z.string(),
                  fen: z.array(z.int().nullable()),
                  ratio: z
                    .array(z.int().nullable())
                    .optional()
                    .openapi({ description: "per 给出时的折算，以分计 The ratios that `per` asks for, in 分" }),
                }),
              ),
            })
            .openapi("ComparedAccounts"),
        },
      },
    },
    ...problemResponses("bad-request", "not-found"),
  },
});

/** Whole 分 as a decimal of yuan. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const MOST_COMPARED = 20;

export function searchRoutes(store: Store) {
  const routes = new OpenAPIHono();
  routes.openapi(facets, async (c) => c.json((await store.facets(filterOf(c.req.valid("query")))) as never, 200));
  routes.openapi(aggregate, async (c) => {
    const { by, concept, of, ...filter } = c.req.valid("query");
    const sums = await store.aggregate({
      by,
      ...(concept ? { concept } : {}),
      ...(of ? { of } : {}),
      ...filterOf(filter),
    });
    return c.json({ by, sums: sums.map((sum) => Object.assign({ yuan: yuanOf(sum.fen) }, sum)) }, 200);
  });
  routes.openapi(compare, async (c) => {
    const { ids, keys, per } = c.req.valid("query");
    const chosen = [...new Set(ids.split(",").map((id) => id.trim()))].filter((id) => id !== "");
    if (chosen.length === 0 || chosen.length > MOST_COMPARED) {
      return problem(c, "bad-request", {
        zh: `ids 应为 1 至 ${MOST_COMPARED} 个编号，以逗号分隔。`,
        en: `ids must be 1 to ${MOST_COMPARED} ids, separated by commas.`,
      }) as never;
    }
    const accounts = await Promise.all(chosen.map((id) => store.get(id)));
    const missing = chosen.find((_, index) => accounts[index] === undefined);
    if (missing !== undefined) {
      return problem(c, "not-found", {
        zh: `没有编号为“${missing}”的决算。`,
        en: `There is no account with the id "${missing}".`,
      }) as never;
    }
    const rows = await store.compare(
      chosen,
      keys?.split(";").map((key) => key.trim()),
    );
    if (!per) return c.json({ ids: chosen, rows: rows.map(({ key, fen }) => ({ key, fen: [...fen] })) }, 200);
    const ratios = rows.map(({ key, fen }) => ({
      key,
      fen: [...fen],
      ratio: fen.map((amount, index) => ratioOf(amount, per, accounts[index] ?? { staff: null, spending: null })),
    }));
    return c.json({ ids: chosen, rows: ratios }, 200);
  });
  return routes;
}
