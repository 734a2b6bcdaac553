import type { Context } from "hono";

// A part of a file (RFC 9110, 14): a download that broke off goes on, and DuckDB reads of a Parquet file over HTTP what it
// needs of it.

/** A file whose size is known and whose bytes never change under the same tag. */
export interface Whole {
  readonly size: number;
  /** A strong one. */
  readonly etag: string;
  bytes(start: number, end: number): AsyncGenerator<Uint8Array>;
}

/** Answers with the file, or with the part of it that is asked for. */
export function whole(c: Context, file: Whole, headers: Readonly<Record<string, string>>): Response {
  const { size, etag } = file;
  const usual = { ...headers, etag, "accept-ranges": "bytes" };
  const range = rangeOf(c, file);
  if (range === "unsatisfiable")
    return c.body(null, 416, { etag, "accept-ranges": "bytes", "content-range": `bytes */${size}` });
  if (!range) return c.newResponse(bodyOf(c, file, 0, size), 200, { ...usual, "content-length": String(size) });
  const [start, end] = range;
  return c.newResponse(bodyOf(c, file, start, end), 206, {
    ...usual,
    "content-range": `bytes ${start}-${end - 1}/${size}`,
    "content-length": String(end - start),
  });
}

const bodyOf = (c: Context, file: Whole, start: number, end: number) =>
  c.req.method === "HEAD" ? null : streamOf(file.bytes(start, end));

/** Chunks as they come, and no more of them once nobody wants them. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}

/**
 * From one byte up to another; undefined where all is wanted. What is not understood is passed over, as the standard has
 * it, and so are several parts at once, which none of our callers needs and which a hostile one would multiply.
 */
function rangeOf(c: Context, { size, etag }: Whole): readonly [number, number] | "unsatisfiable" | undefined {
  if (c.req.method !== "GET") return undefined;
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(c.req.header("range")?.trim() ?? "");
  // Of another version than the one that the caller has a part of: all of it.
  const condition = c.req.header("if-range");
  if (!asked || (condition !== undefined && condition.trim() !== etag)) return undefined;
  const [first, last] = [asked[1]!, asked[2]!];
  if (first === "" && last === "") return undefined;
  if (first === "")
    return Number(last) === 0 || size === 0 ? "unsatisfiable" : [Math.max(0, size - Number(last)), size];
  const start = Number(first);
  if (last !== "" && Number(last) < start) return undefined;
  return start >= size ? "unsatisfiable" : [start, last === "" ? size : Math.min(size, Number(last) + 1)];
}
