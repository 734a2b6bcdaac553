import type { DocumentReport } from "@juesuan/core";

/** One department's one year has one id; a document that names neither stands alone. */
export async function accountId(report: DocumentReport): Promise<string> {
  if (!report.department || !report.fiscalYear) return `document-${report.sha256.slice(0, 16)}`;
  return `${report.fiscalYear}-${(await sha256(report.department)).slice(0, 16)}`;
}

/** In hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
