import { copyFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// The worker for Cloudflare: one module, PDFium beside it, since a worker may not compile WebAssembly that it was sent.

const WASM = "@embedpdf/pdfium/pdfium.wasm";

/** The built viewer, where it stands elsewhere than in this clone. */
const VIEWER = process.env.JUESUAN_VIEWER ?? fileURLToPath(new URL("../viewer/dist", import.meta.url));

export default defineConfig({
  ssr: {
    target: "webworker",
    noExternal: true,
    resolve: { conditions: ["juesuan-source", "workerd", "worker", "module", "import", "default"] },
  },
  resolve: { conditions: ["juesuan-source", "workerd", "worker", "module", "import", "default"] },
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    ssr: fileURLToPath(new URL("src/worker.ts", import.meta.url)),
    target: "es2024",
    outDir: "worker",
    emptyOutDir: true,
    minify: true,
    rollupOptions: { output: { entryFileNames: "worker.js", codeSplitting: false } },
  },
  plugins: [
    {
      name: "viewer",
      enforce: "pre",
      // Without one, the worker is the API alone.
      resolveId(id, importer) {
        // What of the viewer reads and writes files runs in browsers alone.
        if (importer?.startsWith(join(VIEWER, "render")) && /^@(?:juesuan|embedpdf)\//.test(id)) return "\0no-viewer";
        if (id !== "virtual:viewer") return undefined;
        const page = join(VIEWER, "render", "page.js");
        return existsSync(page) ? page : "\0no-viewer";
      },
      load: (id) => (id === "\0no-viewer" ? "export const renderPage = undefined;" : undefined),
    },
    {
      name: "pdfium",
      enforce: "pre",
      resolveId: (id) => (id === WASM ? { id: "./pdfium.wasm", external: true } : undefined),
      writeBundle({ dir }) {
        copyFileSync(createRequire(import.meta.url).resolve(WASM), join(dir!, "pdfium.wasm"));
      },
    },
  ],
});
