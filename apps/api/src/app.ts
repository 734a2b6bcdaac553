import { OpenAPIHono } from "@hono/zod-openapi";
import { CursorError, StoreError, type Store } from "@juesuan/store";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import { requestId } from "hono/request-id";
import { trimTrailingSlash } from "hono/trailing-slash";
import type { Token } from "./tokens.ts";
import { isKept, keptByVersion } from "./cache.ts";
import { asDescribed, withoutNul } from "./described.ts";
import { docsPage, STYLE } from "./docs-page.ts";
import type { Spool } from "./bulk/spool.ts";
import type { Examine } from "./examine.ts";
import { pagePolicy, usualHeaders } from "./headers.ts";
import { fewTogether, limited, type CallerOf, type Limits } from "./limits.ts";
import { named } from "./operations.ts";
import { viewerAnswer, type RenderPage } from "./pages.ts";
import { problem } from "./problem.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { bulkRoutes } from "./routes/bulk.ts";
import { catalogueRoutes } from "./routes/catalogue.ts";
import { checkRoutes } from "./routes/check.ts";
import { classificationRoutes } from "./routes/classifications.ts";
import { draftRoutes } from "./routes/draft.ts";
import { healthRoutes } from "./routes/health.ts";
import { importRoutes } from "./routes/import.ts";
import { mcpRoutes } from "./routes/mcp.ts";
import { peerRoutes } from "./routes/peers.ts";
import { reindexRoutes } from "./routes/reindex.ts";
import { searchRoutes } from "./routes/search.ts";
import { sourceRoutes } from "./routes/source.ts";
import { tableRoutes } from "./routes/tables.ts";
import { tryRoutes } from "./routes/try.ts";
import { VERSION } from "./version.ts";

/** A file of the viewer by its path ("/index.html"); undefined where there is none. */
export type Assets = (path: string) => Promise<Asset | undefined>;

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name changes with its contents, so it may be kept for ever. */
  readonly immutable: boolean;
  /** The body compressed by Brotli, where it is at hand: what is read often is worth more than compressing on the way. */
  readonly brotli?: Uint8Array<ArrayBuffer> | undefined;
}

export interface AppOptions {
  readonly store: Store;
  readonly examine: Examine;
  readonly assets?: Assets;
  /** Renders the viewer's pages; absent: they come as frames, and fill themselves. */
  readonly render?: RenderPage;
  /** The largest document that may be sent, in bytes. */
  readonly maxBytes?: number;
  /** Whether answers are compressed here; an edge does that itself. */
  readonly compressed?: boolean;
  /** Who may write; nobody where absent. */
  readonly tokens?: readonly Token[];
  /** How much one caller may ask for; without limits where absent. */
  readonly limits?: { readonly of: Limits; readonly callerOf: CallerOf };
  /** Bytes of answers about accounts that are kept to be given again; 32 MB where absent. */
  readonly cacheBytes?: number;
  /** Room for a year's files, so that they are made once and parts of them can be asked for; absent: streamed as made. */
  readonly spool?: Spool;
  /** Told of every request when it is answered. */
  readonly onRequest?: (request: RequestRecord) => void;
  readonly onError?: (error: unknown, requestId: string) => void;
}

/** One line of the log: nothing of the body, nothing of the query, which may hold names. */
export interface RequestRecord {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
}

const CACHE_BYTES = 32 * 1024 * 1024;
const MAX_BYTES = 32 * 1024 * 1024;

/** What is no file: the longest text that an assistant may have checked is two million characters. */
const MESSAGE_BYTES = 8 * 1024 * 1024;

/** The API, and the viewer beside it. It knows web standards only; node.ts and other rims bring the platform. */
export function createApp({
  store,
  examine,
  assets,
  render,
  maxBytes = MAX_BYTES,
  tokens = [],
  compressed = false,
  limits,
  cacheBytes = CACHE_BYTES,
  spool,
  onRequest,
  onError,
}: AppOptions) {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const issues = result.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
      const named = issues.map(({ path, message }) => `${path}: ${message}`).join("; ");
      return problem(c, "bad-request", { zh: `参数有误：${named}`, en: `Invalid parameters: ${named}` }, { issues });
    },
  });

  app.use(requestId());
  if (compressed) {
    const packed = compress();
    app.use((c, next) => (c.req.header("accept-encoding") === undefined ? next() : packed(c, next)));
  }
  if (onRequest) {
    app.use(async (c, next) => {
      const began = performance.now();
      await next();
      const { method, path } = c.req;
      const milliseconds = Math.round((performance.now() - began) * 10) / 10;
      onRequest({ requestId: c.get("requestId"), method, path, status: c.res.status, milliseconds });
    });
  }
  if (limits) {
    app.use(limited(limits.of, limits.callerOf));
    app.use(fewTogether(limits.of.together));
  }
  app.use(withoutNul());
  // Before the headers that every answer has: what is given again has them already.
  app.use("/v1/*", keptByVersion(store, { most: cacheBytes, compressed }));
  app.use(usualHeaders());
  app.use("/v1/*", trimTrailingSlash());
  app.use(asDescribed(() => document()));
  // A tag is made of the whole body, and what is streamed has none before its end.
  // An answer of "not modified" is still to be found in the log, and to be read by pages of other origins.
  const tagged = etag({
    retainedHeaders: [
      ...RETAINED_304_HEADERS,
      "x-request-id",
      "access-control-allow-origin",
      "access-control-expose-headers",
    ],
  });
  app.use((c, next) => (STREAMED.test(c.req.path) || isKept(c) ? next() : tagged(c, next)));
  for (const [path, most] of [
    ["/v1/check", maxBytes],
    ["/v1/draft", maxBytes],
    ["/v1/accounts", maxBytes],
    ["/v1/departments/*", Math.min(maxBytes, MESSAGE_BYTES)],
    ["/mcp", Math.min(maxBytes, MESSAGE_BYTES)],
  ] as const) {
    const megabytes = Math.floor(most / 1024 / 1024);
    const detail = { zh: `文件不得超过 ${megabytes} MB。`, en: `A file may have at most ${megabytes} MB.` };
    app.use(path, bodyLimit({ maxSize: most, onError: (c) => problem(c, "too-large", detail) }));
  }

  app.route("/", accountRoutes(store));
  app.route("/", sourceRoutes(store));
  app.route("/", tableRoutes(store));
  app.route("/", checkRoutes(examine));
  app.route("/", draftRoutes(examine));
  app.route("/", importRoutes(store, examine, tokens));
  app.route("/", reindexRoutes(store, tokens));
  app.route("/", searchRoutes(store));
  app.route("/", peerRoutes(store, tokens));
  app.route("/", bulkRoutes(store, spool));
  app.route("/", catalogueRoutes());
  app.route("/", classificationRoutes());
  app.route("/", mcpRoutes(store, examine, onError));
  app.route("/", healthRoutes(store));

  const description = {
    openapi: "3.1.0",
    info: {
      title: "决算 juesuan",
      version: VERSION,
      description:
        "部门决算公开的结构化数据与校验。Final accounts of Chinese government departments as typed, checked data.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
  };
  const document = () => named(app.getOpenAPI31Document(description));
  app.get("/openapi.json", (c) => c.json(document()));
  app.route("/", tryRoutes(document));
  app.get("/docs", async (c) => {
    c.header("content-security-policy", await pagePolicy(STYLE));
    return c.html(docsPage(document()));
  });

  /** What this API answers to the same caller at another address. */
  const ownAnswer = async (c: Context, address: string): Promise<Response> => {
    const headers = new Headers(c.req.raw.headers);
    headers.set("accept", "application/json");
    for (const name of ["accept-encoding", "if-none-match", "range", "cookie"]) headers.delete(name);
    return app.fetch(new Request(new URL(address, c.req.url), { headers }), c.env);
  };

  app.notFound(async (c) => {
    const { path, method } = c.req;
    const reading = method === "GET" || method === "HEAD";
    const answer =
      reading && assets && !path.startsWith("/v1/")
        ? await viewerAnswer(c, { assets, render, answer: ownAnswer, onError })
        : undefined;
    if (answer) return answer;
    if (reading && path === "/") return c.redirect("/docs");
    return problem(c, "not-found", { zh: `没有 ${path}。接口说明见 /docs。`, en: `There is no ${path}. See /docs.` });
  });

  app.onError((error, c) => {
    if (error instanceof CursorError) return problem(c, "bad-cursor");
    if (error instanceof StoreError) {
      onError?.(error, c.get("requestId"));
      if (error.code === "unavailable") c.header("retry-after", "5");
      return problem(c, error.code);
    }
    // A caller who went away in the middle of sending is nobody's fault, and reads no answer.
    if (isAborted(error)) return problem(c, "empty-document");
    // The framework's own word that a body is not what its type says.
    if (error instanceof HTTPException && error.status < 500) {
      return problem(c, "bad-request", { zh: "正文不是有效的 JSON 或表单。", en: `${error.message}.` });
    }
    onError?.(error, c.get("requestId"));
    return problem(c, "internal");
  });
  return app;
}

/** What is streamed: a year in bulk, and a published file, which brings a tag of its own. */
const STREAMED = /^\/v1\/(?:bulk\/|accounts\/[^/]+\/source$)/;

const isAborted = (error: unknown) =>
  error instanceof Error && (error.name === "AbortError" || (error as { code?: string }).code === "ECONNRESET");
