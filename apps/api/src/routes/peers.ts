import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { divisionOf, prefixOf, type Store } from "@juesuan/store";
import { problem, problemResponses } from "../problem.ts";
import { AccountSummarySchema } from "../schemas.ts";
import { refusalOf, type Token } from "../tokens.ts";
import { idParameter, missingAccount } from "./parameters.ts";
import { yuanOf } from "./search.ts";

// An account among its like, a department over the years, and where departments are.

const tags = ["同类 Peers"];
const params = z.object({ id: idParameter });
const scope = z
  .enum(["prefecture", "province", "nation"])
  .openapi({ description: "同一地市、同一省、全国 How far around they were looked for" });

const peers = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/peers",
  tags,
  summary: "同年度、同级、同类部门 Departments of the same kind, level and year",
  description:
    "先找同一地市的，不足 8 个时扩大到全省、全国。部门类别是去掉地名的部门名称。 From the same prefecture; fewer than eight: the province, the nation.",
  request: { params },
  responses: {
    200: {
      description: "同类部门 Peers",
      content: {
        "application/json": {
          schema: z
            .object({
              id: z.string(),
              office: z.string(),
              fiscalYear: z.int(),
              level: z.string(),
              scope,
              accounts: z.array(AccountSummarySchema),
            })
            .openapi("Peers"),
        },
      },
    },
    ...problemResponses("not-found"),
  },
});

const money = z.object({ fen: z.int(), yuan: z.string() });
const standing = z.object({
  key: z.string(),
  per: z.enum(["head", "million"]),
  value: money.nullable(),
  peers: z
    .object({ count: z.int(), minimum: money, lower: money, median: money, upper: money, maximum: money })
    .nullable(),
  fences: z.object({ low: money, high: money }).nullable(),
  outlier: z.enum(["low", "high"]).nullable(),
  sentence: z.string(),
  sentenceEn: z.string(),
});

const outliers = createRoute({
  method: "get",
  path: "/v1/accounts/{id}/outliers",
  tags,
  summary: "与同类相比突出之处，及据以判断的分布 What stands out among peers, and the distribution it is judged by",
  description:
    "每人、每百万元支出的金额。低于下四分位数或高于上四分位数超过四分位距的 1.5 倍为突出；同类不足 8 个时不作判断。突出不等于有误。 Beyond 1.5 times the quartiles' distance from them; not judged among fewer than eight. Standing out is no error.",
  request: { params },
  responses: {
    200: {
      description: "比值与分布 Ratios and distributions",
      content: {
        "application/json": {
          schema: z.object({ id: z.string(), scope, peers: z.int(), standings: z.array(standing) }).openapi("Outliers"),
        },
      },
    },
    ...problemResponses("not-found"),
  },
});

const department = createRoute({
  method: "get",
  path: "/v1/departments/{name}",
  tags,
  summary: "一个部门历年的决算，含曾用名 A department's accounts over the years, under former names too",
  request: {
    params: z.object({
      name: z
        .string()
        .max(100)
        .openapi({ param: { name: "name", in: "path" }, example: "上海市普陀区财政局" }),
    }),
  },
  responses: {
    200: {
      description: "部门 The department",
      content: {
        "application/json": {
          schema: z
            .object({
              department: z.string(),
              formerNames: z.array(z.string()),
              accounts: z.array(AccountSummarySchema),
            })
            .openapi("Department"),
        },
      },
    },
    ...problemResponses("not-found"),
  },
});

const rename = createRoute({
  method: "post",
  path: "/v1/departments/{name}/former-names",
  tags,
  summary: "登记曾用名 Record a former name",
  description: "需要令牌。此后按曾用名也能找到。 Needs a token; the department is then found by it as well.",
  security: [{ token: [] }],
  request: {
    params: department.request.params,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z
            .object({
              former: z
                .string()
                .trim()
                .min(2)
                .max(100)
                .regex(/^[^\0]*$/),
            })
            .openapi("FormerName"),
        },
      },
    },
  },
  responses: {
    200: {
      description: "已登记 Recorded",
      content: {
        "application/json": { schema: z.object({ department: z.string(), formerNames: z.array(z.string()) }) },
      },
    },
    ...problemResponses("bad-request", "unauthorised", "forbidden"),
  },
});

const division = createRoute({
  method: "get",
  path: "/v1/divisions/{code}",
  tags,
  summary: "行政区划代码（GB/T 2260） An administrative division",
  request: {
    params: z.object({
      code: z
        .string()
        .regex(/^\d{2}(?:\d{2}){0,2}$/)
        .openapi({ param: { name: "code", in: "path" }, example: "510411" }),
    }),
  },
  responses: {
    200: {
      description: "行政区划 The division",
      content: {
        "application/json": {
          schema: z
            .object({ code: z.string(), name: z.string(), level: z.string(), accounts: z.int(), exact: z.boolean() })
            .openapi("Division"),
        },
      },
    },
    ...problemResponses("bad-request", "not-found"),
  },
});

const moneyOf = (fen: number) => ({ fen, yuan: yuanOf(fen) });
const MEASURED = { head: ["每人", "for each head"], million: ["每百万元支出", "for each million yuan spent"] } as const;

type Standing = NonNullable<Awaited<ReturnType<Store["outliers"]>>>["standings"][number];

/** In yuan, with separators of thousands: 565,898.01. */
const printed = (fen: number): string => yuanOf(fen).replace(/\B(?=(?:\d{3})+(?:\.|$))/g, ",");

/** The judgement and what it rests on, in a sentence. */
export function sentencesOf({ per, value, peers: around, fences, outlier }: Standing) {
  const [zh, en] = MEASURED[per];
  if (value === null)
    return { sentence: "未列示，或没有可除的数。", sentenceEn: "Not stated, or nothing to divide by." };
  if (!around || !fences) {
    return {
      sentence: `${zh}${printed(value)}元；同类不足，不作判断。`,
      sentenceEn: `${printed(value)} yuan ${en}; too few peers to judge.`,
    };
  }
  const { count, lower, median, upper } = around;
  const [low, high] = [fences.low, fences.high].map(printed);
  const [judgedZh, judgedEn] = {
    high: [`高于${high}元，突出`, `above ${high}: stands out`],
    low: [`低于${low}元，突出`, `below ${low}: stands out`],
    // No amount is below nothing: such a bound says nothing.
    none:
      fences.low > 0
        ? [`在${low}～${high}元之间`, `within ${low}～${high}`]
        : [`不超过${high}元`, `no more than ${high}`],
  }[outlier ?? "none"] as [string, string];
  const quartiles = [lower, median, upper].map(printed);
  return {
    sentence: `${zh}${printed(value)}元，${judgedZh}；同类 ${count} 个，四分位数 ${quartiles.join("、")}。`,
    sentenceEn: `${printed(value)} yuan ${en}, ${judgedEn}; ${count} peers, quartiles ${quartiles.join(", ")}.`,
  };
}

export function peerRoutes(store: Store, tokens: readonly Token[]) {
  const routes = new OpenAPIHono();

  routes.openapi(peers, async (c) => {
    const { id } = c.req.valid("param");
    const found = await store.peers(id);
    return found
      ? c.json({ ...found, accounts: [...found.accounts] }, 200)
      : problem(c, "not-found", missingAccount(id));
  });

  routes.openapi(outliers, async (c) => {
    const { id } = c.req.valid("param");
    const found = await store.outliers(id);
    if (!found) return problem(c, "not-found", missingAccount(id));
    const standings = found.standings.map((one) => ({
      key: one.key,
      per: one.per,
      value: one.value === null ? null : moneyOf(one.value),
      peers: one.peers && {
        count: one.peers.count,
        minimum: moneyOf(one.peers.minimum),
        lower: moneyOf(one.peers.lower),
        median: moneyOf(one.peers.median),
        upper: moneyOf(one.peers.upper),
        maximum: moneyOf(one.peers.maximum),
      },
      fences: one.fences && { low: moneyOf(one.fences.low), high: moneyOf(one.fences.high) },
      outlier: one.outlier,
      ...sentencesOf(one),
    }));
    return c.json({ id, scope: found.scope, peers: found.peers, standings }, 200);
  });

  routes.openapi(department, async (c) => {
    const { name } = c.req.valid("param");
    const { department: own, formerNames, accounts } = await store.department(name);
    if (accounts.length === 0 && formerNames.length === 0) {
      return problem(c, "not-found", { zh: `没有“${name}”的决算。`, en: `There are no accounts of "${name}".` });
    }
    return c.json({ department: own, formerNames: [...formerNames], accounts: [...accounts] }, 200);
  });

  // Before the body is read: who may not write need not send it.
  routes.use("/v1/departments/:name/former-names", async (c, next) => {
    return (await refusalOf(c, tokens, "rename")) ?? next();
  });
  routes.openapi(rename, async (c) => {
    const { name } = c.req.valid("param");
    await store.rename(name, c.req.valid("json").former);
    const { department: own, formerNames } = await store.department(name);
    return c.json({ department: own, formerNames: [...formerNames] }, 200);
  });

  routes.openapi(division, async (c) => {
    const { code } = c.req.valid("param");
    const found = divisionOf(code.padEnd(6, "0"));
    if (!found) {
      return problem(c, "not-found", {
        zh: `没有行政区划代码“${code}”。`,
        en: `There is no division with the code ${code}.`,
      });
    }
    const { total, exact } = await store.list({ division: prefixOf(found.code), limit: 1 });
    return c.json({ ...found, accounts: total, exact }, 200);
  });

  return routes;
}
