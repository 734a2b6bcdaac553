import { startPostgresql } from "@juesuan/postgresql-server";
import { migrate, createStore, type Store } from "@juesuan/store";
import { migrations, openSqlite } from "@juesuan/store/node";
import { openPostgresql } from "@juesuan/store/postgresql";
import { mkdtempSync, rmSync } from "node:fs";
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

/** In a folder of its own, or in one that is kept. */
export async function postgresql(kept?: string): Promise<Server> {
  const server = await startPostgresql(kept === undefined ? {} : { kept });
  const closing: { close(): Promise<void> }[] = [];
  return {
    name: "PostgreSQL",
    address: server.address,
    async open(name) {
      await server.createDatabase(name);
      const opened = openPostgresql(server.address(name));
      closing.push(opened);
      await migrate(opened, migrations);
      const store = createStore(opened);
      return { store, settle: () => store.tidy() };
    },
    stop: server.stop,
    start: server.start,
    async close() {
      for (const one of closing) await one.close();
      await server.close();
    },
  };
}
