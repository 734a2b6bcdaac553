/** Who may write. The token itself is known to its owner alone: here there is its SHA-256. */
export interface Token {
  /** For logs and for the person who withdraws it. */
  readonly name: string;
  readonly sha256: string;
}

/** Tokens as they are configured: `name:sha256` by commas. Throws for what is none, without repeating it. */
export function parseTokens(text: string | undefined): Token[] {
  return (text ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const match = /^([\w.-]+):([0-9a-f]{64})$/i.exec(entry);
      if (!match) throw new Error("JUESUAN_TOKENS: each token is name:sha256, by commas");
      return { name: match[1]!, sha256: match[2]!.toLowerCase() };
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
