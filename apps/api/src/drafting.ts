import { z } from "@hono/zod-openapi";
import { assembleAccounts, finalAccountsSchema, type FinalAccounts } from "@juesuan/core";
import { readCells } from "@juesuan/readers/cells";
import { EMPTY_FORM, formFor, formOfSheets, type Draft, type DraftForm } from "@juesuan/writers";
import type { Examine } from "./examine.ts";
import type { ProblemCode } from "./problem.ts";

// What a draft is written from, in every shape that it may be sent in: the accounts and the form (编写表), each as JSON or
// as a file.

const words = z.string().max(50_000);

export const FormSchema = z
  .strictObject({
    figures: z.record(z.string().max(300), z.string().max(40)).default({}),
    texts: z.record(z.string().max(300), words).default({}),
    receptions: z.array(z.strictObject({ text: words, amount: z.string().max(40) })).default([]),
    shares: z.enum(["each", "forced"]).optional(),
    date: z.string().max(40).optional(),
  })
  .openapi("DraftForm", { description: "编写表：账上没有的 What the accounts do not hold" });

export const DraftSchema = z
  .object({
    title: z.string(),
    profile: z.string(),
    complete: z.boolean(),
    gaps: z.array(z.object({ id: z.string(), kind: z.string(), label: z.string(), section: z.string() })),
    corrections: z.array(z.object({ printed: z.string(), written: z.string(), because: z.string() })),
    form: FormSchema,
  })
  .openapi("Draft", { description: "还缺什么，改正了什么 What is missing, what was put right" });

const AskedSchema = z.strictObject({
  accounts: finalAccountsSchema,
  last: finalAccountsSchema.optional(),
  form: FormSchema.optional(),
});

/** What is to be written. */
export interface Asked {
  readonly accounts: FinalAccounts;
  /** Last year's. */
  readonly last?: FinalAccounts | undefined;
  readonly form: DraftForm;
}

/** What was sent cannot be written from: the problem that it is, and in words. */
export class AskedError extends Error {
  override readonly name = "AskedError";
  readonly problem: ProblemCode;
  readonly messageEn: string;
  /** What a document is that is none of final accounts. */
  readonly kind: string | undefined;
  constructor({ zh, en }: { readonly zh: string; readonly en: string }, problem: ProblemCode, kind?: string) {
    super(zh);
    this.messageEn = en;
    this.problem = problem;
    this.kind = kind;
  }
}

/**
 * Reads a request: JSON of `{accounts, last?, form?}`, the accounts themselves as JSON or as any document that can be
 * read, or a form of several files by these names.
 *
 * @throws AskedError and what the readers and writers throw
 */
export async function askedIn(request: Request, name: string | undefined, examine: Examine): Promise<Asked> {
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) return askedInParts(request, examine);
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (type.startsWith("application/json") || isJson(bytes)) {
    const value = jsonOf(bytes, "请求体", "The body");
    if (typeof value !== "object" || value === null || !("accounts" in value) || "format" in value)
      return { accounts: valid(finalAccountsSchema, value, "请求体", "body"), form: EMPTY_FORM };
    const { form, ...asked } = valid(AskedSchema, value, "请求体", "body");
    return { ...asked, form: formIn(form) };
  }
  return { accounts: await accountsIn(bytes, name, examine), form: EMPTY_FORM };
}

async function askedInParts(request: Request, examine: Examine): Promise<Asked> {
  const parts = await request.formData().catch(() => undefined);
  if (!parts) throw malformed("请求体不是有效的表单。", "The body is no valid form.");
  const partOf = async (part: string) => {
    const sent = parts.get(part);
    if (sent === null) return undefined;
    if (typeof sent === "string") return { name: part, bytes: new TextEncoder().encode(sent) };
    return { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
  };
  const accountsOf = async (part: "accounts" | "last") => {
    const sent = await partOf(part);
    if (!sent || sent.bytes.length === 0) return undefined;
    if (!isJson(sent.bytes)) return accountsIn(sent.bytes, sent.name, examine);
    return valid(finalAccountsSchema, jsonOf(sent.bytes, part, part), part, part);
  };
  const accounts = await accountsOf("accounts");
  if (!accounts)
    throw malformed("缺少 accounts：账的 JSON 或文件。", "accounts is missing: the accounts as JSON or a file.");
  const last = await accountsOf("last");
  const form = await partOf("form");
  return { accounts, ...(last ? { last } : {}), form: form ? filledIn(form.bytes) : EMPTY_FORM };
}

/** A form that was filled in: the workbook that was handed out, or JSON. */
function filledIn(bytes: Uint8Array): DraftForm {
  if (bytes.length === 0) return EMPTY_FORM;
  return isJson(bytes)
    ? formIn(valid(FormSchema, jsonOf(bytes, "form", "form"), "form", "form"))
    : formOfSheets(readCells(bytes));
}

export function formIn(sent: z.infer<typeof FormSchema> | undefined): DraftForm {
  if (!sent) return EMPTY_FORM;
  const { shares, date, ...form } = sent;
  return { ...form, ...(shares === undefined ? {} : { shares }), ...(date === undefined ? {} : { date }) };
}

async function accountsIn(bytes: Uint8Array, name: string | undefined, examine: Examine): Promise<FinalAccounts> {
  if (bytes.length === 0)
    throw new AskedError(
      { zh: "请求体是空的：请发送账或文件。", en: "The body is empty: send accounts or a file." },
      "empty-document",
    );
  const { disclosure, document } = await examine(bytes, name === undefined ? {} : { name });
  if (disclosure.refusal) throw new AskedError(disclosure.refusal, "not-final-accounts", disclosure.kind);
  return assembleAccounts(disclosure, { text: document.text });
}

const malformed = (zh: string, en: string) => new AskedError({ zh, en }, "bad-request");

/** An object: no other format begins so. */
const isJson = (bytes: Uint8Array) => bytes.find((byte) => byte > 0x20 && byte < 0x80) === 0x7b;

function jsonOf(bytes: Uint8Array, zh: string, en: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw malformed(`${zh}不是有效的 JSON。`, `${en} is no valid JSON.`);
  }
}

function valid<T>(schema: z.ZodType<T>, value: unknown, zh: string, en: string): T {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const said = saidOf(error);
  throw malformed(`${zh}有误：${said}`, `Invalid ${en}: ${said}`);
}

/** The first thing that is wrong, and where. */
export function saidOf({ issues: [issue] }: z.ZodError): string {
  const where = issue?.path.map(String).join(".") ?? "";
  return `${where === "" ? "" : `${where}: `}${issue?.message ?? ""}`;
}

/** What a draft lacks and what it put right, with a form to fill in. */
export function summaryOf({ document, corrections }: Draft, form: DraftForm): z.infer<typeof DraftSchema> {
  const { figures, texts, receptions, ...options } = formFor(document.gaps, form);
  return {
    title: document.title,
    profile: document.profile,
    complete: document.gaps.length === 0,
    gaps: document.gaps.map(({ id, kind, label, section }) => ({ id, kind, label, section })),
    corrections: corrections.map(({ printed, written, because }) => ({ printed, written, because })),
    form: { ...options, figures: { ...figures }, texts: { ...texts }, receptions: [...receptions] },
  };
}
