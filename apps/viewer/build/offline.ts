import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { APPLICATION, withImports } from "./shells.ts";

/** Tells the service worker which files this version is made of. */
export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    writeBundle({ dir }, bundle) {
      const script = join(dir!, "service-worker.js");
      const files = readdirSync(join(dir!, "assets"))
        .sort()
        .map((file) => `/assets/${file}`);
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const entry = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("index.html"));
      const shell = [
        ...files.filter((file) => file.endsWith(".css")),
        ...[entry!.fileName, ...APPLICATION.flatMap((module) => withImports(chunks, module))].map((file) => `/${file}`),
      ];
      const page = readFileSync(join(dir!, "index.html"));
      const version = createHash("sha256").update(page).update(files.join()).digest("hex").slice(0, 12);
      const source = readFileSync(script, "utf8");
      const listed = (names: readonly string[]) => JSON.stringify([...new Set(names)]).replaceAll('"', '\\"');
      writeFileSync(
        script,
        source
          .replace("__FILES__", () => listed(files))
          .replace("__SHELL__", () => listed(shell))
          .replace("__VERSION__", version),
      );
    },
  };
}
