import { useEffect, useState } from "react";
import type { Block, DocumentReport, Page } from "@juesuan/core";
import type { Grid, GridCell } from "@juesuan/writers";
import type { Words } from "./language.tsx";

export interface AccountSummary {
  readonly id: string;
  readonly department: string;
  readonly fiscalYear: number;
  readonly region: string;
  readonly profile: string;
  /** 1 for what was published once. */
  readonly revision: number;
  /** When it was last recorded. */
  readonly updatedAt: string;
  readonly figures: { readonly printed: number; readonly bound: number; readonly unbound: number };
  readonly findings: { readonly errors: number; readonly warnings: number };
}

export interface AccountPage {
  readonly accounts: readonly AccountSummary[];
  readonly total: number;
  /** Whether there are no more than `total`: a search stops counting. */
  readonly exact: boolean;
  readonly next: string | null;
}

export interface SourceDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
}

export type { Block, DocumentReport, Page, Grid, GridCell };

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly reason: Words; readonly status: number }
  | { readonly state: "ready"; readonly value: T };

const kept = new Map<string, unknown>();
const early = new Map<string, Promise<Loaded<unknown>>>();

/** Asks for an address before the code that shows it has come. */
export function fetchEarly(address: string): void {
  early.set(address, fetchJson(address, new AbortController().signal));
}

/** What is at hand, or what its address gives. */
export function usePart<T>(part: string | T): Loaded<T> {
  const fetched = useJson<T>(typeof part === "string" ? part : undefined);
  return typeof part === "string" ? fetched : { state: "ready", value: part };
}

/**
 * Fetches JSON once for an address and keeps it: what is published does not change under a reader. Without an address
 * nothing is fetched.
 */
export function useJson<T>(address: string | undefined): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly address: string; readonly result: Loaded<T> }>();
  useEffect(() => {
    if (address === undefined || kept.has(address)) return;
    const controller = new AbortController();
    const asked = early.get(address) as Promise<Loaded<T>> | undefined;
    early.delete(address);
    (asked ?? fetchJson<T>(address, controller.signal)).then(
      (result) => {
        if (result.state === "ready") kept.set(address, result.value);
        setLoaded({ address, result });
      },
      () => {},
    );
    return () => controller.abort();
  }, [address]);
  if (address !== undefined && kept.has(address)) return { state: "ready", value: kept.get(address) as T };
  return loaded !== undefined && loaded.address === address ? loaded.result : { state: "loading" };
}

/** One address for each id, all together; undefined until every one has answered. One that fails is left out. */
export function useEach<T>(
  ids: readonly string[],
  addressOf: (id: string) => string,
): ReadonlyMap<string, T> | undefined {
  const addresses = ids.map(addressOf);
  const all = addresses.join(" ");
  const [done, setDone] = useState<string>();
  useEffect(() => {
    const controller = new AbortController();
    const missing = (all === "" ? [] : all.split(" ")).filter((address) => !kept.has(address));
    Promise.all(
      missing.map(async (address) => {
        const result = await fetchJson<T>(address, controller.signal);
        if (result.state === "ready") kept.set(address, result.value);
      }),
    ).then(
      () => setDone(all),
      () => {},
    );
    return () => controller.abort();
  }, [all]);
  if (done !== all) return undefined;
  return new Map(
    ids.flatMap((id, index) => {
      const address = addresses[index]!;
      return kept.has(address) ? [[id, kept.get(address) as T] as const] : [];
    }),
  );
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
