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
    // In the run of everything, which takes a quarter of an hour, one page that was late on a busy machine is asked once
    // more; `scripts/test.mjs` names what passed only then. By itself the suite fails at once.
    retry: results === undefined ? 0 : 1,
    reporters: results === undefined ? ["default"] : ["default", "json"],
    ...(results === undefined ? {} : { outputFile: { json: results } }),
  },
});
