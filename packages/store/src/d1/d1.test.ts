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
      const tables = await port.all<{ name: string }>(
        CompiledQuery.raw(
          "select name from sqlite_master where type = 'table' and name not like '%\\_%' escape '\\' or name in ('account_token', 'account_words', 'schema_migration')",
        ) as CompiledQuery<{ name: string }>,
      );
      const order = ["finding", "account_token", "account_words", "amount", "revision", "account", "schema_migration"];
      const present = order.filter((name) => tables.some((table) => table.name === name));
      await port.batch(present.map((name) => CompiledQuery.raw(`drop table ${name}`)));
      return { port, close: () => {} };
    },
  },
  migrations,
);
