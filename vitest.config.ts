import { defineConfig } from "vitest/config";

// Tests run on the sources: no build is needed, and a stack trace shows the line that was written.
export default defineConfig({
  // "import" is not named: Node would take it for CommonJS too, and give pg a module where it asks for a function.
  resolve: { conditions: ["juesuan-source", "module", "default"] },
  ssr: { resolve: { conditions: ["juesuan-source", "module", "node", "default"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "apps/*/src/**/*.test.{ts,tsx}",
      "scripts/**/*.test.ts",
      "benchmarks/**/*.test.ts",
      "examples/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});
