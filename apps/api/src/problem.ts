import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** Every problem that the API answers with (RFC 9457), by its code. The page at /docs lists them. */
export const PROBLEMS = {
  "bad-request": { status: 400, zh: "请求不符合接口说明", en: "The request does not match the description" },
  "bad-cursor": { status: 400, zh: "翻页游标无效", en: "The cursor is not one of this list" },
  unauthorised: { status: 401, zh: "需要有效的令牌", en: "A valid token is needed" },
  forbidden: { status: 403, zh: "此令牌不能用于此事", en: "The token is not for this" },
  "not-found": { status: 404, zh: "没有这个资源", en: "There is no such resource" },
  "method-not-allowed": { status: 405, zh: "此处不接受这种方法", en: "The method is not one of this address" },
  "too-large": { status: 413, zh: "文件过大", en: "The file is too large" },
  "empty-document": { status: 400, zh: "没有收到文件", en: "No file was received" },
  "headers-too-large": { status: 431, zh: "请求头过大", en: "The headers are too large" },
  "too-slow": { status: 408, zh: "请求没有按时发完", en: "The request was not sent in time" },
  unreadable: { status: 422, zh: "文件无法读取", en: "The file cannot be read" },
  "not-final-accounts": { status: 422, zh: "不是部门决算公开文件", en: "Not a disclosure of final accounts" },
  "too-many-requests": { status: 429, zh: "请求过于频繁", en: "Too many requests" },
  busy: {
    status: 503,
    zh: "正在处理的文件已满，请稍候",
    en: "As many documents are being read as can be: try again soon",
  },
  unavailable: { status: 503, zh: "暂时不能读写数据", en: "The store does not answer" },
  "store-full": { status: 507, zh: "存储空间已满，什么也没有写入", en: "The store is full; nothing was written" },
  internal: { status: 500, zh: "服务器内部错误", en: "Internal error" },
} as const satisfies Record<string, { status: ContentfulStatusCode; zh: string; en: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

export const ProblemSchema = z
  .object({
    type: z.string().openapi({ example: "/docs#problem-not-found" }),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    detailEn: z.string().optional(),
    instance: z.string(),
    requestId: z.string(),
  })
  .openapi("Problem", { description: "RFC 9457, 中文与英文" });

interface Detail {
  readonly zh: string;
  readonly en: string;
}

/** A problem as it is written out. */
export function problemBody(code: ProblemCode, detail: Detail | undefined, instance: string, requestId: string) {
  const { status, zh, en } = PROBLEMS[code];
  const body = {
    type: `/docs#problem-${code}`,
    title: zh,
    titleEn: en,
    status,
    code,
    ...(detail ? { detail: detail.zh, detailEn: detail.en } : {}),
    instance,
    requestId,
  };
  return { status, body };
}

/** Answers with a problem. `detail` says what is particular to this request. */
export function problem(c: Context, code: ProblemCode, detail?: Detail, more: Record<string, unknown> = {}) {
  const requestId = (c.get("requestId") as string | undefined) ?? "";
  const { status, body } = problemBody(code, detail, c.req.path, requestId);
  const text = JSON.stringify({ ...body, ...more });
  return c.body(text, status, { "content-type": "application/problem+json; charset=utf-8" }) as never;
}

const problemContent = { "application/problem+json": { schema: ProblemSchema } };

/** The entries of a route's `responses` for these problems. */
export function problemResponses(...codes: ProblemCode[]) {
  return Object.fromEntries(
    codes.map((code) => [
      PROBLEMS[code].status,
      { description: `${PROBLEMS[code].zh} ${PROBLEMS[code].en}`, content: problemContent },
    ]),
  ) as Record<number, { description: string; content: typeof problemContent }>;
}
