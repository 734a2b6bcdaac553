import { startPostgresql, type PostgresqlServer } from "@juesuan/postgresql-server";
import { openPostgresql, type PostgresqlPort } from "@juesuan/store/postgresql";
import { afterAll } from "vitest";
import { answersWhatever } from "./fuzz.suite.ts";

let server: PostgresqlServer;
let port: PostgresqlPort;

answersWhatever("PostgreSQL", async () => {
  server = await startPostgresql();
  port = openPostgresql(server.address());
  return port;
});

afterAll(async () => {
  await port.close();
  await server.close();
}, 60_000);
