import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@juesuan/store/node";
import { expect, it } from "vitest";
import { examine } from "../examine.fake.ts";
import { importFolder } from "./import.ts";

it("imports what is below a folder, says what it cannot take, and does nothing twice", async () => {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-import-"));
  try {
    mkdirSync(join(folder, "四川省", "仁和区"), { recursive: true });
    writeFileSync(join(folder, "四川省", "仁和区", "决算.txt"), "98.9%");
    writeFileSync(join(folder, "budget.txt"), "budget");
    writeFileSync(join(folder, "broken.pdf"), "broken");
    writeFileSync(join(folder, "notes.md"), "not a disclosure");
    const store = await openStore(":memory:");
    const said: string[] = [];
    const first = await importFolder(store, examine, folder, { region: "四川省", say: (line) => said.push(line) });
    expect(first.counts).toEqual({ created: 1, refused: 1, unreadable: 1 });
    expect(said.toSorted()).toEqual([expect.stringContaining("broken.pdf"), expect.stringContaining("budget.txt")]);
    expect((await store.list()).items[0]).toMatchObject({
      region: "四川省",
      department: expect.stringContaining("仁和"),
    });
    store.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
