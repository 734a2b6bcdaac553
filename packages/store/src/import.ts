import type { Entry, PutOutcome, Store } from "./model.ts";

/** A document that can be read when it turns out not to be known. */
export interface Importable {
  /** Of its bytes. */
  readonly sha256: string;
  /** Reads and checks it; undefined for what is not to be stored. */
  entry(): Promise<Entry | undefined>;
}

export interface Imported {
  readonly sha256: string;
  /** `known`: this version of the reader has read these bytes before, and nothing was done. */
  readonly outcome: PutOutcome | "known" | "skipped";
}

/** Documents that are read before they are written together: enough for speed, few enough to fit into memory. */
const TOGETHER = 50;

/**
 * Imports documents that may be far too many to hold, in groups that are each written whole or not at all. Stopped at
 * any moment and started again, it goes on where the store says it has been: nothing is lost, nothing is there twice.
 */
export async function* importAll(
  store: Pick<Store, "knows" | "putDocuments">,
  documents: AsyncIterable<Importable> | Iterable<Importable>,
  reader: string,
): AsyncGenerator<Imported> {
  let group: Entry[] = [];
  const flush = async () => {
    const results = await store.putDocuments(group);
    const done = group.map((entry, index) => ({ sha256: entry.report.sha256, outcome: results[index]!.outcome }));
    group = [];
    return done;
  };
  for await (const document of documents) {
    const { sha256 } = document;
    if (await store.knows(sha256, reader)) {
      yield { sha256, outcome: "known" };
      continue;
    }
    const entry = await document.entry();
    if (!entry) {
      yield { sha256, outcome: "skipped" };
      continue;
    }
    group.push({ ...entry, reader });
    if (group.length === TOGETHER) yield* await flush();
  }
  if (group.length > 0) yield* await flush();
}
