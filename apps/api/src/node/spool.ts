import { createHash, randomUUID } from "node:crypto";
import { accessSync, closeSync, constants, openSync, readSync, statfsSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Spool } from "../bulk/spool.ts";
import type { Whole } from "../ranges.ts";

// A year's files on this machine's disk. Each is made once; whoever asks meanwhile reads what there is of it so far and
// waits for more. A file has no name from its first moment on: it is gone when nobody reads it any more and when the
// process ends, however it ends.

/** Files that are made at the same time; each reads a whole year. */
const MOST_AT_ONCE = 2;

/** Bytes that are kept, of all files together. */
const MOST_BYTES = 8 * 1024 ** 3;

/** What is left of the disk for others, above all for a store that stands on it. */
const LEAST_FREE = 2 * 1024 ** 3;

/** Bytes that are read at once. */
const CHUNK = 256 * 1024;

interface Kept {
  readonly version: string;
  readonly descriptor: number;
  size: number;
  /** Those who read it now. */
  readers: number;
  /** By its contents; set once it is whole. */
  etag?: string;
  /** Why it will not be whole. */
  failure?: unknown;
  /** Another version came, or it failed: its last reader closes it. */
  dropped: boolean;
  closed: boolean;
  /** To be told when there is more of it, or an end. */
  readonly waiting: Set<() => void>;
}

export interface SpoolOptions {
  readonly mostBytes?: number;
  readonly leastFree?: number;
}

/** In a folder that this process may write into; throws where it may not. */
export function folderSpool(
  folder = tmpdir(),
  { mostBytes = MOST_BYTES, leastFree = LEAST_FREE }: SpoolOptions = {},
): Spool & { close(): void } {
  accessSync(folder, constants.W_OK);
  const files = new Map<string, Kept>();
  /** The version of each file that there was no room for. */
  const tooLarge = new Map<string, string>();

  const hasRoom = (more: number) => {
    const { bavail, bsize } = statfsSync(folder);
    return (
      [...files.values()].reduce((sum, { size }) => sum + size, more) <= mostBytes && bavail * bsize - more >= leastFree
    );
  };

  function close(kept: Kept): void {
    if (kept.closed || !kept.dropped || kept.readers > 0 || !isEnded(kept)) return;
    kept.closed = true;
    closeSync(kept.descriptor);
  }

  function drop(name: string, kept: Kept): void {
    if (files.get(name) === kept) files.delete(name);
    kept.dropped = true;
    close(kept);
  }

  function begin(name: string, version: string): Kept {
    const path = join(folder, `.juesuan-bulk-${randomUUID()}`);
    const descriptor = openSync(path, "wx+", 0o600);
    unlinkSync(path);
    const before = files.get(name);
    if (before) drop(name, before);
    const kept: Kept = { version, descriptor, size: 0, readers: 0, dropped: false, closed: false, waiting: new Set() };
    files.set(name, kept);
    return kept;
  }

  async function fill(name: string, kept: Kept, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const hash = createHash("sha256");
    try {
      for await (const chunk of chunks) {
        if (kept.dropped && kept.readers === 0) throw new Error("Nobody wants this version any more.");
        if (!hasRoom(chunk.length)) {
          tooLarge.set(name, kept.version);
          throw new Error(`There is no room for all of ${name}.`);
        }
        for (let at = 0; at < chunk.length;)
          at += writeSync(kept.descriptor, chunk, at, chunk.length - at, kept.size + at);
        hash.update(chunk);
        kept.size += chunk.length;
        tell(kept);
        // Others are answered in between.
        await setImmediate();
      }
      kept.etag = `"${hash.digest("hex")}"`;
    } catch (error) {
      kept.failure = error;
      drop(name, kept);
    }
    tell(kept);
    close(kept);
  }

  /** What is there, and what comes. */
  async function* read(kept: Kept, start: number, end = Number.POSITIVE_INFINITY): AsyncGenerator<Uint8Array> {
    // The system gives a closed file's number to another one.
    if (kept.closed) throw new Error("This version is gone.");
    kept.readers++;
    try {
      for (let at = start; at < end;) {
        if (at < kept.size) {
          const bytes = new Uint8Array(Math.min(CHUNK, kept.size - at, end - at));
          readSync(kept.descriptor, bytes, 0, bytes.length, at);
          at += bytes.length;
          yield bytes;
        } else if (kept.failure !== undefined) throw kept.failure;
        else if (kept.etag !== undefined) return;
        else await new Promise<void>((resolve) => kept.waiting.add(resolve));
      }
    } finally {
      kept.readers--;
      close(kept);
    }
  }

  return {
    whole(name, version): Whole | undefined {
      const kept = files.get(name);
      if (kept?.version !== version || kept.etag === undefined) return undefined;
      return { size: kept.size, etag: kept.etag, bytes: (start, end) => read(kept, start, end) };
    },
    made(name, version, make) {
      const kept = files.get(name);
      if (kept?.version === version) return read(kept, 0);
      const underWay = [...files.values()].filter((one) => !isEnded(one)).length;
      if (underWay >= MOST_AT_ONCE || tooLarge.get(name) === version || !hasRoom(0)) return undefined;
      const fresh = begin(name, version);
      void fill(name, fresh, make());
      return read(fresh, 0);
    },
    close: () => {
      for (const [name, kept] of files) drop(name, kept);
    },
  };
}

const isEnded = ({ etag, failure }: Kept) => etag !== undefined || failure !== undefined;

function tell({ waiting }: Kept): void {
  const told = [...waiting];
  waiting.clear();
  for (const tellOne of told) tellOne();
}
