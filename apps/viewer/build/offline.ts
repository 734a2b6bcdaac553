import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Tells the service worker which files this version is made of. */
export function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    writeBundle({ dir }) {
      const script = join(dir!, "service-worker.js");
      const files = readdirSync(join(dir!, "assets"))
        .sort()
        .map((file) => `/assets/${file}`);
      const page = readFileSync(join(dir!, "index.html"));
      const version = createHash("sha256").update(page).update(files.join()).digest("hex").slice(0, 12);
      const source = readFileSync(script, "utf8");
      writeFileSync(
        script,
        source.replace("__FILES__", () => JSON.stringify(files).replaceAll('"', '\\"')).replace("__VERSION__", version),
      );
    },
  };
}
