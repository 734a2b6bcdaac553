import { examine } from "@juesuan/readers";
import { createStore } from "@juesuan/store";
import { openD1, type D1 } from "@juesuan/store/d1";
// @ts-expect-error -- a module of WebAssembly, which Cloudflare compiles when the worker is deployed
import pdfium from "@embedpdf/pdfium/pdfium.wasm";
import { createApp } from "./app.ts";
import { parseTokens } from "./tokens.ts";

// The rim for Cloudflare Workers: D1 and static assets. wrangler.jsonc names the bindings.

export interface Environment {
  readonly DATABASE: D1;
  /** The viewer's files, which Cloudflare serves before this worker is asked; absent where only the API is deployed. */
  readonly ASSETS?: { fetch(request: Request): Promise<Response> };
  /** A secret: `wrangler secret put JUESUAN_TOKENS`. */
  readonly JUESUAN_TOKENS?: string;
}

/** A worker has 128 MB: a document that is larger than this does not fit beside what is made of it. */
const MAX_BYTES = 16 * 1024 * 1024;

export default {
  async fetch(request: Request, { DATABASE, ASSETS, JUESUAN_TOKENS }: Environment): Promise<Response> {
    const app = createApp({
      store: createStore(openD1(DATABASE)),
      examine: (bytes, options) => examine(bytes, { ...options, wasm: pdfium as object }),
      maxBytes: MAX_BYTES,
      tokens: parseTokens(JUESUAN_TOKENS),
      onError: (error, requestId) => console.error(requestId, error),
      ...(ASSETS
        ? {
            assets: async (path) => {
              const response = await ASSETS.fetch(new Request(new URL(path, request.url)));
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
    return app.fetch(request);
  },
};
