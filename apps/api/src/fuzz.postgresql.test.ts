import { openPostgresql, type PostgresqlPort } from "@juesuan/store/postgresql";
import { afterAll } from "vitest";
import { answersWhatever } from "./fuzz.suite.ts";
import { startPostgresql, type Server } from "./postgresql.suite.ts";

let server: Server;
let port: PostgresqlPort;

answersWhatever("PostgreSQL", async () => {
  server = await startPostgresql();
  port = openPostgresql(server.address);
  return port;
});

afterAll(async () => {
  await port.close();
  await server.stop();
}, 60_000);
