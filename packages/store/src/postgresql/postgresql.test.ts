import { startPostgresql, type PostgresqlServer } from "@juesuan/postgresql-server";
import { CompiledQuery } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { storeConformance } from "../conformance.suite.ts";
import { migrations } from "../node/index.ts";
import { openPostgresql } from "./index.ts";

let server: PostgresqlServer;

beforeAll(async () => {
  server = await startPostgresql();
}, 60_000);

afterAll(() => server.close(), 60_000);

storeConformance(
  "PostgreSQL",
  {
    async open() {
      const port = openPostgresql(server.address());
      await port.batch([CompiledQuery.raw("drop schema public cascade"), CompiledQuery.raw("create schema public")]);
      return { port, close: () => port.close() };
    },
  },
  migrations,
);

it("survives a server that ends the connection in the middle of a batch, and says so", async () => {
  const port = openPostgresql(server.address());
  const ending = CompiledQuery.raw("select pg_terminate_backend(pg_backend_pid())");
  await expect(port.batch([CompiledQuery.raw("select 1"), ending])).rejects.toMatchObject({ code: "unavailable" });
  expect(await port.all(CompiledQuery.raw("select 1 as one"))).toEqual([{ one: 1 }]);
  await port.close();
});
