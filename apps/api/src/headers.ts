import type { MiddlewareHandler } from "hono";

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

/** A page that carries one style of its own, named by the hash of it. */
export async function pagePolicy(style: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  const hash = btoa(String.fromCodePoint(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
}

const SOURCE = /^\/v1\/accounts\/[^/]+\/source$/;
const API = /^\/(?:v1\/|mcp$|health$|openapi\.json$)/;

/** The security headers of every answer; one that brings a policy of its own keeps it. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    const { path } = c.req;
    if (!headers.has("content-security-policy")) {
      const policy = SOURCE.test(path) ? FILE : API.test(path) ? DATA : VIEWER;
      headers.set("content-security-policy", policy);
    }
    headers.set("x-content-type-options", "nosniff");
    headers.set("x-frame-options", "DENY");
    headers.set("referrer-policy", "no-referrer");
    headers.set("cross-origin-opener-policy", "same-origin");
    // The data is public: other sites may load it. Pages are framed by none.
    headers.set("cross-origin-resource-policy", "cross-origin");
    headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    // Heeded only where it came over TLS.
    headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  };
}
