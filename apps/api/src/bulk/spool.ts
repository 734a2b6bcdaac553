import type { Whole } from "../ranges.ts";

/** Where a platform has room to keep a year's files, they are made once for all who ask, and parts of them can be asked for. */
export interface Spool {
  /** The file of this name and version, once it is whole. */
  whole(name: string, version: string): Whole | undefined;
  /**
   * The file's bytes as they are made, which is begun where it is not under way; undefined where there is no room for it
   * now.
   */
  made(name: string, version: string, make: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> | undefined;
}
