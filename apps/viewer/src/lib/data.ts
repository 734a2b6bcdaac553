import { startTransition, useEffect, useState } from "react";
import type { Block, DocumentReport, Page } from "@juesuan/core";
import type { Grid, GridCell, GridPart } from "@juesuan/writers";
import type { Words } from "./language.tsx";

export interface AccountSummary {
  readonly id: string;
  readonly department: string;
  readonly fiscalYear: number;
  readonly region: string;
  readonly profile: string;
  /** 1 for what was published once. */
  readonly revision: number;
  /** When its newest version was recorded. */
  readonly recordedAt: string;
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

export type { Block, DocumentReport, Page, Grid, GridCell, GridPart };

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly reason: Words; readonly status: number }
  | { readonly state: "ready"; readonly value: T };

let kept = new Map<string, unknown>();
const asked = new Map<string, Promise<Loaded<unknown>>>();

/**
 * Fetches an address once however many ask for it, and keeps what it gives: what is published does not change under a
 * reader. What failed is asked for anew.
 */
function ask(address: string): Promise<Loaded<unknown>> {
  const under = asked.get(address) ?? fetchJson(address);
  asked.set(address, under);
  void under.then((result) => {
    asked.delete(address);
    if (result.state === "ready") kept.set(address, result.value);
  });
  return under;
}

/** Asks for an address before the code that shows it has come; whether it is at hand then. */
export async function fetchEarly(address: string): Promise<boolean> {
  return (await partOf(address)).state === "ready";
}

/** Keeps what the page brought with it. */
export function keep(values: Readonly<Record<string, unknown>>): void {
  for (const [address, value] of Object.entries(values)) kept.set(address, value);
}

/** Renders with these answers at hand and no others: a server renders for many readers. */
export function renderWith<T>(values: ReadonlyMap<string, unknown>, render: () => T): T {
  const before = kept;
  kept = new Map(values);
  try {
    return render();
  } finally {
    kept = before;
  }
}

/** What is at hand, or what its address gives, once. */
export async function partOf<T>(part: string | T): Promise<Loaded<T>> {
  if (typeof part !== "string") return { state: "ready", value: part };
  if (kept.has(part)) return { state: "ready", value: kept.get(part) as T };
  return (await ask(part)) as Loaded<T>;
}

/** What is at hand, or what its address gives. */
export function usePart<T>(part: string | T): Loaded<T> {
  const fetched = useJson<T>(typeof part === "string" ? part : undefined);
  return typeof part === "string" ? fetched : { state: "ready", value: part };
}

/** What an address gives; nothing is fetched without one. */
export function useJson<T>(address: string | undefined): Loaded<T> {
  const [loaded, setLoaded] = useState<{ readonly address: string; readonly result: Loaded<unknown> }>();
  const isKept = address !== undefined && kept.has(address);
  useEffect(() => {
    // What has come since it was rendered is to be shown too.
    if (address === undefined || isKept) return;
    let isWanted = true;
    void partOf(address).then((result) => {
      // What comes of it may be long: it is made piece by piece, so that the page answers meanwhile.
      if (isWanted) startTransition(() => setLoaded({ address, result }));
    });
    return () => {
      isWanted = false;
    };
  }, [address, isKept]);
  if (isKept) return { state: "ready", value: kept.get(address) as T };
  return loaded !== undefined && loaded.address === address ? (loaded.result as Loaded<T>) : { state: "loading" };
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
    let isWanted = true;
    const missing = (all === "" ? [] : all.split(" ")).filter((address) => !kept.has(address));
    void Promise.all(missing.map((address) => partOf(address))).then(() => {
      if (isWanted) startTransition(() => setDone(all));
    });
    return () => {
      isWanted = false;
    };
  }, [all]);
  if (done !== all && !addresses.every((address) => kept.has(address))) return undefined;
  return new Map(
    ids.flatMap((id, index) => {
      const address = addresses[index]!;
      return kept.has(address) ? [[id, kept.get(address) as T] as const] : [];
    }),
  );
}

async function fetchJson(address: string): Promise<Loaded<unknown>> {
  let response: Response;
  try {
    response = await fetch(address);
    if (response.ok) return { state: "ready", value: await response.json() };
  } catch {
    return {
      state: "failed",
      status: 0,
      reason: {
        zh: "连不上服务器，请检查网络后重试。",
        en: "The server cannot be reached. Please check the network and try again.",
      },
    };
  }
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
