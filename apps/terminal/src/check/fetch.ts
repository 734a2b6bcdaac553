/** A document from an address is hostile until read: it may be at most this large and take this long. */
const MAX_BYTES = 64 * 1024 * 1024;
const SECONDS = 60;

/** The bytes at an address. Throws an error whose message says what the server answered. */
export async function fetchDocument(address: string): Promise<Uint8Array> {
  const response = await fetch(address, { signal: AbortSignal.timeout(SECONDS * 1000) });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error(`> ${MAX_BYTES / 1024 / 1024} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
