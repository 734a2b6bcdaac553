import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { brotliCompress, constants } from "node:zlib";
import type { Assets } from "../app.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** From here on the best compression takes longer than it is worth. */
const LARGE = 1024 * 1024;

/**
 * The files of a folder as they are now. Names are listed once and looked up as they come, so no path that a caller
 * writes can leave the folder. Undefined where the folder has not been built.
 */
export function folderAssets(folder: string): Assets | undefined {
  if (!existsSync(join(folder, "index.html"))) return undefined;
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join("/")}`, file);
  }
  const packed = new Map<string, Uint8Array<ArrayBuffer> | undefined>();
  return async (path) => {
    const file = files.get(decodePath(path));
    if (file === undefined) return undefined;
    const body = new Uint8Array(await readFile(file));
    // Compressed once, beside the first answer; the name of such a file changes with its contents.
    if (path.startsWith("/assets/") && !packed.has(file)) {
      packed.set(file, undefined);
      const quality = body.length > LARGE ? 9 : constants.BROTLI_MAX_QUALITY;
      brotliCompress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }, (error, result) => {
        if (!error) packed.set(file, new Uint8Array(result));
      });
    }
    return {
      body,
      brotli: packed.get(file),
      type: TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
      // Vite names what it puts under assets/ after its contents.
      immutable: path.startsWith("/assets/"),
    };
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
