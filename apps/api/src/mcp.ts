import { assembleAccounts, keyText, relationOf, RELATIONS } from "@juesuan/core";
import { CursorError, StoreError, type Store } from "@juesuan/store";
import { answersOfForm, draftDisclosure, DraftError, draftToMarkdown } from "@juesuan/writers";
import { z } from "zod";
import { formIn, FormSchema, summaryOf } from "./drafting.ts";
import { isUnreadable, type Examine } from "./examine.ts";
import { sentencesOf } from "./routes/peers.ts";
import { filterOf, FilterSchema, yuanOf } from "./routes/search.ts";

// What an AI assistant may do here (Model Context Protocol): find accounts, fetch figures with their places, read
// findings, check a document. Every tool is its schema and a function; nothing is written.

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly run: (input: never) => Promise<unknown>;
}

function tool<T extends z.ZodObject>(
  name: string,
  description: string,
  input: T,
  run: (input: z.infer<T>) => Promise<unknown>,
): Tool {
  // What is misspelt is said: left out of account, it would give a sum over everything.
  return { name, description, input: input.strict(), run: run as Tool["run"] };
}

/** Said to the assistant, which passes it on: the tool ran, and this is why it has no answer. */
export class ToolError extends Error {
  override readonly name = "ToolError";
}

/** Figures in one answer; an assistant asks again with a concept when there are more. */
const MOST_FIGURES = 200;

export function toolsOf(store: Store, examine: Examine): readonly Tool[] {
  const id = z.string().max(200).describe("An account's id, from search_accounts");
  const account = async (wanted: string) => {
    const reading = await store.reading(wanted);
    if (!reading) throw new ToolError(`There is no account with the id "${wanted}". 没有这份决算。`);
    return reading;
  };
  return [
    tool(
      "search_accounts",
      "Search final accounts (部门决算) of Chinese government departments by words, year, region, functional code or findings.",
      FilterSchema.extend({
        sort: z.enum(["year", "recent"]).optional().describe("recent: what was published last first"),
        limit: z.int().min(1).max(50).default(10),
        cursor: z.string().max(1000).optional(),
      }),
      async ({ sort, limit, cursor, ...filter }) =>
        store.list({ ...filterOf(filter), limit, ...(sort ? { sort } : {}), ...(cursor ? { cursor } : {}) }),
    ),
    tool(
      "get_figures",
      "Figures of one account as printed, each with what it measures (key), its unit and its place in the document.",
      z.object({
        id,
        concept: z
          .string()
          .max(100)
          .optional()
          .describe("expenditure, revenue, three-public, staff … (GET /v1/concepts)"),
        key: z.string().max(300).optional().describe("One exact key, such as expenditure{fund=general}"),
      }),
      async ({ id: wanted, concept, key }) => {
        const { disclosure } = await account(wanted);
        const figures = disclosure.figures
          .map((figure) => ({ figure, key: keyText(figure.concept, figure.dimensions) }))
          .filter(
            (one) =>
              (concept === undefined || one.figure.concept === concept) && (key === undefined || one.key === key),
          );
        return {
          total: figures.length,
          figures: figures.slice(0, MOST_FIGURES).map(({ figure: { value, unit, direction, source }, key: own }) => {
            const { part, section, table, row, column, page, text, context } = source;
            const place = { part, section, table, row, column, page, text, context };
            return { key: own, value, unit, direction, source: place };
          }),
        };
      },
    ),
    tool(
      "get_findings",
      "What checking found wrong in one account: the sentence with the calculation, what is printed, what it should be.",
      z.object({ id, severity: z.enum(["error", "warning", "info", "rounding"]).optional() }),
      async ({ id: wanted, severity }) => {
        const { report } = await account(wanted);
        return {
          department: report.department,
          fiscalYear: report.fiscalYear,
          checked: report.ledger.headline,
          findings: report.findings
            .filter((finding) => severity === undefined || finding.severity === severity)
            .map(({ relation, severity: own, message, messageEn, stated, expected, suggestion }) => ({
              relation,
              severity: own,
              message,
              messageEn,
              stated,
              expected,
              suggestion,
            })),
        };
      },
    ),
    tool(
      "sum_accounts",
      "Exact sums of expenditure or revenue by year, region, functional or economic class.",
      FilterSchema.extend({
        by: z.enum(["year", "region", "functional", "economic"]),
        concept: z.enum(["revenue", "expenditure"]).optional(),
        of: FilterSchema.shape.fund,
      }),
      async ({ by, concept, of, ...filter }) => {
        const sums = await store.aggregate({
          by,
          ...(concept ? { concept } : {}),
          ...(of ? { of } : {}),
          ...filterOf(filter),
        });
        return sums.map(({ value, accounts, fen }) => ({ value, accounts, yuan: yuanOf(fen) }));
      },
    ),
    tool(
      "get_standing",
      "How an account's ratios (per head of staff, per million yuan spent) stand among departments of the same kind, level and year, with the distribution each is judged by. Standing out is no error.",
      z.object({ id }),
      async ({ id: wanted }) => {
        const found = await store.outliers(wanted);
        if (!found) throw new ToolError(`There is no account with the id "${wanted}". 没有这份决算。`);
        return {
          scope: found.scope,
          peers: found.peers,
          standings: found.standings.map((standing) => {
            const { key, per, outlier } = standing;
            return { key, per, outlier, ...sentencesOf(standing) };
          }),
        };
      },
    ),
    tool(
      "check_text",
      "Check the text of a final accounts disclosure (部门决算公开) for figures that do not agree. Nothing is kept.",
      z.object({ text: z.string().min(1).max(2_000_000) }),
      async ({ text }) => {
        const { report } = await examine(new TextEncoder().encode(text), { name: "text.txt", type: "text/plain" });
        if (report.refusal) throw new ToolError(`${report.refusal.zh} ${report.refusal.en}`);
        const { department, fiscalYear, figures, findings, ledger } = report;
        return {
          department,
          fiscalYear,
          figures,
          checked: ledger.headline,
          findings: findings.map(({ relation, severity, message, messageEn, stated, expected, suggestion }) => ({
            relation,
            severity,
            message,
            messageEn,
            stated,
            expected,
            suggestion,
          })),
        };
      },
    ),
    tool(
      "draft_disclosure",
      "Write the disclosure (部门决算公开) anew from the figures of an account, in the form that is due: what is put right, and what is missing, with a form to fill in. Only the department knows what the form asks for: never make it up. Nothing is kept.",
      z.object({
        id,
        last: z.string().max(200).optional().describe("The id of the same department's account of the year before"),
        form: FormSchema.optional().describe("The form of an earlier answer, filled in"),
        markdown: z.boolean().default(false).describe("Give the text of the draft, too"),
      }),
      async ({ id: wanted, last, form: filled, markdown }) => {
        const accountsOf = async (one: string) => {
          const { disclosure, document } = await account(one);
          return assembleAccounts(disclosure, { text: document.text });
        };
        const form = formIn(filled);
        const draft = await draftDisclosure(await accountsOf(wanted), {
          ...answersOfForm(form),
          ...(last === undefined ? {} : { last: await accountsOf(last) }),
        });
        return { ...summaryOf(draft, form), ...(markdown ? { markdown: draftToMarkdown(draft.document) } : {}) };
      },
    ),
    tool(
      "explain_relation",
      "What a relation (勾稽关系) demands, on what basis, and what it leaves out. Without an id, the list of all.",
      z.object({ id: z.string().max(100).optional() }),
      async ({ id: wanted }) => {
        if (wanted === undefined) return RELATIONS.map((relation) => ({ id: relation.id, title: relation.title }));
        const relation = relationOf(wanted);
        if (!relation) throw new ToolError(`There is no relation "${wanted}". 没有这条勾稽关系。`);
        return JSON.parse(JSON.stringify(relation)) as unknown;
      },
    ),
  ];
}

const VERSIONS = ["2025-06-18", "2025-03-26", "2024-11-05"];
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;
const NO_SUCH_METHOD = -32_601;
const INVALID_PARAMS = -32_602;
const INTERNAL = -32_603;

const RequestSchema = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});

export interface McpAnswer {
  /** 202 for what wants no answer. */
  readonly status: 200 | 202 | 400;
  readonly body?: unknown;
}

export interface McpOptions {
  /** Of this server. */
  readonly version: string;
  /** Told of what went wrong, which the assistant is not. */
  readonly onError?: (error: unknown) => void;
}

/** One message of the protocol's Streamable HTTP transport, without sessions: each request stands for itself. */
export async function answerMcp(text: string, tools: readonly Tool[], options: McpOptions): Promise<McpAnswer> {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return { status: 400, body: failure(null, PARSE_ERROR, "Not JSON") };
  }
  const parsed = RequestSchema.safeParse(message);
  if (!parsed.success) return { status: 400, body: failure(null, INVALID_REQUEST, "Not a JSON-RPC request") };
  const { id, method, params = {} } = parsed.data;
  if (id === undefined) return { status: 202 };
  const success = (result: unknown): McpAnswer => ({ status: 200, body: { jsonrpc: "2.0", id, result } });
  switch (method) {
    case "initialize": {
      const wanted = params.protocolVersion;
      return success({
        protocolVersion: typeof wanted === "string" && VERSIONS.includes(wanted) ? wanted : VERSIONS[0],
        capabilities: { tools: {} },
        serverInfo: { name: "juesuan", title: "决算 juesuan", version: options.version },
        instructions:
          "Final accounts of Chinese government departments as checked figures. Quote figures with their places. Amounts are as printed; an absent figure is not zero.",
      });
    }
    case "ping":
      return success({});
    case "tools/list":
      return success({
        tools: tools.map(({ name, description, input }) => ({
          name,
          description,
          inputSchema: z.toJSONSchema(input, { io: "input" }),
          annotations: { readOnlyHint: true },
        })),
      });
    case "tools/call":
      return callTool(id, params, tools, options);
    default:
      return { status: 200, body: failure(id, NO_SUCH_METHOD, `There is no method ${method}`) };
  }
}

async function callTool(
  id: string | number,
  params: Record<string, unknown>,
  tools: readonly Tool[],
  { onError }: McpOptions,
): Promise<McpAnswer> {
  const chosen = tools.find(({ name }) => name === params.name);
  if (!chosen) return { status: 200, body: failure(id, INVALID_PARAMS, `There is no tool ${String(params.name)}`) };
  const input = chosen.input.safeParse(params.arguments ?? {});
  const content = (text: string, isError = false): McpAnswer => ({
    status: 200,
    body: { jsonrpc: "2.0", id, result: { content: [{ type: "text", text }], isError } },
  });
  if (!input.success) {
    return content(input.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "), true);
  }
  if (Object.values(input.data).some((value) => typeof value === "string" && value.includes("\0")))
    return content("An argument has the character NUL in it. 参数里有空字符。", true);
  try {
    return content(JSON.stringify(await chosen.run(input.data as never)));
  } catch (error) {
    if (error instanceof ToolError) return content(error.message, true);
    if (error instanceof DraftError) return content(`${error.message} ${error.messageEn}`, true);
    if (isUnreadable(error)) return content(`${error.message} ${error.messageEn}`, true);
    if (error instanceof CursorError)
      return content("The cursor is not the `next` of this search. 游标不是这次查询给出的 next。", true);
    onError?.(error);
    if (error instanceof StoreError)
      return content("The store does not answer now: try again. 暂时不能读取数据。", true);
    return { status: 200, body: failure(id, INTERNAL, "Internal error") };
  }
}

const failure = (id: string | number | null, code: number, message: string) => ({
  jsonrpc: "2.0",
  id,
  error: { code, message },
});
