import type { Context, MiddlewareHandler } from "hono";
import { sayUsual } from "./headers.ts";
import { problem } from "./problem.ts";

// How much one caller may ask for. Kept in this process: several processes give several times as much, and an edge in
// front of them counts better.

/** Requests a minute from one caller. */
export interface Limits {
  readonly reads: number;
  /** What costs a processor: checking, importing, tools of assistants, a year in bulk. */
  readonly heavy: number;
  /** Documents that are read at the same time, from all callers together: each may take a processor and a hundred MB. */
  readonly together: number;
}

export const USUAL_LIMITS: Limits = { reads: 3000, heavy: 120, together: 4 };

/** Who asks, as far as the platform knows; undefined: not counted. */
export type CallerOf = (c: Context) => string | undefined;

/** Callers that are remembered; the ones that asked least recently are forgotten first. */
const MOST_CALLERS = 20_000;
const MINUTE = 60_000;

const HEAVY = /^\/(?:v1\/(?:check|draft|bulk\/)|mcp$)/;
const READS_A_DOCUMENT = /^\/v1\/(?:check|draft)$/;

/** Answers 429 to who asks too much, and says in every answer how much is left (RateLimit of the IETF's draft). */
export function limited(limits: Limits, callerOf: CallerOf, now: () => number = Date.now): MiddlewareHandler {
  const buckets = new Map<string, Bucket>();
  return (c, next) => {
    const caller = callerOf(c);
    if (caller === undefined) return next();
    const heavy = HEAVY.test(c.req.path) || c.req.method === "POST";
    const most = heavy ? limits.heavy : limits.reads;
    const key = `${heavy ? "heavy" : "reads"} ${prefixOf(caller)}`;
    const bucket = refilled(buckets.get(key), most, now());
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size > MOST_CALLERS) buckets.delete(buckets.keys().next().value!);
    const seconds = Math.ceil(((1 - Math.min(bucket.left, 1)) / most) * 60);
    const policy = `"${heavy ? "heavy" : "reads"}"`;
    if (bucket.left < 1) {
      sayUsual(c);
      c.header("retry-after", String(Math.max(1, seconds)));
      c.header("ratelimit", `${policy};r=0;t=${Math.max(1, seconds)}`);
      const detail = {
        zh: `请在 ${Math.max(1, seconds)} 秒后再试。`,
        en: `Try again in ${Math.max(1, seconds)} s.`,
      };
      return Promise.resolve(problem(c, "too-many-requests", detail));
    }
    bucket.left -= 1;
    c.header("ratelimit-policy", `${policy};q=${most};w=60`);
    const left = `${policy};r=${Math.floor(bucket.left)};t=60`;
    c.set("ratelimit", left);
    c.header("ratelimit", left);
    return next();
  };
}

interface Bucket {
  left: number;
  at: number;
}

/** A bucket fills evenly over a minute. */
function refilled(bucket: Bucket | undefined, most: number, moment: number): Bucket {
  if (!bucket) return { left: most, at: moment };
  const left = Math.min(most, bucket.left + (Math.max(0, moment - bucket.at) * most) / MINUTE);
  return { left, at: moment };
}

/** One subscriber has a whole /64 of IPv6. */
function prefixOf(address: string): string {
  return address.includes(":") && !address.includes(".") ? address.split(":").slice(0, 4).join(":") : address;
}

/** Answers 503 while as many documents are being read as may be at the same time. */
export function fewTogether(most: number): MiddlewareHandler {
  let reading = 0;
  return async (c, next) => {
    if (!READS_A_DOCUMENT.test(c.req.path) || c.req.method !== "POST") return next();
    if (reading >= most) {
      sayUsual(c);
      c.header("retry-after", "2");
      return problem(c, "busy");
    }
    reading++;
    try {
      await next();
    } finally {
      reading--;
    }
    return undefined;
  };
}
