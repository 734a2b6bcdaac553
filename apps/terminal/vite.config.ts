import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// The tool in a few files: loading hundreds of modules takes longer than checking a document. What only people need,
// React and the server among it, stays in files of its own, which are loaded when they are asked for.

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `import { a as b } from "node:x"`, `import c from "node:x"`, `import * as d from "node:x"`, and two of them at once. */
const BUILTIN =
  /^import\s+(?:(?<whole>[\w$]+)\s*,?\s*)?(?:\*\s+as\s+(?<all>[\w$]+)|\{(?<named>[^{}]*)\})?\s*from\s*"(?<name>node:[\w/]+)";?/gm;

/**
 * Node's own modules are asked for by a call. An import makes a facade of each, which reads every getter it has: that of
 * `node:fs` alone loads streams, promises and readline, and takes a quarter of the time in which Node itself starts.
 */
const builtins = {
  name: "builtins",
  renderChunk: (code: string) =>
    code.replace(BUILTIN, (...match) => {
      const { whole, all, named, name } = match.at(-1) as Record<string, string | undefined>;
      const module = `process.getBuiltinModule(${JSON.stringify(name)})`;
      return [
        ...[whole, all].map((variable) => (variable === undefined ? "" : `const ${variable} = ${module};`)),
        named === undefined ? "" : `const {${named.replace(/\s+as\s+/g, ": ")}} = ${module};`,
      ].join("");
    }),
};

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
      // The service reads documents in a thread of its own, whose script it looks for beside itself.
      input: { main: at("src/main.ts"), worker: at("src/check/worker.ts"), examining: "@juesuan/api/examining" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
  plugins: [
    builtins,
    {
      name: "migrations",
      writeBundle: ({ dir }) =>
        cpSync(at("../../packages/store/migrations"), join(dir!, "migrations"), { recursive: true }),
    },
  ],
});
