import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

// The pages are served beside the API by one process; in development the API runs on its usual port.
export default defineConfig({
  plugins: [react(), offline()],
  build: {
    outDir: "dist",
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      input: { index: "index.html", "service-worker": "src/offline/service-worker.ts" },
      output: {
        // Its address never changes: browsers look there for the next version.
        entryFileNames: ({ name }) => (name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  worker: { format: "es" },
  server: { proxy: { "/v1": "http://localhost:8787", "/openapi.json": "http://localhost:8787" } },
});

/** Tells the service worker which files this version is made of. */
function offline(): Plugin {
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
