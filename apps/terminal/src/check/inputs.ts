import { glob, readdir, readFile, stat } from "node:fs/promises";
import { extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Streams } from "../streams.ts";
import { fetchDocument } from "./fetch.ts";

/** One thing to check, by the name that the user knows it by. Its bytes are fetched when its turn comes. */
export interface Input {
  readonly name: string;
  /** Where it stands, for a file. */
  readonly path?: string;
  read(): Promise<Uint8Array>;
}

/** What is taken from a folder. A file that is named itself is tried whatever it is called. */
const READABLE = new Set([
  ".txt",
  ".text",
  ".md",
  ".pdf",
  ".docx",
  ".doc",
  ".wps",
  ".xlsx",
  ".xlsm",
  ".xls",
  ".html",
  ".htm",
]);

/** The inputs that the arguments name: files, folders with all below them, globs, addresses, `-` for standard input. */
export async function inputsOf(targets: readonly string[], streams: Pick<Streams, "stdin" | "cwd">): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const target of targets) inputs.push(...(await inputsOfTarget(target, streams)));
  return inputs;
}

async function inputsOfTarget(target: string, streams: Pick<Streams, "stdin" | "cwd">): Promise<Input[]> {
  const { cwd } = streams;
  if (target === "-") return [{ name: "-", read: () => readAll(streams.stdin) }];
  if (/^https?:\/\//i.test(target)) return [{ name: target, read: () => fetchDocument(target) }];
  const named = /^file:\/\//i.test(target) ? fileURLToPath(target) : target;
  const path = resolve(cwd, named);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory())
    return (await filesBelow(path)).map((file) => fileInput(join(named, file), join(path, file)));
  if (!found && /[*?[{]/.test(named)) {
    const matches = await filesMatching(named, cwd);
    if (matches.length > 0) return matches.map((file) => fileInput(file, resolve(cwd, file)));
  }
  // One that does not exist is kept: it becomes an entry with its error, and the others go on.
  return [fileInput(target, path)];
}

const fileInput = (name: string, path: string): Input => ({ name, path, read: () => readFile(path) });

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

async function filesMatching(pattern: string, cwd: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob(pattern, { cwd, withFileTypes: true })) {
    if (entry.isFile()) files.push(relative(cwd, join(entry.parentPath, entry.name)));
  }
  return files.sort();
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
