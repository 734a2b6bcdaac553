import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  CLASSIFICATION_LICENCE,
  classificationCsv,
  classificationRows,
  FIRST_EDITION,
  isValid,
  LAST_EDITION,
  loadClassification,
  type ClassificationEntry,
} from "@juesuan/core";
import { problem, problemResponses } from "../problem.ts";

// 政府收支分类科目, year by year.

const tags = ["科目 Classification"];
const scheme = z.enum(["functional", "economic", "revenue"]);
const year = z.coerce
  .number()
  .int()
  .min(1949)
  .max(2999)
  .optional()
  .openapi({ description: "该年度的科目 As of this year", example: 2023 });

const EntrySchema = z
  .object({
    code: z.string(),
    name: z.string(),
    scheme,
    level: z.enum(["class", "group", "item"]),
    fund: z.string().optional(),
    economic: z.string().optional(),
    from: z.int().optional(),
    to: z.int().optional(),
    evidence: z.enum(["attested", "catalogue", "uncertain"]),
  })
  .loose()
  .openapi("ClassificationEntry");

const MoveSchema = z.object({
  from: z.string(),
  to: z.string(),
  year: z.int(),
  kind: z.enum(["moved", "merged", "split"]),
});

const json = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { "application/json": { schema } },
});

const index = createRoute({
  method: "get",
  path: "/v1/classifications",
  tags,
  summary: "有哪些分类 The classifications",
  responses: {
    200: json(
      "分类 Classifications",
      z.object({
        years: z.object({ from: z.int(), to: z.int() }),
        licence: z.object({ name: z.string(), url: z.string(), zh: z.string(), en: z.string() }),
        schemes: z.array(
          z.object({ scheme, zh: z.string(), en: z.string(), codes: z.int(), csv: z.string(), json: z.string() }),
        ),
      }),
    ),
  },
});

const list = createRoute({
  method: "get",
  path: "/v1/classifications/{scheme}",
  tags,
  summary: "一种分类的科目 Codes of a classification",
  request: {
    params: z.object({ scheme }),
    query: z.object({
      year,
      q: z
        .string()
        .max(100)
        .optional()
        .openapi({ description: "编码、名称或拼音首字母 Code, name or initials of the pinyin", example: "养老" }),
      under: z.string().max(9).optional().openapi({ description: "此科目之下 Below this code", example: "20805" }),
    }),
  },
  responses: {
    200: json("科目 Codes", z.object({ scheme, entries: z.array(EntrySchema) })),
    ...problemResponses("bad-request"),
  },
});

const downloadOf = (suffix: "csv" | "json", type: string, summary: string) =>
  createRoute({
    method: "get",
    path: `/v1/classifications/{scheme}/codes.${suffix}`,
    tags,
    summary,
    request: { params: z.object({ scheme }), query: z.object({ year }) },
    responses: {
      200: { description: summary, content: { [type]: { schema: z.string() } } },
      ...problemResponses("bad-request"),
    },
  });

const asCsv = downloadOf("csv", "text/csv", "下载全部科目（CSV） All codes as CSV");
const asJson = downloadOf(
  "json",
  "application/json",
  "下载全部科目（JSON，附许可说明） All codes as JSON, with the licence",
);

const one = createRoute({
  method: "get",
  path: "/v1/classifications/{scheme}/{code}",
  tags,
  summary: "一个科目 One code",
  request: {
    params: z.object({ scheme, code: z.string().max(9).openapi({ example: "2080505" }) }),
    query: z.object({ year }),
  },
  responses: {
    200: json(
      "科目 The code",
      EntrySchema.extend({
        path: z.string(),
        history: z.array(EntrySchema),
        children: z.array(EntrySchema),
        later: z.array(MoveSchema),
        earlier: z.array(MoveSchema),
        complete: z.boolean().openapi({ description: "下级科目是否已收全 Whether every code below is known" }),
        cofog: z.object({ division: z.string().optional(), note: z.string().optional() }).nullable(),
      }),
    ),
    ...problemResponses("bad-request", "not-found"),
  },
});

const NAMES = {
  functional: { zh: "支出功能分类", en: "functional classification of expenditure" },
  economic: { zh: "支出经济分类", en: "economic classification of expenditure" },
  revenue: { zh: "收入分类", en: "classification of revenue" },
} as const;

const MOST = 2000;

async function rowsOf(wanted: string, when: number | undefined) {
  const classification = await loadClassification();
  const entries = classification.entries.filter(
    (entry) => entry.scheme === wanted && (when === undefined || isValid(entry, when)),
  );
  return classificationRows(classification, entries);
}

export function classificationRoutes() {
  const routes = new OpenAPIHono();

  routes.openapi(index, async (c) => {
    const { entries } = await loadClassification();
    const count = (wanted: string) =>
      new Set(entries.filter((entry) => entry.scheme === wanted).map(({ code }) => code)).size;
    const schemes = scheme.options.map((name) => ({
      scheme: name,
      ...NAMES[name],
      codes: count(name),
      csv: `/v1/classifications/${name}/codes.csv`,
      json: `/v1/classifications/${name}/codes.json`,
    }));
    return c.json({ years: { from: FIRST_EDITION, to: LAST_EDITION }, licence: CLASSIFICATION_LICENCE, schemes }, 200);
  });

  routes.openapi(list, async (c) => {
    const { scheme: wanted } = c.req.valid("param");
    const { year: when, q, under } = c.req.valid("query");
    const classification = await loadClassification();
    const all = q ? classification.search(q, when, MOST) : classification.entries;
    const entries = all.filter(
      (entry: ClassificationEntry) =>
        entry.scheme === wanted &&
        (when === undefined || isValid(entry, when)) &&
        (under === undefined || (entry.code.startsWith(under) && entry.code !== under)),
    );
    return c.json({ scheme: wanted, entries: [...entries] as never[] }, 200);
  });

  const LICENCE_LINK = { link: `<${CLASSIFICATION_LICENCE.url}>; rel="license"` };

  routes.openapi(asCsv, async (c) => {
    const { scheme: wanted } = c.req.valid("param");
    const { year: when } = c.req.valid("query");
    const rows = await rowsOf(wanted, when);
    const name = `juesuan-${wanted}${when === undefined ? "" : `-${when}`}.csv`;
    return c.body(classificationCsv(rows), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      ...LICENCE_LINK,
    }) as never;
  });

  routes.openapi(asJson, async (c) => {
    const { scheme: wanted } = c.req.valid("param");
    const { year: when } = c.req.valid("query");
    const codes = await rowsOf(wanted, when);
    return c.json({ scheme: wanted, licence: CLASSIFICATION_LICENCE, codes }, 200, LICENCE_LINK) as never;
  });

  routes.openapi(one, async (c) => {
    const { scheme: wanted, code } = c.req.valid("param");
    const { year: when } = c.req.valid("query");
    const classification = await loadClassification();
    const entry = classification.entry(code, when);
    if (entry?.scheme !== wanted) {
      return problem(c, "not-found", {
        zh: `${NAMES[wanted].zh}${when === undefined ? "" : ` ${when} 年度`}没有科目 ${code}。`,
        en: `There is no code ${code} in the ${NAMES[wanted].en}${when === undefined ? "" : ` of ${when}`}.`,
      });
    }
    return c.json(
      {
        ...entry,
        path: classification.path(code, when),
        history: classification.history(code),
        children: classification.children(code, when),
        ...classification.moves(code),
        complete: classification.isComplete(code),
        cofog: classification.cofog(code) ?? null,
      } as never,
      200,
    );
  });
  return routes;
}
