import { examine } from "@juesuan/readers";
import { createStore } from "@juesuan/store";
import { openD1, type D1 } from "@juesuan/store/d1";
// @ts-expect-error -- a module of WebAssembly, which Cloudflare compiles when the worker is deployed
import pdfium from "@embedpdf/pdfium/pdfium.wasm";
// @ts-expect-error -- what the viewer's build made to render its pages (vite.worker.config.ts)
import { renderPage } from "virtual:viewer";
import { createApp } from "./app.ts";
import { USUAL_LIMITS } from "./limits.ts";
import type { RenderPage } from "./pages.ts";
import { parseTokens } from "./tokens.ts";

// The rim for Cloudflare Workers: D1 and static assets. wrangler.jsonc names the bindings.

export interface Environment {
  readonly DATABASE: D1;
  /** The viewer's files; absent where only the API is deployed. */
  readonly ASSETS?: { fetch(request: Request): Promise<Response> };
  /** A secret: `wrangler secret put JUESUAN_TOKENS`. */
  readonly JUESUAN_TOKENS?: string;
}

/** A worker has 128 MB: a document that is larger than this does not fit beside what is made of it. */
const MAX_BYTES = 16 * 1024 * 1024;
const CACHE_BYTES = 4 * 1024 * 1024;

/** Kept as long as the runtime keeps this instance: its bindings are the same all that time. */
let app: ReturnType<typeof createApp> | undefined;

export default {
  fetch(request: Request, environment: Environment): Response | Promise<Response> {
    app ??= appOf(environment);
    return app.fetch(request);
  },
};

function appOf({ DATABASE, ASSETS, JUESUAN_TOKENS }: Environment) {
  return createApp({
    store: createStore(openD1(DATABASE), { keep: MAX_BYTES }),
    examine: (bytes, options) => examine(bytes, { ...options, wasm: pdfium as object }),
    maxBytes: MAX_BYTES,
    cacheBytes: CACHE_BYTES,
    tokens: parseTokens(JUESUAN_TOKENS),
    // Cloudflare sets this header itself, over whatever a caller sends.
    limits: { of: { ...USUAL_LIMITS, together: 1 }, callerOf: (c) => c.req.header("cf-connecting-ip") },
    onError: (error, requestId) => console.error(requestId, error),
    ...(ASSETS
      ? {
          ...(renderPage ? { render: renderPage as RenderPage } : {}),
          assets: async (path) => {
            const response = await ASSETS.fetch(new Request(new URL(path, "http://assets")));
            if (!response.ok) return undefined;
            return {
              body: new Uint8Array(await response.arrayBuffer()),
              type: response.headers.get("content-type") ?? "application/octet-stream",
              immutable: path.startsWith("/assets/"),
            };
          },
        }
      : {}),
  });
}
