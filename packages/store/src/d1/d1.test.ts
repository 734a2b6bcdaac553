import { Miniflare } from "miniflare";
import { afterAll } from "vitest";
import { CompiledQuery } from "kysely";
import { storeConformance } from "../conformance.suite.ts";
import { migrations } from "../node/index.ts";
import { openD1, type D1 } from "./index.ts";

// The real D1, in Cloudflare's own runtime (workerd), which miniflare starts here.

const worker = new Miniflare({
  modules: true,
  script: "export default { fetch: () => new Response() }",
  d1Databases: ["DATABASE"],
});
afterAll(() => worker.dispose());

storeConformance(
  "D1 in workerd",
  {
    async open() {
      const port = openD1((await worker.getD1Database("DATABASE")) as unknown as D1);
      // One database for all tests: what one left behind goes, tables that point to others first.
      const ORDER =
        "finding account_term account_index account_words account_text account_place amount source_part source revision account tally summed former_name schema_migration".split(
          " ",
        );
      await port.batch(ORDER.map((name) => CompiledQuery.raw(`drop table if exists ${name}`)));
      return { port, close: () => {} };
    },
  },
  migrations,
);
