import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The pages are served beside the API by one process; in development the API runs on its usual port.
export default defineConfig({
  plugins: [react()],
  build: { outDir: "dist", target: "es2023", assetsInlineLimit: 0, chunkSizeWarningLimit: 2_000 },
  worker: { format: "es" },
  server: { proxy: { "/v1": "http://localhost:8787", "/openapi.json": "http://localhost:8787" } },
});
