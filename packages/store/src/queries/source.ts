import type { CompiledQuery } from "kysely";
import type { Source } from "../model.ts";
import { among } from "./among.ts";
import type { Context } from "./context.ts";

/** One row's worth: D1 takes two megabytes in a row, and hands out bytes as text several times as long. */
const PART = 512 * 1024;

/** Keeping the bytes that were published, and giving them back. */
export function sourcing({ port, db }: Context) {
  /** Writes the bytes unless they are there. */
  function keeping(sha256: string, bytes: Uint8Array): CompiledQuery[] {
    const parts = Math.max(1, Math.ceil(bytes.length / PART));
    const row = { sha256, size: bytes.length, parts };
    return [
      db
        .insertInto("source")
        .values(row)
        .onConflict((conflict) => conflict.column("sha256").doNothing())
        .compile(),
      ...Array.from({ length: parts }, (_, number) =>
        db
          .insertInto("source_part")
          .values({ sha256, number, bytes: bytes.slice(number * PART, (number + 1) * PART) })
          .onConflict((conflict) => conflict.columns(["sha256", "number"]).doNothing())
          .compile(),
      ),
    ];
  }

  /** Those of these documents whose bytes are there. */
  async function held(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const rows = await port.all(
      db
        .selectFrom("source")
        .select("sha256")
        .where(among(port.dialect, "sha256", hashes))
        .compile(),
    );
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  async function source(id: string, revision?: number): Promise<Source | undefined> {
    let wanted = db
      .selectFrom("account")
      .innerJoin("revision", "revision.account_id", "account.id")
      .innerJoin("source", "source.sha256", "revision.sha256")
      .select(["source.sha256", "source.size", "source.parts", "revision.file", "revision.format", "revision.number"])
      .where("account.id", "=", id);
    wanted =
      revision === undefined
        ? wanted.whereRef("revision.number", "=", "account.revision")
        : wanted.where("revision.number", "=", revision);
    const found = await port.first(wanted.compile());
    if (!found) return undefined;
    const { sha256, size, parts, file, format, number } = found;
    return {
      sha256,
      size,
      file,
      format,
      revision: number,
      async *parts(start = 0, end = size) {
        const first = Math.floor(start / PART);
        for (let part = first; part < parts && (part === first || part * PART < end); part++) {
          const row = await port.first(
            db
              .selectFrom("source_part")
              .select("bytes")
              .where("sha256", "=", sha256)
              .where("number", "=", part)
              .compile(),
          );
          if (!row) throw new Error(`part ${part} of source ${sha256} is missing`);
          const bytes = bytesOf(row.bytes);
          const from = Math.max(0, start - part * PART);
          const to = Math.min(bytes.length, end - part * PART);
          yield from === 0 && to === bytes.length ? bytes : bytes.slice(from, to);
        }
      },
    };
  }

  return { keeping, held, source };
}

/** SQLite gives bytes, PostgreSQL a Buffer, D1 a list of numbers. */
function bytesOf(value: ArrayLike<number> | ArrayBuffer): Uint8Array<ArrayBuffer> {
  return value instanceof ArrayBuffer ? new Uint8Array(value) : Uint8Array.from(value);
}
