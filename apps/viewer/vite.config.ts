import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { offline } from "./build/offline.ts";
import { shells } from "./build/shells.ts";

// The pages are served beside the API by one process; in development the API runs on its usual port.
export default defineConfig({
  plugins: [react(), offline(), shells()],
  build: {
    outDir: "dist",
    target: "es2023",
    // Every browser that runs these scripts knows it.
    modulePreload: { polyfill: false },
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
