import type { DocumentReport, Finding } from "@juesuan/core";
import type {
  AccountPage,
  AccountSummary,
  AccountWithRevisions,
  ComparedAccounts,
  DraftSummary,
  Facets,
  Filter,
  OutliersOfAccount,
  PeersOfAccount,
  Per,
  Report,
  Sort,
  Stored,
  Sums,
} from "./answers.ts";
import { ApiProblem } from "./problem.ts";

export interface ClientOptions {
  /** Where the service is: https://juesuan.example.gov.cn */
  readonly address: string;
  /** Who may write needs one. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
}

/** A document as it is sent. */
export type Bytes = Uint8Array<ArrayBuffer> | ArrayBuffer | Blob | string;

/** What a draft is written from. */
export interface DraftFrom {
  /** The typed accounts as an account has them, or any document: last year's disclosure, a workbook. */
  readonly accounts: object | Blob | Uint8Array<ArrayBuffer>;
  /** Last year's, for what is compared with it. */
  readonly last?: object | Blob | Uint8Array<ArrayBuffer>;
  /** 编写表: what the accounts do not hold, as an object or as the workbook filled in. */
  readonly form?: object | Blob | Uint8Array<ArrayBuffer>;
  /** The form of disclosure, where it is another than that of the accounts. */
  readonly profile?: string;
}

export type DraftFormat = "form" | "docx" | "html" | "md" | "txt" | "xlsx";

export interface Client {
  /** A page of accounts; `next` of one is the cursor of the next, in the same order. */
  list(query?: Filter & { sort?: Sort; limit?: number; cursor?: string; count?: "exact" }): Promise<AccountPage>;
  /** All accounts of a filter, page by page as they are asked for; `sort: "recent"` gives what is new first. */
  all(filter?: Filter & { sort?: Sort }): AsyncGenerator<AccountSummary>;
  account(id: string): Promise<AccountWithRevisions>;
  report(id: string, revision?: number): Promise<DocumentReport>;
  findings(
    id: string,
    filter?: { severity?: string; relation?: string; revision?: number },
  ): Promise<readonly Finding[]>;
  /** The published file, byte for byte. */
  source(id: string, revision?: number): Promise<Uint8Array<ArrayBuffer>>;
  peers(id: string): Promise<PeersOfAccount>;
  outliers(id: string): Promise<OutliersOfAccount>;
  facets(filter?: Filter): Promise<Facets>;
  aggregate(
    query: Filter & { by: "year" | "region" | "functional" | "economic"; concept?: "revenue" | "expenditure" },
  ): Promise<Sums>;
  compare(ids: readonly string[], options?: { keys?: readonly string[]; per?: Per }): Promise<ComparedAccounts>;
  /** Checks a document; nothing is kept. */
  check(document: Bytes, name?: string): Promise<Report>;
  /** What a disclosure written from these accounts lacks, with a form for it; nothing is kept. */
  draft(from: DraftFrom): Promise<DraftSummary>;
  /** The draft as a file, or as `form` the workbook to fill in, which `draftFile` takes back. */
  draftFile(from: DraftFrom, to: DraftFormat): Promise<Uint8Array<ArrayBuffer>>;
  /** Keeps a document; needs a token. */
  put(document: Bytes, options?: { name?: string; region?: string }): Promise<Stored>;
}

/**
 * A client of one service. What the service cannot do is thrown as an {@link ApiProblem}.
 *
 * @example
 * const juesuan = createClient({ address: "http://localhost:8787" });
 * for await (const { department, findings } of juesuan.all({ year: 2023, severity: "error" })) …
 */
export function createClient({ address, token, fetch: asked = fetch }: ClientOptions): Client {
  const base = address.replace(/\/+$/, "");

  async function ask(path: string, query: object = {}, init: RequestInit = {}): Promise<Response> {
    const url = new URL(`${base}${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const headers = new Headers(init.headers);
    if (token) headers.set("authorization", `Bearer ${token}`);
    const answer = await asked(url, { ...init, headers });
    if (answer.ok) return answer;
    const said: unknown = await answer.json().catch(() => ({}));
    throw new ApiProblem(answer.status, (said ?? {}) as Record<string, unknown>, answer.headers);
  }

  const json = async <T>(path: string, query?: object, init?: RequestInit) =>
    (await (await ask(path, query, init)).json()) as T;
  const at = (id: string, rest = "") => `/v1/accounts/${encodeURIComponent(id)}${rest}`;
  const sent = (body: Bytes): RequestInit => ({
    method: "POST",
    body,
    headers: { "content-type": "application/octet-stream" },
  });

  const draft = (from: DraftFrom, to: "json" | DraftFormat) => {
    const { profile, ...parts } = from;
    const body = new FormData();
    for (const [name, part] of Object.entries(parts) as [string, DraftFrom["accounts"] | undefined][]) {
      if (part === undefined) continue;
      const isFile = part instanceof Blob || part instanceof Uint8Array;
      body.set(name, isFile ? new Blob([part]) : new Blob([JSON.stringify(part)], { type: "application/json" }), name);
    }
    return ask("/v1/draft", { to, profile }, { method: "POST", body });
  };

  const client: Client = {
    list: (query) => json("/v1/accounts", query),
    async *all(filter) {
      let cursor: string | undefined;
      do {
        const page = await client.list({ ...filter, limit: 200, ...(cursor ? { cursor } : {}) });
        yield* page.accounts;
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
    },
    account: (id) => json(at(id)),
    report: (id, revision) => json(at(id, "/report"), { revision }),
    findings: async (id, filter) => (await json<{ findings: Finding[] }>(at(id, "/findings"), filter)).findings,
    source: async (id, revision) => new Uint8Array(await (await ask(at(id, "/source"), { revision })).arrayBuffer()),
    peers: (id) => json(at(id, "/peers")),
    outliers: (id) => json(at(id, "/outliers")),
    facets: (filter) => json("/v1/facets", filter),
    aggregate: (query) => json("/v1/aggregate", query),
    compare: (ids, { keys, per } = {}) => json("/v1/compare", { ids: ids.join(","), keys: keys?.join(";"), per }),
    check: (document, name) => json("/v1/check", { name }, sent(document)),
    draft: async (from) => (await (await draft(from, "json")).json()) as DraftSummary,
    draftFile: async (from, to) => new Uint8Array(await (await draft(from, to)).arrayBuffer()),
    put: (document, { name, region } = {}) => json("/v1/accounts", { name, region }, sent(document)),
  };
  return client;
}
