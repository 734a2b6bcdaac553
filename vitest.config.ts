import { defineConfig } from "vitest/config";

// Tests run on the sources: no build is needed, and a stack trace shows the line that was written.
export default defineConfig({
  resolve: { conditions: ["juesuan-source", "import", "module", "default"] },
  ssr: { resolve: { conditions: ["juesuan-source", "import", "module", "node", "default"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "apps/*/src/**/*.test.{ts,tsx}",
      "scripts/**/*.test.ts",
      "benchmarks/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});
