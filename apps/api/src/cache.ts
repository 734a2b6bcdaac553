import type { MiddlewareHandler } from "hono";
import type { Store } from "@juesuan/store";
import { VERSION } from "./version.ts";

// Accounts change seldom and are read often. The store says in one small query which version of an account it has; what
// was answered for that version is answered again without being made again, and costs a caller who has it nothing.

/** What is kept of one answer. */
interface Kept {
  readonly etag: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: readonly (readonly [string, string])[];
}

/** A larger answer is made each time. */
const LARGEST = 1024 * 1024;

/**
 * The addresses whose answer depends on nothing but the newest version of one account: not on its peers, not on a
 * revision before.
 */
const OF_ONE_ACCOUNT = /^\/v1\/accounts\/([^/]+)(?:\/(?:findings|report|document|figures|tables(?:\/[^/]+)?))?$/;

/** Tags and keeps the answers about one account; `most` bytes of them are kept. */
export function keptByVersion(store: Pick<Store, "version">, most: number): MiddlewareHandler {
  const answers = new Map<string, Kept>();
  let size = 0;
  const forget = (key: string) => {
    size -= answers.get(key)?.body.length ?? 0;
    answers.delete(key);
  };
  return async (c, next) => {
    const id = c.req.method === "GET" ? OF_ONE_ACCOUNT.exec(c.req.path)?.[1] : undefined;
    if (id === undefined || c.req.query("revision") !== undefined) return next();
    const version = await store.version(decoded(id));
    if (version === undefined) return next();
    const accept = c.req.header("accept") ?? "";
    const etag = `W/"${version}-${VERSION}-${shortHash(accept)}"`;
    const validators = { etag, vary: "accept", "cache-control": "no-cache" };
    if (matches(c.req.header("if-none-match"), etag)) return c.body(null, 304, validators);
    const key = `${accept.slice(0, 200)} ${c.req.url}`;
    const kept = answers.get(key);
    if (kept?.etag === etag) {
      // Used again: forgotten later.
      answers.delete(key);
      answers.set(key, kept);
      return c.body(kept.body, 200, Object.fromEntries(kept.headers));
    }
    await next();
    if (c.res.status !== 200) return undefined;
    for (const [name, value] of Object.entries(validators)) c.res.headers.set(name, value);
    if (most === 0 || key.length > 2000) return undefined;
    const body = new Uint8Array(await c.res.clone().arrayBuffer());
    if (body.length > LARGEST) return undefined;
    forget(key);
    const headers = ["content-type", "content-disposition", ...Object.keys(validators)].flatMap((name) => {
      const value = c.res.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    answers.set(key, { etag, body, headers });
    size += body.length;
    for (const oldest of answers.keys()) {
      if (size <= most) break;
      forget(oldest);
    }
    return undefined;
  };
}

/** Whether a caller has this version, by the weak comparison that the method GET wants. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  const plain = etag.replace(/^W\//, "");
  return header.split(",").some((one) => one.trim().replace(/^W\//, "") === plain);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** FNV-1a, 32 bits: tells the few values of a header apart. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
