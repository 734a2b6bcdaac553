import { useEffect, useState } from "react";
import type { DocumentReport } from "@juesuan/core";
import type { Words } from "./language.tsx";

export interface AccountSummary {
  readonly id: string;
  readonly department: string;
  readonly fiscalYear: number;
  readonly region: string;
  readonly profile: string;
  readonly figures: { readonly printed: number; readonly bound: number; readonly unbound: number };
  readonly findings: { readonly errors: number; readonly warnings: number };
}

export interface AccountPage {
  readonly accounts: readonly AccountSummary[];
  readonly total: number;
  readonly next: string | null;
}

/** A block of the source: a paragraph, or a table with its cells. */
export interface SourceBlock {
  readonly kind: "paragraph" | "table";
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly role?: string;
  readonly marker?: string;
  readonly rowCount?: number;
  readonly columnCount?: number;
  readonly cells?: readonly {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

export interface SourceDocument {
  readonly text: string;
  readonly blocks: readonly SourceBlock[];
  readonly pages: readonly { readonly number: number; readonly name?: string }[];
}

export type { DocumentReport };

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly reason: Words; readonly status: number }
  | { readonly state: "ready"; readonly value: T };

const kept = new Map<string, unknown>();

/** Fetches JSON once for an address and keeps it: what is published does not change under a reader. */
export function useJson<T>(address: string): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly address: string; readonly result: Loaded<T> }>();
  useEffect(() => {
    if (kept.has(address)) return;
    const controller = new AbortController();
    fetchJson<T>(address, controller.signal).then(
      (result) => {
        if (result.state === "ready") kept.set(address, result.value);
        setLoaded({ address, result });
      },
      () => {},
    );
    return () => controller.abort();
  }, [address]);
  if (kept.has(address)) return { state: "ready", value: kept.get(address) as T };
  return loaded?.address === address ? loaded.result : { state: "loading" };
}

async function fetchJson<T>(address: string, signal: AbortSignal): Promise<Loaded<T>> {
  let response: Response;
  try {
    response = await fetch(address, { signal, headers: { accept: "application/json" } });
  } catch (error) {
    if (signal.aborted) throw error;
    return {
      state: "failed",
      status: 0,
      reason: {
        zh: "连不上服务器，请检查网络后重试。",
        en: "The server cannot be reached. Please check the network and try again.",
      },
    };
  }
  if (response.ok) return { state: "ready", value: (await response.json()) as T };
  const problem = (await response.json().catch(() => ({}))) as { readonly detail?: string; readonly detailEn?: string };
  return {
    state: "failed",
    status: response.status,
    reason: {
      zh: problem.detail ?? `服务器答复 ${response.status}。`,
      en: problem.detailEn ?? `The server answered ${response.status}.`,
    },
  };
}
