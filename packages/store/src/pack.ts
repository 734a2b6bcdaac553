import type { Port } from "./port.ts";

// What was read from a document is large and much alike: kept as gzip in base64, it takes a sixth of the room, and stays
// text, which every engine stores the same way.

/** Beyond this, a moment of this thread is worth more than the way to another one. */
const SMALL = 64 * 1024;

export async function pack(value: unknown, gzip?: Port["gzip"]): Promise<string> {
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const bytes = gzip && plain.length <= SMALL ? gzip(plain) : await streamed(plain);
  let binary = "";
  // In pieces: arguments of a call are limited.
  for (let start = 0; start < bytes.length; start += 8192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}

async function streamed(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function unpack<T>(text: string): Promise<T> {
  // A store of an earlier version holds plain JSON.
  if (text.startsWith("{") || text.startsWith("[")) return JSON.parse(text) as T;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).json()) as T;
}
