import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, parse } from "node:path";
import type { DocumentReport } from "@juesuan/core";
import { refusalToKeep, type PutOutcome, type Store } from "@juesuan/store";
import { isUnreadable, type Examine } from "../examine.ts";

/** A folder of fixtures/: one disclosure as `source.*`, its accounts, the findings that are expected of it. */
export interface LoadedFixture {
  readonly id: string;
  readonly file: string;
  readonly outcome: PutOutcome | "refused" | "unreadable";
  readonly report?: DocumentReport;
  /** For one that was not loaded: why. */
  readonly reason?: { readonly zh: string; readonly en: string };
}

/** Reads, checks and stores the document of every folder; the folder's name is the account's id. */
export async function* loadFixtures(store: Store, examine: Examine, folder: string): AsyncGenerator<LoadedFixture> {
  if (!existsSync(folder)) return;
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const id of names.sort()) {
    const files = (await readdir(join(folder, id), { withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    const file = files.sort().find((name) => parse(name).name === "source");
    if (file) yield await loadFixture(store, examine, join(folder, id), id, file);
  }
}

async function loadFixture(
  store: Store,
  examine: Examine,
  folder: string,
  id: string,
  file: string,
): Promise<LoadedFixture> {
  try {
    const source = new Uint8Array(await readFile(join(folder, file)));
    const examined = await examine(source, { name: file });
    const refusal = refusalToKeep(examined);
    if (refusal) return { id, file, outcome: "refused", reason: refusal };
    const accounts = join(folder, "accounts.json");
    const { outcome } = await store.putDocument({
      id,
      ...examined,
      source,
      ...(existsSync(accounts) ? { accounts: JSON.parse(await readFile(accounts, "utf8")) as unknown } : {}),
    });
    return { id, file, outcome, report: examined.report };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { id, file, outcome: "unreadable", reason: { zh: error.message, en: error.messageEn } };
  }
}
