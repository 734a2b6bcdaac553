import { defineConfig } from "vite";

// `--mode worker` makes one module of the Worker; otherwise the page is built. In this repository the core's sources are
// bundled, so that no build comes first; elsewhere drop `resolve`.
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  resolve: { conditions: ["juesuan-source", "module", "import", "default"] },
  build: {
    emptyOutDir: true,
    ...(mode === "worker"
      ? { target: "es2024", lib: { entry: "worker.ts", formats: ["es"], fileName: () => "worker.js" } }
      : {}),
  },
}));
