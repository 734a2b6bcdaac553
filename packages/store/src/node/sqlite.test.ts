import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { storeConformance } from "../conformance.suite.ts";
import { entry } from "../entry.suite.ts";
import { migrations, openSqlite, openStore } from "./index.ts";

storeConformance(
  "SQLite in memory",
  {
    async open() {
      const port = openSqlite(":memory:");
      return { port, close: () => port.close() };
    },
  },
  migrations,
);

it("keeps what was put when the file is opened again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-store-"));
  try {
    const file = join(folder, "deeper", "store.sqlite");
    const first = await openStore(file);
    const { id } = await first.putDocument(entry());
    first.close();
    const second = await openStore(file);
    expect(await second.get(id)).toMatchObject({ id, revision: 1 });
    expect(await second.putDocument(entry())).toMatchObject({ outcome: "unchanged" });
    second.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
