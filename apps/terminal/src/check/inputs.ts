import { stat, readdir, readFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import type { Streams } from "../streams.ts";

/** One thing to check, by the name that the user knows it by. Its bytes are fetched when its turn comes. */
export interface Input {
  readonly name: string;
  read(): Promise<Uint8Array>;
}

/** What is taken from a folder. A file that is named itself is tried whatever it is called. */
const READABLE = new Set([".txt", ".text", ".md", ".pdf", ".docx", ".xlsx", ".xlsm", ".xls", ".html", ".htm"]);

/** The inputs that the arguments name: files, folders with all below them, `-` for standard input. */
export async function inputsOf(targets: readonly string[], streams: Pick<Streams, "stdin" | "cwd">): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const target of targets) {
    if (target === "-") {
      inputs.push({ name: "-", read: () => readAll(streams.stdin) });
      continue;
    }
    const path = resolve(streams.cwd, target);
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) {
      for (const file of await filesBelow(path)) {
        inputs.push({ name: join(target, file), read: () => readFile(join(path, file)) });
      }
    } else {
      // One that does not exist is kept: it becomes an entry with its error, and the others go on.
      inputs.push({ name: target, read: () => readFile(path) });
    }
  }
  return inputs;
}

async function filesBelow(folder: string, prefix = ""): Promise<string[]> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$") || entry.name === "node_modules") continue;
    const name = join(prefix, entry.name);
    if (entry.isDirectory()) files.push(...(await filesBelow(folder, name)));
    else if (entry.isFile() && READABLE.has(extname(entry.name).toLowerCase())) files.push(name);
  }
  return files;
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
