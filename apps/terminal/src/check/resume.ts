import { sha256Of } from "./hash.ts";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { briefOf, type Answer, type Entry } from "./entry.ts";
import { write } from "../streams.ts";
import type { Input } from "./inputs.ts";

/** Documents that an interrupted run had done, by the name that the user gave them. */
export type Done = ReadonlyMap<string, { readonly sha256: string; readonly answer: Answer }>;

/**
 * Takes over what an interrupted `--format ndjson -o FILE` left, and leaves just that in the file: a line that was only
 * half written goes, and so does a document that could not be read, which is tried again.
 */
export async function takeOver(path: string): Promise<Done> {
  const done = new Map<string, { sha256: string; answer: Answer }>();
  const found = await stat(path).catch(() => undefined);
  if (!found) return done;
  const draft = `${path}.${process.pid}.tmp`;
  const kept = createWriteStream(draft);
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity })) {
    const entry = entryOf(line);
    if (!entry || entry.error || done.has(entry.file)) continue;
    done.set(entry.file, { sha256: entry.sha256, answer: { brief: briefOf(entry), json: line } });
    await write(kept, `${line}\n`);
  }
  await new Promise<void>((resolve, reject) => kept.on("error", reject).end(resolve));
  await rename(draft, path);
  return done;
}

function entryOf(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}

/** The inputs that are still to be checked: not done, or changed since. */
export async function remaining(inputs: readonly Input[], done: Done): Promise<Input[]> {
  const left: Input[] = [];
  for (const input of inputs) {
    const known = done.get(input.name);
    const bytes = known && (await input.read().catch(() => undefined));
    const same = bytes && sha256Of(bytes) === known.sha256;
    if (!same) left.push(input);
  }
  return left;
}
