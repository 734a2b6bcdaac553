import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// For `pnpm mutation`: the tests of one folder, on the copy that the mutants are in. The workspace's links lead out of that
// copy, so packages are found by their place beside this file.
export default defineConfig({
  resolve: {
    conditions: ["juesuan-source", "module", "default"],
    alias: [
      { find: /^@juesuan\/core$/, replacement: source("packages/core/src/index.ts") },
      { find: /^@juesuan\/readers$/, replacement: source("packages/readers/src/index.ts") },
      { find: /^@juesuan\/writers$/, replacement: source("packages/writers/src/index.ts") },
    ],
  },
  ssr: { resolve: { conditions: ["juesuan-source", "module", "node", "default"] } },
  test: {
    include: (process.env["MUTATION_TESTS"] ?? "packages/core/src/**/*.test.ts").split(","),
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 30_000,
  },
});
