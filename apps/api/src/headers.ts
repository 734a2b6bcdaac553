import type { Context, MiddlewareHandler } from "hono";

// What a browser may do with what it is given. Three kinds of answer, three policies, none with an unsafe part for
// scripts or styles: 'wasm-unsafe-eval' lets WebAssembly be compiled (PDFium, in the viewer) and nothing else.

/** Data: a browser that opens it runs nothing, loads nothing, and no page frames it. */
const DATA = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A file that anyone may have made: as data, and in a place apart even if something opens it. */
const FILE = `sandbox; ${DATA}`;

/** The viewer's own pages. */
const VIEWER = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** A page that carries one style of its own, named by the hash of it, and forms that ask here. */
export async function pagePolicy(style: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  const hash = btoa(String.fromCodePoint(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`;
}

const SOURCE = /^\/v1\/accounts\/[^/]+\/source$/;
const API = /^\/(?:v1\/|mcp$|health$|openapi\.json$)/;

/** The data is public: any site may load it and send a document. */
const METHODS = "GET, HEAD, POST, OPTIONS";
const SENT = "Authorization, Content-Type, Accept, If-None-Match, If-Range, Range, Mcp-Protocol-Version";
/** What a page of another origin may read of an answer. */
export const READABLE =
  "ETag, Accept-Ranges, Content-Range, Content-Disposition, X-Request-Id, Link, RateLimit, RateLimit-Policy, Retry-After";

/**
 * The headers of every answer; one that brings a policy of its own keeps it. They are said before the answer is made:
 * to add them afterwards would have it made twice.
 */
export function usualHeaders(): MiddlewareHandler {
  return (c, next) => {
    sayUsual(c);
    if (c.req.method !== "OPTIONS") return next();
    c.header("access-control-allow-methods", METHODS);
    c.header("access-control-allow-headers", SENT);
    c.header("access-control-max-age", "86400");
    return Promise.resolve(c.body(null, 204));
  };
}

/** Says them for an answer that is given before it is that middleware's turn. */
export function sayUsual(c: Context): void {
  const { path } = c.req;
  c.header("content-security-policy", SOURCE.test(path) ? FILE : API.test(path) ? DATA : VIEWER);
  c.header("x-content-type-options", "nosniff");
  c.header("x-frame-options", "DENY");
  c.header("referrer-policy", "no-referrer");
  c.header("cross-origin-opener-policy", "same-origin");
  c.header("cross-origin-resource-policy", "cross-origin");
  c.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  // Heeded only where it came over TLS.
  c.header("strict-transport-security", "max-age=31536000; includeSubDomains");
  c.header("access-control-allow-origin", "*");
  c.header("access-control-expose-headers", READABLE);
}
