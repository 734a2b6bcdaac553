import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { profileOf } from "@juesuan/core";
import {
  answersOfForm,
  draftDisclosure,
  DraftError,
  draftToDocx,
  draftToHtml,
  draftToMarkdown,
  draftToText,
  formToXlsx,
  gridsToXlsx,
  type Draft,
  type DraftForm,
} from "@juesuan/writers";
import { AskedError, askedIn, DraftSchema, FormSchema, saidOf, summaryOf } from "../drafting.ts";
import { isUnreadable, type Examine } from "../examine.ts";
import { problem, problemResponses } from "../problem.ts";

const FORMATS = ["json", "form", "docx", "html", "md", "txt", "xlsx"] as const;
type Format = (typeof FORMATS)[number];

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const TYPES: Readonly<Record<Exclude<Format, "json">, string>> = {
  form: WORKBOOK,
  docx: WORD,
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  xlsx: WORKBOOK,
};

const QuerySchema = z.object({
  to: z.enum(FORMATS).default("json").openapi({
    description:
      "json 还缺什么；form 编写表（要填的工作簿）；其余是文稿，xlsx 是其中的表 json: what is missing; form: the workbook to fill in; else the draft, xlsx its tables",
  }),
  profile: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: "公开格式 The form of disclosure, as in /v1/profiles" }),
  name: z.string().max(255).optional().openapi({ description: "文件名 The file's name" }),
});

const binary = z.string().openapi({ format: "binary" });

const route = createRoute({
  method: "post",
  path: "/v1/draft",
  tags: ["编写 Writing"],
  summary: "由账编写决算公开 Write a disclosure from accounts",
  description:
    "请求体是 {accounts, last?, form?}，或工作簿等文件本身，或 multipart 表单：accounts、last 和 form 各为 JSON 或文件，form 是填好的编写表（to=form 得空表）。不留存。 The body is {accounts, last?, form?}, or a file such as a workbook, or a multipart form whose accounts, last and form are JSON or files each; form is the workbook that to=form gave, filled in. Nothing is stored.",
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
        "multipart/form-data": {
          schema: z.object({ accounts: binary, last: binary.optional(), form: binary.optional() }),
        },
        "application/octet-stream": { schema: binary },
      },
    },
  },
  responses: {
    200: {
      description: "文稿、编写表，或缺项 The draft, the form to fill in, or what is missing",
      content: {
        "application/json": { schema: DraftSchema },
        [WORD]: { schema: binary },
        [WORKBOOK]: { schema: binary },
        "text/html": { schema: z.string() },
        "text/markdown": { schema: z.string() },
        "text/plain": { schema: z.string() },
      },
    },
    ...problemResponses("bad-request", "too-large", "unreadable", "not-final-accounts"),
  },
});

export function draftRoutes(examine: Examine) {
  const routes = new OpenAPIHono();
  // Described above and handled here: the body may be a file, which the validator would read as text.
  routes.openAPIRegistry.registerPath(route);
  return routes.post("/v1/draft", async (c) => {
    const query = QuerySchema.safeParse(c.req.query());
    if (!query.success) {
      const said = saidOf(query.error);
      return problem(c, "bad-request", { zh: `参数有误：${said}`, en: `Invalid parameters: ${said}` });
    }
    const { to, profile: id, name } = query.data;
    const profile = id === undefined || id === "unknown" ? undefined : profileOf(id);
    if (id !== undefined && !profile)
      return problem(c, "bad-request", { zh: `没有公开格式“${id}”。`, en: `There is no form called ${id}.` });
    try {
      const { accounts, last, form } = await askedIn(c.req.raw, name, examine);
      const draft = await draftDisclosure(accounts, {
        ...answersOfForm(form),
        ...(last ? { last } : {}),
        ...(profile ? { profile } : {}),
      });
      if (to === "json") return c.json(summaryOf(draft, form));
      const file = encodeURIComponent(`${draft.document.title}${to === "form" ? "编写表.xlsx" : `.${to}`}`);
      return c.body(await written(draft, form, to), 200, {
        "content-type": TYPES[to],
        "content-disposition": `attachment; filename*=UTF-8''${file}`,
        // A page with text of others': it may show itself and do nothing else.
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      });
    } catch (error) {
      if (error instanceof AskedError) {
        const detail = { zh: error.message, en: error.messageEn };
        return problem(c, error.problem, detail, error.kind === undefined ? {} : { kind: error.kind });
      }
      if (error instanceof DraftError) return problem(c, "unreadable", { zh: error.message, en: error.messageEn });
      if (!isUnreadable(error)) throw error;
      return problem(c, "unreadable", { zh: error.message, en: error.messageEn }, { reason: error.code });
    }
  });
}

async function written(draft: Draft, form: DraftForm, to: Exclude<Format, "json">) {
  const { document, grids } = draft;
  switch (to) {
    case "form":
      return new Uint8Array(formToXlsx(draft, form));
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
