import type { Context } from "hono";
import { problem } from "./problem.ts";

/** Who may write. The token itself is known to its owner alone: here there is its SHA-256. */
export interface Token {
  /** For logs and for the person who withdraws it. */
  readonly name: string;
  readonly sha256: string;
  /** What it may be used for; everything where absent. */
  readonly scopes?: readonly Scope[];
}

/** `import`: keep documents. `rename`: record former names of departments. */
export type Scope = "import" | "rename";

const SCOPES: ReadonlySet<string> = new Set<Scope>(["import", "rename"]);

/** Tokens as they are configured: `name:sha256` or `name:sha256:scope+scope`, by commas. Throws for what is none, without repeating it. */
export function parseTokens(text: string | undefined): Token[] {
  return (text ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const match = /^([\w.-]+):([0-9a-f]{64})(?::([a-z+]+))?$/i.exec(entry);
      const scopes = match?.[3]?.split("+");
      if (!match || scopes?.some((scope) => !SCOPES.has(scope)))
        throw new Error("JUESUAN_TOKENS: each token is name:sha256 or name:sha256:import+rename, by commas");
      return { name: match[1]!, sha256: match[2]!.toLowerCase(), ...(scopes ? { scopes: scopes as Scope[] } : {}) };
    });
}

/** The token that a request carries, if it is one of these. */
export async function tokenOf(authorization: string | undefined, tokens: readonly Token[]): Promise<Token | undefined> {
  const given = /^Bearer ([\x21-\x7e]{16,512})$/i.exec(authorization ?? "")?.[1];
  if (given === undefined) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(given));
  const hash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  let found: Token | undefined;
  // Every token is compared, and every character of it: how long it takes says nothing.
  for (const token of tokens) if (equal(hash, token.sha256)) found = token;
  return found;
}

function equal(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index++) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}

/** Undefined where the request may do this; otherwise the answer to it. */
export async function refusalOf(c: Context, tokens: readonly Token[], scope: Scope): Promise<Response | undefined> {
  const token = await tokenOf(c.req.header("authorization"), tokens);
  if (!token) {
    c.header("www-authenticate", "Bearer");
    return problem(c, "unauthorised", {
      zh: "请求头要有 Authorization: Bearer 令牌；令牌是 16 到 512 个字符，其 SHA-256 在 JUESUAN_TOKENS 中。",
      en: "Send Authorization: Bearer TOKEN; a token has 16 to 512 characters, and its SHA-256 is in JUESUAN_TOKENS.",
    });
  }
  if (token.scopes && !token.scopes.includes(scope)) {
    c.header("www-authenticate", `Bearer error="insufficient_scope", scope="${scope}"`);
    return problem(c, "forbidden");
  }
  return undefined;
}
