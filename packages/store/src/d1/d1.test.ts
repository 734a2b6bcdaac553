import { Miniflare } from "miniflare";
import { afterAll } from "vitest";
import { CompiledQuery } from "kysely";
import { storeConformance } from "../conformance.suite.ts";
import { migrations } from "../node/index.ts";
import { openD1, type D1, type D1Statement } from "./index.ts";

// The real D1, in Cloudflare's own runtime (workerd), which miniflare starts here. The statements are prepared and bound by
// a worker, as they are where it is deployed, and sent to it as they were given to the port: miniflare's own stand-in for
// the binding asks workerd anew for every statement and for every value bound to it, and waits each time.

const worker = new Miniflare({
  modules: true,
  script: `
    const bound = (database, { sql, values }) =>
      database.prepare(sql).bind(...values.map((value) => (typeof value?.base64 === "string" ? Uint8Array.from(atob(value.base64), (one) => one.charCodeAt(0)) : value)));
    export default {
      async fetch(request, { DATABASE }) {
        const statements = await request.json();
        try {
          const answers = Array.isArray(statements)
            ? await DATABASE.batch(statements.map((one) => bound(DATABASE, one)))
            : await bound(DATABASE, statements).all();
          return Response.json(answers);
        } catch (error) {
          return new Response(error.message, { status: 500 });
        }
      },
    };`,
  d1Databases: ["DATABASE"],
});
afterAll(() => worker.dispose());

/** Sends statements to the worker. JSON has no bytes: they go as base64, and come as the list of numbers that D1 gives. */
async function sent<Answer>(statements: unknown): Promise<Answer> {
  const body = JSON.stringify(statements, (_, value: unknown) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value,
  );
  const response = await worker.dispatchFetch("http://worker/", { method: "POST", body });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer;
}

/** What the worker is sent of a statement. */
interface Sent extends D1Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const statement = (sql: string, values: readonly unknown[] = []): Sent => ({
  sql,
  values,
  bind: (...given) => statement(sql, given),
  all: () => sent({ sql, values }),
});

const database: D1 = { prepare: (sql) => statement(sql), batch: (statements) => sent(statements) };

storeConformance(
  "D1 in workerd",
  {
    async open() {
      const port = openD1(database);
      // One database for all tests: what one left behind goes, tables that point to others first.
      const ORDER =
        "finding account_term account_index account_words account_text account_place amount source_part source revision account tally summed former_name store_state schema_migration".split(
          " ",
        );
      await port.batch(ORDER.map((name) => CompiledQuery.raw(`drop table if exists ${name}`)));
      return { port, close: () => {} };
    },
  },
  migrations,
);
