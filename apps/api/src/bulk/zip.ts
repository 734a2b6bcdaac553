import { Zip, ZipPassThrough } from "fflate";

/** Files as a zip, one after the other as they come; they are packed already. */
export async function* zipOf(
  files: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else if (chunk.length > 0) ready.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const take = () => {
    if (failure) throw failure;
    const chunks = ready;
    ready = [];
    return chunks;
  };
  for await (const { name, bytes } of files) {
    const entry = new ZipPassThrough(name);
    // The first day that a zip can state: the same bytes for the same files.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    entry.push(bytes, true);
    yield* take();
  }
  zip.end();
  yield* take();
}
