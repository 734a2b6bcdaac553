import { defineConfig } from "vitest/config";

const results = process.env.JUESUAN_TEST_RESULTS;

// How long a test may take says that it hangs, not how fast the machine is.
// One browser and one server for all; files run one after the other on a machine of two cores.
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["*.test.ts"],
    globalSetup: ["setup.ts"],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    reporters: results === undefined ? ["default"] : ["default", "json"],
    ...(results === undefined ? {} : { outputFile: { json: results } }),
  },
});
