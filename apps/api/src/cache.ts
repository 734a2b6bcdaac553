import type { Context, MiddlewareHandler } from "hono";
import type { Store } from "@juesuan/store";
import { READABLE } from "./headers.ts";
import { VERSION } from "./version.ts";

// Accounts change seldom and are read often. The store says in one small query which version of an account it has, or in
// another whether anything was written at all; what was answered for that version is answered again without being made
// again, and costs a caller who has it nothing.

/** What is kept of one answer: its bytes, and every header that is the same for whoever asks. */
interface Kept {
  readonly etag: string;
  /** Text stays text: it is sent faster. */
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly size: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The same made small, once somebody asked for it again: to do that costs more than all the rest of an answer. */
  small?: Uint8Array<ArrayBuffer>;
}

/** Smaller answers are not worth it. */
const WORTH_MAKING_SMALL = 1024;
const TAKES_GZIP = /(?:^|[,\s])gzip\s*(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;
const IS_TEXT = /json|^text\//;

/** What an answer of "not modified" says beside the tag: pages of other origins read it too. */
const NOT_MODIFIED = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": READABLE,
  "cache-control": "no-cache",
  vary: "accept",
};

/** Of one request alone. */
const OWN_HEADERS = new Set(["x-request-id", "ratelimit", "ratelimit-policy", "content-encoding", "content-length"]);

/** A larger answer is made each time, unless it leaves room for seven more of its size. */
const LARGEST = 1024 * 1024;

/**
 * The addresses whose answer depends on nothing but the newest version of one account: not on its peers, not on a
 * revision before.
 */
const OF_ONE_ACCOUNT = /^\/v1\/accounts\/([^/]+)(?:\/(?:findings|report|document|figures|tables(?:\/[^/]+)?))?$/;

/** The addresses whose answer depends on the store alone. */
const OF_THE_STORE =
  /^\/v1\/(?:accounts|facets|aggregate|compare|departments\/[^/]+|accounts\/[^/]+\/(?:peers|outliers|revisions))$/;

/** What an answer depends on: the id of an account, or the store as a whole. */
type Subject = { readonly account: string } | "store";

function subjectOf(c: Context): Subject | undefined {
  // HEAD is answered as GET is, without the body.
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return undefined;
  const { path } = c.req;
  if (OF_THE_STORE.test(path)) return "store";
  const account = c.req.query("revision") === undefined ? OF_ONE_ACCOUNT.exec(path)?.[1] : undefined;
  return account === undefined ? undefined : { account };
}

/** Whether this address is tagged here, by a version. */
export const isKept = (c: Context) => subjectOf(c) !== undefined;

/** Tags and keeps the answers about accounts; `most` bytes of them are kept, those `compressed` where that is done here. */
export function keptByVersion(
  store: Pick<Store, "version" | "state">,
  { most, compressed }: { readonly most: number; readonly compressed: boolean },
): MiddlewareHandler {
  const answers = new Map<string, Kept>();
  let size = 0;
  const forget = (key: string) => {
    const kept = answers.get(key);
    size -= kept ? kept.size + (kept.small?.length ?? 0) : 0;
    answers.delete(key);
  };
  return async (c, next) => {
    const subject = subjectOf(c);
    if (subject === undefined) return next();
    // Before the answer is made: what is written meanwhile makes it older than it is, and it is made again.
    const version = await (subject === "store" ? store.state() : store.version(decoded(subject.account)));
    if (version === undefined) return next();
    const accept = c.req.header("accept") ?? "";
    const etag = `W/"${version}-${VERSION}-${shortHash(accept)}"`;
    if (matches(c.req.header("if-none-match"), etag))
      return new Response(null, { status: 304, headers: own(c, { ...NOT_MODIFIED, etag }) });
    const key = `${accept.slice(0, 200)} ${c.req.url}`;
    const kept = answers.get(key);
    if (kept?.etag === etag) {
      // Used again: forgotten later.
      answers.delete(key);
      answers.set(key, kept);
      const packable =
        compressed && kept.size >= WORTH_MAKING_SMALL && IS_TEXT.test(kept.headers["content-type"] ?? "");
      if (!packable || !TAKES_GZIP.test(c.req.header("accept-encoding") ?? ""))
        return new Response(kept.body, { headers: own(c, kept.headers) });
      if (!kept.small) {
        const small = await gzip(kept.body);
        // Somebody else may have done so meanwhile, or it may be forgotten.
        if (!kept.small && answers.get(key) === kept) size += small.length;
        kept.small ??= small;
      }
      const headers = { ...kept.headers, vary: "accept, accept-encoding", "content-encoding": "gzip" };
      return new Response(kept.small, { headers: own(c, headers) });
    }
    await next();
    if (c.res.status !== 200) return undefined;
    for (const [name, value] of Object.entries({ etag, vary: "accept", "cache-control": "no-cache" }))
      c.res.headers.set(name, value);
    if (most === 0 || key.length > 2000) return undefined;
    const body = new Uint8Array(await c.res.clone().arrayBuffer());
    if (body.length > Math.max(LARGEST, most / 8)) return undefined;
    forget(key);
    const headers = Object.fromEntries([...c.res.headers].filter(([name]) => !OWN_HEADERS.has(name)));
    const text = /json/.test(headers["content-type"] ?? "") ? new TextDecoder().decode(body) : undefined;
    answers.set(key, { etag, body: text ?? body, size: body.length, headers });
    size += body.length;
    for (const oldest of answers.keys()) {
      if (size <= most) break;
      forget(oldest);
    }
    return undefined;
  };
}

async function gzip(body: Kept["body"]): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** With what belongs to this request alone. */
function own(c: Context, headers: Readonly<Record<string, string>>): Record<string, string> {
  const limit = c.get("ratelimit") as string | undefined;
  const id = c.get("requestId") as string | undefined;
  return { ...headers, ...(id ? { "x-request-id": id } : {}), ...(limit ? { ratelimit: limit } : {}) };
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
