import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { assembleAccounts, finalAccountsSchema, profileOf, type FinalAccounts } from "@juesuan/core";
import {
  answersOfForm,
  draftDisclosure,
  DraftError,
  draftToDocx,
  draftToHtml,
  draftToMarkdown,
  draftToText,
  EMPTY_FORM,
  formFor,
  gridsToXlsx,
  type Draft,
} from "@juesuan/writers";
import { isUnreadable, type Examine } from "../examine.ts";
import { problem, problemResponses } from "../problem.ts";

const FORMATS = ["json", "docx", "html", "md", "txt", "xlsx"] as const;

const TYPES: Readonly<Record<(typeof FORMATS)[number], string>> = {
  json: "application/json; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const words = z.string().max(50_000);

const FormSchema = z
  .strictObject({
    figures: z.record(z.string().max(300), z.string().max(40)).default({}),
    texts: z.record(z.string().max(300), words).default({}),
    receptions: z.array(z.strictObject({ text: words, amount: z.string().max(40) })).default([]),
    shares: z.enum(["each", "forced"]).optional(),
    date: z.string().max(40).optional(),
  })
  .openapi("DraftForm", { description: "编写表：账上没有的 What the accounts do not hold" });

const DraftSchema = z
  .object({
    title: z.string(),
    profile: z.string(),
    complete: z.boolean(),
    gaps: z.array(z.object({ id: z.string(), kind: z.string(), label: z.string(), section: z.string() })),
    corrections: z.array(z.object({ printed: z.string(), written: z.string(), because: z.string() })),
    form: FormSchema,
  })
  .openapi("Draft", { description: "还缺什么，改正了什么 What is missing, what was put right" });

const QuerySchema = z.object({
  to: z.enum(FORMATS).default("json"),
  profile: z.string().max(40).optional(),
  name: z.string().max(255).optional(),
});

const route = createRoute({
  method: "post",
  path: "/v1/draft",
  tags: ["编写 Writing"],
  summary: "由账编写决算公开 Write a disclosure from accounts",
  description:
    "请求体是 {accounts, last?, form?}，或工作簿等文件本身；不留存。to=json 只答还缺什么。 The body is {accounts, last?, form?}, or a file such as a workbook; nothing is stored. to=json answers what is missing.",
  request: {
    query: QuerySchema,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.object({
            accounts: z.looseObject({}).openapi({ description: "FinalAccounts" }),
            last: z.looseObject({}).optional(),
            form: FormSchema.optional(),
          }),
        },
        "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) },
      },
    },
  },
  responses: {
    200: {
      description: "文稿，或缺项 The draft, or what it lacks",
      content: { "application/json": { schema: DraftSchema } },
    },
    ...problemResponses("bad-request", "too-large", "unreadable"),
  },
});

export function draftRoutes(examine: Examine) {
  const routes = new OpenAPIHono();
  // Described above and handled here: the body may be a file, which the validator would read as text.
  routes.openAPIRegistry.registerPath(route);
  return routes.post("/v1/draft", async (c) => {
    const query = QuerySchema.safeParse(c.req.query());
    if (!query.success) return problem(c, "bad-request", named("参数", query.error));
    const { to, profile: id, name } = query.data;
    const profile = id === undefined || id === "unknown" ? undefined : profileOf(id);
    if (id !== undefined && !profile)
      return problem(c, "bad-request", { zh: `没有公开格式“${id}”。`, en: `There is no form called ${id}.` });
    try {
      const isJson = (c.req.header("content-type") ?? "").startsWith("application/json");
      const asked = isJson
        ? askedIn(await c.req.json<unknown>().catch(() => undefined))
        : { accounts: await accountsIn(new Uint8Array(await c.req.arrayBuffer()), name, examine), form: EMPTY_FORM };
      if ("error" in asked) return problem(c, "bad-request", named("请求体", asked.error));
      const draft = await draftDisclosure(asked.accounts, {
        ...answersOfForm(asked.form),
        ...("last" in asked && asked.last ? { last: asked.last } : {}),
        ...(profile ? { profile } : {}),
      });
      if (to === "json") return c.json(summaryOf(draft, asked.form));
      const file = encodeURIComponent(`${draft.document.title}.${to}`);
      return c.body(await written(draft, to), 200, {
        "content-type": TYPES[to],
        "content-disposition": `attachment; filename*=UTF-8''${file}`,
        // A page with text of others': it may show itself and do nothing else.
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      });
    } catch (error) {
      if (error instanceof DraftError) return problem(c, "unreadable", { zh: error.message, en: error.messageEn });
      if (!isUnreadable(error)) throw error;
      return problem(c, "unreadable", { zh: error.message, en: error.messageEn }, { reason: error.code });
    }
  });
}

const AskedSchema = z.strictObject({
  accounts: finalAccountsSchema,
  last: finalAccountsSchema.optional(),
  form: FormSchema.default({ figures: {}, texts: {}, receptions: [] }),
});

interface Asked {
  readonly accounts: FinalAccounts;
  readonly last?: FinalAccounts | undefined;
  readonly form: Parameters<typeof answersOfForm>[0];
}

function askedIn(body: unknown): Asked | { readonly error: z.ZodError } {
  const { success, data, error } = AskedSchema.safeParse(body);
  if (!success) return { error };
  const { shares, date, ...form } = data.form;
  return {
    ...data,
    form: { ...form, ...(shares === undefined ? {} : { shares }), ...(date === undefined ? {} : { date }) },
  };
}

async function accountsIn(bytes: Uint8Array, name: string | undefined, examine: Examine): Promise<FinalAccounts> {
  const { disclosure, document } = await examine(bytes, name === undefined ? {} : { name });
  return assembleAccounts(disclosure, { text: document.text });
}

function named(what: string, { issues }: z.ZodError): { zh: string; en: string } {
  const [issue] = issues;
  const said = `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? ""}`;
  return { zh: `${what}有误：${said}`, en: `Invalid: ${said}` };
}

function summaryOf({ document, corrections }: Draft, form: Asked["form"]): z.infer<typeof DraftSchema> {
  const { figures, texts, receptions, ...options } = formFor(document.gaps, form);
  return {
    title: document.title,
    profile: document.profile,
    complete: document.gaps.length === 0,
    gaps: document.gaps.map(({ id, kind, label, section }) => ({ id, kind, label, section })),
    corrections: corrections.map(({ printed, written: now, because }) => ({ printed, written: now, because })),
    form: { ...options, figures: { ...figures }, texts: { ...texts }, receptions: [...receptions] },
  };
}

async function written({ document, grids }: Draft, to: Exclude<(typeof FORMATS)[number], "json">) {
  switch (to) {
    case "docx":
      return new Uint8Array(await draftToDocx(document));
    case "xlsx":
      return new Uint8Array(gridsToXlsx(grids));
    case "html":
      return draftToHtml(document);
    case "md":
      return draftToMarkdown(document);
    case "txt":
      return draftToText(document);
  }
}
