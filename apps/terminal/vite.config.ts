import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// The tool in a few files: loading hundreds of modules takes longer than checking a document. What only people need,
// React and the server among it, stays in files of its own, which are loaded when they are asked for.

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { conditions: ["juesuan-source"] },
  ssr: { noExternal: true, resolve: { conditions: ["juesuan-source", "node", "module", "default"] } },
  // Whatever NODE_ENV is where it is built, a test run's too: React without its checks.
  oxc: { jsx: { runtime: "automatic", development: false } },
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    ssr: true,
    target: "node22",
    outDir: "bundle",
    minify: true,
    rollupOptions: {
      // Optical recognition brings models and threads of its own; it stays a package beside the tool.
      external: ["@juesuan/ocr"],
      input: { main: at("src/main.ts"), worker: at("src/check/worker.ts") },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
  plugins: [
    {
      name: "migrations",
      writeBundle: ({ dir }) =>
        cpSync(at("../../packages/store/migrations"), join(dir!, "migrations"), { recursive: true }),
    },
  ],
});
