import type { CompiledQuery } from "kysely";

export type { CompiledQuery } from "kysely";

/** Why an engine could not do what it was asked, where that is no fault of the question. */
export type StoreFault = "store-full" | "unavailable";

/** The engine is full, or does not answer: nothing of the batch was written, and it can be tried again. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreFault;
  constructor(code: StoreFault, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.code = code;
  }
}

/**
 * What an engine must offer, and no more: D1 has no interactive transactions, so whatever belongs together is written
 * in one {@link Port.batch}, which rolls back whole on every engine.
 */
export interface Port {
  readonly dialect: "sqlite" | "postgresql";
  all<Row>(query: CompiledQuery<Row>): Promise<Row[]>;
  first<Row>(query: CompiledQuery<Row>): Promise<Row | undefined>;
  /** All of the statements, or none. */
  batch(queries: readonly CompiledQuery[]): Promise<void>;
  /** Makes bytes small where the platform does so faster than web standards do. */
  gzip?(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  /** Whether a batch failed only because another one was in its way, so that it may be tried again. */
  isConflict?(error: unknown): boolean;
}
